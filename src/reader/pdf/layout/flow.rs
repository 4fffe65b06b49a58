//! Lines and tables of a page → reading order, in one or two columns.

use super::super::geometry::Area;
use super::line::{Line, Segment, Word};
use super::table::Found;

/// Something on a page, in reading order.
#[derive(Clone, Debug)]
pub(in super::super) enum Item {
    Line(Line),
    Table(Found),
}

impl Item {
    const fn top(&self) -> i64 {
        match self {
            Self::Line(line) => line.area.top,
            Self::Table(table) => table.area.top,
        }
    }
}

/// Lines in each of two columns that make them columns, at least.
const LEAST_LINES: usize = 4;

/// The items of a page in reading order, in stretches that each have margins of their own.
pub(in super::super) fn stretches(lines: Vec<Line>, tables: Vec<Found>) -> Vec<Vec<Item>> {
    let mut items: Vec<Item> = lines.into_iter().map(Item::Line).chain(tables.into_iter().map(Item::Table)).collect();
    crate::order::by_key(&mut items, Item::top);
    let Some(gutter) = gutter(&items) else { return vec![items] };
    let mut out: Vec<Vec<Item>> = Vec::new();
    for run in items.chunk_by(|a, b| crosses(a, gutter) == crosses(b, gutter)) {
        if run.first().is_some_and(|item| crosses(item, gutter)) || !is_columns(run, gutter) {
            match out.last_mut().filter(|last| last.iter().any(|item| crosses(item, gutter))) {
                Some(last) => last.extend_from_slice(run),
                None => out.push(run.to_vec()),
            }
            continue;
        }
        let (mut left, mut right) = (Vec::new(), Vec::new());
        for item in run {
            match item {
                Item::Line(line) => {
                    left.extend(part(line, |s| s.area.right <= gutter).map(Item::Line));
                    right.extend(part(line, |s| s.area.right > gutter).map(Item::Line));
                }
                Item::Table(table) if table.area.right <= gutter => left.push(item.clone()),
                Item::Table(_) => right.push(item.clone()),
            }
        }
        out.push(left);
        out.push(right);
    }
    out
}

fn segments(item: &Item) -> Vec<Area> {
    match item {
        Item::Line(line) => parts(line).iter().map(|s| s.area).collect(),
        Item::Table(table) => vec![table.area],
    }
}

/// The stretches of a line, cut where a gap is as wide as the narrowest one between columns.
fn parts(line: &Line) -> Vec<Segment> {
    let cut = |segment: &Segment| {
        let near = |a: &Word, b: &Word| (b.area.left - a.area.right) * 10 < line.size * 8;
        let part = |words: &[Word]| {
            let area = words.iter().map(|w| w.area).reduce(|a, b| a.with(&b)).unwrap_or_default();
            Segment { words: words.to_vec(), area }
        };
        segment.words.chunk_by(near).map(part).collect::<Vec<_>>()
    };
    line.segments.iter().flat_map(cut).collect()
}

fn crosses(item: &Item, x: i64) -> bool {
    segments(item).iter().any(|s| s.left < x && x < s.right)
}

/// The stretches of a line for which `keep` holds, as a line.
fn part(line: &Line, keep: impl Fn(&Segment) -> bool) -> Option<Line> {
    let segments: Vec<Segment> = parts(line).into_iter().filter(|s| keep(s)).collect();
    let area = segments.iter().map(|s| s.area).reduce(|a, b| a.with(&b))?;
    Some(Line { segments, area, ..line.clone() })
}

/// The place between two columns that most lines agree on.
fn gutter(items: &[Item]) -> Option<i64> {
    let mut starts: Vec<i64> = items.iter().flat_map(|item| segments(item).into_iter().map(|s| s.left)).collect();
    crate::order::by_key(&mut starts, |item| *item);
    starts.dedup_by(|a, b| *a - *b < 4_000);
    starts
        .into_iter()
        .map(|start| start - 1_000)
        .filter(|x| {
            let mut runs = items.chunk_by(|a, b| crosses(a, *x) == crosses(b, *x));
            runs.any(|run| run.first().is_some_and(|item| !crosses(item, *x)) && is_columns(run, *x))
        })
        .max_by_key(|x| items.iter().filter(|item| !crosses(item, *x)).count())
}

/// Whether prose stands on both sides of a place: lines side by side that fill their columns.
fn is_columns(run: &[Item], x: i64) -> bool {
    let side = |right: bool| {
        let areas = run.iter().filter_map(move |item| match item {
            Item::Line(line) => part(line, |s| (s.area.right > x) == right),
            Item::Table(_) => None,
        });
        areas.collect::<Vec<Line>>()
    };
    let (left, right) = (side(false), side(true));
    if left.len() < LEAST_LINES || right.len() < LEAST_LINES {
        return false;
    }
    let extent = |lines: &[Line]| lines.iter().map(|l| l.area).reduce(|a, b| a.with(&b)).unwrap_or_default();
    let (a, b) = (extent(&left), extent(&right));
    let shared = a.bottom.min(b.bottom) - a.top.max(b.top);
    let beside = shared * 2 >= a.height().min(b.height());
    let fills = |lines: &[Line], column: &Area| {
        let full = lines.iter().filter(|l| l.area.width() * 10 >= column.width() * 7 && l.segments.len() == 1);
        full.count() * 2 >= lines.len() && lines.iter().all(|l| column.width() >= l.size * 8)
    };
    beside && fills(&left, &a) && fills(&right, &b)
}
