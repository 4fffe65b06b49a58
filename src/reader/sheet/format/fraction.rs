//! Fractions: # ?/?, # ??/8.

use super::super::digits::Digits;
use super::section::{Part, Section};
use super::{Against, Shown};

/// Places behind the point in which the part below one is counted.
const PLACES: u32 = 15;

/// Digits of a denominator, at most.
const MOST_DIGITS: usize = 4;

/// A number as a fraction, without its sign; nothing where it is too large to count.
pub(super) fn show(section: &Section, value: &Digits) -> Option<Shown> {
    let bar = section.bar_of_fraction()?;
    let (before, after) = (section.parts.get(..bar)?, section.parts.get(bar + 1..)?);
    let place = |p: &&Part| matches!(p, Part::Place(_));
    let upper = before.iter().rev().take_while(place).count();
    let mixed = before.iter().rev().skip(upper).any(|p| place(&p));
    let (whole, rest) = value.parts(PLACES)?;
    let one = 10i128.pow(PLACES);
    let rest = if mixed { i128::from(rest) } else { i128::from(whole) * one + i128::from(rest) };
    let fixed: String =
        after.iter().map_while(|p| if let Part::Literal(w) = p { Some(w.as_str()) } else { None }).collect();
    let fixed = fixed.trim().parse::<i128>().ok().filter(|d| (1..=9999).contains(d));
    let digits = after.iter().take_while(place).count().min(MOST_DIGITS);
    let (numerator, denominator) = match fixed {
        Some(denominator) => (nearest(rest, denominator, one), denominator),
        None => closest(rest, 10i128.pow(digits as u32) - 1, one)?,
    };
    // 0.99 in halves is a whole.
    let (whole, numerator) = if mixed && numerator == denominator { (whole + 1, 0) } else { (whole, numerator) };
    let mut words = Vec::new();
    if mixed && (whole > 0 || numerator == 0) {
        words.push(whole.to_string());
    }
    if !mixed || numerator > 0 {
        words.push(format!("{numerator}/{denominator}"));
    }
    let same = numerator * one == rest * denominator || (numerator == 0 && rest == 0);
    Some(Shown { text: words.join(" "), against: if same { Against::Same } else { Against::Rounded } })
}

/// `rest` ones-th of so many parts, rounded.
fn nearest(rest: i128, denominator: i128, one: i128) -> i128 {
    (rest * denominator * 2 + one).div_euclid(one * 2)
}

/// The fraction that comes closest, with the smallest denominator.
fn closest(rest: i128, most: i128, one: i128) -> Option<(i128, i128)> {
    let mut best: Option<(i128, i128, i128)> = None;
    for denominator in 1..=most {
        let numerator = nearest(rest, denominator, one);
        let off = (numerator * one - rest * denominator).abs();
        if best.is_none_or(|(_, best_denominator, best_off)| off * best_denominator < best_off * denominator) {
            best = Some((numerator, denominator, off));
        }
    }
    best.map(|(numerator, denominator, _)| (numerator, denominator))
}
