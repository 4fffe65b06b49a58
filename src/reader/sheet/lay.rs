//! Lays a worksheet into the document: its tables as grids, its sentences as paragraphs.

use crate::gather::{Gather, SortedSet};

use super::cell::{Cell, Kind, read};
use super::merge::{Merges, Place};
use super::part::{self, Part, Row};
use super::region::{self, Shown};
use super::tally::{self, Tally};
use super::worksheet::Sheet;
use crate::document::{Builder, Grid, GridCell};
use crate::reader::{ReadError, Session};

/// Lays a sheet out and counts what is to be said of it. A sheet that shows nothing leaves no trace but what is said.
pub(super) fn lay(mut sheet: Sheet, out: &mut Builder, tally: &mut Tally, session: &Session) -> Result<(), ReadError> {
    crate::order::by_key(&mut sheet.cells, |cell| (cell.row, cell.column));
    for cell in &sheet.cells {
        tally.cell(&sheet.name, cell);
    }
    tell_text_numbers(&sheet, tally);
    tell_hidden(&mut sheet, tally);
    let name = std::mem::take(&mut sheet.name);
    let boxes = std::mem::take(&mut sheet.boxes);
    let regions = region::regions(shown(sheet, &name, tally));
    for part in regions.into_iter().flat_map(|region| part::parts(rows(region))) {
        match part {
            Part::Table(rows) => table(rows, &name, out),
            Part::Prose(cells) => prose(&cells, &name, out),
        }
        session.characters(out.length())?;
    }
    out.origin(&name);
    for paragraph in &boxes {
        out.paragraph(paragraph);
    }
    out.origin("");
    session.characters(out.length())
}

/// A number stored as text stands where a sum leaves it out: with a point or commas, or among numbers. A column of codes is
/// nothing to speak of.
fn tell_text_numbers(sheet: &Sheet, tally: &mut Tally) {
    let numeric: SortedSet<u32> = sheet.cells.iter().filter(|c| c.kind != Kind::Text).map(|c| c.column).gather_set();
    for cell in sheet.cells.iter().filter(|c| c.kind == Kind::Text && read(&c.text).is_some()) {
        if cell.text.contains(['.', ',']) || numeric.contains(&cell.column) {
            tally.text_number(&sheet.name, cell);
        }
    }
}

fn tell_hidden(sheet: &mut Sheet, tally: &mut Tally) {
    let shows = |cell: &&Cell| !cell.text.trim().is_empty();
    if sheet.hidden && sheet.cells.iter().any(|c| shows(&c)) {
        tally.hidden_sheet(&sheet.name);
    }
    let held = |ranges: &mut Vec<(u32, u32)>, number: fn(&Cell) -> u32| {
        crate::order::by_key(ranges, |item| *item);
        let within = |n: u32| {
            let before = ranges.partition_point(|(first, _)| *first <= n);
            before.checked_sub(1).and_then(|i| ranges.get(i)).is_some_and(|(_, last)| n <= *last)
        };
        sheet.cells.iter().filter(shows).map(number).filter(|n| within(*n)).gather_set()
    };
    let rows = held(&mut sheet.hidden_rows, |cell| cell.row);
    let columns = held(&mut sheet.hidden_columns, |cell| cell.column);
    let list = |set: SortedSet<u32>| set.into_iter().collect::<Vec<u32>>();
    tally.hidden(&sheet.name, &list(rows), &list(columns));
}

/// The cells that show something and are not covered, with how much each covers.
fn shown(sheet: Sheet, name: &str, tally: &mut Tally) -> Vec<Shown> {
    let mut merges = Merges::new(sheet.merges);
    let mut out = Vec::new();
    for cell in sheet.cells.into_iter().filter(|c| !c.text.trim().is_empty()) {
        match merges.place(cell.row, cell.column) {
            Place::Free => out.push((cell, (1, 1))),
            Place::Corner(area) => {
                let spans = (area.bottom + 1 - cell.row, area.right + 1 - cell.column);
                out.push((cell, spans));
            }
            Place::Covered => tally.covered(name, &cell),
        }
    }
    out
}

/// The rows of a region. Areas end where the region does.
fn rows(region: Vec<Shown>) -> Vec<Row> {
    let bottom = region.iter().map(|(c, _)| c.row).max().unwrap_or(0);
    let right = region.iter().map(|(c, _)| c.column).max().unwrap_or(0);
    let mut out: Vec<Row> = Vec::new();
    let mut reach = 0;
    let mut current = None;
    for (cell, (rows, columns)) in region {
        let (row, column) = (cell.row, cell.column);
        let spans = (rows.min(bottom + 1 - row), columns.min(right + 1 - column));
        if current != Some(row) {
            out.push(Row { cells: Vec::new(), after_gap: row > reach });
            current = Some(row);
        }
        reach = reach.max(row + spans.0);
        if let Some(last) = out.last_mut() {
            last.cells.push((cell, spans));
        }
    }
    out
}

fn table(rows: Vec<Row>, name: &str, out: &mut Builder) {
    let cell = |(cell, (rows, columns)): Shown| {
        let Cell { row, column, text, stored, .. } = cell;
        GridCell { stored, ..GridCell::new(row, column, text).spanning(rows, columns) }
    };
    let cells = rows.into_iter().flat_map(|row| row.cells).map(cell).gather();
    out.origin(name);
    out.table(Grid { place: name.to_owned(), lettered: true, cells, ..Grid::default() });
}

/// Each line of a cell is a paragraph.
fn prose(cells: &[Cell], name: &str, out: &mut Builder) {
    for cell in cells {
        out.origin(&tally::place(name, cell.row, cell.column));
        for line in cell.text.lines() {
            out.paragraph(line.trim());
        }
    }
}
