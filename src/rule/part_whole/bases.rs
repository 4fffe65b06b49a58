//! A01: what the parts of a list are compared with adds up to what their whole is compared with: 入库4348万元，为预算10065万元的43.2%，其中税收
//! 3511万元，为预算8465万元的41.5%；….

use super::{kind_of, lists, relation, sum};
use crate::fact::{Fact, Measure, Role};
use crate::gather::{Gather, SortedMap};
use crate::rule::{Scope, Sink};

/// How many digits what stands beside some of the parts alone has at least together.
const TELLING: u32 = 6;

/// What an amount is compared with: last year's, or a budget of one kind, 年初预算 with 年初预算.
const MEASURES: [Measure; 4] = [Measure::Unstated, Measure::InitialBudget, Measure::AdjustedBudget, Measure::Budget];

/// States the sum of what the parts of every list are compared with, budgets and amounts of the year before each for themselves.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let bases = told(scope);
    if bases.is_empty() {
        return;
    }
    for (parts, whole) in lists(out) {
        for measure in MEASURES {
            let Some(total) = bases.get(&(whole, measure)) else { continue };
            // 为年初预算10065万元的43.2%，其中税收…，为预算8465万元的41.5%: a budget that is not said to be another is of the same kind.
            let unsaid = |part: usize| bases.get(&(part, Measure::Budget)).filter(|_| measure.is_budget());
            let beside = |part: &usize| bases.get(&(*part, measure)).or_else(|| unsaid(*part)).copied();
            let told: Vec<usize> = parts.iter().filter_map(beside).gather();
            let equation = sum(&told, *total);
            let digits: u32 = told.iter().filter_map(|id| scope.facts.get(*id)).map(|f| f.figure.digits()).sum();
            // 购置车辆56万元，比上年增加56万元: of what stands beside nothing only the figures say that it was nothing.
            let all = told.len() == parts.len();
            let holds = if all { scope.fits(&equation) } else { digits >= TELLING && scope.adds_up(&told, *total) };
            let slip = || all && scope.fits(&sum(&parts, whole)) && scope.is_stated_slip(&equation);
            if told.len() >= 2 && (holds || slip()) {
                let range = scope.facts.span(&equation.all());
                out.relation(relation("A01", kind_of(scope, *total), equation, range, holds));
            }
        }
    }
}

/// What each amount is compared with, by which budget that is, if it is one.
fn told(scope: &Scope) -> SortedMap<(usize, Measure), usize> {
    let facts = scope.facts;
    let mut bases = SortedMap::new();
    for id in facts.pick(0..facts.list.len(), |f| f.role == Role::Base && f.is_amount() && f.figure.is_plain()) {
        let Some(base) = facts.get(id) else { continue };
        let subject = |f: &Fact| {
            f.is_level()
                && f.is_like(base)
                && f.place.segment == base.place.segment
                && f.place.depth == base.place.depth
        };
        if let Some(subject) = facts.pick(facts.in_sentence(base.place.sentence).start..id, subject).next_back() {
            let measure = if base.measure.is_budget() { base.measure } else { Measure::Unstated };
            bases.entry((subject, measure)).or_insert(id);
        }
    }
    bases
}
