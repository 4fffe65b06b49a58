//! I01: an amount that the words refer back to: 上述18.46亿元抽查资金中，已整改2.27亿元.

use super::{is_misprint, relation};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// Words that refer to an amount stated before.
const REFERRING: [&str; 6] = ["上述", "前述", "上述的", "以上", "这", "该"];
/// What ends the name behind the amount.
const ENDS: [char; 4] = ['中', '里', '的', '已'];

/// States that the amount referred to is the one stated.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    for id in facts.pick(0..facts.list.len(), |f| f.is_level() && f.figure.is_plain() && f.figure.digits() >= 3) {
        let Some(fact) = facts.get(id).filter(|f| f.left.ends_with_any(&REFERRING)) else { continue };
        let name = fact.right.split(ENDS).next().unwrap_or_default();
        if name.chars().count() < 4 {
            continue;
        }
        let mut named = facts.levels_named(name, id);
        named.retain(|n| facts.get(*n).is_some_and(|f| f.figure.unit == fact.figure.unit && f.figure.is_plain()));
        let equal = named.iter().copied().find(|n| facts.base_value(*n) == facts.base_value(id));
        let misprint = |n: &usize| facts.get(*n).is_some_and(|f| is_misprint(&f.figure, &fact.figure));
        if let Some(first) = equal.or_else(|| named.iter().copied().find(misprint))
            && let Some(other) = facts.get(first)
        {
            out.relation(relation("I01", first, id, other.range.start..fact.range.end, equal.is_some()));
        }
    }
}
