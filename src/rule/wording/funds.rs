//! W10, W13–W15: what was spent without a budget; 三公 changes without a reason, 三公 figures that must be given and apart.

use super::{says_no_budget, sentence, sentence_before};
use crate::fact::{Fact, Facts, Measure, Role};
use crate::number::Dimension;
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// What was really spent, and more than nothing.
fn is_spent(fact: &Fact) -> bool {
    let words = ["支出", "发生", "决算", "使用", "实际"];
    fact.role == Role::Level
        && fact.figure.unit.dimension == Dimension::Money
        && !fact.is_zero()
        && !fact.measure.is_budget()
        && !fact.label.words.ends_with("收入")
        && (fact.measure == Measure::Outturn || fact.left.mentions_any(&words))
}

/// W13: 公务用车购置费实际发生2.6万元，年初无预算.
pub(super) fn without_budget(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    for index in 0..facts.clauses.clauses().len() {
        let Some(clause) = facts.clauses.clauses().get(index) else { continue };
        let words = facts.text.words(clause.clone());
        let numbered = |f: &Fact| f.measure.is_budget() && !f.is_zero();
        if !says_no_budget(words) || facts.pick(facts.in_clauses(index..=index), numbered).next().is_some() {
            continue;
        }
        let near = |f: &Fact| {
            is_spent(f) && crate::token::clause::index_of(facts.clauses.sentences(), clause.start) == f.place.sentence
        };
        if let Some(id) = facts.pick(facts.in_clauses(index.saturating_sub(1)..=index + 1), near).next()
            && let Some(fact) = facts.get(id)
            && !has_other_budget(facts, fact)
        {
            out.note("W13", vec![id], fact.range.clone());
        }
    }
}

/// The sentence also gives a budget that is not zero: then 无预算 speaks of something else.
fn has_other_budget(facts: &Facts, fact: &Fact) -> bool {
    facts
        .pick(facts.in_sentence(fact.place.sentence), |f| f.is_level() && f.measure.is_budget() && !f.is_zero())
        .next()
        .is_some()
}

/// The items of 三公.
const ITEMS: [&str; 7] = ["三公", "公务接待", "公务用车", "因公出国", "出国（境）", "车辆购置", "公车"];

/// Whether words name an item of 三公; 车辆购置税 is none.
fn names_item(words: &str) -> bool {
    let names = |item: &&str| words.split(*item).skip(1).any(|rest| !rest.starts_with('税'));
    ITEMS.iter().any(names)
}

/// W14: 比上年1.85万元减少0.59万元, and no word why. Once a paragraph.
pub(super) fn change_without_reason(scope: &Scope, out: &mut Sink) {
    const REASONS: [&str; 12] =
        ["原因", "主要", "由于", "因为", "得益于", "系", "受", "导致", "因此", "压缩", "严格", "落实"];
    let facts = scope.facts;
    for paragraph in 0..facts.text.paragraphs().len() {
        let change = |f: &Fact| {
            f.role == Role::Change
                && f.figure.unit.dimension == Dimension::Money
                && !f.is_zero()
                && names_item(sentence_before(facts, f))
        };
        let Some(id) = facts.pick(facts.in_paragraph(paragraph), change).next() else { continue };
        let Some(fact) = facts.get(id) else { continue };
        let own = facts.text.paragraphs().get(paragraph).map(|p| facts.text.words(p.range.clone())).unwrap_or_default();
        let behind =
            format!("{own}{}{}", sentence(facts, fact.place.sentence + 1), sentence(facts, fact.place.sentence + 2));
        if !behind.mentions_any(&REASONS) {
            out.note("W14", vec![id], fact.range.clone());
        }
    }
}

/// An item of 三公 and the numbers that must be given beside it.
struct Duty {
    item: &'static [&'static str],
    /// Words of the sentence in which the numbers stand.
    about: &'static [&'static str],
    units: &'static [&'static str],
}

/// Publication of 三公: groups and persons, vehicles bought and held, receptions and guests.
const DUTIES: [Duty; 3] = [
    Duty {
        item: &["公务接待费"], about: &["接待", "来访", "来宾"], units: &["批次", "批", "人次", "次"]
    },
    Duty {
        item: &["因公出国"],
        about: &["出国", "团组", "出访"],
        units: &["团组", "个", "人次", "人", "批次", "批", "次"],
    },
    Duty { item: &["公务用车运行", "公务用车购置"], about: &["车"], units: &["辆", "台"] },
];

/// W15: money was spent and the numbers stand nowhere in the text.
pub(super) fn missing_elements(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    for duty in &DUTIES {
        let spent = |f: &Fact| {
            is_spent(f)
                && !f.period.is_past(facts.year)
                && duty.item.iter().any(|w| f.left.contains(w) || f.label.words.contains(w) && f.label.own)
        };
        let Some(id) = facts.pick(0..facts.list.len(), spent).next() else { continue };
        let given = facts.list.iter().any(|f| {
            duty.units.contains(&f.figure.unit.base.as_str())
                && duty.about.iter().any(|w| sentence(facts, f.place.sentence).contains(w))
        });
        if let Some(fact) = facts.get(id).filter(|_| !given) {
            out.note("W15", vec![id], fact.range.clone());
        }
    }
}

/// W10: buying vehicles and running them in one amount, and nowhere apart.
pub(super) fn not_split(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let both = |f: &Fact| {
        is_spent(f)
            && !f.period.is_past(facts.year)
            && (f.left.contains(BOTH) || f.label.words.contains(BOTH) && f.label.own)
    };
    let Some(id) = facts.pick(0..facts.list.len(), both).next() else { return };
    let text = &facts.text;
    let apart = |at: usize| match text.at(at) {
        Some('运') => {
            text.has(at, "运行") && !at.checked_sub(1).is_some_and(|i| matches!(text.at(i), Some('及' | '和' | '与')))
        }
        Some('购') => text.has(at, "购置费"),
        _ => false,
    };
    if let Some(fact) = facts.get(id).filter(|_| !(0..text.chars().len()).any(apart)) {
        out.note("W10", vec![id], fact.range.clone());
    }
}

/// The item of both.
const BOTH: &str = "公务用车购置及运行";
