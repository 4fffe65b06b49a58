//! Strips: the stretches in which the report is drawn. What is far from the view is left undrawn until it comes near.
//!
//! An ordinary report is drawn whole, a short one at once and others a strip or two for each painting, so that the browser's own search finds everything in it.

use super::block::{self, Block, Mark, PieceKind};
use super::place::{self, Bytes, Places};
use super::table::{self, Layout, Placed, Row, Table};
use crate::report;
use std::rc::Rc;

/// How many pieces are drawn, however far from the view they are, when a report comes into it.
const EARLY: usize = 3_000;
/// How many pieces a strip has, about.
const PIECES: usize = 240;
/// How many half-width characters of a paragraph stand on a line, about.
const LINE: usize = 80;

/// A strip of the report.
#[derive(Debug, PartialEq, Eq)]
pub struct Strip {
    /// Its number, from 0.
    pub number: usize,
    /// The painting in which it is drawn however far from the view it is, from 0; none where it waits until it comes near.
    pub turn: Option<usize>,
    /// How high it is, in lines, about.
    pub lines: usize,
    /// What is drawn.
    pub content: Content,
}

/// What a strip draws.
#[derive(Debug, PartialEq, Eq)]
pub enum Content {
    /// Paragraphs.
    Blocks(Vec<Rc<Block>>),
    /// Rows of a table.
    Rows(Rc<Table>, Vec<Row>),
}

/// A place in the strips: the strip, and in it the paragraph or row by its own number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spot {
    /// The number of the strip.
    pub strip: usize,
    /// The number of the block or row.
    pub item: usize,
}

impl Strip {
    /// Its blocks; none where it is of a table.
    pub fn blocks(&self) -> &[Rc<Block>] {
        match &self.content {
            Content::Blocks(blocks) => blocks,
            Content::Rows(..) => &[],
        }
    }

    fn pieces(&self) -> impl Iterator<Item = &block::Piece> {
        let rows = match &self.content {
            Content::Blocks(_) => &[],
            Content::Rows(_, rows) => rows.as_slice(),
        };
        let cells = rows.iter().flat_map(|row| &row.slots).flat_map(|slot| &slot.pieces);
        self.blocks().iter().flat_map(|block| &block.pieces).chain(cells)
    }

    /// The figures drawn in it.
    pub fn figures(&self) -> impl Iterator<Item = u32> {
        self.pieces().filter_map(|piece| match piece.kind {
            PieceKind::Figure(id, _) => Some(id),
            PieceKind::Words | PieceKind::Excluded(_) => None,
        })
    }

    /// Whether digits that are no figure are drawn in it.
    pub fn has_excluded(&self, at: u32) -> bool {
        self.pieces().any(|piece| piece.kind == PieceKind::Excluded(at))
    }

    /// Whether a mark of the finding is drawn in it.
    pub fn has_finding(&self, id: u32) -> bool {
        self.pieces().any(|piece| piece.finding.is_some_and(|(other, _)| other == id))
    }
}

/// The strips of a report, and of each block and row where it begins, with its spot.
pub fn strips(document: &report::Document, places: &Places, marks: &[Mark]) -> (Vec<Rc<Strip>>, Vec<(usize, Spot)>) {
    let text = document.text.as_str();
    let cells = table::placed(&document.tables, places);
    let tables = table::tables(&document.tables, &cells, text);
    let title_line = block::title_line(text, document.title.as_deref());
    let mut cutter = Cutter { text, marks, tables: &tables, ..Cutter::default() };
    let (mut rest, mut last) = (cells.as_slice(), Bytes::default());
    for (number, line) in place::lines(text).enumerate() {
        let (here, after) = rest.split_at(rest.iter().take_while(|cell| cell.bytes.start < line.end).count());
        rest = after;
        if !here.is_empty() {
            here.chunk_by(|one, two| (one.table, one.row) == (two.table, two.row)).for_each(|row| cutter.row(row));
        } else if !last.meets(line) {
            // The further lines of a cell are drawn with the cell.
            cutter.block(block::block(text, line, number, title_line, marks), line.start);
        }
        last = here.last().map_or(last, |cell| cell.bytes);
    }
    cutter.end();
    (cutter.strips, cutter.spots)
}

/// Cuts the report into strips while its blocks and rows go by.
#[derive(Default)]
struct Cutter<'a> {
    text: &'a str,
    marks: &'a [Mark],
    tables: &'a [Rc<Table>],
    strips: Vec<Rc<Strip>>,
    spots: Vec<(usize, Spot)>,
    /// The table being laid out.
    layout: Option<Layout>,
    /// What the strip being filled holds.
    blocks: Vec<Rc<Block>>,
    rows: Vec<Row>,
    /// How much that is.
    pieces: usize,
    lines: usize,
    /// How much stands in the strips before.
    drawn: usize,
}

impl Cutter<'_> {
    fn block(&mut self, block: Block, start: usize) {
        if self.layout.is_some() || self.pieces >= PIECES {
            self.end();
            self.layout = None;
        }
        self.spots.push((start, Spot { strip: self.strips.len(), item: block.number }));
        let width: usize = block.pieces.iter().map(|piece| table::width_of(&piece.text)).sum();
        self.lines += width.div_ceil(LINE) + 1;
        self.pieces += block.pieces.len();
        self.blocks.push(Rc::new(block));
    }

    fn row(&mut self, cells: &[Placed]) {
        let Some(first) = cells.first() else { return };
        if self.layout.as_ref().is_none_or(|layout| layout.table().number != first.table) {
            self.end();
            self.layout = self.tables.get(first.table).map(|table| Layout::new(table.clone()));
        }
        let heads = self.layout.as_ref().map_or(0, |layout| layout.table().heads);
        let is_below_heads = self.rows.last().is_some_and(|row| row.number < heads) && first.row >= heads;
        // A place that reaches through hundreds of rows is cut too, if rather later.
        let is_full = self.rows.last().is_some_and(|row| self.pieces >= if row.is_open { 4 * PIECES } else { PIECES });
        if is_below_heads || is_full {
            self.end();
            self.layout.iter_mut().for_each(Layout::cut);
        }
        let Some(layout) = &mut self.layout else { return };
        let row = layout.row(cells, self.text, self.marks);
        self.spots.push((first.bytes.start, Spot { strip: self.strips.len(), item: row.number as usize }));
        self.lines += row.lines + usize::from(row.gap > 0);
        self.pieces += row.slots.len();
        self.rows.push(row);
    }

    /// Ends the strip being filled.
    fn end(&mut self) {
        let (blocks, rows) = (std::mem::take(&mut self.blocks), std::mem::take(&mut self.rows));
        let content = match &self.layout {
            Some(layout) if !rows.is_empty() => Content::Rows(layout.table().clone(), rows),
            _ if !blocks.is_empty() => Content::Blocks(blocks),
            _ => return,
        };
        let before = self.drawn;
        self.drawn += self.pieces;
        let is_early = self.drawn <= EARLY || self.strips.is_empty();
        let strip = Strip {
            number: self.strips.len(),
            turn: is_early.then_some(before.div_euclid(PIECES)),
            lines: std::mem::take(&mut self.lines),
            content,
        };
        self.pieces = 0;
        self.strips.push(Rc::new(strip));
    }
}
