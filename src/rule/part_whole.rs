//! 合计与分项 — part and whole: `Σ parts = whole`. Cues A01–A18 but A14, which is the tables'.
#![doc = include_str!("part_whole.md")]

mod changes;
mod classes;
mod implied;
mod list;
mod nearby;
mod net;
mod standard;
mod uses;

use super::{Rule, Scope, Sink};
use crate::fact::Role;
use crate::relation::{Equation, Kind, Order, Relation, Source, Term};
use crate::text::Range;

pub(super) const RULE: Rule = Rule { code: "A", name: "part_whole", page: include_str!("part_whole.md"), find };

fn find(scope: &Scope, out: &mut Sink) {
    for cue in list::cues(scope) {
        list::state(scope, &cue, out);
    }
    trailing_totals(scope, out);
    uses::state(scope, out);
    classes::state(scope, out);
    standard::state(scope, out);
    implied::state(scope, out);
    changes::state(scope, out);
    net::state(scope, out);
    nearby::state(scope, out);
}

/// A relation of this rule.
fn relation(cue: &'static str, kind: Kind, equation: Equation, range: Range, sure: bool) -> Relation {
    let warning = if kind == Kind::Bound { "W30" } else { "W01" };
    Relation { rule: RULE.name, cue, kind, source: Source::Asserted, equation, range, sure, warning }
}

/// `Σ parts = whole`.
fn sum(parts: &[usize], whole: usize) -> Equation {
    Equation::Sum { parts: parts.iter().map(|id| Term::plus(*id)).collect(), whole: vec![Term::plus(whole)] }
}

/// `part ≤ whole`.
fn within(parts: &[usize], whole: usize) -> Equation {
    Equation::Order {
        left: parts.iter().map(|id| Term::plus(*id)).collect(),
        order: Order::AtMost,
        right: vec![Term::plus(whole)],
    }
}

/// Money and plain counts make different kinds of the same relation.
fn kind_of(scope: &Scope, whole: usize) -> Kind {
    let money = scope.facts.get(whole).is_some_and(|f| !f.figure.unit.is_whole());
    if money { Kind::Sum } else { Kind::Count }
}

/// A04, A03: a total at the end of its list: 甲2.10万元，乙1.30万元，共计3.40万元.
fn trailing_totals(scope: &Scope, out: &mut Sink) {
    const WORDS: [&str; 10] = ["共计", "合计", "总计", "共", "合计为", "共计为", "总计为", "总额为", "共为", "累计"];
    let facts = scope.facts;
    for whole in 0..facts.list.len() {
        let Some(fact) = facts.get(whole).filter(|f| f.role == Role::Level && f.is_amount() && f.figure.is_plain())
        else {
            continue;
        };
        let announces = WORDS
            .iter()
            .any(|w| fact.left == *w || fact.left.ends_with(w) && fact.left.chars().count() <= w.chars().count() + 6);
        if !announces {
            continue;
        }
        let sentence = facts.in_sentence(fact.place.sentence).start..whole;
        let parts: Vec<usize> = facts
            .pick(sentence, |f| {
                f.role == Role::Level && f.is_like(fact) && f.place.depth == fact.place.depth && f.figure.is_plain()
            })
            .collect();
        // The list ends at the total; where it begins, the sum itself has to say. It may begin with the head of the sentence
        // before: 本年收入合计2104万元，其中…。使用结余3.13万元，年初结转47.30万元，收入总计….
        let mut runs: Vec<Vec<usize>> =
            (0..parts.len().saturating_sub(1)).filter_map(|from| parts.get(from..)).map(<[usize]>::to_vec).collect();
        let start = facts.in_sentence(fact.place.sentence).start;
        let head = facts
            .pick(facts.in_paragraph(fact.place.paragraph).start..start, |f| {
                f.is_level() && f.is_like(fact) && f.place.depth == 0 && f.figure.is_plain()
            })
            .next();
        runs.extend(head.map(|head| [&[head], parts.as_slice()].concat()));
        let mut runs = runs.into_iter().map(|run| (sum(&run, whole), run));
        let chosen = runs
            .clone()
            .find(|(equation, _)| scope.fits(equation))
            .or_else(|| runs.find(|(equation, _)| scope.is_slip(equation)));
        if let Some((equation, run)) = chosen.filter(|(_, run)| run.len() >= 2) {
            let from = run.first().and_then(|id| facts.get(*id)).map_or(fact.range.start, |f| f.range.start);
            out.relation(relation("A04", kind_of(scope, whole), equation, from..fact.range.end, true));
        }
    }
}
