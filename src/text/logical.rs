//! The logical text: what a person reads, without the line breaks and blanks that the format left in it.

use super::line::{drop_bare_pages, lines, wrap_width};
use super::traditional::simplified;
use super::{Block, BlockKind, Lexicon, Marker, Span, marker};

/// A range of character positions in the logical text.
pub type Range = std::ops::Range<usize>;

/// The logical text (逻辑文本): characters with their places in the original.
///
/// Full-width letters, digits and signs are folded to their plain forms, traditional characters to simplified ones, clause
/// marks to their Chinese forms, so that each later stage knows one form only. Paragraphs are separated by `\n`.
#[derive(Clone, Debug, Default)]
pub struct LogicalText {
    chars: Vec<char>,
    /// The same characters as one string, so that words are lent and never copied.
    text: String,
    /// Where in the string each character begins, and where the last one ends.
    bytes: Vec<u32>,
    spans: Vec<Span>,
    paragraphs: Vec<Paragraph>,
    /// Paragraphs before the first cell.
    prose: usize,
    /// Page numbers on lines of their own, which are no text.
    pages: Vec<Span>,
}

/// A paragraph (段落) of the logical text.
#[derive(Clone, Debug)]
pub struct Paragraph {
    /// Its characters, mark included.
    pub range: Range,
    /// The mark it begins with.
    pub marker: Option<Marker>,
    /// Whether it is a heading: no stop at its end.
    pub heading: bool,
}

/// The one form in which later stages see a character.
#[inline]
pub(super) fn fold(c: char) -> char {
    if is_han(c) {
        return simplified(c);
    }
    match c {
        '(' => '（',
        ')' => '）',
        ';' => '；',
        ':' | '∶' => '：',
        '!' => '！',
        '?' => '？',
        '，' | '、' | '。' | '（' | '）' | '；' | '：' | '！' | '？' => c,
        '〇' | '○' => '〇',
        '−' | '–' => '-',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
        _ => c,
    }
}

/// Whether a character is Han: most of a text, which is asked nothing else.
#[inline]
pub(crate) const fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}')
}

/// What a format leaves between the characters that a person reads.
pub(super) fn is_blank(c: char) -> bool {
    !is_han(c) && (c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}'))
}

