//! G04 over a sentence: 13个税种中，…等6个税种增长；…等7个税种下降.

use super::before::list_before;
use super::{number, sum};
use crate::fact::Fact;
use crate::gather::Gather;
use crate::relation::Relation;
use crate::rule::{Scope, Sink};

/// States the sum where it holds; groups may be left out, so where it does not only groups whose names are all listed count.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let Some(fact) = facts.get(id) else { return };
    let Some(name) = fact.right.strip_suffix('中').or_else(|| fact.right.strip_suffix("当中")) else { return };
    let tail: String = name.chars().skip(name.chars().count().saturating_sub(2)).collect();
    if tail.chars().count() < 2 {
        return;
    }
    let same = |f: &Fact| {
        f.is_level()
            && f.is_like(fact)
            && f.figure.is_plain()
            && f.place.depth == fact.place.depth
            && f.right.starts_with(&tail)
    };
    let parts: Vec<usize> = facts.pick(id + 1..facts.in_sentence(fact.place.sentence).end, same).gather();
    let end = parts.last().and_then(|p| facts.get(*p)).map_or(fact.range.end, |f| f.range.end);
    let stated = sum("G04", &parts, id, fact.range.start..end, "W29");
    let fits = scope.fits(&stated.equation);
    // 契税、车船税等2个税种: who names every one of each group leaves no group out.
    let named = || parts.iter().all(|part| lists_all(scope, *part));
    if parts.len() >= 2 && (fits || named() && scope.is_stated_slip(&stated.equation)) {
        out.relation(Relation { sure: fits, ..stated });
    }
}

/// Whether as many names stand before a number as it says.
fn lists_all(scope: &Scope, id: usize) -> bool {
    let Some(fact) = scope.facts.get(id).filter(|f| f.left.ends_with('等')) else { return false };
    let names = list_before(scope.facts, fact, fact.range.start - 1).len();
    names >= 2 && number(fact).is_some_and(|n| u32::try_from(names) == Ok(n))
}
