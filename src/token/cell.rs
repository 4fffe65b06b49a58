//! The number that fills a cell of a table: `1,234.50`, `（3.20）`, `12.5万元`, `△4.1`.

use super::amount::is_minus;
use super::unit_name::{bare, scale_at, sign, unit_at};
use crate::number::{Decimal, Dimension, Extent, Figure, Unit};
use crate::text::{LogicalText, Range};

/// The figure of a cell that holds a number and nothing else; its own unit, else the one given, else none.
#[must_use]
pub fn cell_figure(text: &LogicalText, range: &Range, unit: Option<&Unit>) -> Option<Figure> {
    let (mut start, mut end, mut negative) = (range.start, range.end, false);
    if text.at(start) == Some('（') && text.at(end.checked_sub(1)?) == Some('）') {
        (start, end, negative) = (start + 1, end - 1, true);
    }
    while let Some(c) = text.at(start).filter(|_| start < end) {
        match c {
            c if is_minus(c) => negative = true,
            '¥' | '￥' => {}
            _ => break,
        }
        start += 1;
    }
    let digits =
        (start..end).take_while(|i| text.at(*i).is_some_and(|c| c.is_ascii_digit() || matches!(c, '.' | ','))).count();
    let printed: String = text.slice(start..start + digits).iter().filter(|c| **c != ',').collect();
    let value = Decimal::from_str_exact(&printed).ok().filter(|_| printed.starts_with(|c: char| c.is_ascii_digit()))?;
    let places = printed.split_once('.').map_or(0, |(_, fraction)| fraction.len() as u32);
    let unit = behind(text, start + digits, end)?.or_else(|| unit.cloned()).unwrap_or_else(|| bare(0));
    let value = if negative { -value } else { value };
    Some(Figure { value, unit, places, extent: Extent::Plain, upper: None, is_set: false })
}

/// The unit that fills the rest of a cell; nothing where there is no rest, `None` where the rest is no unit.
fn behind(text: &LogicalText, at: usize, end: usize) -> Option<Option<Unit>> {
    if at >= end {
        return Some(None);
    }
    let (exponent, scale) = scale_at(text, at).unwrap_or((0, 0));
    match unit_at(text, at + scale, exponent) {
        Some((unit, length)) if at + scale + length == end => Some(Some(unit)),
        None if scale > 0 && at + scale == end => Some(Some(bare(exponent))),
        _ => None,
    }
}

/// The unit that words name and nothing else: 万元, 人, %.
#[must_use]
pub fn unit_of(words: &str) -> Option<Unit> {
    if words == "%" {
        return Some(sign(Dimension::Percent, "%"));
    }
    let text = LogicalText::new(words.strip_prefix("人民币").filter(|rest| !rest.is_empty()).unwrap_or(words));
    let end = text.paragraphs().first()?.range.end;
    behind(&text, 0, end)?
}
