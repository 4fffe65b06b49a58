//! 与同组相比: rates far from the median, measured by the median of all distances from it (绝对中位差), which a few odd values do not move.

use super::Across;
use crate::aggregate::median::{deviation, median};
use crate::finding::across;
use crate::gather::Gather;
use crate::number::Decimal;
use crate::number::format::fixed;
use crate::report::{RelationKind, Verdict};
use crate::summary::{Check, CheckKind, Column, ColumnKind, Row, Spot};

/// Fewer departments make no group.
const LEAST: usize = 8;

/// Iglewicz and Hoaglin (1993): 0.6745 × distance > 3.5 × deviation.
const DISTANCE: Decimal = Decimal::from_parts(6745, 0, 0, false, 4);
const DEVIATION: Decimal = Decimal::from_parts(35, 0, 0, false, 1);

pub(super) fn find(across: &mut Across, columns: &[Column], rows: &[Row]) {
    for (at, column) in columns.iter().enumerate() {
        if column.kind != ColumnKind::Rate || column.key == "coverage" {
            continue;
        }
        let value = |row: &Row| row.cells.get(at)?.value.as_ref()?.parse::<Decimal>().ok();
        let known: Vec<(usize, &Row, Decimal)> = rows
            .iter()
            .enumerate()
            .filter(|(_, row)| !row.is_parent)
            .filter_map(|(index, row)| Some((index, row, value(row)?)))
            .gather();
        let values: Vec<Decimal> = known.iter().map(|(.., value)| *value).gather();
        let Some(middle) = median(&values).filter(|_| values.len() >= LEAST) else { continue };
        let Some(usual) = deviation(&values, middle).filter(|usual| !usual.is_zero()) else { continue };
        for (_, row, value) in known.into_iter().filter(|(.., value)| is_far(*value, middle, usual)) {
            let spots = row.cells.get(at).map(|cell| cell.spots.clone()).unwrap_or_default();
            state(across, column, row, [value, middle, usual], spots);
        }
    }
}

fn is_far(value: Decimal, middle: Decimal, usual: Decimal) -> bool {
    let distance = value.checked_sub(middle).and_then(|d| d.abs().checked_mul(DISTANCE));
    distance.zip(usual.checked_mul(DEVIATION)).is_some_and(|(distance, most)| distance > most)
}

fn state(across: &mut Across, column: &Column, row: &Row, values: [Decimal; 3], spots: Vec<Spot>) {
    let [value, middle, usual] = values.map(|value| fixed(value, 2));
    let places: Vec<String> = spots.iter().map(|spot| across.words(spot)).gather();
    let message = across::outlier(&row.organization, &column.title, &value, &middle, &usual, &places);
    let id = across.checks.len();
    across.checks.push(Check {
        id,
        kind: CheckKind::Outlier,
        relation: RelationKind::Bound,
        label: column.title.clone(),
        operands: spots.clone(),
        result: None,
        formula: format!("|{value} − {middle}| × 0.6745 > 3.5 × {usual}"),
        gap: None,
        verdict: Verdict::Inconsistent,
        reason: None,
    });
    across.raise("W65", message, id, spots);
}
