//! A18: what still stands in no sum is tried against the amounts of its sentence and of its paragraph, whatever they are called.
//!
//! Only what holds to the last digit is stated, and only where chance would hardly bring it about among so many amounts; so nothing
//! here is ever raised. Verbs, names and brackets do not matter: 追加以后预算数是15,283,460.27元 belongs to the two amounts that make it.

use super::row::{are_of_years, leaves_row};
use super::{kind_of, relation, sum};
use crate::fact::{Fact, PerFact, Role};
use crate::gather::Gather;
use crate::number::Decimal;
use crate::number::format::trimmed;
use crate::relation::{Equation, Kind, Term};
use crate::rule::{Scope, Sink};

/// Chance may make one such sum in so many sentences.
const CHANCE: i128 = 50;
/// A paragraph of more amounts of one unit has too many sums.
const MOST: usize = 40;
/// Numbers of more steps are no amounts of anything; sums of these never overflow.
const LARGEST: i128 = 10_i128.pow(30);
/// The longest row of parts that is tried.
const LONGEST: usize = 8;

/// An amount in the smallest step that the amounts of its unit have in common.
#[derive(Clone, Copy)]
struct Amount {
    id: usize,
    steps: i128,
}

/// States what adds up though nothing says so, once all rules have spoken.
pub(in crate::rule) fn state(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let mut summed = summed(out);
    let plain = |f: &Fact| f.is_amount() && f.figure.is_plain() && !f.is_zero() && f.cell.is_none();
    let all: Vec<usize> = facts.pick(0..facts.list.len(), plain).gather();
    let place = |id: &usize| facts.get(*id).map(|f| f.place).unwrap_or_default();
    for own in all.chunk_by(|a, b| place(a).sentence == place(b).sentence) {
        for amounts in of_one_unit(scope, own, &summed) {
            for found in [triples(&amounts, &summed), rows(&amounts, &summed)].concat() {
                tell(scope, &found, &mut summed, out);
            }
        }
    }
    for own in all.chunk_by(|a, b| place(a).paragraph == place(b).paragraph) {
        // What stands in one sentence was tried with it.
        if own.first().map(|id| place(id).sentence) == own.last().map(|id| place(id).sentence) {
            continue;
        }
        for amounts in of_one_unit(scope, own, &summed) {
            for found in [triples(&amounts, &summed), sentences(scope, &amounts, &summed)].concat() {
                tell(scope, &found, &mut summed, out);
            }
        }
    }
}

/// The facts that stand in a sum or a difference.
fn summed(out: &Sink) -> PerFact<bool> {
    let mut summed = PerFact::default();
    for relation in out.relations.iter().filter(|r| r.adds_up()) {
        relation.equation.all().into_iter().for_each(|id| *summed.at(id) = true);
    }
    summed
}

/// The amounts printed in each unit, where one of them stands in no sum yet.
fn of_one_unit(scope: &Scope, amounts: &[usize], summed: &PerFact<bool>) -> Vec<Vec<Amount>> {
    let facts = scope.facts;
    let mut out = Vec::new();
    if amounts.len() < 3 || amounts.iter().all(|id| summed.is_set(*id)) {
        return out;
    }
    let mut left = amounts.to_vec();
    while let Some(unit) =
        left.first().filter(|_| left.len() >= 3).and_then(|id| facts.get(*id)).map(|f| &f.figure.unit)
    {
        let (same, others): (Vec<usize>, Vec<usize>) =
            left.iter().partition(|id| facts.get(**id).is_some_and(|f| f.figure.unit == *unit));
        left = others;
        let open = same.iter().any(|id| !summed.is_set(*id));
        if open && (3..=MOST).contains(&same.len()) {
            out.extend(in_steps(scope, &same));
        }
    }
    out
}

