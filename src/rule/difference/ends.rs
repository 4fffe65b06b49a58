//! C08: 由6个减至3个: the words say which end is larger.

use super::relation;
use crate::fact::Role;
use crate::relation::{Equation, Kind, Order, Term};
use crate::rule::{Scope, Sink};

const UP: [char; 3] = ['增', '升', '提'];
const DOWN: [&str; 6] = ["减", "降", "缩短", "压缩", "压减", "精简"];

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
    let order = if UP.iter().any(|w| verb.contains(*w)) {
        Order::Greater
    } else if DOWN.iter().any(|w| verb.contains(w)) {
        Order::Less
    } else {
        return;
    };
    if bound {
        let equation = Equation::Order { left: vec![Term::plus(id)], order, right: vec![Term::plus(from)] };
        out.relation(relation("C08", Kind::Bound, equation, start.range.start..end.range.end, true));
    }
}
