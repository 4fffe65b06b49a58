//! 完成率、执行率 — completion: `outturn = budget × rate`. Cues E01–E10.
#![doc = include_str!("completion.md")]

mod aside;
mod base;
mod by_base;
mod divided;
mod each_item;
mod in_order;
mod item;
mod named;
mod progress;
mod serial;
mod spent;

use super::{Rule, Scope, Sink};
use crate::fact::{Fact, Measure, Role};
use crate::gather::Gather;
use crate::number::Dimension;
use crate::relation::{Equation, Kind, Reason, Relation, Source, Term, ratio};
use crate::text::Range;
use base::{behind, budget, elsewhere, given, is_of_another, wanted};
use spent::{is_cut, listed, outturn, with_rest};

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
            Some(Role::Other) if aside::state(scope, id, out) => {}
            Some(Role::Other) => serial::of_pairs(scope, id, out),
            Some(Role::Rate) if is_of_budget(scope, id) => completion(scope, id, out),
            Some(Role::Rate) if progress::is_due(scope, id) => progress::compared(scope, id, out),
            Some(Role::Rate) => named::state(scope, id, out),
            _ => {}
        }
    }
}

fn relation(cue: &'static str, equation: Equation, range: Range, warning: &'static str) -> Relation {
    Relation { rule: RULE.name, cue, kind: Kind::Ratio, source: Source::Asserted, equation, range, sure: true, warning }
}

/// 预算4,628万元，决算4,986.21万元，完成107.74%: whether 完成 alone stands right behind a budget and what was spent of it.
fn is_of_budget(scope: &Scope, id: usize) -> bool {
    let facts = scope.facts;
    let before =
        |back: usize| id.checked_sub(back).and_then(|id| facts.get(id)).filter(|f| f.is_level() && f.figure.is_plain());
    let (Some(rate), Some(spent), Some(budget)) = (facts.get(id), before(1), before(2)) else { return false };
    let beside = spent.place.segment == rate.place.segment && budget.place.segment == rate.place.segment;
    let measured = spent.measure == Measure::Outturn && budget.measure.is_budget() && spent.is_like(budget);
    rate.left == "完成" && rate.figure.is_plain() && beside && measured
}

/// E01–E03: 预算200万元，支出188万元，完成预算的94%.
fn completion(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let Some(rate) = facts.get(id).filter(|f| f.figure.is_plain()) else { return };
    if serial::state(scope, id, out) || item::state(scope, id, out) {
        return;
    }
    if divided::is_untold(scope, id) {
        return open(scope, id, "E01", vec![id], out);
    }
    let wanted = wanted(scope, rate);
    // 完成任务500批次的112%: the base stands inside.
    let inside = id.checked_sub(1).filter(|b| {
        facts.get(*b).is_some_and(|f| f.role == Role::Base && f.direction == 0 && f.place.clause == rate.place.clause)
    });
    let spent = outturn(scope, id, inside).map(|part| listed(scope, id, part, wanted, out).unwrap_or(part));
    // 计划3200平方米，尚有1056平方米未完成，预算执行率70.61%: budgets are of money.
    let budgeted = rate.is_of_budget();
    let spent = spent.and_then(|p| facts.get(p).map(|f| (p, f)));
    let money = |f: &Fact| f.figure.unit.dimension != Dimension::Count;
    let Some((part, own)) = spent.filter(|(_, own)| !budgeted || money(own)) else {
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
            .find(|b| *b != base && scope.is_ratio(part, *b, id));
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
            .find(|b| unnamed && inside.is_none() && scope.is_ratio(part, *b, id))
    };
    // 全年可用439万元，实际花了430万元，还剩9万元，执行率97.9%: what was spent and what is left make up what could be spent.
    let holds = |b: &usize| scope.is_ratio(part, *b, id);
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

fn cue(rate: &Fact, wanted: Measure, inside: bool) -> &'static str {
    if wanted == Measure::Plan || inside {
        "E05"
    } else if rate.left.contains('率') {
        "E03"
    } else {
        "E01"
    }
}
