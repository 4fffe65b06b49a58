//! 基本支出、人员经费、公用经费、项目支出…: rows that add up to the row above them, though no mark and no code says that they stand deeper.

use super::family::Family;
use crate::fact::{Lane, Layout};
use crate::rule::Scope;

/// How many rows a table may have that is asked for it; longer ones have codes.
const ROWS: usize = 120;

/// How many rows are asked whether they add up to the one above.
const LONGEST: usize = 25;

/// What rows turn out to be (无标记的层次).
#[derive(Clone)]
pub(super) struct Nest {
    /// The rows that are part of no other.
    pub top: Vec<u32>,
    /// Rows with those below that add up to them in every column.
    pub groups: Vec<(u32, Vec<u32>)>,
}

/// The rows that are made of those below them; none where no row is.
pub(super) fn nest(scope: &Scope, layout: &Layout, lane: &Lane, rows: &[u32]) -> Option<Nest> {
    if rows.len() > ROWS {
        return None;
    }
    let family = |whole: u32, parts: &[u32]| Family::new(scope, layout, whole, parts, &lane.values, true);
    let mut found = Nest { top: Vec::new(), groups: Vec::new() };
    let mut at = 0;
    while let Some(row) = rows.get(at).copied() {
        let most = rows.len().min(at + 1 + LONGEST);
        let parts = (at + 3..=most).filter_map(|end| rows.get(at + 1..end));
        let own = parts.into_iter().find(|parts| family(row, parts).holds(scope));
        found.top.push(row);
        at += 1 + own.map_or(0, <[u32]>::len);
        found.groups.extend(own.map(|parts| (row, parts.to_vec())));
    }
    (!found.groups.is_empty()).then_some(found)
}
