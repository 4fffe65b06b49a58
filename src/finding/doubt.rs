//! Readings that are likelier wrong than the text (存疑的读法).
//!
//! Those who write reports slip by a digit, a unit or a base; a slip then explains what is stated. Where nothing does, and the words
//! do not say by themselves what is compared with what, the reading is likelier wrong than the text: of the wrong alarms in texts unseen
//! before two in five were so, of the faults found one in fifteen. Such a relation is no more than a suspect, and where it is more than
//! three times off, or was only a guess before, it is left open. There it may also be of another amount of the sentence, whatever its words: just one that makes it
//! hold is the one that was meant. So it is with what the clause of a statement leaves out, however near it is.

use super::{Judged, blame, judge_all};
use crate::fact::{Fact, Facts, Period, Role};
use crate::gather::Gather;
use crate::number::{Decimal, Dimension, Exact};
use crate::relation::{Equation, Kind, LIKELY, Relation, Source, Term, Values, fits, rate_scale, slip};
use crate::text::Range;
use std::collections::HashSet;

/// How many times what is stated a computed amount is that no slip explains. Wrong bases, which are faults, give up to twice as much.
const FAR: Decimal = Decimal::from_parts(3, 0, 0, false, 0);

/// How many times off an amount is that no words speak for: a count beside an amount of money, a price beside what was spent in all.
const ABSURD: Decimal = Decimal::ONE_HUNDRED;

/// How many other amounts are tried for one, the last of them.
const MOST: usize = 24;

/// Takes the doubtful ones out of what was judged, in two lists: what stays, and what is better left open.
#[must_use]
pub fn set_apart(judged: Vec<Judged>, facts: &Facts) -> (Vec<Judged>, Vec<Judged>) {
    let values = Values::printed(facts);
    let is_computed = |j: &Judged| {
        let is_asserted = j.fails() && j.relation.source == Source::Asserted;
        is_asserted && is_off(j, FAR, &values).is_some() && !is_turned(&j.relation.equation, &values)
    };
    let failing: Vec<usize> = (0..).zip(&judged).filter(|(_, j)| is_computed(j)).map(|(at, _)| at).gather();
    if failing.is_empty() {
        return (judged, Vec::new());
    }
    let explained = blame::diagnose_some(&judged, facts, &failing);
    let found = |at: &usize| {
        let kind = explained.get(at).map_or("unexplained", |diagnosis| diagnosis.kind.as_str());
        Some((*at, fate(judged.get(*at)?, kind, facts, &values)))
    };
    let fates: Vec<(usize, Fate)> = failing.iter().filter_map(found).gather();
    let is_meant = fates.iter().any(|(_, fate)| matches!(fate, Fate::Meant(_)));
    let all = judged.iter().filter(|_| is_meant);
    let stated: HashSet<Equation> = all.map(|j| j.relation.equation.clone()).collect();
    let mut fates = fates.into_iter().peekable();
    let (mut kept, mut left) = (Vec::with_capacity(judged.len()), Vec::new());
    for (at, judged) in judged.into_iter().enumerate() {
        match fates.next_if(|(failing, _)| *failing == at).map_or(Fate::Stays, |(_, fate)| fate) {
            Fate::Stays => kept.push(judged),
            Fate::Suspect => kept.push(Judged { relation: Relation { sure: false, ..judged.relation }, ..judged }),
            Fate::Open => left.push(judged),
            // What another rule stated already is not said twice.
            Fate::Meant(equation) if stated.contains(&equation) => {}
            Fate::Meant(equation) => {
                kept.extend(judge_all(vec![Relation { equation, sure: false, ..judged.relation }], facts));
            }
        }
    }
    (kept, left)
}

/// What becomes of a failing relation.
enum Fate {
    /// It is a fault.
    Stays,
    /// It is a suspect at most.
    Suspect,
    /// It is left open.
    Open,
    /// It was another one that the text meant.
    Meant(Equation),
}

