//! 增减额 — difference: `current − previous = change`. Cues C01–C14.
#![doc = include_str!("difference.md")]

mod adjustment;
mod ends;
mod named;
mod printed;
mod ranges;
mod unchanged;

use super::{Rule, Scope, Sink};
use crate::fact::{Fact, Role};
use crate::number::{Decimal, Dimension};
use crate::relation::{Equation, Kind, Order, Reason, Relation, Source, Term};
use crate::text::Range;

pub(super) const RULE: Rule = Rule { code: "C", name: "difference", find };

fn find(scope: &Scope, out: &mut Sink) {
    ranges::state(scope, out);
    let levels = printed::Levels::of(scope);
    for id in 0..scope.facts.list.len() {
        named::state(scope, id, out);
        match scope.facts.get(id).map(|f| f.role) {
            Some(Role::Change) => change(scope, id, &levels, out),
            Some(Role::Rest) => rest(scope, id, out),
            Some(Role::Level) => between(scope, id, out),
            Some(Role::To) => {
                ends::state(scope, id, out);
                ends::step(scope, id, out);
            }
            _ => {}
        }
        adjustment::net(scope, id, out);
        adjustment::budget(scope, id, out);
    }
    unchanged::state(scope, out);
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
    let Some(fact) = facts.get(id).filter(|f| f.figure.is_plain()) else { return };
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
    let equation = |base: usize| movement(subject, base, fact.direction, id);
    let mut candidates = facts.base(id, subject).candidates();
    if candidates.is_empty() {
        candidates.extend(bracketed(scope, id));
    }
    let holds = candidates.iter().any(|base| scope.fits(&equation(*base)));
    if !holds && printed::state(scope, id, levels, out) {
        return;
    }
    if candidates.is_empty() {
        // 较2021年度增加1.68万元: what another section gives for that year, where it makes the change to the last digit.
        let elsewhere = facts.in_named_year(id, subject, &facts.comparison(id));
        candidates.extend(elsewhere.into_iter().find(|b| scope.exact(&equation(*b))));
    }
    match candidates.as_slice() {
        [] => {
            // A fall cannot start below zero: 0万元，比上年增加5万元 had a negative base.
            let impossible =
                Equation::Order { left: vec![Term::plus(subject)], order: Order::AtLeast, right: vec![Term::plus(id)] };
            let negative = fact.direction > 0
                && current.figure.value >= Decimal::ZERO
                && !scope.fits(&impossible)
                && !facts.comparison(id).is_empty();
            if negative {
                out.relation(relation("C04", Kind::Bound, impossible, range, true));
            } else {
                out.unchecked(RULE.name, "C04", range, vec![id, subject], Reason::NoBase);
            }
        }
        [base] => out.relation(relation("C01", Kind::Difference, equation(*base), range, true)),
        many => match many.iter().filter(|b| scope.fits(&equation(**b))).collect::<Vec<_>>().as_slice() {
            [one] => out.relation(relation("C01", Kind::Difference, equation(**one), range, true)),
            // 预算286.50万元，决算271.84万元，决算比预算少14.66万元；上年预算…: the one beside the subject, a slip of the pen aside.
            none => match beside(scope, id, subject, many).filter(|b| scope.is_stated_slip(&equation(*b))) {
                Some(base) if none.is_empty() => {
                    out.relation(relation("C01", Kind::Difference, equation(base), range, true))
                }
                _ => out.unchecked(RULE.name, "C01", range, vec![id, subject], Reason::Ambiguous),
            },
        },
    }
}

/// The one base that stands before a change in its part of the sentence, where its amount does too.
fn beside(scope: &Scope, id: usize, subject: usize, bases: &[usize]) -> Option<usize> {
    let segment = |fact: usize| scope.facts.get(fact).map(|f| f.place.segment);
    let mut near = bases.iter().copied().filter(|b| *b < id && segment(*b) == segment(id));
    let first = near.next().filter(|_| segment(subject) == segment(id));
    first.filter(|_| near.next().is_none())
}

/// 五年间增加53.4台（2014年98.3台）: the one amount in the bracket behind a change, of another year.
fn bracketed(scope: &Scope, id: usize) -> Option<usize> {
    let facts = scope.facts;
    let fact = facts.get(id)?;
    let inside = |other: usize| facts.get(other).is_some_and(|f| f.place.bracket == Some(fact.range.end));
    let past = |f: &Fact| f.is_level() && f.is_like(fact) && f.figure.is_plain() && f.period.is_past(facts.year);
    let lone = inside(id + 1) && !inside(id + 2) && !facts.get(id + 1)?.label.own;
    (lone && facts.get(id + 1).is_some_and(past)).then_some(id + 1)
}

