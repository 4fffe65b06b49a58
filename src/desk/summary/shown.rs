//! How a value of the summary is shown. What is exported, sorted and summed up stays exact.

pub use crate::number::format::grouped;

use crate::number::Decimal;
use crate::number::format::{fixed, plain};
use crate::summary::{ColumnKind, Summary};

/// The median of a column; of amounts with no more places than the amounts have: halfway between two it would have one more.
#[must_use]
pub fn median(summary: &Summary, at: usize) -> Option<String> {
    let column = summary.columns.get(at)?;
    let exact = column.median.clone()?;
    let places = |value: &str| value.split_once('.').map_or(0, |(_, places)| places.len());
    let values = summary.rows.iter().filter_map(|row| row.cells.get(at)?.value.as_deref());
    match values.map(places).max().and_then(|most| u32::try_from(most).ok()) {
        Some(most) if column.kind == ColumnKind::Money => {
            let rounded = exact.parse::<Decimal>().ok()?;
            Some(grouped(&plain(fixed(rounded, most).parse().ok()?)))
        }
        _ => Some(grouped(&exact)),
    }
}
