//! I01: the scores that a written sum adds up are those given before: 总分=9.3分+45分+25分+8分.

use super::{is_misprint, relation};
use crate::fact::Fact;
use crate::gather::Gather;
use crate::relation::{Equation, Relation};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// How many figures before a sum its scores are looked for.
const REACH: usize = 80;

/// States that each score of a written sum is one that was given, in their order.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let sums: Vec<Vec<usize>> = out.stated_by("part_whole").filter_map(|r| written(scope, r)).gather();
    for parts in sums {
        let Some(first) = parts.first().copied() else { continue };
        let given: Vec<usize> = scope.facts.pick(first.saturating_sub(REACH)..first, is_given).gather();
        let found = matched(scope, &parts, &given);
        for (at, part) in parts.iter().enumerate() {
            let place = |i: usize| found.get(i).copied().flatten();
            let own = found.get(at).copied().flatten();
            let known = own.and_then(|i| given.get(i).copied());
            // What stands between the scores beside it and is a slip away was meant.
            let from = (0..at).rev().find_map(place).map_or(0, |i| i + 1);
            let to = (at + 1..parts.len()).find_map(place).unwrap_or(given.len());
            // A subtotal is what a sum of scores is made of, before the scores in it.
            let slip = || {
                let slips = || given.get(from..to).into_iter().flatten().copied().filter(|g| differs(scope, *g, *part));
                slips().find(|g| out.computes(*g)).or_else(|| slips().next())
            };
            if let Some(score) = known.or_else(slip)
                && let Some(range) =
                    scope.facts.get(score).zip(scope.facts.get(*part)).map(|(a, b)| a.range.start..b.range.end)
            {
                out.relation(relation("I01", score, *part, range, known.is_some()));
            }
        }
    }
}

/// The scores of a sum written with signs.
fn written(scope: &Scope, stated: &Relation) -> Option<Vec<usize>> {
    let Equation::Sum { parts, .. } = &stated.equation else { return None };
    let ids: Vec<usize> = parts.iter().map(|t| t.fact).gather();
    let [a, b, ..] = ids.as_slice() else { return None };
    let scores = ids.iter().all(|id| scope.facts.get(*id).is_some_and(|f| f.figure.unit.base == "分"));
    (scores && scope.facts.between(*a, *b).trim_start().starts_with(['+', '＋'])).then_some(ids)
}

/// A score that was given: 得分9.3分, 小计45分, 效益指标得25分.
fn is_given(fact: &Fact) -> bool {
    let words = fact.left.trim_end_matches(['为', '是', '共']);
    let said = words.ends_with_any(&["得", "得分", "小计", "评分"]);
    said && fact.figure.unit.base == "分" && fact.figure.is_plain()
}

/// For each score of the sum the place of the equal one that was given, behind that of the score before.
fn matched(scope: &Scope, parts: &[usize], given: &[usize]) -> Vec<Option<usize>> {
    let mut next = 0;
    let value = |id: usize| scope.facts.base_value(id);
    let one = |part: &usize| {
        let found = given.iter().enumerate().skip(next).find(|(_, g)| value(**g) == value(*part)).map(|(at, _)| at);
        next = found.map_or(next, |at| at + 1);
        found
    };
    parts.iter().map(one).gather()
}

fn differs(scope: &Scope, given: usize, part: usize) -> bool {
    let pair = scope.facts.get(given).zip(scope.facts.get(part));
    pair.is_some_and(|(a, b)| a.figure.value != b.figure.value && is_misprint(&a.figure, &b.figure))
}
