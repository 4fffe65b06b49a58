//! 个数与清单 — counts: a stated number of things against the things listed. Cues G01–G11 but G10, which is the tables'.
#![doc = include_str!("list_count.md")]

mod after;
mod among;
mod before;
mod names;
mod numbers;
mod ordinal;
mod staff;
mod summed;

use super::{Rule, Scope, Sink};
use crate::fact::Fact;
use crate::gather::Gather;
use crate::relation::{Equation, Kind, Relation, Source, Term};
use crate::text::Range;

pub(super) const RULE: Rule = Rule { code: "G", name: "list_count", find };

fn find(scope: &Scope, out: &mut Sink) {
    for id in 0..scope.facts.list.len() {
        let Some(fact) = scope.facts.get(id).filter(|f| is_number_of_things(f)) else { continue };
        if number(fact) != Some(1) {
            after::state(scope, id, out);
            among::state(scope, id, out);
            ordinal::measures(scope, id, out);
            ordinal::summed_up(scope, id, out);
        }
        before::state(scope, id, out);
    }
    summed::state(scope, out);
    staff::state(scope, out);
    ordinal::gaps(scope, out);
}

/// A whole number of things that could be listed: up to a hundred.
fn is_number_of_things(fact: &Fact) -> bool {
    const LISTED: [&str; 22] = [
        "个", "家", "项", "处", "种", "类", "所", "户", "条", "门", "件", "座", "环节", "场", "站", "村", "社区", "镇",
        "乡", "县", "街道", "大类",
    ];
    fact.figure.unit.is_whole()
        && fact.figure.is_plain()
        && fact.figure.places == 0
        && LISTED.contains(&fact.figure.unit.base.as_str())
        && number(fact).is_some_and(|n| n > 0)
}

/// A stated number and how many names are listed.
fn count(cue: &'static str, stated: usize, listed: u32, open: bool, range: Range) -> Relation {
    Relation {
        rule: RULE.name,
        cue,
        kind: Kind::Count,
        source: Source::Asserted,
        equation: Equation::Count { stated, listed, open },
        range,
        sure: true,
        warning: "W29",
    }
}

/// A sum of counts.
fn sum(cue: &'static str, parts: &[usize], whole: usize, range: Range, warning: &'static str) -> Relation {
    let equation =
        Equation::Sum { parts: parts.iter().map(|id| Term::plus(*id)).gather(), whole: vec![Term::plus(whole)] };
    Relation { rule: RULE.name, cue, kind: Kind::Count, source: Source::Asserted, equation, range, sure: true, warning }
}

/// The stated number, as the judge counts it.
fn number(fact: &Fact) -> Option<u32> {
    fact.figure.whole().filter(|n| *n <= 100)
}
