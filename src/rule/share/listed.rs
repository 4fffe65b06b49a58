//! B02: rates that give a list over again as shares: 0.9元为奖金、0.6元为发行费…，即60%、40%.

use super::{ratio, relation};
use crate::fact::{Fact, Role};
use crate::gather::Gather;
use crate::number::Dimension;
use crate::relation::{Equation, Kind, Term};
use crate::rule::{Scope, Sink};
use crate::text::Range;

/// How many figures before the rates their amounts may stand.
const REACH: usize = 30;

/// States the shares of every run of bare rates that are as many as the parts of a sum before them, and belong to them by name
/// or by order.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let bare = |f: &Fact| f.figure.unit.dimension == Dimension::Percent && f.role == Role::Other && f.figure.is_plain();
    let mut id = 0;
    while id < facts.list.len() {
        let sentence = facts.get(id).map_or(0, |f| f.place.sentence);
        let beside = |f: &Fact| bare(f) && f.place.sentence == sentence;
        let end = (id..).find(|at| !facts.get(*at).is_some_and(beside)).unwrap_or(id);
        if end - id >= 2 {
            shares(scope, id..end, out);
        }
        id = end.max(id + 1);
    }
}

fn shares(scope: &Scope, rates: Range, out: &mut Sink) {
    let facts = scope.facts;
    let before = (rates.start.saturating_sub(REACH)..rates.start).rev();
    let sums = before.flat_map(|part| out.sums_over(part)).filter_map(|(_, sum)| match &sum.equation {
        Equation::Sum { parts, whole } if parts.len() == rates.len() => Some((plain(parts)?, whole.first()?.fact)),
        _ => None,
    });
    let found = sums.filter(|(parts, _)| parts.iter().all(|p| *p < rates.start)).find_map(|(parts, whole)| {
        let parts = matched(scope, rates.clone(), &parts)?;
        let shares: Vec<Equation> = parts.iter().zip(rates.clone()).map(|(p, rate)| ratio(*p, whole, rate)).gather();
        let wrong = shares.iter().filter(|share| !scope.fits(share)).count();
        (wrong == 0 || wrong == 1 && shares.len() >= 3).then_some(shares)
    });
    for share in found.unwrap_or_default() {
        let range = facts.span(&share.all());
        out.relation(relation("B02", Kind::Share, share, range, true));
    }
}

/// The facts of a sum that only adds.
fn plain(terms: &[Term]) -> Option<Vec<usize>> {
    terms.iter().map(|t| (t.sign > 0).then_some(t.fact)).gather_all()
}

/// The parts in the order of the rates: by the name before each rate, or as they stand where the rates are a row behind them.
fn matched(scope: &Scope, rates: Range, parts: &[usize]) -> Option<Vec<usize>> {
    let facts = scope.facts;
    if facts.row(rates.start) == rates {
        let sentence = |id: usize| facts.get(id).map(|f| f.place.sentence);
        return (sentence(*parts.last()?) == sentence(rates.start)).then(|| parts.to_vec());
    }
    let named = |rate: usize| {
        let name = facts.get(rate).map(|f| f.left.as_str()).filter(|name| name.chars().count() >= 2)?;
        parts
            .iter()
            .filter(|p| facts.get(**p).is_some_and(|f| f.left == name || f.right.ends_with(name)))
            .single()
            .copied()
    };
    rates.map(named).collect()
}
