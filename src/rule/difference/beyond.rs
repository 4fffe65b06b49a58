//! C16: by how much what was reached is beyond what was to be: 目标1200户，改造1240户，超目标40户.

use super::{RULE, movement, relation};
use crate::number::Exact;
use crate::relation::{Kind, Reason};
use crate::rule::{Scope, Sink};

/// States how far the two are apart: always where one part of a sentence tells both, else where the figures bear it out but for
/// a slip of the pen.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let Some(fact) = facts.get(id).filter(|f| f.figure.is_plain()) else { return };
    let Some(direction) = fact.against_goal().filter(|_| !out.computes(id)) else { return };
    let Some((own, goal, told)) = facts.reached(id) else { return };
    let equation = movement(own, goal, direction, id);
    let range = facts.span(&[own, goal, id]);
    // 超额完成目标8200亩 may tell the goal itself, which is no difference of two that are near.
    let value = |id: usize| facts.base_value(id);
    let small = value(id).and_then(|gap| gap.plus(gap)) < value(goal);
    let fits = scope.fits(&equation);
    if fits || small && (told || scope.is_stated_slip(&equation)) {
        out.relation(relation("C16", Kind::Difference, equation, range, told || fits));
    } else {
        out.unchecked(RULE.name, "C16", range, vec![id, own, goal], Reason::Ambiguous);
    }
}
