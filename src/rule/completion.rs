//! 完成率、执行率 — completion: `outturn = budget × rate`. Cues E01–E10.
#![doc = include_str!("completion.md")]

mod base;
mod by_base;
mod each_item;
mod in_order;
mod item;
mod named;
mod progress;
mod serial;

use super::{Rule, Scope, Sink};
use crate::fact::{Fact, Measure, Role};
use crate::gather::Gather;
use crate::relation::{Equation, Kind, Reason, Relation, Source, Term, ratio};
use crate::text::{Mention, Range};
use base::{behind, budget, elsewhere, given, is_of_another, wanted};

pub(super) const RULE: Rule = Rule { code: "E", name: "completion", find };

fn find(scope: &Scope, out: &mut Sink) {
    for id in 0..scope.facts.list.len() {
        match scope.facts.get(id).map(|f| f.role) {
            Some(Role::Completion | Role::Rate | Role::Other)
                if by_base::state(scope, id, out)
                    || serial::of_bracket(scope, id, out)
                    || each_item::state(scope, id, out)
                    || in_order::state(scope, id, out) => {}
            Some(Role::Completion) => {
                completion(scope, id, out);
                progress::complete(scope, id, out);
            }
            Some(Role::Other) => serial::of_pairs(scope, id, out),
            Some(Role::Rate) if progress::is_due(scope, id) => progress::compared(scope, id, out),
            Some(Role::Rate) => named::state(scope, id, out),
            _ => {}
        }
    }
}

fn relation(cue: &'static str, equation: Equation, range: Range, warning: &'static str) -> Relation {
    Relation { rule: RULE.name, cue, kind: Kind::Ratio, source: Source::Asserted, equation, range, sure: true, warning }
}

/// E01–E03: 预算200万元，支出188万元，完成预算的94%.
fn completion(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let Some(rate) = facts.get(id).filter(|f| f.figure.is_plain()) else { return };
    if serial::state(scope, id, out) || item::state(scope, id, out) {
        return;
    }
    let wanted = wanted(scope, rate);
    // 完成任务500批次的112%: the base stands inside.
    let inside = id.checked_sub(1).filter(|b| {
        facts.get(*b).is_some_and(|f| f.role == Role::Base && f.direction == 0 && f.place.clause == rate.place.clause)
    });
    let spent = outturn(scope, id, inside).map(|part| listed(scope, id, part, wanted, out).unwrap_or(part));
    let Some((part, own)) = spent.and_then(|p| facts.get(p).map(|f| (p, f))) else {
        return open(scope, id, cue(rate, wanted, false), vec![id], out);
    };
    let range = own.range.start.min(rate.range.start)..rate.range.end;
    let inside = inside.or_else(|| behind(scope, id, part, wanted));
    let base = bound_base(scope, (id, part), wanted, inside, out);
    let Some(base) = base.or_else(|| elsewhere(scope, id, part, wanted)) else {
        return open(scope, id, "E01", vec![id, part], out);
    };
    if facts.get(base).is_some_and(Fact::is_zero) {
        if !own.is_zero() && !rate.is_zero() {
            out.relation(relation("E08", ratio(part, base, id), range, "W05"));
        }
        return;
    }
    let range = facts.get(base).map_or(range.start, |f| f.range.start.min(range.start))..range.end;
    let equation = ratio(part, base, id);
    if !scope.fits(&equation) {
        if let Some(whole) = supplemented(scope, (id, part), base, wanted) {
            let sure = scope.fits(&whole) || scope.is_likely_slip(&whole);
            return out.relation(Relation { sure, ..relation(cue(rate, wanted, false), whole, range, "W02") });
        }
        if is_of_another(scope, (id, part), base, out) {
            return open(scope, id, "E03", vec![id], out);
        }
        // E02: a rate that fits another budget is a question of its base, not of its arithmetic.
        let other = facts
            .pick(facts.in_paragraph(rate.place.paragraph).start..id, |f| {
                f.is_level() && f.is_like(own) && f.measure.is_budget()
            })
            .find(|b| *b != base && scope.fits(&ratio(part, *b, id)));
        if other.is_some() {
            return out.relation(Relation { sure: false, ..relation("E02", equation, range, "W06") });
        }
    }
    out.relation(relation(cue(rate, wanted, inside.is_some()), equation, range, "W02"));
}

/// States what the bracket behind a rate gives it, where nothing before does; else leaves it open.
fn open(scope: &Scope, id: usize, cue: &'static str, facts: Vec<usize>, out: &mut Sink) {
    match given(scope, id) {
        Some(equation) => {
            let range = scope.facts.span(&equation.all());
            out.relation(relation(cue, equation, range, "W02"));
        }
        None => out.unchecked(RULE.name, cue, scope.facts.span(&facts), facts, Reason::NoBase),
    }
}

