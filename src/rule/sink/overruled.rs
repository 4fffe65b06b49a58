//! Two readings of the same amounts (两种读法): 收入合计128,441万元，支出合计122,442万元，年终结余5,999万元. A sum that
//! fails was bound wrongly where another holds to the last digit over its amounts but for one, where its parts miss another whole by a slip alone, or where
//! some of its parts make another of them.

use super::Sink;
use crate::fact::PerFact;
use crate::gather::Gather;
use crate::relation::{Equation, Relation};
use crate::rule::Scope;

/// Leaves open what another statement speaks against, and counts once what was counted twice.
pub(in crate::rule) fn settle(scope: &Scope, out: &mut Sink) {
    let failing: Vec<usize> =
        out.relations.iter().enumerate().filter(|(_, r)| fails(scope, r)).map(|(at, _)| at).gather();
    if failing.is_empty() {
        return;
    }
    let sums = sums(out);
    for at in failing {
        let Some(failed) = out.relations.get(at).map(|r| r.equation.clone()) else { continue };
        let held = held(scope, &failed, &sums, out);
        match once(&failed, &held) {
            Some(once) if !out.stated.contains_key(&once) => {
                out.stated.insert(once.clone(), at);
                out.relations[at].equation = once;
            }
            Some(_) => out.doubt(&failed),
            None if scope.is_stated_slip(&failed) => {}
            None if slips_elsewhere(scope, &failed, &sums, out) => out.doubt(&failed),
            None if held.iter().any(|held| is_beside(scope, &failed, held)) => out.doubt(&failed),
            None => {}
        }
    }
}

/// 年初预算450万元，支出372万元。其中甲200万元，乙171万元: whether the same amounts miss another whole by a slip alone, of which they are the parts.
fn slips_elsewhere(scope: &Scope, failed: &Equation, sums: &PerFact<Vec<usize>>, out: &Sink) -> bool {
    let Equation::Sum { parts, whole } = failed else { return false };
    let places = parts.first().and_then(|part| sums.get(part.fact)).into_iter().flatten();
    let other = |equation: &Equation| matches!(equation, Equation::Sum { parts: own, whole: of } if own == parts && of != whole);
    places.filter_map(|at| out.relations.get(*at)).any(|r| other(&r.equation) && scope.is_stated_slip(&r.equation))
}

/// The sums with an amount of an equation that hold to the last digit.
fn held(scope: &Scope, failed: &Equation, sums: &PerFact<Vec<usize>>, out: &Sink) -> Vec<Equation> {
    let places = failed.all().into_iter().filter_map(|id| sums.get(id)).flatten();
    let others = places.filter_map(|at| out.relations.get(*at)).map(|r| &r.equation);
    others.filter(|other| *other != failed && scope.exact(other)).cloned().gather()
}

/// The same without what other amounts of it are made of: a total and what it holds were added up.
fn once(failed: &Equation, held: &[Equation]) -> Option<Equation> {
    let Equation::Sum { parts, whole } = failed else { return None };
    let mut left = parts.clone();
    for other in held {
        let Equation::Sum { parts: inner, whole: total } = other else { continue };
        let sign = |fact: usize| left.iter().find(|term| term.fact == fact).map(|term| term.sign);
        let twice = total.len() == 1
            && inner.len() >= 2
            && total
                .iter()
                .chain(inner)
                .all(|t| t.sign > 0 && sign(t.fact).is_some() && sign(t.fact) == sign(total[0].fact));
        if twice {
            left.retain(|term| !inner.iter().any(|i| i.fact == term.fact));
        }
    }
    (left.len() >= 2 && left.len() < parts.len()).then(|| Equation::Sum { parts: left, whole: whole.clone() })
}

/// Whether a sum of three amounts and more is over those of another but for one.
fn is_beside(scope: &Scope, failed: &Equation, held: &Equation) -> bool {
    let own = failed.all();
    let weighty = |id: &usize| scope.facts.get(*id).is_some_and(|f| !f.is_zero());
    let others: Vec<usize> = held.all().into_iter().filter(weighty).gather();
    others.len() >= 3 && others.iter().filter(|id| !own.contains(id)).count() == 1
}

/// Whether a sum in words fails.
fn fails(scope: &Scope, relation: &Relation) -> bool {
    let words = |id: &usize| scope.facts.get(*id).is_some_and(|f| f.cell.is_none());
    relation.adds_up() && !scope.fits(&relation.equation) && relation.equation.all().iter().all(words)
}

/// For each fact, the sums that it stands in, by their places.
fn sums(out: &Sink) -> PerFact<Vec<usize>> {
    let mut sums: PerFact<Vec<usize>> = PerFact::default();
    for (at, relation) in out.relations.iter().enumerate().filter(|(_, r)| r.adds_up()) {
        relation.equation.all().into_iter().for_each(|id| sums.at(id).push(at));
    }
    sums
}
