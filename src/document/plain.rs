//! Text as it was given: pasted, or decoded from a text file. Its characters stay where they are.

use super::table::{Cell, Table};
use super::{Document, Format, heading};
use crate::text::{Block, BlockKind, Span};

impl Document {
    /// A text as it was given. Lines with tabs, two or more in a row, are a table, as cells are pasted from a spreadsheet;
    /// so are lines with bars, as cells are typed; everything else is lines.
    #[must_use]
    pub fn of_text(text: &str) -> Self {
        let mut out = Self { text: text.to_owned(), format: Format::Text, ..Self::default() };
        let lines = lines(text);
        let mut from = 0;
        while from < lines.len() {
            let mark = lines.get(from).and_then(|l| l.mark);
            let rows = lines.iter().skip(from).take_while(|l| mark.is_some() && l.mark == mark).count();
            if let Some(mark) = mark.filter(|_| rows >= 2) {
                out.take_table(text, lines.get(from..from + rows).unwrap_or(&[]), mark);
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

    fn take_table(&mut self, text: &str, lines: &[Line], mark: char) {
        let mut table = Table { rows: lines.len() as u32, ..Table::default() };
        for (row, line) in lines.iter().enumerate() {
            let mut start = line.start;
            for (column, cell) in text.get(line.start..line.end).unwrap_or("").split(mark).enumerate() {
                let lead = cell.len() - cell.trim_start().len();
                let body = cell.trim();
                let span = Span::new((start + lead) as u32, (start + lead + body.len()) as u32);
                start += cell.len() + 1;
                table.columns = table.columns.max(column as u32 + 1);
                if body.is_empty() {
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

/// A line without its break.
struct Line {
    start: usize,
    end: usize,
    /// What stands between its cells.
    mark: Option<char>,
}

/// How many bars a line of cells has at least; one stands in headings and addresses.
const BARS: usize = 2;

/// Tabs before the first word only indent.
fn lines(text: &str) -> Vec<Line> {
    let mut start = 0;
    text.split('\n')
        .map(|line| {
            let body = line.trim_end_matches('\r');
            let line_start = start;
            start += line.len() + 1;
            let tabbed = body.trim().contains('\t').then_some('\t');
            let mark = tabbed.or_else(|| (body.matches('|').count() >= BARS).then_some('|'));
            Line { start: line_start, end: line_start + body.len(), mark }
        })
        .collect()
}

/// How many lines from here on are no table.
fn run_of_lines(lines: &[Line]) -> usize {
    (0..lines.len())
        .find(|i| {
            let mark = |at: usize| lines.get(at).and_then(|l| l.mark);
            mark(*i).is_some() && mark(*i) == mark(i + 1)
        })
        .unwrap_or(lines.len())
}