impl LogicalText {
    /// Reads a text of which nothing is known but its lines.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let all = Span::new(0, text.len() as u32);
        Self::of(text, &[Block { span: all, kind: BlockKind::Lines }])
    }

    /// Reads a text whose structure is known. Cells of tables come last, wherever they stand, so that the words before and
    /// behind a table stay neighbours.
    #[must_use]
    pub fn of(text: &str, blocks: &[Block]) -> Self {
        let mut out = Self::default();
        // A Han character takes three bytes, a digit one.
        let most = blocks.iter().map(|b| (b.span.end - b.span.start) as usize).sum::<usize>() * 2 / 5;
        out.chars.reserve(most);
        out.spans.reserve(most);
        for block in blocks.iter().filter(|b| b.kind != BlockKind::Cell) {
            out.push_block(text, block);
        }
        out.prose = out.paragraphs.len();
        for block in blocks.iter().filter(|b| b.kind == BlockKind::Cell) {
            out.push_block(text, block);
        }
        out.mend_commas();
        out.spell();
        out
    }

    /// Writes the characters as one string.
    fn spell(&mut self) {
        // A Han character takes three bytes, and hardly any other takes more.
        self.text.reserve(self.chars.len() * 3);
        self.bytes.reserve(self.chars.len() + 1);
        for c in &self.chars {
            self.bytes.push(self.text.len() as u32);
            self.text.push(*c);
        }
        self.bytes.push(self.text.len() as u32);
    }

    fn push_block(&mut self, text: &str, block: &Block) {
        let (start, end) = (block.span.start as usize, block.span.end as usize);
        if block.kind == BlockKind::Lines {
            return self.push_lines(text, start, end);
        }
        let begin = self.chars.len();
        self.push_line(text, start, end);
        self.close_paragraph(begin);
        if block.kind == BlockKind::Heading
            && let Some(paragraph) = self.paragraphs.last_mut().filter(|p| p.range.start == begin)
        {
            paragraph.heading = true;
        }
    }

    fn push_lines(&mut self, text: &str, start: usize, end: usize) {
        let mut pages = Vec::new();
        let lines = lines(text.get(start..end).unwrap_or(""), &mut pages);
        let wrap = wrap_width(&lines);
        let lines = drop_bare_pages(lines, wrap, &mut pages);
        crate::order::by_key(&mut pages, |p| p.start);
        self.pages.extend(pages.iter().map(|p| Span::new((start + p.start) as u32, (start + p.end) as u32)));
        let mut begin = self.chars.len();
        for (i, (line, _)) in lines.iter().enumerate() {
            self.push_line(text, start + line.start, start + line.end);
            let flows = lines.get(i + 1).is_some_and(|(next, gap)| line.flows_into(next, *gap, wrap));
            if !flows {
                self.close_paragraph(begin);
                begin = self.chars.len();
            }
        }
    }

    fn push_line(&mut self, text: &str, start: usize, end: usize) {
        let mut blank = false;
        for (offset, c) in text.get(start..end).unwrap_or("").char_indices() {
            let at = (start + offset) as u32;
            // Most of a text is asked nothing else.
            if is_han(c) {
                blank = false;
                self.push(simplified(c), Span::new(at, at + 3));
                continue;
            }
            if is_blank(c) {
                blank = true;
                continue;
            }
            let folded = fold(c);
            // Two numbers side by side stay apart; one number broken at its point or comma is joined.
            if std::mem::take(&mut blank)
                && folded.is_ascii_digit()
                && self.chars.last().is_some_and(char::is_ascii_digit)
            {
                self.push(' ', Span::new(at, at));
            }
            self.push(folded, Span::new(at, at + c.len_utf8() as u32));
        }
    }

    fn push(&mut self, c: char, span: Span) {
        self.chars.push(c);
        self.spans.push(span);
    }

    fn close_paragraph(&mut self, begin: usize) {
        let end = self.chars.len();
        let Some(body) = self.chars.get(begin..end).filter(|b| !b.is_empty()) else {
            return;
        };
        let marker = marker(body);
        let stop = body.iter().any(|c| matches!(c, '。' | '；' | '：' | '，'));
        self.paragraphs.push(Paragraph { range: begin..end, marker, heading: !stop && body.len() <= 60 });
        let last = self.spans.last().map_or(0, |s| s.end);
        self.push('\n', Span::new(last, last));
    }

    /// A comma is a clause mark unless it groups thousands: one to three digits before it and no point before those, groups of three after it.
    fn mend_commas(&mut self) {
        let is_decimal = |c: Option<&char>| c.is_some_and(|c| c.is_ascii_digit() || *c == '.');
        for i in 0..self.chars.len() {
            if !matches!(self.chars.get(i), Some(',' | '，')) {
                continue;
            }
            let before = self.chars.get(..i).unwrap_or(&[]).iter().rev().take_while(|c| c.is_ascii_digit()).count();
            let grouped = before == 3 && i >= 4 && matches!(self.chars.get(i - 4), Some(','));
            let after = self.chars.get(i + 1..).unwrap_or(&[]).iter().take_while(|c| c.is_ascii_digit()).count();
            let thousands = (1..=3).contains(&before)
                && (grouped || !is_decimal(self.chars.get(i.wrapping_sub(before + 1))))
                && after == 3;
            if let Some(c) = self.chars.get_mut(i) {
                *c = if thousands { ',' } else { '，' };
            }
        }
    }

    /// All characters.
    #[must_use]
    pub fn chars(&self) -> &[char] {
        &self.chars
    }

    /// The character at a position.
    #[must_use]
    #[inline]
    pub fn at(&self, position: usize) -> Option<char> {
        self.chars.get(position).copied()
    }

    /// The paragraphs, in order.
    #[must_use]
    pub fn paragraphs(&self) -> &[Paragraph] {
        &self.paragraphs
    }

    /// Page numbers that were left out of the text, in the original.
    #[must_use]
    pub fn pages(&self) -> &[Span] {
        &self.pages
    }

    /// How many of the paragraphs are words; those behind them are cells of tables.
    #[must_use]
    pub const fn prose(&self) -> usize {
        self.prose
    }

    /// The characters of a range; empty where it does not fit.
    #[must_use]
    pub fn slice(&self, range: Range) -> &[char] {
        self.chars.get(range).unwrap_or(&[])
    }

    /// The words of a range; none where it does not fit.
    #[must_use]
    pub fn words(&self, range: Range) -> &str {
        let byte = |at: usize| self.bytes.get(at).map(|byte| *byte as usize);
        match (byte(range.start), byte(range.end)) {
            (Some(start), Some(end)) => self.text.get(start..end).unwrap_or_default(),
            _ => "",
        }
    }

    /// The text from a position on.
    #[must_use]
    pub fn from(&self, position: usize) -> &str {
        self.words(position..self.chars.len())
    }

    /// The text up to a position.
    #[must_use]
    pub fn before(&self, position: usize) -> &str {
        self.words(0..position)
    }

    /// The words of a lexicon that stand at a position, the longest first.
    pub fn standing<'a, T: Copy>(
        &'a self,
        words: &'a Lexicon<T>,
        position: usize,
    ) -> impl Iterator<Item = (&'static str, T)> + 'a {
        let may = self.at(position).is_some_and(|c| words.may_begin(c));
        words.starts(if may { self.from(position) } else { "" })
    }

    /// The positions in a range where a word of a lexicon stands, each with the longest one.
    pub fn found<'a, T: Copy>(
        &'a self,
        words: &'a Lexicon<T>,
        range: Range,
    ) -> impl Iterator<Item = (usize, &'static str, T)> + 'a {
        let start = range.start;
        let begins = self.slice(range).iter().enumerate().filter(|(_, c)| words.may_begin(**c));
        begins.filter_map(move |(at, _)| {
            let (word, value) = words.starts(self.from(start + at)).next()?;
            Some((start + at, word, value))
        })
    }

    /// Whether the words stand at a position.
    #[must_use]
    pub fn has(&self, position: usize, words: &str) -> bool {
        // Most words are asked for in vain, and their first character says so.
        let begins = words.chars().next().is_none_or(|first| self.at(position) == Some(first));
        begins && self.from(position).starts_with(words)
    }

    /// The place of a range in the original.
    #[must_use]
    pub fn span(&self, range: &Range) -> Span {
        let first = self.spans.get(range.start).copied().unwrap_or_default();
        let last = range.end.checked_sub(1).and_then(|i| self.spans.get(i)).copied().unwrap_or(first);
        Span::new(first.start, last.end.max(first.start))
    }
}
