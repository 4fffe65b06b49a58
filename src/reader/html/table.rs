//! Cells into rows and columns: where each stands when those above and before it reach over.

use super::flow::Node;

/// Columns and rows that a cell may cover; browsers clamp at these too.
const MOST_COLUMNS: u32 = 1000;
const MOST_ROWS: u32 = 65534;
/// Columns of a table, at most: as many as a spreadsheet has.
const WIDEST: u32 = 16384;

/// A table of a page.
#[derive(Debug, Default)]
pub(super) struct TableNode {
    /// Its caption.
    pub caption: Option<String>,
    /// Rows at the top that hold only heading cells.
    pub header_rows: u32,
    /// Its cells in reading order.
    pub cells: Vec<CellNode>,
    /// Whether it has more columns than any table of numbers.
    pub too_wide: bool,
}

/// A cell with its content.
#[derive(Debug, Default)]
pub(super) struct CellNode {
    pub row: u32,
    pub column: u32,
    pub rows: u32,
    pub columns: u32,
    head: bool,
    pub nodes: Vec<Node>,
}

/// A table whose end has not come.
#[derive(Debug, Default)]
pub(super) struct OpenTable {
    node: TableNode,
    /// The row that is being filled, from 1; 0 before the first.
    row: u32,
    column: u32,
    /// For each column, the first row that no cell from above reaches into.
    free: Vec<u32>,
    cell: Option<CellNode>,
}

impl OpenTable {
    /// A row begins.
    pub fn row(&mut self) {
        self.row += 1;
        self.column = 0;
    }

    /// Whether a cell is open.
    pub fn in_cell(&self) -> bool {
        self.cell.is_some()
    }

    /// A cell begins in the next free column of the row.
    pub fn begin_cell(&mut self, rows: u32, columns: u32, head: bool) {
        self.row = self.row.max(1);
        let (rows, columns) = (rows.clamp(1, MOST_ROWS), columns.clamp(1, MOST_COLUMNS));
        let row = self.row - 1;
        while self.free.get(self.column as usize).is_some_and(|free| *free > row) {
            self.column += 1;
        }
        let column = self.column;
        let end = column.saturating_add(columns);
        if end > WIDEST {
            self.node.too_wide = true;
            return;
        }
        if self.free.len() < end as usize {
            self.free.resize(end as usize, 0);
        }
        for free in self.free.iter_mut().skip(column as usize).take(columns as usize) {
            *free = row.saturating_add(rows);
        }
        self.column = end;
        self.cell = Some(CellNode { row, column, rows, columns, head, nodes: Vec::new() });
    }

    /// The cell ends.
    pub fn end_cell(&mut self, nodes: Vec<Node>) {
        if let Some(cell) = self.cell.take() {
            self.node.cells.push(CellNode { nodes, ..cell });
        }
    }

    /// Its caption.
    pub fn caption(&mut self, words: &str) {
        let words = words.trim();
        if !words.is_empty() {
            self.node.caption = Some(words.to_owned());
        }
    }

    /// The whole table. Spans that reach beyond the last row end there.
    pub fn finish(mut self) -> TableNode {
        let rows = self.row;
        for cell in &mut self.node.cells {
            cell.rows = cell.rows.min(rows.saturating_sub(cell.row)).max(1);
        }
        let plain = self.node.cells.iter().filter(|cell| !cell.head).map(|cell| cell.row).min();
        self.node.header_rows = plain.unwrap_or(0);
        self.node
    }
}
