//! A17, A10: 按类别分为甲、乙、丙: a division of an amount that the sentence stated before.

use super::{is_near, kind_of, relation, sum};
use crate::fact::Fact;
use crate::rule::{Scope, Sink};

/// States every division that the words announce.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    for clause in facts.clauses.clauses() {
        if facts.text.at(clause.start) != Some('按') {
            continue;
        }
        let next = facts.list.partition_point(|f| f.range.start < clause.start);
        let Some(first) = facts.get(next) else { break };
        // 按用途为…, 按采购方式划分：…: the words of the division stand before its first amount.
        let words = facts.text.words(clause.start..first.range.start.min(clause.start + 14));
        let divides = words.char_indices().skip(2).any(|(_, c)| matches!(c, '分' | '为'));
        let level = |f: &Fact| f.is_level() && f.figure.is_plain() && f.place.depth == 0 && f.is_like(first);
        let segment = first.place.segment;
        let inside: Vec<usize> = facts
            .pick(next..facts.in_sentence(first.place.sentence).end, |f| {
                f.place.segment == segment && f.place.depth == 0
            })
            .collect();
        if !divides || inside.len() < 2 || !inside.iter().all(|id| facts.get(*id).is_some_and(level)) {
            continue;
        }
        let before = wholes(scope, next, clause.start);
        let kinds = ["分为", "划分", "分：", "用途", "性质", "来源", "类别", "类型", "科目"];
        let clear = kinds.iter().any(|w| words.contains(w));
        divide(scope, &before, (&inside, clear), clause.start, out);
    }
}

/// The amounts that a division can divide: those of the sentence that are no parts of another division, else, for a
/// sentence that begins with its division, the head of the sentence before.
fn wholes(scope: &Scope, next: usize, at: usize) -> Vec<usize> {
    let facts = scope.facts;
    let Some(first) = facts.get(next) else { return Vec::new() };
    let segments = facts.clauses.segments();
    let divided = |f: &Fact| segments.get(f.place.segment).is_some_and(|s| facts.text.at(s.start) == Some('按'));
    let level = |f: &Fact| f.is_level() && f.figure.is_plain() && f.place.depth == 0 && f.is_like(first);
    let sentence = facts.in_sentence(first.place.sentence);
    let here: Vec<usize> = facts.pick(sentence.start..next, |f| level(f) && f.range.end <= at && !divided(f)).collect();
    if !here.is_empty() {
        return here;
    }
    // 项目支出用于…，按经济分类为…: a sentence with a subject of its own divides that.
    let opens = facts.clauses.sentences().get(first.place.sentence).is_some_and(|s| s.start == at);
    let Some(previous) = first.place.sentence.checked_sub(1).filter(|_| opens) else { return Vec::new() };
    let same = |f: &Fact| level(f) && f.place.paragraph == first.place.paragraph;
    facts.pick(facts.in_sentence(previous), same).next().into_iter().collect()
}

/// One division of one of the amounts before it: of the one that fits, else of the first where the words are clear.
fn divide(scope: &Scope, before: &[usize], (parts, clear): (&[usize], bool), start: usize, out: &mut Sink) {
    let facts = scope.facts;
    let (Some(head), Some(last)) = (before.first(), parts.last().and_then(|id| facts.get(*id))) else { return };
    let fitting = before.iter().copied().find(|w| scope.fits(&sum(parts, *w)));
    let open = last.right.contains('等') || ["共", "合计", "总计"].iter().any(|w| last.left.starts_with(w));
    let people = facts.get(*head).is_some_and(|f| matches!(f.figure.unit.base.as_str(), "人" | "人次" | "名"));
    let told = |head| is_near(scope, parts, head) || parts.len() > 2 && scope.is_stated_slip(&sum(parts, head));
    let claimed = (clear && !open && !people && told(*head)).then_some(*head);
    if let Some(whole) = fitting.or(claimed) {
        let range = facts.get(whole).map_or(start, |f| f.range.start)..last.range.end;
        out.relation(relation("A17", kind_of(scope, whole), sum(parts, whole), range, true));
    }
}
