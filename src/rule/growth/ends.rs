//! Which amounts a rate of growth lies between: what grew, what it is compared with, and by how much.

use super::relation;
use crate::fact::{Fact, Period, Role, agree};
use crate::gather::Gather;
use crate::relation::{Equation, Term};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// How many figures back an amount is looked for that only base and change speak of.
const REACH: usize = 80;

/// The change that stands beside a rate: 增加1062.85万元，增长12.08%.
pub(super) fn change_beside(scope: &Scope, id: usize) -> Option<usize> {
    let facts = scope.facts;
    let rate = facts.get(id)?;
    let near = |other: usize| {
        facts.get(other).filter(|f| {
            f.role == Role::Change
                && !f.is_of_change()
                && f.is_amount()
                && f.figure.is_plain()
                && f.place.segment == rate.place.segment
                && (f.direction == rate.direction || rate.direction == 0)
        })
    };
    // 较年初增加…，同比增长…: two comparisons with two bases.
    let same_base = |other: usize| {
        let own = facts.get(other).map(|f| f.phrase.as_str()).unwrap_or_default();
        rate.phrase.is_empty() || own.is_empty() || Period::of(own) == Period::of(&rate.phrase)
    };
    // 增加614.6元，增长10.8%（全国增长9.3%）: a rate in a bracket with a subject of its own is none of that change.
    let wider = rate.left.starts_with_any(&["全国", "全省", "全区", "全市", "全州", "全县", "平均"]);
    let inside = |other: usize| wider && facts.get(other).is_some_and(|f| f.place.depth < rate.place.depth);
    // 比全省平均高出19.81%，增加120件: nor does a lead over others take a change that is not compared with them.
    let lead = |other: usize| rate.phrase.mentions("平均") && facts.get(other).is_some_and(|f| f.phrase != rate.phrase);
    let near = |other: usize| near(other).filter(|_| same_base(other) && !inside(other) && !lead(other));
    // 增加426条（2022年为4390条），增长9.7%: an aside behind the change.
    let aside = |b: &usize| facts.get(*b).is_some_and(|f| f.place.depth > rate.place.depth);
    let last = id.checked_sub(1).and_then(|b| if aside(&b) { b.checked_sub(1) } else { Some(b) });
    let before = last.filter(|b| near(*b).is_some());
    // 同比增长4.2%，比去年多完成2.27亿元: a change behind the rate says what it is compared with, or nothing.
    let named =
        |f: &Fact| Period::of(&f.phrase) != Period::Unstated && Period::of(&f.phrase) == Period::of(&rate.phrase);
    // 增长16.75%，其中甲增加0万元; 下降21.8%，主要是土地收入减少223.5亿元: nor is one of a part, or of what brought it about.
    let own = |f: &Fact| f.left.starts_with_any(&["主要", "因", "由于", "受", "其中"]) || f.left.contains("原因");
    let whole = |f: &&Fact| !own(f) && (f.left.is_empty() || f.phrase.is_empty() || named(f));
    let after = near(id + 1).filter(whole).map(|_| id + 1);
    before.or(after)
}

/// 2163件，2024年为2060件，多了103件: whether the two amounts right before a change, the earlier of them last, are just
/// that far apart.
pub(super) fn is_pair(scope: &Scope, change: usize, rate: &Fact) -> bool {
    let facts = scope.facts;
    let Some((base, now)) = change.checked_sub(1).zip(change.checked_sub(2)) else { return false };
    let (Some(moved), Some(then), Some(own)) = (facts.get(change), facts.get(base), facts.get(now)) else {
        return false;
    };
    let level =
        |f: &Fact| f.is_level() && f.figure.is_plain() && f.is_like(moved) && f.place.segment == rate.place.segment;
    let apart = scope.adds_up(&[base, change], now) || scope.adds_up(&[now, change], base);
    level(then) && level(own) && then.period.is_past(facts.year) && !own.period.is_past(facts.year) && apart
}

/// 能耗下降目标为2.0%，实际下降1.6%: what the target names, whatever amounts stand before.
fn is_of_target(scope: &Scope, id: usize, rate: &Fact) -> bool {
    let target = |f: &Fact| f.left.mentions("目标") && f.figure.unit.dimension == rate.figure.unit.dimension;
    rate.left.starts_with("实际") && id.checked_sub(1).and_then(|t| scope.facts.get(t)).is_some_and(target)
}

