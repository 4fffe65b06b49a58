//! D02 behind C15: 三季度比二季度多24.1万次，增长23%: the rate is of the item that the change before it was compared with.

use super::RULE;
use super::ends::{change_beside, of_change, of_difference};
use crate::relation::Reason;
use crate::rule::{Scope, Sink};

/// The cue of a change that compares two items.
const CUE: &str = "C15";

/// States the rate behind a change between two items, or says that it was not checked; whether there is such a change.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) -> bool {
    let facts = scope.facts;
    let Some(change) = change_beside(scope, id).filter(|change| change + 1 == id) else { return false };
    if out.leaves_open(CUE, change) {
        out.unchecked(RULE.name, "D10", facts.span(&[id]), vec![id], Reason::NoBase);
        return true;
    }
    if !out.sums_to(change).any(|r| r.cue == CUE) {
        return false;
    }
    let Some(pair) = of_difference(scope, id, out) else { return false };
    of_change(scope, id, pair, out);
    true
}
