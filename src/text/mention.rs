//! Whether words are mentioned (提到), or begin or end a text: what rules ask of every figure's words, some hundred times, nearly always in
//! vain.
//!
//! The standard library prepares each search as if the text were long; that took a seventh of a check in a browser.

use std::fmt::{Display, Formatter, Result as Written};
use std::ops::Deref;

/// Asks a text for words.
pub trait Mention {
    /// Whether a word stands in it.
    fn mentions(&self, word: &str) -> bool;

    /// Whether one of some words does.
    fn mentions_any(&self, words: &[&str]) -> bool;

    /// Whether it begins with one of some words.
    fn starts_with_any(&self, words: &[&str]) -> bool;

    /// Whether it ends with one of some words.
    fn ends_with_any(&self, words: &[&str]) -> bool;
}

/// Words that are asked over and over, which know their bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words {
    text: String,
    seen: u64,
}

impl Words {
    /// The words themselves.
    #[must_use]
    #[inline]
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl Mention for Words {
    fn mentions(&self, word: &str) -> bool {
        self.mentions_any(&[word])
    }

    fn mentions_any(&self, words: &[&str]) -> bool {
        mentioned(words, &self.text, self.seen)
    }

    fn starts_with_any(&self, words: &[&str]) -> bool {
        self.text.starts_with_any(words)
    }

    fn ends_with_any(&self, words: &[&str]) -> bool {
        self.text.ends_with_any(words)
    }
}

impl From<String> for Words {
    fn from(text: String) -> Self {
        let seen = bits(&text);
        Self { text, seen }
    }
}

impl Deref for Words {
    type Target = str;

    #[inline]
    fn deref(&self) -> &str {
        &self.text
    }
}

impl Display for Words {
    fn fmt(&self, f: &mut Formatter<'_>) -> Written {
        f.write_str(&self.text)
    }
}

impl PartialEq<&str> for Words {
    fn eq(&self, other: &&str) -> bool {
        self.text == *other
    }
}

#[inline(never)]
fn mentioned(words: &[&str], text: &str, seen: u64) -> bool {
    words.iter().any(|word| may_hold(seen, word) && text.contains(word))
}

/// Whether a text with such bytes has all those of a word, which are asked from the last on: most words end with one that it lacks.
#[inline]
fn may_hold(seen: u64, word: &str) -> bool {
    let mut rest = word.as_bytes();
    while let [head @ .., last] = rest {
        if seen & bit(*last) == 0 {
            return false;
        }
        rest = head;
    }
    true
}

impl Mention for str {
    #[inline(never)]
    fn mentions(&self, word: &str) -> bool {
        self.mentions_any(&[word])
    }

    #[inline(never)]
    fn mentions_any(&self, words: &[&str]) -> bool {
        mentioned(words, self, bits(self))
    }

    #[inline(never)]
    fn starts_with_any(&self, words: &[&str]) -> bool {
        // Few first bytes serve all characters; the third tells most of them apart.
        let third = self.as_bytes().get(2);
        let may = |word: &str| word.as_bytes().get(2).is_none_or(|byte| Some(byte) == third);
        words.iter().any(|word| may(word) && self.starts_with(word))
    }

    #[inline(never)]
    fn ends_with_any(&self, words: &[&str]) -> bool {
        let last = self.as_bytes().last();
        let may = |word: &str| word.as_bytes().last().is_none_or(|byte| Some(byte) == last);
        words.iter().any(|word| may(word) && self.ends_with(word))
    }
}

/// Which bytes a text has, four to a bit: it mentions no word of which it lacks one.
fn bits(text: &str) -> u64 {
    text.bytes().fold(0, |seen, byte| seen | bit(byte))
}

#[inline]
const fn bit(byte: u8) -> u64 {
    1 << (byte % 64)
}

#[cfg(test)]
mod tests {
    use super::{Mention, Words};
    use proptest::prelude::*;

    proptest! {
        /// The standard library's answer is the right one.
        #[test]
        fn a_word_is_mentioned_where_the_text_contains_it(text in "[预决算支出ab万]{0,20}", word in "[预决算支出ab万]{0,3}") {
            prop_assert_eq!(text.mentions(&word), text.contains(&word));
            prop_assert_eq!(text.mentions_any(&["无此词", &word]), text.contains(&word));
            prop_assert_eq!(Words::from(text.clone()).mentions_any(&["无此词", &word]), text.contains(&word));
            prop_assert_eq!(text.starts_with_any(&["无此词", &word]), text.starts_with(&word));
            prop_assert_eq!(text.ends_with_any(&["无此词", &word]), text.ends_with(&word));
        }
    }

    #[test]
    fn no_word_of_none_is_mentioned() {
        assert!(!"预算支出".mentions_any(&[]));
    }
}
