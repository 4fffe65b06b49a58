//! K04, K07–K09: numbers that only identify, and words of letters with digits in them.

use super::Mask;
use super::run::Run;
use crate::number::Dimension;
use crate::text::{LogicalText, Range};
use crate::token::unit_name::{is_unit_at, scale_at, unit_at};

/// Words behind which digits reach a person or a place.
const REACHED_BY: &[&str] = &["邮编", "邮政编码", "电话", "传真", "手机", "热线", "账号", "身份证", "信用代码", "QQ"];

/// The code that the run is, or begins: where it ends.
pub(super) fn code(run: &Run) -> Option<(usize, Mask)> {
    let (text, end) = (run.text, run.end);
    let amount = run.after().is_some_and(|c| matches!(c, '万' | '亿' | '元' | '.' | ',' | '余' | '多' | '%'));
    let second = run.digits_from(end + 1);
    if run.after() == Some('-') && (3..=4).contains(&run.length()) && (7..=8).contains(&second) {
        return Some((end + 1 + second, Mask::Code));
    }
    let padded = run.text.at(run.at) == Some('0') && run.length() > 1 && run.after() != Some('.');
    let masked = run.after() == Some('*');
    // 112220千公顷
    let scale = || scale_at(text, end).map_or(0, |(_, length)| length);
    let counted = || is_unit_at(text, end + scale(), 0);
    let plain_code = !amount && (run.length() >= 6 || (run.length() >= 5 && padded)) && !counted();
    if !masked && !plain_code && !padded {
        return None;
    }
    let inside = |c: char| c.is_ascii_alphanumeric() || matches!(c, '*' | '-');
    let stop = end + (end..run.limit).take_while(|i| text.at(*i).is_some_and(inside)).count();
    let reached = masked || run.length() >= 9 || reached_by(run);
    Some((stop, if reached { Mask::Code } else { Mask::AccountCode }))
}

/// 邮编：000123.
fn reached_by(run: &Run) -> bool {
    let gap = usize::from(matches!(run.before(1), Some('：' | '为' | '号')));
    let head = Run { at: run.at - gap, text: run.text, end: run.end, limit: run.limit };
    head.follows(REACHED_BY)
}

/// A word of letters with digits in it: an address, a standard, a version. `None` for letters alone and before an amount.
pub(in crate::token) fn word(text: &LogicalText, at: usize, limit: usize) -> Option<(Range, Mask)> {
    if at.checked_sub(1).and_then(|i| text.at(i)).is_some_and(|c| c.is_ascii_alphanumeric()) {
        return None;
    }
    if ["http：", "https：", "www."].iter().any(|head| text.has(at, head)) {
        let inside = |c: char| (c.is_ascii() && c != ' ' && c != '\n') || matches!(c, '：' | '？');
        let length = (at..limit).take_while(|i| text.at(*i).is_some_and(inside)).count();
        return Some((at..at + length, Mask::Code));
    }
    let stop = letters_end(text, at, limit);
    let digit = (at..stop).find(|i| text.at(*i).is_some_and(|c| c.is_ascii_digit()))?;
    let letters = text.slice(at..digit);
    if letters.iter().all(char::is_ascii_alphabetic) && is_amount(text, digit, limit) {
        return None;
    }
    let reason = match letters {
        ['V' | 'v'] => Mask::Clock,
        _ if text.slice(at..stop).contains(&'@') => Mask::Code,
        _ => Mask::Standard,
    };
    Some((at..stop, reason))
}

/// Whether the digits are an amount of money or a percentage, whatever stands before them: GDP152亿元, CPI2.1%.
pub(super) fn is_amount(text: &LogicalText, at: usize, limit: usize) -> bool {
    let inside = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let end = at + (at..limit).take_while(|i| text.at(*i).is_some_and(inside)).count();
    let scale = scale_at(text, end).map_or(0, |(_, length)| length);
    let money = |dimension| matches!(dimension, Dimension::Money | Dimension::Percent);
    unit_at(text, end + scale, 0).is_some_and(|(unit, _)| money(unit.dimension))
}

/// Where a word of letters, digits and the signs between them ends.
pub(super) fn letters_end(text: &LogicalText, at: usize, limit: usize) -> usize {
    let plain = |i: usize| text.at(i).is_some_and(|c| c.is_ascii_alphanumeric());
    let sign = |i: usize| matches!(text.at(i), Some('.' | '-' | '_' | '@' | '/')) && plain(i + 1);
    at + (at..limit).take_while(|i| plain(*i) || sign(*i)).count()
}
