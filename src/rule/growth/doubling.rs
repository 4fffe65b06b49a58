//! D05: 由200件翻一番至400件: one doubling is twice, two are four times.

use super::relation;
use crate::fact::Role;
use crate::relation::{Equation, Term};
use crate::rule::{Scope, Sink};

/// The doublings and how many times the amount they make.
const DOUBLINGS: [(&str, usize); 7] =
    [("翻一番", 2), ("翻了一番", 2), ("翻番", 2), ("翻两番", 4), ("翻了两番", 4), ("翻二番", 4), ("翻三番", 8)];

/// States the doubling that leads from the figure before to this one.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let Some(from) = id.checked_sub(1) else { return };
    let (Some(start), Some(end)) = (facts.get(from), facts.get(id)) else { return };
    let bound = matches!(start.role, Role::From | Role::Level)
        && end.is_level()
        && start.is_amount()
        && start.is_like(end)
        && start.figure.is_plain()
        && end.figure.is_plain()
        && start.place.segment == end.place.segment;
    let words = facts.between(from, id);
    let Some((_, times)) = DOUBLINGS.iter().find(|(w, _)| bound && words.contains(w)) else { return };
    // 翻一番以上 only bounds it.
    if words.contains("以上") || words.contains('近') {
        return;
    }
    let equation = Equation::Sum { parts: vec![Term::plus(from); *times], whole: vec![Term::plus(id)] };
    out.relation(relation("D05", equation, start.range.start..end.range.end, true));
}
