//! C10, C11: what was added to a budget and taken away from it: 年初300万元，调增45万元，调减15万元，调整后330万元.

use super::relation;
use crate::fact::{Fact, Facts, Measure, Role};
use crate::gather::Gather;
use crate::number::Dimension;
use crate::relation::{Equation, Kind, Order, Term};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

const MORE: [&str; 8] = ["调增", "追加", "增加", "新增", "增补", "追增", "追加预算", "追加资金"];
const LESS: [&str; 8] = ["调减", "核减", "压减", "减少", "收回", "追减", "调减预算", "核减预算"];

/// +1 for what is added in the course of the year, −1 for what is taken away.
fn step(fact: &Fact) -> Option<i8> {
    let words = fact.left.trim_end_matches(['了', '为', '数']);
    let words = ["共计", "合计", "累计", "共"].iter().find_map(|w| words.strip_suffix(w)).unwrap_or(words);
    let ends = |list: &[&str]| words.ends_with_any(list);
    let usable = matches!(fact.role, Role::Level | Role::Change) && fact.is_amount() && fact.figure.is_plain();
    // 较上年增加5万元 compares; it is no step.
    if !usable || !fact.phrase.is_empty() {
        return None;
    }
    if ends(&LESS) { Some(-1) } else { ends(&MORE).then_some(1) }
}

/// 压减一般性支出58.7万元，收回存量资金112万元: a step whose verb stands before what was changed.
fn worded(fact: &Fact) -> Option<i8> {
    /// How many characters may stand before the verb, and name what it changed.
    const AROUND: usize = 8;
    let usable = matches!(fact.role, Role::Level | Role::Change) && fact.is_amount() && fact.figure.is_plain();
    let verb = |list: &[&str]| {
        list.iter().any(|w| {
            let around = |(head, object): (&str, &str)| {
                // 收回年初安排的培训经费等: a clause that begins with the verb may say much of what it took.
                let most = if head.is_empty() { 2 * AROUND } else { AROUND };
                head.chars().count() <= AROUND && (2..=most).contains(&object.chars().count())
            };
            fact.left.split_once(w).is_some_and(around)
        })
    };
    if !usable || !fact.phrase.is_empty() || fact.left.contains(['较', '比', '占']) {
        return None;
    }
    match (verb(&MORE), verb(&LESS)) {
        (true, false) => Some(1),
        (false, true) => Some(-1),
        _ => None,
    }
}

/// 年中追加1874万元，上年结转153万元，调整后预算…: what was carried over may be told as a step as well.
fn carried(fact: &Fact) -> Option<i8> {
    let words = fact.left.trim_end_matches(['为', '共', '资', '金', '额']);
    let over = words.ends_with_any(&["上年结转", "上年结余", "结转上年", "上年结转结余"]);
    (over && fact.is_level() && fact.figure.is_plain()).then_some(1)
}

fn term(fact: usize, sign: i8) -> Term {
    Term { fact, sign }
}

/// Where the steps of a budget begin: the first figure of them, its sentence, and whether nothing but the budget's own parts stands
/// between.
fn beginning(scope: &Scope, id: usize, first: &Fact, out: &Sink) -> (usize, usize, bool) {
    let facts = scope.facts;
    let (mut next, mut plain) = (id + 1, true);
    let mut sentence = first.place.sentence;
    // 年初预算685万元，其中基本支出421万元、项目支出264万元。年中追加…: the next sentence goes on from the whole.
    let listed = |part: usize| out.added_up(part).any(|whole| whole == id);
    let parts = (next..).take_while(|part| listed(*part)).count();
    // 年初预算685万元，基本支出421万元，项目支出264万元；年中追加…: so does the next part of the sentence.
    let goes_on = |f: &Fact| f.place.sentence == sentence && f.place.segment > first.place.segment && step(f).is_some();
    // 年中先后四次追加: how often is no amount.
    let often = |id: usize| facts.get(id).is_some_and(|f| f.figure.unit.base == "次");
    let ahead = next + parts + usize::from(often(next + parts));
    let told = parts > 0 && facts.get(ahead).is_some_and(goes_on);
    if told {
        next = ahead;
    }
    let further = facts.get(next + parts).filter(|f| {
        f.place.sentence == sentence + 1 || f.place.sentence == sentence && f.place.segment > first.place.segment
    });
    if let Some(further) = further.filter(|_| parts > 0 && !told) {
        next += parts;
        sentence = further.place.sentence;
        plain = false;
    }
    // 年初预算685万元。追加248万元，压减36万元，调整后…: nor do steps that are all of the next sentence leave the budget.
    let begins = |f: &Fact| f.place.sentence == sentence + 1 && f.is_like(first) && step(f).is_some();
    if facts.get(next).is_some_and(begins) {
        sentence += 1;
    }
    (next, sentence, plain)
}

