//! A18: 甲及乙共30.5万元, where the amounts of both were stated before.

use super::{RULE, kind_of, relation, sum};
use crate::fact::{Fact, Measure, normalize};
use crate::gather::Gather;
use crate::relation::Reason;
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// What the name of an amount of money ends with.
const TAILS: [&str; 8] = ["经费", "资金", "支出", "收入", "费", "款", "补助", "专项"];

/// How many amounts of an item are asked for its outturn.
const NEAR: usize = 20;

/// States every total of amounts that it names.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    for id in facts.pick(0..facts.list.len(), |f| f.is_level() && f.figure.is_plain() && f.place.depth == 0) {
        let Some(fact) = facts.get(id) else { continue };
        let Some(head) = ["共计", "合计", "共"].iter().find_map(|w| fact.left.strip_suffix(w)) else { continue };
        let head = head.replace("以及", "及");
        let names: Vec<&str> = head.split(['及', '和', '与']).gather();
        let counted = fact.figure.unit.is_whole();
        let named = |n: &&str| {
            let length = n.chars().count();
            counted && length >= 2 || length >= 3 && n.ends_with_any(&TAILS)
        };
        if names.len() < 2 || !names.iter().all(named) || out.computes(id) {
            continue;
        }
        let parts: Option<Vec<usize>> = names.iter().map(|name| stated(scope, name, id)).gather_all();
        match parts {
            Some(parts) => {
                let range = fact.range.clone();
                out.relation(relation("A18", kind_of(scope, id), sum(&parts, id), range, true));
            }
            None if counted => {}
            None => out.unchecked(RULE.name, "A18", fact.range.clone(), vec![id], Reason::NoBase),
        }
    }
}

/// The one amount that was stated of a name before.
fn stated(scope: &Scope, name: &str, before: usize) -> Option<usize> {
    let facts = scope.facts;
    let (key, total) = (normalize(name), facts.get(before)?);
    if total.figure.unit.is_whole() {
        // 发放证书137本、证明73份，证书和证明共210件: each in its own unit.
        let one = |f: &Fact| f.is_level() && f.figure.is_plain() && f.figure.unit.is_whole() && f.left.ends_with(name);
        let mut found = facts.pick(facts.in_sentence(total.place.sentence).start..before, one);
        return found.next().filter(|_| found.next().is_none());
    }
    let exact = |id: &usize| facts.get(*id).is_some_and(|f| f.label.own && f.label.key == key && f.is_like(total));
    // 项目支出预算948万元，实际支出906万元，…基本支出与项目支出合计: what was spent of the item, for a budget is no part of it.
    let planned = |id: &usize| facts.get(*id).is_some_and(|f| f.measure.is_budget() && !total.measure.is_budget());
    let mut found: Vec<usize> = facts.levels_named(name, before).into_iter().filter(exact).gather();
    if !found.is_empty() && found.iter().all(planned) {
        let spent = |f: &Fact| f.is_level() && f.figure.is_plain() && f.is_like(total) && f.measure == Measure::Outturn;
        let inherited = facts.of_item(&key).iter().rev().copied().filter(|id| *id < before);
        found.extend(inherited.take(NEAR).filter(|id| facts.get(*id).is_some_and(spent)));
    }
    found.retain(|id| !planned(id));
    let value = facts.base_value(*found.first()?);
    found.iter().all(|id| facts.base_value(*id) == value).then(|| found.first().copied()).flatten()
}
