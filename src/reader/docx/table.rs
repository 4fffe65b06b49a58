//! Tables: rows and cells with what they cover.

use super::Reader;
use super::flow::{Flow, Piece};
use super::loss::Loss;
use super::property::{number, on};
use crate::document::{Grid, GridCell};
use crate::gather::SortedMap;
use crate::reader::ReadError;
use crate::reader::xml::{Node, Xml};

/// Columns that a cell may cover, or that may be left empty before it.
const WIDEST: u32 = 1000;

/// A table while it is read.
#[derive(Default)]
struct Draft {
    grid: Grid,
    row: u32,
    column: u32,
    /// Whether all rows so far are marked as headings.
    heading: bool,
    /// The cells that may go on in the next row, by column: their index in the grid.
    above: SortedMap<u32, usize>,
    /// The same for the row after this one.
    below: SortedMap<u32, usize>,
    losses: Vec<Loss>,
    /// What stands in cells but not in their words: tables in tables.
    nested: Vec<Piece>,
    /// The first cell, until there is a second.
    first: Option<Cell>,
    several: bool,
}

/// What a row says of itself.
#[derive(Default)]
struct RowProperties {
    heading: bool,
    before: u32,
    /// Deleted or hidden: the row is left out.
    gone: Option<Loss>,
    revised: bool,
}

/// What a cell says of itself.
#[derive(Default)]
struct CellProperties {
    columns: u32,
    /// It begins a merge with the cells below or beside it.
    begins: bool,
    /// It only goes on with the cell above.
    below: bool,
    /// It only goes on with the cell to the left.
    beside: bool,
    deleted: bool,
}

/// A cell with its place.
struct Cell {
    row: u32,
    column: u32,
    properties: CellProperties,
    pieces: Vec<Piece>,
}

impl Reader<'_, '_> {
    /// Reads `w:tbl`. A frame of one cell is no table: what it holds stands in the text.
    pub(super) fn table(&mut self, xml: &mut Xml, flow: &mut Flow) -> Result<(), ReadError> {
        let mut draft = Draft { heading: true, ..Draft::default() };
        self.rows(xml, &mut draft)?;
        flow.end();
        if let Some(mut only) = draft.first.take() {
            draft.losses.into_iter().for_each(|loss| flow.lose(loss));
            flow.pieces.append(&mut only.pieces);
            return Ok(());
        }
        flow.table(draft.grid, draft.losses);
        flow.pieces.append(&mut draft.nested);
        Ok(())
    }

    /// Rows may stand in content controls and tags.
    fn rows(&mut self, xml: &mut Xml, draft: &mut Draft) -> Result<(), ReadError> {
        while let Some(node) = xml.inside()? {
            let Node::Open(element) = node else {
                continue;
            };
            match element.name() {
                "tr" => self.row(xml, draft)?,
                "tblPr" | "tblGrid" | "sdtPr" | "sdtEndPr" => xml.skip()?,
                _ => self.rows(xml, draft)?,
            }
        }
        Ok(())
    }

    fn row(&mut self, xml: &mut Xml, draft: &mut Draft) -> Result<(), ReadError> {
        draft.column = 0;
        let mut properties = RowProperties::default();
        self.cells(xml, draft, &mut properties)?;
        if properties.gone.is_some() {
            return Ok(());
        }
        draft.heading &= properties.heading;
        draft.row += 1;
        draft.grid.header_rows += u32::from(draft.heading);
        draft.above = std::mem::take(&mut draft.below);
        Ok(())
    }

    fn cells(&mut self, xml: &mut Xml, draft: &mut Draft, row: &mut RowProperties) -> Result<(), ReadError> {
        while let Some(node) = xml.inside()? {
            let Node::Open(element) = node else {
                continue;
            };
            match element.name() {
                "tc" if row.gone.is_some() => xml.skip()?,
                "tc" => self.cell(xml, draft)?,
                "trPr" => {
                    *row = row_properties(xml)?;
                    draft.column = row.before;
                    draft.losses.extend(row.gone);
                    draft.losses.extend(Some(Loss::Revision).filter(|_| row.revised));
                }
                "tblPrEx" | "sdtPr" | "sdtEndPr" => xml.skip()?,
                _ => self.cells(xml, draft, row)?,
            }
        }
        Ok(())
    }