/// What a rate speaks of: the amount and, where the words give both ends, its base.
pub(super) fn ends(scope: &Scope, id: usize) -> Option<(usize, Option<usize>)> {
    let facts = scope.facts;
    let rate = facts.get(id).filter(|rate| !is_of_target(scope, id, rate))?;
    // 由100件增长2倍，达300件: what it came to stands behind the rate.
    let from = id.checked_sub(1).filter(|b| {
        facts.get(*b).is_some_and(|f| f.role == Role::From && f.is_amount() && f.place.clause == rate.place.clause)
    });
    if let Some(from) = from {
        let reached = facts.get(id + 1).filter(|f| {
            f.is_level()
                && f.place.segment == rate.place.segment
                && facts.get(from).is_some_and(|b| b.is_like(f))
                && ["达", "达到", "至", "为", "增至", "增加到", "共"].contains(&f.left.as_str())
        });
        return reached.map(|_| (id + 1, Some(from)));
    }
    if let Some((subject, base)) = beyond_last_year(scope, id) {
        return Some((subject, Some(base)));
    }
    let subject = facts.subject(id).map(|s| (s, None));
    match behind(scope, id) {
        Some((to, from))
            if subject.is_none() && !is_named(scope, from, rate) || scope.fits(&grown(to, from, id, rate)) =>
        {
            Some((to, Some(from)))
        }
        _ => subject,
    }
}

/// 运行经费96万元，低于上年的105万元，降8.57%: last year's amount that the one before it is said to lie above or below, right before a rate.
fn beyond_last_year(scope: &Scope, id: usize) -> Option<(usize, usize)> {
    const WAYS: [&str; 6] = ["低于", "高于", "少于", "多于", "超过", "超出"];
    let facts = scope.facts;
    let (rate, base) = (facts.get(id)?, id.checked_sub(1)?);
    let (then, now) = (facts.get(base)?, facts.get(base.checked_sub(1)?)?);
    let words = WAYS.iter().find_map(|way| then.left.strip_prefix(way))?.trim_end_matches(['的', '为']);
    let past = Period::of(words) == Period::Previous && words.chars().count() <= 5;
    let level = |f: &Fact| f.is_level() && f.figure.is_plain() && f.place.depth == rate.place.depth;
    let next = (now.place.clause + 1, then.place.clause + 1) == (then.place.clause, rate.place.clause);
    let beside = now.place.segment == rate.place.segment && now.is_like(then) && next;
    let bare = rate.phrase.is_empty() && rate.left.chars().count() <= 4;
    (past && beside && bare && level(then) && level(now)).then(|| (base - 1, base))
}

/// 支出43.92万元，其中甲3.27万元、乙40.65万元，整体较预算下降9.44%: words for the whole behind a list mean what its parts were stated to make.
pub(super) fn of_all(scope: &Scope, id: usize, subject: usize, out: &Sink) -> Option<usize> {
    let facts = scope.facts;
    let rate = facts.get(id)?;
    let base = facts.base_before(id).and_then(|b| facts.get(b));
    let words = base.map_or(rate.left.as_str(), |b| b.left.as_str());
    let all = words.starts_with_any(&["整体", "总体", "总额", "总数", "总量", "合计", "总计"]);
    let beside =
        |whole: &usize| *whole < subject && facts.get(*whole).is_some_and(|f| f.place.sentence == rate.place.sentence);
    out.wholes_of(subject).filter(|_| all).find(beside)
}

fn grown(to: usize, from: usize, id: usize, rate: &Fact) -> Equation {
    let (part, whole) = (vec![Term::plus(to)], vec![Term::plus(from)]);
    Equation::Rate { part, whole, less_one: true, sign: rate.direction, rate: id }
}

/// “三公”经费压缩8.5%，由上年的2.94亿元降到2.69亿元; 下降12.5%（由32人降至28人）: both ends directly behind the rate.
fn behind(scope: &Scope, id: usize) -> Option<(usize, usize)> {
    let facts = scope.facts;
    let (rate, from, to) = (facts.get(id)?, facts.get(id + 1)?, facts.get(id + 2)?);
    let end = |f: &Fact, role: Role| f.role == role && f.is_amount() && f.figure.is_plain();
    let near = |f: &Fact| f.place.segment == rate.place.segment && f.place.clause <= rate.place.clause + 1;
    let moved = end(from, Role::From) && end(to, Role::To) && from.is_like(to) && near(from) && near(to);
    // （其中接待费由48万元降至42万元）: what a part did is not what all did.
    let whole = !facts.text.words(rate.range.end..from.range.start.max(rate.range.end)).mentions("其中");
    let inside = |f: &Fact| whole && f.place.bracket == Some(rate.range.end);
    let beside = from.place.depth == rate.place.depth || inside(from) && inside(to);
    (moved && beside).then_some((id + 2, id + 1))
}

/// 总支出增长7.2%，其中项目支出由5507万元升至5919万元: whether ends behind a rate are told of something else than it.
fn is_named(scope: &Scope, from: usize, rate: &Fact) -> bool {
    let name = scope.facts.get(from).and_then(|f| f.left.split(['由', '从']).next()).unwrap_or_default();
    name.chars().count() >= 2 && !rate.left.contains(name)
}

