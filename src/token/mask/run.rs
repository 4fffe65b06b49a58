//! A run of Arabic digits with a view of the characters around it.

use crate::text::{LogicalText, Mention};

/// The run.
pub(super) struct Run<'a> {
    pub(super) text: &'a LogicalText,
    pub(super) at: usize,
    /// One past the digits.
    pub(super) end: usize,
    /// One past the paragraph.
    pub(super) limit: usize,
}

impl<'a> Run<'a> {
    pub(super) fn new(text: &'a LogicalText, at: usize, limit: usize) -> Self {
        let mut run = Self { text, at, end: at, limit };
        run.end = at + run.digits_from(at);
        run
    }

    /// How many digits stand at a position.
    pub(super) fn digits_from(&self, at: usize) -> usize {
        (at..self.limit).take_while(|i| self.text.at(*i).is_some_and(|c| c.is_ascii_digit())).count()
    }

    /// The character some places before the run; 1 is the nearest.
    pub(super) fn before(&self, back: usize) -> Option<char> {
        self.at.checked_sub(back).and_then(|i| self.text.at(i))
    }

    /// Whether one of the words ends where the run begins.
    pub(super) fn follows(&self, words: &[&str]) -> bool {
        let before = self.text.before(self.at);
        before.ends_with_any(words)
    }

    /// Whether one of the words begins where the run ends.
    pub(super) fn leads(&self, words: &[&str]) -> bool {
        words.iter().any(|word| self.text.has(self.end, word))
    }

    /// The character behind the run.
    pub(super) fn after(&self) -> Option<char> {
        self.text.at(self.end)
    }

    pub(super) fn length(&self) -> usize {
        self.end - self.at
    }

    pub(super) fn value(&self) -> u64 {
        let digits = self.text.slice(self.at..self.end).iter().filter_map(|c| c.to_digit(10));
        digits.fold(0u64, |v, d| v.saturating_mul(10).saturating_add(u64::from(d)))
    }
}
