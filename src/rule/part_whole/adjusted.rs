//! A01 of adjustments: 调增支出4.33亿元，其中：调减甲1亿元，调减乙2.77亿元，调增丙8.1亿元: what was added less what was taken away.

use super::row::leaves_rest_untold;
use super::{exceeds, relation, sum};
use crate::fact::{Fact, Measure, Role};
use crate::gather::Gather;
use crate::relation::{Equation, Kind, Term};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// How many steps of an adjustment are looked at.
const REACH: usize = 40;

/// Words that open the steps of an adjustment.
const OPENS: [&str; 4] = ["其中", "包括", "分别是", "原因"];

/// States every adjustment that is made up of steps in both ways.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    for id in scope.facts.pick(0..scope.facts.list.len(), |f| step(f).is_some()) {
        one(scope, id, out);
    }
    for id in 0..scope.facts.list.len() {
        reasons(scope, id, out);
    }
}

/// What an item was raised by or cut by, told as the reason for a change.
const MORE: [&str; 5] = ["追加", "新增", "增加", "增拨", "调增"];
const LESS: [&str; 5] = ["压减", "核减", "减少", "收回", "调减"];

/// 比年初预算增加311万元，增长19.9%，主要是追加甲经费210万元和乙经费101万元: a row of what was added, which makes the change to the last digit; a
/// reason need not be all of it.
fn reasons(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let change = |f: &&Fact| f.role == Role::Change && f.direction != 0 && f.figure.is_plain() && f.place.depth == 0;
    let Some(total) = facts.get(id).filter(change) else { return };
    // 人员政策性增支53万元: what an item is called may end with a verb.
    let part = |f: &Fact| {
        let told = f.is_level() || f.direction == total.direction && f.role == Role::Change && f.phrase.is_empty();
        told && f.is_like(total) && f.figure.is_plain() && f.place.segment == total.place.segment && f.place.depth == 0
    };
    let first = facts.pick(id + 1..(id + 4).min(facts.list.len()), part).next();
    let Some((first, fact)) = first.and_then(|first| Some((first, facts.get(first)?))) else { return };
    let verbs = if total.direction > 0 { MORE } else { LESS };
    let given = |words: &str| fact.left.split_once(words).is_some_and(|(_, object)| object.mentions_any(&verbs));
    let clause = facts.in_clauses(fact.place.clause..=fact.place.clause);
    let parts: Vec<usize> = facts.pick(clause, part).gather();
    // 年中调整增加268万元，其中专项追加215万元、人员增支53万元: right behind the change the words divide it.
    let among = fact.left.starts_with("其中") && first == id + 1;
    if parts.len() < 2 || !(among || given("主要是") || given("原因是")) || out.computes_sum(id) {
        return;
    }
    let equation = sum(&parts, id);
    // 其中追加215万元、增支83万元，同时调减30万元: the sentence may tell what went the other way.
    let end = facts.in_sentence(total.place.sentence).end;
    let alike = |f: &Fact| f.is_like(total) && f.is_amount() && f.measure != Measure::AdjustedBudget;
    let alone = || facts.pick(first..end.min(first + REACH), alike).count() == parts.len();
    let more = || {
        among && alone() && exceeds(scope, &parts, id) && !leaves_rest_untold(scope, &parts) && scope.is_slip(&equation)
    };
    let fits = scope.exact(&equation);
    if fits || more() {
        let range = facts.span(&equation.all());
        out.relation(relation("A01", Kind::Sum, equation, range, fits));
    }
}

/// +1 for what a budget was raised by, −1 for what it was cut by.
fn step(fact: &Fact) -> Option<i8> {
    let amount = matches!(fact.role, Role::Level | Role::Change) && fact.is_amount() && fact.figure.is_plain();
    if !amount || fact.place.depth > 0 || !fact.phrase.is_empty() {
        return None;
    }
    match (fact.left.mentions("调增"), fact.left.mentions("调减")) {
        (true, false) => Some(1),
        (false, true) => Some(-1),
        _ => None,
    }
}

fn one(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let (Some(total), Some(first)) = (facts.get(id), facts.get(id + 1)) else { return };
    let way = step(total).unwrap_or(1);
    let near = first.place.paragraph == total.place.paragraph && first.place.sentence <= total.place.sentence + 1;
    if !near || !OPENS.iter().any(|w| facts.between(id, id + 1).contains(w)) {
        return;
    }
    let part = |part: usize| {
        let own = facts.get(part).filter(|f| f.is_like(total) && f.place.sentence == first.place.sentence)?;
        Some(Term { fact: part, sign: step(own)? * way })
    };
    let parts: Vec<Term> = (id + 1..id + 1 + REACH).map_while(part).gather();
    let both = parts.iter().any(|t| t.sign > 0) && parts.iter().any(|t| t.sign < 0);
    let equation = Equation::Sum { parts, whole: vec![Term::plus(id)] };
    let fits = scope.fits(&equation);
    if both && (fits || scope.is_stated_slip(&equation)) {
        let range = facts.span(&equation.all());
        out.relation(relation("A01", Kind::Sum, equation, range, fits));
    }
}
