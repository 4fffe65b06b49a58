//! Text as it was given: pasted, or decoded from a text file. Its characters stay where they are.

use super::headed::{self, Cells};
use super::table::{Cell, Table};
use super::{Document, Format, aligned, heading, paired, stacked};
use crate::gather::Gather;
use crate::text::{Block, BlockKind, Span};
use std::ops::Range;

impl Document {
    /// A text as it was given. Lines with tabs, two or more in a row, are a table, as cells are pasted from a spreadsheet;
    /// so are lines with bars, as cells are typed, lines that end with numbers, under a heading or as many in each, and lines of one cell each;
    /// everything else is lines.
    #[must_use]
    pub fn of_text(text: &str) -> Self {
        let mut out = Self { text: text.to_owned(), format: Format::Text, ..Self::default() };
        let lines = lines(text);
        let mut from = 0;
        while from < lines.len() {
            if let Some(found) = table_at(&lines, from) {
                let end = from + found.lines;
                out.take_table(lines.get(from..end).unwrap_or(&[]), found.kind);
                from = end;
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

    fn take_table(&mut self, lines: &[Line], kind: Kind) {
        let mut table = Table::default();
        let heading = lines.first().map_or("", |heading| heading.body);
        let rows: Vec<Cells> = match kind {
            Kind::Stacked(columns) => stack(lines, columns),
            Kind::Headed(rows) => lines.iter().zip(rows).map(|(line, cells)| line.placed(cells)).gather(),
            Kind::Plain => lines.iter().map(|line| line.cells(heading)).gather(),
        };
        table.rows = rows.len() as u32;
        for (row, cells) in rows.into_iter().enumerate() {
            for (column, cell) in cells {
                table.columns = table.columns.max(column as u32 + 1);
                if cell.is_empty() {
                    continue;
                }
                let span = Span::new(cell.start as u32, cell.end as u32);
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

/// The rows of lines that are a cell each.
fn stack(lines: &[Line], columns: usize) -> Vec<Cells> {
    let cells: Vec<Range<usize>> = lines.iter().map(Line::trimmed).filter(|cell| !cell.is_empty()).gather();
    cells.chunks(columns).map(|row| row.iter().cloned().enumerate().gather()).gather()
}

/// The cells of a line between its marks.
fn marked(line: &str, mark: char) -> Cells {
    let mut start = 0;
    let cell = |(column, cell): (usize, &str)| {
        let from = start + cell.len() - cell.trim_start().len();
        start += cell.len() + mark.len_utf8();
        (column, from..from + cell.trim().len())
    };
    line.split(mark).enumerate().map(cell).gather()
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
    /// Whether it may head columns that only blanks set apart.
    is_heading: bool,
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
            let barred = |bar: &char| body.match_indices(*bar).nth(BARS - 1).is_some();
            let tabbed = (body.contains('\t') && body.trim().contains('\t')).then_some('\t');
            let mark = tabbed.or_else(|| ['|', '｜'].into_iter().find(barred));
            let numbers = if mark.is_none() { aligned::numbers(body) } else { None };
            let is_heading = mark.is_none() && headed::is_heading(body);
            Line { body, start: line_start, end: line_start + body.len(), mark, numbers, is_heading }
        })
        .gather()
}

impl Line<'_> {
    /// Its cells below a heading, with their columns.
    fn cells(&self, heading: &str) -> Cells {
        let mark = self.mark.or_else(|| (self.numbers.is_none() && self.body.contains('\t')).then_some('\t'));
        self.placed(mark.map_or_else(|| aligned::cells(self.body, heading), |mark| marked(self.body, mark)))
    }

    /// Cells whose places are counted from its start.
    fn placed(&self, mut cells: Cells) -> Cells {
        for (_, cell) in &mut cells {
            *cell = self.start + cell.start..self.start + cell.end;
        }
        cells
    }

    /// Whether it has the tabs of another line: a row of which one cell alone holds something.
    fn is_as_wide_as(&self, other: &Self) -> bool {
        let tabs = |line: &Self| line.body.bytes().filter(|b| *b == b'\t').count();
        self.mark.is_none() && self.body.contains('\t') && tabs(self) == tabs(other)
    }

    /// Whether tabs stand on both sides of its only words: 按收入性质分： among rows of more cells.
    fn is_cell(&self) -> bool {
        self.mark.is_none() && self.body.starts_with('\t') && self.body.trim_start().contains('\t')
    }

    /// Where it stands without the blanks around it.
    fn trimmed(&self) -> Range<usize> {
        let from = self.start + self.body.len() - self.body.trim_start().len();
        from..from + self.body.trim().len()
    }
}

/// A table among the lines.
struct Found {
    lines: usize,
    kind: Kind,
}

/// How its cells are found.
enum Kind {
    /// Each line by itself.
    Plain,
    /// Each cell has a line; so many make a row.
    Stacked(usize),
    /// The cells of each line, as they stand under the headings.
    Headed(Vec<Cells>),
}

/// How many lines a table is headed by at most.
const HEADINGS: usize = 2;

/// The table that begins at a line.
fn table_at(lines: &[Line], from: usize) -> Option<Found> {
    let heading = lines.get(from)?;
    let mark = heading.mark;
    let rest = lines.iter().skip(from);
    if mark.is_some() {
        let next = lines.iter().skip(from + 1).map(|l| l.mark).chain([None]);
        let within = |l: &Line, next: Option<char>| l.is_as_wide_as(heading) || l.is_cell() && next == mark;
        let own = |(l, next): &(&Line, Option<char>)| l.mark == mark || mark == Some('\t') && within(l, *next);
        let rows = rest.zip(next).take_while(own).count();
        return (rows >= 2).then_some(Found { lines: rows, kind: Kind::Plain });
    }
    let rows = aligned::rows(heading.body, rest.clone().skip(1).map(|l| (l.body, l.numbers)));
    if let Some(headed) = headed(lines, from).filter(|headed| headed.len() >= rows) {
        return Some(Found { lines: headed.len(), kind: Kind::Headed(headed) });
    }
    if rows > 0 {
        return Some(Found { lines: rows, kind: Kind::Plain });
    }
    let bare = aligned::bare_rows(rest.clone().map(|l| l.numbers));
    if bare > 0 {
        return Some(Found { lines: bare, kind: Kind::Plain });
    }
    if heading.body.trim().is_empty() {
        return None;
    }
    let cells = rest.map(|l| l.body);
    let above = lines.get(..from).and_then(<[Line]>::last);
    let is_in_unit = |_: &_| above.is_some_and(|above| heading::unit(above.body).is_some());
    let stack = stacked::pairs(cells.clone()).filter(is_in_unit).or_else(|| stacked::stack(cells))?;
    Some(Found { lines: stack.lines, kind: Kind::Stacked(stack.columns) })
}

/// The rows of the table under headings that begins at a line and whose columns only blanks set apart.
fn headed(lines: &[Line], from: usize) -> Option<Vec<Cells>> {
    // Most lines are prose, which is known without looking at what follows.
    let near = lines.get(from..)?.iter().take(HEADINGS);
    if !near.take_while(|line| line.mark.is_none()).any(|line| line.is_heading) {
        return None;
    }
    let own = lines.get(from..)?.iter();
    let plain = own.take_while(|line| line.mark.is_none() && !line.body.trim().is_empty()).enumerate();
    let below = plain.take_while(|(at, line)| *at < HEADINGS || !line.is_heading);
    let bodies: Vec<&str> = below.map(|(_, line)| line.body).gather();
    headed::rows(&bodies).or_else(|| paired::rows(&bodies))
}

/// How many lines from here on are no table.
fn run_of_lines(lines: &[Line]) -> usize {
    (0..lines.len()).find(|from| table_at(lines, *from).is_some()).unwrap_or(lines.len())
}
