//! A table laid into the text of its document.

use crate::text::Span;

/// A table (表格).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// 表名.
    pub title: Option<String>,
    /// The unit that is printed above the table or in its corner: 万元.
    pub unit: Option<String>,
    /// The lines below it that hold an equation: 注：资产总额＝流动资产＋固定资产.
    pub notes: Vec<String>,
    /// Where it stands, for people: a sheet's name or a page.
    pub place: String,
    /// Where in its sheet a spreadsheet's table begins, as row and column; its cells are named by that (C7).
    pub corner: Option<(u32, u32)>,
    /// Number of rows.
    pub rows: u32,
    /// Number of columns.
    pub columns: u32,
    /// Rows at the top that are headings.
    pub header_rows: u32,
    /// The cells that hold something, by row and column.
    pub cells: Vec<Cell>,
}

/// A cell (单元格); rows and columns count from 0.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Row of its top left corner.
    pub row: u32,
    /// Column of its top left corner.
    pub column: u32,
    /// Rows it covers.
    pub row_span: u32,
    /// Columns it covers.
    pub column_span: u32,
    /// Its words in the text of the document.
    pub span: Span,
    /// A spreadsheet's stored value where it differs from what is shown.
    pub stored: Option<String>,
}

impl Table {
    /// The name of a place in a spreadsheet, 收支总表!C7; nothing where places have no such names.
    #[must_use]
    pub fn name(&self, row: u32, column: u32) -> Option<String> {
        let (top, left) = self.corner?;
        let cell = cell_name(top + row, left + column);
        // CSV and pasted cells are a sheet without a name.
        Some(if self.place.is_empty() { cell } else { [&self.place, "!", &cell].concat() })
    }
}

/// The name of a cell in a spreadsheet: C7.
#[must_use]
pub fn cell_name(row: u32, column: u32) -> String {
    let mut letters = Vec::new();
    let mut left = column + 1;
    while left > 0 {
        letters.push(char::from(b'A' + ((left - 1) % 26) as u8));
        left = (left - 1) / 26;
    }
    let mut name: String = letters.into_iter().rev().collect();
    name.push_str(&(row + 1).to_string());
    name
}
