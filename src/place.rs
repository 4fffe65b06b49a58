//! Places in the text: the report counts UTF-16 code units, Rust counts bytes.
//!
//! For all that receive reports, the page first of all: every offset of a report passes through it once, on arrival.

/// A range of bytes, always on character boundaries of the text it was made for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Bytes {
    /// Where it begins.
    pub start: usize,
    /// Where it ends, exclusive.
    pub end: usize,
}

impl Bytes {
    /// The text there; empty where the range does not fit the text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or_default()
    }

    /// Whether the two share at least one byte.
    pub fn meets(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// Finds bytes from UTF-16 code units.
pub struct Places {
    /// The byte at which each code unit's character begins, and one entry for the end of the text.
    bytes: Vec<usize>,
}

impl Places {
    /// Reads the text once.
    pub fn new(text: &str) -> Self {
        let mut bytes = Vec::with_capacity(text.len() / 2 + 1);
        for (byte, character) in text.char_indices() {
            bytes.extend(std::iter::repeat_n(byte, character.len_utf16()));
        }
        bytes.push(text.len());
        Self { bytes }
    }

    /// The bytes of `start..end` in code units; a place outside the text is moved to its end.
    pub fn bytes(&self, start: u32, end: u32) -> Bytes {
        let start = self.byte(start);
        Bytes { start, end: self.byte(end).max(start) }
    }

    fn byte(&self, unit: u32) -> usize {
        let last = self.bytes.last().copied().unwrap_or_default();
        self.bytes.get(unit as usize).copied().unwrap_or(last)
    }
}

/// The lines of a text that are not blank, without the white space around them, as bytes.
pub fn lines(text: &str) -> impl Iterator<Item = Bytes> + '_ {
    let mut next = 0;
    text.split_inclusive('\n').filter_map(move |line| {
        let start = next;
        next += line.len();
        let leading = line.len() - line.trim_start().len();
        let trimmed = line.trim();
        let start = start + leading;
        (!trimmed.is_empty()).then_some(Bytes { start, end: start + trimmed.len() })
    })
}

/// The sentence around a place: the words before it, the place, and the words after it.
pub fn sentence(text: &str, bytes: Bytes) -> [&str; 3] {
    const STOPS: [char; 3] = ['。', '；', '\n'];
    let before = Bytes { start: 0, end: bytes.start }.of(text);
    let after = Bytes { start: bytes.end, end: text.len() }.of(text);
    let before = before.rsplit(STOPS).next().unwrap_or_default();
    let after = after.split(STOPS).next().unwrap_or_default();
    [before.trim_start(), bytes.of(text), after.trim_end()]
}
