//! All relations with their verdicts.

use crate::fact::{Facts, PerFact};
use crate::gather::{Gather, SortedMap, SortedSet};
use crate::number::Allowance;
use crate::relation::{Equation, Relation, Source, Term, Values, Verdict, judge};

/// A relation with its verdict.
#[derive(Clone, Debug)]
pub struct Judged {
    /// The relation.
    pub relation: Relation,
    /// Its verdict.
    pub verdict: Verdict,
    /// The allowance under which it was reached.
    pub allowance: Allowance,
    /// Every fact that takes part.
    pub facts: Vec<usize>,
}

impl Judged {
    /// Whether it holds, rounding included.
    #[must_use]
    pub fn holds(&self) -> bool {
        matches!(self.verdict, Verdict::Exact | Verdict::Rounded)
    }

    /// Whether nothing can make it hold.
    #[must_use]
    pub fn fails(&self) -> bool {
        self.verdict == Verdict::Inconsistent
    }
}

/// How many sums of whole numbers show that a document does not round them.
const PROOFS: usize = 2;

/// Judges all relations, then looks at the coarse ones again: a document that adds whole numbers of a unit to the last digit elsewhere
/// does not round them here.
#[must_use]
pub fn judge_all(relations: Vec<Relation>, facts: &Facts) -> Vec<Judged> {
    let values = Values::printed(facts);
    let mut out: Vec<Judged> = relations
        .into_iter()
        .map(|relation| {
            let judgement = judge(&relation.equation, &values);
            let facts = relation.equation.all();
            Judged { relation, verdict: judgement.verdict, allowance: judgement.allowance, facts }
        })
        .gather();
    let coarse = |j: &Judged| -> SortedSet<&str> {
        let printed = j.facts.iter().filter_map(|id| facts.get(*id)).map(|f| &f.figure);
        printed.filter(|figure| facts.precision.is_coarse(figure)).map(|figure| figure.unit.name.as_str()).gather_set()
    };
    let mut proofs: SortedMap<&str, usize> = SortedMap::new();
    for judged in &out {
        let sum = judged.facts.len() >= 3 && matches!(judged.relation.equation, Equation::Sum { .. });
        if judged.verdict == Verdict::Exact && sum {
            coarse(judged).into_iter().for_each(|unit| *proofs.entry(unit).or_default() += 1);
        }
    }
    let is_proven = |unit: &str| proofs.get(unit).is_some_and(|sums| *sums >= PROOFS);
    for judged in out.iter_mut().filter(|j| j.verdict == Verdict::Coarse) {
        if coarse(judged).into_iter().any(is_proven) {
            judged.verdict = Verdict::Inconsistent;
        }
    }
    super::closed::settle(&mut out, facts);
    drop_partial(out)
}

/// The one whole of a list, and its items.
fn terms(judged: &Judged) -> Option<(usize, &[Term])> {
    match &judged.relation.equation {
        Equation::Sum { parts, whole } => whole.iter().single().map(|one| (one.fact, parts.as_slice())),
        _ => None,
    }
}

/// A list that does not add up is no claim where a longer one of the same whole, with all its items, does.
fn drop_partial(judged: Vec<Judged>) -> Vec<Judged> {
    let set = |parts: &[Term]| parts.iter().map(|t| t.fact).gather_set();
    // The lists of each whole of which one does not add up.
    let mut complete: SortedMap<usize, Vec<SortedSet<usize>>> =
        judged.iter().filter(|j| j.fails()).filter_map(terms).map(|(whole, _)| (whole, Vec::new())).gather_map();
    if complete.is_empty() {
        return judged;
    }
    for (whole, parts) in judged.iter().filter(|j| j.holds()).filter_map(terms) {
        if let Some(lists) = complete.get_mut(&whole) {
            lists.push(set(parts));
        }
    }
    let partial = |j: &Judged| {
        let lists = terms(j).filter(|_| j.fails()).and_then(|(whole, parts)| Some((complete.get(&whole)?, parts)));
        lists.is_some_and(|(lists, parts)| {
            let parts = set(parts);
            lists.iter().any(|list| parts.is_subset(list))
        })
    };
    // What a person states is a claim, whatever else adds up.
    judged.into_iter().filter(|j| j.relation.source == Source::User || !partial(j)).gather()
}

/// For each fact, the relations it takes part in.
#[must_use]
pub fn by_fact(judged: &[Judged]) -> PerFact<Vec<usize>> {
    let mut out: PerFact<Vec<usize>> = PerFact::default();
    for (index, j) in judged.iter().enumerate() {
        for id in &j.facts {
            out.at(*id).push(index);
        }
    }
    out
}
