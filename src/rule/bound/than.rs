//! H04 of rates: 税收占比70.4%，低于去年同期73.5%的水平; 平均出租率78.6%，酒店83.9%、民宿88.2%，均高于平均水平.

use super::relation;
use super::verb::COMPARING;
use crate::fact::Fact;
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// States both.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    for id in facts.pick(1..facts.list.len(), is_rate) {
        printed(scope, id, out);
    }
    for clause in 0..facts.clauses.clauses().len() {
        above_average(scope, clause, out);
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
