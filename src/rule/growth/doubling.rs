//! D05: 由200件翻一番至400件: one doubling is twice, two are four times.

use super::relation;
use crate::fact::{Fact, Role};
use crate::relation::{Equation, Term};
use crate::rule::{Scope, Sink};

/// The doublings and how many times the amount they make.
const DOUBLINGS: [(&str, usize); 7] =
    [("翻一番", 2), ("翻了一番", 2), ("翻番", 2), ("翻两番", 4), ("翻了两番", 4), ("翻二番", 4), ("翻三番", 8)];

/// How many characters behind a figure a doubling is looked for.
const BEHIND: usize = 9;

/// States the doubling that leads from one figure to another.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    if !is_said(scope, id) {
        return;
    }
    let Some((from, to, times)) = between(scope, id).or_else(|| behind(scope, id)) else { return };
    // 36.4万次，同比翻一番（上年18.2万次）: the bracket gives what there was before.
    let is_aside = facts.get(to).is_some_and(|f| f.place.bracket > facts.get(from).and_then(|f| f.place.bracket));
    let (from, to) = if is_aside { (to, from) } else { (from, to) };
    let (Some(start), Some(end)) = (facts.get(from), facts.get(to)) else { return };
    let amounts = start.is_amount() && end.is_level() && start.is_like(end);
    if amounts && start.figure.is_plain() && end.figure.is_plain() && start.place.segment == end.place.segment {
        let equation = Equation::Sum { parts: vec![Term::plus(from); times], whole: vec![Term::plus(to)] };
        let range = start.range.start.min(end.range.start)..start.range.end.max(end.range.end);
        out.relation(relation("D05", equation, range, true));
    }
}

/// Whether the words between a figure and the one before, or right behind it, say so at all.
fn is_said(scope: &Scope, id: usize) -> bool {
    let facts = scope.facts;
    let Some(fact) = facts.get(id) else { return false };
    let before = id.checked_sub(1).and_then(|before| facts.get(before));
    let start = before.map_or(fact.range.end, |f| f.range.end.min(fact.range.end));
    facts.text.slice(start..facts.text.chars().len().min(fact.range.end + BEHIND)).contains(&'翻')
}

/// How many times the words make it; 翻一番以上 only bounds it.
fn times(words: &str) -> Option<usize> {
    let doubled = words.contains('翻') && !words.contains("以上") && !words.contains('近');
    DOUBLINGS.iter().find(|(w, _)| doubled && words.contains(w)).map(|(_, times)| *times)
}

/// 由200件翻一番至400件.
fn between(scope: &Scope, id: usize) -> Option<(usize, usize, usize)> {
    let from = id.checked_sub(1)?;
    scope.facts.get(from).filter(|f| matches!(f.role, Role::From | Role::Level))?;
    times(scope.facts.between(from, id)).map(|times| (from, id, times))
}

/// 产量35万吨，比2020年的17.5万吨翻一番; 由2.9万辆增加到11.6万辆，实现翻两番: the doubling stands behind both.
fn behind(scope: &Scope, id: usize) -> Option<(usize, usize, usize)> {
    let facts = scope.facts;
    let last = facts.get(id)?;
    let end = facts.clauses.sentences().get(last.place.sentence)?.end.min(last.range.end + BEHIND);
    let near = facts.text.words(last.range.end..end.max(last.range.end));
    if !near.contains('翻') {
        return None;
    }
    let words = near.trim_start_matches('，').trim_start_matches("实现").trim_start_matches('了');
    let times = times(words).filter(|_| words.starts_with('翻'))?;
    if last.role == Role::To {
        let from = id.checked_sub(1).filter(|b| facts.get(*b).is_some_and(|f| f.role == Role::From))?;
        return Some((from, id, times));
    }
    let compared = last.left.starts_with(['由', '比', '较', '从']);
    let now = |f: &Fact| f.is_level() && f.is_like(last) && f.place.segment == last.place.segment;
    let subject = facts.pick(facts.in_sentence(last.place.sentence).start..id, now).next_back();
    subject.filter(|_| compared).map(|subject| (id, subject, times))
}
