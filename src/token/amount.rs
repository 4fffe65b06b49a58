//! Numbers in Arabic digits: `1,234.50`, `3亿497万元`, `2.5万余户`, `3—5万元`.

mod compound;

use super::unit_name::{bare, is_unit_at, scale_at, unit_at};
use super::{Mask, Token, TokenKind, vague};
use crate::number::Exact;
use crate::number::{Decimal, Dimension, Extent, Figure, Unit, power_of_ten};
use crate::text::{Lexicon, LogicalText, Range};
use std::sync::LazyLock;

/// Words that ask for a number: digits behind them are a figure without a unit too.
static ASKING: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::of(&[
        "占",
        "占比",
        "增长",
        "下降",
        "增加",
        "减少",
        "提高",
        "降低",
        "上升",
        "上涨",
        "比为",
        "比值为",
        "比重为",
        "比例为",
        "占比为",
        "指数为",
        "系数为",
        "得分",
        "评分",
        "得分为",
        "评分为",
        "得分是",
        "自评",
        "总分",
        "分，得",
        "分，实得",
        "分得",
        "合计",
        "小计",
        "总计",
    ])
});

/// Digits of a number: where they end, the value, the places.
struct Number {
    end: usize,
    value: Decimal,
    places: u32,
}

impl Number {
    /// How many digits it is printed with, zeros before the first other digit left out.
    fn digits(&self) -> u32 {
        self.value.mantissa().unsigned_abs().checked_ilog10().map_or(0, |log| log + 1)
    }
}

/// A number scaled to its unit.
struct Scaled {
    end: usize,
    value: Decimal,
    places: u32,
    exponent: i32,
    /// Whether 余 or 多 stands before the scale word.
    about: bool,
}

fn is_digit(text: &LogicalText, at: usize) -> bool {
    text.at(at).is_some_and(|c| c.is_ascii_digit())
}

fn number(text: &LogicalText, at: usize, end: usize) -> Option<Number> {
    let (mut digits, mut places, mut point): (Option<i128>, u32, bool) = (None, 0, false);
    let mut i = at;
    while i < end {
        match text.at(i)? {
            c if let Some(digit) = c.to_digit(10) => {
                digits = Some(digits.unwrap_or(0).checked_mul(10)?.checked_add(i128::from(digit))?);
                places += u32::from(point);
            }
            ',' if !point => {}
            ' ' if !point && is_grouping(text, at, i, end) => {}
            '.' if !point && is_digit(text, i + 1) => point = true,
            _ => break,
        }
        i += 1;
    }
    let value = Decimal::try_from_i128_with_scale(digits?, places).ok()?;
    Some(Number { end: i, value, places })
}

/// `1 234`, `12 345 678`: where a number ends whose blanks group thousands.
fn spaced_groups(text: &LogicalText, at: usize, end: usize) -> Option<usize> {
    let digits = |from: usize| (from..end).take_while(|i| is_digit(text, *i)).count();
    let mut stop = at + digits(at);
    let lead = stop - at;
    while text.at(stop) == Some(' ') && digits(stop + 1) == 3 {
        stop += 4;
    }
    (lead <= 3 && stop > at + lead).then_some(stop)
}

