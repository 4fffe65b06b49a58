//! Where a figure stands and the words around it.

use crate::text::{LogicalText, Range, is_han};
use crate::token::clause::Clauses;

/// The place of a figure in the structure of the text (位置): indices into paragraphs, sentences, segments, clauses.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Paragraph.
    pub paragraph: usize,
    /// Sentence, counted through the whole text.
    pub sentence: usize,
    /// Part of a sentence between ；.
    pub segment: usize,
    /// Part of a segment between ，.
    pub clause: usize,
    /// How many round brackets are open.
    pub depth: u8,
    /// Where the innermost open bracket stands.
    pub bracket: Option<usize>,
}

/// The place of a position, from another place before it on.
pub(super) fn place(text: &LogicalText, clauses: &Clauses, at: usize, before: Place) -> Place {
    let behind = |ranges: &[Range], index: usize| index_from(ranges, index, |range| range.end <= at);
    let sentence = behind(clauses.sentences(), before.sentence);
    let from = clauses.sentences().get(sentence).map_or(at, |s| s.start);
    let (depth, bracket) = clauses.depth(from, at);
    Place {
        paragraph: index_from(text.paragraphs(), before.paragraph, |p| p.range.end <= at),
        sentence,
        segment: behind(clauses.segments(), before.segment),
        clause: behind(clauses.clauses(), before.clause),
        depth,
        bracket,
    }
}

/// How far behind a figure the next one mostly stands, in clauses or more.
const NEAR: usize = 6;

/// The index of the first in a list that does not end before a position, from another index on.
fn index_from<T>(list: &[T], index: usize, is_before: impl Fn(&T) -> bool) -> usize {
    let rest = list.get(index..).unwrap_or_default();
    let near = rest.iter().take(NEAR).position(|one| !is_before(one));
    let more = near.unwrap_or_else(|| rest.partition_point(is_before));
    (index + more).min(list.len().saturating_sub(1))
}

/// The words before a figure: back to the last mark, the last figure, or the bracket it stands in.
pub(super) fn left(text: &LogicalText, clauses: &Clauses, at: usize, floor: usize) -> String {
    let mut out = String::new();
    // What has been walked over and goes before the words so far.
    let (mut i, mut end, mut count) = (at, at, 0);
    while i > floor && count < 60 {
        let c = text.at(i - 1).unwrap_or('\n');
        // Most words are nothing else.
        if is_han(c) {
            (i, count) = (i - 1, count + 1);
            continue;
        }
        if c == '）'
            && let Some(open) = clauses.partner(i - 1)
        {
            if open < floor {
                break;
            }
            out.insert_str(0, text.words(i..end));
            (i, end) = (open, open);
            continue;
        }
        // ①税收收入: a number of an item within a sentence is no part of its name.
        if matches!(c, '，' | '；' | '。' | '：' | '、' | '！' | '？' | '（' | '\n' | ' ' | '①'..='⑳') {
            break;
        }
        if matches!(c, '“' | '”' | '"' | '《' | '》' | '‘' | '’') {
            out.insert_str(0, text.words(i..end));
            end = i - 1;
        } else {
            count += 1;
        }
        i -= 1;
    }
    if out.is_empty() {
        return text.words(i..end).to_owned();
    }
    out.insert_str(0, text.words(i..end));
    out
}

/// The words behind a figure, up to the next mark.
pub(super) fn right(text: &LogicalText, range: &Range) -> String {
    let behind = text.slice(range.end..text.chars().len().min(range.end + 24));
    let is_mark = |c: &char| matches!(c, '，' | '；' | '。' | '：' | '、' | '！' | '？' | '（' | '）' | '\n');
    let count = behind.iter().position(is_mark).unwrap_or(behind.len());
    text.words(range.end..range.end + count).to_owned()
}
