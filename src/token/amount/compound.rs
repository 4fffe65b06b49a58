//! Numbers in pieces (分段写的数): `3亿497万`, `5千5百万`, `3亿四百万`. A run of digits and scale words is one number, or it is not
//! read; a piece of it is never taken for the number.

use super::{Number, Scaled, is_digit, number, spaced_groups};
use crate::number::{Decimal, Dimension, Exact, power_of_ten};
use crate::text::LogicalText;
use crate::token::han_numeral::{self, Numeral, own_scale};
use crate::token::mask;
use crate::token::unit_name::{is_unit_at, scale_at, unit_at};
use crate::token::vague;

/// The number that goes on behind its first scale word, which ends there, or where the run ends that is none; nothing where it does not go on.
pub(super) fn read(text: &LogicalText, first: &Number, end: usize, scaled: usize) -> Option<Result<Scaled, usize>> {
    // Behind most scale words stands no digit and no other of them.
    let goes_on = is_digit(text, scaled) || vague::inside(text, scaled) > 0;
    if !goes_on && han_numeral::run(text, scaled, scaled + 1).is_empty() {
        return None;
    }
    let mut numeral = Numeral::default();
    let mut readable = add(&mut numeral, first).is_some();
    let (mut at, mut pieces, mut about) = (first.end, 1, false);
    // How many digits stand at the end without a scale word.
    let mut ones = 0;
    // 3亿5千多万: 多 may stand before a scale word too.
    while let inside = vague::inside(text, at)
        && let Some((_, length)) = scale_at(text, at + inside)
    {
        let scaled = at + inside + length;
        let stop = han(text, scaled, end).unwrap_or(scaled);
        readable &= text.slice(at + inside..stop).iter().try_for_each(|c| numeral.push(*c)).is_some();
        (at, ones, about, pieces) = (stop, 0, about || inside > 0, pieces + usize::from(stop > scaled));
        if is_digit(text, at) && mask::excluded(text, at, end).is_none() {
            let next = number(text, at, end);
            readable &= next.as_ref().and_then(|next| add(&mut numeral, next)).is_some();
            let stop = next.map_or(at + 1, |next| next.end);
            (pieces, ones, at) = (pieces + 1, stop - at, stop);
        }
    }
    if pieces < 2 {
        return None;
    }
    let exponent = own_scale(text.at(at - 1));
    let unit = unit_at(text, at + vague::inside(text, at), exponent);
    // 3亿497元 is one amount, 5万3个 may be two.
    let joined = ones == 0 || ones >= 4 || unit.as_ref().is_some_and(|(unit, _)| unit.dimension == Dimension::Money);
    let whole = numeral.value().filter(|_| readable && joined && (unit.is_some() || exponent > 0));
    let value = || Decimal::from(whole?).times(power_of_ten(-exponent));
    Some(value().map(|value| Scaled { end: at, value: value.normalize(), places: 0, exponent, about }).ok_or(at))
}

fn add(numeral: &mut Numeral, number: &Number) -> Option<()> {
    numeral.number(u64::try_from(number.value).ok().filter(|_| number.places == 0)?)
}

/// 3亿|四百万元, 3亿|零4百万元: where a numeral ends that goes on in Han digits, up to a unit; 5万一次性 does not.
fn han(text: &LogicalText, at: usize, end: usize) -> Option<usize> {
    if matches!(text.at(at), Some('零' | '〇')) && is_digit(text, at + 1) {
        return Some(at + 1);
    }
    let run = han_numeral::run(text, at, end);
    let stop = run.end;
    (run.len() > 1 && is_unit_at(text, stop, 0)).then_some(stop)
}

/// Where a run of digits and scale words ends that is no number.
pub(super) fn rest(text: &LogicalText, at: usize, end: usize) -> usize {
    let mut at = at;
    loop {
        let digits = || if mask::excluded(text, at, end).is_none() { number(text, at, end) } else { None };
        at = match scale_at(text, at) {
            Some((_, length)) => at + length,
            None if is_digit(text, at) => match digits() {
                Some(next) => next.end,
                None => return at,
            },
            None => return at,
        };
    }
}

/// Whether digits follow a number in Han digits that ends with a scale word: 三百5.
pub(super) fn is_piece(text: &LogicalText, at: usize) -> bool {
    let scales = text.before(at).chars().rev().take_while(|c| matches!(c, '百' | '千' | '万' | '亿')).count();
    scales > 0 && at.checked_sub(scales + 1).and_then(|i| text.at(i)).is_some_and(han_numeral::may_start)
}

/// Where digits end that are only a piece of a number, or in which a number cannot be told: 三百5个, 1.2.3亿, 12 345个.
pub(super) fn unreadable(text: &LogicalText, at: usize, first: &Number, end: usize) -> Option<usize> {
    if is_piece(text, at) {
        return Some(first.end);
    }
    if text.at(first.end) == Some('.') && is_digit(text, first.end + 1) {
        return Some((at..end).find(|i| !is_digit(text, *i) && text.at(*i) != Some('.')).unwrap_or(end));
    }
    // A blank that groups thousands, or one between two columns: only an amount of money says which.
    spaced_groups(text, at, end).filter(|stop| *stop > first.end && is_unit_at(text, *stop, 0))
}
