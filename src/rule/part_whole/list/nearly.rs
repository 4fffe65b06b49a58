//! Rows that lack next to nothing of their whole (相差无几): 4700人，其中甲1412人、乙886人、丙1042人、丁1333人 come to 4673. What would be left is too little
//! for an item that nobody names, and a wrong digit explains it which chance hardly does. A list in clauses may go on.

use super::claim::{is_clause_row, is_row};
use crate::number::{Decimal, Exact};
use crate::relation::Equation;
use crate::rule::Scope;
use crate::rule::part_whole::row::may_overlap;
use crate::rule::part_whole::{added, sum};

/// How many parts a row has at least that is told to its end.
const PARTS: usize = 4;

/// The whole is at least so many times what its row lacks.
const TIMES: Decimal = Decimal::from_parts(64, 0, 0, false, 0);

/// Whether a row lacks next to nothing of its whole, and one slip would make it all.
fn lacks_little(scope: &Scope, whole: usize, parts: &[usize]) -> bool {
    let lacked = || scope.facts.base_value(whole)?.minus(added(scope, parts)?);
    let is_little = |lacked: Decimal| {
        let times = lacked.times(TIMES).zip(scope.facts.base_value(whole));
        lacked > Decimal::ZERO && times.is_some_and(|(times, whole)| times < whole)
    };
    parts.len() >= PARTS
        && lacked().is_some_and(is_little)
        && (is_row(scope, parts) || ends_sentence(scope, parts))
        && !may_overlap(scope, parts)
        && scope.is_likely_slip(&sum(parts, whole))
}

/// Whether a list told clause by clause ends where its sentence does: there it does not go on.
fn ends_sentence(scope: &Scope, parts: &[usize]) -> bool {
    let end = parts.last().and_then(|id| scope.facts.get(*id)).map(|f| f.range.end);
    is_clause_row(scope, parts) && end.is_some_and(|end| matches!(scope.facts.text.at(end), Some('。' | '；')))
}

/// Whether only a slip keeps a list of many from adding up: it claimed to be complete after all.
fn is_many_but_for_slip(scope: &Scope, all: &Equation, parts: &[usize], end: usize) -> bool {
    let goes_on = || scope.facts.text.has(end, "等");
    parts.len() >= 4 && if goes_on() { scope.is_slip(all) } else { scope.is_likely_slip(all) }
}

/// Whether a list comes so near to its whole that it looks as if it were meant to be all of it.
pub(super) fn is_nearly_all(scope: &Scope, (open, end): (bool, usize), parts: &[usize], whole: usize) -> bool {
    if open { is_many_but_for_slip(scope, &sum(parts, whole), parts, end) } else { lacks_little(scope, whole, parts) }
}
