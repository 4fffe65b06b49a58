//! A11: 净额 = 总额 − 费用, in one sentence or where three sentences give the three amounts.

use super::relation;
use crate::fact::Fact;
use crate::gather::Gather;
use crate::number::Dimension;
use crate::relation::{Equation, Kind, Term};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// States both.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    nets(scope, out);
    deductions(scope, out);
    offset(scope, out);
    counted_once(scope, out);
}

/// 3家盈利412万元，2家亏损88万元，盈亏相抵后利润324万元: the two amounts before it say which is taken away.
fn offset(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let level = |f: &Fact| f.is_level() && f.figure.is_plain() && f.figure.unit.dimension == Dimension::Money;
    let said = |f: &Fact| level(f) && f.left.starts_with_any(&["盈亏相抵", "盈亏互抵", "盈亏抵销"]);
    for net in scope.levels(said) {
        let Some(fact) = facts.get(net) else { continue };
        let loses = fact.left.ends_with("亏损") || fact.left.ends_with("净亏损");
        let before = |ending: &str| {
            let named = |f: &Fact| level(f) && f.left.ends_with(ending) && f.place.segment == fact.place.segment;
            facts.pick(facts.in_sentence(fact.place.sentence).start..net, named).single()
        };
        let (Some(gain), Some(loss)) = (before("盈利"), before("亏损")) else { continue };
        let (more, less) = if loses { (loss, gain) } else { (gain, loss) };
        let equation = Equation::Sum { parts: vec![Term::plus(more), Term::minus(less)], whole: vec![Term::plus(net)] };
        out.relation(relation("A11", Kind::Difference, equation.clone(), facts.span(&equation.all()), true));
    }
}

/// 甲类432人；乙类390人，同时享受两项的112人，剔除重复后实际受益710人: who is counted twice is taken away once.
fn counted_once(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let level = |f: &Fact| f.is_level() && f.figure.is_plain() && f.figure.unit.is_whole();
    let said = |f: &Fact| level(f) && f.left.starts_with_any(&["剔除重复", "扣除重复", "去除重复", "去重"]);
    for net in scope.levels(said).filter(|id| *id >= 3) {
        let (Some(fact), Some(both)) = (facts.get(net), facts.get(net - 1)) else { continue };
        // 同时享受两项的112人: a number may stand between.
        let clause = facts.clauses.clauses().get(both.place.clause).map_or(both.range.start, |c| c.start);
        let words = facts.text.words(clause..both.range.start);
        let twice = level(both) && both.is_like(fact) && words.mentions_any(&["同时", "重复", "重叠"]);
        let like = |f: &Fact| level(f) && f.is_like(fact) && f.place.depth == 0;
        let before: Vec<usize> =
            facts.pick(facts.in_paragraph(fact.place.paragraph).start..net - 1, like).rev().take(2).gather();
        let [last, first] = *before.as_slice() else { continue };
        let parts = vec![Term::plus(first), Term::plus(last), Term::minus(net - 1)];
        let equation = Equation::Sum { parts, whole: vec![Term::plus(net)] };
        if twice && (scope.fits(&equation) || scope.is_stated_slip(&equation)) {
            out.relation(relation("A11", Kind::Difference, equation.clone(), facts.span(&equation.all()), true));
        }
    }
}

/// Whether the words take an amount away from the one before it.
pub(super) fn is_deducted(fact: &Fact) -> bool {
    fact.left.starts_with_any(&["扣除", "剔除", "减去", "扣减"])
}

/// 总额100万元，扣除上缴8万元，净额92万元: three amounts in a row, the words of the second and third say how they stand.
fn deductions(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let level = |f: &Fact| f.is_level() && f.figure.is_plain();
    let deducted = |f: &Fact| level(f) && f.place.depth == 0 && is_deducted(f);
    for id in scope.levels(deducted).filter(|id| *id > 0) {
        let (Some(gross), Some(cost), Some(net)) = (facts.get(id - 1), facts.get(id), facts.get(id + 1)) else {
            continue;
        };
        // 本年盈余427万元，扣除财政项目盈余96万元后，医疗盈余331万元: what is left after it, called the same.
        let after = facts.between(id, id + 1).starts_with("后，");
        let rest = after || net.left.starts_with_any(&["净", "实际", "后", "余", "实"]);
        let same = after
            && !net.left.mentions_any(&["实际", "可用"])
            && tail(gross).is_some_and(|noun| net.left.ends_with(noun));
        let row = [gross, net].iter().all(|f| level(f) && f.is_like(cost) && f.place.segment == cost.place.segment);
        let equation =
            Equation::Sum { parts: vec![Term::plus(id - 1), Term::minus(id)], whole: vec![Term::plus(id + 1)] };
        // 动用后余额0.04亿元，可补充3.87亿元，减去动用3.2亿元后余额0.71亿元: what there was before is in it as well.
        let kept = |before: usize| {
            let more = [Term::plus(before), Term::plus(id - 1), Term::minus(id)].to_vec();
            let equation = Equation::Sum { parts: more, whole: vec![Term::plus(id + 1)] };
            let like = facts.get(before).is_some_and(|f| level(f) && f.is_like(cost) && f.left.contains("余"));
            Some(equation).filter(|equation| like && scope.exact(equation))
        };
        let before = id.checked_sub(2).filter(|_| !scope.exact(&equation)).and_then(kept);
        let equation = before.unwrap_or(equation);
        // 实际拨付 can be less than what was left to pay; 净额 and 扣除…后 cannot.
        let clear = net.left.contains('净') || net.left.starts_with('后') || same;
        if row && rest && !gross.is_zero() && (clear || scope.fits(&equation)) {
            out.relation(relation("A11", Kind::Difference, equation, gross.range.start..net.range.end, true));
        }
    }
}

/// The noun that the words before an amount end with.
fn tail(fact: &Fact) -> Option<&str> {
    fact.left.char_indices().rev().nth(1).map(|(at, _)| fact.left.split_at(at).1)
}

fn nets(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let level = |f: &Fact| f.is_level() && f.figure.is_plain() && f.figure.unit.dimension == Dimension::Money;
    for id in scope.levels(|f| level(f) && f.left.mentions("净额")) {
        let Some(net) = facts.get(id) else { continue };
        let stem: String = net.left.split("净额").next().unwrap_or("").chars().rev().take(4).collect();
        let stem: String = stem.chars().rev().collect();
        let near = |f: &Fact| level(f) && f.is_like(net);
        let sentence = |s: usize| facts.in_sentence(s);
        let around = sentence(net.place.sentence.saturating_sub(4)).start
            ..(0..=4).map(|more| sentence(net.place.sentence + more).end).max().unwrap_or(id);
        let gross = facts
            .pick(around.clone(), |f| near(f) && f.left.mentions("总额") && f.left.contains(&stem) && !stem.is_empty())
            .next();
        let costs: Vec<usize> = facts.pick(around, |f| near(f) && f.left.mentions("费用")).gather();
        let Some(gross) = gross else { continue };
        let equation = |cost: usize| Equation::Sum {
            parts: vec![Term::plus(gross), Term::minus(cost)],
            whole: vec![Term::plus(id)],
        };
        let chosen = costs.iter().copied().find(|c| scope.fits(&equation(*c))).or(costs.first().copied());
        if let Some(cost) = chosen {
            out.relation(relation("A11", Kind::Difference, equation(cost), net.range.clone(), true));
        }
    }
}
