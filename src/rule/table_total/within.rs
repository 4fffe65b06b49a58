//! 其中 in headings: 支出数 ‖ 其中：上级资金 ‖ 其中：县级资金. What such columns hold is part of the column before them.

use super::across::{heads, is_addend, is_total};
use super::family::Family;
use super::part_of;
use crate::catalog::heading::is_change_name;
use crate::fact::{Lane, Layout};
use crate::gather::Gather;
use crate::relation::Relation;
use crate::rule::{Scope, Sink};

/// How many columns 其中 is asked for at most.
const MOST: usize = 6;

/// States that the columns behind 其中 make the one before them where row after row bears it out, and else that each of them is no more.
pub(super) fn state(scope: &Scope, layout: &Layout, lane: &Lane, out: &mut Sink) {
    let cross: Vec<u32> = lane.rows.iter().map(|row| row.row).gather();
    for (at, whole) in lane.values.iter().enumerate() {
        let behind = lane.values.get(at + 1..).unwrap_or(&[]);
        let total = heads(layout, *whole).last().is_some_and(|head| is_total(head));
        let amount = (total || is_addend(layout, *whole)) && !opens(layout, *whole);
        if !amount || !behind.first().is_some_and(|first| opens(layout, *first)) {
            continue;
        }
        let run: Vec<u32> = behind.iter().copied().take_while(|other| is_addend(layout, *other)).take(MOST).gather();
        let runs = (2..=run.len()).filter_map(|end| run.get(..end));
        let mut families = runs.map(|parts| Family::new(scope, layout, *whole, parts, &cross, false));
        // What stands behind 其中 need not be all there is, and may be of a column further left.
        let made = families.find(|family| family.is_kept(scope));
        made.into_iter().for_each(|family| family.state(scope, out));
        for part in run.iter().take_while(|other| opens(layout, **other)) {
            bounds(scope, layout, &cross, (*part, *whole), out);
        }
    }
}

/// States of every row that a part is no more than its whole, where all rows bear it out: of a net amount a part may be more.
fn bounds(scope: &Scope, layout: &Layout, rows: &[u32], (part, whole): (u32, u32), out: &mut Sink) {
    let bound = |row: &u32| part_of(scope, layout.at(*row, part)?, layout.at(*row, whole)?);
    let bounds: Vec<Relation> = rows.iter().filter_map(bound).gather();
    if bounds.len() >= 2 && bounds.iter().all(|bound| scope.fits(&bound.equation)) {
        bounds.into_iter().for_each(|bound| out.relation(bound));
    }
}

/// Whether the heading of a column begins with 其中.
fn opens(layout: &Layout, column: u32) -> bool {
    heads(layout, column).last().is_some_and(|head| head.starts_with("其中") && !is_change_name(head))
}
