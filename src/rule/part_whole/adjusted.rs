//! A01 of adjustments: 调增支出4.33亿元，其中：调减甲1亿元，调减乙2.77亿元，调增丙8.1亿元: what was added less what was taken away.

use super::relation;
use crate::fact::{Fact, Role};
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
