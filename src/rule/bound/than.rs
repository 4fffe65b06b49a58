//! H04 without a limit: 税收占比70.4%，低于去年同期73.5%的水平; 平均出租率78.6%，酒店83.9%、民宿88.2%，均高于平均水平; 平均住院9.0天，较上年9.4天有所缩短;
//! 总分95.5分，高于上年得分93.2分.

use super::relation;
use super::verb::COMPARING;
use crate::fact::{Fact, Role};
use crate::number::{Decimal, Exact};
use crate::relation::Order;
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// States both.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    for id in facts.pick(1..facts.list.len(), is_rate) {
        printed(scope, id, out);
    }
    for id in facts.pick(1..facts.list.len(), |f| f.figure.is_plain() && !f.is_zero()) {
        moved(scope, id, out);
    }
    for clause in 0..facts.clauses.clauses().len() {
        above_average(scope, clause, out);
    }
}

/// What the words behind a base say of the way from it.
const MOVED: [(&str, Order); 14] = [
    ("提高", Order::Greater),
    ("增长", Order::Greater),
    ("增加", Order::Greater),
    ("上升", Order::Greater),
    ("提升", Order::Greater),
    ("扩大", Order::Greater),
    ("延长", Order::Greater),
    ("下降", Order::Less),
    ("减少", Order::Less),
    ("降低", Order::Less),
    ("缩短", Order::Less),
    ("回落", Order::Less),
    ("下滑", Order::Less),
    ("缩小", Order::Less),
];

/// What a time before is held against: no plan, limit, mean or rank beside it.
const ASIDE: [&str; 11] = ["目标", "计划", "法定", "标准", "预算", "全国", "全省", "全市", "排名", "位次", "名次"];

/// 较上年的1480元有所提高, 高于上年得分93.2分: the amount of the year before and the one right before it, the only one of its kind in that part of the
/// sentence, no more than twice as large as each other: 高于上年3.5万元 may say by how much.
fn moved(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let (Some(own), Some(other)) = (facts.get(id - 1), facts.get(id)) else { return };
    let past = |words: &str| {
        let time = words.mentions_any(&["上年", "去年", "同期"]) && words.chars().count() <= 10;
        time && !words.mentions_any(&["全国", "全省", "全市", "全县", "平均"])
    };
    // 次均救助1600元，次均水平较上年: what is said to have moved begins as the name of what was told.
    let named = |subject: &str| {
        let head: String = subject.chars().take(2).collect();
        subject.is_empty() || own.left.contains(&head) && !own.left.contains(['、', '和'])
    };
    let compared = || {
        let way = other.right.trim_start_matches('的').strip_prefix("有所")?;
        let (subject, words) = other.left.rsplit_once(['较', '比'])?;
        (past(words) && named(subject)).then_some(MOVED.iter().find(|(verb, _)| way.starts_with(verb))?.1)
    };
    let scored = || {
        let (order, words) =
            COMPARING.iter().find_map(|(verb, order)| Some((*order, other.left.strip_prefix(verb)?)))?;
        past(words).then_some(order)
    };
    let scored = || other.left.ends_with("得分").then(scored).flatten();
    let Some(order) = compared().or_else(scored) else { return };
    let beside = other.place.clause == own.place.clause + 1 && other.place.segment == own.place.segment;
    let level =
        matches!(own.role, Role::Level | Role::Rate | Role::Other) && own.figure.is_plain() && own.is_like(other);
    let (Some(now), Some(then)) = (facts.base_value(id - 1), facts.base_value(id)) else { return };
    let near = |a: Decimal, b: Decimal| b.times(Decimal::TWO).is_some_and(|twice| a <= twice);
    let like = |f: &Fact| f.is_like(other) && f.place.segment == other.place.segment;
    let alone = facts.pick(facts.in_sentence(other.place.sentence).start..id, like).count() == 1;
    let plain = level && !own.left.mentions_any(&ASIDE);
    if beside && plain && alone && near(now, then) && near(then, now) {
        out.relation(relation(scope, "H04", id - 1, order, id, "W04"));
    }
}

fn is_rate(fact: &Fact) -> bool {
    fact.figure.unit.base == "%" && fact.figure.is_plain()
}

/// A rate of another time or place behind the words of comparison, and the rate in the clause before them.
fn printed(scope: &Scope, id: usize, out: &mut Sink) {
    const OTHERS: [&str; 10] = ["上年", "去年", "同期", "平均", "全国", "全省", "全市", "时序", "标准", "目标"];
    let facts = scope.facts;
    let (Some(own), Some(other)) = (facts.get(id - 1), facts.get(id)) else { return };
    let said = COMPARING.iter().find_map(|(verb, order)| Some((*order, other.left.strip_prefix(verb)?)));
    let Some((order, words)) = said else { return };
    let named = words.mentions_any(&OTHERS) && words.chars().count() <= 12;
    let beside = other.place.clause == own.place.clause + 1 && other.place.segment == own.place.segment;
    if named && beside && is_rate(own) {
        out.relation(relation(scope, "H04", id - 1, order, id, "W04"));
    }
}

/// Rates in a row that all lie above or below the average before them.
fn above_average(scope: &Scope, clause: usize, out: &mut Sink) {
    let facts = scope.facts;
    let Some(range) = facts.clauses.clauses().get(clause) else { return };
    let words = facts.text.words(range.start..range.end);
    let Some(words) = words.strip_prefix(['均', '都']) else { return };
    let said = |verb: &str| words.strip_prefix(verb).is_some_and(|words| words.starts_with("平均"));
    let Some((_, order)) = COMPARING.iter().find(|(verb, _)| said(verb)) else { return };
    let end = facts.list.partition_point(|f| f.range.start < range.start);
    let Some(last) = end.checked_sub(1).and_then(|id| facts.get(id)) else { return };
    let sentence = facts.in_sentence(last.place.sentence).start;
    let average = |f: &Fact| is_rate(f) && f.left.mentions("平均");
    let Some(mean) = facts.pick(sentence..end, average).next_back() else { return };
    if (mean + 1..end).all(|id| facts.get(id).is_some_and(is_rate)) && last.range.end + 1 == range.start {
        for id in mean + 1..end {
            out.relation(relation(scope, "H04", id, *order, mean, "W04"));
        }
    }
}
