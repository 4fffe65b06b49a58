//! Parts without a unit, which are not read: a share of one is bound to no other amount.

use crate::fact::Fact;
use crate::rule::Scope;
use crate::text::Range;
use crate::token::Mask;

/// 予以公开41件，占…；部分公开7，占…: whether the clause before a share counts its part without a unit, and no amount does.
pub(super) fn is_told_bare(scope: &Scope, rate: &Fact, near: Option<usize>) -> bool {
    let facts = scope.facts;
    let Some(told) = rate.place.clause.checked_sub(1) else { return false };
    let Some(clause) = facts.clauses.clauses().get(told) else { return false };
    let last = facts.excluded.partition_point(|(range, _)| range.end <= clause.end).checked_sub(1);
    let bare = last.and_then(|last| facts.excluded.get(last));
    let own = near.and_then(|n| facts.get(n)).is_some_and(|f| f.place.clause == told);
    !own && bare.is_some_and(|(range, mask)| *mask == Mask::NoUnit && range.start >= clause.start)
}

/// 用途：人员3463、科研2597。人员占48%: how many numbers without a unit before a share are asked for its name.
const BARE: usize = 30;

/// Whether the name of a share stands before a number without a unit, which is then its part and no amount of a longer name is.
pub(super) fn is_named_bare(scope: &Scope, rate: &Fact, noun: &str) -> bool {
    let facts = scope.facts;
    let Some(paragraph) = facts.text.paragraphs().get(rate.place.paragraph.saturating_sub(1)) else { return false };
    let last = facts.excluded.partition_point(|(range, _)| range.end <= rate.range.start);
    let before = facts.excluded.get(last.saturating_sub(BARE)..last).unwrap_or_default();
    let length = noun.chars().count();
    let named = |start: usize| {
        let from = start.saturating_sub(length);
        let opens = from.checked_sub(1).is_none_or(|at| MARKS.iter().any(|mark| facts.text.has(at, mark)));
        opens && facts.text.has(from, noun)
    };
    let near = |range: &Range| range.start >= paragraph.range.start;
    before.iter().any(|(range, mask)| *mask == Mask::NoUnit && near(range) && named(range.start))
}

/// What a name of a list stands behind.
const MARKS: [&str; 6] = ["、", "，", "：", "；", "。", "中"];

/// 支出28418亿元（其中拆迁等开支占支出总额的79.6%）: whether a bracket that holds no amount names the part itself.
pub(super) fn is_unprinted(scope: &Scope, id: usize, noun: &str) -> bool {
    let Some(rate) = scope.facts.get(id) else { return false };
    let opens = |open: usize| scope.facts.text.has(open + 1, "其中");
    let alone = |open: &usize| opens(*open) && scope.facts.begin_in(*open..rate.range.start).is_empty();
    noun.chars().count() >= 2 && rate.place.bracket.filter(alone).is_some()
}
