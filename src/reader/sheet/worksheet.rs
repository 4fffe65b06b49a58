//! A worksheet as any of the formats gives it, before it is laid into the document.

use super::cell::{Cell, Manner, Value};
use super::format::Format;
use crate::reader::{ReadError, Session};

/// Rows and columns that a sheet can have.
pub(super) const ROWS: u32 = 1_048_576;
/// Columns that a sheet can have.
pub(super) const COLUMNS: u32 = 16_384;

/// A worksheet (工作表).
#[derive(Clone, Debug, Default)]
pub(super) struct Sheet {
    /// Its name.
    pub name: String,
    /// Whether it is hidden.
    pub hidden: bool,
    /// The cells that store something, in any order.
    pub cells: Vec<Cell>,
    /// The merged areas.
    pub merges: Vec<Area>,
    /// Hidden rows, as first and last.
    pub hidden_rows: Vec<(u32, u32)>,
    /// Hidden columns, as first and last.
    pub hidden_columns: Vec<(u32, u32)>,
    /// Paragraphs in text boxes.
    pub boxes: Vec<String>,
    bytes: usize,
}

/// A merged area (合并区域), its last row and column included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Area {
    /// First row.
    pub top: u32,
    /// First column.
    pub left: u32,
    /// Last row.
    pub bottom: u32,
    /// Last column.
    pub right: u32,
}

impl Sheet {
    /// A sheet without cells.
    pub(super) fn new(name: String, hidden: bool) -> Self {
        Self { name, hidden, ..Self::default() }
    }

    /// Adds a cell that stores something.
    ///
    /// # Errors
    /// Where it lies outside of every sheet, or there are too many.
    pub(super) fn add(
        &mut self,
        (row, column): (u32, u32),
        value: Value,
        (format, manner): (&Format, Manner),
        session: &mut Session,
    ) -> Result<(), ReadError> {
        if row >= ROWS || column >= COLUMNS {
            return Err(ReadError::Damaged);
        }
        session.cells(1)?;
        let cell = Cell::new(row, column, value, format, manner);
        self.bytes = self.bytes.saturating_add(cell.text.len());
        session.characters(self.bytes)?;
        self.cells.push(cell);
        Ok(())
    }

    /// Adds a merged area; one cell is none. They are counted like cells, as each costs as much.
    ///
    /// # Errors
    /// Where there are too many.
    pub(super) fn merge(&mut self, area: Area, session: &mut Session) -> Result<(), ReadError> {
        let more = area.bottom > area.top || area.right > area.left;
        if more && area.bottom >= area.top && area.right >= area.left && area.top < ROWS && area.left < COLUMNS {
            session.cells(1)?;
            self.merges.push(area);
        }
        Ok(())
    }
}
