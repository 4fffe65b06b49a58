//! W09, W05: a share without its sign, a rate on a base of zero that the words give.

use super::{says_no_budget, sentence_before};
use crate::fact::{Fact, Facts, Period, Role};
use crate::gather::{Gather, SortedSet};
use crate::number::Dimension;
use crate::relation::{Equation, Relation};
use crate::rule::{Scope, Sink};
use crate::text::Mention;
use crate::token::Mask;

/// W09: 占总支出的76.23.
pub(super) fn without_sign(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    for (id, fact) in facts.list.iter().enumerate() {
        if fact.role == Role::Share && fact.figure.unit.dimension == Dimension::Bare {
            out.note("W09", vec![id], fact.range.clone());
        }
    }
    for (range, mask) in &facts.excluded {
        let decimal = facts.text.slice(range.clone()).contains(&'.');
        if *mask == Mask::NoUnit && decimal && follows_share(facts, range.start) && ends_there(facts, range.end) {
            out.note("W09", Vec::new(), range.clone());
        }
    }
}

/// 占…的 directly before a position.
fn follows_share(facts: &Facts, at: usize) -> bool {
    let words = facts.text.words(at.saturating_sub(12)..at);
    let clause = words.rsplit(['，', '。', '；', '、', '：', '\n']).next().unwrap_or_default();
    let Some((_, rest)) = clause.rsplit_once('占') else { return false };
    let unit_word = rest.starts_with(['地', '用', '有', '线']);
    let whole = rest.is_empty()
        || rest.ends_with('的')
        || rest.ends_with('比')
        || rest.ends_with("比重")
        || rest.ends_with('为');
    whole && !unit_word && !rest.chars().any(|c| c.is_ascii_digit())
}

fn ends_there(facts: &Facts, at: usize) -> bool {
    facts.text.at(at).is_none_or(|c| matches!(c, '，' | '。' | '；' | '、' | '）' | '\n'))
}

/// W05, where no relation has said so already.
pub(super) fn on_zero(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let said: SortedSet<usize> = out.relations.iter().filter_map(on_no_base).gather_set();
    for (id, fact) in facts.list.iter().enumerate() {
        if fact.figure.unit.dimension != Dimension::Percent || !fact.figure.is_plain() {
            continue;
        }
        let zero = match fact.role {
            Role::Growth => !fact.is_zero() && nothing_before(facts, id, fact),
            Role::Completion => no_budget(facts, id, fact),
            _ => false,
        };
        if zero && !said.contains(&id) {
            out.note("W05", vec![id], fact.range.clone());
        }
    }
}

/// The rate of a relation that has no base to be a rate of.
fn on_no_base(relation: &Relation) -> Option<usize> {
    match relation.equation {
        Equation::Rate { rate, .. } if relation.warning == "W05" => Some(rate),
        _ => None,
    }
}

/// 上年未发生, 上年0元, or the change is the whole amount: nothing was there before.
fn nothing_before(facts: &Facts, id: usize, fact: &Fact) -> bool {
    let words = sentence_before(facts, fact);
    let segment = words.rsplit('；').next().unwrap_or_default();
    let said = segment.mentions_any(&[
        "上年未发生",
        "上年无",
        "上年没有",
        "去年未发生",
        "上年度未发生",
        "上年为0，",
        "上年为零",
        "上年同期未发生",
        "上年0，",
    ]) && !segment.mentions("上年无锡");
    let sentence = facts.in_sentence(fact.place.sentence).start..id;
    let here = |f: &Fact| f.place.segment == fact.place.segment && f.place.depth == fact.place.depth && f.is_amount();
    let zero = facts
        .pick(sentence.clone(), |f| here(f) && f.is_level() && f.is_zero() && Period::of(&f.left) == Period::Previous)
        .next_back();
    let change =
        id.checked_sub(1).and_then(|c| facts.get(c)).filter(|c| c.role == Role::Change && here(c) && !c.is_zero());
    let all_new = change.is_some_and(|c| {
        c.direction > 0
            && facts
                .pick(sentence, |f| here(f) && f.is_level())
                .next_back()
                .and_then(|l| facts.get(l))
                .is_some_and(|l| l.is_like(c) && l.figure.base() == c.figure.base())
    });
    said || zero.is_some() || all_new
}

/// 年初预算为0，支出3万元，完成年初预算的100%.
fn no_budget(facts: &Facts, id: usize, fact: &Fact) -> bool {
    let words = sentence_before(facts, fact);
    let segment = words.rsplit('；').next().unwrap_or_default();
    let sentence = facts.in_sentence(fact.place.sentence).start..id;
    let here = |f: &Fact| f.place.segment == fact.place.segment && f.is_level();
    let budget =
        facts.pick(sentence.clone(), |f| here(f) && f.measure.is_budget()).next_back().and_then(|b| facts.get(b));
    let none = budget.map_or_else(|| says_no_budget(segment), Fact::is_zero);
    none && facts.pick(sentence, |f| here(f) && !f.measure.is_budget() && !f.is_zero()).next().is_some()
}
