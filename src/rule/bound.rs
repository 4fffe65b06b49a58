//! 不超过与方向 — bounds and directions: `a ≤ b`, `a > b`. Cues H01–H12 but H07, which is no quantity.
#![doc = include_str!("bound.md")]

mod days;
mod direction;
mod gap;
mod limit;
mod line;
mod named;
mod subset;
mod than;
mod verb;

use super::{Rule, Scope, Sink};
use crate::relation::{Equation, Kind, Order, Relation, Source, Term};
use crate::text::Range;

pub(super) const RULE: Rule = Rule { code: "H", name: "bound", find };

fn find(scope: &Scope, out: &mut Sink) {
    for id in 0..scope.facts.list.len() {
        if !gap::state(scope, id, out) {
            limit::state(scope, id, out);
        }
        subset::state(scope, id, out);
        days::state(scope, id, out);
    }
    direction::state(scope, out);
    named::state(scope, out);
    than::state(scope, out);
}

/// `left order right`.
fn relation(
    scope: &Scope,
    cue: &'static str,
    left: usize,
    order: Order,
    right: usize,
    warning: &'static str,
) -> Relation {
    let equation = Equation::Order { left: vec![Term::plus(left)], order, right: vec![Term::plus(right)] };
    Relation {
        rule: RULE.name,
        cue,
        kind: Kind::Bound,
        source: Source::Asserted,
        equation,
        range: over(scope, left, right),
        sure: true,
        warning,
    }
}

/// From the first to the last of two figures.
fn over(scope: &Scope, a: usize, b: usize) -> Range {
    let start = scope.facts.get(a.min(b)).map_or(0, |f| f.range.start);
    let end = scope.facts.get(a.max(b)).map_or(start, |f| f.range.end);
    start..end
}