/// A blank that groups thousands; one between two columns is none. 案件321 146件: right behind a word, any unit ends them.
fn is_grouping(text: &LogicalText, at: usize, blank: usize, end: usize) -> bool {
    let word = || at.checked_sub(1).and_then(|i| text.at(i)).is_some_and(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    // 260 247 95.0%: decimals do not tell a number from a column, what is counted behind them does.
    let tail =
        |stop: usize| (stop..end).find(|i| *i > stop && !is_digit(text, *i)).filter(|_| text.at(stop) == Some('.'));
    let money = |stop: usize| matches!(text.at(tail(stop).unwrap_or(stop)), Some('元' | '万' | '亿'));
    let ended = |stop: &usize| money(*stop) || word() && is_unit_at(text, *stop, 0);
    spaced_groups(text, at, end).filter(ended).is_some_and(|stop| blank < stop)
}

/// A plain figure over digits already known to be a number.
pub(super) fn plain(text: &LogicalText, range: &Range, unit: Unit) -> Option<Figure> {
    let number = number(text, range.start, range.end).filter(|n| scale_at(text, n.end).is_none())?;
    Some(Figure { value: number.value, unit, places: number.places, extent: Extent::Plain, upper: None, is_set: false })
}

/// Reads the number at a digit. Digits without a unit are a figure only where the words before them ask for one.
pub(super) fn read(text: &LogicalText, at: usize, end: usize, before: &[Token]) -> Token {
    let Some(first) = number(text, at, end) else {
        let inside = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
        let run = (at..end).take_while(|i| text.at(*i).is_some_and(inside)).count();
        return Token { range: at..at + run.max(1), kind: TokenKind::Excluded(Mask::NoUnit) };
    };
    if let Some(token) = range(text, at, end, &first) {
        let is_piece = compound::is_piece(text, at);
        return if is_piece { Token { kind: TokenKind::Excluded(Mask::NoUnit), ..token } } else { token };
    }
    let negative = is_negative(text, at, before);
    let start = if negative { at - 1 } else { at };
    let asked = asks_for_figure(text, at, first.end, before);
    let unread = |stop: usize| {
        let stop = compound::rest(text, stop, end);
        Token { range: start..stop, kind: TokenKind::Excluded(Mask::NoUnit) }
    };
    if let Some(stop) = compound::unreadable(text, at, &first, end) {
        return unread(stop);
    }
    let scaled = match scale(text, first, end) {
        Ok(scaled) => scaled,
        Err(stop) => return unread(stop),
    };
    let inside = vague::inside(text, scaled.end);
    let (unit, stop, about) = match unit_at(text, scaled.end + inside, scaled.exponent) {
        Some((unit, length)) => (unit, scaled.end + inside + length, inside > 0),
        None if scaled.exponent > 0 || asked => (bare(scaled.exponent), scaled.end, false),
        None => return unread(scaled.end),
    };
    let listed = negative && unit.dimension == Dimension::Count && is_bullet(text, at - 1);
    let (start, negative) = if listed { (at, false) } else { (start, negative) };
    let extent = if about || scaled.about { Extent::About } else { vague::around(text, &(start..stop)) };
    let value = if negative { -scaled.value } else { scaled.value };
    let figure = Figure { value, unit, places: scaled.places, extent, upper: None, is_set: false };
    Token { range: start..stop, kind: TokenKind::Figure(figure) }
}

/// The number with its scale word: 300余万, 3亿497万; where a run of digits and scale words ends that is no number.
fn scale(text: &LogicalText, first: Number, end: usize) -> Result<Scaled, usize> {
    let unscaled = Scaled { end: first.end, value: first.value, places: first.places, exponent: 0, about: false };
    let inside = vague::inside(text, first.end);
    let Some((exponent, length)) = scale_at(text, first.end + inside) else {
        return Ok(unscaled);
    };
    let next = first.end + inside + length;
    if let Some(compound) = compound::read(text, &first, end, next) {
        return compound;
    }
    // 百 and 千 scale only a number that has a unit behind them, and 余 needs one too.
    if (exponent < 4 || inside > 0) && !is_unit_at(text, next + vague::inside(text, next), exponent) {
        return if inside > 0 { Ok(unscaled) } else { Err(first.end + length) };
    }
    Ok(Scaled { end: next, exponent, about: inside > 0, ..unscaled })
}

/// How many characters behind a number the dash of a range stands at most: a scale word and the longest unit.
const DASH: usize = 16;

/// What joins the two ends of a range.
fn is_dash(c: char) -> bool {
    matches!(c, '-' | '—' | '~' | '～' | '至')
}

/// `3—5万元`, `30%-40%`: one vague figure. `70万元到84万元` are two figures, as are `21.50%至30.22%`: what is computed to its last
/// digit at both ends is no vague figure.
fn range(text: &LogicalText, at: usize, end: usize, first: &Number) -> Option<Token> {
    // Hardly any number begins one.
    if !(first.end..first.end + DASH).any(|i| text.at(i).is_some_and(is_dash)) {
        return None;
    }
    let own = unit_behind(text, first.end);
    // 5万-6万元: the unit stands behind the second scale word.
    let (scale, skip) = scale_at(text, first.end).unwrap_or((0, 0));
    let dash = own.as_ref().map_or(first.end + skip, |(_, stop)| *stop);
    if !is_dash(text.at(dash)?) {
        return None;
    }
    let second_at = dash + 1 + usize::from(text.at(dash) == text.at(dash + 1));
    if !is_digit(text, second_at) {
        return None;
    }
    let second = number(text, second_at, end)?;
    let (unit, stop) = unit_behind(text, second.end)?;
    let unit_scale = scale_at(text, second.end).map_or(0, |(exponent, _)| exponent);
    let lent = (skip > 0 && own.is_none()).then_some(scale);
    let value = match lent {
        Some(scale) => first.value.times(power_of_ten(scale))?.times(power_of_ten(-unit_scale))?.normalize(),
        None => first.value,
    };
    let computed =
        (own.is_some() || lent.is_some()) && text.at(dash) == Some('至') && first.digits() >= 3 && second.digits() >= 3;
    if own.is_some_and(|(own, _)| own != unit) || second.value < value || computed {
        return None;
    }
    let places = first.places.max(second.places).max(value.scale());
    let figure = Figure { value, unit, places, extent: Extent::Range, upper: Some(second.value), is_set: false };
    Some(Token { range: at..stop, kind: TokenKind::Figure(figure) })
}

/// Scale and unit at a position, with where they end.
fn unit_behind(text: &LogicalText, at: usize) -> Option<(Unit, usize)> {
    let (exponent, length) = scale_at(text, at).unwrap_or((0, 0));
    let (unit, more) = unit_at(text, at + length, exponent)?;
    Some((unit, at + length + more))
}

/// The signs of a negative number: accounts print a triangle.
pub(super) fn is_minus(c: char) -> bool {
    matches!(c, '-' | '△' | '▲')
}

/// A minus sign, not the dash of a range or a name.
fn is_negative(text: &LogicalText, at: usize, before: &[Token]) -> bool {
    // 10万-5万元: a dash behind a number leads from it to the next.
    let dash = before.last().is_some_and(|t| t.range.end + 1 == at && t.kind.is_number());
    let minus = at > 0 && text.at(at - 1).is_some_and(is_minus) && !dash;
    let joined = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '—' | '%');
    minus && !(at > 1 && text.at(at - 2).is_some_and(joined))
}

