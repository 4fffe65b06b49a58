//! Lines whose stretches stand below each other → tables that nothing rules, or only lines between rows.
//!
//! Only figures prove a table: a column needs several of them. Where two stretches of a row would share a column, all stays text.

use super::super::geometry::Area;
use super::line::{Line, Segment};
use super::table::{Found, Piece};

/// Rows with figures that make a table, and that suffice where each has figures in two columns.
const LEAST_ROWS: usize = 3;
const LEAST_WIDE_ROWS: usize = 2;
/// Rows of headings at most.
const MOST_HEADINGS: usize = 4;
/// Rows without a figure that may follow each other inside a table.
const MOST_BARE: usize = 2;

/// From where to where a column reaches.
type Column = (i64, i64);

/// Takes the tables out of the lines of a page, which run from the top down.
pub(in super::super) fn take(lines: Vec<Line>) -> (Vec<Line>, Vec<Found>) {
    let (mut rest, mut tables) = (Vec::new(), Vec::new());
    let mut lines = lines.as_slice();
    while let Some((first, after)) = lines.split_first() {
        let rows = run(lines);
        let (body, behind) = lines.split_at(rows);
        if let Some(columns) = columns(body) {
            let headings = headings(&rest, first, &columns);
            let head = rest.split_off(rest.len() - headings);
            let all: Vec<&Line> = head.iter().chain(body).collect();
            tables.push(table(&all, &columns));
            lines = behind;
        } else {
            rest.push(first.clone());
            lines = after;
        }
    }
    (rest, tables)
}

/// How many lines from the first on may be rows of one table; the last of them has a figure.
fn run(lines: &[Line]) -> usize {
    let mut rows = 0;
    for (i, line) in lines.iter().enumerate() {
        let near = i.checked_sub(1).and_then(|i| lines.get(i)).is_none_or(|before| is_near(before, line));
        if near && is_row(line) {
            rows = i + 1;
        } else if !near || i - rows >= MOST_BARE || rows == 0 || !is_bare(line) {
            break;
        }
    }
    rows
}

fn is_near(above: &Line, below: &Line) -> bool {
    below.area.top - above.area.bottom <= above.size.max(below.size) * 2
}

/// A label and at least one figure.
fn is_row(line: &Line) -> bool {
    line.segments.iter().skip(1).any(|s| is_amount(&s.text)) && line.segments.iter().all(|s| !is_running(&s.text))
}

/// A label that has no figures: 其中：.
fn is_bare(line: &Line) -> bool {
    line.segments.len() == 1 && line.segments.iter().all(|s| !is_running(&s.text) && !s.text.contains('，'))
}

/// Sentences, and the dots that lead to a page number.
fn is_running(text: &str) -> bool {
    text.contains(['。', '；', '…']) || ["...", "···", "．．．", "。。"].iter().any(|dots| text.contains(dots))
}

fn is_amount(text: &str) -> bool {
    let text = ["万元", "元", "%", "％"].iter().find_map(|unit| text.strip_suffix(unit)).unwrap_or(text);
    text.contains(|c: char| c.is_ascii_digit())
        && text.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.' | '-' | '－' | '(' | ')' | '（' | '）'))
}

