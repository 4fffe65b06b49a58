//! D02: 增加1136.9万元，下降21.9%: a change and its rate that go opposite ways, where the figures say that they are of one thing.

use super::relation;
use crate::fact::{Fact, Role};
use crate::relation::{Equation, Relation, Term};
use crate::rule::{Scope, Sink};

/// Verbs that say nothing but the way.
const VERBS: [&str; 8] = ["增", "减", "增长", "增加", "上升", "下降", "减少", "降低"];

/// States that the rate goes the way of the change right before it; false where their ways agree or the figures do not bear them out.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) -> bool {
    let facts = scope.facts;
    let Some((change, rate)) = id.checked_sub(1).zip(facts.get(id)) else { return false };
    let opposed = facts.get(change).filter(|f| {
        f.role == Role::Change
            && f.is_amount()
            && f.figure.is_plain()
            && f.direction * rate.direction < 0
            && f.place.segment == rate.place.segment
            && f.place.clause + 1 == rate.place.clause
            && f.place.depth == rate.place.depth
    });
    // 收入增加12万元，成本下降5%: a rate with words of its own is of something else.
    let own = rate.phrase.is_empty() && rate.left.chars().count() <= 4;
    // 比上年末57.7万头增加5.04万头，下降8.7%: with the base printed, change and rate are each checked by it.
    let Some(fact) = opposed.filter(|_| own && facts.base_before(change).is_none()) else { return false };
    if let Some(stated) = closed_off(scope, (change, fact), (id, rate)) {
        let range = facts.span(&stated.all());
        out.relation(Relation { warning: "W04", ..relation("D02", stated, range, true) });
        return true;
    }
    let before = || facts.pick(facts.in_sentence(rate.place.sentence).start..change, |f| f.is_amount());
    let said =
        facts.subject(change).into_iter().chain(before().rev().filter(|b| facts.get(*b).is_some_and(|f| f.is_level())));
    let equation = |whole: Vec<Term>, sign| Equation::Rate {
        part: vec![Term::plus(change)],
        whole,
        less_one: false,
        sign,
        rate: id,
    };
    let mut wholes: Vec<Vec<Term>> = Vec::new();
    for subject in said.filter(|s| facts.get(*s).is_some_and(|f| f.is_like(fact))) {
        wholes.push(vec![Term::plus(subject), Term::plus(change)]);
        wholes.push(vec![Term::plus(subject), Term::minus(change)]);
    }
    // 上年为8.2万元，本年少支0.7万元，上升8.5%: the base itself, where it stands before the change.
    let past = |f: &Fact| f.is_level() && f.is_like(fact) && f.figure.is_plain() && f.period.is_past(facts.year);
    let base = change.checked_sub(1).filter(|b| before().any(|id| id == *b) && facts.get(*b).is_some_and(past));
    wholes.extend(base.map(|b| vec![Term::plus(b)]));
    let fitting = wholes.iter().find(|whole| scope.fits(&equation((*whole).clone(), 1)));
    // 较上年减0.04万元，增0.01%: whatever the rate is, a bare verb behind a comparison goes on with it.
    let goes_on = !fact.phrase.is_empty() && VERBS.contains(&rate.left.as_str());
    let Some(whole) = fitting.or_else(|| wholes.first().filter(|_| goes_on)) else { return false };
    let (stated, sure) = (equation(whole.clone(), -1), fitting.is_some());
    let range = facts.span(&stated.all());
    out.relation(Relation { warning: "W04", ..relation("D02", stated, range, sure) });
    true
}

/// 与上年支出620万元相比，减少25万元，增长4.03%: where the change makes the rate of the base that 相比 closes off, only the way of one of them
/// can be wrong; it is the change's where the amount before bears the rate out.
fn closed_off(scope: &Scope, (change, fact): (usize, &Fact), (id, rate): (usize, &Fact)) -> Option<Equation> {
    let facts = scope.facts;
    let closed = |f: &Fact| f.closes_comparison() && f.place.segment == fact.place.segment && f.is_like(fact);
    let base = change.checked_sub(1).filter(|b| facts.get(*b).is_some_and(|f| f.role == Role::Base && closed(f)))?;
    let equation = |part, less_one, sign| {
        let (part, whole) = (vec![Term::plus(part)], vec![Term::plus(base)]);
        Equation::Rate { part, whole, less_one, sign, rate: id }
    };
    // 增长4.03%的是人员经费: a rate that goes on is of something else.
    let ends = rate.right.is_empty();
    let holds = facts.subject(change).is_some_and(|s| scope.fits(&equation(s, true, rate.direction)));
    (ends && !holds && scope.fits(&equation(change, false, 1))).then(|| equation(change, false, -1))
}
