//! D02, C04: a change and its rate that follow each other, where the amount they are of stands in another sentence: 受案多167件，升10.21%.
//!
//! Change and rate together give the amount. It is found only where all amounts of its kind in the paragraph that give the rate are one,
//! and never called wrong.

use crate::fact::{Fact, Role};
use crate::gather::Gather;
use crate::relation::{Equation, Kind, Relation, Source, Term};
use crate::rule::{Scope, Sink};

/// How many amounts are asked for a rate of two digits; with each digit more chance becomes ten times rarer.
const FEW: usize = 6;
const MANY: usize = 40;

/// States the rate of the one amount of the paragraph that the change before it makes it of.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let Some((change, rate)) = id.checked_sub(1).zip(facts.get(id)) else { return };
    let told = |f: &&Fact| {
        let next = f.place.clause + 1 == rate.place.clause && f.place.segment == rate.place.segment;
        let same = f.direction == rate.direction && f.place.depth == rate.place.depth;
        f.role == Role::Change && f.is_amount() && f.figure.is_plain() && f.figure.digits() >= 2 && next && same
    };
    let moved = rate.role == Role::Growth && rate.direction != 0 && rate.figure.unit.base == "%";
    let digits = rate.figure.digits();
    let Some(fact) = facts.get(change).filter(told).filter(|_| moved && digits >= 2) else { return };
    let back = if rate.direction < 0 { Term::plus(change) } else { Term::minus(change) };
    let equation = |amount: usize| {
        let (part, whole) = (vec![Term::plus(change)], vec![Term::plus(amount), back]);
        Equation::Rate { part, whole, less_one: false, sign: 1, rate: id }
    };
    let level = |f: &Fact| f.is_level() && f.is_like(fact) && f.figure.is_plain() && !f.is_for_each();
    let start = facts.in_paragraph(rate.place.paragraph).start.max(id.saturating_sub(MANY));
    let all: Vec<usize> = facts.pick(start..change, level).rev().gather();
    let mut fitting = all.iter().copied().filter(|amount| scope.is_close(&equation(*amount)));
    let Some(amount) = fitting.next() else { return };
    let value = |id: usize| facts.base_value(id);
    if all.len() > if digits > 2 { MANY } else { FEW } || fitting.any(|other| value(other) != value(amount)) {
        return;
    }
    let equation = equation(amount);
    let (rule, cue) = if rate.direction > 0 { ("difference", "C04") } else { ("growth", "D02") };
    let (range, source) = (facts.span(&equation.all()), Source::Asserted);
    out.relation(Relation { rule, cue, kind: Kind::Growth, source, equation, range, sure: true, warning: "W02" });
}
