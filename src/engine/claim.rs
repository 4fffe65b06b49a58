//! What a person states of the figures (自定关系), as equations for the one judge.
//!
//! The person's relations are judged beside the document's own and change nothing of what is said of those.

use super::view::View;
use crate::fact::{Fact, Facts};
use crate::gather::Gather;
use crate::number::Dimension;
use crate::relation::{Equation, Reason, Relation, Term};
use crate::report::{Claim, RelationKind, Source};
use crate::rule::Unbound;

/// The rule that the relations of a person are told by.
pub(super) const RULE: &str = "user";

impl View<'_> {
    /// The relations that a person states, and those of them that a vague figure leaves open; what makes no sense of these figures is left out.
    pub(super) fn claims(&self, claims: &[Claim]) -> (Vec<Relation>, Vec<Unbound>) {
        let (mut stated, mut open) = (Vec::new(), Vec::new());
        for claim in claims {
            let Some((operands, result)) = self.bound(claim) else { continue };
            let Some(equation) = equation(claim.kind, &operands, result, self.facts) else { continue };
            let facts: Vec<usize> = operands.into_iter().chain([result]).gather();
            let Some(range) = self.facts.get(result).map(|fact| fact.range.clone()) else { continue };
            if facts.iter().filter_map(|id| self.facts.get(*id)).all(|fact| fact.figure.is_plain()) {
                let (kind, source) = (claim.kind, Source::User);
                stated.push(Relation {
                    rule: RULE,
                    cue: "",
                    kind,
                    source,
                    equation,
                    range,
                    sure: true,
                    warning: "W50",
                });
            } else {
                open.push(Unbound { rule: RULE, cue: "", range, facts, reason: Reason::Vague });
            }
        }
        (stated, open)
    }

    /// The facts of a claim, each in it once.
    fn bound(&self, claim: &Claim) -> Option<(Vec<usize>, usize)> {
        let fact = |place: &(u32, u32)| self.facts.list.iter().position(|fact| self.utf16(&fact.range) == *place);
        let operands: Vec<usize> = claim.operands.iter().map(fact).gather_all()?;
        let result = fact(&claim.result)?;
        let is_once = |id: &usize| operands.iter().filter(|other| *other == id).count() == 1 && *id != result;
        operands.iter().all(is_once).then_some((operands, result))
    }
}

fn equation(kind: RelationKind, operands: &[usize], result: usize, facts: &Facts) -> Option<Equation> {
    let (first, others) = operands.split_first()?;
    let (lead, end) = (facts.get(*first)?, facts.get(result)?);
    let is_like = |other: &Fact| others.iter().filter_map(|id| facts.get(*id)).chain([other]).all(|f| f.is_like(lead));
    let sum = |sign: fn(usize) -> Term| Equation::Sum {
        parts: [Term::plus(*first)].into_iter().chain(others.iter().map(|id| sign(*id))).gather(),
        whole: vec![Term::plus(result)],
    };
    match (kind, others) {
        (RelationKind::Sum, [_, ..]) if is_like(end) => Some(sum(Term::plus)),
        (RelationKind::Difference, [_, ..]) if is_like(end) => Some(sum(Term::minus)),
        (RelationKind::Equal, []) if is_like(end) => Some(sum(Term::plus)),
        (RelationKind::Share, [whole]) if is_like(lead) && is_rate(end) => Some(Equation::Rate {
            part: vec![Term::plus(*first)],
            whole: vec![Term::plus(*whole)],
            less_one: false,
            sign: 1,
            rate: result,
        }),
        _ => None,
    }
}

fn is_rate(fact: &Fact) -> bool {
    matches!(fact.figure.unit.dimension, Dimension::Percent | Dimension::PerMille | Dimension::Times)
}
