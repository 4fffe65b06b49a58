//! Text as it was given: pasted, or decoded from a text file. Its characters stay where they are.

use super::table::{Cell, Table};
use super::{Document, Format, aligned, heading};
use crate::text::{Block, BlockKind, Span};
use std::ops::Range;

impl Document {
    /// A text as it was given. Lines with tabs, two or more in a row, are a table, as cells are pasted from a spreadsheet;
    /// so are lines with bars, as cells are typed, and lines of numbers under a heading; everything else is lines.
    #[must_use]
    pub fn of_text(text: &str) -> Self {
        let mut out = Self { text: text.to_owned(), format: Format::Text, ..Self::default() };
        let lines = lines(text);
        let mut from = 0;
        while from < lines.len() {
            let rows = rows_at(&lines, from);
            if rows > 0 {
                out.take_table(lines.get(from..from + rows).unwrap_or(&[]));
                from += rows;
                continue;
            }
            let plain = run_of_lines(lines.get(from..).unwrap_or(&[])).max(1);
            let first = lines.get(from).map_or(0, |l| l.start);
            let last = lines.get(from + plain - 1).map_or(first, |l| l.end);
            out.blocks.push(Block { span: Span::new(first as u32, last as u32), kind: BlockKind::Lines });
            from += plain;
        }
        heading::describe(&mut out);
        out
    }

    fn take_table(&mut self, lines: &[Line]) {
        let mut table = Table { rows: lines.len() as u32, ..Table::default() };
        let columns = lines.first().map_or(0, |heading| heading.body.split_whitespace().count());
        for (row, line) in lines.iter().enumerate() {
            let cells = line.mark.map_or_else(|| aligned::cells(line.body, columns), |mark| marked(line.body, mark));
            for (column, cell) in cells {
                table.columns = table.columns.max(column as u32 + 1);
                let span = Span::new((line.start + cell.start) as u32, (line.start + cell.end) as u32);
                if cell.is_empty() {
                    continue;
                }
                self.blocks.push(Block { span, kind: BlockKind::Cell });
                table.cells.push(Cell {
                    row: row as u32,
                    column: column as u32,
                    row_span: 1,
                    column_span: 1,
                    span,
                    stored: None,
                });
            }
        }
        self.tables.push(table);
    }
}

/// The cells of a line between its marks.
fn marked(line: &str, mark: char) -> Vec<(usize, Range<usize>)> {
    let mut start = 0;
    let cell = |(column, cell): (usize, &str)| {
        let from = start + cell.len() - cell.trim_start().len();
        start += cell.len() + mark.len_utf8();
        (column, from..from + cell.trim().len())
    };
    line.split(mark).enumerate().map(cell).collect()
}

/// A line without its break.
struct Line<'a> {
    body: &'a str,
    start: usize,
    end: usize,
    /// What stands between its cells.
    mark: Option<char>,
    /// How many numbers end it, where nothing stands between its cells.
    numbers: Option<usize>,
}

/// How many bars a line of cells has at least; one stands in headings and addresses.
const BARS: usize = 2;

/// Tabs before the first word only indent.
fn lines(text: &str) -> Vec<Line<'_>> {
    let mut start = 0;
    text.split('\n')
        .map(|line| {
            let body = line.trim_end_matches('\r');
            let line_start = start;
            start += line.len() + 1;
            let barred = |bar: &char| body.matches(*bar).count() >= BARS;
            let tabbed = body.trim().contains('\t').then_some('\t');
            let mark = tabbed.or_else(|| ['|', '｜'].into_iter().find(barred));
            let numbers = if mark.is_none() { aligned::numbers(body) } else { None };
            Line { body, start: line_start, end: line_start + body.len(), mark, numbers }
        })
        .collect()
}

/// How many lines from one on are the rows of a table; 0 where it begins none.
fn rows_at(lines: &[Line], from: usize) -> usize {
    let mark = lines.get(from).and_then(|l| l.mark);
    let rest = lines.iter().skip(from);
    let rows = rest.clone().take_while(|l| mark.is_some() && l.mark == mark).count();
    match lines.get(from).filter(|_| mark.is_none()) {
        Some(heading) => aligned::rows(heading.body, rest.skip(1).map(|l| l.numbers)),
        None if rows >= 2 => rows,
        None => 0,
    }
}

/// How many lines from here on are no table.
fn run_of_lines(lines: &[Line]) -> usize {
    (0..lines.len()).find(|from| rows_at(lines, *from) > 0).unwrap_or(lines.len())
}
