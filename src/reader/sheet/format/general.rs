//! The general format (常规): as many digits as a cell has room for, eleven characters.

use super::super::digits::Digits;
use super::section::{Numerals, Part, Section};
use super::{Against, Shown, numeral};

/// Characters that a number may take, without its sign.
const ROOM: usize = 11;

/// Digits of a number that is shown as a power.
const OF_POWER: usize = 6;

/// A number in the general format, without its sign, among the words of its section.
pub(super) fn show(section: &Section, value: &Digits) -> Shown {
    let (number, shown) = general(&value.unsigned());
    let against = if shown == value.unsigned() { Against::Same } else { Against::Rounded };
    let number = if section.numerals == Numerals::Arabic {
        number
    } else {
        numeral::counted(&number, section.numerals).unwrap_or(number)
    };
    let piece = |part: &Part| match part {
        Part::General => number.clone(),
        Part::Literal(words) => words.clone(),
        _ => String::new(),
    };
    let text = if section.parts.is_empty() { number.clone() } else { section.parts.iter().map(piece).collect() };
    Shown { text, against }
}

/// The characters, and the number for which they stand.
fn general(value: &Digits) -> (String, Digits) {
    let plain = value.plain();
    if value.is_zero() || plain.len() <= ROOM {
        return (plain, value.clone());
    }
    let power = value.point() - 1;
    if (-4..=10).contains(&power) {
        // A point takes the place of a digit, and so does the zero before it.
        let rounded = value.rounded((9 - power.max(0)).max(0));
        let plain = rounded.plain();
        if plain.len() <= ROOM {
            return (plain, rounded);
        }
    }
    let rounded = value.significant(OF_POWER);
    let power = rounded.point() - 1;
    let sign = if power < 0 { '-' } else { '+' };
    let mantissa = rounded.shifted(-power).plain();
    (format!("{mantissa}E{sign}{:02}", power.abs()), rounded)
}