/// C05, C09: what budget and outturn leave: 预算50万元，实支46.3万元，节约3.7万元.
fn rest(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let Some(fact) = facts.get(id).filter(|f| f.figure.is_plain()) else { return };
    // 收入88620万元，为预算120000万元的73.85%，短收31380万元: the base of a rate counts.
    let stated = |f: &Fact| f.is_level() || f.role == Role::Base && f.direction == 0;
    let mut before: Vec<usize> = facts
        .pick(facts.in_sentence(fact.place.sentence).start..id, |f| {
            stated(f) && f.is_like(fact) && f.figure.is_plain() && f.place.depth == fact.place.depth
        })
        .collect();
    if let ([budget], true) = (before.as_slice(), fact.left.contains("预算")) {
        before.splice(..0, outturn(scope, *budget, id));
    }
    if let [spent] = before.as_slice() {
        before.splice(..0, budget(scope, *spent, id));
    }
    let after = enclosed(scope, id).filter(|_| fact.left.contains('差'));
    let [.., a, b] = after.as_deref().unwrap_or(&before) else { return };
    let Some((first, last)) = facts.get(*a).zip(facts.get(*b)) else { return };
    let range = first.range.start.min(fact.range.start)..fact.range.end.max(last.range.end);
    let equations = [(*a, *b), (*b, *a)].map(|(high, low)| Equation::Sum {
        parts: vec![Term::plus(high), Term::minus(low)],
        whole: vec![Term::plus(id)],
    });
    let [down, up] = equations;
    let chosen = if (fact.direction > 0 && !scope.fits(&down)) || scope.fits(&up) { up } else { down };
    // 结余30万元上缴，结余20万元结转: what is left may be told in two.
    let rests: Vec<usize> = facts
        .pick(facts.in_sentence(fact.place.sentence), |f| f.role == Role::Rest && f.is_like(fact))
        .filter(|other| *other != id)
        .collect();
    if !rests.is_empty() && !scope.fits(&chosen) {
        let Equation::Sum { parts, mut whole } = chosen else { return };
        whole.extend(rests.iter().map(|other| Term::plus(*other)));
        let all = Equation::Sum { parts, whole };
        if scope.fits(&all) {
            out.relation(relation("C05", Kind::Difference, all, range, true));
        }
        return;
    }
    // 全年预算…，实际执行…，执行率97.61%，未执行的…: of several amounts before, the one that the rate between is of.
    let confirmed = || budget(scope, *b, id).map(|whole| movement(whole, *b, 1, id));
    let chosen = if before.len() > 2 && !scope.fits(&chosen) { confirmed() } else { Some(chosen) };
    let Some(chosen) = chosen else { return };
    if before.len() >= 2 || after.is_some() || scope.fits(&chosen) {
        let cue = match fact.left.as_str() {
            words if words.contains("缺口") => "C09",
            words if words.contains('差') => "C12",
            _ => "C05",
        };
        out.relation(relation(cue, Kind::Difference, chosen, range, true));
    }
}

/// 项目预算540万元，…。实际支出513万元，预算执行率95%，结余27万元: the budget of which the rate between makes what was spent.
fn budget(scope: &Scope, spent: usize, rest: usize) -> Option<usize> {
    let facts = scope.facts;
    let own = facts.get(spent)?;
    let rate =
        facts.pick(spent + 1..rest, |f| f.figure.is_plain() && f.figure.unit.dimension == Dimension::Percent).next()?;
    let ratio = |whole: usize| Equation::Rate {
        part: vec![Term::plus(spent)],
        whole: vec![Term::plus(whole)],
        less_one: false,
        sign: 1,
        rate,
    };
    let level = |f: &Fact| f.is_level() && f.is_like(own) && f.figure.is_plain() && f.place.depth == own.place.depth;
    let mut found = facts
        .pick(facts.in_paragraph(own.place.paragraph).start..spent, level)
        .filter(|whole| facts.get(rate).is_some_and(|f| f.figure.digits() >= 2) && scope.fits(&ratio(*whole)));
    let first = found.next()?;
    let single = found.all(|other| facts.base_value(other) == facts.base_value(first));
    // What was carried over from the year before may be in the rest as well, so that only a slip contradicts it.
    let left = movement(first, spent, 1, rest);
    (single && (scope.fits(&left) || scope.is_stated_slip(&left))).then_some(first)
}

/// 公用经费301.94万元，…。公用经费年初预算320万元，比预算节约18.06万元: the outturn of the item that the budget before a rest names.
fn outturn(scope: &Scope, budget: usize, rest: usize) -> Option<usize> {
    let facts = scope.facts;
    let own = facts.get(budget).filter(|f| f.measure.is_budget() && f.label.own)?;
    let spent = |f: &Fact| f.is_level() && f.is_like(own) && f.figure.is_plain() && !f.measure.is_budget();
    let named = facts.of_item(&own.label.key).iter().rev().copied().filter(|id| *id < budget);
    let equation =
        |id: usize| Equation::Sum { parts: vec![Term::plus(budget), Term::minus(id)], whole: vec![Term::plus(rest)] };
    let mut found = named.filter(|id| facts.get(*id).is_some_and(|f| spent(f) && !f.period.is_past(facts.year)));
    found.find(|id| scope.fits(&equation(*id)) || scope.is_likely_slip(&equation(*id)))
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
