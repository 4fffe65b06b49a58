//! Rows whose words stand below each other → tables that nothing rules, or only lines between rows.
//!
//! Only figures prove a table: a column needs several of them. Where two figures of a row would share a column, all stays text.

use super::super::geometry::Area;
use super::band::{Row, is_amount, rows};
use super::line::{Line, Word};
use super::table::{Found, Piece};
use crate::gather::Gather;

/// Rows with figures that make a table, and that suffice where each has figures in two columns.
const LEAST_ROWS: usize = 3;
const LEAST_WIDE_ROWS: usize = 2;
/// Rows of headings at most.
const MOST_HEADINGS: usize = 4;
/// Rows without a figure that may follow each other inside a table.
const MOST_BARE: usize = 2;

/// From where to where a column reaches.
type Column = (i64, i64);

/// Words of a row with the columns that they stand in, the last one excluded.
type Placed = Vec<(usize, usize, Word)>;

/// Takes the tables out of the lines of a page, which run from the top down.
pub(in super::super) fn take(lines: &[Line]) -> (Vec<Line>, Vec<Found>) {
    let all = rows(lines);
    let (mut rest, mut tables) = (Vec::new(), Vec::new());
    let mut left = all.as_slice();
    while let Some((first, after)) = left.split_first() {
        let (body, behind) = left.split_at(run(left));
        if let Some((columns, placed)) = columns(body) {
            let head = headings(&rest, first, &columns);
            let keep = rest.len() - head.len();
            let area = rest.iter().skip(keep).chain(body).map(Row::area).reduce(|a, b| a.with(&b)).unwrap_or_default();
            rest.truncate(keep);
            tables.push(table(head.into_iter().chain(placed).gather(), area, &columns));
            left = behind;
        } else {
            rest.push(first.clone());
            left = after;
        }
    }
    (rest.into_iter().flat_map(|row| row.lines).gather(), tables)
}

/// How many rows from the first on may be rows of one table; the last of them has a figure.
fn run(rows: &[Row]) -> usize {
    let mut count = 0;
    for (i, row) in rows.iter().enumerate() {
        let near = i.checked_sub(1).and_then(|i| rows.get(i)).is_none_or(|before| is_near(before, row));
        if near && has_figures(row) {
            count = i + 1;
        } else if !near || i - count >= MOST_BARE || count == 0 || !is_bare(row) {
            break;
        }
    }
    count
}

fn is_near(above: &Row, below: &Row) -> bool {
    below.area().top - above.area().bottom <= above.size().max(below.size()) * 2
}

/// A label and at least one figure.
fn has_figures(row: &Row) -> bool {
    row.cells.iter().skip(1).any(|s| is_amount(&s.text)) && row.cells.iter().all(|s| !is_running(&s.text))
}

/// A label that has no figures: 其中：.
fn is_bare(row: &Row) -> bool {
    row.cells.len() == 1 && row.cells.iter().all(|s| !is_running(&s.text) && !s.text.contains('，'))
}

/// Sentences, and the dots that lead to a page number.
fn is_running(text: &str) -> bool {
    text.contains(['。', '；', '…']) || ["...", "···", "．．．"].iter().any(|dots| text.contains(dots))
}

/// The columns of rows, and what stands in them; nothing where they are no table.
fn columns(rows: &[Row]) -> Option<(Vec<Column>, Vec<Placed>)> {
    let amounts = |row: &Row| row.cells.iter().skip(1).filter(|s| is_amount(&s.text)).count();
    let wide = rows.iter().filter(|row| amounts(row) >= 2).count();
    let with = rows.iter().filter(|row| amounts(row) >= 1).count();
    if with < LEAST_ROWS && wide < LEAST_WIDE_ROWS || rows.iter().any(|row| row.stacked) {
        return None;
    }
    let cells = || rows.iter().flat_map(|row| &row.cells);
    let figures = clusters(cells().filter(|s| is_amount(&s.text)).map(|s| (s.area.left, s.area.right)).gather());
    // A long label may reach over figures that its own row does not have.
    let reach = |s: &Word| {
        let next = figures.iter().map(|(left, _)| *left).find(|left| *left > s.area.left);
        (s.area.left, next.map_or(s.area.right, |next| s.area.right.min(next - 1)))
    };
    let words = cells().filter(|s| !is_amount(&s.text)).map(reach);
    let columns = clusters(figures.iter().copied().chain(words).gather());
    let placed: Vec<Placed> = rows.iter().map(|row| place(row, &columns, false)).gather_all()?;
    let counts = |k: usize| {
        let inside = placed.iter().flatten().filter(|(column, _, _)| *column == k);
        inside.fold((0, 0), |(all, figures), (_, _, s)| (all + 1, figures + usize::from(is_amount(&s.text))))
    };
    let proven = (1..columns.len()).map(counts).any(|(all, figures)| figures >= 2 && figures * 3 >= all * 2);
    proven.then_some((columns, placed))
}