/// The printed numbers as whole multiples of their finest place.
fn in_steps(scope: &Scope, ids: &[usize]) -> Option<Vec<Amount>> {
    let values: Vec<(usize, Decimal)> =
        ids.iter().filter_map(|id| Some((*id, trimmed(scope.facts.get(*id)?.figure.value)))).gather();
    let places = values.iter().map(|(_, v)| v.scale()).max()?;
    let steps = |v: &Decimal| {
        let steps = v.mantissa().checked_mul(10_i128.checked_pow(places - v.scale())?);
        steps.filter(|steps| steps.abs() <= LARGEST)
    };
    values.iter().map(|(id, v)| Some(Amount { id: *id, steps: steps(v)? })).gather_all()
}

/// Whether so many tries would hardly make a sum of these amounts by chance: its smaller parts in steps of the last digit that any
/// of them has say how many other sums there could have been.
fn is_telling(amounts: &[Amount], tries: usize) -> bool {
    let mut sizes: Vec<i128> = amounts.iter().map(|a| a.steps.abs()).gather();
    crate::order::by_key(&mut sizes, |size| -size);
    let [largest, second, ..] = sizes.as_slice() else { return false };
    let mut step = 1;
    while sizes.iter().all(|size| size % (step * 10) == 0) {
        step *= 10;
    }
    i128::try_from(tries).is_ok_and(|tries| tries * CHANCE * step < largest - second)
}

/// Three of them, in their order, of which one is the sum of the two others, and one stood in no sum.
fn triples(amounts: &[Amount], summed: &PerFact<bool>) -> Vec<Vec<Amount>> {
    let count = amounts.len();
    let tries = (count * count.saturating_sub(1) * count.saturating_sub(2)).div_euclid(6);
    let mut out = Vec::new();
    for (at, a) in amounts.iter().enumerate() {
        for (next, b) in amounts.iter().enumerate().skip(at + 1) {
            let made = [a.steps + b.steps, a.steps - b.steps, b.steps - a.steps];
            for c in amounts.iter().skip(next + 1).filter(|c| made.contains(&c.steps)) {
                let three = [*a, *b, *c];
                if is_sum(&three) && three.iter().any(|x| !summed.is_set(x.id)) && is_telling(&three, tries) {
                    out.push(three.to_vec());
                }
            }
        }
    }
    out
}

/// Amounts in a row of which one is the sum of all others, or two are as much as the two others.
fn rows(amounts: &[Amount], summed: &PerFact<bool>) -> Vec<Vec<Amount>> {
    let mut out = Vec::new();
    for length in 3..=LONGEST.min(amounts.len()) {
        let open = |row: &&[Amount]| row.iter().any(|x| !summed.is_set(x.id));
        let tries = amounts.len() + 1 - length;
        for row in amounts.windows(length).filter(open) {
            let balances = length == 4 && balanced(row).is_some() && is_telling(row, tries * 3);
            if balances || is_sum(row) && is_telling(row, tries) {
                out.push(row.to_vec());
            }
        }
    }
    out
}

/// 人均纯收入13146元…。从构成看，工资性8476元，经营性2318元，财产性317元，转移性2035元: all of a sentence, three at least, with the one of the paragraph before it that
/// they make.
fn sentences(scope: &Scope, amounts: &[Amount], summed: &PerFact<bool>) -> Vec<Vec<Amount>> {
    let sentence = |a: &Amount| scope.facts.get(a.id).map(|f| f.place.sentence);
    let mut out = Vec::new();
    let mut at = 0;
    for parts in amounts.chunk_by(|a, b| sentence(a) == sentence(b)) {
        let before = amounts.get(..at).unwrap_or(&[]);
        at += parts.len();
        let made = parts.iter().map(|a| a.steps).sum::<i128>();
        let whole = before.iter().rev().find(|w| w.steps == made);
        let all: Vec<Amount> = whole.into_iter().chain(parts).copied().gather();
        if whole.is_some()
            && all.len() > 3
            && all.iter().any(|a| !summed.is_set(a.id))
            && is_telling(&all, before.len())
        {
            out.push(all);
        }
    }
    out
}