/// What was added to a budget and taken away from it, told right behind it; the figure behind that, and whether the words of each
/// step leave no doubt: steps that name what they changed may be an account of something else.
fn steps(scope: &Scope, id: usize, out: &Sink) -> (Vec<Term>, usize, bool) {
    let facts = scope.facts;
    let Some(first) = facts.get(id) else { return (Vec::new(), id + 1, true) };
    let (mut next, sentence, mut plain) = beginning(scope, id, first, out);
    let mut steps = Vec::new();
    let here = |f: &&Fact| f.is_like(first) && f.place.sentence == sentence && f.place.depth == first.place.depth;
    loop {
        // 年中追加248万元（含专项180万元、补助68万元），追减36万元: what a bracket tells of a step is none itself.
        next += (next..).take_while(|i| facts.get(*i).is_some_and(|f| f.place.depth > first.place.depth)).count();
        // 调整增加268万元，其中追加215万元、增支53万元，调整后…: nor is what divides it.
        let last = steps.last().map(|last: &Term| last.fact);
        next += (next..).take_while(|part| out.added_up(*part).any(|whole| Some(whole) == last)).count();
        // 年中追加甲318万元、乙145万元，两项共追加463万元: what adds up to a step is none itself.
        let total =
            out.added_up(next).find(|total| *total > next && facts.get(*total).filter(here).and_then(step).is_some());
        next = total.unwrap_or(next);
        // 调增58.6万元，增幅4.3%，调整后…: nor is the rate of a step one.
        let rate = |f: &Fact| f.figure.unit.dimension == Dimension::Percent && f.place.sentence == sentence;
        if !steps.is_empty() && facts.get(next).is_some_and(rate) {
            next += 1;
            continue;
        }
        let Some(fact) = facts.get(next).filter(here) else { break };
        // 追加962万元，追减118万元，净调增844万元: what the steps come to is none itself.
        if !steps.is_empty() && fact.left.starts_with('净') {
            next += 1;
            continue;
        }
        let own = step(fact);
        // 追加上级专项342万元、县级资金27万元: one verb before a row.
        let last = steps.last().filter(|last: &&Term| last.fact + 1 == next && is_object(facts, next));
        let rowed = || last.map(|last| last.sign);
        let Some(sign) = own.or_else(|| worded(fact)).or_else(|| carried(fact)).or_else(rowed) else { break };
        plain &= own.is_some();
        steps.push(term(next, sign));
        next += 1;
    }
    (steps, next, plain)
}

/// Whether an amount goes on with the one before it in a row, under a name that says nothing of a budget.
fn is_object(facts: &Facts, id: usize) -> bool {
    let joined = id.checked_sub(1).is_some_and(|last| facts.between(last, id).starts_with('、'));
    joined && facts.get(id).is_some_and(|f| f.is_level() && f.label.own && f.measure == Measure::Unstated)
}

/// 年初预算300万元，调整预算数345万元，其中年中追加45万元: what the budget became, named before its steps.
fn named_first(scope: &Scope, id: usize, out: &Sink) -> Option<(Vec<Term>, usize)> {
    let facts = scope.facts;
    let (first, adjusted) = (facts.get(id)?, facts.get(id + 1)?);
    let beside = adjusted.is_like(first) && adjusted.place.sentence == first.place.sentence;
    let named = adjusted.role == Role::Level && adjusted.measure == Measure::AdjustedBudget;
    let (steps, _, plain) = steps(scope, id + 1, out);
    let opened = facts.get(id + 2).is_some_and(|f| f.place.segment == adjusted.place.segment);
    (beside && named && opened && plain && adjusted.figure.is_plain() && !steps.is_empty()).then_some((steps, id + 1))
}

