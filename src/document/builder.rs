//! Lays paragraphs and tables into one text, so that everything that was read has a place.

use super::table::{Cell, Table};
use super::{Document, Format, Grid, GridCell, Remark, heading};
use crate::text::{Block, BlockKind, Span};

/// Tabs that stand for empty places between two cells of a row, at most; a far cell must not fill the text with them.
const MOST_TABS: u32 = 32;

/// Builds a [`Document`].
#[derive(Debug, Default)]
pub struct Builder {
    document: Document,
}

impl Builder {
    /// A document of a format, with nothing in it.
    #[must_use]
    pub fn new(format: Format) -> Self {
        Self { document: Document { format, ..Document::default() } }
    }

    /// What follows stands at this place: 第3页, 页脚, 脚注2. Empty words end the place before.
    pub fn origin(&mut self, words: &str) {
        let at = self.document.text.len() as u32;
        let last = self.document.origins.last().map_or("", |(_, w)| w.as_str());
        if last != words {
            self.document.origins.push((at, words.to_owned()));
        }
    }

    /// Adds a paragraph; blank ones are left out. Breaks inside it are soft.
    pub fn paragraph(&mut self, text: &str) -> Span {
        self.block(text, BlockKind::Paragraph)
    }

    /// Adds a heading.
    pub fn heading(&mut self, text: &str) -> Span {
        self.block(text, BlockKind::Heading)
    }

    /// Adds lines of which nobody knows whether a break ends a paragraph.
    pub fn lines(&mut self, text: &str) -> Span {
        self.block(text, BlockKind::Lines)
    }

    fn block(&mut self, text: &str, kind: BlockKind) -> Span {
        let text = text.trim_matches(|c: char| c == '\n' || c == '\r');
        let start = self.document.text.len() as u32;
        if text.trim().is_empty() {
            return Span::new(start, start);
        }
        self.document.text.push_str(text);
        let span = Span::new(start, self.document.text.len() as u32);
        self.document.text.push('\n');
        self.document.blocks.push(Block { span, kind });
        span
    }

    /// Adds a table, and a blank line behind it. A table without words is left out.
    pub fn table(&mut self, grid: Grid) -> Option<usize> {
        let Grid { title, place, lettered, header_rows, mut cells } = grid;
        cells.retain(|cell| !cell.text.trim().is_empty());
        crate::order::by_key(&mut cells, |cell| (cell.row, cell.column));
        cells.dedup_by_key(|cell| (cell.row, cell.column));
        let corner = lettered.then(|| move_to_corner(&mut cells));
        let (rows, columns) = cells.iter().fold((0, 0), |(rows, columns), cell| {
            (rows.max(cell.row + cell.row_span.max(1)), columns.max(cell.column + cell.column_span.max(1)))
        });
        if cells.is_empty() {
            return None;
        }
        let mut table = Table { title, place, corner, rows, columns, header_rows, ..Table::default() };
        let mut at = None;
        for cell in cells {
            self.divide(&mut at, &cell);
            table.cells.push(self.cell(cell));
        }
        self.document.text.push_str("\n\n");
        self.document.tables.push(table);
        Some(self.document.tables.len() - 1)
    }

    /// Tabs and breaks from the cell before to this one.
    fn divide(&mut self, at: &mut Option<(u32, u32)>, cell: &GridCell) {
        let same = at.filter(|(row, _)| *row == cell.row);
        if at.is_some() && same.is_none() {
            self.document.text.push('\n');
        }
        let tabs = cell.column - same.map_or(0, |(_, column)| column).min(cell.column);
        for _ in 0..tabs.min(MOST_TABS) {
            self.document.text.push('\t');
        }
        *at = Some((cell.row, cell.column));
    }

    fn cell(&mut self, cell: GridCell) -> Cell {
        let start = self.document.text.len() as u32;
        for (i, word) in cell.text.split(['\n', '\r', '\t']).map(str::trim).filter(|w| !w.is_empty()).enumerate() {
            if i > 0 {
                self.document.text.push(' ');
            }
            self.document.text.push_str(word);
        }
        let span = Span::new(start, self.document.text.len() as u32);
        self.document.blocks.push(Block { span, kind: BlockKind::Cell });
        let GridCell { row, column, row_span, column_span, stored, .. } = cell;
        Cell { row, column, row_span: row_span.max(1), column_span: column_span.max(1), span, stored }
    }

    /// Adds something that the reader has to say.
    pub fn remark(&mut self, remark: Remark) {
        self.document.remarks.push(remark);
    }

    /// Says how many pages there are.
    pub fn pages(&mut self, pages: usize) {
        self.document.pages = Some(pages);
    }

    /// How many bytes of text there are so far.
    #[must_use]
    pub fn length(&self) -> usize {
        self.document.text.len()
    }

    /// The finished document.
    #[must_use]
    pub fn finish(mut self) -> Document {
        heading::describe(&mut self.document);
        self.document
    }
}

/// Lets cells count from the first row and column that hold one, and says which these were.
fn move_to_corner(cells: &mut [GridCell]) -> (u32, u32) {
    let top = cells.iter().map(|cell| cell.row).min().unwrap_or(0);
    let left = cells.iter().map(|cell| cell.column).min().unwrap_or(0);
    for cell in cells {
        cell.row -= top;
        cell.column -= left;
    }
    (top, left)
}
