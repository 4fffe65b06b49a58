//! 表述检查 — remarks on wording: W10, W13–W15, W22, W34–W36, W39, W40–W43, a missing percent sign, a rate on a zero base.
//!
//! Remarks are no arithmetic: each says where to look and leaves the judgement to the writer.
#![doc = include_str!("wording.md")]

mod contradiction;
mod deadline;
mod draft;
mod funds;
mod level;
mod missing;
mod personal;
mod rate;
mod title;

use super::{Rule, Scope, Sink};
use crate::fact::{Fact, Facts};
use crate::text::Mention;

pub(super) const RULE: Rule = Rule { code: "W", name: "wording", find };

fn find(scope: &Scope, out: &mut Sink) {
    funds::without_budget(scope, out);
    funds::change_without_reason(scope, out);
    funds::missing_elements(scope, out);
    funds::not_split(scope, out);
    draft::left_over(scope, out);
    title::other_year(scope, out);
    title::other_name(scope, out);
    missing::inputs(scope, out);
    deadline::late(scope, out);
    level::mixed(scope, out);
    contradiction::strict_but_far_off(scope, out);
    personal::numbers(scope, out);
    rate::without_sign(scope, out);
    rate::on_zero(scope, out);
}

/// The words of the sentence that a figure stands in, before it.
fn sentence_before<'a>(facts: &'a Facts, fact: &Fact) -> &'a str {
    let start = facts.clauses.sentences().get(fact.place.sentence).map_or(0, |s| s.start);
    facts.text.words(start..fact.range.start)
}

/// The words of a sentence.
fn sentence(facts: &Facts, index: usize) -> &str {
    facts.clauses.sentences().get(index).map(|s| facts.text.words(s.clone())).unwrap_or_default()
}

/// Whether the words say in prose that there was no budget: 无预算, 未安排预算, 预算为0.
fn says_no_budget(words: &str) -> bool {
    const NONE: [&str; 8] =
        ["无预算", "没有预算", "未安排预算", "没有安排预算", "未编制预算", "未列预算", "无年初预算", "未安排年初预算"];
    const ZERO: [&str; 6] = ["预算为0", "预算0", "预算数为0", "预算数0", "预算安排0", "预算为零"];
    // Most clauses speak of no budget at all.
    if !words.contains("预算") {
        return false;
    }
    let zero = words.contains(['0', '零'])
        && words.match_indices("预算").any(|(at, _)| {
            let rest = words.get(at..).unwrap_or_default();
            let behind = ZERO.iter().find_map(|zero| rest.strip_prefix(zero));
            behind.is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',')))
        });
    // 无预算支出 as a heading of rules is no statement of fact.
    zero || words.mentions_any(&NONE)
        && !words.mentions("无预算不")
        && !words.mentions("严禁")
        && !words.mentions("不得")
}
