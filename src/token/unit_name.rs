//! Units in the text: which one stands at a position and how it scales.

use super::unit_table::{AFTER_HAN, LETTERS, NOT_SCALES, NOT_UNITS, SCALES, UNITS};
use crate::number::{Decimal, Dimension, Unit, power_of_ten};
use crate::text::LogicalText;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// All unit words by their first character, the longest first.
static WORDS: LazyLock<BTreeMap<char, Vec<(Dimension, &'static str)>>> = LazyLock::new(|| {
    let letters = LETTERS.iter().map(|word| (Dimension::Count, *word));
    let words = UNITS.iter().flat_map(|(dimension, words)| words.iter().map(|word| (*dimension, *word)));
    let mut out: BTreeMap<char, Vec<(Dimension, &str)>> = BTreeMap::new();
    for (dimension, word) in words.chain(letters) {
        out.entry(word.chars().next().unwrap_or_default()).or_default().push((dimension, word));
    }
    for list in out.values_mut() {
        list.sort_by_key(|(_, word)| std::cmp::Reverse(word.chars().count()));
    }
    out
});

/// The scale word at a position: its exponent and length.
pub(super) fn scale_at(text: &LogicalText, at: usize) -> Option<(i32, usize)> {
    if stands(text, at, NOT_SCALES) {
        return None;
    }
    let (word, exponent) = SCALES.iter().find(|(word, _)| text.has(at, word))?;
    Some((*exponent, word.chars().count()))
}

/// The unit at a position behind a number scaled by `10^exponent`, with its length in characters.
pub(super) fn unit_at(text: &LogicalText, at: usize, exponent: i32) -> Option<(Unit, usize)> {
    let (dimension, word) = word_at(text, at)?;
    let mut length = word.chars().count();
    // 百分点 is counted with 个 or without.
    let mut base = if dimension == Dimension::Points { "百分点" } else { word }.to_owned();
    if text.at(at + length) == Some('/') && dimension != Dimension::Percent {
        let per = per_at(text, at + length + 1)?;
        length += 1 + per.chars().count();
        base = format!("{base}/{per}");
    }
    let name = format!("{}{base}", scale_word(exponent));
    Some((Unit { dimension, name, base, scale: power_of_ten(exponent) }, length))
}

/// The unit of a number that has only a scale, or nothing at all.
pub(super) fn bare(exponent: i32) -> Unit {
    let name = scale_word(exponent).to_owned();
    let scale = if exponent == 0 { Decimal::ONE } else { power_of_ten(exponent) };
    Unit { dimension: Dimension::Bare, name, base: String::new(), scale }
}

/// Percent: 百分之五 and 九成 are read as such.
pub(super) fn sign(dimension: Dimension, sign: &str) -> Unit {
    Unit { dimension, name: sign.to_owned(), base: sign.to_owned(), scale: Decimal::ONE }
}

/// Whether the words behind a Han numeral make it a count.
pub(super) fn counts_after_han(text: &LogicalText, at: usize) -> bool {
    stands(text, at, AFTER_HAN) && !stands(text, at, NOT_UNITS)
}

fn stands(text: &LogicalText, at: usize, words: &[&str]) -> bool {
    words.iter().any(|word| text.has(at, word))
}

fn word_at(text: &LogicalText, at: usize) -> Option<(Dimension, &'static str)> {
    let words = WORDS.get(&text.at(at)?)?;
    if stands(text, at, NOT_UNITS) {
        return None;
    }
    words.iter().find(|(_, word)| text.has(at, word) && ends(text, at, word)).copied()
}

/// A unit in letters ends before the next letter or digit: 5km, but neither 5G nor 3D打印.
fn ends(text: &LogicalText, at: usize, word: &str) -> bool {
    let letters = word.starts_with(|c: char| c.is_ascii_alphabetic());
    !letters || !text.at(at + word.chars().count()).is_some_and(|c| c.is_ascii_alphanumeric())
}

/// What an amount is *per*: 元/股.
fn per_at(text: &LogicalText, at: usize) -> Option<String> {
    match word_at(text, at) {
        Some((_, word)) => Some(word.to_owned()),
        None => text.at(at).filter(|c| c.is_alphabetic()).map(String::from),
    }
}

fn scale_word(exponent: i32) -> &'static str {
    SCALES.iter().find(|(_, e)| *e == exponent).map_or("", |(word, _)| word)
}
