//! The changes that a text tells, by the amounts that changed (各数的变动).

use crate::fact::{Fact, Role};
use crate::gather::{Gather, SortedMap};
use crate::number::Decimal;
use crate::rule::Scope;

/// The changes that the text tells, by the amounts that changed.
pub(super) struct Told {
    of: SortedMap<usize, Vec<usize>>,
    /// The amounts that changed, by what they come to, where they have digits enough to be known again by.
    again: SortedMap<Decimal, Vec<usize>>,
}

impl Told {
    pub(super) fn new(scope: &Scope) -> Self {
        let facts = scope.facts;
        let mut told = Self { of: SortedMap::new(), again: SortedMap::new() };
        // 低于预算152万元4万元；比上年增加6万元: how far it is from a budget is no change over the year.
        let change = |f: &Fact| f.role == Role::Change && f.figure.is_plain() && !f.left.is_empty();
        for id in facts.pick(0..facts.list.len(), change) {
            if let Some(subject) = facts.subject(id) {
                told.of.entry(subject).or_default().push(id);
            }
        }
        for (subject, value) in told.of.keys().filter_map(|id| Some((*id, known(scope, *id)?))) {
            told.again.entry(value).or_default().push(subject);
        }
        told
    }

    /// The changes of an amount, else those of it where it is told again, and whether they are its own.
    pub(super) fn of(&self, scope: &Scope, id: usize) -> (Vec<usize>, bool) {
        if let Some(own) = self.of.get(&id) {
            return (own.clone(), true);
        }
        let like = |other: &&usize| {
            scope.facts.get(**other).zip(scope.facts.get(id)).is_some_and(|(other, own)| other.is_like(own))
        };
        let again = known(scope, id).and_then(|value| self.again.get(&value)).into_iter().flatten().filter(like);
        (again.filter_map(|other| self.of.get(other)).flatten().copied().gather(), false)
    }
}

/// What an amount comes to, where it has digits enough to be known again by.
fn known(scope: &Scope, id: usize) -> Option<Decimal> {
    scope.facts.get(id).filter(|f| f.figure.digits() >= 5)?.figure.base()
}
