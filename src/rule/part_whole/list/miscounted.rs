//! Totals that leave an item of their list out, or count one twice (漏计、重计): 259台：甲46台、乙213台、丙128台 come to 387, without
//! one of them to less.

use super::claim::{is_clause_row, is_row};
use super::cue::Cue;
use crate::gather::Gather;
use crate::number::{Decimal, Exact};
use crate::rule::Scope;
use crate::rule::part_whole::added;
use crate::rule::part_whole::row::{exhausts, is_people, is_whole_row, may_overlap, names};

/// How many items a list has at least, and how many digits a total, that it is no chance.
const ITEMS: usize = 3;
const DIGITS: u32 = 3;

/// How many digits before the zeros at its end a number has at least that is no round one.
const TELLING: usize = 3;

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
    // 1500万元 and 250万元 are as round as any.
    let telling = |id: &usize| facts.get(*id).is_some_and(|f| is_telling(f.figure.value));
    let closed = cue.code == "A09" || exhausts(scope, parts, whole);
    names(scope, parts).is_some()
        && match miscount(scope, parts, whole) {
            // Without words for it a total may be that of the first of them, and the others told besides.
            // Nor is what is told last sure to be of the total: 公立2316张、民营2207张、中医985张 of 4523.
            Some((Miscount::LeftOut, one)) if parts.last() == Some(&one) => exhausts(scope, parts, whole),
            Some((Miscount::LeftOut, _)) => closed,
            Some((Miscount::Twice, one)) => closed || is_whole_row(scope, parts) && [one, whole].iter().all(telling),
            None => false,
        }
}

/// Whether a number is no round one.
fn is_telling(value: Decimal) -> bool {
    value.mantissa().abs().to_string().trim_end_matches('0').len() >= TELLING
}

/// What happened to one item.
#[derive(PartialEq, Eq)]
pub(super) enum Miscount {
    /// It is not in the total.
    LeftOut,
    /// It is in it twice.
    Twice,
}

/// The only item of a list that makes up the gap between its sum and its total, and what happened to it.
pub(super) fn miscount(scope: &Scope, parts: &[usize], whole: usize) -> Option<(Miscount, usize)> {
    let base = |id: &usize| scope.facts.base_value(*id);
    let gap = added(scope, parts)?.minus(base(&whole)?)?;
    let one = parts.iter().copied().filter(|part| base(part) == Some(gap.abs())).single()?;
    Some((if gap > Decimal::ZERO { Miscount::LeftOut } else { Miscount::Twice }, one))
}
