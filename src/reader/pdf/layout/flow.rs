//! Lines and tables of a page → reading order, in one or two columns.

use super::super::geometry::Area;
use super::line::{Line, Segment, Word};
use super::table::Found;
use crate::gather::Gather;

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

/// An item and the areas of its stretches, read off once: every place that may lie between columns is held against them.
struct Placed {
    item: Item,
    parts: Vec<Area>,
}

impl Placed {
    fn new(item: Item) -> Self {
        let parts = match &item {
            Item::Line(line) => parts(line).iter().map(|part| part.area).gather(),
            Item::Table(table) => vec![table.area],
        };
        Self { item, parts }
    }

    fn crosses(&self, x: i64) -> bool {
        self.parts.iter().any(|part| part.left < x && x < part.right)
    }
}

/// The items of a page in reading order, in stretches that each have margins of their own.
pub(in super::super) fn stretches(lines: Vec<Line>, tables: Vec<Found>) -> Vec<Vec<Item>> {
    let mut items: Vec<Item> = lines.into_iter().map(Item::Line).chain(tables.into_iter().map(Item::Table)).gather();
    crate::order::by_key(&mut items, Item::top);
    let placed: Vec<Placed> = items.into_iter().map(Placed::new).gather();
    let whole = |run: &[Placed]| run.iter().map(|placed| placed.item.clone()).collect::<Vec<_>>();
    let Some(gutter) = gutter(&placed) else { return vec![whole(&placed)] };
    let mut out: Vec<Vec<Item>> = Vec::new();
    // Whether what was written last has a line across both columns, under which more may stand.
    let mut is_open = false;
    for run in placed.chunk_by(|a, b| a.crosses(gutter) == b.crosses(gutter)) {
        let crosses = run.first().is_some_and(|placed| placed.crosses(gutter));
        if crosses || !is_columns(run, gutter) {
            match out.last_mut().filter(|_| is_open) {
                Some(last) => last.extend(whole(run)),
                None => out.push(whole(run)),
            }
            is_open |= crosses;
            continue;
        }
        is_open = false;
        let (mut left, mut right) = (Vec::new(), Vec::new());
        for Placed { item, .. } in run {
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

/// The stretches of a line, cut where a gap is as wide as the narrowest one between columns.
fn parts(line: &Line) -> Vec<Segment> {
    let cut = |segment: &Segment| {
        let near = |a: &Word, b: &Word| (b.area.left - a.area.right) * 10 < line.size * 8;
        let part = |words: &[Word]| Segment { words: words.to_vec(), area: around(words.iter().map(|w| w.area)) };
        segment.words.chunk_by(near).map(part).collect::<Vec<_>>()
    };
    line.segments.iter().flat_map(cut).gather()
}

/// The area that holds all of these.
fn around(areas: impl Iterator<Item = Area>) -> Area {
    areas.reduce(|a, b| a.with(&b)).unwrap_or_default()
}

/// The stretches of a line for which `keep` holds, as a line.
fn part(line: &Line, keep: impl Fn(&Segment) -> bool) -> Option<Line> {
    let segments: Vec<Segment> = parts(line).into_iter().filter(|s| keep(s)).gather();
    let area = segments.iter().map(|s| s.area).reduce(|a, b| a.with(&b))?;
    Some(Line { segments, area, ..line.clone() })
}

/// The place between two columns that most lines agree on.
fn gutter(items: &[Placed]) -> Option<i64> {
    let mut starts: Vec<i64> = items.iter().flat_map(|item| item.parts.iter().map(|part| part.left)).gather();
    crate::order::by_key(&mut starts, |item| *item);
    starts.dedup_by(|a, b| *a - *b < 4_000);
    starts
        .into_iter()
        .map(|start| start - 1_000)
        .filter(|x| {
            let mut runs = items.chunk_by(|a, b| a.crosses(*x) == b.crosses(*x));
            runs.any(|run| run.first().is_some_and(|item| !item.crosses(*x)) && is_columns(run, *x))
        })
        .max_by_key(|x| items.iter().filter(|item| !item.crosses(*x)).count())
}

/// What stands of a line on one side of a place.
struct Side {
    area: Area,
    size: i64,
    is_whole: bool,
}

/// Whether prose stands on both sides of a place: lines side by side that fill their columns.
fn is_columns(run: &[Placed], x: i64) -> bool {
    let side = |right: bool| {
        let sides = run.iter().filter_map(move |placed| {
            let Item::Line(line) = &placed.item else { return None };
            let areas: Vec<Area> = placed.parts.iter().copied().filter(|part| (part.right > x) == right).gather();
            let area = areas.iter().copied().reduce(|a, b| a.with(&b))?;
            Some(Side { area, size: line.size, is_whole: areas.len() == 1 })
        });
        sides.collect::<Vec<_>>()
    };
    let (left, right) = (side(false), side(true));
    if left.len() < LEAST_LINES || right.len() < LEAST_LINES {
        return false;
    }
    let extent = |sides: &[Side]| around(sides.iter().map(|side| side.area));
    let (a, b) = (extent(&left), extent(&right));
    let shared = a.bottom.min(b.bottom) - a.top.max(b.top);
    let beside = shared * 2 >= a.height().min(b.height());
    let fills = |sides: &[Side], column: &Area| {
        let full = sides.iter().filter(|side| side.is_whole && side.area.width() * 10 >= column.width() * 7);
        full.count() * 2 >= sides.len() && sides.iter().all(|side| column.width() >= side.size * 8)
    };
    beside && fills(&left, &a) && fills(&right, &b)
}
