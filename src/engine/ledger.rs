//! The ledger (核对台账): every figure ends in exactly one state.

use crate::fact::Facts;
use crate::finding::Judged;
use crate::report::{Coverage, Figure, FigureStatus, RelationKind, Verdict};
use crate::rule::Unbound;

/// The state of each fact.
pub(super) fn statuses(facts: &Facts, judged: &[Judged], unbound: &[Unbound]) -> Vec<FigureStatus> {
    let mut out = vec![FigureStatus::Single; facts.list.len()];
    let mut mark = |ids: &[usize], status: FigureStatus| {
        for id in ids {
            if let Some(slot) = out.get_mut(*id) {
                *slot = graver(*slot, status);
            }
        }
    };
    unbound.iter().for_each(|open| mark(&open.facts, FigureStatus::Unchecked));
    judged.iter().for_each(|j| mark(&j.facts, of_relation(j.relation.kind, j.verdict)));
    out
}

/// The state that a relation gives its figures. A bound that holds (其中女性27人 of 48人) holds of many another number too, and says of no digit
/// that it is right.
pub(super) const fn of_relation(kind: RelationKind, verdict: Verdict) -> FigureStatus {
    match verdict {
        Verdict::Exact | Verdict::Rounded if matches!(kind, RelationKind::Bound) => FigureStatus::Unchecked,
        Verdict::Exact | Verdict::Rounded => FigureStatus::Verified,
        Verdict::Inconsistent => FigureStatus::Conflicting,
        Verdict::Coarse | Verdict::Unchecked => FigureStatus::Unchecked,
    }
}

/// Of two states of a figure the one it ends in: conflicting before verified before unchecked before single.
pub(super) const fn graver(one: FigureStatus, other: FigureStatus) -> FigureStatus {
    if gravity(one) < gravity(other) { other } else { one }
}

const fn gravity(status: FigureStatus) -> u8 {
    match status {
        FigureStatus::Single => 0,
        FigureStatus::Unchecked => 1,
        FigureStatus::Verified => 2,
        FigureStatus::Conflicting => 3,
    }
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
