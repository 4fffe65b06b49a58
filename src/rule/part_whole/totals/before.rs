//! A04 of the sentence before: a sentence that only counts together what the one before it lists.

use super::claim::tells_of_overlap;
use super::{LEADING, WORDS, said_before, said_together};
use crate::fact::Fact;
use crate::gather::Gather;
use crate::rule::part_whole::{is_near, kind_of, relation, sum};
use crate::rule::{Scope, Sink};

/// 甲40万元；乙25万元；…。共计下达补助资金358万元: a sentence that only counts together what the one before lists, to the last digit; or
/// as many as it says, 三者加起来为311.70万元; or the wholes of its lists, 甲38人，其中…；乙24人，其中…。供养人员共62人.
pub(super) fn of_sentence_before(scope: &Scope, whole: usize, fact: &Fact, out: &mut Sink) -> bool {
    let facts = scope.facts;
    let first = facts.in_sentence(fact.place.sentence).start;
    if first + 1 < whole || fact.place.sentence == 0 {
        return false;
    }
    let kinds = said_before(scope, whole);
    if first + usize::from(kinds.is_some()) != whole {
        return false;
    }
    let start = facts.clauses.sentences().get(fact.place.sentence).map_or(fact.range.start, |s| s.start);
    let words = fact.left.trim_end_matches(['为', '是']);
    // 两项共拨付
    let kinds = kinds.filter(|_| LEADING.starts(words).next().is_some());
    let said = said_together(fact).filter(|_| WORDS.ends(words).next().is_some()).or(kinds);
    let leads = facts.text.standing(&LEADING, start).next().is_some();
    let ends = WORDS.ends(words).next().is_some();
    if said.is_none() && !leads && !ends {
        return false;
    }
    let part = |f: &Fact| {
        f.is_level()
            && f.is_like(fact)
            && f.place.depth == 0
            && f.figure.is_plain()
            && !f.is_for_each()
            && f.place.paragraph == fact.place.paragraph
    };
    let parts: Vec<usize> = facts.pick(facts.in_sentence(fact.place.sentence - 1), part).gather();
    let equation = sum(&parts, whole);
    // 两类对象合计满意467人（10人身份重复）
    let twice = || parts.first().is_some_and(|first| tells_of_overlap(scope, fact, *first));
    let near = kinds.is_some() && !twice() && is_near(scope, &parts, whole);
    let counted = said == Some(parts.len()) && (near || scope.is_stated_slip(&equation));
    // What a list of the sentence adds up to stands for its parts.
    let heads: Vec<usize> = parts.iter().copied().filter(|id| !out.added_up(*id).any(|w| parts.contains(&w))).gather();
    // 共有67人获奖 counts something else.
    let divided = heads.len() >= 2 && heads.len() < parts.len() && fact.right.is_empty();
    let of_heads = sum(&heads, whole);
    let slip = || leads && names_heads(scope, fact, &heads) && scope.is_stated_slip(&of_heads);
    let equation = if divided && (scope.adds_up(&heads, whole) || slip()) {
        of_heads
    } else if (parts.len() >= 3 || kinds == Some(parts.len()))
        && (leads || said.is_some())
        && (counted || scope.adds_up(&parts, whole))
    {
        equation
    } else {
        return false;
    };
    let range = facts.span(&equation.all());
    out.relation(relation("A04", kind_of(scope, whole), equation, range, true));
    true
}

/// Whether the name of a total begins and ends as that of each of its heads does: 合计发行债券 of 发行新增债券 and 发行再融资债券.
fn names_heads(scope: &Scope, total: &Fact, heads: &[usize]) -> bool {
    let words = LEADING.starts(&total.left).map(|(word, ())| word).max_by_key(|word| word.len());
    let name: Vec<char> = words.and_then(|word| total.left.strip_prefix(word)).unwrap_or(&total.left).chars().gather();
    let (Some(first), Some(last)) = (name.get(..2), name.len().checked_sub(2).and_then(|at| name.get(at..))) else {
        return false;
    };
    let holds = |id: &usize, two: &[char]| {
        scope.facts.get(*id).is_some_and(|f| f.left.contains(&two.iter().collect::<String>()))
    };
    heads.iter().all(|id| holds(id, first) && holds(id, last))
}
