//! Persons and posts (在职人员数、编制数).

use super::{is_stated, settled_in_words_first};
use crate::fact::{Fact, Facts};
use crate::gather::Gather;
use crate::text::Mention;

/// Words before the name that do not change it.
const BEFORE: [&str; 12] =
    ["年末", "年底", "期末", "实有", "实际", "现有", "共有", "核定", "批复", "批准", "人员", "总"];

/// What the words call it, without what only fills.
fn name(fact: &Fact) -> &str {
    let mut out = fact.label.words.as_str();
    while let Some(rest) = BEFORE.iter().find_map(|word| out.strip_prefix(word)) {
        out = rest;
    }
    out
}

/// Whether a figure numbers persons, not 万人 of the insured.
fn counts_persons(fact: &Fact) -> bool {
    is_stated(fact) && fact.figure.unit.family() == "人" && fact.figure.unit.is_whole() && fact.figure.places == 0
}

/// The figures that number persons.
fn persons(facts: &Facts) -> Vec<usize> {
    facts.pick(0..facts.list.len(), counts_persons).gather()
}

/// 在职人员数: stated as one, or the staff of each kind of posts added up.
pub(super) fn staff(facts: &Facts) -> Vec<usize> {
    let persons = persons(facts);
    const WHOLE: [&str; 9] =
        ["在职", "在职人", "在职人员", "在职职工", "在职人数", "在职人员数", "在编在职人员", "在职在编人员", "在岗"];
    if let Some(id) = settled_in_words_first(facts, &persons, |fact| WHOLE.contains(&name(fact))) {
        return vec![id];
    }
    let part = |fact: &Fact| {
        let words = fact.label.words.as_str();
        words.contains("编制") && words.ends_with_any(&WHOLE) && !WHOLE.contains(&name(fact))
    };
    let parts: Vec<usize> = persons.into_iter().filter(|id| facts.get(*id).is_some_and(part)).gather();
    let paragraph = |id: &usize| facts.get(*id).map(|fact| fact.place.paragraph);
    let first: Vec<usize> =
        parts.iter().copied().filter(|id| paragraph(id) == parts.first().and_then(paragraph)).gather();
    let mut kinds: Vec<&str> =
        first.iter().filter_map(|id| facts.get(*id)).map(|fact| fact.label.words.as_str()).gather();
    crate::order::by_key(&mut kinds, |item| *item);
    kinds.dedup();
    // Said twice, it is not known which of them make up the whole.
    if first.len() >= 2 && first.len() == kinds.len() && first.len() == parts.len() { first } else { Vec::new() }
}

/// 编制数.
pub(super) fn posts(facts: &Facts) -> Vec<usize> {
    let whole = |fact: &Fact| matches!(name(fact), "编制" | "编制数" | "编制人数" | "编制总数" | "教职工编制");
    settled_in_words_first(facts, &persons(facts), whole).into_iter().gather()
}
