//! Forecasts in ranges: 净利润70万元到84万元，与上年同期相比减少864万元到878万元，同比减少91.14%到92.62%.
//!
//! The ends cross over: the greatest profit gives the least fall. The base may stand anywhere as the amount of 上年同期.

use super::{movement, relation};
use crate::fact::{Fact, Facts, Role};
use crate::gather::Gather;
use crate::number::Figure;
use crate::relation::{Equation, Kind, Relation, Source, Term};
use crate::rule::{Scope, Sink};

/// How many facts before and behind the ranges their base may stand.
const REACH: usize = 600;

/// States the differences and growths of all pairs of ranges.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    for first in 0..facts.list.len() {
        let Some(change) =
            facts.get(first).filter(|f| matches!(f.role, Role::Change | Role::Growth) && is_pair(facts, first))
        else {
            continue;
        };
        let levels = |f: &Fact| f.is_level() && f.figure.is_plain() && f.place.depth <= change.place.depth;
        let low = facts
            .pick(facts.in_sentence(change.place.sentence).start..first, levels)
            .rev()
            .find(|id| is_pair(facts, *id));
        if let Some(low) = low {
            pair(scope, low, first, change, out);
        }
    }
}

/// Whether a figure and the next are the ends of a range.
fn is_pair(facts: &Facts, id: usize) -> bool {
    let like = |(a, b): (&Fact, &Fact)| a.figure.unit == b.figure.unit && a.figure.is_plain() && b.figure.is_plain();
    matches!(facts.between(id, id + 1), "到" | "至" | "～" | "~" | "-" | "—")
        && facts.get(id).zip(facts.get(id + 1)).is_some_and(like)
}

fn pair(scope: &Scope, low: usize, first: usize, change: &Fact, out: &mut Sink) {
    let facts = scope.facts;
    let Some(own) = facts.get(low) else { return };
    // A fall is least where the amount is greatest.
    let ends =
        if change.direction < 0 { [(low + 1, first), (low, first + 1)] } else { [(low, first), (low + 1, first + 1)] };
    let equation = |amount: usize, base: usize, stated: usize| match change.role {
        Role::Change => movement(amount, base, change.direction, stated),
        _ => Equation::Rate {
            part: vec![Term::plus(amount)],
            whole: vec![Term::plus(base)],
            less_one: true,
            sign: change.direction,
            rate: stated,
        },
    };
    let past = |f: &Fact| {
        let base = f.is_level() || f.role == Role::Base && f.direction == 0;
        base && f.is_like(own) && f.period.is_past(facts.year) && f.figure.is_plain()
    };
    let reach = first.saturating_sub(REACH)..facts.list.len().min(first + REACH);
    let bases: Vec<usize> = facts.pick(reach, past).gather();
    let fits = |base: usize| ends.iter().filter(|(own, stated)| scope.fits(&equation(*own, base, *stated))).count();
    let fitting = bases.iter().map(|b| (fits(*b), *b)).max_by_key(|(ends, _)| *ends).filter(|(ends, _)| *ends > 0);
    // A wrong digit in the base lets neither end fit; then both miss by a slip.
    let slips = |base: &usize| ends.iter().all(|(own, stated)| scope.is_likely_slip(&equation(*own, *base, *stated)));
    let slipped = || {
        // What is printed again is asked once.
        let mut asked: Vec<&Figure> = Vec::new();
        bases.iter().copied().find(|base| {
            let figure = facts.get(*base).map(|f| &f.figure).filter(|figure| !asked.contains(figure));
            asked.extend(figure);
            figure.is_some() && slips(base)
        })
    };
    let Some(base) = fitting.map(|(_, base)| base).or_else(slipped) else { return };
    for (amount, stated) in ends {
        let Some(range) = facts.get(stated).map(|f| own.range.start..f.range.end) else { continue };
        let relation = if change.role == Role::Change {
            relation("C03", Kind::Difference, equation(amount, base, stated), range, true)
        } else {
            Relation {
                rule: "growth",
                cue: "D02",
                kind: Kind::Growth,
                source: Source::Asserted,
                equation: equation(amount, base, stated),
                range,
                sure: true,
                warning: "W02",
            }
        };
        out.relation(relation);
    }
}
