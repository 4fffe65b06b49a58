//! Numbers in Han digits: 三千万元、二百一十人、百分之九十五、三分之二、九成五、壹拾贰万元.

use super::unit_name::{bare, counts_after_han, scale_at, unit_at};
use super::{Mask, Token, TokenKind, vague};
use crate::number::{Decimal, Dimension, Extent, Figure, Unit};
use crate::text::{LogicalText, Range};

const PLAIN: &str = "零一二三四五六七八九";
const FORMAL: &str = "零壹贰叁肆伍陆柒捌玖";

fn digit(c: char) -> Option<u64> {
    let place = |set: &str| set.chars().position(|d| d == c).map(|i| i as u64);
    match c {
        '〇' => Some(0),
        '两' => Some(2),
        _ => place(PLAIN).or_else(|| place(FORMAL)),
    }
}

fn multiplier(c: char) -> Option<u64> {
    match c {
        '十' | '拾' => Some(10),
        '百' | '佰' => Some(100),
        '千' | '仟' => Some(1000),
        _ => None,
    }
}

/// Whether a numeral can begin with the character.
pub(super) fn may_start(c: char) -> bool {
    digit(c).is_some() || matches!(c, '十' | '拾' | '百')
}

/// The run of Han digits at a position.
pub(super) fn run(text: &LogicalText, at: usize, end: usize) -> Range {
    let length = (at..end)
        .take_while(|i| text.at(*i).is_some_and(|c| digit(c).is_some() || multiplier(c).is_some() || matches!(c, '万' | '亿' | '萬' | '億')))
        .count();
    at..at + length
}

/// The value of a run: 二百一十 → 210.
pub(super) fn value(chars: &[char]) -> Option<u64> {
    let (mut total, mut section, mut last) = (0u64, 0u64, None);
    for &c in chars {
        if let Some(d) = digit(c) {
            // Two digits in a row (二三) are an idiom or a year, not a number.
            if last.replace(d).is_some_and(|before| before != 0) {
                return None;
            }
        } else if let Some(m) = multiplier(c) {
            section = section.checked_add(last.take().unwrap_or(1).checked_mul(m)?)?;
        } else {
            let big = if matches!(c, '万' | '萬') { 10_000 } else { 100_000_000 };
            section = section.checked_add(last.take().unwrap_or(0))?;
            total = total.checked_add(section)?.checked_mul(big)?;
            section = 0;
        }
    }
    total.checked_add(section)?.checked_add(last.unwrap_or(0))
}

fn token(range: Range, value: Decimal, unit: Unit, extent: Option<Extent>) -> Token {
    let places = value.scale();
    let figure = Figure { value, unit, places, extent: extent.unwrap_or(Extent::Plain), upper: None };
    Token { range, kind: TokenKind::Figure(figure) }
}

fn sign(dimension: Dimension, name: &str) -> Unit {
    Unit { dimension, name: name.to_owned(), base: name.to_owned(), scale: Decimal::ONE }
}

/// Reads the numeral at a position, where it is one.
pub(super) fn read(text: &LogicalText, at: usize, end: usize) -> Option<Token> {
    if text.has(at, "百分之") {
        let body = run(text, at + 3, end);
        let percent = value(text.slice(body.clone())).filter(|_| !body.is_empty())?;
        return Some(token(at..body.end, Decimal::from(percent), sign(Dimension::Percent, "%"), vague::before(text, at)));
    }
    let body = run(text, at, end);
    let whole = value(text.slice(body.clone()))?;
    if let Some(token) = fraction(text, &body, whole, end) {
        return Some(token);
    }
    if text.at(body.end) == Some('成') && whole <= 10 && !text.has(body.end, "成立") && !text.has(body.end, "成效") {
        let half = run(text, body.end + 1, end);
        let tenths = value(text.slice(half.clone())).filter(|v| half.len() == 1 && *v < 10).unwrap_or(0);
        let stop = if tenths > 0 { half.end } else { body.end + 1 };
        let percent = Decimal::from(whole * 10 + tenths);
        return Some(token(at..stop, percent, sign(Dimension::Percent, "%"), vague::before(text, at).or(Some(Extent::About))));
    }
    counted(text, at, &body, whole)
}

/// 三分之二.
fn fraction(text: &LogicalText, body: &Range, below: u64, end: usize) -> Option<Token> {
    if !text.has(body.end, "分之") || below == 0 {
        return None;
    }
    let above = run(text, body.end + 2, end);
    let share = Decimal::from(value(text.slice(above.clone()))?).checked_div(Decimal::from(below))?;
    let figure = Figure {
        value: crate::number::format::round(share, 4),
        unit: bare(0),
        places: 2,
        extent: vague::before(text, body.start).unwrap_or(Extent::About),
        upper: None,
    };
    Some(Token { range: body.start..above.end, kind: TokenKind::Figure(figure) })
}

/// A numeral with a measure word or 元 behind it.
fn counted(text: &LogicalText, at: usize, body: &Range, whole: u64) -> Option<Token> {
    let first = text.at(at)?;
    let previous = at.checked_sub(1).and_then(|i| text.at(i));
    // 一个、一次 are articles; 第三、其余、统一 are words.
    let idiom = whole <= 1 || first == '百' || matches!(previous, Some('第' | '其' | '统' | '“' | '‘' | '同' | '每' | '初' | '逐'));
    let inside = vague::inside(text, body.end);
    if idiom || !counts_after_han(text, body.end + inside) {
        return (body.len() > 1 && !idiom).then_some(Token { range: body.clone(), kind: TokenKind::Excluded(Mask::Idiom) });
    }
    // 三千万元 is 3,000 万元, printed to the 万.
    let scale = match text.at(body.end - 1) {
        Some('亿') => 8,
        Some('万') => 4,
        _ => 0,
    };
    let exponent = if scale_at(text, body.end).is_some() { 0 } else { scale };
    let (unit, length) = unit_at(text, body.end + inside, exponent)?;
    let value = Decimal::from(whole).checked_div(crate::number::power_of_ten(exponent))?;
    let stop = body.end + inside + length;
    let extent = if inside > 0 { Some(Extent::About) } else { vague::after(text, stop).or_else(|| vague::before(text, at)) };
    Some(token(at..stop, value, unit, extent))
}
