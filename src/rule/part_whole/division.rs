//! A17, A10: 按类别分为甲、乙、丙; 按经营地分，城镇…、乡村…: a division of an amount that was stated before.

use super::list::undivided;
use super::row::exhausts;
use super::{is_near, kind_of, made, relation, sum};
use crate::fact::Fact;
use crate::gather::Gather;
use crate::rule::{Scope, Sink};
use crate::text::{Mention, Range};

/// How many characters may stand before 按 in its clause: 损失按类别分.
const SUBJECT: usize = 5;

/// How many amounts make a row that a division ends with.
const ROW: usize = 3;

/// States every division that the words announce.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    for clause in facts.clauses.clauses() {
        let Some((at, whole_clause)) = divides(scope, clause) else { continue };
        let next = facts.list.partition_point(|f| f.range.start < at);
        let Some(first) = facts.get(next) else { break };
        // 按用途为…, 按采购方式划分：…: the words of the division stand before its first amount.
        let words = facts.text.words(at..first.range.start.min(at + 14));
        let level = |f: &Fact| f.is_level() && f.figure.is_plain() && f.is_like(first);
        let segment = first.place.segment;
        // 占12%, behind an item: its share is no item.
        let inside: Vec<usize> = facts
            .pick(next..facts.in_sentence(first.place.sentence).end, |f| {
                f.place.segment == segment && f.place.depth == 0 && (f.is_amount() || !whole_clause)
            })
            .gather();
        // 按等级分，一级92人、二级184人、三级168人，一、二级合计276人: what is told behind the row of names divides nothing.
        let row = super::row::row(scope, next);
        let inside = if row.len() >= ROW && row.len() < inside.len() { row } else { inside };
        let named = whole_clause || words.char_indices().skip(2).any(|(_, c)| matches!(c, '分' | '为'));
        if !named || inside.len() < 2 || !inside.iter().all(|id| facts.get(*id).is_some_and(level)) {
            continue;
        }
        let from = if facts.begin_in(clause.start..at).is_empty() { clause.start } else { at };
        let before = wholes(scope, next, from);
        let kinds = ["分为", "划分", "分：", "用途", "性质", "来源", "类别", "类型", "科目"];
        let clear = whole_clause || words.mentions_any(&kinds);
        divide(scope, &before, (&inside, clear), clause.start, out);
    }
}

/// Where a clause begins to divide, and whether it says nothing else: 按经营地分，损失按类别分：.
fn divides(scope: &Scope, clause: &Range) -> Option<(usize, bool)> {
    let text = &scope.facts.text;
    if !text.slice(clause.clone()).iter().any(|c| matches!(c, '按' | '从')) {
        return None;
    }
    // 从职称看，高级14人、…
    let from =
        |i: &usize| text.at(*i) == Some('从') && text.words(*i..clause.end).trim_end_matches('，').ends_with('看');
    let by = |i: &usize| text.at(*i) == Some('按') || from(i);
    let begins = (clause.start..clause.end.min(clause.start + SUBJECT)).find(by);
    // 项目经费1984.75万元按用途分：: what is divided stands right before the words.
    let behind = || {
        let figure = scope.facts.pick(scope.facts.begin_in(clause.clone()), Fact::is_level).next()?;
        scope.facts.get(figure).map(|f| f.range.end).filter(|end| *end < clause.end && by(end))
    };
    let at = begins.or_else(behind)?;
    let words = text.words(at..clause.end);
    let said = words.split(['，', '：']).next().unwrap_or_default();
    let whole =
        said.len() < words.len() && said.ends_with_any(&["分", "看", "划分", "分类", "归集", "归类", "归并", "统计"]);
    (whole || at == clause.start).then_some((at, whole))
}

