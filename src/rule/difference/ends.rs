//! C08: 由6个减至3个: the words say which end is larger.

use super::relation;
use crate::fact::Role;
use crate::relation::{Equation, Kind, Order, Term};
use crate::rule::{Scope, Sink};

/// Verbs that say it themselves; what is shortened or condensed is a matter of bounds.
const UP: [&str; 5] = ["增", "升", "上升", "提", "扩大"];
const DOWN: [&str; 4] = ["减", "降", "下降", "下调"];

/// States which end of a movement is larger.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let Some(from) = id.checked_sub(1) else { return };
    let (Some(start), Some(end)) = (facts.get(from), facts.get(id)) else { return };
    let bound = start.role == Role::From
        && end.role == Role::To
        && start.is_amount()
        && start.is_like(end)
        && start.figure.is_plain()
        && end.figure.is_plain()
        && start.place.clause == end.place.clause;
    let verb = facts.between(from, id);
    let order = if UP.iter().any(|w| verb.starts_with(w)) {
        Order::Greater
    } else if DOWN.iter().any(|w| verb.starts_with(w)) {
        Order::Less
    } else {
        return;
    };
    if bound {
        // A wording to ask about: the verb, not the figure, may be the slip.
        let equation = Equation::Order { left: vec![Term::plus(id)], order, right: vec![Term::plus(from)] };
        out.relation(relation("C08", Kind::Bound, equation, start.range.start..end.range.end, false));
    }
}
