//! A table as a reader finds it: cells in rows, before anything is known of headings and units.

/// A table as found (原始表格). Readers fill it; the [`super::Builder`] lays it into the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// The caption, where the format itself has one (a sheet has its name in `place`).
    pub title: Option<String>,
    /// Where it stands, for people: 第3页, Sheet1; empty where the format has no such places.
    pub place: String,
    /// Whether cells are named as in a spreadsheet (C7) with row and column 0 being A1. The table begins where its cells do.
    pub lettered: bool,
    /// Rows at the top that the format itself marks as headings (`<th>`, `w:tblHeader`).
    pub header_rows: u32,
    /// The cells that hold something or cover more than one place, in any order.
    pub cells: Vec<GridCell>,
}

/// A cell as found; rows and columns count from 0.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GridCell {
    /// Row of its top left corner.
    pub row: u32,
    /// Column of its top left corner.
    pub column: u32,
    /// Rows it covers, at least 1.
    pub row_span: u32,
    /// Columns it covers, at least 1.
    pub column_span: u32,
    /// What it shows. Breaks inside it are laid out as blanks.
    pub text: String,
    /// A spreadsheet's stored value where it differs from what is shown.
    pub stored: Option<String>,
}

impl GridCell {
    /// A cell that covers one place.
    #[must_use]
    pub fn new(row: u32, column: u32, text: impl Into<String>) -> Self {
        Self { row, column, row_span: 1, column_span: 1, text: text.into(), stored: None }
    }

    /// The same cell covering more than one place.
    #[must_use]
    pub fn spanning(mut self, rows: u32, columns: u32) -> Self {
        (self.row_span, self.column_span) = (rows.max(1), columns.max(1));
        self
    }
}
