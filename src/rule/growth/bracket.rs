//! D01: the base in the bracket between a comparison and its verb: 受理44,973件，日均1450.7件；环比（7月43,508件）增加3.37%.

use super::relation;
use crate::fact::Fact;
use crate::gather::Gather;
use crate::relation::{Equation, Term};
use crate::rule::{Scope, Sink};

/// Words of a comparison behind which the bracket says with how much.
const COMPARING: [&str; 10] =
    ["同比", "环比", "比上年", "比去年", "较上年", "较去年", "比上年同期", "比去年同期", "较上年同期", "较去年同期"];

/// States such a rate by the only amount before the comparison that its base is like, or by the one of several that holds; an average is no
/// base of a sum, nor the other way round. False where there is none.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) -> bool {
    let facts = scope.facts;
    let Some(rate) = facts.get(id) else { return false };
    let Some((all, then)) = ends(scope, id) else { return false };
    let grown = |now: usize| {
        let (part, whole) = (vec![Term::plus(now)], vec![Term::plus(then)]);
        Equation::Rate { part, whole, less_one: true, sign: rate.direction, rate: id }
    };
    let only = || all.iter().copied().single().map(grown);
    let Some(equation) = all.iter().rev().map(|now| grown(*now)).find(|e| scope.fits(e)).or_else(only) else {
        return false;
    };
    let range = facts.span(&equation.all());
    out.relation(relation("D01", equation, range, true));
    true
}

/// What may have grown, and the base in the bracket right before the verb.
fn ends(scope: &Scope, id: usize) -> Option<(Vec<usize>, usize)> {
    let facts = scope.facts;
    let rate = facts.get(id)?;
    let base = id.checked_sub(1)?;
    let then = facts.get(base).filter(|f| f.is_level() && f.figure.is_plain() && f.place.depth > rate.place.depth)?;
    let open = then.place.bracket?;
    // 甲县同比（43,508件）: nor is the name of one of several before the comparison.
    let clause = facts.clauses.clauses().get(then.place.clause).map_or(open, |c| c.start);
    let compares = COMPARING.contains(&facts.text.words(clause..open));
    // Nothing else stands in the bracket, and the verb alone between it and the rate.
    let alone = facts.text.at(then.range.end) == Some('）') && facts.begin_in(open..then.range.start).is_empty();
    let next = alone && rate.place.clause == then.place.clause;
    let like = |f: &Fact| {
        let outer = f.place.depth == rate.place.depth && f.place.bracket == rate.place.bracket;
        let level = f.is_level() && f.figure.is_plain() && f.is_like(then) && f.is_for_each() == then.is_for_each();
        level && outer && !f.period.is_past(facts.year)
    };
    let sentence = facts.in_sentence(rate.place.sentence).start;
    (compares && next).then(|| (facts.pick(sentence..base, like).gather(), base))
}
