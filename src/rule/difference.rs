//! 增减额 — difference: `current − previous = change`. Cues C01–C16.
#![doc = include_str!("difference.md")]

mod adjustment;
pub(super) mod balance;
mod beyond;
mod carried;
mod done;
mod ends;
mod missing;
mod named;
mod net;
mod printed;
mod ranges;
mod removed;
mod rest;
mod risen;
mod several;
mod siblings;
mod stock;
mod unchanged;

use super::{Rule, Scope, Sink};
use crate::fact::{Fact, Role};
use crate::gather::Gather;
use crate::relation::{Equation, Kind, Reason, Relation, Source, Term};
use crate::text::{Mention, Range};

pub(super) const RULE: Rule = Rule { code: "C", name: "difference", find };

fn find(scope: &Scope, out: &mut Sink) {
    ranges::state(scope, out);
    let levels = printed::Levels::of(scope);
    for id in 0..scope.facts.list.len() {
        named::state(scope, id, out);
        match scope.facts.get(id).map(|f| f.role) {
            Some(Role::Change) if is_yearly(scope, id) || scope.facts.get(id).is_some_and(Fact::is_of_change) => {
                let range = scope.facts.span(&[id]);
                out.unchecked(RULE.name, "C01", range, vec![id], Reason::NoBase);
            }
            Some(Role::Change) if siblings::state(scope, id, out) || carried::state(scope, id, out) => {}
            Some(Role::Change) => change(scope, id, &levels, out),
            Some(Role::Rest) => rest::state(scope, id, out),
            Some(Role::Level) => {
                between(scope, id, out);
                rest::left(scope, id, out);
            }
            Some(Role::To) => {
                ends::state(scope, id, out);
                ends::step(scope, id, out);
            }
            _ => {}
        }
        beyond::state(scope, id, out);
        stock::state(scope, id, out);
        removed::state(scope, id, out);
        net::state(scope, id, out);
        adjustment::budget(scope, id, out);
    }
    unchanged::state(scope, out);
}

/// 由2180万人上升到2733万人，平均每年增加79万人: a yearly change is none between the ends.
fn is_yearly(scope: &Scope, id: usize) -> bool {
    let words = scope.facts.get(id).map_or("", |f| f.left.as_str());
    words.mentions_any(&["平均每", "每年", "年均", "每月", "月均"])
}

fn relation(cue: &'static str, kind: Kind, equation: Equation, range: Range, sure: bool) -> Relation {
    let warning = if kind == Kind::Bound { "W04" } else { "W45" };
    Relation { rule: RULE.name, cue, kind, source: Source::Asserted, equation, range, sure, warning }
}

/// `high − low = change`, by the direction of the words.
pub(super) fn movement(new: usize, old: usize, direction: i8, change: usize) -> Equation {
    let parts =
        if direction < 0 { vec![Term::plus(old), Term::minus(new)] } else { vec![Term::plus(new), Term::minus(old)] };
    Equation::Sum { parts, whole: vec![Term::plus(change)] }
}

/// C01–C04: 较上年80.1万元增加5.5万元.
fn change(scope: &Scope, id: usize, levels: &printed::Levels, out: &mut Sink) {
    let facts = scope.facts;
    let Some(fact) = facts.get(id).filter(|f| f.figure.is_plain() && !risen::is_of_points(f)) else { return };
    // The changes of parts may make it up as well.
    if out.computes(id) && !out.sums_to(id).any(|r| r.rule == "part_whole") {
        return;
    }
    let subject = facts.subject(id);
    let own = subject.and_then(|s| facts.get(s)).filter(|f| f.figure.is_plain() && f.is_like(fact));
    let Some((subject, current)) = subject.zip(own) else {
        printed::state(scope, id, levels, out);
        return;
    };
    let range = current.range.start.min(fact.range.start)..fact.range.end;
    if several::is_of_many(scope, id, subject) {
        return out.unchecked(RULE.name, "C04", range, vec![id], Reason::NoBase);
    }
    let equation = |base: usize| movement(subject, base, fact.direction, id);
    let mut candidates = facts.base(id, subject).candidates();
    if candidates.is_empty() {
        candidates.extend(bracketed(scope, id));
    }
    let holds = candidates.iter().any(|base| scope.fits(&equation(*base)));
    let several = || several::equation(scope, id, subject, &candidates, out);
    if let Some(equation) = (!holds).then(several).flatten() {
        return out.relation(relation("C01", Kind::Difference, equation, range, true));
    }
    if !holds && printed::state(scope, id, levels, out) {
        return;
    }
    if let ([base], false) = (candidates.as_slice(), holds)
        && let Some(whole) = whole_before(scope, (id, subject), *base, out)
    {
        let equation = movement(whole, *base, fact.direction, id);
        return out.relation(relation("C01", Kind::Difference, equation, range, true));
    }
    if candidates.is_empty() {
        candidates.extend(printed::elsewhere(scope, id, subject));
        if let Some(equation) = several::of_whole(scope, id, subject, out) {
            return out.relation(relation("C01", Kind::Difference, equation, range, true));
        }
    }
    match candidates.as_slice() {
        [] => match risen::below_zero(scope, id, subject, out) {
            Some(impossible) => out.relation(relation("C04", Kind::Bound, impossible, range, true)),
            None => out.unchecked(RULE.name, "C04", range, vec![id, subject], Reason::NoBase),
        },
        // 结余31万元。与上年支出820万元相比，增加65万元: an amount of the sentence before may be none of what is compared.
        [base] if current.place.sentence != fact.place.sentence && !is_near(scope, &equation(*base)) => {
            out.unchecked(RULE.name, "C01", range, vec![id, subject], Reason::Ambiguous);
        }
        [base] => out.relation(relation("C01", Kind::Difference, equation(*base), range, true)),
        many => match of_many(scope, (id, subject), many, fact.direction) {
            Some(base) => out.relation(relation("C01", Kind::Difference, equation(base), range, true)),
            None => out.unchecked(RULE.name, "C01", range, vec![id, subject], Reason::Ambiguous),
        },
    }
}

