//! I04: a number and the same in round words: 检定11580台, 检定1.1万余台.

use super::relation;
use crate::fact::Fact;
use crate::gather::{Gather, SortedMap};
use crate::number::Extent;
use crate::relation::Equation;
use crate::rule::{Scope, Sink};

/// How many characters a name has that tells one thing from another.
const LEAST: usize = 4;

/// States that an exact number lies where the round one of the same item says.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let usable = |f: &Fact| f.is_level() && f.label.own && f.label.key.chars().count() >= LEAST && !f.is_zero();
    beside(scope, out);
    let mut plain: SortedMap<(&str, &str), Vec<usize>> = SortedMap::new();
    let rounded: Vec<usize> =
        facts.pick(0..facts.list.len(), |f| f.figure.extent == Extent::About && usable(f)).gather();
    for fact in rounded.iter().filter_map(|id| facts.get(*id)) {
        plain.entry((fact.figure.unit.base.as_str(), end(&fact.label.key))).or_default();
    }
    for id in facts.pick(0..facts.list.len(), |f| f.figure.is_plain() && usable(f)) {
        let same = facts.get(id).and_then(|f| plain.get_mut(&(f.figure.unit.base.as_str(), end(&f.label.key))));
        same.into_iter().for_each(|ids| ids.push(id));
    }
    for id in rounded {
        let Some(round) = facts.get(id) else { continue };
        let same = |f: &Fact| {
            f.place.sentence != round.place.sentence
                && f.period.is_same(round.period, facts.year)
                && f.measure == round.measure
                && (f.label.key.ends_with(&round.label.key) || round.label.key.ends_with(&f.label.key))
        };
        let exact: Vec<usize> = plain
            .get(&(round.figure.unit.base.as_str(), end(&round.label.key)))
            .into_iter()
            .flatten()
            .copied()
            .filter(|p| facts.get(*p).is_some_and(same))
            .gather();
        let holds = |p: &usize| scope.fits(&equation(*p, id));
        // One that fits settles it; one that does not is as likely another campaign of the name.
        if let Some(p) = exact.iter().copied().find(holds)
            && let Some(fact) = facts.get(p)
        {
            let range = fact.range.start.min(round.range.start)..fact.range.end.max(round.range.end);
            out.relation(relation("I04", p, id, range, true));
        }
    }
}

/// 支出72905.44万元（约7.29亿元）: a bracket that holds nothing else says the amount before it in round words.
fn beside(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let round = |f: &Fact| f.is_amount() && f.figure.extent == Extent::About && !f.is_zero();
    for id in facts.pick(1..facts.list.len(), round) {
        let (Some(fact), Some(exact)) = (facts.get(id), facts.get(id - 1)) else { continue };
        let open = exact.range.end;
        let alone = fact.place.bracket == Some(open)
            && facts.text.words(open..fact.range.start).chars().count() <= 2
            && facts.clauses.partner(open) == Some(fact.range.end);
        if alone && exact.is_amount() && exact.figure.is_plain() && exact.figure.unit.base == fact.figure.unit.base {
            out.relation(relation("I04", id - 1, id, exact.range.start..fact.range.end, true));
        }
    }
}

/// The last characters of a name; one that ends with another has the same.
fn end(name: &str) -> &str {
    let from = name.char_indices().rev().nth(LEAST - 1).map_or(0, |(at, _)| at);
    name.get(from..).unwrap_or(name)
}

fn equation(exact: usize, round: usize) -> Equation {
    relation("I04", exact, round, 0..0, true).equation
}
