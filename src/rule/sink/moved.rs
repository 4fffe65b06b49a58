//! Verb, object, amount (动宾之后的数): 全年压减会议5次，比上年20次减少25%. The amount is what changed, or it is what there is
//! now and the verb only says why; the words do not tell which, so that no reading of such a sentence is an error.

use super::Sink;
use crate::fact::{Fact, Role};
use crate::relation::{Equation, Reason, Relation, Term};
use crate::rule::Scope;

/// Of the failing comparisons of such amounts, states those that hold for the change, and leaves the others open.
pub(in crate::rule) fn settle(scope: &Scope, out: &mut Sink) {
    let holds = |equation: &Equation| scope.fits(equation) || scope.is_coarse(equation);
    for mut relation in std::mem::take(&mut out.relations) {
        let change = moved(scope, &relation).filter(|_| !holds(&relation.equation));
        let other = change.map(|(id, direction)| by_change(&relation.equation, id, direction).filter(&holds));
        match other {
            None => out.relations.push(relation),
            Some(Some(equation)) => {
                relation.equation = equation;
                out.relations.push(relation);
            }
            Some(None) => {
                let facts = relation.equation.all();
                out.unchecked(relation.rule, relation.cue, relation.range, facts, Reason::Ambiguous);
            }
        }
    }
}

/// The amount of a comparison that may be a change, with the way it goes.
fn moved(scope: &Scope, relation: &Relation) -> Option<(usize, i8)> {
    let facts = scope.facts;
    let change = |id: usize| {
        let words = |f: &Fact| f.role == Role::Level && f.cell.is_none();
        facts.get(id).filter(|f| words(f))?.changes_an_object().map(|direction| (id, direction))
    };
    match &relation.equation {
        Equation::Rate { part, less_one, sign, rate, .. } => {
            let [term] = part.as_slice() else { return None };
            let share = |id: usize| !less_one && facts.between(id, *rate).contains('占');
            change(term.fact).filter(|(id, direction)| !share(*id) && (!less_one || direction == sign))
        }
        Equation::Sum { .. } if relation.rule == "difference" => {
            let all = relation.equation.all();
            let base = |id: &usize| facts.get(*id).is_some_and(|f| f.role == Role::Base);
            all.iter().any(base).then(|| all.iter().find_map(|id| change(*id)))?
        }
        _ => None,
    }
}

/// The same rate for a change instead of a level: change ÷ base, or what base and change make.
fn by_change(equation: &Equation, id: usize, direction: i8) -> Option<Equation> {
    let Equation::Rate { whole, less_one, rate, .. } = equation else { return None };
    let mut part = vec![if direction < 0 { Term::minus(id) } else { Term::plus(id) }];
    if *less_one {
        part = vec![Term::plus(id)];
    } else {
        part.splice(0..0, whole.iter().copied());
    }
    Some(Equation::Rate { part, whole: whole.clone(), less_one: false, sign: 1, rate: *rate })
}
