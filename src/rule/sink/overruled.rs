//! Two readings of the same amounts (两种读法): 收入合计128,441万元，支出合计122,442万元，年终结余5,999万元. A sum that
//! fails was bound wrongly where another holds to the last digit over its amounts but for one, or where some of its parts make another of them.

use super::Sink;
use crate::fact::PerFact;
use crate::gather::Gather;
use crate::relation::{Equation, Kind, Relation};
use crate::rule::Scope;

/// Leaves open what another statement speaks against.
pub(in crate::rule) fn settle(scope: &Scope, out: &mut Sink) {
    let failing: Vec<&Relation> = out.relations.iter().filter(|r| fails(scope, r)).gather();
    if failing.is_empty() {
        return;
    }
    let sums = sums(out);
    let weighty = |id: &usize| scope.facts.get(*id).is_some_and(|f| !f.is_zero());
    let overruled = |failed: &&Relation| {
        let own = failed.equation.all();
        let slip = scope.is_stated_slip(&failed.equation);
        let beside = own.iter().filter_map(|id| sums.get(*id)).flatten().filter_map(|at| out.relations.get(*at));
        beside.into_iter().any(|other| {
            let others: Vec<usize> = other.equation.all().into_iter().filter(weighty).gather();
            let strange = others.iter().filter(|id| !own.contains(id)).count();
            // Who adds up a total and what it holds counts that twice, whatever slip would make it hold as well.
            let twice = strange == 0 && failed.equation.facts().1.is_some_and(|result| !others.contains(&result));
            others.len() >= 3 && (twice || strange == 1 && !slip) && scope.exact(&other.equation)
        })
    };
    let overruled: Vec<Equation> = failing.into_iter().filter(overruled).map(|r| r.equation.clone()).gather();
    overruled.iter().for_each(|equation| out.doubt(equation));
}

/// Whether a sum in words fails.
fn fails(scope: &Scope, relation: &Relation) -> bool {
    let words = |id: &usize| scope.facts.get(*id).is_some_and(|f| f.cell.is_none());
    is_sum(relation) && !scope.fits(&relation.equation) && relation.equation.all().iter().all(words)
}

/// Whether it adds up or takes away; what is told again does not.
fn is_sum(relation: &Relation) -> bool {
    matches!(relation.equation, Equation::Sum { .. }) && relation.kind != Kind::Equal
}

/// For each fact, the sums that it stands in, by their places.
fn sums(out: &Sink) -> PerFact<Vec<usize>> {
    let mut sums: PerFact<Vec<usize>> = PerFact::default();
    for (at, relation) in out.relations.iter().enumerate().filter(|(_, r)| is_sum(r)) {
        relation.equation.all().into_iter().for_each(|id| sums.at(id).push(at));
    }
    sums
}
