//! Units in the text: which one stands at a position and how it scales.

use super::unit_table::{AFTER_HAN, LETTERS, NOT_SCALES, NOT_UNITS, SCALES, UNITS};
use crate::number::{Decimal, Dimension, Unit, power_of_ten};
use crate::text::{Lexicon, LogicalText};
use std::sync::LazyLock;

/// All unit words.
static WORDS: LazyLock<Lexicon<Dimension>> = LazyLock::new(|| {
    let letters = LETTERS.iter().map(|word| (*word, Dimension::Count));
    let words = UNITS.iter().flat_map(|(dimension, words)| words.iter().map(|word| (*word, *dimension)));
    Lexicon::new(words.chain(letters))
});
static SCALE_WORDS: LazyLock<Lexicon<i32>> = LazyLock::new(|| Lexicon::new(SCALES.iter().copied()));
static NO_SCALE: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::of(NOT_SCALES));
static NO_UNIT: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::of(NOT_UNITS));
static HAN_UNIT: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::of(AFTER_HAN));

/// The scale word at a position: its exponent and length.
pub(super) fn scale_at(text: &LogicalText, at: usize) -> Option<(i32, usize)> {
    let (word, exponent) = text.standing(&SCALE_WORDS, at).next()?;
    (!stands(text, at, &NO_SCALE)).then(|| (exponent, word.chars().count()))
}

/// Of how many people a rate of births, deaths or illness is told.
const PER_HEAD: [&str; 2] = ["/10万", "/十万"];

/// The unit at a position behind a number scaled by `10^exponent`, with its length in characters.
pub(super) fn unit_at(text: &LogicalText, at: usize, exponent: i32) -> Option<(Unit, usize)> {
    if let Some(per) = PER_HEAD.iter().find(|per| exponent == 0 && text.has(at, per)) {
        let base = (*per).to_owned();
        let unit = Unit { dimension: Dimension::Count, name: base.clone(), base, scale: Decimal::ONE };
        return Some((unit, per.chars().count()));
    }
    let (dimension, word) = word_at(text, at)?;
    let mut length = word.chars().count();
    // 百分点 is counted with 个 or without.
    let mut base = if dimension == Dimension::Points { "百分点" } else { word }.to_owned();
    // 0.68亿元/同比增长11%: a stroke before words of comparison divides the words, not the unit.
    let compared = |at| ["同比", "环比", "增", "降", "下降", "上升"].iter().any(|word| text.has(at, word));
    if text.at(at + length) == Some('/') && dimension != Dimension::Percent && !compared(at + length + 1) {
        let per = per_at(text, at + length + 1)?;
        length += 1 + per.chars().count();
        base = format!("{base}/{per}");
    }
    let scale = scale_word(exponent);
    let mut name = String::with_capacity(scale.len() + base.len());
    name.push_str(scale);
    name.push_str(&base);
    Some((Unit { dimension, name, base, scale: power_of_ten(exponent) }, length))
}

/// Whether a unit stands there: the same without its words.
pub(super) fn is_unit_at(text: &LogicalText, at: usize, exponent: i32) -> bool {
    match word_at(text, at) {
        Some((_, word)) if text.at(at + word.chars().count()) != Some('/') => true,
        _ => unit_at(text, at, exponent).is_some(),
    }
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
    stands(text, at, &HAN_UNIT) && !stands(text, at, &NO_UNIT)
}

fn stands(text: &LogicalText, at: usize, words: &Lexicon<()>) -> bool {
    text.standing(words, at).next().is_some()
}

fn word_at(text: &LogicalText, at: usize) -> Option<(Dimension, &'static str)> {
    let (word, dimension) = text.standing(&WORDS, at).find(|(word, _)| ends(text, at, word))?;
    (!stands(text, at, &NO_UNIT)).then_some((dimension, word))
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
