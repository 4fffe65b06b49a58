//! D01, D02: rates in a row: 受理a件，审结b件，比2021年分别上升x%和y%, with the amounts of that year elsewhere.

use super::relation;
use crate::fact::{Fact, Role};
use crate::relation::{Equation, Term};
use crate::rule::{Scope, Sink};

/// States a rate of a row by its amount and that of the year it is compared with; false where they are not found.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) -> bool {
    let facts = scope.facts;
    let Some((rate, subject)) = facts.get(id).zip(levels(scope, id)) else { return false };
    let Some(own) = facts.get(subject) else { return false };
    let by_change = change(scope, id, subject).filter(|e| scope.fits(e) || scope.is_likely_slip(e)).map(|e| ("D02", e));
    let Some((cue, equation)) = by_change.or_else(|| by_year(scope, id, subject).map(|e| ("D01", e))) else {
        return false;
    };
    // A row leaves open which rate belongs to which amount; only the figures settle it.
    out.relation(relation(cue, equation, own.range.start..rate.range.end, false));
    true
}

/// The amount of the row before that stands where the rate stands in its own.
fn levels(scope: &Scope, id: usize) -> Option<usize> {
    let facts = scope.facts;
    let (rate, row) = (facts.get(id)?, facts.row(id));
    let level = |f: &Fact| f.is_level() && f.figure.is_plain() && f.place.depth == rate.place.depth;
    let all: Vec<usize> = facts.pick(facts.in_sentence(rate.place.sentence).start..row.start, level).collect();
    let like = |w: &[usize]| w.iter().all(|l| facts.get(*l).zip(facts.get(w[0])).is_some_and(|(a, b)| a.is_like(b)));
    let last = all.len().checked_sub(row.len()).and_then(|from| all.get(from..)).filter(|w| like(w))?;
    last.get(id - row.start).copied()
}

/// 分别增加1.2万元、0.8万元，分别增长5%、4%: the change that stands where the rate stands in its own row.
fn change(scope: &Scope, id: usize, subject: usize) -> Option<Equation> {
    let facts = scope.facts;
    let (rate, row) = (facts.get(id)?, facts.row(id));
    let changes = facts.row(row.start.checked_sub(1)?);
    let change = (changes.len() == row.len()).then(|| changes.start + (id - row.start))?;
    let fact = facts.get(change).filter(|f| f.role == Role::Change && f.place.segment == rate.place.segment)?;
    let like = facts.get(subject).is_some_and(|own| own.is_like(fact)) && fact.direction == rate.direction;
    let back = if rate.direction < 0 { Term::plus(change) } else { Term::minus(change) };
    let (part, whole) = (vec![Term::plus(change)], vec![Term::plus(subject), back]);
    like.then_some(Equation::Rate { part, whole, less_one: false, sign: 1, rate: id })
}

/// The amount of the same item in the year that the comparison names, which bears the rate out.
fn by_year(scope: &Scope, id: usize, subject: usize) -> Option<Equation> {
    let facts = scope.facts;
    let rate = facts.get(id)?;
    let ratio = |base: usize| Equation::Rate {
        part: vec![Term::plus(subject)],
        whole: vec![Term::plus(base)],
        less_one: true,
        sign: rate.direction,
        rate: id,
    };
    let bases = facts.in_named_year(id, subject, &facts.comparison(facts.row(id).start));
    let key = |id: usize| facts.get(id).map(|f| &f.label.key);
    let single = bases.first().copied().filter(|b| bases.len() == 1 && key(*b) == key(subject));
    let slip = || single.map(ratio).filter(|e| scope.is_likely_slip(e));
    bases.iter().map(|b| ratio(*b)).find(|e| scope.fits(e)).or_else(slip)
}
