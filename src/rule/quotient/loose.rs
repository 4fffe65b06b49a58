//! Averages that no product can be held against: rounded ones, and those of counts of which the words give several.

use crate::fact::{Fact, Measure};
use crate::number::Exact;
use crate::rule::Scope;

/// 36场次4280人次，场均119人次: whether an average as printed is as near the quotient as it can be.
pub(super) fn is_rounded(scope: &Scope, average: (usize, &Fact), (count, total): (usize, usize)) -> bool {
    let value = |id: usize| scope.facts.base_value(id);
    let near = || {
        let gap = value(average.0)?.times(value(count)?)?.minus(value(total)?)?.abs();
        Some(gap.plus(gap)? <= average.1.figure.printed_unit().times(value(count)?)?)
    };
    near().unwrap_or(false)
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

/// 运行费预算42万元、决算39万元，平均每辆1.68万元: whether an amount is the budget of an item of which the same part of the sentence then tells what
/// was spent; 预算平均每辆2万元 is of the budget.
pub(super) fn is_overtaken(scope: &Scope, budget: &Fact, (average, fact): (usize, &Fact)) -> bool {
    let facts = scope.facts;
    let behind = facts.list.partition_point(|f| f.range.start <= budget.range.start)..average;
    let same = |f: &Fact| !f.label.own || f.label.key == budget.label.key;
    let spent = |f: &Fact| f.measure == Measure::Outturn && f.place.segment == budget.place.segment && same(f);
    let is_budget = budget.measure.is_budget() && !Measure::of(&fact.left).is_budget();
    is_budget && facts.pick(behind, |f| spent(f) && f.is_like(budget)).next().is_some()
}
