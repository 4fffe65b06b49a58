//! Items of an enumeration in one sentence: 一是全部14个项目中有4个…；二是2人以下的所有3个，占16.7%.

use crate::rule::Scope;

const ORDINALS: &str = "一二三四五六七八九十";

/// Whether a later item of an enumeration begins between two amounts: what one item counts is no whole of another's.
pub(super) fn are_apart(scope: &Scope, one: usize, other: usize) -> bool {
    let words = scope.facts.between(one.min(other), one.max(other));
    let begins = |item: &str| {
        let mut chars = item.chars();
        let first = chars.next();
        matches!(chars.next(), Some('是' | '、')) && first.is_some_and(|c| ORDINALS.contains(c))
    };
    words.split('；').skip(1).any(begins)
}