/// “ - 9家”: whether a dash stands apart from the number behind it, as the mark of a list does before what is counted.
fn is_bullet(text: &LogicalText, dash: usize) -> bool {
    let (mark, number) = (text.span(&(dash..dash + 1)), text.span(&(dash + 1..dash + 2)));
    text.at(dash) == Some('-') && mark.end < number.start
}

/// 与去年同期的10.1：49.3：40.6相比: three numbers between colons, with decimals, are parts in a hundred whatever the words say.
fn is_structure(text: &LogicalText, at: usize, end: usize) -> bool {
    let decimal = |at: usize| {
        let end = (at..at + 6).find(|i| !text.at(*i).is_some_and(|c| c.is_ascii_digit() || c == '.'))?;
        text.slice(at..end).contains(&'.').then_some(end)
    };
    let next = |end: usize| decimal(end + 1).filter(|_| text.at(end) == Some('：'));
    decimal(at) == Some(end) && next(end).and_then(next).is_some()
}

/// Whether bare digits are a figure: the words before ask for a number, or they stand in a ratio `3.9：59.5：36.6`.
fn asks_for_figure(text: &LogicalText, at: usize, end: usize, before: &[Token]) -> bool {
    let asked = ASKING.ends(text.before(at)).next().is_some();
    let colon = |i: usize| text.at(i) == Some('：');
    let bare = |t: &Token| matches!(&t.kind, TokenKind::Figure(f) if f.unit.dimension == Dimension::Bare);
    let ratio_before = at > 0 && colon(at - 1) && before.last().is_some_and(|t| t.range.end + 1 == at && bare(t));
    let named = |words: &[char]| words.contains(&'比') || words.windows(2).any(|w| w == ['结', '构']);
    let ratio_after = colon(end)
        && is_digit(text, end + 1)
        && (named(text.slice(at.saturating_sub(6)..at)) || is_structure(text, at, end));
    asked || ratio_before || ratio_after
}
