//! Sums and differences of neighbouring amounts that no cue announces: 收入…，支出…，收支相抵结余….
//!
//! Such a reading is only ever stated when it holds to the last digit and the digits are too many for chance; it never raises
//! an alarm. It makes silence rarer: what is not found here stays "single" in the ledger.

use super::net::is_deducted;
use super::relation;
use super::row::{are_of_years, leaves_row};
use crate::fact::{Fact, Role};
use crate::gather::Gather;
use crate::number::format::digits;
use crate::number::{Decimal, Exact};
use crate::relation::{Equation, Kind, Term};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// How many amounts back a sum may reach.
const REACH: usize = 7;

/// States every exact sum or difference among neighbours that nothing else has explained.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let all: Vec<usize> = scope.levels(|f| !f.is_zero()).gather();
    let paragraph = |id: &usize| facts.get(*id).map_or(0, |f| f.place.paragraph);
    for levels in all.chunk_by(|a, b| paragraph(a) == paragraph(b)) {
        let [_, second, ..] = levels else { continue };
        let result = |f: &Fact| (f.is_level() || f.role == Role::Rest) && f.figure.is_plain() && !f.is_zero();
        for whole in facts.pick(second + 1..facts.in_paragraph(paragraph(second)).end, result) {
            let at = levels.partition_point(|id| *id < whole);
            let Some(total) = facts.get(whole).filter(|_| !out.computes(whole)) else { continue };
            let like = |id: &usize| facts.get(*id).is_some_and(|f| f.is_like(total));
            let before = levels.get(..at).unwrap_or(&[]).iter().rev().copied().filter(like).take(REACH);
            let before: Vec<Valued> = before.filter_map(|id| valued(scope, id)).gather();
            let Some(valued) = valued(scope, whole).filter(|_| before.len() >= 2) else { continue };
            let known = |e: &Equation| {
                let all = e.all();
                out.wholes_of(whole).any(|id| all.contains(&id))
            };
            let difference = difference(scope, valued, &before).filter(|e| !known(e));
            if let Some(equation) = difference.or_else(|| combination(scope, valued, before)) {
                let first = equation
                    .all()
                    .into_iter()
                    .min()
                    .and_then(|id| facts.get(id))
                    .map_or(total.range.start, |f| f.range.start);
                let difference = matches!(&equation, Equation::Sum { parts, .. } if parts.iter().any(|t| t.sign < 0));
                let kind = if difference { Kind::Difference } else { super::kind_of(scope, whole) };
                if !are_of_years(scope, &equation.all()) {
                    out.relation(relation("A18", kind, equation, first..total.range.end, true));
                }
            }
        }
    }
}

/// Whether words take an amount away: 扣除财政项目盈余96万元后 adds nothing, nor does 收不抵支76万元 or 调减24万元.
fn is_taken(fact: &Fact) -> bool {
    let cut = fact.left.ends_with_any(&["调减", "核减", "压减", "追减", "收回"]);
    cut || is_deducted(fact) || fact.surplus() == Some(-1)
}

/// An amount with what it comes to.
type Valued = (usize, Decimal);

fn valued(scope: &Scope, id: usize) -> Option<Valued> {
    Some((id, scope.facts.base_value(id)?))
}

/// Whether none of some amounts is negative.
fn are_positive(amounts: &[Valued]) -> bool {
    amounts.iter().all(|(_, value)| value.is_sign_positive())
}

/// A value by its digits.
type Digits = (i128, u32);

/// Digits enough that an exact hit among a few dozen tries is no chance. Nothing in the words points to a difference, so one takes
/// more of them than a sum.
fn telling(scope: &Scope, ids: &[usize], least: u32) -> bool {
    let all: Vec<u32> = ids.iter().map(|id| scope.facts.get(*id).map_or(0, |f| f.figure.digits())).gather();
    all.iter().sum::<u32>() >= least
        && all.iter().filter(|d| **d >= 3).count() >= 2
        && all.iter().max().is_some_and(|d| *d >= 4)
}

/// a − b.
fn difference(scope: &Scope, (whole, value): Valued, before: &[Valued]) -> Option<Equation> {
    // Where none is negative, nothing is taken away from what is less than the whole.
    if are_positive(before) && value.is_sign_positive() && before.iter().all(|(_, from)| *from < value) {
        return None;
    }
    // 结余49.58万元 says itself that it is one.
    let least = if scope.facts.get(whole).is_some_and(|f| f.role == Role::Rest) { 10 } else { 13 };
    // Each amount by its digits, alone and with the whole on top.
    let with = |(id, from): &Valued| (*id, digits(*from), from.plus(value).map(digits));
    let amounts: Vec<(usize, Digits, Option<Digits>)> = before.iter().map(with).gather();
    let pairs = amounts.iter().enumerate().flat_map(|(i, a)| amounts.iter().skip(i + 1).map(move |b| (a, b)));
    // 收大于支76万元。年初结转208万元，年末结转…: what came on top is not taken away from what there was.
    let is = |id: usize, way: i8| scope.facts.get(id).and_then(Fact::surplus) == Some(way);
    pairs
        .flat_map(|(a, b)| [(a, b), (b, a)])
        .filter(|((_, a, _), (_, _, b))| *b == Some(*a))
        .map(|((a, ..), (b, ..))| (*a, *b))
        .find(|(a, b)| (is(*a, 1) || !is(*b, 1)) && telling(scope, &[*a, *b, whole], least))
        .map(|(a, b)| Equation::Sum { parts: vec![Term::plus(a), Term::minus(b)], whole: vec![Term::plus(whole)] })
}

/// Two to five of the amounts before; of each choice of them the sum is that of a smaller one and one more.
fn combination(scope: &Scope, (whole, total): Valued, mut amounts: Vec<Valued>) -> Option<Equation> {
    // Where none is negative, only what is less than the whole can be a part of it, and all of them are no less.
    let positive = are_positive(&amounts);
    if positive {
        amounts.retain(|(_, value)| *value < total);
    }
    let all = amounts.iter().try_fold(Decimal::ZERO, |sum, (_, value)| sum.plus(*value));
    if amounts.len() < 2 || positive && all.is_some_and(|all| all < total) {
        return None;
    }
    let mut sums = vec![Some(Decimal::ZERO)];
    let mut found: Option<Vec<usize>> = None;
    for mask in 1usize..1 << amounts.len() {
        let last = mask.ilog2() as usize;
        let rest = sums.get(mask & !(1 << last)).copied().flatten();
        let sum = rest.and_then(|rest| rest.plus(amounts.get(last)?.1)).filter(|sum| !positive || *sum <= total);
        sums.push(sum);
        if sum != Some(total) || !(2..=5).contains(&mask.count_ones()) {
            continue;
        }
        let chosen = amounts.iter().enumerate().rev().filter(|(i, _)| mask >> i & 1 == 1);
        let parts: Vec<usize> = chosen.map(|(_, (id, _))| *id).gather();
        let taken = parts.iter().any(|id| scope.facts.get(*id).is_some_and(is_taken));
        let telling = || telling(scope, &[parts.as_slice(), &[whole]].concat(), 11);
        if !taken && telling() && !leaves_row(scope, &parts, whole) {
            // Two readings of one amount settle nothing.
            if found.is_some() {
                return None;
            }
            found = Some(parts);
        }
    }
    found.map(|parts| super::sum(&parts, whole))
}