fn fate(judged: &Judged, kind: &str, facts: &Facts, values: &Values) -> Fate {
    if let Some(equation) =
        of_the_change(&judged.relation.equation, facts, values).or_else(|| of_the_past(judged, facts, values))
    {
        return Fate::Meant(equation);
    }
    if !matches!(kind, "wrongBase" | "lastYear" | "copied")
        && let Some(equation) = only(&taken_over(judged, facts), |e| fits(e, values))
    {
        return Fate::Meant(equation);
    }
    // 核定税款820万元，多缴36万元，增长5.2%: 多 and 少 that compare with nothing need not be what the rate speaks of.
    let bare = |term: &Term| facts.get(term.fact).is_some_and(Fact::is_bare_change);
    if let Equation::Rate { whole, .. } = &judged.relation.equation
        && whole.len() == 2
        && whole.iter().any(bare)
    {
        return if kind == "oneDigit" { Fate::Suspect } else { Fate::Open };
    }
    let is_far = is_off(judged, FAR, values) == Some(true);
    // 发电量达到126亿千瓦时，占全国的1%, under the headline 全国发电量126亿千瓦时: what is as much as the part is its whole nowhere.
    if is_far && is_its_own_whole(&judged.relation.equation, values) {
        return Fate::Open;
    }
    if is_explained(judged, kind, is_far, values) {
        return Fate::Stays;
    }
    let is_told = is_told(judged, is_far) && is_off(judged, ABSURD, values) != Some(true);
    let others = if is_far { exchanged(judged, facts) } else { Vec::new() };
    match meant(&others, values) {
        Some(equation) => Fate::Meant(equation),
        None if is_contrary(judged, facts, values) => Fate::Open,
        None if is_told && others.is_empty() => Fate::Stays,
        None if is_far || !judged.relation.sure => Fate::Open,
        None => Fate::Suspect,
    }
}

/// 2016年收入15.9亿元。…2017年收入30.3亿元，同比减少19.1亿元, in the draft of a budget (预算草案): whether amounts of two sentences go the other way than the
/// words between them say. A budget is compared with the budget of the year before, which its report need not print.
fn is_contrary(judged: &Judged, facts: &Facts, values: &Values) -> bool {
    let sentence = |id: &usize| facts.get(*id).map(|f| f.place.sentence);
    let (operands, _) = judged.relation.equation.facts();
    let apart = operands.windows(2).any(|pair| matches!(pair, [a, b] if sentence(a) != sentence(b)));
    let contrary = |(computed, stated): (Decimal, Decimal)| {
        let (zero, opposite) = (Decimal::ZERO, computed.is_sign_negative() != stated.is_sign_negative());
        opposite && computed != zero && stated != zero
    };
    let compares = match &judged.relation.equation {
        Equation::Rate { less_one, .. } => *less_one,
        Equation::Sum { .. } => judged.relation.kind == Kind::Difference,
        _ => false,
    };
    apart && compares && facts.text.from(0).contains("草案") && sides(judged, values).is_some_and(contrary)
}

/// Whether a share that is not all would be of an amount as large as its part.
fn is_its_own_whole(equation: &Equation, values: &Values) -> bool {
    let Equation::Rate { part, whole, less_one: false, rate, .. } = equation else { return false };
    let same = || values.sum(part).is_some_and(|part| values.sum(whole) == Some(part));
    part.len() == 1
        && whole.len() == 1
        && same()
        && values.figure(*rate).is_some_and(|f| f.base().is_some_and(|stated| stated < rate_scale(f)))
}

/// Whether a diagnosis explains why a relation fails. Another base does so of what is near; of a rate that is far off, the base that the
/// rule took is likelier the wrong one.
fn is_explained(judged: &Judged, kind: &str, is_far: bool, values: &Values) -> bool {
    let is_rate = matches!(judged.relation.equation, Equation::Rate { .. });
    // 学习班31个，扫盲班3个，入学率100%: of small numbers one digit explains anything.
    let is_short = |id: &usize| values.figure(*id).is_some_and(|f| f.unit.is_whole() && f.value < Decimal::TEN);
    let is_guess =
        is_rate && is_far && !judged.relation.sure && judged.relation.equation.facts().0.iter().any(is_short);
    match kind {
        "oneDigit" | "digitsExchanged" | "unitSlip" if is_guess => false,
        "unexplained" => false,
        "wrongBase" | "lastYear" | "copied" if is_rate && is_far => {
            let equation = &judged.relation.equation;
            slip(equation, values, None) || equation.of_the_rest().is_some_and(|rest| fits(&rest, values))
        }
        _ => true,
    }
}

/// Whether only the direction is wrong, which is a fault of its own.
fn is_turned(equation: &Equation, values: &Values) -> bool {
    let turns = matches!(equation, Equation::Rate { .. } | Equation::Sum { .. });
    turns && fits(&equation.turned(), values)
}

