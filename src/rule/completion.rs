//! 完成率、执行率 — completion: `outturn = budget × rate`. Cues E01–E10.
#![doc = include_str!("completion.md")]

mod named;
mod progress;

use super::{Rule, Scope, Sink};
use crate::fact::{Fact, Measure, Role, agree};
use crate::relation::{Equation, Kind, Reason, Relation, Source, Term};
use crate::text::Range;

pub(super) const RULE: Rule = Rule { code: "E", name: "completion", find };

/// How many facts away a budget is looked for.
const REACH: usize = 60;

fn find(scope: &Scope, out: &mut Sink) {
    for id in 0..scope.facts.list.len() {
        match scope.facts.get(id).map(|f| f.role) {
            Some(Role::Completion) => {
                completion(scope, id, out);
                progress::complete(scope, id, out);
            }
            Some(Role::Rate) if progress::is_due(scope, id) => progress::compared(scope, id, out),
            Some(Role::Rate) => named::state(scope, id, out),
            _ => {}
        }
    }
}

fn relation(cue: &'static str, equation: Equation, range: Range, warning: &'static str) -> Relation {
    Relation { rule: RULE.name, cue, kind: Kind::Ratio, source: Source::Asserted, equation, range, sure: true, warning }
}

fn ratio(part: usize, whole: usize, rate: usize) -> Equation {
    Equation::Rate { part: vec![Term::plus(part)], whole: vec![Term::plus(whole)], less_one: false, sign: 1, rate }
}

