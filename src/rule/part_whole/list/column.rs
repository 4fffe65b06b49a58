//! Which amounts behind a cue are the items of its list.

use super::super::sum;
use super::cue::Cue;
use super::is_of_kind;
use crate::fact::{Fact, Measure};
use crate::gather::Gather;
use crate::rule::Scope;
use crate::text::Mention;

/// 9.土地税收中，契税6833万元；房产税4319万元；…: all amounts of the paragraphs behind a cue, where only they make the whole.
pub(super) fn every(scope: &Scope, cue: &Cue, column: &[usize], whole: usize) -> Option<Vec<usize>> {
    let facts = scope.facts;
    let (first, last, total) = (facts.get(*column.first()?)?, facts.get(*column.last()?)?, facts.get(whole)?);
    let item = |f: &Fact| is_of_kind(f, total) && f.is_level() && f.figure.is_plain() && f.place.depth == 0;
    let over = first.place.paragraph > cue.paragraph && column.len() >= 3;
    let range = facts.in_paragraph(first.place.paragraph).start..facts.in_paragraph(last.place.paragraph).end;
    let all: Vec<usize> = facts.pick(if over { range } else { 0..0 }, item).gather();
    (all.len() > column.len() && scope.adds_up(&all, whole)).then_some(all)
}

/// 受理91件，审结79件，其中刑事受理12件、审结9件，民事受理31件、审结29件: of a list that tells several things of each item, those that are
/// told of the whole.
pub(super) fn told_of(scope: &Scope, parts: &[usize], whole: &Fact) -> Option<Vec<usize>> {
    let own = verb(whole)?;
    let told: Vec<&str> = parts.iter().map(|id| scope.facts.get(*id).and_then(verb)).gather_all()?;
    let times = |verb: &str| told.iter().filter(|other| **other == verb).count();
    let is_own = |at: &usize| told.get(*at) == Some(&own);
    let column: Vec<usize> = (0..parts.len()).filter(is_own).filter_map(|at| parts.get(at).copied()).gather();
    let several = || told.iter().all(|verb| times(verb) >= 2);
    (column.len() >= 2 && column.len() < parts.len() && several()).then_some(column)
}

/// The last two characters of the words before an amount.
fn verb(fact: &Fact) -> Option<&str> {
    let words = fact.left.trim_end_matches(['数', '了']);
    words.char_indices().rev().nth(1).map(|(at, _)| words.split_at(at).1)
}

/// 其中：甲应到位68万元，实际到位21万元；乙应到位240万元，实际到位71万元；丙应到位35万元: the first amounts of the parts of a sentence, where only they
/// make the whole.
pub(super) fn firsts(scope: &Scope, parts: &[usize], whole: usize) -> Option<Vec<usize>> {
    let segment = |id: usize| scope.facts.get(id).map(|f| f.place.segment);
    let mut heads: Vec<usize> = parts.to_vec();
    heads.dedup_by_key(|id| segment(*id));
    let shorter = heads.len() >= 3 && heads.len() < parts.len();
    (shorter && !scope.adds_up(parts, whole) && scope.adds_up(&heads, whole)).then_some(heads)
}

/// 中央资金700万元，分配如下：甲500万元，乙300万元（含省级100万元）。两级合计800万元: the total of the sentence behind that a list makes instead.
pub(super) fn gathered(scope: &Scope, cue: &Cue, parts: &[usize], whole: usize) -> Option<usize> {
    let facts = scope.facts;
    let total = facts.get(whole)?;
    let next = facts.in_sentence(cue.sentence + 1);
    let called = |f: &Fact| {
        is_of_kind(f, total) && f.is_level() && f.figure.is_plain() && f.left.mentions_any(&["合计", "共计", "总计"])
    };
    let open = cue.code == "A02" && parts.len() >= 3 && !scope.fits(&sum(parts, whole));
    facts.pick(next, called).find(|other| open && scope.adds_up(parts, *other))
}

/// The parts that give the same measure as the total: budgets with the budget, outturns with the outturn.
pub(super) fn column(scope: &Scope, parts: &[usize], measure: Measure) -> Vec<usize> {
    let of = |id: &usize| scope.facts.get(*id).map(|f| f.measure).unwrap_or_default();
    let same = |a: Measure, b: Measure| a == b || (a.is_budget() && b.is_budget());
    let distinct = parts.iter().map(of).filter(|m| *m != Measure::Unstated).gather_set();
    match distinct.len() {
        0 => parts.to_vec(),
        1 if measure == Measure::Unstated || distinct.iter().all(|m| same(*m, measure)) => parts.to_vec(),
        // 追加 among the items of a total is how they came about, not another measure of them.
        1 if distinct.iter().all(|m| matches!(m, Measure::Supplement | Measure::Plan)) => parts.to_vec(),
        _ if parts.iter().any(|id| same(of(id), measure)) => parts
            .iter()
            .copied()
            .filter(|id| {
                same(of(id), measure)
                    || (of(id) == Measure::Unstated && scope.facts.get(*id).is_some_and(Fact::is_zero))
            })
            .gather(),
        _ => Vec::new(),
    }
}
