//! The total and the parts that a cue speaks of.

use super::above::amounts as amounts_above;
use super::cue::{CUES, Cue};
use super::marks::{cue_of_marks, marks_before};
use super::nested::divided_again;
use super::paragraphs::{cue_in, paragraph_items};
use crate::fact::{Fact, Facts, Period, Role};
use crate::gather::Gather;
use crate::rule::Scope;
use crate::rule::part_whole::totals::is_other_side;
use crate::text::Mention;

/// The totals that a cue can speak of: the level before it of the parts' kind, and the same item's other measures beside it.
pub(super) fn wholes(scope: &Scope, cue: &Cue, part: &Fact) -> Vec<usize> {
    let facts = scope.facts;
    let apart = |whole: &Fact| is_other_side(part, whole) || is_other_side(whole, part);
    if !cue.named.is_empty() {
        return cue.named.iter().copied().filter(|id| !facts.get(*id).is_some_and(apart)).gather();
    }
    let before = |f: &Fact| {
        f.is_level()
            && f.is_like(part)
            && f.range.end <= cue.at
            && f.figure.is_plain()
            && (!is_average(f) || is_average(part) || is_of_household(f) && part.left.ends_with_any(&["收入", "支出"]))
            // 每亩95元，共核定38420亩，其中已公示地块212万元: more than a price is no part of it.
            && !(f.is_for_each() && f.figure.base() < part.figure.base())
            && !is_compared(f)
            && !apart(f)
            // 满分100分，自评得93分（优秀为90分以上）。其中：甲得9.6分: what was got is no part of what could be had.
            && !(part.left.ends_with('得') && f.left.mentions_any(&["满分", "分值"]))
            && (f.place.depth == 0 || f.place.bracket == cue.bracket)
    };
    let sentence = facts.in_sentence(cue.sentence);
    let mut here: Vec<usize> = facts.pick(sentence.clone(), before).gather();
    // 选址面积6028㎡。…总建筑面积约8098㎡，其中…: what is told roughly is divided all the same, and nothing before it.
    let rough = |f: &Fact| !f.figure.is_plain() && f.is_level() && f.is_like(part) && f.range.end + 1 == cue.at;
    if facts.pick(sentence.clone(), rough).next_back().is_some() {
        return Vec::new();
    }
    // 支出500万元，其中：甲500万元，乙0万元，具体如下：: what the next paragraphs list is not divided already in the sentence.
    let start = facts.clauses.sentences().get(cue.sentence).map_or(cue.at, |s| s.start);
    let over = is_over_paragraphs(scope, cue);
    let inner = if over { cue_in(scope, start..cue.at) } else { cue.at };
    if over && here.iter().any(|id| facts.get(*id).is_some_and(|f| f.range.end <= inner)) {
        here.retain(|id| facts.get(*id).is_some_and(|f| f.range.end <= inner));
    }
    if here.iter().any(|id| !facts.get(*id).is_some_and(is_last_years)) {
        here.retain(|id| !facts.get(*id).is_some_and(is_last_years));
    }
    let Some(last) = here.last().copied() else { return of_sentences_before(scope, cue, part, before) };
    // Other measures of the same item stand directly before.
    let mut out = vec![last];
    for id in here.iter().rev().skip(1) {
        let (Some(a), Some(b)) = (facts.get(*id), facts.get(last)) else { break };
        if a.measure == b.measure || (a.label.own || b.label.own) && !same_item(facts, *id, last) {
            break;
        }
        out.push(*id);
    }
    out
}

