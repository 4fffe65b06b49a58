//! B07: how many times a base a multiple makes: 是上年1200件的3倍.

use crate::fact::Role;
use crate::rule::Scope;

/// 是上年1200件的3倍, with the amount that is multiplied in the clause.
pub(super) fn is_multiple(scope: &Scope, id: usize) -> bool {
    let facts = scope.facts;
    let multiple = facts.get(id).filter(|f| f.role == Role::Multiple);
    let base = id.checked_sub(1).and_then(|b| facts.get(b));
    multiple
        .zip(base)
        .is_some_and(|(m, b)| b.role == Role::Base && b.direction == 0 && b.place.clause == m.place.clause)
        || multiple.is_some() && moved(scope, id).is_some()
}

/// 由93家增加到429家，是五年前的4.6倍: the ends of the movement before a multiple.
pub(super) fn moved(scope: &Scope, id: usize) -> Option<(usize, usize)> {
    let facts = scope.facts;
    let multiple = facts.get(id).filter(|f| f.role == Role::Multiple)?;
    let (to, from) = (id.checked_sub(1)?, id.checked_sub(2)?);
    let (end, start) = (facts.get(to)?, facts.get(from)?);
    let bound = end.role == Role::To && start.role == Role::From && end.is_like(start) && start.is_amount();
    (bound && end.place.segment == multiple.place.segment && start.figure.is_plain()).then_some((from, to))
}