/// Whether one of them is the sum of all others.
fn is_sum(amounts: &[Amount]) -> bool {
    let largest = amounts.iter().map(|a| a.steps).max();
    largest.is_some_and(|largest| amounts.iter().map(|a| a.steps).sum::<i128>() == largest * 2)
}

/// Which of the other three stands on the side of the first, where two of four are as much as the two others; pairs of one amount balance
/// whatever they are.
fn balanced(row: &[Amount]) -> Option<usize> {
    let [first, others @ ..] = row else { return None };
    let all: i128 = row.iter().map(|a| a.steps).sum();
    let pairs = others.iter().enumerate().filter(|(_, other)| (first.steps + other.steps) * 2 == all);
    let at = pairs.map(|(at, _)| at + 1).single()?;
    others.iter().all(|other| other.steps != first.steps).then_some(at)
}

/// States what was found, unless one that was told before took the last of its amounts that stood in no sum.
fn tell(scope: &Scope, found: &[Amount], summed: &mut PerFact<bool>, out: &mut Sink) {
    let ids: Vec<usize> = found.iter().map(|a| a.id).gather();
    if ids.iter().all(|id| summed.is_set(*id)) || are_of_years(scope, &ids) {
        return;
    }
    let Some((kind, equation)) = (if is_sum(found) { added(scope, found) } else { flows(scope, found) }) else {
        return;
    };
    let range = scope.facts.span(&equation.all());
    out.relation(relation("A18", kind, equation, range, true));
    found.iter().for_each(|a| *summed.at(a.id) = true);
}

/// The largest as the sum of the others, or what words call a change or a rest as the difference of the two.
fn added(scope: &Scope, found: &[Amount]) -> Option<(Kind, Equation)> {
    let whole = found.iter().max_by_key(|a| a.steps)?.id;
    let parts: Vec<usize> = found.iter().map(|a| a.id).filter(|id| *id != whole).gather();
    let is_gap = |id: &usize| scope.facts.get(*id).is_some_and(|f| matches!(f.role, Role::Change | Role::Rest));
    if let ([a, b], Some(gap)) = (parts.as_slice(), parts.iter().copied().filter(is_gap).single()) {
        let other = if gap == *a { *b } else { *a };
        let parts = vec![Term::plus(whole), Term::minus(other)];
        return Some((Kind::Difference, Equation::Sum { parts, whole: vec![Term::plus(gap)] }));
    }
    (!leaves_row(scope, &parts, whole)).then(|| (kind_of(scope, whole), sum(&parts, whole)))
}

/// 年末余额66.15亿元，年初62.35亿元，新增5.20亿元，偿还1.40亿元: the first or the last as what the others come to, the one of the two that
/// went the other way than what is taken off it, or else the larger.
fn flows(scope: &Scope, row: &[Amount]) -> Option<(Kind, Equation)> {
    let (first, last) = (row.first()?, row.last()?);
    let partner = |whole: &Amount| -> Option<usize> {
        let mut turned: Vec<Amount> = row.iter().copied().filter(|a| a.id != whole.id).gather();
        turned.insert(0, *whole);
        turned.get(balanced(&turned)?).map(|a| a.id)
    };
    let direction = |id: usize| scope.facts.get(id).map_or(0, |f| f.direction);
    let opposed = |whole: &&Amount| partner(whole).is_some_and(|id| direction(id) * direction(whole.id) < 0);
    let whole = [first, last].into_iter().filter(opposed).single();
    let whole = whole.unwrap_or(if last.steps > first.steps { last } else { first });
    let off = partner(whole)?;
    let term = |a: &Amount| if a.id == off { Term::minus(a.id) } else { Term::plus(a.id) };
    let parts = row.iter().filter(|a| a.id != whole.id).map(term).gather();
    Some((Kind::Sum, Equation::Sum { parts, whole: vec![Term::plus(whole.id)] }))
}
