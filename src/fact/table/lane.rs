//! Lanes: columns that belong together, names first, then their numbers. A form with 收入 ‖ 支出 has two.

use super::row::{self, Row};
use super::{Column, ColumnKind, Sheet};

/// A lane (栏).
#[derive(Clone, Debug, Default)]
pub struct Lane {
    /// Its columns.
    pub columns: std::ops::Range<u32>,
    /// Columns with numbers, in it.
    pub values: Vec<u32>,
    /// Its rows below the headings, in order.
    pub rows: Vec<Row>,
}

/// The lanes of a table, from left to right.
pub(super) fn lanes(sheet: &Sheet, columns: &[Column]) -> Vec<Lane> {
    let mut out: Vec<Lane> = Vec::new();
    for (at, column) in columns.iter().enumerate() {
        let at = at as u32;
        let names = matches!(column.kind, ColumnKind::Label | ColumnKind::Code);
        let begins = names && out.last().is_none_or(|lane| !lane.values.is_empty());
        if begins && has_values(columns, at) || out.is_empty() {
            out.push(Lane { columns: at..at + 1, ..Lane::default() });
        }
        if let Some(lane) = out.last_mut() {
            lane.columns.end = at + 1;
            if column.kind == ColumnKind::Value {
                lane.values.push(at);
            }
        }
    }
    for lane in &mut out {
        lane.rows = row::rows(sheet, columns, lane.columns.clone());
    }
    out
}

/// Whether numbers follow: a last column of remarks begins no lane.
fn has_values(columns: &[Column], from: u32) -> bool {
    columns.iter().skip(from as usize).any(|column| column.kind == ColumnKind::Value)
}
