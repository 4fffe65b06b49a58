//! A10: 概算总投资2095.7亿元，年度计划投资495.6亿元。城区概算总投资1626.8亿元，年度计划353.2亿元；县域概算总投资468.9亿元，年度计划142.4亿元: the
//! same words before an amount of a sentence and before one in each of the parts of sentences behind it.
//!
//! One that adds up to the last digit shows which parts of sentences divide the amount; the others beside it should add up over the same ones.

use super::{kind_of, relation, sum};
use crate::fact::Fact;
use crate::number::{Decimal, Exact};
use crate::rule::{Scope, Sink};

/// How many figures behind an amount are looked at, and how many parts it has at most.
const REACH: (usize, usize) = (80, 12);

/// How many digits the parts have together at least.
const TELLING: u32 = 8;

/// How many characters name an amount at least.
const WORDS: usize = 2;

/// How many characters two names end with alike at least that are not the same.
const ENDING: usize = 4;

/// An amount with the amounts of its words behind it, and the parts of sentences that they stand in.
struct Column {
    whole: usize,
    parts: Vec<usize>,
    segments: Vec<usize>,
}

/// States the columns of every part of a sentence whose words come again behind it.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let heads: Vec<usize> = facts.pick(0..facts.list.len(), is_named).collect();
    let segment = |id: usize| facts.get(id).map_or(0, |f| f.place.segment);
    for beside in heads.chunk_by(|a, b| segment(*a) == segment(*b)) {
        let columns: Vec<Column> = beside.iter().filter_map(|whole| column(scope, *whole, None)).collect();
        let Some(first) = columns.iter().find(|c| digits(scope, &c.parts) >= TELLING) else { continue };
        let along: Vec<&Column> = columns.iter().filter(|c| c.segments == first.segments).collect();
        for column in &along {
            if !out.computes_sum(column.whole) {
                add(scope, column, true, out);
            }
        }
        // Where two add up, a slip keeps a third from it.
        let rest = || beside.iter().filter(|whole| !columns.iter().any(|c| c.whole == **whole));
        if along.len() >= 2 {
            for other in rest().filter_map(|whole| column(scope, *whole, Some(&first.segments))) {
                let known =
                    out.computes_sum(other.whole) || other.parts.iter().any(|id| out.wholes_of(*id).next().is_some());
                if !known && scope.is_stated_slip(&sum(&other.parts, other.whole)) {
                    add(scope, &other, false, out);
                }
            }
        }
    }
}

fn add(scope: &Scope, column: &Column, sure: bool, out: &mut Sink) {
    let equation = sum(&column.parts, column.whole);
    let range = scope.facts.span(&equation.all());
    out.relation(relation("A10", kind_of(scope, column.whole), equation, range, sure));
}

fn digits(scope: &Scope, ids: &[usize]) -> u32 {
    ids.iter().filter_map(|id| scope.facts.get(*id)).map(|f| f.figure.digits()).sum()
}

fn is_named(fact: &Fact) -> bool {
    let level = fact.is_level() && fact.figure.is_plain() && fact.place.depth == 0 && !fact.is_for_each();
    level && fact.left.chars().count() >= WORDS
}

/// The first amounts with the words of one, one from each part of a sentence behind it, that make it to the last digit; or all of them in
/// some parts of sentences.
fn column(scope: &Scope, whole: usize, along: Option<&Vec<usize>>) -> Option<Column> {
    let facts = scope.facts;
    let total = facts.get(whole)?;
    let wanted = facts.base_value(whole)?;
    let mut found = Column { whole, parts: Vec::new(), segments: Vec::new() };
    let mut added = Decimal::ZERO;
    let mut last = total.place.segment;
    for (id, fact) in facts.list.iter().enumerate().skip(whole + 1).take(REACH.0) {
        let segment = fact.place.segment;
        // The parts stand in a row: one that tells nothing of them ends it.
        let passed = found.segments.last().is_some_and(|last| segment > last + 1);
        if passed || fact.place.paragraph > total.place.paragraph + 1 || found.parts.len() > REACH.1 {
            break;
        }
        let inside = along.is_none_or(|segments| segments.contains(&segment));
        let same = segment != last && inside && is_named(fact) && fact.is_like(total) && is_told_alike(fact, total);
        if !same || fact.period != total.period && fact.period.is_past(facts.year) {
            continue;
        }
        last = segment;
        found.parts.push(id);
        found.segments.push(segment);
        added = added.plus(fact.figure.base()?)?;
        if along.is_none() && added == wanted {
            return (found.parts.len() >= 2).then_some(found);
        }
    }
    let all = along.is_some_and(|segments| *segments == found.segments);
    all.then_some(found)
}

/// 总收入 and 收入, 年度计划投资 and 年度计划, 全年概算总投资 and 城区概算总投资: whether the words of a part are those of its whole, or begin or
/// end them, or end like them.
fn is_told_alike(part: &Fact, whole: &Fact) -> bool {
    let ending = part.left.chars().rev().zip(whole.left.chars().rev()).take_while(|(a, b)| a == b).count();
    ending >= ENDING
        || whole.left.ends_with(part.left.as_str())
        || whole.left.starts_with(part.left.as_str())
        || part.left.ends_with(whole.left.as_str())
}
