//! One amount for each of several names (各): 卫生院9家、疾控中心和妇幼保健院各1家 are eleven. A sum that leaves that out counts the amount as often
//! as there are names, where it holds so; else nothing is known of it.

use super::Sink;
use crate::fact::Fact;
use crate::gather::Gather;
use crate::relation::{Equation, Term};
use crate::rule::Scope;

/// Counts what stands for several in every failing sum.
pub(in crate::rule) fn settle(scope: &Scope, out: &mut Sink) {
    for at in 0..out.relations.len() {
        let Some(relation) = out.relations.get_mut(at) else { continue };
        let Equation::Sum { parts, whole } = &relation.equation else { continue };
        let times = |term: &Term| scope.facts.get(term.fact).map_or(1, names);
        if parts.iter().all(|term| times(term) == 1) || scope.fits(&relation.equation) {
            continue;
        }
        let parts = parts.iter().flat_map(|term| std::iter::repeat_n(*term, times(term))).gather();
        let counted = Equation::Sum { parts, whole: whole.clone() };
        if scope.fits(&counted) {
            relation.equation = counted;
        } else {
            let failed = relation.equation.clone();
            out.doubt(&failed);
        }
    }
}

/// How many names an amount is told of, each for itself.
fn names(fact: &Fact) -> usize {
    let words = fact.left.trim_start_matches(['、', '，', '和', '及', '与']);
    match words.strip_suffix('各') {
        Some(names) => names.split(['、', '和', '及', '与']).filter(|name| !name.is_empty()).count().max(1),
        None => 1,
    }
}
