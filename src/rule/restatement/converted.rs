//! I06: one amount in two units: 1,234,500元（123.45万元）, 1,234,500元，折合123.45万元.

use super::relation;
use crate::catalog::per::Per;
use crate::number::Extent;
use crate::relation::{Equation, Relation};
use crate::rule::{Scope, Sink};

/// What may stand between the bracket and the amount in it.
const JOINTS: [&str; 8] = ["（", "（即", "（合", "（折合", "（约合", "（换算为", "（也就是", "（计"];

/// What stands between two amounts of which the second is the first in another unit.
const CONVERTED: [&str; 6] = ["，折合", "，折合为", "，即", "，约合", "，合", "折合"];

/// Measures of one thing, with how many of the second the first is, in hundredths (法定计量单位换算).
const LEGAL: [(&str, &str, u32); 8] = [
    ("公斤/亩", "公斤/公顷", 1500),
    ("公顷", "亩", 1500),
    ("平方公里", "亩", 150_000),
    ("平方公里", "公顷", 10_000),
    ("吨", "公斤", 100_000),
    ("吨", "斤", 200_000),
    ("公斤", "斤", 200),
    ("公里", "里", 200),
];

/// States that an amount in brackets, or behind words that say so, is the one before it in another unit.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    for id in 1..facts.list.len() {
        let (Some(first), Some(second)) = (facts.get(id - 1), facts.get(id)) else { continue };
        // 165台，每台2400元，即39.6万元: a price is no amount in another unit.
        let could = first.is_amount()
            && is_said(facts.between(id - 1, id), facts.text.at(second.range.end))
            && (Per::of(&first.left).is_none() || first.figure.unit.base.contains('/'))
            && first.figure.is_plain()
            && (second.figure.is_plain() || second.figure.extent == Extent::About);
        let range = first.range.start..second.range.end;
        if could && first.is_like(second) && first.figure.unit.scale != second.figure.unit.scale {
            out.relation(relation("I06", id - 1, id, range, true));
        } else if let Some(equation) = could.then(|| measured(scope, id - 1, id)).flatten() {
            out.relation(Relation { equation, ..relation("I06", id - 1, id, range, true) });
        }
    }
}

/// 2.5万公顷（37.5万亩）: so many of the one are one of the other, by law.
fn measured(scope: &Scope, first: usize, second: usize) -> Option<Equation> {
    let base = |id: usize| scope.facts.get(id).map(|f| f.figure.unit.family());
    let (one, other) = (base(first)?, base(second)?);
    LEGAL.iter().find_map(|(large, small, hundredths)| {
        let (small, large) = match (one == *large && other == *small, one == *small && other == *large) {
            (true, _) => (second, first),
            (_, true) => (first, second),
            _ => return None,
        };
        Some(Equation::Conversion { small, large, hundredths: *hundredths })
    })
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