    fn cell(&mut self, xml: &mut Xml, draft: &mut Draft) -> Result<(), ReadError> {
        let mut flow = Flow::default();
        let mut properties = CellProperties { columns: 1, ..CellProperties::default() };
        while let Some(node) = xml.inside()? {
            let Node::Open(element) = node else {
                continue;
            };
            match element.name() {
                "tcPr" => properties = cell_properties(xml)?,
                _ => self.block(xml, &element, &mut flow)?,
            }
        }
        flow.end();
        if properties.deleted {
            draft.losses.push(Loss::Revision);
            return Ok(());
        }
        let cell = Cell { row: draft.row, column: draft.column, properties, pieces: flow.pieces };
        draft.column = draft.column.saturating_add(cell.properties.columns).min(WIDEST * 10);
        if draft.first.is_none() && !draft.several {
            draft.first = Some(cell);
            return Ok(());
        }
        draft.several = true;
        if let Some(first) = draft.first.take() {
            self.place(draft, first)?;
        }
        self.place(draft, cell)
    }

    /// Puts a cell into the grid, or its place to the cell that it goes on with.
    fn place(&mut self, draft: &mut Draft, cell: Cell) -> Result<(), ReadError> {
        let Cell { row, column, properties, pieces } = cell;
        if properties.below
            && let Some(index) = draft.above.get(&column).copied()
            && let Some(above) = draft.grid.cells.get_mut(index)
        {
            above.row_span = row + 1 - above.row;
            draft.below.insert(column, index);
            return Ok(());
        }
        if properties.beside
            && let Some(left) = draft.grid.cells.last_mut().filter(|left| left.row == row)
        {
            left.column_span = (column + properties.columns).saturating_sub(left.column);
            return Ok(());
        }
        let mut words: Vec<String> = Vec::new();
        for piece in pieces {
            match piece {
                Piece::Paragraph(paragraph) => {
                    draft.losses.extend(paragraph.losses);
                    words.extend(Some(paragraph.text).filter(|text| !text.trim().is_empty()));
                }
                table @ Piece::Table(..) => draft.nested.push(table),
            }
        }
        let text = words.join("\n");
        if !text.is_empty() {
            self.session.cells(1)?;
        }
        if !text.is_empty() || properties.begins {
            // A cell of the first row may be put here only when the second row has begun.
            let next = if row == draft.row { &mut draft.below } else { &mut draft.above };
            next.insert(column, draft.grid.cells.len());
            draft.grid.cells.push(GridCell::new(row, column, text).spanning(1, properties.columns));
        }
        Ok(())
    }
}

fn row_properties(xml: &mut Xml) -> Result<RowProperties, ReadError> {
    let mut out = RowProperties::default();
    while let Some(node) = xml.inside()? {
        let Node::Open(element) = node else {
            continue;
        };
        match element.name() {
            "tblHeader" => out.heading = on(&element),
            "gridBefore" => out.before = number(&element).unwrap_or(0).min(WIDEST),
            "hidden" if on(&element) => out.gone = Some(Loss::Hidden),
            "del" => out.gone = Some(Loss::Revision),
            "ins" => out.revised = true,
            _ => {}
        }
        xml.skip()?;
    }
    Ok(out)
}

fn cell_properties(xml: &mut Xml) -> Result<CellProperties, ReadError> {
    let mut out = CellProperties { columns: 1, ..CellProperties::default() };
    while let Some(node) = xml.inside()? {
        let Node::Open(element) = node else {
            continue;
        };
        let restarts = element.attribute("val").as_deref() == Some("restart");
        match element.name() {
            "gridSpan" => out.columns = number(&element).unwrap_or(1).clamp(1, WIDEST),
            "vMerge" if !restarts => out.below = true,
            "hMerge" if !restarts => out.beside = true,
            "vMerge" | "hMerge" => out.begins = true,
            "cellDel" => out.deleted = true,
            _ => {}
        }
        xml.skip()?;
    }
    Ok(out)
}