/// The columns of rows; nothing where they are no table.
fn columns(rows: &[Line]) -> Option<Vec<Column>> {
    let amounts = |line: &Line| line.segments.iter().skip(1).filter(|s| is_amount(&s.text)).count();
    let wide = rows.iter().filter(|line| amounts(line) >= 2).count();
    let with = rows.iter().filter(|line| amounts(line) >= 1).count();
    if with < LEAST_ROWS && wide < LEAST_WIDE_ROWS {
        return None;
    }
    let segments = || rows.iter().flat_map(|line| &line.segments);
    let figures = clusters(segments().filter(|s| is_amount(&s.text)).map(|s| (s.area.left, s.area.right)).collect());
    // A long label may reach over figures that its own row does not have.
    let reach = |s: &Segment| {
        let next = figures.iter().map(|(left, _)| *left).find(|left| *left > s.area.left);
        (s.area.left, next.map_or(s.area.right, |next| s.area.right.min(next - 1)))
    };
    let words = segments().filter(|s| !is_amount(&s.text)).map(reach);
    let columns = clusters(figures.iter().copied().chain(words).collect());
    let distinct = rows.iter().all(|line| {
        let places: Vec<usize> = line.segments.iter().map(|s| nearest(s, &columns)).collect();
        places.is_sorted_by(|a, b| a < b)
    });
    let counts = |k: usize| {
        let inside = segments().filter(|s| nearest(s, &columns) == k);
        inside.fold((0, 0), |(all, figures), s| (all + 1, figures + usize::from(is_amount(&s.text))))
    };
    let has_figures = (1..columns.len()).map(counts).any(|(all, figures)| figures >= 2 && figures * 3 >= all * 2);
    (distinct && has_figures).then_some(columns)
}

/// Stretches that overlap, as one.
fn clusters(mut stretches: Vec<Column>) -> Vec<Column> {
    stretches.sort_unstable();
    let mut out: Vec<Column> = Vec::new();
    for (left, right) in stretches {
        match out.last_mut().filter(|last| left <= last.1) {
            Some(last) => last.1 = last.1.max(right),
            None => out.push((left, right)),
        }
    }
    out
}

/// The column that a stretch begins in or is nearest to.
fn nearest(segment: &Segment, columns: &[Column]) -> usize {
    let shared = |(left, right): Column| segment.area.right.min(right) - segment.area.left.max(left);
    let best =
        columns.iter().enumerate().rev().max_by_key(|(_, column)| shared(**column).min(segment.area.width() / 2));
    best.map_or(0, |(k, _)| k)
}

/// How many of the lines above a table are its headings: they stand above its columns, one above each.
fn headings(above: &[Line], first: &Line, columns: &[Column]) -> usize {
    let mut below = first;
    let mut count = 0;
    for line in above.iter().rev().take(MOST_HEADINGS) {
        let spans: Vec<Column> = line.segments.iter().map(|s| span(s, columns)).collect();
        let apart = spans.windows(2).all(|pair| matches!(pair, [a, b] if a.1 <= b.0));
        let words = line.segments.iter().all(|s| !is_running(&s.text) && !s.text.contains(['：', ':', '，']));
        if line.segments.len() < 2 || !apart || !words || !is_near(line, below) {
            break;
        }
        count += 1;
        below = line;
    }
    count
}

/// The columns that a heading stands above, the last one excluded.
fn span(segment: &Segment, columns: &[Column]) -> Column {
    let over = |(left, right): &Column| segment.area.left < *right && *left < segment.area.right;
    let first = columns.iter().position(over).unwrap_or_else(|| nearest(segment, columns));
    let last = columns.iter().rposition(over).unwrap_or(first);
    (first as i64, last as i64 + 1)
}

fn table(rows: &[&Line], columns: &[Column]) -> Found {
    let mut pieces = Vec::new();
    for (row, line) in rows.iter().enumerate() {
        for segment in &line.segments {
            // Only what is no figure may stand above several columns.
            let (column, end) = match span(segment, columns) {
                (first, end) if line.segments.len() > 1 && !is_row(line) => (first as usize, end as usize),
                _ => (nearest(segment, columns), nearest(segment, columns) + 1),
            };
            pieces.push(Piece { row, column, rows: 1, columns: end - column, text: segment.text.clone() });
        }
    }
    let area = rows.iter().map(|line| line.area).reduce(|a, b| a.with(&b)).unwrap_or_default();
    Found { area, edges: edges(area, columns), pieces, ruled: false }
}

/// Columns meet in the middle between them.
fn edges(area: Area, columns: &[Column]) -> Vec<i64> {
    let between = columns.windows(2).map(|pair| match pair {
        [a, b] => (a.1 + b.0) / 2,
        _ => 0,
    });
    std::iter::once(area.left).chain(between).chain([area.right]).collect()
}
