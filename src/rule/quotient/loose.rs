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

/// 重建214户兑付684.8万元，加固358户兑付429.6万元；户均补助1.95万元: whether a count is one of several in a part of the sentence before an
/// average, which is then of them all.
pub(super) fn is_of_part(scope: &Scope, average: &Fact, count: usize) -> bool {
    let facts = scope.facts;
    let Some(own) = facts.get(count).filter(|f| f.place.segment != average.place.segment) else { return false };
    let here = |f: &Fact| f.is_level() && f.place.segment == own.place.segment;
    let several =
        |like: &Fact| facts.pick(facts.in_sentence(own.place.sentence), |f| here(f) && f.is_like(like)).count() > 1;
    several(own) && several(average)
}
