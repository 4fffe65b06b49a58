//! Items of an enumeration in one sentence: 一是全部14个项目中有4个…；二是2人以下的所有3个，占16.7%.

use crate::rule::Scope;

const ORDINALS: &str = "一二三四五六七八九十";

/// Whether a later item of an enumeration begins between two amounts: what one item counts is no whole of another's.
pub(super) fn are_apart(scope: &Scope, one: usize, other: usize) -> bool {
    let facts = scope.facts;
    let (Some(first), Some(last)) = (facts.get(one.min(other)), facts.get(one.max(other))) else { return false };
    let begins = |semicolon: &usize| {
        let words = facts.text.slice(semicolon + 1..last.range.start.min(semicolon + 3));
        matches!(words, [item, '是' | '、'] if ORDINALS.contains(*item))
    };
    facts.clauses.semicolons(&(first.range.end..last.range.start)).iter().any(begins)
}
