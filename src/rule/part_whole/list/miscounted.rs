//! Totals that leave an item of their list out, or count one twice (漏计、重计): 259台：甲46台、乙213台、丙128台 come to 387, without the last to 259.

use super::claim::{is_clause_row, is_row};
use super::cue::Cue;
use crate::number::{Decimal, Exact};
use crate::rule::Scope;
use crate::rule::part_whole::added;
use crate::rule::part_whole::row::{exhausts, is_people, is_whole_row, may_overlap, names};

/// How many items a list has at least, and how many digits a total, that it is no chance.
const ITEMS: usize = 3;
const DIGITS: u32 = 3;

/// Whether a list that says that it is complete comes to its total with one of its items left out or counted twice.
pub(super) fn is_miscounted(scope: &Scope, cue: &Cue, whole: usize, parts: &[usize]) -> bool {
    let facts = scope.facts;
    let Some(total) = facts.get(whole).filter(|f| f.figure.digits() >= DIGITS && f.figure.is_plain()) else {
        return false;
    };
    let row = is_row(scope, parts) || is_clause_row(scope, parts);
    if cue.partial || !row || parts.len() < ITEMS || is_people(total) || may_overlap(scope, parts) {
        return false;
    }
    let closed = cue.code == "A09" || exhausts(scope, parts, whole);
    names(scope, parts).is_some()
        && match miscount(scope, parts, whole) {
            // Without words for it a total may be that of the first of them, and the others told besides.
            Some(Miscount::LeftOut) => closed,
            Some(Miscount::Twice) => closed || is_whole_row(scope, parts),
            None => false,
        }
}

/// What happened to one item.
pub(super) enum Miscount {
    /// It is not in the total.
    LeftOut,
    /// It is in it twice.
    Twice,
}

/// Whether just one item of a list makes up the gap between its sum and its total.
pub(super) fn miscount(scope: &Scope, parts: &[usize], whole: usize) -> Option<Miscount> {
    let base = |id: &usize| scope.facts.base_value(*id);
    let gap = added(scope, parts)?.minus(base(&whole)?)?;
    let single = parts.iter().filter(|part| base(part) == Some(gap.abs())).count() == 1;
    let found = if gap > Decimal::ZERO { Miscount::LeftOut } else { Miscount::Twice };
    single.then_some(found)
}
