//! The items before a total: one amount for each part of a sentence, each sentence or each paragraph.

use super::{exceeds, sum};
use crate::fact::{Fact, Measure};
use crate::gather::Gather;
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// What holds one item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    /// Every amount of the sentence.
    Level,
    /// Every amount of the paragraph whose name ends as the total's does: 职工基金收入, 居民基金收入, 基金收入共.
    Name,
    /// A part of the sentence between ；.
    Segment,
    /// A sentence of the paragraph.
    Sentence,
    /// A paragraph.
    Paragraph,
}

/// How many items one character says: 两 of 前两项, 三 of 三者合计.
pub(super) fn said_number(number: char) -> Option<usize> {
    match number {
        '一' => Some(1),
        '二' | '两' => Some(2),
        '三' => Some(3),
        '四' => Some(4),
        '五' => Some(5),
        '六' => Some(6),
        '七' => Some(7),
        '八' => Some(8),
        '九' => Some(9),
        '十' => Some(10),
        _ => None,
    }
}

/// The facts behind some indices.
pub(super) fn amounts<'a>(scope: &'a Scope, ids: &'a [usize]) -> impl Iterator<Item = &'a Fact> {
    ids.iter().filter_map(|id| scope.facts.get(*id))
}

/// The items before a total whose words begin at a place: the last ones of the list are the nearest. Two readings where an item
/// states a total of its own: its first amount, or that total.
pub(super) fn before(scope: &Scope, out: &Sink, whole: usize, start: usize, unit: Unit) -> Vec<Vec<usize>> {
    let facts = scope.facts;
    let Some(total) = facts.get(whole) else { return Vec::new() };
    let sentence = facts.in_sentence(total.place.sentence);
    let paragraph = facts.in_paragraph(total.place.paragraph);
    let fits = |f: &Fact| is_item(scope, f, total) && f.range.end <= start;
    // 上述三项合计: the sentence of the total may hold no item itself.
    let here = || -> Vec<usize> {
        let own: Vec<usize> = facts.pick(sentence.start..whole, fits).gather();
        let before = facts.pick(paragraph.start..sentence.start, fits).next_back().and_then(|id| facts.get(id));
        match before.filter(|_| own.is_empty()) {
            Some(last) => facts.pick(facts.in_sentence(last.place.sentence), fits).gather(),
            None => own,
        }
    };
    match unit {
        Unit::Level => vec![here()],
        Unit::Name => {
            let name = noun(total);
            let named = |f: &Fact| fits(f) && f.label.own && f.left.ends_with(&name);
            if name.chars().count() < 2 { Vec::new() } else { vec![facts.pick(paragraph.start..whole, named).gather()] }
        }
        Unit::Segment => grouped(scope, out, &here(), |f| f.place.segment),
        Unit::Sentence => {
            let all: Vec<usize> = facts.pick(paragraph.start..sentence.start, fits).gather();
            grouped(scope, out, &all, |f| f.place.sentence)
        }
        Unit::Paragraph => {
            let first = total.place.paragraph.saturating_sub(40);
            let from =
                (first..total.place.paragraph).rev().find(|p| ends_list(scope, *p, total)).map_or(first, |p| p + 1);
            let all: Vec<usize> = facts.pick(facts.in_paragraph(from).start..paragraph.start, fits).gather();
            grouped(scope, out, &all, |f| f.place.paragraph)
        }
    }
}

/// What a total is a total of: the words before 共 or 合计.
fn noun(total: &Fact) -> String {
    let bare = total.left.trim_end_matches(['为', '是', '达']);
    let words = ["共计", "合计", "总计", "共"].iter().find_map(|w| bare.strip_suffix(w)).unwrap_or("");
    words.to_owned()
}

/// Whether an amount can be an item of a total: of its kind, its measure and its period, and no price.
fn is_item(scope: &Scope, fact: &Fact, total: &Fact) -> bool {
    let budget = fact.measure.is_budget() == total.measure.is_budget() || !named_measure(total);
    let outturn = total.measure != Measure::Outturn || matches!(fact.measure, Measure::Outturn | Measure::Unstated);
    fact.is_level()
        && fact.figure.is_plain()
        && fact.place.depth == 0
        && fact.is_like(total)
        && budget
        && outturn
        && !fact.period.is_past(scope.facts.year)
        && !fact.is_for_each()
}

