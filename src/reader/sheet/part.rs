//! A sheet falls into parts: tables one below the other, and the sentences above and below them.
//!
//! An empty row alone parts nothing, since many tables have one inside. Two tables are told apart only where the second begins
//! anew, with a heading of its own; cells keep their names either way.

use super::cell::{Cell, Kind, read};
use super::region::Shown;
use crate::gather::Gather;

/// Characters from which on a cell alone in its row is a sentence and no title.
const SENTENCE: usize = 60;

/// A row that shows something (行).
pub(super) struct Row {
    /// Its cells, which show something.
    pub cells: Vec<Shown>,
    /// Whether the row above it shows nothing and no cell from above reaches into it.
    pub after_gap: bool,
}

/// A part of a sheet (部分).
pub(super) enum Part {
    /// Rows of a table.
    Table(Vec<Row>),
    /// Cells that are sentences, each by itself.
    Prose(Vec<Cell>),
}

impl Row {
    fn is_wide(&self) -> bool {
        self.cells.len() > 1
    }

    /// Whether it can be a row of a table.
    fn is_tabular(&self) -> bool {
        self.is_wide() && !self.is_caption()
    }

    /// Whether it stands above a table: 编制部门：… with 单位：万元 at the other end.
    fn is_caption(&self) -> bool {
        !self.has_number()
            && self.cells.iter().any(|(cell, _)| cell.text.contains("单位：") || cell.text.contains("单位:"))
    }

    fn has_number(&self) -> bool {
        self.cells.iter().any(|(cell, _)| cell.kind != Kind::Text || read(&cell.text).is_some())
    }

    fn is_prose(&self) -> bool {
        let text = self.cells.first().map_or("", |(cell, _)| cell.text.as_str());
        !self.is_wide() && !self.has_number() && (text.contains('。') || text.chars().count() >= SENTENCE)
    }
}

/// The parts of a sheet, in order.
pub(super) fn parts(rows: Vec<Row>) -> Vec<Part> {
    tables(blocks(rows)).into_iter().flat_map(sentences).gather()
}

/// Rows without a gap between them.
fn blocks(rows: Vec<Row>) -> Vec<Vec<Row>> {
    let mut out: Vec<Vec<Row>> = Vec::new();
    for row in rows {
        match out.last_mut() {
            Some(block) if !row.after_gap => block.push(row),
            _ => out.push(vec![row]),
        }
    }
    out
}

/// Blocks that belong together. What stands between two tables is the title of the second.
fn tables(blocks: Vec<Vec<Row>>) -> Vec<Vec<Row>> {
    let mut out = Vec::new();
    let mut table: Vec<Row> = Vec::new();
    let mut waiting: Vec<Row> = Vec::new();
    for mut block in blocks {
        let has_table = table.iter().any(Row::is_tabular);
        if !block.iter().any(Row::is_tabular) && has_table {
            waiting.append(&mut block);
            continue;
        }
        if has_table && begins_anew(&block) {
            // Sentences right below a table are its notes.
            let title = waiting.iter().rposition(Row::is_prose).map_or(0, |last| last + 1);
            let rest = waiting.split_off(title);
            table.append(&mut waiting);
            out.push(std::mem::take(&mut table));
            waiting = rest;
        }
        table.append(&mut waiting);
        table.append(&mut block);
    }
    table.append(&mut waiting);
    out.push(table);
    out
}

/// Whether a block is a table with a heading of its own: words alone in its first wide row, numbers further down.
fn begins_anew(block: &[Row]) -> bool {
    let mut wide = block.iter().filter(|row| row.is_tabular());
    wide.next().is_some_and(|row| !row.has_number()) && wide.any(Row::has_number)
}

/// Takes the sentences at both ends of a table; rows without any table are all sentences.
fn sentences(mut rows: Vec<Row>) -> Vec<Part> {
    let prose = |rows: Vec<Row>| Part::Prose(rows.into_iter().flat_map(|r| r.cells).map(|(cell, _)| cell).gather());
    if !rows.iter().any(Row::is_wide) {
        return vec![prose(rows)];
    }
    let first = rows.iter().position(|r| !r.is_prose()).unwrap_or(0);
    let last = rows.iter().rposition(|r| !r.is_prose()).unwrap_or(0);
    let below = rows.split_off(last + 1);
    let table = rows.split_off(first);
    vec![prose(rows), Part::Table(table), prose(below)]
}
