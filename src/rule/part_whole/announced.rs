//! A17: divisions that words announce: 持证残疾人15846人，按类别：视力1728人、…; 学生77228人，依次为高中9864人、…; 支用资金的去向是：人员571.80万元、….

use super::row::{is_open, leaves_rest_untold, may_overlap, names};
use super::{kind_of, leaves_one_out, relation, sum};
use crate::fact::{Fact, agree, normalize};
use crate::gather::Gather;
use crate::rule::{Scope, Sink};

/// What the head of a sentence ends with that divides what it names.
const NOUNS: [&str; 9] = ["去向", "投向", "构成", "用途", "流向", "分布", "组成", "结构", "来源"];
/// What may stand behind such a noun, and before it.
const BEHIND: [&str; 5] = ["情况", "如下", "是", "为", "主要"];
const BEFORE: [&str; 4] = ["的", "具体", "主要", "总体"];
/// What opens a row of names with their amounts, each of which is told.
const IN_TURN: [&str; 4] = ["依次为", "依次是", "分别为", "分别是"];
/// How many characters an announcement has at most.
const HEAD: usize = 14;
/// How many parts a division has at least.
const PARTS: usize = 3;
/// How many amounts before its sentence are asked for the one that a head names.
const REACH: usize = 24;

/// States every such division that makes its whole, or that a slip or one part too few or too many keeps from that.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    for first in scope.levels(|_| true) {
        if let Some(whole) = beside(scope, first).or_else(|| headed(scope, first)) {
            divide(scope, first, whole, out);
        }
    }
}

fn divide(scope: &Scope, first: usize, whole: usize, out: &mut Sink) {
    let parts = parts(scope, first);
    let told = names(scope, &parts).is_some() && !is_open(scope, &parts);
    if parts.len() < PARTS || !told || parts.iter().any(|part| out.sums_over(*part).next().is_some()) {
        return;
    }
    let equation = sum(&parts, whole);
    let complete = !leaves_rest_untold(scope, &parts) && !may_overlap(scope, &parts);
    // A total of before another part came to it leaves that one out.
    let slip = scope.is_stated_slip(&equation);
    let fits = scope.fits(&equation);
    if fits || complete && (slip || leaves_one_out(scope, &parts, whole)) {
        let range = scope.facts.span(&equation.all());
        out.relation(relation("A17", kind_of(scope, whole), equation, range, fits || slip));
    }
}

/// The amounts of a kind from one on to the end of its sentence, or up to where they make what they divide.
fn parts(scope: &Scope, first: usize) -> Vec<usize> {
    let facts = scope.facts;
    let Some(fact) = facts.get(first) else { return Vec::new() };
    let like = |f: &Fact| f.is_level() && f.is_like(fact) && f.figure.is_plain() && f.place.depth == fact.place.depth;
    let own = |f: &Fact| like(f) && f.place.segment == fact.place.segment;
    facts.pick(first..facts.in_sentence(fact.place.sentence).end, own).gather()
}

/// The amount right before the first part in its sentence, where the words between announce its division.
fn beside(scope: &Scope, first: usize) -> Option<usize> {
    let facts = scope.facts;
    let (whole, fact) = (first.checked_sub(1)?, facts.get(first)?);
    let total = facts.get(whole).filter(|f| f.is_level() && f.figure.is_plain() && f.is_like(fact))?;
    let near = total.place.segment == fact.place.segment && total.place.depth == fact.place.depth;
    let words = facts.between(whole, first).strip_prefix('，')?;
    let by = || words.split_once('：').is_some_and(|(head, _)| head.starts_with(['按', '分']) && !head.contains('，'));
    let in_turn = || IN_TURN.iter().any(|word| words.strip_prefix(word).is_some_and(|name| !name.is_empty()));
    (near && words.chars().count() <= HEAD && (by() || in_turn())).then_some(whole)
}

/// The amount before its sentence that the head of it names: 优抚安置类支出的具体投向为：….
fn headed(scope: &Scope, first: usize) -> Option<usize> {
    let facts = scope.facts;
    let fact = facts.get(first)?;
    let start = facts.clauses.sentences().get(fact.place.sentence)?.start;
    if facts.in_sentence(fact.place.sentence).start != first {
        return None;
    }
    let (head, name) = facts.text.words(start..fact.range.start.max(start)).split_once('：')?;
    let head = BEHIND.iter().fold(head, |head, word| head.trim_end_matches(word));
    let noun = NOUNS.iter().find(|noun| head.ends_with(**noun) && !name.contains('，'))?;
    let named = BEFORE.iter().rev().fold(head.strip_suffix(noun)?, |named, word| named.trim_end_matches(word));
    let key = normalize(named);
    let like = |f: &Fact| f.is_level() && f.is_like(fact) && f.figure.is_plain() && f.place.depth == 0;
    let mut before = facts.pick(first.saturating_sub(REACH)..first, like).rev();
    let called = |id: &usize| {
        facts.get(*id).is_some_and(|f| {
            agree(&f.label.key, &key) || named.starts_with(f.left.as_str()) && f.left.chars().count() >= 2
        })
    };
    before.find(called).filter(|_| named.chars().count() >= 2)
}