/// The budget that a rate is of: in its clause or the one it names, else, where it names none, one that makes it hold.
fn bound_base(
    scope: &Scope,
    (id, part): (usize, usize),
    wanted: Measure,
    inside: Option<usize>,
    out: &Sink,
) -> Option<usize> {
    let facts = scope.facts;
    let own = facts.get(part)?;
    let rate = facts.get(id)?;
    let base = inside.or_else(|| budget(scope, id, part, wanted)).filter(|b| *b != part);
    // 预算执行率 names no budget: the one of the paragraph that makes it hold is meant.
    let unnamed = !matches!(wanted, Measure::InitialBudget | Measure::AdjustedBudget | Measure::Plan);
    let meant = || {
        let near = |f: &Fact| {
            f.is_level() && f.is_like(own) && f.measure.is_budget() && f.place.sentence == own.place.sentence
        };
        facts
            .pick(facts.in_paragraph(rate.place.paragraph).start..id, near)
            .rev()
            .find(|b| unnamed && inside.is_none() && scope.fits(&ratio(part, *b, id)))
    };
    // 全年可用439万元，实际花了430万元，还剩9万元，执行率97.9%: what was spent and what is left make up what could be spent.
    let holds = |b: &usize| scope.fits(&ratio(part, *b, id));
    let near = |b: &usize| scope.is_likely_slip(&ratio(part, *b, id));
    let whole = with_rest(scope, part, out).filter(|_| unnamed && inside.is_none());
    let made_up = |test: &dyn Fn(&usize) -> bool| whole.filter(test);
    let fitting = base.filter(holds).or_else(meant).or_else(|| made_up(&holds));
    fitting.or_else(|| base.filter(near)).or_else(|| made_up(&near)).or(base)
}

/// How far behind a budget, in figures, stands what was added to it or taken from it.
const NEAR: usize = 8;

/// 预算360万元，追加45万元，支出398.5万元，执行率98.4%: a rate that names no budget is of the budget with what was added to it, and without what
/// it was cut by.
fn supplemented(scope: &Scope, (id, part): (usize, usize), base: usize, wanted: Measure) -> Option<Equation> {
    let own = scope.facts.get(base).filter(|b| b.measure.is_budget() && b.measure != Measure::AdjustedBudget)?;
    let moved = |f: &Fact| {
        (f.measure == Measure::Supplement || is_cut(f))
            && f.is_like(own)
            && f.figure.is_plain()
            && f.place.sentence == own.place.sentence
    };
    let step = |f: usize| if scope.facts.get(f).is_some_and(is_cut) { Term::minus(f) } else { Term::plus(f) };
    let steps = scope.facts.pick(base + 1..id.min(base + NEAR), moved).map(step);
    let whole: Vec<Term> = [Term::plus(base)].into_iter().chain(steps).gather();
    let is_named = matches!(wanted, Measure::InitialBudget | Measure::AdjustedBudget | Measure::Plan);
    let part = vec![Term::plus(part)];
    (whole.len() > 1 && !is_named).then_some(Equation::Rate { part, whole, less_one: false, sign: 1, rate: id })
}

/// 预算128万元，支出126万元，其中甲98万元、其他28万元，执行率98.8%: behind a list that adds up, its whole may be what was spent; the
/// figures say so.
fn listed(scope: &Scope, id: usize, part: usize, wanted: Measure, out: &Sink) -> Option<usize> {
    let holds =
        |spent: usize| budget(scope, id, spent, wanted).is_some_and(|b| b != spent && scope.fits(&ratio(spent, b, id)));
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
        let near = rate.map_or(0..0, |f| id.saturating_sub(NEAR * 2)..scope.facts.in_sentence(f.place.sentence).end);
        let borne = || near.clone().any(|b| b != *whole && b != id && scope.fits(&ratio(*whole, b, id)));
        of_all && ends(whole) && !borne() && base.is_some_and(|b| scope.is_slip(&ratio(*whole, b, id)))
    };
    wholes.iter().find(|whole| holds(**whole)).or_else(|| wholes.iter().find(|whole| slip(whole))).copied()
}

fn cue(rate: &Fact, wanted: Measure, inside: bool) -> &'static str {
    if wanted == Measure::Plan || inside {
        "E05"
    } else if rate.left.contains('率') {
        "E03"
    } else {
        "E01"
    }
}

/// What was done or spent: the nearest before the rate in its sentence, else, where that has no amount, in its paragraph.
/// Where the clause has its base, only what is of the base's kind: 改造216户，共75.6万元，完成计划200户的108%.
fn outturn(scope: &Scope, id: usize, base: Option<usize>) -> Option<usize> {
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
fn with_rest(scope: &Scope, part: usize, out: &Sink) -> Option<usize> {
    let rest = |id: usize| scope.facts.get(id).is_some_and(is_left);
    out.wholes_of(part).find(|w| out.sums_to(*w).any(|r| r.equation.all().into_iter().any(rest)))
}

/// 追减95.4万元: whether words name what a budget was cut by, which was not spent.
fn is_cut(fact: &Fact) -> bool {
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
