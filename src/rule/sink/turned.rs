//! The way that words say against the way that figures go (方向相反): 比上年56.02万元增加2.86万元, where there are 53.16万元 now. A change or a
//! rate that no pair bears out as it is worded, and one pair the other way round to the last digit, is worded the wrong way.

use super::Sink;
use crate::fact::{Fact, Role};
use crate::gather::Gather;
use crate::relation::{Equation, Kind, Relation, Source, Term};
use crate::rule::Scope;

/// How many figures back the amount of now is looked for.
const REACH: usize = 24;
/// How many digits a change or a rate has at least that no pair bears out by chance.
const DIGITS: u32 = 3;

/// States every change and rate of growth that its words turn round.
pub(in crate::rule) fn settle(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let open = |f: &Fact| {
        matches!(f.role, Role::Change | Role::Growth)
            && f.direction != 0
            && f.cell.is_none()
            && f.figure.is_plain()
            && f.figure.digits() >= DIGITS
            && f.figure.value.is_sign_positive()
            && !f.is_of_change()
    };
    for id in facts.pick(0..facts.list.len(), open) {
        let Some(relation) = Some(id).filter(|id| !out.takes(*id)).and_then(|id| turned(scope, id)) else { continue };
        // What holds is worded right; a pair that fails far off was none.
        let stated = |r: &&mut Relation| r.equation.facts().1 == Some(id);
        match out.relations.iter_mut().find(stated) {
            None => out.relation(relation),
            Some(other) if scope.fits(&other.equation) || scope.is_stated_slip(&other.equation) => {}
            Some(other) => *other = relation,
        }
    }
}

/// What a change or a rate says of the only pair that it fits turned round.
fn turned(scope: &Scope, id: usize) -> Option<Relation> {
    let facts = scope.facts;
    let fact = facts.get(id)?;
    let grows = fact.role == Role::Growth;
    let equation = |now: usize, then: usize, way: i8| {
        if grows {
            let (part, whole) = (vec![Term::plus(now)], vec![Term::plus(then)]);
            return Equation::Rate { part, whole, less_one: true, sign: way, rate: id };
        }
        let (high, low) = if way < 0 { (then, now) } else { (now, then) };
        Equation::Sum { parts: vec![Term::plus(high), Term::minus(low)], whole: vec![Term::plus(id)] }
    };
    let telling = |id: usize| facts.get(id).map_or(0, |f| f.figure.digits());
    let like = |f: &Fact| f.is_amount() && f.figure.is_plain() && !f.is_zero() && f.cell.is_none();
    let past = |f: &Fact| {
        let told = f.role == Role::Base && f.direction != 0 || f.is_level() && f.period.is_past(facts.year);
        told && like(f) && (grows || f.is_like(fact)) && f.figure.digits() >= DIGITS
    };
    let thens: Vec<usize> = facts.pick(facts.in_sentence(fact.place.sentence), past).gather();
    if thens.is_empty() {
        return None;
    }
    let before = facts.in_paragraph(fact.place.paragraph).start.max(id.saturating_sub(REACH))..id;
    let now = |f: &Fact| like(f) && f.is_level() && !f.period.is_past(facts.year);
    let is_pair = |(now, then): &(usize, usize)| {
        let both = facts.get(*now).zip(facts.get(*then));
        // 2.6亿元 and 3.1亿元 are too short for a rate to tell of.
        let long = || telling(*now).min(telling(*then)) >= DIGITS && telling(*now).max(telling(*then)) > DIGITS;
        now != then && both.is_some_and(|(a, b)| a.is_like(b)) && long()
    };
    let pairs = |nows: &[usize]| -> Vec<(usize, usize)> {
        thens.iter().flat_map(|then| nows.iter().map(|now| (*now, *then))).filter(is_pair).gather()
    };
    let holds = |(now, then): (usize, usize), way: i8| {
        let equation = equation(now, then, way);
        if grows { scope.fits(&equation) } else { scope.exact(&equation) }
    };
    let is_right = |pairs: &[(usize, usize)]| pairs.iter().any(|pair| holds(*pair, fact.direction));
    // Most are worded right of an amount before them; only for the others it is asked of what they speak.
    let mut nows: Vec<usize> = facts.pick(before, now).gather();
    if is_right(&pairs(&nows)) {
        return None;
    }
    nows.extend(facts.subject(id));
    let pairs = pairs(&nows);
    let (now, then) = pairs.iter().rev().copied().find(|pair| holds(*pair, -fact.direction))?;
    if is_right(&pairs) {
        return None;
    }
    let equation = equation(now, then, fact.direction);
    let (rule, cue) = if grows { ("growth", "D01") } else { ("difference", "C01") };
    let kind = if grows { Kind::Growth } else { Kind::Difference };
    let range = facts.span(&equation.all());
    Some(Relation { rule, cue, kind, source: Source::Asserted, equation, range, sure: true, warning: "W04" })
}
