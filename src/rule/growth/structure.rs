//! B04 of a structure: 三次产业结构为9.4：48.2：42.4，上年为10.1：49.3：40.6，三产比重提高1.8个百分点.

use crate::catalog::industry::INDUSTRIES;
use crate::fact::{Facts, Role};
use crate::gather::Gather;
use crate::number::Dimension;
use crate::text::Mention;

/// The share of one industry now and before, where its words name it: out of two structures, or of one and a rate that is compared with.
pub(super) fn shares(facts: &Facts, id: usize) -> Option<(usize, usize)> {
    let fact = facts.get(id)?;
    let paragraph = facts.in_paragraph(fact.place.paragraph).start;
    let runs: Vec<usize> = (paragraph..id.checked_sub(2)?).filter(|first| is_run(facts, *first)).gather();
    let clause = facts.clauses.clauses().get(fact.place.clause)?.start;
    let words = facts.text.words(clause..fact.range.start);
    let mut named = (0..INDUSTRIES.len()).filter(|i| INDUSTRIES.get(*i).is_some_and(|w| words.mentions_any(w)));
    let industry = named.next().filter(|_| named.next().is_none())?;
    let base = id.checked_sub(1).filter(|b| {
        facts
            .get(*b)
            .is_some_and(|f| f.role == Role::Base && f.place.clause == fact.place.clause && f.figure.unit.base == "%")
    });
    match (runs.as_slice(), base) {
        ([.., now], Some(base)) => Some((now + industry, base)),
        ([.., now, then], None) => Some((now + industry, then + industry)),
        _ => None,
    }
}

/// Whether three bare numbers between colons begin here, and no fourth goes before.
fn is_run(facts: &Facts, first: usize) -> bool {
    let bare = |id: usize| facts.get(id).is_some_and(|f| f.figure.unit.dimension == Dimension::Bare);
    let joined = |id: usize| bare(id) && bare(id + 1) && facts.between(id, id + 1) == "：";
    joined(first) && joined(first + 1) && !first.checked_sub(1).is_some_and(joined)
}
