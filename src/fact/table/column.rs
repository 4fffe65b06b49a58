//! What the columns of a table are: names, codes, line numbers, values.

use super::Sheet;
use crate::document::is_number;

/// A column (列).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Column {
    /// What it holds.
    pub kind: ColumnKind,
    /// Its headings from the top; one that covers several columns stands in each of them.
    pub heads: Vec<String>,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ColumnKind {
    /// Nothing below the headings.
    #[default]
    Blank,
    /// Names of items (项目).
    Label,
    /// Account codes (科目编码).
    Code,
    /// Line numbers (行次、序号).
    Order,
    /// Numbers.
    Value,
}

/// Headings of columns whose numbers are names.
const CODES: [&str; 4] = ["编码", "代码", "编号", "科目号"];
/// Headings of columns that only count the lines.
const ORDERS: [&str; 4] = ["行次", "序号", "栏次", "行号"];

/// All columns of a table.
pub(super) fn columns(sheet: &Sheet) -> Vec<Column> {
    let count = sheet.table.columns as usize;
    let mut out = vec![Column::default(); count];
    let mut below: Vec<Vec<String>> = vec![Vec::new(); count];
    for (index, cell) in sheet.table.cells.iter().enumerate() {
        let words = sheet.words(index);
        if cell.row >= sheet.table.header_rows {
            if let Some(list) = below.get_mut(cell.column as usize).filter(|_| !words.is_empty()) {
                list.push(words);
            }
            continue;
        }
        if words.is_empty() || is_number(&words) || cell.column_span as usize >= count.max(2) {
            continue;
        }
        for column in cell.column..cell.column + cell.column_span {
            if let Some(column) = out.get_mut(column as usize).filter(|c| c.heads.last() != Some(&words)) {
                column.heads.push(words.clone());
            }
        }
    }
    for (column, cells) in out.iter_mut().zip(&below) {
        column.kind = kind(&column.heads, cells);
    }
    out
}

fn kind(heads: &[String], cells: &[String]) -> ColumnKind {
    let named = |words: &[&str]| heads.iter().any(|head| words.iter().any(|word| head.contains(word)));
    let numbers = cells.iter().filter(|words| is_number(words)).count();
    if cells.is_empty() {
        return ColumnKind::Blank;
    }
    if numbers * 2 <= cells.len() {
        return ColumnKind::Label;
    }
    if named(&ORDERS) || counts_up(cells) {
        return ColumnKind::Order;
    }
    if named(&CODES) || are_codes(cells) {
        return ColumnKind::Code;
    }
    ColumnKind::Value
}

/// 1 2 3 … down the column, three lines or more.
fn counts_up(cells: &[String]) -> bool {
    let numbers: Vec<u32> = cells.iter().filter_map(|words| words.parse().ok()).collect();
    numbers.len() >= 3
        && numbers.len() == cells.len()
        && numbers.windows(2).all(|pair| pair.first().zip(pair.get(1)).is_some_and(|(a, b)| a + 1 == *b))
}

/// Three, five or seven digits in every line, and more than one of these lengths or all alike: 类款项.
fn are_codes(cells: &[String]) -> bool {
    cells.len() >= 3
        && cells.iter().all(|words| matches!(words.len(), 3 | 5 | 7) && words.bytes().all(|b| b.is_ascii_digit()))
        && cells.iter().any(|words| words.len() > 3)
}
