//! Amounts told twice: 金额（元） ‖ 折合万元, row by row.

use super::relation;
use crate::catalog::heading::is_converted_name;
use crate::fact::{Lane, Layout};
use crate::gather::Gather;
use crate::rule::{Scope, Sink};

/// States each row of a column of amounts in 万元 that stands behind the amounts themselves, where two rows and most of all agree.
pub(super) fn state(scope: &Scope, layout: &Layout, lane: &Lane, out: &mut Sink) {
    for pair in lane.values.windows(2) {
        let [amount, converted] = pair else { continue };
        let head = layout.columns.get(*converted as usize).and_then(|c| c.heads.last());
        if !head.is_some_and(|head| is_converted_name(head)) {
            continue;
        }
        let like = |a: usize, b: usize| scope.facts.get(a).zip(scope.facts.get(b)).is_some_and(|(a, b)| a.is_like(b));
        let row = |row: u32| layout.at(row, *amount).zip(layout.at(row, *converted)).filter(|(a, b)| like(*a, *b));
        let rows = lane.rows.iter().filter_map(|own| row(own.row));
        let rows: Vec<_> = rows.filter_map(|(a, b)| relation(scope, &[a], b, true)).gather();
        let good = rows.iter().filter(|relation| scope.fits(&relation.equation)).count();
        if good >= 2 && good * 2 > rows.len() {
            rows.into_iter().for_each(|relation| out.relation(relation));
        }
    }
}
