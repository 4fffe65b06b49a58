//! Weights in brackets without a unit: 决策（10）, 过程（30）, 产出（35） and 效益（25） of one column are points, since they make a hundred.

use super::Sheet;
use crate::gather::{Gather, SortedMap};
use crate::number::{Decimal, Exact};
use crate::text::Range;
use crate::token::cell_figure;

/// How many digits such a number has at most.
const DIGITS: usize = 3;

/// The places of the numbers in brackets, by the cell that holds them, of every column in which they make a hundred.
pub(super) fn weights(sheet: &Sheet) -> SortedMap<usize, Range> {
    let mut columns: SortedMap<u32, Vec<(usize, Range, Decimal)>> = SortedMap::new();
    for (at, cell) in sheet.table.cells.iter().enumerate() {
        let Some(range) = sheet.ranges.get(at).cloned().flatten() else { continue };
        let Some(number) = number(sheet, &range) else { continue };
        let Some(value) = cell_figure(sheet.text, &number, None).map(|figure| figure.value) else { continue };
        columns.entry(cell.column).or_default().push((at, number, value));
    }
    let hundred = |held: &Vec<(usize, Range, Decimal)>| {
        let sum = held.iter().try_fold(Decimal::ZERO, |sum, (_, _, value)| sum.plus(*value));
        held.len() >= 2 && sum == Some(Decimal::ONE_HUNDRED)
    };
    let whole = columns.into_values().filter(hundred).flatten();
    whole.map(|(at, number, _)| (at, number)).gather_map()
}

/// The place of the number that a bracket behind a name holds.
fn number(sheet: &Sheet, range: &Range) -> Option<Range> {
    let words = sheet.text.words(range.clone());
    let (name, inner) = words.strip_suffix('）')?.rsplit_once('（')?;
    let digits = inner.chars().count();
    let plain = (1..=DIGITS).contains(&digits) && inner.chars().all(|c| c.is_ascii_digit());
    (plain && name.chars().count() >= 2).then(|| range.end - 1 - digits..range.end - 1)
}
