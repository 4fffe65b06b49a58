//! What a printed figure stands for.

use rust_decimal::Decimal;
use std::collections::BTreeSet;

/// Values without order; sign, unit and zeros left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Values(pub BTreeSet<Decimal>);

impl Values {
    /// Zeros say nothing about which relation is meant.
    pub fn without_zero(mut self) -> Self {
        self.0.remove(&Decimal::ZERO);
        self
    }

    /// Whether this set and the other have at least two values in common, or this one lies wholly in the other.
    pub fn touches(&self, other: &Self) -> bool {
        !self.0.is_empty() && (self.0.is_subset(&other.0) || self.0.intersection(&other.0).count() >= 2)
    }
}

impl FromIterator<Decimal> for Values {
    fn from_iter<I: IntoIterator<Item = Decimal>>(values: I) -> Self {
        Self(values.into_iter().map(|value| value.abs().normalize()).collect())
    }
}

/// A printed figure.
#[derive(Clone, Copy, Debug)]
pub struct Printed {
    /// Its value with 万 and 亿 multiplied out; per cent is the bare number.
    pub value: Decimal,
    /// Half a unit of its last printed place; 0 for a plain count.
    pub half: Decimal,
}

impl Printed {
    /// Reads `1,250.40 万元`, `３亿４９７万元`, `62.5%`, `十二项`; `None` where there is no number.
    pub fn read(text: &str) -> Option<Self> {
        let plain: String = text.chars().filter(|c| !c.is_whitespace() && !matches!(c, ',' | '，')).map(fold).collect();
        Self::digits(&plain).or_else(|| chinese(&plain).map(|value| Self { value, half: Decimal::ZERO }))
    }

    fn digits(text: &str) -> Option<Self> {
        let mut rest = text.trim_start_matches(|c: char| !c.is_ascii_digit() && c != '-');
        let mut total = Decimal::ZERO;
        let mut half = None;
        loop {
            let number: String = rest
                .chars()
                .enumerate()
                .take_while(|&(i, c)| c.is_ascii_digit() || c == '.' || (i == 0 && c == '-'))
                .map(|(_, c)| c)
                .collect();
            let Ok(value) = number.parse::<Decimal>() else {
                break;
            };
            rest = rest.strip_prefix(number.as_str())?;
            rest = rest.strip_prefix(['余', '多']).unwrap_or(rest);
            let (scale, after) = scale(rest);
            total += value * scale;
            let counted = value.scale() == 0 && scale == Decimal::ONE && !after.starts_with(['%', '‰']);
            half = Some(if counted { Decimal::ZERO } else { Decimal::new(5, value.scale() + 1) * scale });
            rest = after;
            if scale == Decimal::ONE {
                break;
            }
        }
        half.map(|half| Self { value: total, half })
    }

    /// What an operand may be off by. A printed 0 is nothing at all: a percentage on it is undefined, not large.
    pub fn slack(&self) -> Decimal {
        if self.value.is_zero() { Decimal::ZERO } else { self.half }
    }

    /// The rounding of a computed result: a plain number of 元 or 人 may be rounded too.
    pub fn rounding(&self) -> Decimal {
        if self.half.is_zero() { Decimal::new(5, 1) } else { self.half }
    }
}

/// Full-width digits and signs as plain ones.
fn fold(c: char) -> char {
    match c {
        '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')).unwrap_or(c),
        '．' => '.',
        '％' => '%',
        '－' => '-',
        _ => c,
    }
}

/// The scale word that the text begins with, and what follows it.
fn scale(text: &str) -> (Decimal, &str) {
    const WORDS: [(&str, i64); 5] =
        [("万亿", 1_000_000_000_000), ("亿", 100_000_000), ("千万", 10_000_000), ("百万", 1_000_000), ("万", 10_000)];
    WORDS
        .iter()
        .find_map(|&(word, scale)| text.strip_prefix(word).map(|after| (Decimal::from(scale), after)))
        .unwrap_or((Decimal::ONE, text))
}

/// The first run of Chinese numerals, below one hundred million.
fn chinese(text: &str) -> Option<Decimal> {
    let numeral = |c: char| "零一二三四五六七八九两十百千万".contains(c);
    let run: String = text.chars().skip_while(|&c| !numeral(c)).take_while(|&c| numeral(c)).collect();
    let (mut total, mut section, mut digit) = (0_i64, 0_i64, 0_i64);
    for c in run.chars() {
        let unit = match c {
            '十' => 10,
            '百' => 100,
            '千' => 1000,
            '万' => {
                total = (total + section + digit) * 10_000;
                (section, digit) = (0, 0);
                continue;
            }
            '两' => {
                digit = 2;
                continue;
            }
            _ => {
                digit = "零一二三四五六七八九".chars().position(|d| d == c).and_then(|d| i64::try_from(d).ok())?;
                continue;
            }
        };
        section += digit.max(1) * unit;
        digit = 0;
    }
    (!run.is_empty()).then(|| Decimal::from(total + section + digit))
}
