//! 执行与目标 — what usage expects of figures that the text does not compare itself: W08, W11, W12, W16–W21, W25–W28.
//!
//! An expectation is an equation like any other and goes before the same judge; but the text does not assert it, so that a
//! figure which falls short of it contradicts nothing.
#![doc = include_str!("context.md")]

mod execution;
mod form;
mod own_score;
mod post;
mod spending;
mod target;
mod unit;

use super::{Rule, Scope, Sink};
use crate::fact::{Fact, Facts};
use crate::number::Dimension;
use crate::relation::{Equation, Term};
use crate::text::Mention;

pub(super) const RULE: Rule = Rule { code: "W", name: "context", find };

fn find(scope: &Scope, out: &mut Sink) {
    unit::slips(scope, out);
    spending::against_budget(scope, out);
    spending::against_last_year(scope, out);
    execution::rates(scope, out);
    execution::supplements(scope, out);
    execution::carried_over(scope, out);
    post::filled(scope, out);
    target::far_exceeded(scope, out);
    form::rows(scope, out);
    own_score::high(scope, out);
}

/// `least % ≤ part ÷ whole ≤ most %`.
fn band(part: usize, whole: usize, least: u32, most: u32) -> Equation {
    Equation::Band { part: vec![Term::plus(part)], whole: vec![Term::plus(whole)], least, most }
}

/// `least ≤ figure ≤ most`.
fn between(figure: usize, least: u32, most: u32) -> Equation {
    Equation::Fixed { terms: vec![Term::plus(figure)], least, most, closed: true }
}

/// A stated amount of money of the year that the report is about, more than nothing.
fn is_money(facts: &Facts, fact: &Fact) -> bool {
    fact.is_level()
        && fact.figure.is_plain()
        && fact.figure.unit.dimension == Dimension::Money
        && !fact.is_zero()
        && !fact.figure.value.is_sign_negative()
        && fact.period.is_same(crate::fact::Period::Current, facts.year)
}

/// How far behind a figure its reason is looked for, and how far before it, in characters.
const REASON_WITHIN: (usize, usize) = (120, 200);

/// Whether words around a figure, up to two sentences behind its own, give a reason.
fn has_reason(facts: &Facts, fact: &Fact) -> bool {
    const REASONS: [&str; 8] = ["原因", "主要", "由于", "因为", "影响", "导致", "造成", "得益于"];
    let sentences = facts.clauses.sentences();
    let start = sentences.get(fact.place.sentence).map_or(fact.range.start, |s| s.start);
    let end = (0..3).rev().find_map(|more| sentences.get(fact.place.sentence + more)).map_or(start, |s| s.end);
    let from = start.max(fact.range.start.saturating_sub(REASON_WITHIN.0));
    let words = facts.text.words(from..end.min(fact.range.end + REASON_WITHIN.1));
    words.mentions_any(&REASONS)
}