/// The base and the change that stand before a rate.
pub(super) fn compared(scope: &Scope, id: usize) -> Option<(usize, usize)> {
    let change = change_beside(scope, id)?;
    // 与上年支出620万元相比，减少25万元，下降4.03%: a base that its words close off.
    let closed = |f: &Fact| f.role == Role::Base && f.closes_comparison() && is_beside(scope, f, id);
    let last = change.checked_sub(1).filter(|base| scope.facts.get(*base).is_some_and(closed));
    let base = scope.facts.base_before(id).or(last)?;
    if change < base || change > id {
        return None;
    }
    let zero = scope.facts.get(base).is_some_and(Fact::is_zero);
    (!zero && scope.facts.get(base)?.is_like(scope.facts.get(change)?)).then_some((base, change))
}

/// Whether an amount stands in the part of the sentence of a figure.
fn is_beside(scope: &Scope, fact: &Fact, id: usize) -> bool {
    scope.facts.get(id).is_some_and(|f| f.place.segment == fact.place.segment)
}

/// 与普查时的133972万人相比，共增加3377万人，增长2.52%: the base of the difference that the change beside a rate was found to be.
pub(super) fn of_difference(scope: &Scope, id: usize, out: &Sink) -> Option<(usize, usize)> {
    let change = change_beside(scope, id).or_else(|| adjusted(scope, id))?;
    let falls = scope.facts.get(change).is_some_and(|f| f.direction < 0 || f.left.ends_with("调减"));
    let base = out.sums_to(change).find_map(|r| match &r.equation {
        Equation::Sum { parts, .. } => match parts.as_slice() {
            [from, taken] if from.sign > 0 && taken.sign < 0 => Some(if falls { from.fact } else { taken.fact }),
            _ => None,
        },
        _ => None,
    })?;
    (!scope.facts.get(base)?.is_zero()).then_some((base, change))
}

/// 比2021年预算500万元增加40万元，增长8%: whatever it is that grew, the change is of the base.
pub(super) fn of_change(scope: &Scope, id: usize, (base, change): (usize, usize), out: &mut Sink) {
    let (part, whole) = (vec![Term::plus(change)], vec![Term::plus(base)]);
    let equation = Equation::Rate { part, whole, less_one: false, sign: 1, rate: id };
    let range = scope.facts.span(&equation.all());
    out.relation(relation("D02", equation, range, true));
}

/// 调增665万元，增幅23.38%: what a budget was adjusted by, right before the rate.
pub(super) fn adjusted(scope: &Scope, id: usize) -> Option<usize> {
    let facts = scope.facts;
    let rate = facts.get(id)?;
    let moved = |f: &Fact| {
        f.left.ends_with_any(&["调增", "调减"])
            && f.is_level()
            && f.figure.is_plain()
            && f.place.segment == rate.place.segment
    };
    id.checked_sub(1).filter(|change| facts.get(*change).is_some_and(moved))
}

/// 年初预算1362万元，…。年中调增58万元，增幅4.3%，调整后预算1420万元: the budget that the step before a rate was stated to adjust.
pub(super) fn of_adjustment(scope: &Scope, id: usize, out: &Sink) -> Option<(usize, usize)> {
    let step = adjusted(scope, id)?;
    let base = out.stated_by("difference").find_map(|r| match &r.equation {
        Equation::Sum { parts, .. } if matches!(r.cue, "C10" | "C11") => match parts.as_slice() {
            [base, only] => (only.fact == step).then_some(base.fact),
            _ => None,
        },
        _ => None,
    })?;
    (!scope.facts.get(base)?.is_zero()).then_some((base, step))
}

/// The amount before the sentence that base and change make to the last digit, where the words name none.
pub(super) fn implied_by_base(scope: &Scope, id: usize) -> Option<(usize, Option<usize>)> {
    let facts = scope.facts;
    let (base, change) = compared(scope, id)?;
    let start = facts.in_sentence(facts.get(id)?.place.sentence).start;
    let falls = facts.get(change)?.direction < 0;
    let makes = |w: &usize| if falls { scope.adds_up(&[*w, change], base) } else { scope.adds_up(&[base, change], *w) };
    let level = facts.pick(start.saturating_sub(REACH)..start, |f| f.is_level() && f.figure.is_plain());
    level.rev().find(makes).map(|subject| (subject, Some(base)))
}

/// 日均638件，同比增长14.45%，上年办件139363件: the amount of last year behind the rate names what grew.
pub(super) fn named_behind(scope: &Scope, id: usize) -> Option<(usize, usize)> {
    let facts = scope.facts;
    let (rate, past) = (facts.get(id)?, facts.get(id + 1)?);
    let last_year = past.is_level()
        && past.label.own
        && past.figure.is_plain()
        && past.period.is_past(facts.year)
        && past.place.segment == rate.place.segment
        && Period::of(&facts.comparison(id)).is_past(facts.year);
    let earlier = |f: &Fact| !past.period.is_same(f.period, facts.year);
    let named = |f: &Fact| {
        let own = f.is_level() && f.figure.is_plain() && f.label.own && earlier(f);
        own && f.is_like(past) && agree(&f.label.key, &past.label.key)
    };
    let now = facts.pick(facts.in_sentence(rate.place.sentence).start..id, |f| last_year && named(f));
    now.single().map(|now| (now, id + 1))
}
