//! One amount in two tables of a document (表间一致): 事业收入 as a row of one form and as a column of another.

use super::{RULE, SPECIFIC};
use crate::fact::{Fact, Measure};
use crate::gather::{SortedMap, SortedSet};
use crate::number::Decimal;
use crate::relation::{Equation, Kind, Relation, Source, Term};
use crate::rule::{Scope, Sink};

/// Digits from which an amount that stands in two tables under one name is hardly there twice by chance.
const TELLING: u32 = 5;

/// How many cells of one amount are looked back on for one of its name.
const NEAR: usize = 8;

/// A cell with one of its names.
type Cell<'a> = (usize, &'a str);

/// States amounts that two tables give alike. Two tables of one name need not agree, be they of two years, offices or funds, so that what
/// differs says nothing.
pub(super) fn state(scope: &Scope, names: &SortedMap<String, Vec<usize>>, out: &mut Sink) {
    let facts = scope.facts;
    let mut amounts: SortedMap<(Decimal, &str), Vec<Cell>> = SortedMap::new();
    for (name, cells) in names {
        for id in cells {
            let fact = facts.get(*id).filter(|f| f.figure.digits() >= TELLING);
            if let Some((fact, base)) = fact.zip(facts.base_value(*id)) {
                amounts.entry((base, fact.figure.unit.base.as_str())).or_default().push((*id, name.as_str()));
            }
        }
    }
    let mut alike: SortedSet<usize> = SortedSet::new();
    for cells in amounts.values_mut().filter(|cells| cells.len() >= 2) {
        crate::order::by_key(cells, |cell| cell.0);
        for (at, (second, name)) in cells.iter().enumerate() {
            let before = cells.get(at.saturating_sub(NEAR)..at).unwrap_or(&[]).iter().rev();
            let first = before
                .copied()
                .find(|(first, other)| is_named_alike(name, other) && are_of_two_tables(scope, *first, *second));
            if let Some((first, _)) = first.filter(|_| alike.insert(*second)) {
                say(scope, first, *second, out);
            }
        }
    }
}

/// 财政专户管理资金, 财政专户管理资金收入: whether one name is the other, or begins it.
fn is_named_alike(one: &str, other: &str) -> bool {
    let begins = |long: &str, short: &str| short.chars().count() >= SPECIFIC && long.starts_with(short);
    one == other || begins(one, other) || begins(other, one)
}

/// Whether two cells can be of one amount, each in a table of its own.
fn are_of_two_tables(scope: &Scope, first: usize, second: usize) -> bool {
    let facts = scope.facts;
    let (Some(one), Some(other)) = (facts.get(first), facts.get(second)) else { return false };
    let stated = |f: &Fact| f.measure != Measure::Unstated;
    let measure = one.measure == other.measure || !stated(one) || !stated(other);
    let table = |f: &Fact| f.cell.map(|place| place.table);
    table(one) != table(other) && measure && one.is_like(other) && one.period.is_same(other.period, facts.year)
}

fn equal(first: usize, second: usize) -> Equation {
    Equation::Sum { parts: vec![Term::plus(first)], whole: vec![Term::plus(second)] }
}

fn say(scope: &Scope, first: usize, second: usize, out: &mut Sink) {
    let told = |one: usize, other: usize| out.sums_to(other).any(|sum| sum.equation == equal(one, other));
    let Some(range) = scope.facts.get(second).map(|f| f.range.clone()) else { return };
    if !told(first, second) && !told(second, first) {
        let (rule, cue, kind, source) = (RULE.name, "I05", Kind::Equal, Source::Table);
        out.relation(Relation {
            rule,
            cue,
            kind,
            source,
            equation: equal(first, second),
            range,
            sure: true,
            warning: "W37",
        });
    }
}