/// The same where the cue's sentence has none: the total of a sentence before in its paragraph, else its head.
fn of_sentences_before(scope: &Scope, cue: &Cue, part: &Fact, before: impl Fn(&Fact) -> bool) -> Vec<usize> {
    let facts = scope.facts;
    // 收入2581万元。比上年增加196万元，其中甲增加88万元: behind a change it is the change that is divided.
    let start = facts.clauses.sentences().get(cue.sentence).map_or(cue.at, |s| s.start.min(cue.at));
    let last = facts.begin_in(start..cue.at).next_back().and_then(|id| facts.get(id));
    if last.is_some_and(|f| f.role == Role::Change && f.range.end + 1 == cue.at && f.is_like(part)) {
        return Vec::new();
    }
    let paragraph = facts.in_paragraph(cue.paragraph);
    let Some(earlier) = facts.pick(paragraph.clone(), &before).next_back().and_then(|id| facts.get(id)) else {
        return amounts_above(scope, cue, part);
    };
    // 满分100分，自评94.32分。其中：决策9.5分（满分10分）: what could be had is not divided behind what was got.
    let got = |f: &Fact| f.figure.unit.base == "分" && f.left.mentions_any(&["自评", "得分", "评分"]);
    if got(earlier) {
        return facts.pick(paragraph, &before).next_back().into_iter().gather();
    }
    // 甲…，乙…，总计501.19万元。其中，财政安排…: a total speaks for its sentence, else its head does.
    let sentence = facts.in_sentence(earlier.place.sentence);
    let mut totals: Vec<usize> = facts.pick(sentence.clone(), |f| before(f) && is_total(f)).gather();
    totals.reverse();
    // 年初预算合计…，决算合计…: the totals of two measures.
    totals.dedup_by_key(|id| facts.get(*id).map(|f| f.measure));
    if !totals.is_empty() {
        return totals;
    }
    // The head of a sentence, with its other measures: 年初预算…，支出决算….
    let mut ids = facts.pick(facts.behind_announcement(earlier.place.sentence), &before);
    let Some(first) = ids.next() else { return Vec::new() };
    let measures = ids.take_while(|id| facts.get(*id).is_some_and(|f| !f.label.own || same_item(facts, first, *id)));
    std::iter::once(first).chain(measures).gather()
}

/// 7.4亿人，相比于2020年的6.7亿人增长了10%: what something is compared with is divided nowhere behind.
fn is_compared(fact: &Fact) -> bool {
    fact.left.mentions_any(&["相比于", "相较于", "相对于"])
}

/// 收入170.20亿元，上年同期158.74亿元，其中职工…: what stands beside an amount for last year, in no more words than that.
fn is_last_years(fact: &Fact) -> bool {
    fact.period == Period::Previous && fact.left.chars().count() <= 6 && Period::of(&fact.left) == Period::Previous
}

/// 日均1315万人次: an average is divided into nothing but averages.
fn is_average(fact: &Fact) -> bool {
    fact.left.mentions_any(&["平均", "日均", "月均", "年均", "人均", "户均", "次均"]) || fact.left.ends_with('均')
}

/// 人均可支配收入16873元，其中工资性收入6725元: the survey of households divides its averages, and names them so only once (住户收支与生活状况调查).
fn is_of_household(fact: &Fact) -> bool {
    fact.left.mentions_any(&["可支配收入", "纯收入", "消费支出"])
}

/// How many amounts before a cue are asked whether its list adds up to them.
const ASKED: usize = 12;

/// The amounts of the parts' kind before a cue in its paragraph, nearest first.
pub(super) fn earlier(scope: &Scope, cue: &Cue, part: &Fact) -> Vec<usize> {
    let facts = scope.facts;
    let before = |f: &Fact| {
        let level = f.is_level() && f.is_like(part) && f.figure.is_plain() && f.range.end <= cue.at;
        level && (f.place.depth == 0 || f.place.bracket == cue.bracket)
    };
    let range = if cue.until.is_none() { facts.in_paragraph(cue.paragraph) } else { 0..0 };
    facts.pick(range.start..range.end.min(facts.begin_in(cue.at..cue.end).start), before).rev().take(ASKED).gather()
}

/// Whether the words call an amount a total.
fn is_total(fact: &Fact) -> bool {
    fact.left.trim_end_matches(['为', '是']).ends_with_any(&["共计", "合计", "总计"])
}

fn same_item(facts: &Facts, a: usize, b: usize) -> bool {
    match (facts.get(a), facts.get(b)) {
        (Some(a), Some(b)) => a.label.key == b.label.key,
        _ => false,
    }
}

