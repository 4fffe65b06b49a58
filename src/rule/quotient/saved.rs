//! B08: 比预算180万元节省14.64万元，节约率8.1%: what was saved of the amount that it is compared with.

use super::relation;
use crate::fact::{Fact, Role};
use crate::relation::{Kind, ratio};
use crate::rule::{Scope, Sink};

/// The names of rates of a difference, all of the amount before the change.
const NAMES: [&str; 8] = ["节约率", "节省率", "核减率", "审减率", "压减率", "下浮率", "降低率", "超支率"];

/// 预算数46.2万元，决算数38.5万元，较预算压减7.7万元: what an amount that was saved was found to be taken from.
fn taken_from(scope: &Scope, saved: usize, out: &Sink) -> Option<usize> {
    let from = out.minuend_of(saved).next()?;
    scope.facts.get(saved).filter(|f| f.direction < 0 && from + 1 < saved).map(|_| from)
}

/// States the rate where base and difference stand right before it.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let (Some(rate), Some(change)) = (facts.get(id), id.checked_sub(1)) else { return };
    let Some(base) = taken_from(scope, change, out).or_else(|| id.checked_sub(2)) else { return };
    let name = rate.left.trim_end_matches(['为', '达', '约', '是']);
    let percent = rate.figure.unit.base == "%" && NAMES.contains(&name);
    let beside = |f: &Fact| f.is_amount() && f.figure.is_plain() && f.place.segment == rate.place.segment;
    let (Some(own), Some(from)) = (facts.get(change), facts.get(base)) else { return };
    let told = from.left.contains(['比', '较']) && own.place.clause == from.place.clause;
    let compared = (told || base + 2 < id) && matches!(own.role, Role::Change | Role::Rest);
    let moved = compared && own.is_like(from) && !from.is_zero();
    if percent && moved && beside(own) && beside(from) {
        let equation = ratio(change, base, id);
        out.relation(relation("B08", Kind::Ratio, equation, from.range.start..rate.range.end));
    }
}