/// E01–E03: 预算200万元，支出188万元，完成预算的94%.
fn completion(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let Some(rate) = facts.get(id).filter(|f| f.figure.is_plain()) else { return };
    let wanted = Measure::of(&rate.phrase);
    // 完成任务500批次的112%: the base stands inside.
    let inside = id.checked_sub(1).filter(|b| {
        facts.get(*b).is_some_and(|f| f.role == Role::Base && f.direction == 0 && f.place.clause == rate.place.clause)
    });
    let spent = outturn(scope, id, inside).map(|part| listed(scope, id, part, wanted, out).unwrap_or(part));
    let Some((part, own)) = spent.and_then(|p| facts.get(p).map(|f| (p, f))) else {
        return out.unchecked(RULE.name, cue(rate, wanted, false), rate.range.clone(), vec![id], Reason::NoBase);
    };
    let range = own.range.start.min(rate.range.start)..rate.range.end;
    // 完成目标的107%（目标6000人）
    let aside =
        |f: &Fact| f.place.bracket == Some(rate.range.end) && f.is_level() && f.is_like(own) && f.figure.is_plain();
    let behind = Some(id + 1).filter(|b| {
        facts.get(*b).is_some_and(|f| aside(f) && wanted != Measure::Outturn && f.measure != Measure::Outturn)
    });
    // 完成预算的84%（甲预算18万元、…）: an amount of the bracket may be another item's.
    let own_budget = || budget(scope, id, part, wanted).is_some_and(|b| b != part && scope.fits(&ratio(part, b, id)));
    let behind = behind.filter(|b| scope.fits(&ratio(part, *b, id)) || !own_budget());
    let inside = inside.or(behind);
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
    let base = base.filter(|b| scope.fits(&ratio(part, *b, id))).or_else(meant).or(base);
    let Some(base) = base.or_else(|| elsewhere(scope, id, part, wanted)) else {
        return out.unchecked(RULE.name, "E01", range, vec![id, part], Reason::NoBase);
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

/// 预算128万元，支出126万元，其中甲98万元、其他28万元，执行率98.8%: behind a list that adds up, its whole may be what was spent; the
/// figures say so.
fn listed(scope: &Scope, id: usize, part: usize, wanted: Measure, out: &Sink) -> Option<usize> {
    let holds =
        |spent: usize| budget(scope, id, spent, wanted).is_some_and(|b| b != spent && scope.fits(&ratio(spent, b, id)));
    let mut wholes = out.added_up(part).filter(|whole| *whole < part);
    if holds(part) { None } else { wholes.find(|whole| holds(*whole)) }
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
    };
    let sentence = facts.in_sentence(rate.place.sentence).start..id;
    let paragraph = facts.in_paragraph(rate.place.paragraph).start..id;
    facts.pick(sentence.clone(), done).next_back().or_else(|| {
        let empty = !facts.pick(sentence, Fact::is_amount).any(|_| true);
        empty.then(|| facts.pick(paragraph, done).next_back()).flatten()
    })
}

/// The budget that the rate is of: the one it names, of the same item, in the sentence before the paragraph; else, in the
/// sentence, the funds that came in.
fn budget(scope: &Scope, id: usize, part: usize, wanted: Measure) -> Option<usize> {
    let facts = scope.facts;
    let (rate, own) = (facts.get(id)?, facts.get(part)?);
    let is_base = |f: &Fact| match wanted {
        Measure::InitialBudget | Measure::AdjustedBudget | Measure::Plan => f.measure == wanted,
        _ => f.measure.is_budget() || f.measure == Measure::Plan,
    };
    let like = |f: &Fact| f.is_level() && f.is_like(own) && f.figure.is_plain();
    let of_item = |f: &Fact| {
        like(f)
            && is_base(f)
            && (!f.label.own
                || !own.label.own
                || f.label.key == own.label.key
                || agree(&f.label.key, &own.label.key)
                || (f.place.sentence == own.place.sentence
                    && f.place.segment == own.place.segment
                    && own.label.key.chars().count() <= 3))
    };
    let sentence = facts.in_sentence(rate.place.sentence).start..id;
    let paragraph = facts.in_paragraph(rate.place.paragraph).start..id;
    let near = if own.place.sentence == rate.place.sentence { sentence.clone() } else { paragraph.clone() };
    // 到位资金27.5万元，实际支出26.18万元，资金执行率95.2%.
    let funds = |f: &Fact| {
        like(f)
            && f.place.segment == own.place.segment
            && ["到位资金", "资金到位", "到位"].iter().any(|w| f.left.contains(w))
    };
    facts.pick(near, of_item).next_back().or_else(|| facts.pick(paragraph, of_item).next_back()).or_else(|| {
        let wanted_funds = wanted == Measure::Unstated && generic(own);
        wanted_funds.then(|| facts.pick(sentence.start..part, funds).next_back()).flatten()
    })
}

/// 因公出国（境）费决算6.24万元，完成预算的78%: the item's own budget in a later paragraph, where the figures speak for it.
fn elsewhere(scope: &Scope, id: usize, part: usize, wanted: Measure) -> Option<usize> {
    let facts = scope.facts;
    let own = facts.get(part)?;
    if !wanted.is_budget() {
        return (wanted == Measure::Unstated).then(|| allotted(scope, id, part)).flatten();
    }
    // 全年预算为8万元 behind other figures of the paragraph is the budget of what the paragraph begins with.
    let headed = |f: &Fact| {
        let first = facts.in_paragraph(f.place.paragraph).next().and_then(|first| facts.get(first));
        !f.label.own && first.is_some_and(|first| first.label.key == own.label.key)
    };
    let budget = |f: &Fact| {
        let of_item = own.label.own && (f.label.key == own.label.key || headed(f));
        f.is_level() && f.is_like(own) && f.figure.is_plain() && f.measure.is_budget() && of_item
    };
    // 调整后预算 in an earlier paragraph, where the outturn is that of everything; 完成预算的97.5% may be of any of the budgets there.
    let of_all = |f: &Fact| {
        let named = f.measure == wanted || wanted == Measure::Budget && f.measure.is_budget();
        f.is_level() && f.is_like(own) && named && f.figure.is_plain()
    };
    let mut far: Vec<usize> = facts.pick(id + 1..(id + REACH).min(facts.list.len()), budget).collect();
    far.extend(facts.pick(id.saturating_sub(REACH)..id, |f| (!own.label.own || is_all(own)) && of_all(f)).rev());
    bears_out(scope, id, part, &far)
}

/// 下达地力保护补贴3120万元、…。…地力保护补贴支出3118.62万元，执行率99.96%: what the paragraphs before gave an item of this name, or
/// the budget of everything, where the figures speak for it.
fn allotted(scope: &Scope, id: usize, part: usize) -> Option<usize> {
    let facts = scope.facts;
    let own = facts.get(part)?;
    let item = |f: &Fact| f.label.key.trim_end_matches("支出").to_owned();
    let (key, all) = (item(own), !own.label.own || is_all(own));
    let named = |f: &Fact| f.label.own && key.chars().count() >= 3 && agree(&item(f), &key);
    let level = |f: &Fact| f.is_level() && f.is_like(own) && f.figure.is_plain() && !f.period.is_past(facts.year);
    let before = facts.pick(id.saturating_sub(REACH)..part, |f| level(f) && (named(f) || all && f.measure.is_budget()));
    let mut far: Vec<usize> = before.rev().collect();
    // 下达资金684万元，其中…，支出674万元，执行率98.5%: what the sentence begins with.
    let sentence = facts.in_sentence(facts.get(id)?.place.sentence).start;
    far.extend(facts.pick(sentence..part, |f| level(f) && f.figure.base() >= own.figure.base()).next());
    bears_out(scope, id, part, &far)
}

/// 全年实际支出: whether words name everything that was spent.
fn is_all(fact: &Fact) -> bool {
    ["支出", "总支出", "全年支出", "实际支出", "支出合计", "收入", "总收入"].contains(&fact.label.key.as_str())
}

/// The amount under which a rate holds, else the one that a slip of the pen keeps from it.
fn bears_out(scope: &Scope, id: usize, part: usize, far: &[usize]) -> Option<usize> {
    let fitting = far.iter().find(|b| scope.fits(&ratio(part, **b, id)));
    fitting.or_else(|| far.iter().find(|b| scope.is_likely_slip(&ratio(part, **b, id)))).copied()
}

/// A level whose words are only a verb: 执行482.5万元.
fn generic(fact: &Fact) -> bool {
    fact.label.key.chars().count() <= 3 || fact.measure == Measure::Outturn
}
