//! B08: 比预算180万元节省14.64万元，节约率8.1%: what was saved of the amount that it is compared with.

use super::relation;
use crate::fact::{Fact, Role};
use crate::relation::{Equation, Kind, ratio};
use crate::rule::{Scope, Sink};

/// The names of rates of a difference, all of the amount before the change.
const NAMES: [&str; 8] = ["节约率", "节省率", "核减率", "审减率", "压减率", "下浮率", "降低率", "超支率"];

/// 预算数46.2万元，决算数38.5万元，较预算压减7.7万元: what an amount that was saved was found to be taken from; 预算26万元，决算27.3万元，超支1.3万元:
/// what more was spent than.
fn taken_from(scope: &Scope, saved: usize, out: &Sink) -> Option<usize> {
    let over = scope.facts.get(saved)?.direction > 0;
    let less = || {
        out.sums_to(saved).find_map(|r| match &r.equation {
            Equation::Sum { parts, .. } => match parts.as_slice() {
                [from, taken] if from.sign > 0 && taken.sign < 0 => Some(taken.fact),
                _ => None,
            },
            _ => None,
        })
    };
    let from = if over { less() } else { out.minuend_of(saved).next() };
    from.filter(|from| from + 1 < saved)
}

/// States the rate where base and difference stand right before it.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let (Some(rate), Some(change)) = (facts.get(id), id.checked_sub(1)) else { return };
    let found = taken_from(scope, change, out);
    let Some(base) = found.or_else(|| id.checked_sub(2)) else { return };
    let name = rate.left.trim_end_matches(['为', '达', '约', '是']);
    let percent = rate.figure.unit.base == "%" && NAMES.contains(&name);
    let beside = |f: &Fact| f.is_amount() && f.figure.is_plain() && f.place.segment == rate.place.segment;
    let (Some(own), Some(from)) = (facts.get(change), facts.get(base)) else { return };
    let told = from.left.contains(['比', '较']) && own.place.clause == from.place.clause;
    let compared = (told || base + 2 < id) && matches!(own.role, Role::Change | Role::Rest);
    let moved = compared && own.is_like(from) && !from.is_zero();
    // 年初预算26万元，其中…；决算27.3万元，超支1.3万元，超支率5%: what the change was found to be of may stand in another part of the sentence.
    let here = found.is_some() && from.place.sentence == rate.place.sentence;
    if percent && moved && beside(own) && (beside(from) || here && from.figure.is_plain()) {
        let equation = ratio(change, base, id);
        out.relation(relation("B08", Kind::Ratio, equation, from.range.start..rate.range.end));
    }
}