/// 支出多108.99万元，增长3.65%; 超出预算4482.50万元，完成101.66%: the relation where the amount is the change and not what it changed to,
/// if it holds. Whoever writes 增长105% for 5% has an amount that is no small part of its base, and in 由12.5天压缩到4.5天 the second is no change.
fn of_the_change(equation: &Equation, facts: &Facts, values: &Values) -> Option<Equation> {
    let Equation::Rate { part, whole, less_one, sign, rate } = equation else { return None };
    if part.iter().any(|term| facts.get(term.fact).is_some_and(|f| f.role == Role::To)) {
        return None;
    }
    let figure = values.figure(*rate)?;
    let (stated, all) = (figure.base()?, rate_scale(figure));
    let is_small = |rate: Decimal| rate > Decimal::ZERO && rate.times(Decimal::TWO).is_some_and(|twice| twice < all);
    let part = match less_one {
        true if is_small(stated) => part.clone(),
        false if is_small(stated.minus(all)?) => [part.as_slice(), whole].concat(),
        _ => return None,
    };
    let sign = if *less_one { 1 } else { *sign };
    let changed = Equation::Rate { part, whole: whole.clone(), less_one: false, sign, rate: *rate };
    fits(&changed, values).then_some(changed)
}

/// 2022年支出16452万元，2023年减少465万元，下降2.8%; 2022年为27.15万元，2023年为25.49万元，下降6.11%: the relation over the amount that its
/// words give to an earlier year, where the rule took that one for the later, if it holds.
fn of_the_past(judged: &Judged, facts: &Facts, values: &Values) -> Option<Equation> {
    let Equation::Rate { part, whole, less_one, sign, rate } = &judged.relation.equation else { return None };
    let period = |term: &Term| facts.get(term.fact).map(|fact| fact.period.resolved(facts.year));
    let is_before = |one: &Term, other: &Term| match (period(one), period(other)) {
        (Some(Period::Year(one)), Some(Period::Year(other))) => one < other,
        _ => false,
    };
    let (part, whole) = match (part.as_slice(), whole.as_slice()) {
        ([now], [base]) if *less_one && is_before(now, base) => (whole.clone(), part.clone()),
        ([change], [level, _]) if !less_one && is_of_earlier(level, facts) => (vec![*change], vec![*level]),
        _ => return None,
    };
    let sign = if *less_one { *sign } else { 1 };
    let past = Equation::Rate { part, whole, less_one: *less_one, sign, rate: *rate };
    fits(&past, values).then_some(past)
}

/// Whether an amount is of a year before the one that its document is about.
fn is_of_earlier(term: &Term, facts: &Facts) -> bool {
    facts.get(term.fact).is_some_and(|fact| fact.period.is_past(facts.year))
}

/// Whether the words alone tell what is compared with what: a share or a growth of which the base is an amount of the text, and a
/// difference that is not far from what is stated.
fn is_told(judged: &Judged, is_far: bool) -> bool {
    let is_one = matches!(&judged.relation.equation, Equation::Rate { whole, .. } if whole.len() == 1);
    match judged.relation.kind {
        // “双师型”占比75% behind other amounts: a share of which only the place speaks for its part, and that is far off, tells nothing.
        Kind::Share | Kind::Growth => is_one && (judged.relation.sure || !is_far),
        Kind::Difference => !is_far && !matches!(judged.relation.equation, Equation::Rate { .. }),
        _ => false,
    }
}

/// How many digits a rate has at least that both another amount and a slip would have to explain.
const DIGITS: u32 = 3;

/// The one of several equations that was meant: just one holds, or of a rate with digits enough all but holds.
fn meant(others: &[Equation], values: &Values) -> Option<Equation> {
    let told = |e: &Equation| match e {
        Equation::Rate { rate, .. } => values.figure(*rate).is_some_and(|f| f.digits() >= DIGITS),
        _ => false,
    };
    only(others, |e| fits(e, values)).or_else(|| only(others, |e| told(e) && slip(e, values, Some(LIKELY))))
}

/// The only one of several equations of which something is so.
fn only(equations: &[Equation], is_so: impl Fn(&Equation) -> bool) -> Option<Equation> {
    equations.iter().filter(|e| is_so(e)).single().cloned()
}

/// Whether what is computed is more or less than what is stated so many times, whatever the direction: words that say the wrong one are a
/// fault of their own, and so is a rate on nothing.
fn is_off(judged: &Judged, times: Decimal, values: &Values) -> Option<bool> {
    let (computed, stated) = sides(judged, values)?;
    let (more, less) = (computed.abs().max(stated.abs()), computed.abs().min(stated.abs()));
    Some(!less.is_zero() && more > less.times(times)?)
}