fn named_measure(total: &Fact) -> bool {
    total.measure != Measure::Unstated
}

/// One amount of each group: the first; or, where the group states a sum or a product of its own, what that comes to.
fn grouped(scope: &Scope, out: &Sink, ids: &[usize], group: impl Fn(&Fact) -> usize) -> Vec<Vec<usize>> {
    let facts = scope.facts;
    let key = |id: &usize| facts.get(*id).map_or(0, &group);
    let groups: Vec<&[usize]> = ids.chunk_by(|a, b| key(a) == key(b)).gather();
    let first: Vec<usize> = groups.iter().filter_map(|g| g.first().copied()).gather();
    let last = |g: &[usize]| g.iter().rev().copied().find(|id| out.computes(*id)).or_else(|| g.first().copied());
    let computed: Vec<usize> = groups.iter().filter_map(|g| last(g)).gather();
    // 培训费预算14万元，决算11万元。会议费预算6万元，决算4万元。两项支出合计15万元: or what each says was spent.
    let outturn = |id: &&usize| facts.get(**id).is_some_and(|f| f.measure == Measure::Outturn);
    let spent = groups.iter().filter_map(|g| g.iter().find(outturn).copied()).gather();
    let mut readings = vec![first, computed, spent];
    readings.dedup();
    readings
}

/// Whether a paragraph ends the list before a total: it says nothing of the total's kind, or it stands above the list.
fn ends_list(scope: &Scope, paragraph: usize, total: &Fact) -> bool {
    let facts = scope.facts;
    let item = |f: &Fact| is_item(scope, f, total);
    let marker = |p: usize| facts.text.paragraphs().get(p).and_then(|p| p.marker.map(|m| m.level));
    let next = marker(paragraph + 1).filter(|_| paragraph + 1 < total.place.paragraph);
    let above = marker(paragraph) != next && next.is_some();
    above || facts.pick(facts.in_paragraph(paragraph), item).next().is_none()
}

/// “.CN”域名2082万个；“.COM”域名705万个；↵新通用顶级域名364万个: whether a list goes on in the next paragraph.
pub(super) fn breaks_off(scope: &Scope, parts: &[usize]) -> bool {
    let facts = scope.facts;
    let Some(last) = parts.last().and_then(|id| facts.get(*id)) else { return false };
    let end = facts.text.paragraphs().get(last.place.paragraph).map_or(0, |p| p.range.end);
    let line = || facts.text.words(last.range.end..end.max(last.range.end)).trim() == "；";
    // 冻土观测站3个、天气雷达1部: or in another unit.
    let other = |next: usize| {
        let unlike = facts.get(next).is_some_and(|f| f.figure.unit.is_whole() && !f.is_like(last) && f.is_level());
        unlike && last.figure.unit.is_whole() && facts.between(next - 1, next).starts_with('、')
    };
    line() || parts.last().is_some_and(|id| other(id + 1))
}

/// 粮食4.29万公顷，其中小麦2.14万公顷、…、蔬菜0.49万公顷: whether a list comes to more than its whole, and no slip explains why.
pub(super) fn may_be_of_more(scope: &Scope, parts: &[usize], whole: usize) -> bool {
    exceeds(scope, parts, whole) && !scope.is_stated_slip(&sum(parts, whole))
}

/// 5.进口环节税8886亿元。关税1497亿元: whether the paragraph of an item goes on with an amount of another item, which is no part of it.
pub(super) fn goes_on(scope: &Scope, item: usize) -> bool {
    let facts = scope.facts;
    let Some(own) = facts.get(item) else { return false };
    let more = |f: &Fact| {
        let level = f.is_level() && f.figure.is_plain() && f.place.depth == 0 && !f.is_for_each();
        level && f.label.own && f.is_like(own)
    };
    // 支付1734.0万元，尚有1266.0万元: nor is what follows in one part of a sentence an item of its own.
    let apart = |f: &Fact| f.place.segment != own.place.segment;
    let within = |f: &Fact| {
        !apart(f) || facts.text.words(own.range.end..f.range.start).mentions_any(&["其中", "含", "包括", "具体"])
    };
    facts.pick(item + 1..facts.in_paragraph(own.place.paragraph).end, |f| more(f) && !within(f)).next().is_some()
}