/// Stretches that overlap, as one.
fn clusters(mut stretches: Vec<Column>) -> Vec<Column> {
    crate::order::by_key(&mut stretches, |item| *item);
    let mut out: Vec<Column> = Vec::new();
    for (left, right) in stretches {
        match out.last_mut().filter(|last| left <= last.1) {
            Some(last) => last.1 = last.1.max(right),
            None => out.push((left, right)),
        }
    }
    out
}

/// The words of a row in their columns; nothing where two figures would share one. Headings may stand above several.
fn place(row: &Row, columns: &[Column], heading: bool) -> Option<Placed> {
    let mut out = Placed::new();
    for word in &row.words {
        let (from, to) =
            if heading { span(word, columns) } else { (nearest(word, columns), nearest(word, columns) + 1) };
        match out.last_mut().filter(|(_, end, _)| from < *end) {
            Some((_, _, last)) if is_amount(&last.text) || is_amount(&word.text) => return None,
            Some((_, end, last)) => {
                last.text.push(' ');
                last.text.push_str(&word.text);
                last.area = last.area.with(&word.area);
                *end = (*end).max(to);
            }
            None => out.push((from, to, word.clone())),
        }
    }
    Some(out)
}

/// The column that a word begins in or is nearest to.
fn nearest(word: &Word, columns: &[Column]) -> usize {
    let shared = |(left, right): Column| word.area.right.min(right) - word.area.left.max(left);
    let best = columns.iter().enumerate().rev().max_by_key(|(_, column)| shared(**column).min(word.area.width() / 2));
    best.map_or(0, |(k, _)| k)
}

/// The columns that a heading stands above, the last one excluded.
fn span(word: &Word, columns: &[Column]) -> (usize, usize) {
    let over = |(left, right): &Column| word.area.left < *right && *left < word.area.right;
    let first = columns.iter().position(over).unwrap_or_else(|| nearest(word, columns));
    let last = columns.iter().rposition(over).unwrap_or(first);
    (first, last + 1)
}

/// The rows above a table that are its headings: they stand above its columns.
fn headings(above: &[Row], first: &Row, columns: &[Column]) -> Vec<Placed> {
    let mut below = first;
    let mut out = Vec::new();
    for row in above.iter().rev().take(MOST_HEADINGS) {
        let words = row.cells.iter().all(|s| !is_running(&s.text) && !s.text.contains(['：', ':', '，']));
        let placed = place(row, columns, true).filter(|placed| words && placed.len() >= 2 && is_near(row, below));
        let Some(placed) = placed else { break };
        out.insert(0, placed);
        below = row;
    }
    out
}

fn table(rows: Vec<Placed>, area: Area, columns: &[Column]) -> Found {
    let row = |(row, placed): (usize, Placed)| {
        let piece = move |(column, end, word): (usize, usize, Word)| Piece {
            row,
            column,
            rows: 1,
            columns: end - column,
            text: word.text,
        };
        placed.into_iter().map(piece)
    };
    let pieces = rows.into_iter().enumerate().flat_map(row).gather();
    Found { area, edges: edges(area, columns), pieces, ruled: false }
}

/// Columns meet in the middle between them.
fn edges(area: Area, columns: &[Column]) -> Vec<i64> {
    let between = columns.windows(2).map(|pair| match pair {
        [a, b] => (a.1 + b.0) / 2,
        _ => 0,
    });
    std::iter::once(area.left).chain(between).chain([area.right]).gather()
}
