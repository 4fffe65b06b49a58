//! All relations with their verdicts.

use crate::fact::{Facts, PerFact};
use crate::gather::{Gather, SortedMap, SortedSet};
use crate::number::Allowance;
use crate::relation::{Equation, Relation, Source, Values, Verdict, judge};

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

/// A list that does not add up is no claim where a longer one of the same whole, with all its items, does.
fn drop_partial(judged: Vec<Judged>) -> Vec<Judged> {
    let terms = |j: &Judged| match &j.relation.equation {
        Equation::Sum { parts, whole } => match whole.as_slice() {
            [one] => Some((one.fact, parts.iter().map(|t| t.fact).gather_set())),
            _ => None,
        },
        _ => None,
    };
    let mut complete: SortedMap<usize, Vec<SortedSet<usize>>> = SortedMap::new();
    for (whole, parts) in judged.iter().filter(|j| j.holds()).filter_map(terms) {
        complete.entry(whole).or_default().push(parts);
    }
    let partial = |j: &Judged| {
        j.fails()
            && terms(j).is_some_and(|(whole, parts)| {
                complete.get(&whole).is_some_and(|lists| lists.iter().any(|l| parts.is_subset(l)))
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
