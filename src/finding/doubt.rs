//! Readings that are likelier wrong than the text (存疑的读法).
//!
//! Those who write reports slip by a digit, a unit or a base; what is computed is then near what is stated, or a slip explains it. Where
//! it is more than three times or less than a third of it, unexplained, and the sentence has another amount that could have been meant,
//! another one likely was: of the wrong alarms over rates in texts unseen before a third were so, of the faults found one in eighty.

use super::{Judged, blame, judge_all};
use crate::fact::{Fact, Facts, Role};
use crate::number::{Decimal, Exact};
use crate::relation::{Equation, Kind, LIKELY, Relation, Source, Term, Values, fits, rate_scale, slip};
use std::collections::HashSet;

/// How many times what is stated a computed amount is that no slip explains. Wrong bases, which are faults, give up to twice as much.
const FAR: Decimal = Decimal::from_parts(3, 0, 0, false, 0);

/// How many other amounts of a sentence are tried for one.
const MOST: usize = 24;

/// Takes the doubtful ones out of what was judged, in two lists: what stays, and what is better left open. Where just one of the other
/// amounts makes the relation hold, or all but hold, it is the one that was meant.
#[must_use]
pub fn set_apart(judged: Vec<Judged>, facts: &Facts) -> (Vec<Judged>, Vec<Judged>) {
    let values = Values::printed(facts);
    let is_doubtful = |j: &Judged| {
        let is_asserted = j.fails() && j.relation.source == Source::Asserted;
        is_asserted && is_far(j, &values) == Some(true) && !is_of_the_rest(&j.relation.equation, &values)
    };
    let doubtful: Vec<usize> = (0..).zip(&judged).filter(|(_, j)| is_doubtful(j)).map(|(at, _)| at).collect();
    if doubtful.is_empty() {
        return (judged, Vec::new());
    }
    let explained = blame::diagnose_some(&judged, facts, &doubtful);
    let is_open = |at: &usize| explained.get(at).is_none_or(|diagnosis| diagnosis.kind == "unexplained");
    let open: Vec<usize> = doubtful.into_iter().filter(is_open).collect();
    let stated: HashSet<Equation> = judged.iter().map(|j| j.relation.equation.clone()).collect();
    let (mut kept, mut left) = (Vec::new(), Vec::new());
    for (at, judged) in judged.into_iter().enumerate() {
        let others = if open.binary_search(&at).is_ok() { exchanged(&judged, facts) } else { Vec::new() };
        if others.is_empty() {
            kept.push(judged);
            continue;
        }
        match only(&others, |e| fits(e, &values)).or_else(|| only(&others, |e| slip(e, &values, Some(LIKELY)))) {
            // What another rule stated already is not said twice.
            Some(equation) if stated.contains(&equation) => {}
            Some(equation) => {
                kept.extend(judge_all(vec![Relation { equation, sure: false, ..judged.relation }], facts))
            }
            None => left.push(judged),
        }
    }
    (kept, left)
}

/// The only one of several equations of which something is so.
fn only(equations: &[Equation], is_so: impl Fn(&Equation) -> bool) -> Option<Equation> {
    let mut found = equations.iter().filter(|e| is_so(e));
    found.next().filter(|_| found.next().is_none()).cloned()
}

/// Whether what is computed is much more or much less than what is stated, whatever the direction: words that say the wrong one are a
/// fault of their own, and so is a rate on nothing.
fn is_far(judged: &Judged, values: &Values) -> Option<bool> {
    let (computed, stated) = match &judged.relation.equation {
        Equation::Rate { part, whole, less_one, sign, rate } => {
            let scale = rate_scale(values.figure(*rate)?);
            let whole = values.sum(whole)?;
            let base = if *less_one { whole.times(scale)? } else { Decimal::ZERO };
            let stated = whole.times(values.base(*rate)?)?;
            (values.sum(part)?.times(scale)?.minus(base)?, if *sign < 0 { -stated } else { stated })
        }
        Equation::Product { factors, per, result } => {
            let product = |ids: &[usize]| ids.iter().try_fold(Decimal::ONE, |all, id| all.times(values.base(*id)?));
            (product(factors)?, product(&per.iter().chain([result]).copied().collect::<Vec<_>>())?)
        }
        Equation::Sum { parts, whole } if judged.relation.kind == Kind::Difference => {
            (values.sum(parts)?, values.sum(whole)?)
        }
        _ => return None,
    };
    let (more, less) = (computed.abs().max(stated.abs()), computed.abs().min(stated.abs()));
    Some(!less.is_zero() && more > less.times(FAR)?)
}

/// Whether a rate is that of the rest: 节约5万元，节约率95%, which is a fault of its own.
fn is_of_the_rest(equation: &Equation, values: &Values) -> bool {
    let Equation::Rate { part, whole, less_one: false, sign, rate } = equation else { return false };
    let taken = part.iter().map(|term| Term { sign: -term.sign, ..*term });
    let rest = whole.iter().copied().chain(taken).collect();
    let rest = Equation::Rate { part: rest, whole: whole.clone(), less_one: false, sign: *sign, rate: *rate };
    fits(&rest, values)
}

/// The equation with each other amount of the sentence in the place of each that it is computed from and that is of its kind.
fn exchanged(judged: &Judged, facts: &Facts) -> Vec<Equation> {
    let equation = &judged.relation.equation;
    let (operands, result) = equation.facts();
    let Some(stated) = result.or_else(|| operands.last().copied()).and_then(|id| facts.get(id)) else {
        return Vec::new();
    };
    let sentence = facts.in_sentence(stated.place.sentence);
    // 老人8万人，占总人口31万人的26%；高龄老人1万人，占老人的3%: what the words of another share call its whole is none of this one.
    let share = judged.relation.rule == "share";
    let told = move |f: &Fact| share && f.role == Role::Base && f.left.starts_with('占');
    let others = |own: &Fact| {
        let own = own.clone();
        facts.pick(sentence.clone(), move |f| f.is_amount() && f.is_like(&own) && !told(f))
    };
    let pairs = operands.iter().filter_map(|id| Some((*id, facts.get(*id)?)));
    let pairs = pairs.flat_map(|(id, own)| others(own).take(MOST).map(move |other| (id, other)));
    pairs.filter(|(_, other)| !judged.facts.contains(other)).map(|(id, other)| equation.with(id, other)).collect()
}