/// The amounts that a division can divide: those of the sentence that are no parts of another division, else, for a
/// sentence that begins with a division, the head of the sentence before.
fn wholes(scope: &Scope, next: usize, at: usize) -> Vec<usize> {
    let facts = scope.facts;
    let Some(first) = facts.get(next) else { return Vec::new() };
    let opens =
        |range: Option<&Range>| range.is_some_and(|r| divides(scope, r).is_some_and(|(from, _)| from == r.start));
    let segments = facts.clauses.segments();
    let divided = |f: &Fact| opens(segments.get(f.place.segment));
    let level = |f: &Fact| f.is_level() && f.figure.is_plain() && f.place.depth == 0 && f.is_like(first);
    let sentence = facts.in_sentence(first.place.sentence);
    let mut here: Vec<usize> =
        facts.pick(sentence.start..next, |f| level(f) && f.range.end <= at && !divided(f)).gather();
    if !here.is_empty() {
        // 转移支付266266万元，增长13%。其中：按来源分，甲248213万元，乙18053万元；按性质分，…: a list divides what stands before it.
        let listed =
            facts.clauses.sentences().get(first.place.sentence).is_some_and(|s| facts.text.has(s.start, "其中"));
        let head = first
            .place
            .sentence
            .checked_sub(1)
            .filter(|_| listed)
            .map(|s| facts.pick(facts.in_sentence(s), level).gather());
        here.splice(0..0, head.unwrap_or_default());
        return here;
    }
    // 项目支出用于…，按经济分类为…: a sentence with a subject of its own divides that.
    let begins = facts.clauses.sentences().get(first.place.sentence).map(|s| s.start);
    let begins = begins == Some(at) || segments.iter().any(|s| Some(s.start) == begins && opens(Some(s)));
    let Some(mut previous) = first.place.sentence.checked_sub(1).filter(|_| begins) else { return Vec::new() };
    // 采购132万元。其中，货物72万元、服务60万元。从组织形式看，…: what a list divides is divided once more.
    while facts.clauses.sentences().get(previous).is_some_and(|s| facts.text.has(s.start, "其中")) && previous > 0 {
        previous -= 1;
    }
    let same = |f: &Fact| level(f) && f.place.paragraph == first.place.paragraph;
    let head = facts.pick(facts.in_sentence(previous), same).next();
    let Some((id, head)) = head.and_then(|id| facts.get(id).map(|f| (id, f))) else { return Vec::new() };
    // 预算220万元，决算218万元。按支出性质分，…: of one item's amounts, what was spent comes before what was planned.
    let other = |f: &Fact| same(f) && f.measure != head.measure && f.label.key == head.label.key;
    let mut all: Vec<usize> = facts.pick(facts.in_sentence(previous), other).gather();
    all.insert(0, id);
    crate::order::by_key(&mut all, |id| facts.get(*id).is_some_and(|f| f.measure.is_budget()));
    all
}

/// One division of one of the amounts before it: of the one that fits, else of the first where the words are clear.
fn divide(scope: &Scope, before: &[usize], (parts, clear): (&[usize], bool), start: usize, out: &mut Sink) {
    let facts = scope.facts;
    let (Some(head), Some(last)) = (before.first(), parts.last().and_then(|id| facts.get(*id))) else { return };
    let fitting = before.iter().copied().find(|w| scope.fits(&sum(parts, *w)));
    // 采购1.32亿元。货物、工程采购分别为0.73亿元、0.59亿元。从形式看，…: the head of the paragraph may be meant.
    let fitting = fitting.or_else(|| made(scope, parts));
    // 大型12户，中型86户，小微3188户，规上企业412户: what the first of them make is all, and what follows is told beside it.
    let begun = (2..parts.len()).rev().filter_map(|n| parts.get(..n)).find(|run| scope.adds_up(run, *head));
    // 市本级12.3亿元，主要是甲2.7亿元、…等，县区24.1亿元: what only divides one of the parts is no part beside it.
    let outer = || undivided(scope, *head, parts).filter(|rest| scope.adds_up(rest, *head));
    if let Some(run) = fitting.is_none().then(|| begun.map(<[usize]>::to_vec).or_else(outer)).flatten() {
        let range = facts.span(&[&[*head], run.as_slice()].concat());
        return out.relation(relation("A17", kind_of(scope, *head), sum(&run, *head), range, true));
    }
    let open = last.right.contains('等') || last.left.starts_with_any(&["共", "合计", "总计"]);
    let people = facts.get(*head).is_some_and(|f| matches!(f.figure.unit.base.as_str(), "人" | "人次" | "名"));
    let told = |head| {
        let slip = || scope.is_stated_slip(&sum(parts, head));
        is_near(scope, parts, head) || parts.len() > 2 && slip() || scope.is_likely_slip(&sum(parts, head))
    };
    let claimed = (clear && !open && (!people || parts.len() >= 4) && told(*head)).then_some(*head);
    if let Some(whole) = fitting.or(claimed.filter(|whole| !super::short::leaves_rest(scope, parts, *whole))) {
        let range = facts.get(whole).map_or(start, |f| f.range.start)..last.range.end;
        // Who tells of the kinds of something need not tell of all.
        let sure = fitting.is_some() || exhausts(scope, parts, whole);
        out.relation(relation("A17", kind_of(scope, whole), sum(parts, whole), range, sure));
    }
}
