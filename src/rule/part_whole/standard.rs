//! Standard items whose whole and parts stand in different places, and opening budget + supplement = outturn.

use super::{RULE, relation, sum};
use crate::catalog::standard::STANDARDS;
use crate::fact::{Fact, Measure};
use crate::gather::Gather;
use crate::relation::{Equation, Kind, Relation, Source};
use crate::rule::{Scope, Sink};

/// How many facts before and behind a supplement the outturn of its item may stand.
const REACH: usize = 600;

/// How many paragraphs apart the amounts of one account of an item stand at most.
const NEAR: usize = 3;

/// States both.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    for standard in STANDARDS {
        for budget in [false, true] {
            let column = |name: &str| mentions(scope, name, budget);
            let parts: Vec<Vec<usize>> = standard.parts.iter().map(|p| column(p)).gather();
            let wholes = column(standard.whole);
            across(scope, &wholes, &parts, out);
        }
    }
    supplements(scope, out);
}

/// The first two distinct amounts that the text states of an item, outturns (or not said which) or budgets.
fn mentions(scope: &Scope, name: &str, budget: bool) -> Vec<usize> {
    let facts = scope.facts;
    let states = |f: &Fact| {
        let measure =
            if budget { f.measure.is_budget() } else { matches!(f.measure, Measure::Outturn | Measure::Unstated) };
        f.is_level() && f.figure.is_plain() && measure && !f.period.is_past(facts.year) && f.figure.unit.base == "元"
    };
    let stated = || facts.of_item(name).iter().copied().filter(|id| facts.get(*id).is_some_and(states));
    let Some(first) = stated().next() else { return Vec::new() };
    let other = stated().find(|id| facts.base_value(*id) != facts.base_value(first));
    [first].into_iter().chain(other).gather()
}

fn across(scope: &Scope, wholes: &[usize], parts: &[Vec<usize>], out: &mut Sink) {
    let [whole] = wholes else { return };
    let single: Option<Vec<usize>> = parts
        .iter()
        .map(|p| match p.as_slice() {
            [one] => Some(*one),
            _ => None,
        })
        .gather_all();
    let Some(parts) = single else { return };
    let equation = sum(&parts, *whole);
    let known =
        out.sums_to(*whole).any(|r| r.rule == RULE.name && parts.iter().all(|part| r.equation.all().contains(part)));
    let fits = scope.fits(&equation);
    // Said within a few paragraphs and divided in no other way, the three are of one year and one office.
    let paragraph = |id: usize| scope.facts.get(id).map_or(0, |f| f.place.paragraph);
    let places = || equation.all().into_iter().map(paragraph);
    let near = places().max().zip(places().min()).is_some_and(|(last, first)| last - first <= NEAR)
        && !out.computes_sum(*whole)
        && !parts.iter().any(|part| out.added_up(*part).next().is_some());
    if !known && (fits || scope.is_slip(&equation) || near && scope.is_stated_slip(&equation)) {
        state_official(scope, "A10", equation, *whole, fits, out);
    }
}

fn state_official(scope: &Scope, cue: &'static str, equation: Equation, whole: usize, sure: bool, out: &mut Sink) {
    let range = scope.facts.get(whole).map_or(0..0, |f| f.range.clone());
    out.relation(Relation { source: Source::Official, ..relation(cue, Kind::Sum, equation, range, sure) });
}

/// C11: an item's opening budget and its supplements in the year make its outturn, where nothing was left.
fn supplements(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    for id in scope.levels(|f| f.measure == Measure::Supplement && f.place.depth == 0) {
        let Some(added) = facts.get(id) else { continue };
        let paragraph = facts.in_paragraph(added.place.paragraph);
        let Some(budget) = facts
            .pick(paragraph.start..id, |f| f.is_level() && f.measure == Measure::InitialBudget && f.is_like(added))
            .next_back()
        else {
            continue;
        };
        let Some(opening) = facts.get(budget) else { continue };
        let outturn = |f: &Fact| {
            f.is_level()
                && f.is_like(opening)
                && matches!(f.measure, Measure::Outturn | Measure::Unstated)
                && f.figure.is_plain()
                && !f.period.is_past(facts.year)
        };
        // An item's outturn stands in the same report; a bounded reach keeps time in proportion to the text.
        let named = facts.of_item(&opening.label.key);
        let from = named.partition_point(|w| w + REACH < id);
        let near = named.iter().skip(from).take_while(|w| **w < id + REACH).copied();
        let whole = near.filter(|w| facts.get(*w).is_some_and(outturn)).find(|w| {
            let equation = sum(&[budget, id], *w);
            scope.fits(&equation) || scope.is_slip(&equation)
        });
        if let Some(whole) = whole {
            let equation = sum(&[budget, id], whole);
            let sure = scope.fits(&equation);
            out.relation(relation("A10", Kind::Sum, equation, opening.range.start..added.range.end, sure));
        }
    }
}
