//! G03, G08: the list first, then the number: 甲、乙、丙等3项许可; 受理、审核、发证3个环节.

use super::names::{has_joint, is_plain, items};
use super::{count, number};
use crate::fact::{Fact, Facts};
use crate::relation::Relation;
use crate::rule::{Scope, Sink};
use crate::text::Range;

/// Kinds that a short list names one by one.
const KINDS: [&str; 26] = [
    "部室", "处室", "环节", "领域", "行业", "方面", "部门", "单位", "乡镇", "街道", "社区", "科室", "股室", "类别",
    "大类", "阶段", "步骤", "板块", "指标", "片区", "系统", "专题", "平台", "机构", "层面", "维度",
];

/// How many characters a short name has.
const SHORT: usize = 6;

/// How many names make a long list.
const LONG: u32 = 12;

/// States what the list before a number says.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let Some(fact) = facts.get(id) else { return };
    let Some(stated) = number(fact) else { return };
    let at = fact.range.start;
    let more = at.checked_sub(1).is_some_and(|i| facts.text.at(i) == Some('等'));
    let end = end_of_list(facts, fact).filter(|_| names_kind(fact) && !more);
    let list = list_before(facts, fact, end.unwrap_or(if more { at - 1 } else { at }));
    let Some(first) = list.first() else { return };
    let range = first.start..fact.range.end;
    let joined = list.last().is_some_and(|last| has_joint(facts, last));
    let count_of = list.len() as u32;
    let readings = if joined { vec![count_of + 1, count_of] } else { vec![count_of] };
    if list.len() < 2 && !(joined && readings.contains(&stated) && more) {
        return;
    }
    let ends_with_noun = list.last().is_some_and(|last| facts.text.at(last.end - 1) == Some('的'));
    if ends_with_noun {
        return;
    }
    let cue = if more { "G03" } else { "G08" };
    if readings.contains(&stated) && (more || names_kind(fact) || stated >= 3) {
        return out.relation(count(cue, id, stated, false, range));
    }
    let plain =
        list.len() >= 3 && list.iter().enumerate().all(|(at, i)| is_plain(facts, i, at == 0)) && readings.len() == 1;
    let listed = readings.first().copied().unwrap_or(count_of);
    // 等 before a number may leave names out, so only too many are a fault.
    let wrong = if more { listed > stated } else { names_kind(fact) && listed.abs_diff(stated) <= 1 };
    // Far too many may be more than the list: only short names in a row are certain to be its items.
    let near = listed <= stated + 2;
    let opens = first.start.checked_sub(1).and_then(|at| facts.text.at(at)) != Some('、');
    // 甲、乙、丙等1项: what is one is no list.
    let one = more && stated == 1 && opens;
    // 内科、外科、…、检验科、药剂科等3个医技科室: of a long list with twice as many and more the number counts the last alone.
    let whole = || listed <= LONG || listed <= stated.saturating_mul(2);
    let row = || whole() && list.len() >= 4 && list.iter().all(|i| i.len() <= SHORT);
    if plain && wrong && (near || one || opens && row()) {
        out.relation(Relation { sure: near, ..count(cue, id, listed, false, range) });
    }
}

fn names_kind(fact: &Fact) -> bool {
    // 9个内设机构, 9个直属单位
    let right = OWNED.iter().find_map(|w| fact.right.strip_prefix(w)).unwrap_or(&fact.right);
    let name = format!("{}{right}", fact.figure.unit.base);
    KINDS.iter().any(|k| right.starts_with(k) || name.starts_with(k))
}

/// Words that say whose the bodies are.
const OWNED: [&str; 5] = ["内设", "直属", "下属", "所属", "派出"];

/// Words that count a list together, behind its last name or behind a comma: …、行政审批股，计8个股室; …、司法警察大队共9个机构.
const TOGETHER: [&str; 7] = ["合计", "共计", "总计", "一共", "共有", "共", "计"];

/// Where the list before a number ends: before the words that count it together.
fn end_of_list(facts: &Facts, fact: &Fact) -> Option<usize> {
    let clause = facts.clauses.clauses().get(fact.place.clause)?.start;
    let words = facts.text.words(clause..fact.range.start);
    let word = TOGETHER.iter().find(|w| words.ends_with(**w))?;
    let end = fact.range.start - word.chars().count();
    (facts.text.at(end.checked_sub(1)?) != Some('，')).then_some(end).or(end.checked_sub(1))
}

/// The items before a position, back to a mark, another figure or the bracket it stands in.
pub(super) fn list_before(facts: &Facts, fact: &Fact, end: usize) -> Vec<Range> {
    let clauses = facts.clauses.clauses();
    let own = clauses.get(fact.place.clause).map_or(end, |c| c.start);
    let before = fact.place.clause.checked_sub(1).and_then(|c| clauses.get(c)).map(|c| c.start);
    let from = before.filter(|_| end < own).unwrap_or(own).max(fact.place.bracket.map_or(0, |b| b + 1));
    let floor = facts
        .pick(facts.begin_in(from..end), |f| f.range.end <= end && f.place.depth == fact.place.depth)
        .filter_map(|id| facts.get(id).map(|f| f.range.end))
        .max();
    let start = floor.unwrap_or(from);
    let mut out = items(facts, start..end, false);
    // Behind a figure the first item is only what is left of a sentence.
    if floor.is_some() && !out.is_empty() {
        out.remove(0);
    }
    out
}
