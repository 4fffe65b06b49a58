//! Lists of words that many texts are asked for, found by their first or last character instead of one by one (词表).

use std::cmp::Reverse;

/// A word under one of its ends, with what it stands for.
type Entry<T> = (char, &'static str, T);

/// Words, each with what it stands for.
#[derive(Debug)]
pub struct Lexicon<T> {
    /// Under their first characters, the longest first.
    by_first: Vec<Entry<T>>,
    /// Under their last characters, the longest first.
    by_last: Vec<Entry<T>>,
}

impl<T: Copy> Lexicon<T> {
    /// A lexicon of these words; empty ones are left out.
    #[must_use]
    pub fn new(words: impl IntoIterator<Item = (&'static str, T)>) -> Self {
        let words: Vec<(&'static str, T)> = words.into_iter().collect();
        let under = |end: fn(&str) -> Option<char>| {
            let mut list: Vec<_> = words.iter().filter_map(|(word, value)| Some((end(word)?, *word, *value))).collect();
            crate::order::by_key(&mut list, |(c, word, _)| (*c, Reverse(word.len())));
            list
        };
        Self { by_first: under(|word| word.chars().next()), by_last: under(|word| word.chars().next_back()) }
    }

    /// The words that a text begins with, the longest first.
    pub fn starts<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (&'static str, T)> + 'a {
        let list = text.chars().next().map_or(&[][..], |first| of(&self.by_first, first));
        list.iter().filter(|(_, word, _)| text.starts_with(*word)).map(|(_, word, value)| (*word, *value))
    }

    /// The words that a text ends with, the longest first.
    pub fn ends<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (&'static str, T)> + 'a {
        let list = text.chars().next_back().map_or(&[][..], |last| of(&self.by_last, last));
        list.iter().filter(|(_, word, _)| text.ends_with(*word)).map(|(_, word, value)| (*word, *value))
    }

    /// The words in a text, each with the byte at which it begins.
    pub fn within<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (usize, T)> + 'a {
        text.char_indices().flat_map(move |(at, first)| {
            let rest = text.get(at..).unwrap_or_default();
            let list = of(&self.by_first, first).iter();
            list.filter(move |(_, word, _)| rest.starts_with(*word)).map(move |(_, _, value)| (at, *value))
        })
    }

    /// Whether any of the words stands in a text.
    #[must_use]
    pub fn is_in(&self, text: &str) -> bool {
        self.within(text).next().is_some()
    }
}

impl Lexicon<()> {
    /// A lexicon of words that stand for nothing but themselves.
    #[must_use]
    pub fn of(words: &[&'static str]) -> Self {
        Self::new(words.iter().map(|word| (*word, ())))
    }
}

/// The entries under a character.
fn of<T>(list: &[Entry<T>], c: char) -> &[Entry<T>] {
    let from = list.partition_point(|entry| entry.0 < c);
    let rest = list.get(from..).unwrap_or_default();
    rest.get(..rest.iter().take_while(|entry| entry.0 == c).count()).unwrap_or_default()
}
