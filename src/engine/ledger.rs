//! The ledger (核对台账): every figure ends in exactly one state.

use crate::fact::Facts;
use crate::finding::Judged;
use crate::report::{Coverage, Figure, FigureStatus};
use crate::rule::Unbound;

/// The state of each fact: conflicting before verified before unchecked before single.
pub(super) fn statuses(facts: &Facts, judged: &[Judged], unbound: &[Unbound]) -> Vec<FigureStatus> {
    let mut out = vec![FigureStatus::Single; facts.list.len()];
    let mut mark = |ids: &[usize], status: FigureStatus| {
        for id in ids {
            if let Some(slot) = out.get_mut(*id) {
                *slot = status;
            }
        }
    };
    for open in unbound {
        mark(&open.facts, FigureStatus::Unchecked);
    }
    let unjudged = judged.iter().filter(|j| !j.holds() && !j.fails());
    unjudged.for_each(|j| mark(&j.facts, FigureStatus::Unchecked));
    judged.iter().filter(|j| j.holds()).for_each(|j| mark(&j.facts, FigureStatus::Verified));
    judged.iter().filter(|j| j.fails()).for_each(|j| mark(&j.facts, FigureStatus::Conflicting));
    out
}

/// Counts the states.
pub(super) fn coverage(figures: &[Figure], excluded: usize) -> Coverage {
    let count = |status| figures.iter().filter(|f| f.status == status).count();
    Coverage {
        figures: figures.len(),
        verified: count(FigureStatus::Verified),
        conflicting: count(FigureStatus::Conflicting),
        single: count(FigureStatus::Single),
        unchecked: count(FigureStatus::Unchecked),
        excluded,
    }
}
