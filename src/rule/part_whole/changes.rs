//! What holds of a total holds of its change: the changes of all parts add up to the change of the whole (A01).

use super::relation;
use crate::fact::{Fact, Measure, Role};
use crate::relation::{Equation, Kind, Term};
use crate::rule::{Scope, Sink};
use std::collections::BTreeMap;

/// States the change of every list whose whole and parts all say how they changed.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let mut changes: BTreeMap<usize, usize> = BTreeMap::new();
    for id in facts.pick(0..facts.list.len(), |f| f.role == Role::Change && f.figure.is_plain()) {
        if let Some(subject) = facts.subject(id) {
            changes.entry(subject).or_insert(id);
        }
    }
    let lists: Vec<(Vec<usize>, usize)> = out
        .relations
        .iter()
        .filter_map(|r| match &r.equation {
            Equation::Sum { parts, whole } if r.rule == super::RULE.name && whole.len() == 1 => {
                Some((parts.iter().map(|t| t.fact).collect(), whole.first()?.fact))
            }
            _ => None,
        })
        .collect();
    for (parts, whole) in lists {
        let Some(total) = changes.get(&whole).and_then(|id| facts.get(*id).map(|f| (*id, f))) else { continue };
        let terms: Option<Vec<Vec<Term>>> = parts.iter().map(|part| term(scope, *part, &changes, total.1)).collect();
        let Some(terms) = terms.map(|t| t.concat()).filter(|t| !t.is_empty()) else { continue };
        let range = facts.get(whole).map_or(0, |f| f.range.start)
            ..terms.iter().filter_map(|t| facts.get(t.fact)).map(|f| f.range.end).max().unwrap_or(0);
        let kind = if terms.len() == 1 { Kind::Equal } else { Kind::Sum };
        out.relation(relation(
            "A01",
            kind,
            Equation::Sum { parts: terms, whole: vec![Term::plus(total.0)] },
            range,
            true,
        ));
    }
}

/// The change of a part, signed by the direction of the whole; nothing for a part that did not change; `None` where unsaid.
fn term(scope: &Scope, part: usize, changes: &BTreeMap<usize, usize>, total: &Fact) -> Option<Vec<Term>> {
    let facts = scope.facts;
    let base = |id: &Fact| (Measure::of(&id.phrase) == Measure::Outturn, crate::fact::Period::of(&id.phrase));
    if let Some((id, change)) = changes.get(&part).and_then(|id| facts.get(*id).map(|f| (*id, f))) {
        let comparable = base(change) == base(total) && change.is_like(total);
        return comparable
            .then(|| vec![Term { fact: id, sign: if change.direction == total.direction { 1 } else { -1 } }]);
    }
    let fact = facts.get(part)?;
    let next = facts
        .list
        .iter()
        .skip(part + 1)
        .find(|f| f.is_level() && f.label.own)
        .map_or(fact.range.end + 60, |f| f.range.start);
    let words = facts.text.words(fact.range.end..next.min(fact.range.end + 60));
    (words.contains("持平") || (fact.is_zero() && !words.contains('比'))).then(Vec::new)
}
