//! One amount for each of several names (各): 卫生院9家、疾控中心和妇幼保健院各1家 are eleven. A sum that leaves that out counts the amount as often
//! as there are names, where it holds so; else nothing is known of it.

use super::Sink;
use crate::gather::Gather;
use crate::relation::{Equation, Term};
use crate::rule::Scope;

/// Counts what stands for several in every failing sum.
pub(in crate::rule) fn settle(scope: &Scope, out: &mut Sink) {
    for at in 0..out.relations.len() {
        let Some(relation) = out.relations.get_mut(at) else { continue };
        let Equation::Sum { parts, whole } = &relation.equation else { continue };
        let times = |term: &Term| names(scope, term.fact);
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
fn names(scope: &Scope, id: usize) -> usize {
    let words = match id.checked_sub(1) {
        Some(before) => scope.facts.between(before, id),
        None => scope.facts.get(id).map_or("", |fact| fact.left.as_str()),
    };
    if !words.ends_with('各') {
        return 1;
    }
    // 甲1家，乙、丙各1家
    let words =
        words.rsplit(['，', '；', '。', '（']).next().unwrap_or_default().trim_start_matches(['、', '和', '及', '与']);
    // 甲、乙、丙各5万元、6万元、7万元: as many amounts as names.
    match words.strip_suffix('各').filter(|_| scope.facts.row(id).len() < 2) {
        Some(names) => names.split(['、', '和', '及', '与']).filter(|name| !name.is_empty()).count().max(1),
        None => 1,
    }
}
