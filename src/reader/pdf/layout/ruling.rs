//! Ruling lines → lattices: the places of cells that lines enclose.

use super::super::geometry::Area;
use super::super::ink::Rule;
use crate::gather::Gather;

/// Lines this close are one, in thousandths of a point; no row is so low and no column so narrow.
const NEAR: i64 = 3_000;
/// Pieces of a line this close are joined: dashes, and corners that another line covers.
const GAP: i64 = 3_000;
/// Pairs of lines that are compared at most; beyond that it is a drawing.
const MOST_PAIRS: usize = 30_000_000;
/// Places of a lattice at most.
const MOST_PLACES: usize = 400_000;

/// Rows and columns, counted from 0, that lines enclose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) struct Region {
    pub row: usize,
    pub column: usize,
    pub rows: usize,
    pub columns: usize,
}

/// Lines that hang together and the regions between them.
#[derive(Clone, Debug)]
pub(in super::super) struct Lattice {
    /// Where columns begin and end.
    pub xs: Vec<i64>,
    /// Where rows begin and end.
    pub ys: Vec<i64>,
    pub regions: Vec<Region>,
}

impl Lattice {
    pub(in super::super) fn area(&self) -> Area {
        self.part(0, 0, self.ys.len().saturating_sub(1), self.xs.len().saturating_sub(1))
    }

    pub(in super::super) fn place(&self, region: &Region) -> Area {
        self.part(region.row, region.column, region.rows, region.columns)
    }

    fn part(&self, row: usize, column: usize, rows: usize, columns: usize) -> Area {
        let at = |places: &[i64], i: usize| places.get(i).copied().unwrap_or(0);
        Area {
            left: at(&self.xs, column),
            top: at(&self.ys, row),
            right: at(&self.xs, column + columns),
            bottom: at(&self.ys, row + rows),
        }
    }
}

/// The lattices of a page that have at least two columns, the smallest first.
pub(in super::super) fn lattices(rules: &[Rule]) -> Vec<Lattice> {
    let flat = merged(rules.iter().filter(|r| !r.upright));
    let upright = merged(rules.iter().filter(|r| r.upright));
    if flat.len().saturating_mul(upright.len()) > MOST_PAIRS {
        return Vec::new();
    }
    let mut out: Vec<Lattice> =
        components(&flat, &upright).iter().filter_map(|(flat, upright)| lattice(flat, upright)).gather();
    crate::order::by_key(&mut out, |l| l.area().width().saturating_mul(l.area().height()));
    out
}

/// Lines of one direction with their pieces joined.
fn merged<'r>(rules: impl Iterator<Item = &'r Rule>) -> Vec<Rule> {
    let mut rules: Vec<Rule> = rules.copied().gather();
    crate::order::by_key(&mut rules, |r| (r.at, r.from));
    let mut out: Vec<Rule> = Vec::new();
    let mut rest = rules.as_slice();
    while let Some(first) = rest.first() {
        let count = rest.iter().take_while(|r| r.at - first.at <= NEAR / 2).count();
        let (group, after) = rest.split_at(count);
        rest = after;
        let mut group = group.to_vec();
        crate::order::by_key(&mut group, |r| r.from);
        let begin = out.len();
        for rule in group {
            match out.get_mut(begin..).and_then(<[Rule]>::last_mut).filter(|last| rule.from <= last.to + GAP) {
                Some(last) => last.to = last.to.max(rule.to),
                None => out.push(rule),
            }
        }
    }
    out.retain(|r| r.to - r.from > NEAR);
    out
}

/// Groups of lines that touch each other.
fn components(flat: &[Rule], upright: &[Rule]) -> Vec<(Vec<Rule>, Vec<Rule>)> {
    let mut parents: Vec<usize> = (0..flat.len() + upright.len()).gather();
    for (i, f) in flat.iter().enumerate() {
        let begin = upright.partition_point(|u| u.at < f.from - NEAR);
        for (j, u) in upright.iter().enumerate().skip(begin).take_while(|(_, u)| u.at <= f.to + NEAR) {
            if u.from - NEAR <= f.at && f.at <= u.to + NEAR {
                join(&mut parents, i, flat.len() + j);
            }
        }
    }
    let roots: Vec<usize> = (0..parents.len()).map(|i| root(&mut parents, i)).gather();
    let mut order: Vec<usize> = (0..roots.len()).gather();
    crate::order::by_key(&mut order, |i| roots.get(*i).copied());
    let mut out = Vec::new();
    for group in order.chunk_by(|a, b| roots.get(*a) == roots.get(*b)) {
        let (mut horizontal, mut vertical) = (Vec::new(), Vec::new());
        for i in group {
            match flat.get(*i) {
                Some(rule) => horizontal.push(*rule),
                None => vertical.extend(i.checked_sub(flat.len()).and_then(|j| upright.get(j))),
            }
        }
        out.push((horizontal, vertical));
    }
    out
}

