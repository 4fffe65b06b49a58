//! 同比增长 — growth: `current = previous × (1 + rate)`. Cues D01–D12.
#![doc = include_str!("growth.md")]

use super::{Rule, Scope, Sink};
use crate::fact::{Fact, Period, Role};
use crate::number::Dimension;
use crate::relation::{Equation, Kind, Reason, Relation, Source, Term};
use crate::text::Range;

pub(super) const RULE: Rule = Rule { code: "D", name: "growth", page: include_str!("growth.md"), find };

fn find(scope: &Scope, out: &mut Sink) {
    for id in 0..scope.facts.list.len() {
        if scope.facts.get(id).is_some_and(|f| f.role == Role::Growth && f.figure.is_plain()) {
            growth(scope, id, out);
        }
    }
}

fn relation(cue: &'static str, equation: Equation, range: Range, sure: bool) -> Relation {
    Relation {
        rule: RULE.name,
        cue,
        kind: Kind::Growth,
        source: Source::Asserted,
        equation,
        range,
        sure,
        warning: "W02",
    }
}

/// The change that stands beside a rate: 增加1062.85万元，增长12.08%.
fn change_beside(scope: &Scope, id: usize) -> Option<usize> {
    let facts = scope.facts;
    let rate = facts.get(id)?;
    let near = |other: usize| {
        facts.get(other).filter(|f| {
            f.role == Role::Change
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
    let near = |other: usize| near(other).filter(|_| same_base(other));
    let before = id.checked_sub(1).filter(|b| near(*b).is_some());
    let after = near(id + 1).filter(|f| f.left.is_empty() || f.phrase.is_empty()).map(|_| id + 1);
    before.or(after)
}

fn growth(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let Some(rate) = facts.get(id) else { return };
    if out.computes(id) {
        return;
    }
    if facts.row(id).len() > 1 {
        // 分别增长…、…: rates in a row have bases in a row, which texts hardly ever print.
        return out.unchecked(RULE.name, "D10", rate.range.clone(), vec![id], Reason::NoBase);
    }
    let Some(subject) = facts.subject(id) else { return };
    let Some(current) = facts.get(subject) else { return };
    let range = current.range.start.min(rate.range.start)..rate.range.end;
    if !current.figure.is_plain() {
        return out.unchecked(RULE.name, "D01", range, vec![id, subject], Reason::Vague);
    }
    let change = change_beside(scope, id).filter(|c| facts.get(*c).is_some_and(|f| f.is_like(current)));
    let bases: Vec<usize> = facts
        .base(change.unwrap_or(id), subject)
        .candidates()
        .into_iter()
        .filter(|b| *b != subject && facts.get(*b).is_some_and(|f| f.is_like(current)))
        .collect();
    let ratio = |base: usize| Equation::Rate {
        part: vec![Term::plus(subject)],
        whole: vec![Term::plus(base)],
        less_one: true,
        sign: rate.direction,
        rate: id,
    };
    let implied = change.map(|c| Equation::Rate {
        part: vec![Term::plus(c)],
        whole: vec![Term::plus(subject), if rate.direction < 0 { Term::plus(c) } else { Term::minus(c) }],
        less_one: false,
        sign: 1,
        rate: id,
    });
    let missing_sign = rate.figure.unit.dimension == Dimension::Bare;
    let state = |cue, equation: Equation, sure: bool, out: &mut Sink| {
        if missing_sign && !scope.fits(&equation) {
            out.unchecked(RULE.name, cue, range.clone(), vec![id, subject], Reason::Ambiguous);
        } else {
            out.relation(relation(cue, equation, range.clone(), sure));
        }
    };
    let zero = |base: &usize| facts.get(*base).is_some_and(Fact::is_zero);
    match (bases.as_slice(), implied) {
        ([base], _) if zero(base) => {
            if !current.is_zero() {
                // D08: nothing grows from zero by a percentage.
                out.relation(Relation { warning: "W05", ..relation("D08", ratio(*base), range, true) });
            }
        }
        ([base], _) => state("D01", ratio(*base), true, out),
        ([], Some(equation)) => state("D02", equation, true, out),
        (many, _) => match many.iter().filter(|b| scope.fits(&ratio(**b))).collect::<Vec<_>>().as_slice() {
            [one] => state("D01", ratio(**one), true, out),
            [] if many.is_empty() => out.unchecked(RULE.name, "D10", range, vec![id, subject], Reason::NoBase),
            _ => out.unchecked(RULE.name, "D01", range, vec![id, subject], Reason::Ambiguous),
        },
    }
}
