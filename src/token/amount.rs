//! Numbers in Arabic digits: `1,234.50`, `3亿497万元`, `2.5万余户`, `3—5万元`.

use super::unit_name::{bare, scale_at, unit_at};
use super::{Mask, Token, TokenKind, vague};
use crate::number::{Decimal, Dimension, Extent, Figure, Unit, power_of_ten};
use crate::text::{LogicalText, Range};

/// Digits of a number: where they end, the value, the places.
struct Number {
    end: usize,
    value: Decimal,
    places: u32,
}

fn number(text: &LogicalText, at: usize, end: usize) -> Option<Number> {
    let mut digits = String::new();
    let mut places = 0;
    let mut point = false;
    let mut i = at;
    while i < end {
        match text.at(i)? {
            c if c.is_ascii_digit() => {
                digits.push(c);
                places += u32::from(point);
            }
            ',' if !point => {}
            ' ' if !point && spaced_group(text, at, i, end) => {}
            '.' if !point && text.at(i + 1).is_some_and(|c| c.is_ascii_digit()) => {
                point = true;
                digits.push('.');
            }
            _ => break,
        }
        i += 1;
    }
    let value = Decimal::from_str_exact(&digits).ok()?;
    Some(Number { end: i, value, places })
}

/// `1 234`: a blank that groups thousands; a blank between two columns is none.
fn spaced_group(text: &LogicalText, at: usize, blank: usize, end: usize) -> bool {
    let digits = |from: usize, to: usize| (from..to).take_while(|i| text.at(*i).is_some_and(|c| c.is_ascii_digit())).count();
    let lead = digits(at, blank);
    let group = digits(blank + 1, end);
    let behind = text.at(blank + 1 + group);
    let money = matches!(behind, Some('元' | '万' | '亿')) || (behind == Some('.') && lead <= 3);
    (1..=3).contains(&lead) && at + lead == blank && group == 3 && money
}

/// A plain figure over digits already known to be a number.
pub(super) fn plain(text: &LogicalText, range: &Range, unit: Unit) -> Option<Figure> {
    let number = number(text, range.start, range.end)?;
    Some(Figure { value: number.value, unit, places: number.places, extent: Extent::Plain, upper: None })
}

/// Reads the number at a digit. Digits without a unit are a figure only where the words before them ask for one.
pub(super) fn read(text: &LogicalText, at: usize, end: usize, before: &[Token]) -> Token {
    let excluded = |range: Range, reason| Token { range, kind: TokenKind::Excluded(reason) };
    let Some(first) = number(text, at, end) else {
        let run = (at..end).take_while(|i| text.at(*i).is_some_and(|c| c.is_ascii_digit() || matches!(c, '.' | ','))).count();
        return excluded(at..at + run.max(1), Mask::NoUnit);
    };
    if let Some(token) = range(text, at, end, &first) {
        return token;
    }
    let negative = is_negative(text, at);
    let start = if negative { at - 1 } else { at };
    let (mut value, mut places, mut exponent, mut next) = (first.value, first.places, 0, first.end);
    if let Some((scale, length)) = scale_at(text, next) {
        let inside = vague::inside(text, next + length);
        let unit = unit_at(text, next + length + inside, scale);
        // 百 and 千 scale only a number that has a unit behind them.
        if scale >= 4 || unit.is_some() {
            (exponent, next) = (scale, next + length);
        }
        if let Some((whole, lower, stop)) = compound(text, value, exponent, next, end) {
            (value, places, exponent, next) = (whole, 0, lower, stop);
        }
    }
    let inside = vague::inside(text, next);
    let behind = unit_at(text, next + inside, exponent).or_else(|| (inside > 0).then(|| unit_at(text, next, exponent)).flatten());
    let vague_inside = behind.is_some() && inside > 0;
    let (unit, stop) = match behind {
        Some((unit, length)) => (unit, next + inside + length),
        None if exponent > 0 => (bare(exponent), next),
        None if asks_for_figure(text, at, first.end, before) => (bare(0), next),
        None => return excluded(start..next, Mask::NoUnit),
    };
    let extent = if vague_inside { Some(Extent::About) } else { vague::after(text, stop).or_else(|| vague::before(text, start)) };
    let value = if negative { -value } else { value };
    let figure = Figure { value, unit, places, extent: extent.unwrap_or(Extent::Plain), upper: None };
    Token { range: start..stop, kind: TokenKind::Figure(figure) }
}

