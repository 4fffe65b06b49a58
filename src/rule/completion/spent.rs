//! Which amount a rate of completion says was done or spent: the nearest before it, or the whole of the list that stands there.

use super::base::budget;
use super::ratio;
use crate::fact::{Fact, Measure, Role};
use crate::gather::Gather;
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// How many amounts before a rate may bear it out.
const NEAR: usize = 16;

/// 预算128万元，支出126万元，其中甲98万元、其他28万元，执行率98.8%: behind a list that adds up, its whole may be what was spent; the
/// figures say so.
pub(super) fn listed(scope: &Scope, id: usize, part: usize, wanted: Measure, out: &Sink) -> Option<usize> {
    let holds =
        |spent: usize| budget(scope, id, spent, wanted).is_some_and(|b| b != spent && scope.is_ratio(spent, b, id));
    let wholes: Vec<usize> = out.added_up(part).filter(|whole| *whole < part).gather();
    if holds(part) {
        return None;
    }
    // Of what a budget became in the sentence before, a slip may keep the rate as well.
    let adjusted = |b: &usize, whole: usize| {
        let (budget, spent) = (scope.facts.get(*b), scope.facts.get(whole));
        let same = |(b, w): (&Fact, &Fact)| {
            b.measure == Measure::AdjustedBudget && b.period.is_same(w.period, scope.facts.year)
        };
        budget.zip(spent).is_some_and(same)
    };
    // 其中基本支出897万元，执行率98.2%，项目支出641万元，执行率95.8%: behind one item of the list a rate is of that.
    // 结转支出执行率: nor is one that names an item.
    const OF_ALL: [&str; 6] = ["执行率", "预算执行率", "支出执行率", "总体执行率", "总体预算执行率", "部门预算执行率"];
    let of_all = scope.facts.get(id).is_some_and(|f| OF_ALL.contains(&f.left.trim_end_matches(['为', '达', '是'])));
    let ends = |whole: &usize| {
        let mut sums = out.sums_over(part).map(|(_, r)| r.equation.all());
        sums.any(|all| all.contains(whole) && all.into_iter().max() == Some(part))
    };
    let slip = |whole: &usize| {
        let base = budget(scope, id, *whole, wanted).filter(|b| b != whole && adjusted(b, *whole));
        // 其中可用指标1593万元: another amount that bears it out is its base.
        let rate = scope.facts.get(id);
        let near = rate.map_or(0..0, |f| id.saturating_sub(NEAR)..scope.facts.in_sentence(f.place.sentence).end);
        let borne = || near.clone().any(|b| b != *whole && b != id && scope.is_ratio(*whole, b, id));
        of_all && ends(whole) && !borne() && base.is_some_and(|b| scope.is_slip(&ratio(*whole, b, id)))
    };
    wholes.iter().find(|whole| holds(**whole)).or_else(|| wholes.iter().find(|whole| slip(whole))).copied()
}

/// What was done or spent: the nearest before the rate in its sentence, else, where that has no amount, in its paragraph.
/// Where the clause has its base, only what is of the base's kind: 改造216户，共75.6万元，完成计划200户的108%.
pub(super) fn outturn(scope: &Scope, id: usize, base: Option<usize>) -> Option<usize> {
    let facts = scope.facts;
    let rate = facts.get(id)?;
    let base = base.and_then(|b| facts.get(b));
    let done = |f: &Fact| {
        f.role == Role::Level
            && f.is_amount()
            && base.is_none_or(|b| b.is_like(f))
            && f.figure.is_plain()
            && f.figure.unit.base != "分"
            && !f.measure.is_budget()
            && f.measure != Measure::Plan
            && f.measure != Measure::Supplement
            && !is_cut(f)
            && !f.takes_together()
            && !is_left(f)
            // 每平方米造价350元；预算450万元，执行率98%: a price is not what was spent.
            && !f.is_for_each()
    };
    let sentence = facts.in_sentence(rate.place.sentence).start..id;
    let paragraph = facts.in_paragraph(rate.place.paragraph).start..id;
    // 支出486万元（其中本级52万元），执行率97%: what a bracket adds is not what was spent.
    let outer = |f: &Fact| done(f) && f.place.depth <= rate.place.depth;
    let near = facts.pick(sentence.clone(), outer).next_back();
    near.or_else(|| facts.pick(sentence.clone(), done).next_back()).or_else(|| {
        let empty = !facts.pick(sentence, Fact::is_amount).any(|_| true);
        empty.then(|| facts.pick(paragraph, done).next_back()).flatten()
    })
}

/// What was spent and what is left make up: the amount that a part adds up to together with a rest.
pub(super) fn with_rest(scope: &Scope, part: usize, out: &Sink) -> Option<usize> {
    let rest = |id: usize| scope.facts.get(id).is_some_and(is_left);
    out.wholes_of(part).find(|w| out.sums_to(*w).any(|r| r.equation.all().into_iter().any(rest)))
}

/// 追减95.4万元: whether words name what a budget was cut by, which was not spent.
pub(super) fn is_cut(fact: &Fact) -> bool {
    fact.left.ends_with("追减") || fact.left.ends_with("调减")
}

/// 还剩59万元, 年末结转32万元, 结转下年143万元: whether words name what was not spent.
fn is_left(fact: &Fact) -> bool {
    let words = fact.left.trim_end_matches(['为', '有', '是', '了', '金', '额', '资', '款']);
    const LEFT: [&str; 9] = ["剩", "剩余", "剩下", "结转", "结余", "余", "结转下年", "结转至下年", "结转下年使用"];
    // 未用39.26万元，执行率94.45%
    let unspent = fact.left.mentions_any(&["未用", "未支", "未使用", "未执行", "未花", "未拨付"]);
    unspent || fact.left.starts_with("还剩") || words.ends_with_any(&LEFT)
}
