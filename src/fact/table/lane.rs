//! Lanes: columns that belong together, names first, then their numbers. A form with 收入 ‖ 支出 has two.

use super::row::{self, Row, RowKind};
use super::{Column, ColumnKind, Sheet};
use crate::text::Mention;

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
    let naming = naming(sheet, columns);
    let last_value = columns.iter().rposition(|column| column.kind == ColumnKind::Value);
    for (at, column) in columns.iter().enumerate() {
        // A last column of remarks begins no lane.
        let has_values = last_value.is_some_and(|last| at < last);
        let at = at as u32;
        let names = matches!(column.kind, ColumnKind::Label | ColumnKind::Code) && !is_remark(column);
        let begins = names && out.last().is_none_or(|lane| !lane.values.is_empty());
        if begins && has_values && (out.is_empty() || naming.get(at as usize).copied().unwrap_or_default())
            || out.is_empty()
        {
            out.push(Lane { columns: at..at + 1, ..Lane::default() });
        }
        if let Some(lane) = out.last_mut() {
            lane.columns.end = at + 1;
            if column.kind == ColumnKind::Value {
                lane.values.push(at);
            }
        }
    }
    let cells = name_cells(sheet, &out);
    for (lane, cells) in out.iter_mut().zip(&cells) {
        lane.rows = row::rows(sheet, columns, cells);
        // 编制数 ‖ 实有人数 ‖ 控制率 above 64 ‖ 61 ‖ 95.31%: what has no names at all is rows as well.
        // The same above 其中：行政人员: the first row is that of all.
        let first = lane.rows.first().filter(|row| row.kind == RowKind::OfWhich).map(|row| row.row);
        if lane.rows.is_empty() || first.is_some() {
            let all = unnamed(sheet, lane).into_iter();
            lane.rows.splice(0..0, all.take_while(|row| first.is_none_or(|first| row.row < first)));
        }
    }
    out
}

/// What heads words about the numbers of a row, and names of none: 指标 ‖ 分值 ‖ 评分标准 ‖ 得分 ‖ 扣分.
const REMARKS: [&str; 8] = ["标准", "说明", "依据", "备注", "原因", "措施", "方法", "情况"];

fn is_remark(column: &Column) -> bool {
    column.heads.last().is_some_and(|head| head.ends_with_any(&REMARKS))
}

/// Which columns name numbers behind them in some row: words that stand in rows of their own begin no lane, nor does one word in every row
/// (省级统筹).
fn naming(sheet: &Sheet, columns: &[Column]) -> Vec<bool> {
    let mut out = vec![false; columns.len()];
    let mut said: Vec<(&str, usize, bool)> = vec![("", 0, false); columns.len()];
    for (index, cell) in sheet.table.cells.iter().enumerate().filter(|(_, c)| c.row >= sheet.table.header_rows) {
        if let Some((first, count, differ)) = said.get_mut(cell.column as usize) {
            *differ |= *count > 0 && *first != sheet.words(index);
            (*first, *count) = (sheet.words(index), *count + 1);
        }
    }
    let mut pending: (u32, Vec<u32>) = (0, Vec::new());
    for (index, cell) in sheet.table.cells.iter().enumerate().filter(|(_, c)| c.row >= sheet.table.header_rows) {
        if pending.0 != cell.row {
            pending = (cell.row, Vec::new());
        }
        match columns.get(cell.column as usize).map(|c| c.kind).filter(|_| !sheet.words(index).is_empty()) {
            Some(ColumnKind::Label | ColumnKind::Code) => pending.1.push(cell.column),
            Some(ColumnKind::Value) => {
                for column in pending.1.drain(..) {
                    out.get_mut(column as usize).into_iter().for_each(|names| *names = true);
                }
            }
            _ => {}
        }
    }
    for (names, (_, count, differ)) in out.iter_mut().zip(said) {
        *names &= count < 2 || differ;
    }
    out
}

/// The rows of a lane that hold numbers without names.
fn unnamed(sheet: &Sheet, lane: &Lane) -> Vec<Row> {
    let mut out: Vec<Row> = Vec::new();
    for (index, cell) in sheet.table.cells.iter().enumerate() {
        let known = out.last().is_some_and(|row| row.row == cell.row);
        let held = !known && cell.row >= sheet.table.header_rows && lane.values.contains(&cell.column);
        if let Some(place) = sheet.ranges.get(index).cloned().flatten().filter(|_| held) {
            let words = String::new();
            out.push(Row {
                row: cell.row,
                words,
                kind: RowKind::Item,
                depth: None,
                ordinal: None,
                code: None,
                unit: None,
                place,
            });
        }
    }
    out
}

/// For each lane the cells below the headings that stand before its first number: codes and names.
fn name_cells(sheet: &Sheet, lanes: &[Lane]) -> Vec<Vec<usize>> {
    let mut out = vec![Vec::new(); lanes.len()];
    for (index, cell) in sheet.table.cells.iter().enumerate().filter(|(_, c)| c.row >= sheet.table.header_rows) {
        let at = lanes.partition_point(|lane| lane.columns.start <= cell.column).saturating_sub(1);
        let ends = lanes.get(at).map_or(0, |lane| lane.values.first().copied().unwrap_or(lane.columns.end));
        if let Some(list) = out.get_mut(at).filter(|_| cell.column < ends) {
            list.push(index);
        }
    }
    out
}
