//! Averages that no product can be held against: of whole people, and of counts of which the words give several.

use crate::fact::Fact;
use crate::number::Exact;
use crate::rule::Scope;

/// Whether a whole number of people or things for each is as near the quotient as a whole number can be.
pub(super) fn is_rounded(scope: &Scope, average: (usize, &Fact), (count, total): (usize, usize)) -> bool {
    let value = |id: usize| scope.facts.base_value(id);
    let gap = || {
        let spread = value(average.0)?.times(value(count)?)?;
        let off = spread.minus(value(total)?)?.abs();
        Some(off.plus(off)? <= value(count)?)
    };
    average.1.figure.unit.is_whole() && average.1.figure.places == 0 && gap().unwrap_or(false)
}

/// 公务用车4辆、执法用车2辆，车均2.3万元: whether a count is one of a row, of which the average may be of all.
pub(super) fn is_one_of_row(scope: &Scope, count: usize) -> bool {
    scope.facts.named_row(count).len() > 1
}
