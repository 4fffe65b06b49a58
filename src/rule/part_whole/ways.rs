//! Divisions that a noun heads, 处理方式：约谈68家、罚款57家、解除协议18家, and those that only a clause holds together: 15场展览走进学校7场、
//! 社区5场、军营3场.

use super::row::{is_open, is_people, row};
use super::{is_near, kind_of, relation, sum};
use crate::fact::Fact;
use crate::gather::Gather;
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// What such a noun ends with.
const NOUNS: [&str; 9] = ["方式", "去向", "构成", "用途", "流向", "类型", "结果", "分布", "来源"];

/// How long the words before the colon are at most.
const HEAD: usize = 8;

/// How many amounts before a division are asked whether it divides them.
const REACH: usize = 4;

/// Units that count things of any kind: 12个村建成广场5个.
const ANY: [&str; 10] = ["个", "项", "家", "处", "件", "户", "种", "类", "条", "套"];

/// States both.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    for sentence in 0..scope.facts.clauses.sentences().len() {
        headed(scope, sentence, out);
    }
    for whole in scope.levels(|f| f.place.depth == 0) {
        in_clause(scope, whole, out);
    }
}

/// A sentence that is only the noun and its row, and the amount of its paragraph that the row divides.
fn headed(scope: &Scope, sentence: usize, out: &mut Sink) {
    let facts = scope.facts;
    let ids = facts.in_sentence(sentence);
    if ids.is_empty() {
        return;
    }
    let (Some(first), Some(start)) = (facts.get(ids.start), facts.clauses.sentences().get(sentence)) else { return };
    let Some((head, _)) = facts.text.words(start.start..first.range.start.max(start.start)).split_once('：') else {
        return;
    };
    if !head.ends_with_any(&NOUNS) || head.chars().count() > HEAD || is_people(first) {
        return;
    }
    let parts = row(scope, ids.start);
    if parts.len() < 3 || is_open(scope, &parts) {
        return;
    }
    let like =
        |f: &Fact| f.is_level() && f.figure.is_plain() && f.is_like(first) && f.place.depth == 0 && !f.is_for_each();
    let before = facts.in_paragraph(first.place.paragraph).start..ids.start;
    let wholes: Vec<usize> = facts.pick(before, like).rev().take(REACH).gather();
    let fitting = wholes.iter().copied().find(|whole| scope.fits(&sum(&parts, *whole)));
    let nearest = || wholes.first().copied().filter(|whole| scope.is_stated_slip(&sum(&parts, *whole)));
    if let Some(whole) = fitting.or_else(nearest) {
        add(scope, &parts, whole, fitting.is_some(), out);
    }
}

/// A clause that begins with its whole and goes on to the row that divides it, in one unit that counts nothing else.
fn in_clause(scope: &Scope, whole: usize, out: &mut Sink) {
    let facts = scope.facts;
    let Some(total) = facts.get(whole).filter(|f| f.figure.unit.is_whole()) else { return };
    let clause = facts.clauses.clauses().get(total.place.clause).filter(|c| c.start == total.range.start);
    let Some(clause) = clause.filter(|_| !ANY.contains(&total.figure.unit.base.as_str())) else { return };
    let parts = row(scope, whole + 1);
    let Some((first, last)) = parts.first().zip(parts.last()).and_then(|(a, b)| facts.get(*a).zip(facts.get(*b)))
    else {
        return;
    };
    let whole_clause = clause.end <= last.range.end + 1;
    let named = parts.iter().all(|id| facts.get(*id).is_some_and(|f| f.is_level() && f.label.own));
    let listed = first.left.mentions_any(&["其中", "包括", "含", "比", "较"]);
    let one = first.place.clause == total.place.clause && first.figure.unit == total.figure.unit;
    if whole_clause && one && named && !listed && parts.len() >= 3 && !is_people(total) && !is_open(scope, &parts) {
        let fits = scope.fits(&sum(&parts, whole));
        if fits || is_near(scope, &parts, whole) {
            add(scope, &parts, whole, fits, out);
        }
    }
}

fn add(scope: &Scope, parts: &[usize], whole: usize, sure: bool, out: &mut Sink) {
    let equation = sum(parts, whole);
    let range = scope.facts.span(&equation.all());
    out.relation(relation("A17", kind_of(scope, whole), equation, range, sure));
}
