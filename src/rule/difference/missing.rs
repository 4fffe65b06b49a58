//! C09: what is missing of a total that the paragraph tells before.

use super::movement;
use crate::fact::Fact;
use crate::relation::Equation;
use crate::rule::Scope;
use crate::text::Mention;

/// 总预算1340万元，…。乡镇自筹到位204万元，实际到位总额1304万元，缺口36万元: what an amount and what is missing of it make up, where the
/// paragraph tells it before.
pub(super) fn made_up(scope: &Scope, last: usize, id: usize) -> Option<Equation> {
    let facts = scope.facts;
    let fact = facts.get(id)?;
    let like = |f: &Fact| f.is_level() && f.is_like(fact) && f.figure.is_plain();
    let before = facts.in_paragraph(fact.place.paragraph).start..last;
    let whole = facts.pick(before, like).rev().find(|whole| scope.adds_up(&[last, id], *whole))?;
    Some(movement(whole, last, 1, id))
}

/// 采购1.87亿元，预算2.02亿元，节约0.10亿元，尚有3个项目跨年: whether something is still to come, so that what was saved is not all that is left.
pub(super) fn goes_on(scope: &Scope, rest: &Fact) -> bool {
    let facts = scope.facts;
    let end = facts.clauses.sentences().get(rest.place.sentence).map_or(rest.range.end, |s| s.end);
    let behind = facts.text.words(rest.range.end..end.max(rest.range.end));
    rest.left.contains("节约") && behind.mentions_any(&["尚有", "尚未", "跨年", "未完成"])
}
