//! A sheet falls into regions: what lies far from everything else is no part of the same table.
//!
//! A hand that slips, or a program, leaves a value at the end of the sheet; it must not stretch the table at its beginning.

use super::cell::Cell;
use crate::gather::Gather;

/// Rows without a cell that no table has inside. Forms keep some hundreds for entries, above their totals.
const FAR_ROWS: u32 = 1000;

/// Columns without a cell that no table has inside.
const FAR_COLUMNS: u32 = 100;

/// A cell that shows something, with the rows and columns that it covers.
pub(super) type Shown = (Cell, (u32, u32));

/// The regions of a sheet; in each the cells keep their order.
///
/// A second cut by rows follows the one by columns, so that a far column does not hold two tables together.
pub(super) fn regions(cells: Vec<Shown>) -> Vec<Vec<Shown>> {
    let by_rows = |cells| cut(cells, |cell| cell.row, FAR_ROWS);
    let by_columns = |cells| cut(cells, |cell| cell.column, FAR_COLUMNS);
    by_rows(cells).into_iter().flat_map(by_columns).flat_map(by_rows).gather()
}

/// Cuts where so many rows or columns follow each other without a cell.
fn cut(cells: Vec<Shown>, number: fn(&Cell) -> u32, far: u32) -> Vec<Vec<Shown>> {
    let mut numbers: Vec<u32> = cells.iter().map(|(cell, _)| number(cell)).gather();
    crate::order::by_key(&mut numbers, |item| *item);
    let behind_gap = |pair: &[u32]| pair.first().zip(pair.get(1)).filter(|(a, b)| *b - *a > far).map(|(_, b)| *b);
    let firsts: Vec<u32> = numbers.windows(2).filter_map(behind_gap).gather();
    if firsts.is_empty() {
        return vec![cells];
    }
    let mut out: Vec<Vec<Shown>> = vec![Vec::new(); firsts.len() + 1];
    for shown in cells {
        let at = firsts.partition_point(|first| *first <= number(&shown.0));
        if let Some(region) = out.get_mut(at) {
            region.push(shown);
        }
    }
    out
}