/// The one of several bases that a change holds with, else the one beside its subject, a slip of the pen aside: 预算286.50万元，决算271.84万元，
/// 决算比预算少14.66万元；上年预算….
fn of_many(scope: &Scope, (id, subject): (usize, usize), many: &[usize], direction: i8) -> Option<usize> {
    let equation = |base: usize| movement(subject, base, direction, id);
    let fitting: Vec<usize> = many.iter().copied().filter(|b| scope.fits(&equation(*b))).gather();
    match fitting[..] {
        [one] => Some(one),
        [] => beside(scope, id, subject, many).filter(|b| scope.is_stated_slip(&equation(*b))),
        _ => None,
    }
}

/// 实有263人：甲198人、乙65人；比上年的271人减少8人: the whole of the list that ends with the amount before a change, where the change is its own
/// whichever way it went, a slip of the pen aside.
fn whole_before(scope: &Scope, (id, subject): (usize, usize), base: usize, out: &Sink) -> Option<usize> {
    let facts = scope.facts;
    let fact = facts.get(id)?;
    let apart = facts.get(subject).is_some_and(|f| f.place.segment < fact.place.segment);
    let fits = |whole: &usize| {
        let ways = [1, -1].map(|way| movement(*whole, base, way, id));
        // 实有81人，其中甲17人、乙64人，比上年末的83人增加2人: within one part of the sentence only the figures say so.
        ways.iter().any(|e| scope.fits(e)) || apart && scope.is_likely_slip(&movement(*whole, base, fact.direction, id))
    };
    let named = facts.get(base).is_some_and(|f| f.place.clause == fact.place.clause);
    out.added_up(subject).filter(|whole| *whole < subject && named).find(fits)
}

/// Whether a comparison holds, but for a slip of the pen or the way of its change.
fn is_near(scope: &Scope, equation: &Equation) -> bool {
    scope.fits(equation) || scope.is_stated_slip(equation) || scope.exact(&equation.turned())
}

/// The one base that stands before a change in its part of the sentence, where its amount does too.
fn beside(scope: &Scope, id: usize, subject: usize, bases: &[usize]) -> Option<usize> {
    let segment = |fact: usize| scope.facts.get(fact).map(|f| f.place.segment);
    let mut near = bases.iter().copied().filter(|b| *b < id && segment(*b) == segment(id));
    let first = near.next().filter(|_| segment(subject) == segment(id));
    first.filter(|_| near.next().is_none())
}

/// 五年间增加53.4台（2014年98.3台）: the one amount in the bracket behind a change, of another year, or one that its words name again.
fn bracketed(scope: &Scope, id: usize) -> Option<usize> {
    let facts = scope.facts;
    let fact = facts.get(id)?;
    let inside = |other: usize| facts.get(other).is_some_and(|f| f.place.bracket == Some(fact.range.end));
    let past = |f: &Fact| f.is_level() && f.is_like(fact) && f.figure.is_plain() && f.period.is_past(facts.year);
    let lone = inside(id + 1) && !inside(id + 2) && facts.get(id + 1).is_some_and(|f| !f.label.own);
    let enclosed = (lone && facts.get(id + 1).is_some_and(past)).then_some(id + 1);
    // 较上年增加19个，上年为55个
    enclosed.or_else(|| facts.base_behind(id, |f| f.is_level() && f.is_like(fact)))
}

/// C12: 虚报1247人（上报4265人、实际3018人）: two amounts in a bracket, both more than the one before it, which lies between them.
fn between(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let Some(fact) = facts.get(id).filter(|f| f.is_amount() && f.figure.is_plain()) else { return };
    let Some([a, b]) = enclosed(scope, id).and_then(|pair| <[usize; 2]>::try_from(pair).ok()) else { return };
    let (Some(first), Some(last)) = (facts.get(a), facts.get(b)) else { return };
    let larger = [first, last].iter().all(|f| f.figure.base() > fact.figure.base());
    let (high, low) = if first.figure.base() < last.figure.base() { (b, a) } else { (a, b) };
    let equation = movement(high, low, 1, id);
    if larger && (scope.adds_up(&[low, id], high) || scope.is_likely_slip(&equation)) {
        let range = fact.range.start..last.range.end;
        out.relation(relation("C12", Kind::Difference, equation, range, false));
    }
}

/// 相差3件（45件、42件）: the two amounts stand in brackets behind their difference.
fn enclosed(scope: &Scope, id: usize) -> Option<Vec<usize>> {
    let facts = scope.facts;
    let fact = facts.get(id)?;
    let inside = |other: usize| {
        facts.get(other).is_some_and(|f| {
            f.is_level()
                && f.is_like(fact)
                && f.figure.is_plain()
                && f.place.depth > fact.place.depth
                && f.place.sentence == fact.place.sentence
        })
    };
    let opens = facts.text.at(fact.range.end) == Some('（');
    (opens && inside(id + 1) && inside(id + 2) && !inside(id + 3)).then(|| vec![id + 1, id + 2])
}