/// What the steps make of a budget, where the words or the figures say so; what was carried over may be in the budget already.
fn built_up(scope: &Scope, (id, next): (usize, usize), steps: &[Term], plain: bool) -> Option<Equation> {
    let own = |t: &&Term| scope.facts.get(t.fact).is_some_and(|f| carried(f).is_none());
    let equation = |steps: &[Term]| Equation::Sum {
        parts: std::iter::once(Term::plus(id)).chain(steps.iter().copied()).gather(),
        whole: vec![Term::plus(next)],
    };
    let (all, rest) = (equation(steps), steps.iter().filter(own).copied().gather());
    if rest.len() == steps.len() {
        return (plain || scope.fits(&all) || scope.is_likely_slip(&all)).then_some(all);
    }
    let less = equation(&rest);
    if !scope.fits(&all) && !rest.is_empty() && scope.fits(&less) {
        return Some(less);
    }
    (scope.fits(&all) || scope.is_slip(&all)).then_some(all)
}

/// C10, C11: from the budget at the beginning of the year over its changes to what it became or what was spent of it.
pub(super) fn budget(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let Some(first) = facts.get(id).filter(|f| {
        f.role == Role::Level
            && f.is_amount()
            && f.figure.is_plain()
            && (f.left.mentions("年初") || f.left.contains('批') && f.left.ends_with("预算"))
            && !f.left.mentions("结")
            && !f.left.mentions("余额")
    }) else {
        return;
    };
    if let Some((steps, adjusted)) = named_first(scope, id, out) {
        let parts = std::iter::once(Term::plus(id)).chain(steps).gather();
        let equation = Equation::Sum { parts, whole: vec![Term::plus(adjusted)] };
        if scope.fits(&equation) || scope.is_likely_slip(&equation) {
            out.relation(relation("C10", Kind::Difference, equation.clone(), facts.span(&equation.all()), true));
        }
        return;
    }
    let (steps, next, plain) = steps(scope, id, out);
    let beside = |f: &&Fact| f.is_like(first) && f.place.depth == first.place.depth;
    // 年初预算300万元，追加45万元。调整后，全年预算数345万元: what it became may begin the next sentence.
    let told = |f: &Fact| f.measure == Measure::AdjustedBudget && facts.in_sentence(f.place.sentence).start == next;
    let goes_on = |f: &&Fact| {
        let last = next.checked_sub(1).and_then(|step| facts.get(step)).map(|s| s.place);
        last.is_some_and(|last| {
            let next = last.sentence + 1 == f.place.sentence && last.paragraph == f.place.paragraph;
            last.sentence == f.place.sentence || next && told(f)
        })
    };
    let last = facts.get(next).filter(beside).filter(goes_on).filter(|f| f.role == Role::Level && f.figure.is_plain());
    let Some(last) = last else { return };
    if steps.is_empty() {
        return;
    }
    let adjusted = last.measure == Measure::AdjustedBudget || last.left.mentions_any(&["调整后", "可用预算"]);
    let spent = last.measure == Measure::Outturn || last.left.ends_with("支出");
    let start = first.range.start..last.range.end;
    let words = facts.text.words(start.clone());
    if adjusted {
        let cue = if steps.len() == 1 && facts.get(id + 1).is_some_and(|f| f.left.mentions("追加")) {
            "C11"
        } else {
            "C10"
        };
        if let Some(equation) = built_up(scope, (id, next), &steps, plain) {
            out.relation(relation(cue, Kind::Difference, equation, start, plain));
        }
    } else if spent && plain && !words.contains('结') {
        // What was carried over may be spent as well, and need not be spent.
        let parts = std::iter::once(Term::plus(id)).chain(steps).gather();
        let equation = Equation::Order { left: vec![Term::plus(next)], order: Order::AtMost, right: parts };
        out.relation(relation("C11", Kind::Bound, equation, start, false));
    }
}
