//! Numbers in Han digits: 三千万元、二百一十人、百分之九十五、三分之二、九成五、壹拾贰万元.

use super::unit_name::{counts_after_han, scale_at, sign, unit_at};
use super::{Mask, Token, TokenKind, vague};
use crate::gather::Gather;
use crate::number::Exact;
use crate::number::format::{quotient, round};
use crate::number::{Decimal, Dimension, Extent, Figure, Unit, power_of_ten};
use crate::text::{LogicalText, Range};

#[inline]
fn digit(c: char) -> Option<u64> {
    Some(match c {
        '〇' | '零' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '贰' => 2,
        '三' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// Whether a digit is written as on a cheque.
const fn is_legal(c: char) -> bool {
    matches!(c, '壹' | '贰' | '叁' | '肆' | '伍' | '陆' | '柒' | '捌' | '玖')
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
#[inline]
pub(super) fn may_start(c: char) -> bool {
    digit(c).is_some() || matches!(c, '十' | '拾' | '百' | '千')
}

/// The run of Han digits at a position.
pub(super) fn run(text: &LogicalText, at: usize, end: usize) -> Range {
    let length = (at..end)
        .take_while(|i| text.at(*i).is_some_and(|c| digit(c).is_some() || multiplier(c).is_some() || big(c).is_some()))
        .count();
    at..at + length
}

/// The value of a run: 二百一十 → 210, 一亿二千万 → 120,000,000; none where the characters are no number as it is written.
pub(super) fn value(chars: &[char]) -> Option<u64> {
    let mut numeral = Numeral::default();
    chars.iter().try_for_each(|c| numeral.push(*c))?;
    numeral.value()
}

/// A number of digits and 十百千万亿 (数词), as far as it has been read.
pub(super) struct Numeral {
    total: u64,
    section: u64,
    /// The number that waits for its multiplier.
    last: Option<u64>,
    /// The last multiplier, and the last 万 or 亿.
    step: u64,
    scale: u64,
    /// Whether 零 stands behind them.
    zero: bool,
}

impl Default for Numeral {
    fn default() -> Self {
        Self { total: 0, section: 0, last: None, step: u64::MAX, scale: u64::MAX, zero: false }
    }
}

impl Numeral {
    /// Reads a Han digit or a multiplier.
    pub(super) fn push(&mut self, c: char) -> Option<()> {
        if let Some(d) = digit(c) {
            self.zero |= d == 0;
            return self.number(d);
        }
        let Some(multiplier) = multiplier(c) else { return self.close(c) };
        let product = self.last.take().unwrap_or(1).checked_mul(multiplier)?;
        let falls = multiplier < self.step && (self.step == u64::MAX || product < self.step);
        self.section = self.section.checked_add(product).filter(|_| falls)?;
        (self.step, self.zero) = (multiplier, false);
        Some(())
    }

    /// Reads a number. Two of them in a row (二三) are an idiom or a year.
    pub(super) fn number(&mut self, number: u64) -> Option<()> {
        self.zero |= number > 9;
        self.last.replace(number).is_none_or(|before| before == 0).then_some(())
    }

    /// 万 and 亿 close a section: 万 behind 亿 are added to them, but 亿 of 万, as in 三万亿, are so many 亿.
    fn close(&mut self, c: char) -> Option<()> {
        let big = big(c)?;
        let section = self.section.checked_add(self.ones()?)?;
        self.total = if self.scale < big {
            self.total.checked_add(section).filter(|_| self.total < big)?.checked_mul(big)?
        } else {
            let product = section.checked_mul(big)?;
            self.total.checked_add(product).filter(|_| self.scale == u64::MAX || product < self.scale)?
        };
        (self.section, self.last, self.step, self.scale, self.zero) = (0, None, big, big, false);
        Some(())
    }

    /// The last digit: 一百零二 and 十二 end in two; 一百二 may be 102 or 120.
    fn ones(&self) -> Option<u64> {
        let open = !self.zero && (100..u64::MAX).contains(&self.step);
        self.last.map_or(Some(0), |d| (d == 0 || !open && d < self.step).then_some(d))
    }

    /// The number.
    pub(super) fn value(&self) -> Option<u64> {
        self.total.checked_add(self.section)?.checked_add(self.ones()?)
    }
}

/// The power of ten of the 万 or 亿 that a number ends with: 三千万元 is 3,000 万元, printed to the 万.
pub(super) fn own_scale(c: Option<char>) -> i32 {
    match c.and_then(big) {
        Some(10_000) => 4,
        Some(_) => 8,
        None => 0,
    }
}

fn big(c: char) -> Option<u64> {
    match c {
        '万' | '萬' => Some(10_000),
        '亿' | '億' => Some(100_000_000),
        _ => None,
    }
}

fn token(range: Range, value: Decimal, unit: Unit, extent: Extent) -> Token {
    let figure = Figure { value, unit, places: value.scale(), extent, upper: None, is_set: false };
    Token { range, kind: TokenKind::Figure(figure) }
}

/// Reads the numeral at a position, where it is one.
pub(super) fn read(text: &LogicalText, at: usize, end: usize) -> Option<Token> {
    if let Some(token) = rate(text, at, end) {
        return Some(token);
    }
    let body = run(text, at, end);
    let unread = |range: Range| Token { range, kind: TokenKind::Excluded(Mask::Idiom) };
    let Some(whole) = value(text.slice(body.clone())) else {
        // 二三百元: what is no number is none in part either.
        return (!body.is_empty()).then(|| unread(body));
    };
    let previous = body.start.checked_sub(1).and_then(|i| text.at(i));
    if previous.is_some_and(|c| c.is_ascii_digit() || multiplier(c).or_else(|| big(c)).is_some()) {
        // 12二千万元, 5万三户: a piece of a number.
        let stop = decimals(text, body.end, end).map_or(body.end, |(_, stop)| stop);
        return (stop > body.start + 1).then(|| unread(body.start..stop));
    }
    fraction(text, &body, whole, end)
        .or_else(|| tenths(text, &body, whole, end))
        .or_else(|| pointed(text, &body, whole, end))
        .or_else(|| decimals(text, body.end, end).map(|(_, stop)| unread(body.start..stop)))
        .or_else(|| counted(text, &body, whole))
}

/// 百分之三十三点三, 千分之五.
fn rate(text: &LogicalText, at: usize, end: usize) -> Option<Token> {
    let unit = match (text.has(at, "百分之"), text.has(at, "千分之")) {
        (true, _) => sign(Dimension::Percent, "%"),
        (_, true) => sign(Dimension::PerMille, "‰"),
        _ => return None,
    };
    let body = run(text, at + 3, end);
    let whole = Decimal::from(value(text.slice(body.clone())).filter(|_| !body.is_empty())?);
    let (places, stop) = decimals(text, body.end, end).unwrap_or((Decimal::ZERO, body.end));
    let value = whole.plus(places)?;
    Some(token(at..stop, value, unit, vague::around(text, &(at..stop))))
}

/// 点三五 behind a whole number: the digits one by one.
fn decimals(text: &LogicalText, at: usize, end: usize) -> Option<(Decimal, usize)> {
    if text.at(at) != Some('点') {
        return None;
    }
    let digits: Vec<u64> = (at + 1..end).map_while(|i| text.at(i).and_then(digit)).take(9).gather();
    let mantissa = digits.iter().try_fold(0i64, |v, d| v.checked_mul(10)?.checked_add(i64::try_from(*d).ok()?))?;
    let scale = u32::try_from(digits.len()).ok()?;
    (scale > 0).then(|| (Decimal::new(mantissa, scale), at + 1 + digits.len()))
}

/// 三分之二: about two thirds.
fn fraction(text: &LogicalText, body: &Range, below: u64, end: usize) -> Option<Token> {
    if !text.has(body.end, "分之") || below == 0 {
        return None;
    }
    let above = run(text, body.end + 2, end);
    let above_value = value(text.slice(above.clone())).filter(|_| !above.is_empty())?;
    let percent = quotient(Decimal::from(above_value).times(Decimal::ONE_HUNDRED)?, Decimal::from(below))?;
    let range = body.start..above.end;
    let extent = vague::before(text, body.start).unwrap_or(Extent::About);
    Some(token(range, round(percent, 2), sign(Dimension::Percent, "%"), extent))
}

/// 九成, 九成五: about so many tenths.
fn tenths(text: &LogicalText, body: &Range, whole: u64, end: usize) -> Option<Token> {
    let word = ["成立", "成效", "成功", "成果", "成员"].iter().any(|word| text.has(body.end, word));
    if text.at(body.end) != Some('成') || whole > 10 || word {
        return None;
    }
    let half = run(text, body.end + 1, end);
    let more = value(text.slice(half.clone())).filter(|v| half.len() == 1 && *v < 10).unwrap_or(0);
    let stop = if more > 0 { half.end } else { body.end + 1 };
    let extent = vague::before(text, body.start).unwrap_or(Extent::About);
    Some(token(body.start..stop, Decimal::from(whole * 10 + more), sign(Dimension::Percent, "%"), extent))
}

/// 八点零一万亿元, 一点五倍: a whole number and decimals of what is not counted one by one; 三点二十分 is a time.
fn pointed(text: &LogicalText, body: &Range, whole: u64, end: usize) -> Option<Token> {
    let (places, stop) = decimals(text, body.end, end)?;
    let (exponent, skip) = scale_at(text, stop).unwrap_or((0, 0));
    let inside = vague::inside(text, stop + skip);
    let (unit, length) = unit_at(text, stop + skip + inside, exponent)?;
    if unit.is_whole() {
        return None;
    }
    let range = body.start..stop + skip + inside + length;
    let extent = if inside > 0 { Extent::About } else { vague::around(text, &range) };
    Some(token(range, Decimal::from(whole).plus(places)?, unit, extent))
}

/// A numeral with a measure word or 元 behind it.
fn counted(text: &LogicalText, body: &Range, whole: u64) -> Option<Token> {
    let first = text.at(body.start)?;
    let previous = body.start.checked_sub(1).and_then(|i| text.at(i));
    // 一个、一次 are articles; 第三、其余、统一 are words.
    let part_of_word = |c| matches!(c, '第' | '其' | '统' | '“' | '‘' | '同' | '每' | '初' | '逐' | '前');
    let idiom = whole <= 1 || matches!(first, '百' | '千') || previous.is_some_and(part_of_word);
    let inside = vague::inside(text, body.end);
    // 十余万元: the scale word stands behind 余.
    let outer = if inside > 0 { scale_at(text, body.end + inside) } else { None };
    let (exponent, skip) = outer.unwrap_or((0, 0));
    let at = body.end + inside + skip;
    if idiom || !counts_after_han(text, at) {
        let excluded = Token { range: body.clone(), kind: TokenKind::Excluded(Mask::Idiom) };
        return (body.len() > 1 && !idiom).then_some(excluded);
    }
    let own = own_scale(text.at(body.end - 1));
    let (unit, length) = unit_at(text, at, exponent.max(own))?;
    // 入伍人数: of the digits of legal writing, one by itself is a word's, unless it is an amount's.
    if body.len() == 1 && is_legal(first) && unit.dimension != Dimension::Money {
        return None;
    }
    let value = Decimal::from(whole).times(power_of_ten(-own))?.normalize();
    let stop = at + length;
    let extent = if inside > 0 { Extent::About } else { vague::around(text, &(body.start..stop)) };
    Some(token(body.start..stop, value, unit, extent))
}
