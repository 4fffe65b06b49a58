//! What is to be said of the cells of a workbook, counted while its sheets are laid out.

use super::cell::{Cell, Kind};
use crate::document::{Remark, cell_name};
use crate::gather::Gather;
use crate::reader::error::Quantity;
use crate::reader::remark::{self, Cells};

/// Names that are given as examples.
const EXAMPLES: usize = 3;

/// Ranges of hidden rows or columns that are named one by one.
const NAMED: usize = 8;

/// What is said of cells of one kind.
type Sentence = fn(&Cells) -> Remark;

/// The counts (计数).
#[derive(Clone, Debug, Default)]
pub(super) struct Tally {
    by_kind: Vec<(Kind, Cells)>,
    text_numbers: Cells,
    covered: Cells,
    large_sheets: Vec<String>,
    too_much: Option<Quantity>,
    hidden_sheets: Vec<String>,
    hidden: Vec<Remark>,
}

impl Tally {
    /// Counts a cell by its kind.
    pub(super) fn cell(&mut self, sheet: &str, cell: &Cell) {
        if matches!(cell.kind, Kind::Text | Kind::Plain) {
            return;
        }
        let index = self.by_kind.iter().position(|(kind, _)| *kind == cell.kind).unwrap_or_else(|| {
            self.by_kind.push((cell.kind, Cells::default()));
            self.by_kind.len() - 1
        });
        if let Some((_, cells)) = self.by_kind.get_mut(index) {
            add(cells, sheet, cell);
        }
    }

    /// Counts a number that is stored as text.
    pub(super) fn text_number(&mut self, sheet: &str, cell: &Cell) {
        add(&mut self.text_numbers, sheet, cell);
    }

    /// Counts a cell that a merged area covers.
    pub(super) fn covered(&mut self, sheet: &str, cell: &Cell) {
        add(&mut self.covered, sheet, cell);
    }

    /// Notes a sheet that was left out, and what it has too much of.
    pub(super) fn large_sheet(&mut self, sheet: String, quantity: Quantity) {
        self.large_sheets.push(sheet);
        self.too_much.get_or_insert(quantity);
    }

    /// What the first sheet that was left out has too much of.
    pub(super) const fn too_much(&self) -> Option<Quantity> {
        self.too_much
    }

    /// Notes a hidden sheet.
    pub(super) fn hidden_sheet(&mut self, sheet: &str) {
        self.hidden_sheets.push(sheet.to_owned());
    }

    /// Notes the hidden rows and columns of a sheet that hold something, in ascending order.
    pub(super) fn hidden(&mut self, sheet: &str, rows: &[u32], columns: &[u32]) {
        if !rows.is_empty() || !columns.is_empty() {
            let row = |number: u32| (number + 1).to_string();
            let column = |number: u32| cell_name(0, number).trim_end_matches('1').to_owned();
            self.hidden.push(remark::hidden_cells(sheet, &ranges(rows, row), &ranges(columns, column)));
        }
    }

    /// What there is to say.
    pub(super) fn remarks(self) -> Vec<Remark> {
        let mut out = Vec::new();
        if !self.large_sheets.is_empty() {
            out.push(remark::large_sheets(&self.large_sheets));
        }
        if !self.hidden_sheets.is_empty() {
            out.push(remark::hidden_sheets(&self.hidden_sheets));
        }
        out.extend(self.hidden);
        let sentences: [(Kind, Sentence); 6] = [
            (Kind::Missing, remark::missing_results),
            (Kind::Fault, remark::error_values),
            (Kind::Scaled, remark::scaled),
            (Kind::Veiled, remark::veiled),
            (Kind::Raw, remark::raw),
            (Kind::Rounded, remark::rounded),
        ];
        for (kind, sentence) in sentences {
            out.extend(self.by_kind.iter().filter(|(k, _)| *k == kind).map(|(_, cells)| sentence(cells)));
        }
        if self.text_numbers.count > 0 {
            out.push(remark::text_numbers(&self.text_numbers));
        }
        if self.covered.count > 0 {
            out.push(remark::covered(&self.covered));
        }
        out
    }
}

fn add(cells: &mut Cells, sheet: &str, cell: &Cell) {
    cells.count += 1;
    if cells.examples.len() < EXAMPLES {
        cells.examples.push(place(sheet, cell.row, cell.column));
    }
}

/// The name of a place in a workbook: 收支总表!C7.
pub(super) fn place(sheet: &str, row: u32, column: u32) -> String {
    let cell = cell_name(row, column);
    if sheet.is_empty() { cell } else { [sheet, "!", &cell].concat() }
}

/// 3–5、9.
fn ranges(numbers: &[u32], name: impl Fn(u32) -> String) -> Vec<String> {
    let mut out: Vec<(u32, u32)> = Vec::new();
    for number in numbers {
        match out.last_mut() {
            Some((_, last)) if *last + 1 >= *number => *last = *number,
            _ => out.push((*number, *number)),
        }
    }
    let more = out.len() > NAMED;
    let range =
        |(first, last): (u32, u32)| if first == last { name(first) } else { [name(first), name(last)].join("–") };
    let mut out: Vec<String> = out.into_iter().take(NAMED).map(range).gather();
    if more {
        out.push("…".to_owned());
    }
    out
}
