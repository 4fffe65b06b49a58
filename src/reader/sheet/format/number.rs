//! Digits put into the places of a section: 0.00, #,##0, 0.0%, and 0.00E+00.

use super::super::digits::Digits;
use super::section::{Part, Section};
use super::{Against, Shown};

/// A number in the places of a section, without its sign.
pub(super) fn show(section: &Section, value: &Digits) -> Shown {
    let (whole, rest) = split_at_point(&section.parts);
    let moved = value.unsigned().shifted(2 * section.percents - 3 * section.thousands);
    let rounded = moved.rounded(places(rest));
    let against = if section.thousands > 0 || has_false_point(whole) {
        Against::Scaled
    } else if rounded == moved {
        Against::Same
    } else {
        Against::Rounded
    };
    Shown { text: before(whole, &rounded, section.grouped) + &behind(rest, &rounded), against }
}

/// A number as a power of ten, without its sign.
pub(super) fn scientific(section: &Section, value: &Digits) -> Shown {
    let mark = section.parts.iter().position(|p| matches!(p, Part::Exponent { .. })).unwrap_or(section.parts.len());
    let (mantissa, rest) = section.parts.split_at(mark);
    let (whole, fraction) = split_at_point(mantissa);
    let step = places(whole).max(1);
    let value = value.unsigned();
    let power_of = |v: &Digits| if v.is_zero() { 0 } else { (v.point() - 1).div_euclid(step) * step };
    let mut power = power_of(&value);
    let mut rounded = value.shifted(-power).rounded(places(fraction));
    if rounded.point() > step {
        // 9.99E+02 rounded up.
        power += step;
        rounded = value.shifted(-power).rounded(places(fraction));
    }
    let plus = matches!(rest.first(), Some(Part::Exponent { plus: true }));
    let sign = if power < 0 { "-" } else { if plus { "+" } else { "" } };
    let exponent = before(rest, &Digits::whole(i64::from(power.abs())), false);
    let against = if rounded.shifted(power) == value { Against::Same } else { Against::Rounded };
    Shown { text: before(whole, &rounded, false) + &behind(fraction, &rounded) + "E" + sign + &exponent, against }
}

fn split_at_point(parts: &[Part]) -> (&[Part], &[Part]) {
    let point = parts.iter().position(|p| *p == Part::Point).unwrap_or(parts.len());
    parts.split_at(point)
}

fn places(parts: &[Part]) -> i32 {
    parts.iter().filter(|p| matches!(p, Part::Place(_))).count() as i32
}

/// A point that is a mere character among the places shows another magnitude: `0!.0000` makes 12345 1.2345.
fn has_false_point(parts: &[Part]) -> bool {
    let place = |p: &Part| matches!(p, Part::Place(_));
    let (first, last) = (parts.iter().position(place), parts.iter().rposition(place));
    parts.iter().enumerate().any(|(at, part)| {
        let inside = first.is_some_and(|f| f < at) && last.is_some_and(|l| at < l);
        inside && matches!(part, Part::Literal(words) if words == "." || words == "万" || words == "亿")
    })
}

/// The digits before the point, from the right: the leftmost place takes all that are left.
pub(super) fn before(parts: &[Part], value: &Digits, grouped: bool) -> String {
    let digit = |power: i32| {
        let comma = if grouped && power > 0 && power % 3 == 0 { "," } else { "" };
        format!("{}{comma}", value.digit(power))
    };
    let all = places(parts);
    let mut power = 0;
    let mut pieces = Vec::new();
    for part in parts.iter().rev() {
        match part {
            Part::Place(kind) => {
                pieces.push(if power < value.point() || *kind == '0' {
                    digit(power)
                } else {
                    (if *kind == '?' { " " } else { "" }).to_owned()
                });
                power += 1;
                if power == all {
                    pieces.extend((power..value.point()).map(digit));
                }
            }
            Part::Literal(words) => pieces.push(words.clone()),
            _ => {}
        }
    }
    if all == 0 {
        pieces.push(value.before_point());
    }
    pieces.into_iter().rev().collect()
}

/// The point and the digits behind it.
fn behind(parts: &[Part], value: &Digits) -> String {
    let mut place = 0;
    let mut out = String::new();
    for part in parts {
        match part {
            Part::Point => out.push('.'),
            Part::Place(kind) => {
                place += 1;
                match kind {
                    '#' if place > value.places() => {}
                    '?' if place > value.places() => out.push(' '),
                    _ => out.push(char::from(b'0' + value.digit(-place))),
                }
            }
            Part::Literal(words) => out.push_str(words),
            _ => {}
        }
    }
    out
}
