//! Sentences, segments, clauses and brackets (句、分句、小句、括号).
//!
//! A sentence ends at 。！？ or with its paragraph, a segment also at ；, a clause also at ， and ：.
//! Marks inside round brackets end nothing outside them. No sentence goes on without end: what is much longer than people write
//! is cut, so that looking through one takes no longer in a file without marks.

use crate::text::{LogicalText, Range, is_han};

/// Where the parts of a text begin and end.
#[derive(Clone, Debug, Default)]
pub struct Clauses {
    /// For each character, the index of its matching bracket, or none.
    partner: Vec<u32>,
    /// Where each bracket opens, with a partner or without.
    opened: Vec<usize>,
    /// Where each ； stands, within brackets too.
    semicolons: Vec<usize>,
    sentences: Vec<Range>,
    segments: Vec<Range>,
    clauses: Vec<Range>,
    /// Sentence index at which each paragraph begins.
    first_sentence: Vec<usize>,
}

const NONE: u32 = u32::MAX;
/// How many characters a sentence or a bracket may have before its next mark ends it; long lists have some six hundred.
const LONG: usize = 1_500;
/// How many it may have where it has no mark.
const LONGEST: usize = 2_000;

impl Clauses {
    /// Reads the structure of all paragraphs.
    #[must_use]
    pub fn new(text: &LogicalText) -> Self {
        let mut out = Self { partner: vec![NONE; text.chars().len()], ..Self::default() };
        for paragraph in text.paragraphs() {
            out.first_sentence.push(out.sentences.len());
            let body = paragraph.range.start + paragraph.marker.map_or(0, |m| m.length)..paragraph.range.end;
            out.match_brackets(text, body.clone());
            out.split(text, body);
        }
        out
    }

    fn match_brackets(&mut self, text: &LogicalText, range: Range) {
        let mut open = Vec::new();
        for i in range {
            match text.at(i) {
                Some('（') => {
                    open.push(i);
                    self.opened.push(i);
                }
                Some('；') => self.semicolons.push(i),
                Some('）') => {
                    if let Some(from) = open.pop().filter(|from| i - from < LONG) {
                        self.partner[from] = i as u32;
                        self.partner[i] = from as u32;
                    }
                }
                _ => {}
            }
        }
    }

    fn split(&mut self, text: &LogicalText, range: Range) {
        let (mut sentence, mut segment, mut clause) = (range.start, range.start, range.start);
        let mut i = range.start;
        while i < range.end {
            if text.at(i).is_some_and(is_han) && i - sentence < LONGEST {
                i += 1;
                continue;
            }
            if text.at(i) == Some('（') && self.partner[i] != NONE {
                i = self.partner[i] as usize + 1;
                continue;
            }
            let weight = match text.at(i) {
                Some('。' | '！' | '？') => 3,
                // 【一个新闻标题】 tells by itself what the text behind it tells again.
                Some('】') if text.at(sentence) == Some('【') => 3,
                Some('；' | '，' | '：' | '、' | ' ') if i - sentence >= LONG => 3,
                Some(c) if i - sentence >= LONGEST && !c.is_ascii_digit() && c != '.' => 3,
                Some('；') => 2,
                Some('，' | '：') => 1,
                _ => 0,
            };
            let next = i + 1;
            if weight >= 1 {
                push(&mut self.clauses, clause..next);
                clause = next;
            }
            if weight >= 2 {
                push(&mut self.segments, segment..next);
                segment = next;
            }
            if weight >= 3 {
                push(&mut self.sentences, sentence..next);
                sentence = next;
            }
            i = next;
        }
        push(&mut self.clauses, clause..range.end);
        push(&mut self.segments, segment..range.end);
        push(&mut self.sentences, sentence..range.end);
    }

    /// The matching bracket of a bracket.
    #[must_use]
    pub fn partner(&self, at: usize) -> Option<usize> {
        self.partner.get(at).filter(|p| **p != NONE).map(|p| *p as usize)
    }

    /// Where each ； of a range stands.
    #[must_use]
    pub fn semicolons(&self, range: &Range) -> &[usize] {
        let before = |at: usize| self.semicolons.partition_point(|semicolon| *semicolon < at);
        self.semicolons.get(before(range.start)..before(range.end)).unwrap_or_default()
    }

    /// All sentences.
    #[must_use]
    pub fn sentences(&self) -> &[Range] {
        &self.sentences
    }

    /// All segments.
    #[must_use]
    pub fn segments(&self) -> &[Range] {
        &self.segments
    }

    /// All clauses.
    #[must_use]
    pub fn clauses(&self) -> &[Range] {
        &self.clauses
    }

    /// The sentence with which a paragraph begins.
    #[must_use]
    pub fn first_sentence(&self, paragraph: usize) -> usize {
        self.first_sentence.get(paragraph).copied().unwrap_or(self.sentences.len())
    }

    /// How many brackets are open at a position of a sentence, and where the innermost opens.
    #[must_use]
    pub fn depth(&self, from: usize, at: usize) -> (u8, Option<usize>) {
        let opened = self.opened.iter().skip(self.opened.partition_point(|open| *open < from));
        let around = opened.take_while(|open| **open < at).filter(|open| self.partner(**open) >= Some(at));
        around.fold((0u8, None), |(depth, _), open| (depth.saturating_add(1), Some(*open)))
    }
}

fn push(list: &mut Vec<Range>, range: Range) {
    if !range.is_empty() {
        list.push(range);
    }
}

/// The index of the range that holds a position; ranges are in order.
#[must_use]
pub fn index_of(ranges: &[Range], at: usize) -> usize {
    ranges.partition_point(|r| r.end <= at).min(ranges.len().saturating_sub(1))
}
