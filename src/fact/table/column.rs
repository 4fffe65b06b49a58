//! What the columns of a table are: names, codes, line numbers, values.

use super::Sheet;
use crate::document::{Cell, is_number};
use std::collections::BTreeSet;

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
    let reach = Reach::new(sheet);
    for (index, cell) in sheet.table.cells.iter().enumerate() {
        let words = sheet.words(index);
        if cell.row >= sheet.table.header_rows {
            if let Some(list) = below.get_mut(cell.column as usize).filter(|_| !words.is_empty()) {
                list.push(words);
            }
            continue;
        }
        let is_title = cell.column_span as usize >= count.max(2) || (count > 1 && reach.is_alone(cell.row));
        if words.is_empty() || is_number(&words) || is_title {
            continue;
        }
        for column in cell.column..reach.end(cell) {
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

/// How far headings reach. Text and CSV have no merged cells: 收入 over two columns is followed by a blank there.
struct Reach<'a> {
    sheet: &'a Sheet<'a>,
    /// Places of the headings that hold something or are covered by a cell that does.
    taken: BTreeSet<(u32, u32)>,
}

impl<'a> Reach<'a> {
    fn new(sheet: &'a Sheet<'a>) -> Self {
        let heads = sheet.table.cells.iter().take_while(|cell| cell.row < sheet.table.header_rows);
        let places = heads.flat_map(|cell| {
            let columns = cell.column..cell.column + cell.column_span;
            (cell.row..cell.row + cell.row_span).flat_map(move |row| columns.clone().map(move |column| (row, column)))
        });
        Self { sheet, taken: places.collect() }
    }

    /// Whether a row has a single heading: 表名, 单位：万元.
    fn is_alone(&self, row: u32) -> bool {
        self.sheet.table.cells.iter().take_while(|cell| cell.row <= row).filter(|cell| cell.row == row).count() == 1
            && !self.sheet.table.cells.iter().any(|cell| cell.row < row && cell.row + cell.row_span > row)
    }

    /// The column behind the last one that a heading covers: its own, and those without a heading in its row that have one below.
    fn end(&self, cell: &Cell) -> u32 {
        let own = cell.column + cell.column_span;
        let lower =
            |column| (cell.row + 1..self.sheet.table.header_rows).any(|row| self.taken.contains(&(row, column)));
        let blank = |column: &u32| !self.taken.contains(&(cell.row, *column)) && lower(*column);
        if !lower(cell.column) {
            return own;
        }
        own + (own..self.sheet.table.columns).take_while(blank).count() as u32
    }
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
