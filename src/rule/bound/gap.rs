//! H04 with its amount: 预算660.41万元，决算506.82万元，低于预算153.59万元: by how much one of two stated figures is the larger.

use super::verb::COMPARING;
use super::{RULE, over, relation};
use crate::fact::{Fact, Facts, Measure, Role};
use crate::relation::{Equation, Kind, Order, Reason, Relation, Term};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// States order and difference; whether the figure is such an amount.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) -> bool {
    let facts = scope.facts;
    let Some(fact) = facts.get(id).filter(|f| f.is_level() && f.figure.is_plain()) else { return false };
    let Some((order, noun)) = says(&fact.left) else { return false };
    let Some((subject, limit)) = pair(facts, fact, id, noun) else { return false };
    let bound = relation(scope, "H04", subject, order, limit, "W04");
    let holds = scope.fits(&bound.equation);
    // Where the words are turned round, the amount is still the difference.
    let up = (order == Order::Greater) == holds;
    let (high, low) = if up { (subject, limit) } else { (limit, subject) };
    let equation = Equation::Sum { parts: vec![Term::plus(high), Term::minus(low)], whole: vec![Term::plus(id)] };
    let range = over(scope, subject.min(limit), id);
    // 控制在918元以内 is a limit, not an amount to subtract from.
    if facts.get(limit).is_some_and(|f| f.figure.is_plain()) {
        out.relation(Relation { kind: Kind::Difference, equation, range, warning: "W45", ..bound.clone() });
    } else {
        out.unchecked(RULE.name, "H04", range, vec![id, limit, subject], Reason::Vague);
    }
    out.relation(bound);
    true
}

/// 决算低于预算: the order, and the limit that is named; the verb begins the clause or stands behind the outturn.
fn says(left: &str) -> Option<(Order, &str)> {
    const NOUNS: [&str; 10] = ["预算", "概算", "计划", "限额", "指标", "目标", "控制数", "任务", "标准", "核定数"];
    const SUBJECTS: [&str; 7] = ["决算", "决算数", "支出", "实际", "执行数", "实际支出", "较"];
    // Most figures stand behind none of the verbs.
    if !left.contains(['于', '超', '突']) {
        return None;
    }
    let (at, order) = COMPARING.iter().find_map(|(verb, order)| left.split_once(verb).map(|parts| (parts, *order)))?;
    let (head, noun) = at;
    let head = super::limit::after_adverbs(head);
    let begins = head.is_empty() || head.ends_with_any(&SUBJECTS);
    let named = noun.chars().count() <= 10 && noun.mentions_any(&NOUNS) && !noun.ends_with('的');
    (begins && named).then_some((order, noun))
}

/// The two figures that are compared, both stated before in the same part of the sentence.
fn pair(facts: &Facts, fact: &Fact, id: usize, noun: &str) -> Option<(usize, usize)> {
    let wanted = Measure::of(noun);
    let here = |f: &Fact| {
        matches!(f.role, Role::Level | Role::Base | Role::To)
            && f.is_amount()
            && f.is_like(fact)
            && (f.figure.is_plain() || f.left.mentions("控制在"))
            && f.place.depth == fact.place.depth
            && f.place.segment == fact.place.segment
    };
    let is_limit = |f: &Fact| {
        let named = f.measure == wanted || (f.measure.is_budget() && wanted.is_budget());
        (wanted != Measure::Unstated && named) || f.left.mentions("控制在") || f.left.ends_with(noun)
    };
    let before = facts.in_sentence(fact.place.sentence).start..id;
    let limit = facts.pick(before.clone(), |f| here(f) && is_limit(f)).next_back()?;
    let subject = facts.pick(before, |f| here(f) && !is_limit(f) && !f.measure.is_budget()).next_back()?;
    Some((subject, limit))
}