/// `3亿497万`: the whole in the smaller scale.
fn compound(text: &LogicalText, high: Decimal, exponent: i32, at: usize, end: usize) -> Option<(Decimal, i32, usize)> {
    if !text.at(at)?.is_ascii_digit() || exponent < 4 {
        return None;
    }
    let low = number(text, at, end).filter(|n| n.places == 0)?;
    let (scale, length) = scale_at(text, low.end).unwrap_or((0, 0));
    if scale >= exponent || (scale == 0 && unit_at(text, low.end, 0)?.0.dimension != Dimension::Money) {
        return None;
    }
    let whole = high.checked_mul(power_of_ten(exponent - scale))?.checked_add(low.value)?;
    Some((whole, scale, low.end + length))
}

/// `3—5万元`, `30%-40%`: one vague figure. `70万元到84万元` are two figures.
fn range(text: &LogicalText, at: usize, end: usize, first: &Number) -> Option<Token> {
    let (own, length) = match scale_at(text, first.end) {
        Some((scale, length)) => match unit_at(text, first.end + length, scale) {
            Some((unit, more)) => (Some(unit), length + more),
            None => (None, 0),
        },
        None => unit_at(text, first.end, 0).map_or((None, 0), |(unit, length)| (Some(unit), length)),
    };
    let dash = first.end + length;
    if !matches!(text.at(dash)?, '-' | '—' | '~' | '～' | '至') {
        return None;
    }
    let skip = usize::from(text.at(dash) == text.at(dash + 1));
    let second_at = dash + 1 + skip;
    if !text.at(second_at)?.is_ascii_digit() {
        return None;
    }
    let second = number(text, second_at, end)?;
    let (exponent, length) = scale_at(text, second.end).unwrap_or((0, 0));
    let (unit, more) = unit_at(text, second.end + length, exponent)?;
    if own.is_some_and(|own| own != unit) || second.value < first.value {
        return None;
    }
    let figure = Figure {
        value: first.value,
        unit,
        places: first.places.max(second.places),
        extent: Extent::Range,
        upper: Some(second.value),
    };
    Some(Token { range: at..second.end + length + more, kind: TokenKind::Figure(figure) })
}

/// A minus sign, not the dash of a range or a name.
fn is_negative(text: &LogicalText, at: usize) -> bool {
    let minus = at > 0 && matches!(text.at(at - 1), Some('-' | '△' | '▲'));
    minus && !(at > 1 && text.at(at - 2).is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '—' | '%')))
}

/// Whether bare digits are a figure: the words before ask for a number, or they stand in a ratio `3.9：59.5：36.6`.
fn asks_for_figure(text: &LogicalText, at: usize, end: usize, before: &[Token]) -> bool {
    const WORDS: [&str; 26] = [
        "占", "占比", "增长", "下降", "增加", "减少", "提高", "降低", "上升", "上涨", "比为", "比重为", "比例为", "指数为", "得分", "评分", "得分为", "评分为",
        "自评", "总分", "合计", "小计", "总计", "系数为", "占比为", "得分是",
    ];
    let asked = WORDS.iter().any(|word| {
        let length = word.chars().count();
        at >= length && text.has(at - length, word)
    });
    let colon = |i: usize| text.at(i) == Some('：');
    let ratio_before = at > 0
        && colon(at - 1)
        && before.last().is_some_and(|t| t.range.end + 1 == at && matches!(&t.kind, TokenKind::Figure(f) if f.unit.dimension == Dimension::Bare));
    let ratio_after = colon(end) && text.at(end + 1).is_some_and(|c| c.is_ascii_digit()) && says_ratio(text, at);
    asked || ratio_before || ratio_after
}

fn says_ratio(text: &LogicalText, at: usize) -> bool {
    text.slice(at.saturating_sub(6)..at).contains(&'比')
}
