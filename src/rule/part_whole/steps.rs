//! What a movement is made up of though its own change is not printed: 由574593万元调整为654965万元，主要是甲增加33024万元，乙减少27652万元 (A01).

use super::{kind_of, relation};
use crate::fact::{Fact, Role};
use crate::gather::Gather;
use crate::relation::{Equation, Term};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// Words that lead to the end of a movement.
const LED: [&str; 5] = ["调整为", "调整到", "变动为", "变更为", "变为"];

/// States that the changes behind both ends lead from the one to the other, to the last digit.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let ends = |f: &Fact| {
        let plain = f.is_amount() && f.figure.is_plain() && f.place.depth == 0;
        plain && (f.role == Role::To || f.left.ends_with_any(&LED))
    };
    for to in facts.pick(1..facts.list.len(), ends) {
        let (Some(end), Some(start)) = (facts.get(to), facts.get(to - 1)) else { continue };
        let begins = start.role == Role::From || start.left.ends_with(['由', '从']);
        let moved = begins && start.is_like(end) && start.place.sentence == end.place.sentence;
        let step = |f: &Fact| {
            let told = f.role == Role::Change && f.direction != 0 && f.phrase.is_empty() && !f.label.words.is_empty();
            told && f.is_like(end) && f.figure.is_plain() && f.place.depth == 0
        };
        let steps: Vec<usize> = (to + 1..facts.in_sentence(end.place.sentence).end)
            .take_while(|id| facts.get(*id).is_some_and(step))
            .gather();
        let sign = |id: &usize| Term { fact: *id, sign: facts.get(*id).map_or(1, |f| f.direction) };
        let parts = [&[Term::plus(to - 1)], steps.iter().map(sign).gather().as_slice()].concat();
        let equation = Equation::Sum { parts, whole: vec![Term::plus(to)] };
        if moved && steps.len() >= 2 && scope.exact(&equation) {
            let range = facts.span(&equation.all());
            out.relation(relation("A01", kind_of(scope, to), equation, range, true));
        }
    }
}
