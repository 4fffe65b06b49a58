//! 其中 down a column: no more than the item above, or a further division of what an earlier 其中 divides.

use super::cover::is_total;
use super::family::Family;
use super::part_of;
use crate::catalog::heading::is_change_name;
use crate::fact::{Lane, Layout, Row, RowKind};
use crate::gather::Gather;
use crate::relation::Relation;
use crate::rule::{Scope, Sink};

/// How many 其中 back the item is looked for that all of them divide.
const BACK: usize = 8;

/// How many rows behind 其中 are tried as a division.
const LONGEST: usize = 8;

/// States that a row behind 其中 is within an item above, or that it opens all parts of one.
pub(super) fn state(scope: &Scope, layout: &Layout, lane: &Lane, at: usize, out: &mut Sink) {
    let wholes = wholes(scope, layout, lane, at);
    let Some(own) = lane.rows.get(at) else { return };
    if let Some(division) = wholes.iter().skip(1).find_map(|whole| division(scope, layout, lane, at, whole)) {
        return division.state(scope, out);
    }
    let bounds = |whole: &Row| -> Vec<Relation> {
        if own.unit.is_some() && whole.unit.is_some() && own.unit != whole.unit {
            return Vec::new();
        }
        let columns = lane.values.iter().filter(|column| is_asked(layout, lane, **column));
        let cells = columns.filter_map(|column| Some((layout.at(own.row, *column)?, layout.at(whole.row, *column)?)));
        cells.filter_map(|(part, whole)| part_of(scope, part, whole)).gather()
    };
    let fits = |bound: &Relation| scope.fits(&bound.equation);
    let all = || wholes.iter().map(|whole| bounds(whole)).filter(|bounds| !bounds.is_empty());
    // What the item right above is too little for is a part of what stands further up.
    let meant = all().find(|bounds| bounds.iter().any(fits)).or_else(|| all().next());
    let last = lane.rows.iter().skip(at).all(|row| row.kind == RowKind::OfWhich);
    // 合计 ‖ …… ‖ 信息系统运维 ‖ 其中：面向中小企业预留: at the end, of all of them.
    let of_total = |bound: &Relation| {
        let totals = lane.rows.iter().filter(|row| last && is_total(row));
        let part = bound.equation.all();
        totals.flat_map(&bounds).find(|other| other.equation.all().first() == part.first() && fits(other))
    };
    for bound in meant.into_iter().flatten() {
        let other = if fits(&bound) { None } else { of_total(&bound) };
        out.relation(other.unwrap_or(bound));
    }
}

/// The items that a row behind 其中 may be a part of: the one right above that is no such row itself, then those above earlier ones that the
/// rows from there on make, so that 其中 can only divide them once more.
fn wholes<'l>(scope: &Scope, layout: &Layout, lane: &'l Lane, at: usize) -> Vec<&'l Row> {
    let before = |at: usize, of_which: bool| {
        let rows = lane.rows.get(..at).unwrap_or(&[]);
        rows.iter().rposition(|row| (row.kind == RowKind::OfWhich) == of_which)
    };
    let marks = std::iter::successors(Some(at), |at| before(*at, true)).take(BACK);
    let mut found: Vec<usize> = marks.filter_map(|at| before(at, false)).gather();
    found.dedup();
    let near = found.first().copied();
    let divided = |item: &usize| {
        let behind = lane.rows.get(item + 1..).unwrap_or(&[]);
        let ends =
            behind.iter().skip(1).position(|row| row.kind == RowKind::OfWhich).map_or(behind.len(), |end| end + 1);
        let rows: Vec<u32> = behind.iter().take(ends).map(|row| row.row).gather();
        let family =
            lane.rows.get(*item).map(|row| Family::read(scope, layout, row.row, &rows, &lane.values, true, false));
        rows.len() >= 2 && family.is_some_and(|family| family.holds(scope))
    };
    let meant = |item: &usize| Some(*item) == near || divided(item);
    found.into_iter().filter(meant).filter_map(|at| lane.rows.get(at)).gather()
}

/// 其中：男性 ‖ 女性, behind 其中：城镇 ‖ 乡村: the rows from 其中 on that make an item to the last digit in every column.
fn division(scope: &Scope, layout: &Layout, lane: &Lane, at: usize, whole: &Row) -> Option<Family> {
    let behind = lane.rows.get(at..)?.iter().take(LONGEST);
    let ends = |(at, row): &(usize, &Row)| *at == 0 || row.kind == RowKind::Item;
    let rows: Vec<u32> = behind.enumerate().take_while(ends).map(|(_, row)| row.row).gather();
    let family = |count: usize| Family::new(scope, layout, whole.row, rows.get(..count)?, &lane.values, true).into();
    (2..=rows.len()).filter_map(family).find(|family: &Family| family.holds(scope) && family.is_exact(scope))
}

/// Whether a column is asked: it has a heading, or none has, and it is not of changes, of which a part may have more than the whole.
fn is_asked(layout: &Layout, lane: &Lane, column: u32) -> bool {
    let changes = layout.columns.get(column as usize).is_some_and(|c| c.heads.iter().any(|head| is_change_name(head)));
    is_headed(layout, lane, column) && !changes
}

/// Whether a column has a heading, or none has: 绝对量 ‖ 同比增长 over 61082 ‖ 9.7 ‖ (nothing) is a heading that slipped to the side, and what
/// the column without one holds may be rates.
fn is_headed(layout: &Layout, lane: &Lane, column: u32) -> bool {
    let headed = |column: &u32| {
        layout.columns.get(*column as usize).is_some_and(|c| c.heads.last().is_some_and(|head| !head.is_empty()))
    };
    headed(&column) || !lane.values.iter().any(headed)
}
