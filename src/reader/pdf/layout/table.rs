//! A table as it was found on a page.

use super::super::geometry::Area;
use crate::document::{Grid, GridCell};
use crate::gather::Gather;

/// A cell of a found table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) struct Piece {
    pub row: usize,
    pub column: usize,
    pub rows: usize,
    pub columns: usize,
    pub text: String,
}

/// A table on a page.
#[derive(Clone, Debug)]
pub(in super::super) struct Found {
    pub area: Area,
    /// Where its columns begin and end.
    pub edges: Vec<i64>,
    pub pieces: Vec<Piece>,
    /// Whether lines enclose its cells.
    pub ruled: bool,
}

impl Found {
    pub(in super::super) fn rows(&self) -> usize {
        self.pieces.iter().map(|p| p.row + p.rows).max().unwrap_or(0)
    }

    /// The table as the document keeps it.
    pub(in super::super) fn grid(self, place: String, header_rows: usize) -> Grid {
        let cells = self
            .pieces
            .into_iter()
            .map(|p| GridCell::new(p.row as u32, p.column as u32, p.text).spanning(p.rows as u32, p.columns as u32))
            .gather();
        Grid { place, header_rows: header_rows as u32, cells, ..Grid::default() }
    }
}
