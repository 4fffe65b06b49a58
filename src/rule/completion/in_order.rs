//! E05 in the order of the amounts: 甲400人、乙160人，满意人数分别为372人、152人，满意率依次为93%、95%; 基本支出441万元、项目支出336万元，执行率分别为
//! 98%和96%, whose budgets bear the same names before.

use super::{ratio, relation};
use crate::fact::Fact;
use crate::gather::Gather;
use crate::number::Dimension;
use crate::relation::Equation;
use crate::rule::{Scope, Sink};
use crate::text::{Mention, Range};

/// How many paragraphs back the budgets of the items may stand.
const REACH: usize = 3;

/// How many figures of an item are asked.
const FIGURES: usize = 12;

/// What a row of rates that are told in the order of amounts begins with, behind the name of the rate.
const ORDERS: [&str; 6] = ["率分别为", "率依次为", "率分别达", "率分别是", "率依次是", "率各为"];

/// States a rate of a row by the amounts in its place, where they bear it out, or a slip or an exchange keeps it from that and another of the
/// row holds.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) -> bool {
    let facts = scope.facts;
    let percent = |f: &Fact| f.figure.unit.dimension == Dimension::Percent && f.figure.is_plain();
    if !facts.get(id).is_some_and(percent) {
        return false;
    }
    let row = facts.row(id);
    let head = facts.get(row.start).map_or("", |f| f.left.as_str());
    if row.len() < 2 || !head.ends_with_any(&ORDERS) {
        return false;
    }
    let Some(pairs) = pairs(scope, &row) else { return false };
    let at = id - row.start;
    let of = |pair: usize, rate: usize| pairs.get(pair).map(|(part, whole)| ratio(*part, *whole, row.start + rate));
    let holds = |pair: usize, rate: usize| of(pair, rate).is_some_and(|e| scope.fits(&e));
    let others = || (0..row.len()).filter(|other| *other != at);
    let exchanged = || others().any(|other| holds(at, other) && holds(other, at));
    let meant = |e: &Equation| {
        scope.fits(e) || exchanged() || scope.is_stated_slip(e) && others().any(|other| holds(other, other))
    };
    let Some(equation) = of(at, at).filter(meant) else { return false };
    let range = facts.span(&equation.all());
    out.relation(relation("E05", equation, range, "W02"));
    true
}

/// What was done and what it is of, in the order of a row of rates.
fn pairs(scope: &Scope, rates: &Range) -> Option<Vec<(usize, usize)>> {
    let facts = scope.facts;
    let rate = facts.get(rates.start)?;
    let start = facts.in_sentence(rate.place.sentence).start;
    // 投入10分得9.5分，过程30分得27.6分；得分率依次为: marks in turn, each with what was got of it.
    let turn = |mark: usize| (mark >= start && facts.is_full_marks(mark)).then_some((mark + 1, mark));
    let first = rates.start.checked_sub(2 * rates.len());
    if let Some(turns) = first.and_then(|first| (0..rates.len()).map(|at| turn(first + 2 * at)).gather_all()) {
        return Some(turns);
    }
    let level = |f: &Fact| f.is_level() && f.figure.is_plain() && !f.is_zero() && f.place.depth == rate.place.depth;
    let row_before = |end: usize| {
        let last = facts.pick(start..end, level).next_back()?;
        // 办班30期、办展8场、送戏60场: the amounts of a clause may be of several kinds.
        let clause = facts.get(last)?.place.clause;
        let rows = [facts.row(last), facts.named_row(last), facts.in_clauses(clause..=clause)];
        rows.into_iter().find(|row| row.len() == rates.len() && row.end == last + 1)
    };
    // 两者执行率分别为: the number of the items is no amount.
    let parts = row_before(rates.start).or_else(|| row_before(rates.start.checked_sub(1)?))?;
    let like = |a: usize, b: usize| facts.get(a).zip(facts.get(b)).is_some_and(|(a, b)| a.is_like(b));
    let beside = |row: &Range| row.clone().zip(parts.clone()).all(|(whole, part)| like(whole, part));
    let wholes: Vec<usize> = match row_before(parts.start).filter(beside) {
        Some(row) => row.gather(),
        None => parts.clone().map(|part| budget(scope, part)).gather_all()?,
    };
    // 得分分别为…，满分分别为…，得分率分别为…: what could be had may stand behind what was got.
    let full = facts.get(parts.start).is_some_and(|f| f.left.mentions_any(&["满分", "分值", "权重"]));
    Some(if full { wholes.into_iter().zip(parts).gather() } else { parts.zip(wholes).gather() })
}

/// The last amount before a sentence that bears the name of an item of it, in the paragraphs before.
fn budget(scope: &Scope, part: usize) -> Option<usize> {
    let facts = scope.facts;
    let own = facts.get(part).filter(|f| f.label.own)?;
    let given = |w: &usize| {
        facts.get(*w).is_some_and(|f| {
            let near = f.place.sentence < own.place.sentence && f.place.paragraph + REACH >= own.place.paragraph;
            f.is_level() && f.is_like(own) && f.figure.is_plain() && near && !f.period.is_past(facts.year)
        })
    };
    let all = facts.of_item(&own.label.key);
    let before = all.get(..all.partition_point(|w| *w < part)).unwrap_or_default();
    before.iter().rev().take(FIGURES).copied().find(given)
}
