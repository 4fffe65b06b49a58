//! 表内合计 — totals of rows and columns in tables. Cue A14.
//!
//! A table says the same thing many times: if three columns add up as their heading says, so must the fourth. What a total
//! covers is therefore read from the layout, proven by the lines that agree, and only then held against the others.
#![doc = include_str!("table_total.md")]

mod across;
mod balance;
mod converted;
mod cover;
mod deducted;
mod down;
mod family;
mod left;
mod line;
mod named;
mod nested;
mod of_which;
mod opened;
mod stock;
mod untold;
mod wealth;
mod within;

use super::{Rule, Scope, Sink};
use crate::fact::Role;
use crate::gather::Gather;
use crate::number::Dimension;
use crate::relation::{Equation, Kind, Order, Relation, Source, Term};

pub(super) const RULE: Rule = Rule { code: "A", name: "table_total", find };

fn find(scope: &Scope, out: &mut Sink) {
    for layout in scope.facts.layouts() {
        named::state(scope, layout, out);
        wealth::state(scope, layout, out);
        for lane in &layout.lanes {
            down::state(scope, layout, lane, out);
            across::state(scope, layout, lane, out);
            within::state(scope, layout, lane, out);
            left::state(scope, layout, lane, out);
            balance::state(scope, layout, lane, out);
            stock::state(scope, layout, lane, out);
            converted::state(scope, layout, lane, out);
            deducted::state(scope, layout, lane, out);
        }
    }
}

fn relation(scope: &Scope, parts: &[usize], whole: usize, sure: bool) -> Option<Relation> {
    let range = scope.facts.get(whole)?.range.clone();
    let parts: Vec<Term> = parts.iter().map(|id| Term::plus(*id)).gather();
    let kind = if parts.len() == 1 { Kind::Equal } else { Kind::Sum };
    let equation = Equation::Sum { parts, whole: vec![Term::plus(whole)] };
    Some(Relation { rule: RULE.name, cue: "A14", kind, source: Source::Table, equation, range, sure, warning: "W01" })
}

/// 其中: a part is not larger than its whole; its rate may be.
fn part_of(scope: &Scope, part: usize, whole: usize) -> Option<Relation> {
    let facts = scope.facts;
    let (own, all) = (facts.get(part)?, facts.get(whole)?);
    let negative = [own, all].iter().any(|f| f.figure.value.is_sign_negative());
    let equation =
        Equation::Order { left: vec![Term::plus(part)], order: Order::AtMost, right: vec![Term::plus(whole)] };
    let range = own.range.clone();
    let (kind, source) = (Kind::Bound, Source::Table);
    let rate = own.role == Role::Rate || own.figure.unit.dimension == Dimension::Percent;
    (own.is_like(all) && !negative && !rate).then_some(Relation {
        rule: RULE.name,
        cue: "A14",
        kind,
        source,
        equation,
        range,
        sure: true,
        warning: "W30",
    })
}
