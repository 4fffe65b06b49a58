//! Number formats (数字格式): the code of a format and a stored number → what the cell shows, exactly as the program prints it.
//!
//! Everything is done on decimal digits, never on binary fractions. What a format cannot show (a date before 1900) is told
//! apart from what it shows, so that nobody takes a guess for a figure.

mod builtin;
mod calendar;
mod fraction;
mod general;
mod moment;
mod number;
mod numeral;
mod parse;
mod section;

pub(super) use builtin::builtin;

use super::digits::Digits;
use section::{Kind, Numerals, Part, Section};

/// The code of a number format, read (数字格式).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Format {
    numbers: Vec<Section>,
    text: Option<Section>,
}

/// What a cell shows (显示).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Shown {
    /// Its characters.
    pub text: String,
    /// How they stand to the stored number.
    pub against: Against,
}

/// How what is shown stands to what is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Against {
    /// The same number, or none at all.
    Same,
    /// The same, rounded.
    Rounded,
    /// Another magnitude: thousands taken away, or a point put between the digits.
    Scaled,
    /// Words, or nothing, instead of a number.
    Words,
}

impl Format {
    /// Reads a code.
    pub(super) fn parse(code: &str) -> Self {
        let mut numbers = parse::sections(code);
        let is_text = |s: &Section| s.kind == Kind::Words && s.parts.contains(&Part::Text);
        let text = if numbers.len() == 4 || numbers.last().is_some_and(is_text) { numbers.pop() } else { None };
        Self { numbers, text }
    }

    /// What a number is shown as; nothing where the format cannot show it. Dates count from 1904 in some old files.
    pub(super) fn number(&self, value: &Digits, from_1904: bool) -> Option<Shown> {
        let Some((section, unsigned)) = self.choose(value) else {
            return Some(self.plain(value));
        };
        let mut shown = match section.kind {
            Kind::Words => Shown { text: words(section), against: Against::Words },
            Kind::General => general::show(section, value),
            Kind::Number => number::show(section, value),
            Kind::Scientific => number::scientific(section, value),
            Kind::Fraction => fraction::show(section, value)?,
            Kind::Moment => return moment::show(section, value, from_1904),
        };
        if section.numerals != Numerals::Arabic && section.kind != Kind::General {
            shown.text = numeral::each(&shown.text, section.numerals);
        }
        if value.is_negative() && !unsigned && section.kind != Kind::Words {
            shown.text.insert(0, '-');
        }
        if value.is_zero() && shown.against == Against::Words {
            shown.against = Against::Same;
        }
        shown.text = shown.text.trim().to_owned();
        Some(shown)
    }

    /// What a text is shown as.
    pub(super) fn text(&self, text: &str) -> String {
        let Some(section) = &self.text else { return text.to_owned() };
        let piece = |part: &Part| match part {
            Part::Text => text.to_owned(),
            Part::Literal(words) => words.clone(),
            _ => String::new(),
        };
        section.parts.iter().map(piece).collect()
    }

    fn plain(&self, value: &Digits) -> Shown {
        let mut shown = general::show(&Section::default(), value);
        if value.is_negative() {
            shown.text.insert(0, '-');
        }
        shown
    }

    /// The section for a number, and whether it is only for negative ones and so shows no sign of its own.
    fn choose(&self, value: &Digits) -> Option<(&Section, bool)> {
        let [first, rest @ ..] = self.numbers.as_slice() else { return None };
        let Some(second) = rest.first() else {
            return Some((first, false)).filter(|(s, _)| s.condition.as_ref().is_none_or(|c| c.holds(value)));
        };
        let last = rest.get(1);
        let holds = |s: &Section| s.condition.as_ref().is_some_and(|c| c.holds(value));
        let only = |s: &Section| s.condition.as_ref().is_some_and(section::Condition::only_negative);
        if holds(first) {
            return Some((first, only(first)));
        }
        if holds(second) {
            return Some((second, only(second)));
        }
        match (&first.condition, &second.condition) {
            (None, None) if value.is_negative() => Some((second, true)),
            (None, None) if value.is_zero() => Some((last.unwrap_or(first), false)),
            (None, _) => Some((first, false)),
            (Some(taken), None) if last.is_none() => Some((second, taken.leaves_negative())),
            (Some(_), None) if value.is_negative() => Some((second, true)),
            (Some(_), _) => last.map(|s| (s, false)),
        }
    }
}

/// The words of a section that has no place for a number.
fn words(section: &Section) -> String {
    section.parts.iter().map(|p| if let Part::Literal(words) = p { words.as_str() } else { "" }).collect()
}
