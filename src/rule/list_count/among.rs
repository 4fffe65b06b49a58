//! G04 over a sentence: 13个税种中，…等6个税种增长；…等7个税种下降.

use super::sum;
use crate::rule::{Scope, Sink};

/// States the sum where it holds; groups may be left out, so nothing is said where it does not.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let Some(fact) = facts.get(id) else { return };
    let Some(name) = fact.right.strip_suffix('中').or_else(|| fact.right.strip_suffix("当中")) else { return };
    let tail: String = name.chars().skip(name.chars().count().saturating_sub(2)).collect();
    if tail.chars().count() < 2 {
        return;
    }
    let same = |f: &crate::fact::Fact| {
        f.is_level()
            && f.is_like(fact)
            && f.figure.is_plain()
            && f.place.depth == fact.place.depth
            && f.right.starts_with(&tail)
    };
    let parts: Vec<usize> = facts.pick(id + 1..facts.in_sentence(fact.place.sentence).end, same).collect();
    let end = parts.last().and_then(|p| facts.get(*p)).map_or(fact.range.end, |f| f.range.end);
    let stated = sum("G04", &parts, id, fact.range.start..end, "W29");
    if parts.len() >= 2 && scope.fits(&stated.equation) {
        out.relation(stated);
    }
}
