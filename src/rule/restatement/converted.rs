//! I06: one amount in two units: 1,234,500元（123.45万元）.

use super::relation;
use crate::rule::{Scope, Sink};

/// What may stand between the bracket and the amount in it.
const JOINTS: [&str; 8] = ["（", "（即", "（合", "（折合", "（约合", "（换算为", "（也就是", "（计"];

/// States that an amount in brackets is the one before it in another unit.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    for id in 1..facts.list.len() {
        let (Some(first), Some(second)) = (facts.get(id - 1), facts.get(id)) else { continue };
        let converted = first.is_amount()
            && first.is_like(second)
            && first.figure.unit.scale != second.figure.unit.scale
            && first.figure.is_plain()
            && second.figure.is_plain()
            && facts.text.at(second.range.end) == Some('）')
            && JOINTS.contains(&facts.between(id - 1, id));
        if converted {
            out.relation(relation("I06", id - 1, id, first.range.start..second.range.end, true));
        }
    }
}

/// 人员经费315.17万元, 人员经费3151744.32元: two amounts of one item in two units, one of them rounded.
pub(super) fn is_rounded(scope: &Scope, first: usize, second: usize) -> bool {
    let (Some(a), Some(b)) = (scope.facts.get(first), scope.facts.get(second)) else { return false };
    a.figure.unit.scale != b.figure.unit.scale
        && a.period.is_same(b.period, scope.facts.year)
        && a.figure.digits().min(b.figure.digits()) >= 3
        && scope.fits(&relation("I06", first, second, 0..0, true).equation)
}
