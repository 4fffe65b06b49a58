//! I06: one amount in two units: 1,234,500元（123.45万元）, 1,234,500元，折合123.45万元.

use super::relation;
use crate::catalog::per::Per;
use crate::number::Extent;
use crate::rule::{Scope, Sink};

/// What may stand between the bracket and the amount in it.
const JOINTS: [&str; 8] = ["（", "（即", "（合", "（折合", "（约合", "（换算为", "（也就是", "（计"];

/// What stands between two amounts of which the second is the first in another unit.
const CONVERTED: [&str; 6] = ["，折合", "，折合为", "，即", "，约合", "，合", "折合"];

/// States that an amount in brackets, or behind words that say so, is the one before it in another unit.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    for id in 1..facts.list.len() {
        let (Some(first), Some(second)) = (facts.get(id - 1), facts.get(id)) else { continue };
        // 165台，每台2400元，即39.6万元: a price is no amount in another unit.
        let converted = first.is_amount()
            && Per::of(&first.left).is_none()
            && first.is_like(second)
            && first.figure.unit.scale != second.figure.unit.scale
            && first.figure.is_plain()
            && (second.figure.is_plain() || second.figure.extent == Extent::About)
            && is_said(facts.between(id - 1, id), facts.text.at(second.range.end));
        if converted {
            out.relation(relation("I06", id - 1, id, first.range.start..second.range.end, true));
        }
    }
}

/// Whether the words between two amounts, and what stands behind the second, say that they are one.
fn is_said(between: &str, behind: Option<char>) -> bool {
    behind == Some('）') && JOINTS.contains(&between) || CONVERTED.contains(&between.trim_end_matches('约'))
}

/// 人员经费315.17万元, 人员经费3151744.32元: two amounts of one item in two units, one of them rounded.
pub(super) fn is_rounded(scope: &Scope, first: usize, second: usize) -> bool {
    let (Some(a), Some(b)) = (scope.facts.get(first), scope.facts.get(second)) else { return false };
    a.figure.unit.scale != b.figure.unit.scale
        && a.period.is_same(b.period, scope.facts.year)
        && a.figure.digits().min(b.figure.digits()) >= 3
        && scope.fits(&relation("I06", first, second, 0..0, true).equation)
}
