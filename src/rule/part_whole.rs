//! 合计与分项 — part and whole: `Σ parts = whole`. Cues A01–A18 but A14, which is the tables'.
#![doc = include_str!("part_whole.md")]

mod added;
mod adjusted;
mod after;
mod again;
mod alike;
mod announced;
mod apart;
mod bases;
mod batches;
mod brackets;
mod bulleted;
pub(super) mod by_figures;
mod called;
mod changes;
mod classes;
mod columns;
mod counted;
mod division;
mod enclosed;
mod grid;
mod headed;
mod implied;
mod itemized;
mod items;
mod kinds;
mod list;
mod named;
mod nearby;
mod net;
mod parallel;
mod quarters;
mod rates;
mod recalled;
mod rest;
mod row;
mod short;
mod spread;
mod standard;
mod steps;
mod told;
mod totals;
mod undone;
mod units;
mod uses;
mod ways;
mod written;

use super::{Rule, Scope, Sink};
use crate::fact::{Fact, Measure};
use crate::gather::Gather;
use crate::number::{Decimal, Exact};
use crate::relation::{Equation, Kind, Order, Relation, Source, Term};
use crate::text::Range;

pub(super) const RULE: Rule = Rule { code: "A", name: "part_whole", find };

/// The ways in which a text states parts and their whole, beside a list behind a cue, in the order in which they are looked for.
///
/// They are called through this table: written out they became one function, over which a browser's compiler sat for a second.
const READINGS: [fn(&Scope, &mut Sink); 41] = [
    totals::as_counted,
    totals::state,
    counted::state,
    written::state,
    headed::state,
    batches::state,
    brackets::state,
    enclosed::state,
    division::state,
    quarters::state,
    rates::state,
    rest::state,
    undone::state,
    units::state,
    named::state,
    alike::state,
    uses::state,
    ways::state,
    announced::state,
    spread::state,
    told::state,
    added::state,
    recalled::state,
    adjusted::state,
    classes::state,
    standard::state,
    implied::state,
    parallel::state,
    again::state,
    apart::state,
    grid::state,
    net::state,
    nearby::state,
    after::state,
    columns::state,
    bulleted::state,
    kinds::state,
    itemized::state,
    bases::state,
    changes::state,
    steps::state,
];

fn find(scope: &Scope, out: &mut Sink) {
    for cue in list::cues(scope) {
        list::state(scope, &cue, out);
    }
    for state in READINGS {
        state(scope, out);
    }
}

/// A relation of this rule.
fn relation(cue: &'static str, kind: Kind, equation: Equation, range: Range, sure: bool) -> Relation {
    let warning = if kind == Kind::Bound { "W30" } else { "W01" };
    Relation { rule: RULE.name, cue, kind, source: Source::Asserted, equation, range, sure, warning }
}

/// `Σ parts = whole`.
fn sum(parts: &[usize], whole: usize) -> Equation {
    Equation::Sum { parts: parts.iter().map(|id| Term::plus(*id)).gather(), whole: vec![Term::plus(whole)] }
}

/// Every list that was stated: its parts and their whole.
fn lists(out: &Sink) -> Vec<(Vec<usize>, usize)> {
    let list = |equation: &Equation| match equation {
        Equation::Sum { parts, whole } if whole.len() == 1 && parts.iter().all(|t| t.sign > 0) => {
            Some((parts.iter().map(|t| t.fact).gather(), whole.first()?.fact))
        }
        _ => None,
    };
    out.stated_by(RULE.name).filter_map(|r| list(&r.equation)).gather()
}

/// `part ≤ whole`.
fn within(parts: &[usize], whole: usize) -> Equation {
    Equation::Order {
        left: parts.iter().map(|id| Term::plus(*id)).gather(),
        order: Order::AtMost,
        right: vec![Term::plus(whole)],
    }
}

/// Money and plain counts make different kinds of the same relation.
fn kind_of(scope: &Scope, whole: usize) -> Kind {
    let money = scope.facts.get(whole).is_some_and(|f| !f.figure.unit.is_whole());
    if money { Kind::Sum } else { Kind::Count }
}

