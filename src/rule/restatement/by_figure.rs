//! I02: one amount that stands elsewhere under another name, or in a cell: so many digits hardly agree by chance.

use super::relation;
use crate::fact::{Fact, PerFact, Period};
use crate::gather::Gather;
use crate::relation::Kind;
use crate::rule::{Scope, Sink};

/// Fewer digits than these are common to amounts of all kinds.
const LEAST_DIGITS: u32 = 4;
/// Where all amounts of a unit are held against each other, chance brings two of them together once in so many texts at most.
const PAIRS: usize = 4;
/// How many places of one amount back another sentence or row is looked for.
const REACH: usize = 8;

/// States, once all rules have spoken, that an amount is the same as the nearest before it with which no words have joined it.
pub(in crate::rule) fn state(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let told = told(out);
    let long = facts.list.iter().enumerate().filter(|(_, f)| is_long(f));
    let mut all: Vec<_> = long.map(|(id, f)| (f.figure.unit.base.as_str(), facts.base_value(id), id)).gather();
    // What is equal keeps its order.
    crate::order::by(&mut all, |a, b| (a.0, a.1).cmp(&(b.0, b.1)));
    for kind in all.chunk_by(|a, b| a.0 == b.0) {
        for same in kind.chunk_by(|a, b| a.1 == b.1) {
            for (at, (.., later)) in same.iter().enumerate().skip(1) {
                let mut before = same.get(at.saturating_sub(REACH)..at).unwrap_or(&[]).iter().rev().map(|(.., id)| *id);
                let first = before.find(|id| !told.is_set(*later) && is_elsewhere(scope, *id, *later));
                if let Some(first) = first.filter(|id| is_telling(scope, [*id, *later], kind.len())) {
                    out.relation(relation("I02", first, *later, facts.span(&[first, *later]), true));
                }
            }
        }
    }
}

/// The last of the amounts of each equality that words have told already.
fn told(out: &Sink) -> PerFact<bool> {
    let mut told = PerFact::default();
    for relation in out.relations.iter().filter(|r| r.kind == Kind::Equal) {
        if let Some(later) = relation.equation.all().into_iter().max() {
            *told.at(later) = true;
        }
    }
    told
}

/// Whether an amount is long enough; numbers of things are common to more things than sums of money.
fn is_long(fact: &Fact) -> bool {
    let digits = fact.figure.digits();
    let telling = digits > LEAST_DIGITS || digits == LEAST_DIGITS && !fact.figure.unit.is_whole();
    telling && fact.is_amount() && fact.figure.is_plain() && !fact.is_for_each()
}

/// 预算与支出同为1062.74万元: what stands in one sentence is budget and outturn, or two things of one size; in one table an amount of the row
/// before may have been copied. 2021年…，2023年…: nor is an amount of one year told again for another.
fn is_elsewhere(scope: &Scope, first: usize, later: usize) -> bool {
    let (Some(a), Some(b)) = (scope.facts.get(first), scope.facts.get(later)) else { return false };
    let year = |f: &Fact| match f.period.resolved(scope.facts.year) {
        Period::Year(year) => Some(year),
        _ => None,
    };
    let apart = match (&a.cell, &b.cell) {
        (Some(x), Some(y)) => x.table != y.table,
        (None, None) => a.place.sentence != b.place.sentence,
        _ => true,
    };
    apart && year(a).zip(year(b)).is_none_or(|(a, b)| a == b)
}

/// Whether the digits are too many for the number of amounts that there are.
fn is_telling(scope: &Scope, ids: [usize; 2], amounts: usize) -> bool {
    let digits = ids.iter().filter_map(|id| scope.facts.get(*id)).map(|f| f.figure.digits()).min().unwrap_or_default();
    // So many amounts make half of their square in pairs.
    amounts.saturating_mul(amounts).saturating_mul(PAIRS) < 10_usize.saturating_pow(digits).saturating_mul(2)
}
