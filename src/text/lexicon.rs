//! Lists of words that many texts are asked for, found by their first or last character instead of one by one (词表).

use crate::gather::Gather;
use std::cmp::Reverse;

/// A word under one of its ends, with what it stands for.
type Entry<T> = (char, &'static str, T);

/// Words, each with what it stands for.
#[derive(Debug)]
pub struct Lexicon<T> {
    /// Under their first characters.
    by_first: Index<T>,
    /// Under their last characters.
    by_last: Index<T>,
}

/// Words under one of their ends, the longest first.
#[derive(Debug)]
struct Index<T> {
    list: Vec<Entry<T>>,
    /// Which characters are among them, several to a bit: most of a text is asked in vain, and this says so at once.
    seen: [u64; 16],
}

/// The word and the bit of [`Index::seen`] for a character.
#[inline]
fn bit(c: char) -> (usize, u64) {
    let code = c as usize % 1024;
    (code / 64, 1 << (code % 64))
}

impl<T> Index<T> {
    fn new(mut list: Vec<Entry<T>>) -> Self {
        crate::order::by_key(&mut list, |(c, word, _)| (*c, Reverse(word.len())));
        let mut seen = [0; 16];
        for (c, ..) in &list {
            let (word, mask) = bit(*c);
            seen[word] |= mask;
        }
        Self { list, seen }
    }

    /// Whether there may be entries under a character; false is certain.
    #[inline]
    fn may_hold(&self, c: char) -> bool {
        let (word, mask) = bit(c);
        self.seen[word] & mask != 0
    }

    /// The entries under a character, if there is one.
    fn of(&self, c: Option<char>) -> impl Iterator<Item = &Entry<T>> {
        let held = c.filter(|c| self.may_hold(*c));
        let from = held.map_or(self.list.len(), |c| self.list.partition_point(|entry| entry.0 < c));
        self.list.get(from..).unwrap_or_default().iter().take_while(move |entry| Some(entry.0) == held)
    }
}

impl<T: Copy> Lexicon<T> {
    /// A lexicon of these words; empty ones are left out.
    #[must_use]
    pub fn new(words: impl IntoIterator<Item = (&'static str, T)>) -> Self {
        let words: Vec<(&'static str, T)> = words.into_iter().gather();
        let under = |end: fn(&str) -> Option<char>| {
            Index::new(words.iter().filter_map(|(word, value)| Some((end(word)?, *word, *value))).gather())
        };
        Self { by_first: under(|word| word.chars().next()), by_last: under(|word| word.chars().next_back()) }
    }

    /// The words that a text begins with, the longest first.
    pub fn starts<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (&'static str, T)> + 'a {
        let list = self.by_first.of(text.chars().next());
        list.filter(|(_, word, _)| text.starts_with(*word)).map(|(_, word, value)| (*word, *value))
    }

    /// Whether some word may begin with a character; false is certain.
    #[must_use]
    #[inline]
    pub fn may_begin(&self, c: char) -> bool {
        self.by_first.may_hold(c)
    }

    /// The words that a text ends with, the longest first.
    pub fn ends<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (&'static str, T)> + 'a {
        let list = self.by_last.of(text.chars().next_back());
        list.filter(|(_, word, _)| text.ends_with(*word)).map(|(_, word, value)| (*word, *value))
    }

    /// The words in a text, each with the byte at which it begins.
    pub fn within<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (usize, T)> + 'a {
        let begins = text.char_indices().filter(|(_, first)| self.by_first.may_hold(*first));
        begins.flat_map(move |(at, first)| {
            let rest = text.get(at..).unwrap_or_default();
            let list = self.by_first.of(Some(first));
            list.filter(move |(_, word, _)| rest.starts_with(*word)).map(move |(_, _, value)| (at, *value))
        })
    }

    /// Whether any of the words stands in a text.
    #[must_use]
    pub fn is_in(&self, text: &str) -> bool {
        let stands = |at: usize| text.get(at..).is_some_and(|rest| self.starts(rest).next().is_some());
        text.char_indices().any(|(at, first)| self.may_begin(first) && stands(at))
    }
}

impl Lexicon<()> {
    /// A lexicon of words that stand for nothing but themselves.
    #[must_use]
    pub fn of(words: &[&'static str]) -> Self {
        Self::new(words.iter().map(|word| (*word, ())))
    }
}
