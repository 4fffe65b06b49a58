//! A rate whose amounts the words leave open (另一种读法): 产业类5个291.6万元、基础类4个194.4万元，产业类资金占比60%. Of two readings
//! the one that holds is meant; where the words led to a pair that fails, another pair of the sentence may bear the rate out.

use super::Sink;
use crate::fact::Fact;
use crate::number::{Decimal, Dimension, Exact};
use crate::relation::{Equation, Relation, ratio};
use crate::rule::Scope;

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
        let other = out.relations.get(at).and_then(|relation| other(scope, relation));
        if let (Some(equation), Some(relation)) = (other, out.relations.get_mut(at)) {
            relation.equation = equation;
        }
    }
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
    if named || !words || !percent || scope.is_slip(&relation.equation) || scope.fits(&relation.equation) {
        return None;
    }
    let level = |f: &Fact| f.is_level() && f.figure.is_plain() && !f.is_zero();
    let before = facts.in_paragraph(told.place.paragraph).start.max(rate.saturating_sub(REACH))..*rate;
    let all: Vec<usize> = facts.pick(before, level).collect();
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
