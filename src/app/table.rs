//! Tables as they are drawn: rows of places without holes, cut out of the text.
//!
//! A report names only the cells that hold something. Rows that hold nothing are not drawn one by one but told of, so that a cell
//! in row one million costs no more than one in row two.

use super::block::{Mark, Piece, pieces};
use super::place::{Bytes, Places};
use crate::report;
use std::rc::Rc;

/// The widest column, in half-width characters; what is longer is broken into lines.
const WIDEST: usize = 36;
const NARROWEST: usize = 5;
/// How many columns one place may cover: browsers know no more.
const MOST_COLUMNS: u32 = 1000;
/// So many empty places in a row are drawn one by one, so that the columns are seen through; more are one.
const MOST_BLANKS: u32 = 16;
/// More heading rows than this are no heading.
const MOST_HEADS: u32 = 12;

/// What is known of a table as a whole (表格).
#[derive(Debug, PartialEq, Eq)]
pub struct Table {
    /// Its number among the tables, from 0.
    pub number: usize,
    /// 表名.
    pub title: Option<String>,
    /// The unit printed above it.
    pub unit: Option<String>,
    /// Sheet name or page.
    pub place: String,
    /// Number of rows.
    pub rows: u32,
    /// Number of columns.
    pub columns: u32,
    /// The width of each column, in half-width characters.
    pub widths: Vec<usize>,
    /// Rows at the top that are headings.
    pub heads: u32,
    /// The rows that hold something.
    filled: Vec<u32>,
}

/// A row of a table.
#[derive(Debug, PartialEq, Eq)]
pub struct Row {
    /// Its number, from 0.
    pub number: u32,
    /// How many rows without a word stand between it and the one before.
    pub gap: u32,
    /// Its places from left to right.
    pub slots: Vec<Slot>,
    /// How high it is, in lines.
    pub lines: usize,
    /// Whether a place of it reaches into the row below.
    pub is_open: bool,
}

/// A place in a row: a cell, or emptiness.
#[derive(Debug, PartialEq, Eq)]
pub struct Slot {
    /// How many columns it covers.
    pub columns: u32,
    /// How many of the rows drawn it covers.
    pub rows: u32,
    /// What it is for the others.
    pub kind: SlotKind,
    /// Its text, cut where the drawing changes.
    pub pieces: Vec<Piece>,
}

/// What a place is for the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlotKind {
    /// The heading of columns.
    ColumnHead,
    /// The name of a row.
    RowHead,
    /// A figure: without letters, set to the right.
    Figure,
    /// Words, or nothing.
    Words,
}

/// A cell with its place in the text.
#[derive(Clone, Copy, Debug)]
pub struct Placed {
    /// The place of its words.
    pub bytes: Bytes,
    /// The number of its table.
    pub table: usize,
    /// Its row.
    pub row: u32,
    column: u32,
    row_span: u32,
    column_span: u32,
}

/// All cells of all tables, in the order of the text.
pub fn placed(tables: &[report::Table], places: &Places) -> Vec<Placed> {
    let cells = tables.iter().enumerate().flat_map(|(table, found)| {
        found.cells.iter().map(move |cell| Placed {
            bytes: places.bytes(cell.start, cell.end),
            table,
            row: cell.row,
            column: cell.column,
            row_span: cell.row_span.max(1),
            column_span: cell.column_span.clamp(1, found.columns.max(1)),
        })
    });
    let cells: Vec<Placed> = cells.collect();
    super::order::by_key(&cells, |cell| [cell.bytes.start, cell.bytes.end, 0, 0])
}

/// What is known of each table, with the width of its columns.
pub fn tables(tables: &[report::Table], cells: &[Placed], text: &str) -> Vec<Rc<Table>> {
    let mut widths: Vec<Vec<usize>> =
        tables.iter().map(|table| vec![0; (table.columns as usize).min(1 << 14)]).collect();
    for cell in cells.iter().filter(|cell| cell.column_span == 1) {
        if let Some(width) = widths.get_mut(cell.table).and_then(|widths| widths.get_mut(cell.column as usize)) {
            *width = (*width).max(width_of(cell.bytes.of(text)));
        }
    }
    let table = |(number, (table, widths)): (usize, (&report::Table, Vec<usize>))| {
        Rc::new(Table {
            number,
            title: table.title.clone(),
            unit: table.unit.clone(),
            place: table.place.clone(),
            rows: table.rows,
            columns: table.columns,
            widths: widths.into_iter().map(|width| width.clamp(NARROWEST, WIDEST)).collect(),
            filled: filled(&table.cells),
            heads: if table.header_rows <= MOST_HEADS { table.header_rows } else { 0 },
        })
    };
    tables.iter().zip(widths).enumerate().map(table).collect()
}

