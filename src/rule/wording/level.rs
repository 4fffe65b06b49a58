//! W39: an account of a lower level (款、项) listed beside those of the first (类).
//!
//! The arithmetic of such a list is right; only one who compares it with the forms looks for the amount in vain.

use crate::catalog::level::Scheme;
use crate::fact::{Fact, PerFact};
use crate::gather::{Gather, SortedSet};
use crate::relation::Equation;
use crate::rule::{Scope, Sink};

/// How many classes make a list one of classes.
const CLASSES: usize = 2;

/// Remarks on them, in lists that are added up or that a cue opened.
pub(super) fn mixed(scope: &Scope, out: &mut Sink) {
    let mut lists: Vec<Vec<usize>> = out.opened().into_values().gather();
    lists.extend(out.relations.iter().filter_map(|relation| match &relation.equation {
        Equation::Sum { parts, .. } => Some(parts.iter().map(|term| term.fact).gather()),
        _ => None,
    }));
    let facts = scope.facts;
    let named = |id: &usize| facts.get(*id).filter(|f| f.cell.is_none() && f.is_level()).map(|f| (*id, f));
    let lists: Vec<Vec<(usize, &Fact)>> = lists.iter().map(|parts| parts.iter().filter_map(named).gather()).gather();
    let long = || lists.iter().filter(|parts| parts.len() > CLASSES);
    // An amount is a part of many lists.
    let mut classes = Classes::default();
    for (id, fact) in long().flatten() {
        classes.at(*id).get_or_insert_with(|| Scheme::of_class(&fact.label.words, facts.year));
    }
    let found: SortedSet<usize> = long().flat_map(|parts| below(parts, &classes, facts.year)).gather_set();
    for id in found {
        if let Some(fact) = facts.get(id) {
            out.note("W39", vec![id], fact.range.clone());
        }
    }
}

/// For each amount, the classifications of which its words name a class.
type Classes = PerFact<Option<Vec<Scheme>>>;

/// The parts that are accounts of a lower level, where the others are classes of the same classification.
fn below(parts: &[(usize, &Fact)], classes: &Classes, year: Option<i32>) -> Vec<usize> {
    let of_classes = |scheme: &Scheme| {
        let is_class =
            |id: &usize| classes.get(*id).and_then(Option::as_ref).is_some_and(|schemes| schemes.contains(scheme));
        let names = parts.iter().filter(|(id, _)| is_class(id)).map(|(_, fact)| fact.label.words.as_str());
        names.gather_set().len() >= CLASSES
    };
    let scheme = Scheme::ALL.into_iter().find(of_classes);
    let is_below = |fact: &Fact| scheme.is_some_and(|s| s.has_part(&fact.label.words, year));
    parts.iter().filter(|(_, fact)| is_below(fact)).map(|(id, _)| *id).gather()
}