/// What is computed and what is stated, of a rate both times its base; none of what is no computation, or over nothing.
fn sides(judged: &Judged, values: &Values) -> Option<(Decimal, Decimal)> {
    Some(match &judged.relation.equation {
        Equation::Rate { part, whole, less_one, sign, rate } => {
            let scale = rate_scale(values.figure(*rate)?);
            // A rate on nothing is a fault of its own.
            let whole = values.sum(whole).filter(|whole| !whole.is_zero())?;
            let base = if *less_one { whole.times(scale)? } else { Decimal::ZERO };
            let stated = whole.times(values.base(*rate)?)?;
            (values.sum(part)?.times(scale)?.minus(base)?, if *sign < 0 { -stated } else { stated })
        }
        Equation::Product { factors, per, result } => {
            let product = |ids: &[usize]| ids.iter().try_fold(Decimal::ONE, |all, id| all.times(values.base(*id)?));
            (product(factors)?, product(&per.iter().chain([result]).copied().gather())?)
        }
        Equation::Sum { parts, whole } if judged.relation.kind == Kind::Difference => {
            (values.sum(parts)?, values.sum(whole)?)
        }
        _ => return None,
    })
}

/// 支出386万元，年初预算450万元，较上年412万元减少26万元: the equations with another amount in the place of one that the clause of what is
/// stated does not give: what has changed, and the whole of a share that names none. 与上年460万元相比，下降8.7% may speak of any amount of its
/// paragraph. A budget never takes the place of what was spent, which it often is to the last digit.
fn taken_over(judged: &Judged, facts: &Facts) -> Vec<Equation> {
    let equation = &judged.relation.equation;
    let (operands, result) = equation.facts();
    let Some(stated) = result.and_then(|id| facts.get(id)) else { return Vec::new() };
    let is_here = |fact: &Fact| (fact.place.segment, fact.place.clause) == (stated.place.segment, stated.place.clause);
    let is_left_out = |id: &usize| match equation {
        Equation::Sum { .. } => facts.get(*id).is_some_and(|fact| !is_here(fact)),
        Equation::Rate { whole, less_one: false, .. } => {
            stated.phrase.is_empty() && stated.left.ends_with('占') && whole.iter().any(|term| term.fact == *id)
        }
        Equation::Rate { part, whole, less_one: true, .. } => {
            let is_said = |term: &Term| facts.get(term.fact).is_some_and(|f| f.place.sentence == stated.place.sentence);
            whole.iter().all(is_said) && part.iter().any(|term| term.fact == *id && !is_said(term))
        }
        _ => false,
    };
    let could = |(id, other): &(usize, usize)| {
        let is_budget = |id: usize| facts.get(id).is_some_and(|fact| fact.measure.is_budget());
        is_left_out(id) && (is_budget(*id) || !is_budget(*other))
    };
    if !operands.iter().any(is_left_out) {
        return Vec::new();
    }
    let sentence = facts.in_sentence(stated.place.sentence);
    let range = match equation {
        Equation::Rate { less_one: true, .. } => facts.in_paragraph(stated.place.paragraph).start..sentence.end,
        _ => sentence,
    };
    exchanges(judged, facts, range).into_iter().filter(could).map(|(id, other)| equation.with(id, other)).gather()
}

/// The equation with each other amount of the sentence in the place of each that it is computed from.
fn exchanged(judged: &Judged, facts: &Facts) -> Vec<Equation> {
    let equation = &judged.relation.equation;
    let (operands, result) = equation.facts();
    let stated = result.or_else(|| operands.last().copied()).and_then(|id| facts.get(id));
    let pairs = stated.map(|stated| exchanges(judged, facts, facts.in_sentence(stated.place.sentence)));
    pairs.into_iter().flatten().map(|(id, other)| equation.with(id, other)).gather()
}

/// Each amount that an equation is computed from with each other one of a range that is of its kind.
fn exchanges(judged: &Judged, facts: &Facts, range: Range) -> Vec<(usize, usize)> {
    // 老人8万人，占总人口31万人的26%；高龄老人1万人，占老人的3%: what the words of another share call its whole is none of this one.
    let share = judged.relation.rule == "share";
    let told = |f: &Fact| share && f.role == Role::Base && f.left.starts_with('占');
    let mut pairs = Vec::new();
    for id in judged.relation.equation.facts().0 {
        let Some(own) = facts.get(id) else { continue };
        let is_rate = own.figure.unit.dimension == Dimension::Percent;
        // 甲增支8736万元，增长26.9%；乙增支39776万元: what is only a change is not what something changed from or to.
        let level = |f: &Fact| own.role == Role::Change || f.role != Role::Change;
        // 优（90分及以上）: what is only bounded makes anything hold.
        let could =
            |f: &Fact| (is_rate || f.is_amount()) && f.is_like(own) && f.figure.is_plain() && !told(f) && level(f);
        let others = facts.pick(range.clone(), could);
        pairs.extend(others.rev().take(MOST).filter(|other| !judged.facts.contains(other)).map(|other| (id, other)));
    }
    pairs
}