fn filled(cells: &[report::Cell]) -> Vec<u32> {
    let mut rows: Vec<u32> = cells.iter().map(|cell| cell.row).collect();
    rows.dedup();
    rows
}

/// Half-width characters: a digit has one, a Chinese character two.
pub fn width_of(text: &str) -> usize {
    text.chars().map(|character| if character.is_ascii() { 1 } else { 2 }).sum()
}

/// Lays out the rows of one table. It is given the cells row by row.
pub struct Layout {
    table: Rc<Table>,
    /// What reaches down from above: from which column, how many columns, for how many more rows drawn.
    hanging: Vec<(u32, u32, u32)>,
    /// The row after the last one that is accounted for.
    next: u32,
}

impl Layout {
    /// Begins a table.
    pub fn new(table: Rc<Table>) -> Self {
        Self { table, hanging: Vec::new(), next: 0 }
    }

    /// The table this is the layout of.
    pub fn table(&self) -> &Rc<Table> {
        &self.table
    }

    /// Lets nothing reach further down: below it the table is drawn on its own.
    pub fn cut(&mut self) {
        self.hanging.clear();
    }

    /// Lays out a row from its cells, which stand from left to right.
    pub fn row(&mut self, cells: &[Placed], text: &str, marks: &[Mark]) -> Row {
        let number = cells.first().map_or(self.next, |cell| cell.row);
        let mut row =
            Row { number, gap: number.saturating_sub(self.next), slots: Vec::new(), lines: 1, is_open: false };
        let mut hanging = std::mem::take(&mut self.hanging);
        let mut down = Vec::new();
        let mut at = 0;
        for cell in cells {
            self.fill(&mut row, &mut at, cell.column, &mut hanging, &mut down);
            let slot = self.slot(cell, number, text, marks);
            let room: usize = self.table.widths.iter().skip(cell.column as usize).take(cell.column_span as usize).sum();
            if slot.rows == 1 {
                row.lines = row.lines.max(width_of(cell.bytes.of(text)).div_ceil(room.max(1)));
            } else {
                down.push((cell.column, cell.column_span, slot.rows - 1));
            }
            at = at.max(cell.column + cell.column_span);
            row.slots.push(slot);
        }
        self.fill(&mut row, &mut at, self.table.columns, &mut hanging, &mut down);
        // What a place reaches into is no gap, though it holds nothing of its own.
        self.next =
            cells.iter().map(|cell| cell.row.saturating_add(cell.row_span)).fold(self.next.max(number + 1), u32::max);
        row.is_open = !down.is_empty();
        self.hanging = super::order::by_key(&down, |(column, ..)| [*column as usize, 0, 0, 0]);
        row
    }

    /// Emptiness up to a column, but where something reaches down from above.
    fn fill(
        &self,
        row: &mut Row,
        at: &mut u32,
        column: u32,
        hanging: &mut Vec<(u32, u32, u32)>,
        down: &mut Vec<(u32, u32, u32)>,
    ) {
        let below = hanging.iter().take_while(|(from, ..)| *from < column).count();
        for (from, wide, left) in hanging.drain(..below) {
            blank(row, *at, from);
            *at = (*at).max(from + wide);
            if left > 1 {
                down.push((from, wide, left - 1));
            }
        }
        blank(row, *at, column);
        *at = (*at).max(column);
    }

    fn slot(&self, cell: &Placed, row: u32, text: &str, marks: &[Mark]) -> Slot {
        let end = row.saturating_add(cell.row_span);
        let drawn = |before: u32| self.table.filled.partition_point(|number| *number < before);
        let words = cell.bytes.of(text);
        let is_figure = words.chars().any(is_digit) && !words.chars().any(is_letter);
        let kind = if row < self.table.heads {
            SlotKind::ColumnHead
        } else if is_figure {
            SlotKind::Figure
        } else if cell.column == 0 && self.table.columns > 1 {
            SlotKind::RowHead
        } else {
            SlotKind::Words
        };
        Slot {
            columns: cell.column_span.min(MOST_COLUMNS),
            rows: (drawn(end).saturating_sub(drawn(row)) as u32).max(1),
            kind,
            pieces: pieces(text, cell.bytes, marks),
        }
    }
}

fn blank(row: &mut Row, from: u32, to: u32) {
    let mut left = to.saturating_sub(from);
    while left > 0 {
        let columns = if to - from <= MOST_BLANKS { 1 } else { left.min(MOST_COLUMNS) };
        row.slots.push(Slot { columns, rows: 1, kind: SlotKind::Words, pieces: Vec::new() });
        left -= columns;
    }
}

/// Of Unicode's many digits those that a report is written with.
fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic() || ('\u{3400}'..='\u{9fff}').contains(&c)
}
