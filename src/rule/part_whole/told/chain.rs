//! Chains of opposites (一是一非): amounts that no mark joins but their names.

use super::super::row::{LEFT_OVER, is_exhaustive, is_open};
use super::whole::{YEARS, is_graded};
use crate::fact::Fact;
use crate::rule::Scope;
use crate::text::Mention;

/// 满意170户，基本满意47户，不满意6户: amounts at the heads of clauses, with nothing but rates between, whose names exhaust a whole.
pub(super) fn chain(scope: &Scope, first: usize) -> Vec<usize> {
    let facts = scope.facts;
    // Without a name the first can only be that of a row of years.
    let may_begin = |f: &&Fact| f.label.own || f.left.mentions(YEARS[0]);
    let Some(head) = facts.get(first).filter(may_begin) else { return Vec::new() };
    let (mut list, mut named) = (vec![first], vec![head.label.words.as_str()]);
    let mut best = Vec::new();
    for id in first + 1..facts.in_sentence(head.place.sentence).end {
        let Some(fact) = facts.get(id) else { break };
        let other = || fact.is_for_each() != head.is_for_each();
        if !fact.is_level() || !fact.is_like(head) || fact.place.depth > 0 || other() {
            continue;
        }
        if !fact.figure.is_plain() || !fact.label.own || fact.place.clause == head.place.clause {
            break;
        }
        list.push(id);
        named.push(fact.label.words.as_str());
        if is_graded(scope, &list) || head.label.own && is_exhaustive(&named) {
            best.clone_from(&list);
        }
    }
    if best.is_empty() {
        return best;
    }
    // 其余由企业自筹: a rest without its amount ends the sentence.
    let sentence = facts.clauses.sentences().get(head.place.sentence).map_or(0, |s| s.end);
    let last = best.last().filter(|last| facts.in_sentence(head.place.sentence).end == *last + 1);
    let behind = last.and_then(|id| facts.get(*id)).map_or("", |f| facts.text.words(f.range.end..sentence));
    if is_open(scope, &best) || behind.mentions_any(&LEFT_OVER) { Vec::new() } else { best }
}