fn root(parents: &mut [usize], mut i: usize) -> usize {
    while let Some(parent) = parents.get(i).copied().filter(|p| *p != i) {
        let above = parents.get(parent).copied().unwrap_or(parent);
        if let Some(slot) = parents.get_mut(i) {
            *slot = above;
        }
        i = above;
    }
    i
}

fn join(parents: &mut [usize], a: usize, b: usize) {
    let (a, b) = (root(parents, a), root(parents, b));
    if let Some(slot) = parents.get_mut(a.max(b)) {
        *slot = a.min(b);
    }
}

fn lattice(flat: &[Rule], upright: &[Rule]) -> Option<Lattice> {
    let xs = edges(upright, flat);
    let ys = edges(flat, upright);
    let (columns, rows) = (xs.len().checked_sub(1)?, ys.len().checked_sub(1)?);
    if flat.is_empty() || upright.is_empty() || columns < 2 || rows < 1 || rows.saturating_mul(columns) > MOST_PLACES {
        return None;
    }
    let walls = Walls { left: walls(upright, &xs, &ys), top: walls(flat, &ys, &xs) };
    let regions = walls.regions(rows, columns);
    (regions.len() >= 2).then_some(Lattice { xs, ys, regions })
}

/// Where lines of one direction stand, and where those across them end beyond the outermost: tables are often open at the sides.
fn edges(rules: &[Rule], across: &[Rule]) -> Vec<i64> {
    let mut places: Vec<i64> = rules.iter().map(|r| r.at).gather();
    places.extend(across.iter().map(|r| r.from).min());
    places.extend(across.iter().map(|r| r.to).max());
    crate::order::by_key(&mut places, |item| *item);
    let mut out: Vec<i64> = Vec::new();
    for place in places {
        if out.last().is_none_or(|last| place - last > NEAR) {
            out.push(place);
        }
    }
    out
}

/// For each edge, before which of the places between the other edges a line runs.
fn walls(rules: &[Rule], edges: &[i64], others: &[i64]) -> Vec<Vec<bool>> {
    let places = others.len().saturating_sub(1);
    let mut out = vec![vec![false; places]; edges.len()];
    for rule in rules {
        let Some(edge) = edges.iter().rposition(|e| *e <= rule.at).and_then(|i| out.get_mut(i)) else { continue };
        for (wall, place) in edge.iter_mut().zip(others.windows(2)) {
            if let [from, to] = place {
                let covered = rule.to.min(*to) - rule.from.max(*from);
                *wall |= covered * 10 >= (to - from) * 6;
            }
        }
    }
    out
}

/// Lines to the left of places, by column and row, and above them, by row and column.
struct Walls {
    left: Vec<Vec<bool>>,
    top: Vec<Vec<bool>>,
}

impl Walls {
    fn is_left(&self, column: usize, row: usize) -> bool {
        self.left.get(column).and_then(|c| c.get(row)).copied().unwrap_or(true)
    }

    fn is_top(&self, row: usize, column: usize) -> bool {
        self.top.get(row).and_then(|r| r.get(column)).copied().unwrap_or(true)
    }

    /// Rectangles without a line inside; each place is in exactly one.
    fn regions(&self, rows: usize, columns: usize) -> Vec<Region> {
        let mut taken = vec![false; rows * columns];
        let is_taken =
            |taken: &[bool], row: usize, column: usize| taken.get(row * columns + column).copied().unwrap_or(true);
        let mut out = Vec::new();
        for row in 0..rows {
            for column in 0..columns {
                if is_taken(&taken, row, column) {
                    continue;
                }
                let open = |c: &usize| !self.is_left(*c, row) && !is_taken(&taken, row, *c);
                let wide = 1 + (column + 1..columns).take_while(open).count();
                let inside = column..column + wide;
                let open = |r: &usize| {
                    inside.clone().all(|c| !self.is_top(*r, c) && !is_taken(&taken, *r, c))
                        && (column + 1..column + wide).all(|c| !self.is_left(c, *r))
                };
                let high = 1 + (row + 1..rows).take_while(open).count();
                for r in row..row + high {
                    for c in inside.clone() {
                        if let Some(place) = taken.get_mut(r * columns + c) {
                            *place = true;
                        }
                    }
                }
                out.push(Region { row, column, rows: high, columns: wide });
            }
        }
        out
    }
}
