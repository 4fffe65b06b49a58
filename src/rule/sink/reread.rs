//! A rate whose amounts the words leave open (另一种读法): 产业类5个291.6万元、基础类4个194.4万元，产业类资金占比60%. Of two readings
//! the one that holds is meant; where the words led to a pair that fails, another pair of the sentence may bear the rate out.

use super::Sink;
use crate::fact::{Fact, Measure};
use crate::gather::Gather;
use crate::number::{Decimal, Dimension, Exact};
use crate::relation::{Equation, Relation, ratio};
use crate::rule::Scope;
use crate::rule::quotient::is_told;
use crate::rule::share::is_called;

/// How many figures back the pair is looked for.
const REACH: usize = 24;

/// How many times its last place a rate is at least that hardly any pair bears out by chance; a shorter one the pair has to make to the
/// last digit.
const TELLING: u32 = 1_000;

/// How many digits the part has at least that makes a short rate to the last digit.
const EXACT: u32 = 3;

/// Puts the pair that holds in the place of one that fails.
pub(in crate::rule) fn settle(scope: &Scope, out: &mut Sink) {
    for at in 0..out.relations.len() {
        let open = |r: &Relation, reading: &Equation| !is_settled(scope, r, out) && !is_exchanged(scope, reading, out);
        let other = out.relations.get(at).and_then(|r| other(scope, r).filter(|reading| open(r, reading)));
        if let (Some(equation), Some(relation)) = (other, out.relations.get_mut(at)) {
            relation.equation = equation;
        }
    }
}

/// 预算4,628万元，决算4,986.21万元，完成92.82%: whether the words call one of two amounts the budget and the other what was spent of it.
fn is_of_budget(scope: &Scope, relation: &Relation, part: usize, whole: usize) -> bool {
    let measure = |id: usize| scope.facts.get(id).map(|f| f.measure);
    let budget = measure(whole).is_some_and(Measure::is_budget);
    relation.rule == "completion" && relation.cue == "E01" && measure(part) == Some(Measure::Outturn) && budget
}

/// Whether the words leave a rate no other pair: the very names of a formula, a budget and what was spent of it, or 甲占57%，乙占24%，丙占8%, a share
/// of the whole that a list makes to the last digit, where its part is called by its name or every other part has a share of it that holds.
pub(super) fn is_settled(scope: &Scope, relation: &Relation, out: &Sink) -> bool {
    let Equation::Rate { part, whole, less_one: false, rate, .. } = &relation.equation else { return false };
    if let ([part], [whole]) = (part.as_slice(), whole.as_slice())
        && (is_told(scope, *rate, part.fact, whole.fact) || is_of_budget(scope, relation, part.fact, whole.fact))
    {
        return true;
    }
    let ([part], [whole], "share") = (part.as_slice(), whole.as_slice(), relation.rule) else { return false };
    let borne = |id: usize| {
        let mut rates = out.rates_of(id);
        rates.any(|r| r.equation.all().contains(&whole.fact) && scope.fits(&r.equation))
    };
    let sums = out.sums_to(whole.fact).filter(|r| scope.exact(&r.equation)).filter_map(|r| match &r.equation {
        Equation::Sum { parts, .. } if parts.iter().any(|t| t.fact == part.fact) => Some(parts),
        _ => None,
    });
    sums.into_iter().any(|parts| {
        let others = parts.iter().filter(|t| t.fact != part.fact);
        is_called(scope, *rate, part.fact) || parts.len() >= 3 && others.into_iter().all(|t| borne(t.fact))
    })
}

/// 甲54万元，占31%；乙46万元，占54%: whether the amounts of a reading have a rate of their own, right behind their part or in its place of a row, that
/// fails: then the two rates were exchanged, and none of them is of the other's amounts.
pub(super) fn is_exchanged(scope: &Scope, reading: &Equation, out: &Sink) -> bool {
    let Equation::Rate { part, whole, less_one: false, rate, .. } = reading else { return false };
    let ([own], facts) = (part.as_slice(), scope.facts) else { return false };
    let beside = |other: usize| other == own.fact + 1 || facts.row(other).len() > 1 && facts.row(other).contains(rate);
    out.rates_of(own.fact).any(|r| match &r.equation {
        Equation::Rate { part: theirs, whole: of, less_one: false, rate: other, .. } => {
            other != rate && theirs == part && of == whole && beside(*other) && !scope.fits(&r.equation)
        }
        _ => false,
    })
}

fn other(scope: &Scope, relation: &Relation) -> Option<Equation> {
    let facts = scope.facts;
    let Equation::Rate { part, whole, less_one: false, sign: 1, rate } = &relation.equation else { return None };
    let ([part], [whole], told) = (part.as_slice(), whole.as_slice(), facts.get(*rate)?) else { return None };
    let (own, base) = (facts.get(part.fact)?, facts.get(whole.fact)?);
    // A base that the words name stays what it is; other rules look for their pairs themselves.
    let named = relation.rule != "share" || relation.cue == "B01";
    let words = [told, own, base].iter().all(|f| f.cell.is_none());
    let percent = told.figure.unit.dimension == Dimension::Percent;
    if named || !words || !percent || scope.fits(&relation.equation) || scope.is_slip(&relation.equation) {
        return None;
    }
    let level = |f: &Fact| f.is_level() && f.figure.is_plain() && !f.is_zero();
    let before = facts.in_paragraph(told.place.paragraph).start.max(rate.saturating_sub(REACH))..*rate;
    let all: Vec<usize> = facts.pick(before, level).gather();
    let here = |id: usize| facts.get(id).is_some_and(|f| f.place.sentence == told.place.sentence);
    let precise = told.figure.printed_unit().times(Decimal::from(TELLING)).zip(told.figure.base());
    let precise = precise.is_some_and(|(least, value)| least <= value);
    let bears = |(part, whole): &(usize, usize)| {
        let (Some(spent), Some(given)) = (facts.get(*part), facts.get(*whole)) else { return false };
        let equation = ratio(*part, *whole, *rate);
        let less = spent.figure.base() < given.figure.base();
        let telling = precise && scope.fits(&equation);
        less && spent.is_like(given) && (telling || spent.figure.digits() >= EXACT && scope.exact(&equation))
    };
    let parts = all.iter().rev().copied().filter(|id| here(*id));
    let mut pairs = parts.flat_map(|part| all.iter().rev().map(move |whole| (part, *whole)));
    pairs.find(bears).map(|(part, whole)| ratio(part, whole, *rate))
}