/// The levels that a cue opens, those at the head of its items alone and all of them: to the end of its bracket, segment or sentence, or
/// over the numbered paragraphs behind it.
pub(super) fn parts(scope: &Scope, cue: &Cue) -> (Vec<usize>, Vec<usize>) {
    let single = |ids: Vec<usize>| (ids.clone(), ids);
    let facts = scope.facts;
    // 投入15分得14.5分: a list divides either full marks or points got.
    let marks = cue_of_marks(scope, cue);
    // 甲9.5分、乙18.3分，满分分别是10分、20分: nor do full marks in a row divide a score.
    let told_marks = |w: &&str| facts.text.has(cue.at.saturating_sub(2), w);
    if !marks && ["满分", "分值", "权重"].iter().any(told_marks) {
        return single(Vec::new());
    }
    let lost = marks_before(scope, cue, &["扣", "失分", "丢分"]);
    let level = |f: &Fact| {
        if f.range.start < cue.end || cue.until.is_some_and(|u| f.range.end > u) || !f.is_level() {
            return false;
        }
        // 自评92分，其中执行指标分值10分: points that could be had are no part of those got.
        let full = f.figure.unit.base == "分" && f.left.mentions_any(&["分值", "满分", "权重"]);
        // 满分100分，其中：甲20分，得18分，扣2分: nor are points that were lost, unless they are what is divided.
        let full = full || f.figure.unit.base == "分" && f.left.ends_with('扣') && !lost;
        // 含废标项目共298个: a total with something in it.
        // 所属单位4个，分别是甲、乙、丙、丁，连同机关共5个: nor is one that the whole is counted in together with more, nor what it leaves out, 不含丙8万元.
        let total = cue.code == "A15" && f.left.ends_with_any(&["共", "共计", "合计"])
            || f.left.starts_with("连同")
            || f.is_left_out();
        f.figure.is_plain() && !f.is_for_each() && !total && (!full || marks)
    };
    let other = |id: usize| if marks { id > 0 && facts.is_full_marks(id - 1) } else { facts.is_full_marks(id) };
    let own = |id: &usize| !other(*id) && !is_step(facts, *id);
    if let Some(close) = cue.bracket.and_then(|b| facts.clauses.partner(b)) {
        let inside = |f: &Fact| level(f) && f.range.end <= close && f.place.bracket == cue.bracket;
        return single(facts.pick(facts.in_sentence(cue.sentence), inside).filter(own).gather());
    }
    if is_over_paragraphs(scope, cue) {
        let items = paragraph_items(scope, cue.paragraph);
        return (items.iter().filter_map(|item| item.first().copied()).gather(), items.concat());
    }
    let nested = nested_cue(scope, cue);
    let stop = divided_again(scope, cue).unwrap_or(usize::MAX);
    let mut inline: Vec<usize> = facts
        .pick(facts.in_sentence(cue.sentence), |f| level(f) && f.place.depth == 0 && f.range.start < stop)
        .filter(own)
        .filter(|id| {
            facts
                .get(*id)
                .is_some_and(|f| nested.is_none_or(|(at, until)| f.range.start < at || f.range.start >= until))
        })
        .gather();
    // 资本性支出86.83万元，主要包括办公设备购置；对企业补助…: a list of names ends with its segment, behind a colon as well.
    let segment = crate::token::clause::index_of(facts.clauses.segments(), cue.at);
    let own = inline.iter().any(|id| facts.get(*id).is_some_and(|f| f.place.segment == segment));
    let end = facts.clauses.segments().get(segment).map_or(cue.end, |segment| segment.end);
    if !own && (facts.text.at(cue.end) != Some('：') || facts.text.words(cue.end..end).contains('、')) {
        inline.clear();
    }
    single(inline)
}

/// 由177050万元调整为162050万元，调减15000万元: whether an amount is by how much the one before it was moved.
fn is_step(facts: &Facts, id: usize) -> bool {
    let moved = |to: usize| facts.get(to).is_some_and(|f| f.role == Role::To);
    let behind = facts.get(id).is_some_and(|f| f.left.starts_with_any(&["调增", "调减", "核增", "核减"]));
    behind && id.checked_sub(1).is_some_and(moved)
}

/// Whether a cue ends its paragraph, so that its list stands in the paragraphs behind.
pub(super) fn is_over_paragraphs(scope: &Scope, cue: &Cue) -> bool {
    let facts = scope.facts;
    let end = facts.text.paragraphs().get(cue.paragraph).map_or(0, |p| p.range.end);
    end.saturating_sub(cue.end) <= 3 && facts.begin_in(cue.end..end.max(cue.end)).is_empty()
}

/// The first list inside this one: where it begins and where it ends.
fn nested_cue(scope: &Scope, cue: &Cue) -> Option<(usize, usize)> {
    let facts = scope.facts;
    let sentence = facts.clauses.sentences().get(cue.sentence)?.clone();
    let cues = facts.text.found(&CUES, cue.end..sentence.end).filter(|(_, word, _)| *word != "如下");
    let outside = |at: &usize| facts.clauses.depth(sentence.start, *at).0 == 0;
    let at = cues.map(|(at, ..)| at).filter(outside).find(|at| preceded_by_level(scope, cue.end, *at))?;
    // Within a list over ；, a nested list ends with its own segment; within a list over ， it goes to the end.
    let segment = crate::token::clause::index_of(facts.clauses.segments(), at);
    let segment = facts.clauses.segments().get(segment)?.clone();
    Some((at, segment.end))
}

fn preceded_by_level(scope: &Scope, from: usize, at: usize) -> bool {
    let level = |f: &Fact| f.is_level() && f.place.depth == 0 && f.range.end <= at;
    scope.facts.pick(scope.facts.begin_in(from..at), level).next().is_some()
}
