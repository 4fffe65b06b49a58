//! What a price for two things at once makes of them, row by row: 人数 × 天数 × 补助标准（元/人·天） = 补助金额.

use super::RULE;
use crate::catalog::heading::{is_count_name, is_price_name};
use crate::fact::{Lane, Layout};
use crate::gather::Gather;
use crate::relation::{Equation, Kind, Relation, Source};
use crate::rule::{Scope, Sink};

/// How many columns with numbers a table may have that is asked for every three of them.
const COLUMNS: usize = 8;

/// States the rows of such columns where two of them and most of all agree.
pub(super) fn state(scope: &Scope, layout: &Layout, lane: &Lane, out: &mut Sink) {
    let head = |column: u32| layout.columns.get(column as usize).and_then(|c| c.heads.last());
    let named = |test: fn(&str) -> bool| {
        let columns = lane.values.iter().copied();
        columns.filter(|column| head(*column).is_some_and(|head| test(head))).gather()
    };
    let (prices, counts) = (named(is_price_name), named(is_count_name));
    let ([price], [first, second]) = (prices.as_slice(), counts.as_slice()) else { return };
    if lane.values.len() > COLUMNS || !head(*price).is_some_and(|head| head.contains(['·', '.', '×', '*'])) {
        return;
    }
    let amounts = lane.values.iter().filter(|column| ![price, first, second].contains(column));
    let row = |row: u32, amount: u32| {
        let factors: Vec<usize> = [*first, *second, *price].iter().filter_map(|c| layout.at(row, *c)).gather();
        let result = layout.at(row, amount).filter(|_| factors.len() == 3)?;
        Some((result, Equation::Product { factors, per: None, result }))
    };
    for amount in amounts {
        let rows: Vec<_> = lane.rows.iter().filter_map(|own| row(own.row, *amount)).gather();
        let good = rows.iter().filter(|(_, equation)| scope.fits(equation)).count();
        if good < 2 || good * 2 <= rows.len() {
            continue;
        }
        for (result, equation) in rows {
            let Some(range) = scope.facts.get(result).map(|f| f.range.clone()) else { continue };
            let (rule, cue, kind, source) = (RULE.name, "B09", Kind::Product, Source::Table);
            out.relation(Relation { rule, cue, kind, source, equation, range, sure: true, warning: "W02" });
        }
    }
}