/// Whether amounts could be the parts of a whole, a slip aside: like it, each less than it, of one measure, and together near it.
fn is_near(scope: &Scope, parts: &[usize], whole: usize) -> bool {
    let facts = scope.facts;
    let Some(total) = facts.get(whole) else { return false };
    let part = |f: &Fact| {
        f.is_like(total)
            && f.figure.base() < total.figure.base()
            && matches!(f.measure, Measure::Unstated | Measure::Supplement)
            && !f.period.is_past(facts.year)
    };
    parts.len() >= 2
        && parts.iter().all(|id| facts.get(*id).is_some_and(part))
        && is_within_one_in(scope, parts, whole, 5)
}

/// Whether parts add up to a whole but for a gap of at most one in so many of it.
fn is_within_one_in(scope: &Scope, parts: &[usize], whole: usize, times: u32) -> bool {
    let (sum, total) = (added(scope, parts), scope.facts.base_value(whole));
    let gap = sum.zip(total).and_then(|(sum, total)| sum.minus(total)?.abs().times(Decimal::from(times)));
    gap.zip(total).is_some_and(|(gap, total)| gap <= total.abs())
}

/// How many figures before a list an amount that it makes may stand.
const BACK: usize = 24;

/// The amount before a list in its paragraph that it makes.
fn made(scope: &Scope, list: &[usize]) -> Option<usize> {
    let (first, fact) = list.first().and_then(|id| Some((*id, scope.facts.get(*id)?)))?;
    let like = |f: &Fact| f.is_level() && f.figure.is_plain() && f.is_like(fact) && f.place.depth == 0;
    let before = scope.facts.in_paragraph(fact.place.paragraph).start.max(first.saturating_sub(BACK))..first;
    scope.facts.pick(before, like).rev().find(|whole| scope.fits(&sum(list, *whole)))
}

/// The first of some exact amounts that exact parts make at the precision of the document.
fn first_made(scope: &Scope, parts: &[usize], mut wholes: impl Iterator<Item = usize>) -> Option<usize> {
    let made = Made::of(scope, parts)?;
    wholes.find(|whole| made.may_be(scope, *whole) && scope.fits(&sum(parts, *whole)))
}

/// What exact amounts come to and how far it may be off, added up once for many wholes.
#[derive(Clone, Copy, Default)]
struct Made {
    sum: Decimal,
    off: Decimal,
}

impl Made {
    /// What exact amounts come to; none where it is too large.
    fn of(scope: &Scope, parts: &[usize]) -> Option<Self> {
        parts.iter().try_fold(Self::default(), |made, id| made.with(scope, *id))
    }

    /// The same with one amount more; none where it is too large.
    fn with(self, scope: &Scope, id: usize) -> Option<Self> {
        let sum = self.sum.plus(scope.facts.base_value(id)?)?;
        Some(Self { sum, off: self.off.plus(scope.facts.document_half(id))? })
    }

    /// Whether it is near enough to an exact amount for the judge to be asked: most are not.
    fn may_be(self, scope: &Scope, whole: usize) -> bool {
        let gap = scope.facts.base_value(whole).and_then(|whole| self.sum.minus(whole));
        let off = self.off.plus(scope.facts.document_half(whole));
        gap.zip(off).is_some_and(|(gap, off)| gap.abs() <= off)
    }
}

/// Whether exact amounts do not come to an exact one, however they are rounded.
fn is_far(scope: &Scope, parts: &[usize], whole: usize) -> bool {
    let exact = parts.iter().chain([&whole]).all(|id| scope.facts.get(*id).is_some_and(|f| f.figure.is_plain()));
    exact && !Made::of(scope, parts).is_some_and(|made| made.may_be(scope, whole))
}

/// Whether some amounts come to more than an amount.
fn exceeds(scope: &Scope, parts: &[usize], whole: usize) -> bool {
    added(scope, parts) > scope.facts.base_value(whole)
}

/// Whether all of some amounts but one come to a total to the last digit.
fn leaves_one_out(scope: &Scope, parts: &[usize], whole: usize) -> bool {
    let others = |one: &usize| {
        let mut others = parts.iter().filter(|part| *part != one);
        others.try_fold(Decimal::ZERO, |sum, id| sum.plus(scope.facts.base_value(*id)?))
    };
    let whole = scope.facts.base_value(whole);
    whole.is_some() && parts.iter().any(|one| others(one) == whole)
}

/// What some amounts add up to, in base units; none where it is too large.
fn added(scope: &Scope, parts: &[usize]) -> Option<Decimal> {
    parts.iter().try_fold(Decimal::ZERO, |sum, id| sum.plus(scope.facts.base_value(*id)?))
}
