//! D03: 合格率98.2%，高于95%的目标3.2个百分点: how far a rate lies from the one that the words hold it against.

use super::RULE;
use super::points::{distance, is_rate, relation};
use crate::fact::{Fact, Facts, Role};
use crate::gather::Gather;
use crate::relation::Reason;
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// Words that hold one rate against another, with the way in which they put the first.
const WAYS: [(&str, i8); 17] = [
    ("高于", 1),
    ("高出", 1),
    ("高过", 1),
    ("超过", 1),
    ("超出", 1),
    ("超", 1),
    ("优于", 1),
    ("快于", 1),
    ("领先", 1),
    ("低于", -1),
    ("低出", -1),
    ("不及", -1),
    ("慢于", -1),
    ("落后于", -1),
    ("落后", -1),
    ("滞后", -1),
    ("低", -1),
];

/// The same behind a rate that words of comparison hold it against: 比90%的目标高出4.1个百分点.
const BEHIND: [(&str, i8); 16] = [
    ("高出", 1),
    ("高", 1),
    ("多出", 1),
    ("多", 1),
    ("快", 1),
    ("超出", 1),
    ("超过", 1),
    ("超", 1),
    ("领先", 1),
    ("超前", 1),
    ("低出", -1),
    ("低", -1),
    ("慢", -1),
    ("少", -1),
    ("落后", -1),
    ("滞后", -1),
];

/// The nouns of what a rate is held against.
const NOUNS: [&str; 12] =
    ["目标", "标准", "要求", "指标", "水平", "进度", "平均", "任务", "上年", "去年", "同期", "规划"];

/// How many characters the words for what a rate is held against have.
const NOUN: usize = 12;

/// The words without what only fills them.
fn bare(words: &str) -> &str {
    words.trim_end_matches(['了', '约', '共', '达', '近'])
}

/// The rate that the points are measured from, which stands right before them, and the way the words put the other against it.
fn base(facts: &Facts, id: usize) -> Option<(usize, Option<i8>)> {
    let (fact, old) = (facts.get(id)?, id.checked_sub(1)?);
    let held = facts.get(old).filter(|f| is_rate(f) && f.place.segment == fact.place.segment)?;
    let clause = facts.clauses.clauses().get(held.place.clause)?;
    let before = facts.text.words(clause.start..held.range.start.max(clause.start));
    let between = bare(facts.between(old, id));
    let noun = |words: &str| NOUNS.iter().any(|noun| words.contains(noun));
    let near = |words: &str| words.chars().count() <= NOUN && !words.contains(['，', '；']);
    // 高于95%的目标3.2个百分点, 超出目标值（92%）1.5个百分点, 高于全省平均水平（91.2%）3.8个百分点
    let opened = || {
        let words = before.trim_end_matches('（');
        let split = |(way, direction): &(&str, i8)| words.rsplit_once(way).map(|(_, with)| (with, *direction));
        let (with, direction) = WAYS.iter().find_map(split)?;
        let behind = between.trim_start_matches('）');
        ((noun(with) || noun(behind)) && near(behind)).then_some((old, Some(direction)))
    };
    // 距“十四五”末22%的目标还有0.52个百分点
    let left = || {
        let words = before.trim_end_matches('（');
        let (_, with) = words.rsplit_once(['距', '离'])?;
        let behind = between.trim_start_matches('）');
        let head = ["还差", "还有", "相差", "差"].iter().find_map(|way| behind.strip_suffix(way))?;
        ((noun(with) || noun(head)) && near(head)).then_some((old, None))
    };
    // 比90%的目标高出4.1个百分点, 比上年（70.3%）高1.5个百分点
    let compared = || {
        let words = before.trim_end_matches('（');
        let with = words.rsplit_once(['比', '较']).map(|(_, with)| with)?;
        let behind = between.trim_start_matches('）');
        let (head, direction) =
            BEHIND.iter().find_map(|(way, direction)| behind.strip_suffix(way).map(|head| (head, *direction)))?;
        ((noun(with) || noun(head)) && near(with) && near(head)).then_some((old, Some(direction)))
    };
    // 目标值为95%，超出2.8个百分点
    let stated = || {
        let next = held.place.clause + 1 == fact.place.clause && held.place.depth == fact.place.depth;
        let named = noun(before) && !before.mentions_any(&["比", "较"]) && held.left.chars().count() <= 8;
        let way = BEHIND.iter().find(|(way, _)| bare(&fact.left) == *way);
        way.filter(|_| next && named).map(|(_, direction)| (old, Some(*direction)))
    };
    opened().or_else(left).or_else(compared).or_else(stated)
}

/// How many figures back the other rate is looked for.
const REACH: usize = 40;

/// What a rate is called that is that of everything.
const ALL: [&str; 5] = ["总体", "整体", "平均", "全部", "总"];

/// 支出率82.65%，低于总体支出率11.90个百分点: the rate right before, and the one before by the name that the words give, where it is the only one.
fn named(facts: &Facts, id: usize) -> Option<(usize, usize, i8)> {
    let (fact, own) = (facts.get(id)?, id.checked_sub(1)?);
    let beside = |f: &Fact| is_rate(f) && f.role != Role::Growth && f.place.segment == fact.place.segment;
    let rate = facts.get(own).filter(|f| beside(f) && f.place.depth == fact.place.depth)?;
    let split = |(way, direction): &(&str, i8)| bare(&fact.left).strip_prefix(way).map(|words| (words, *direction));
    let (words, direction) = WAYS.iter().find_map(split)?;
    let noun = ALL.iter().find_map(|all| words.strip_prefix(all))?;
    let name = |f: &Fact| f.left.ends_with(words) || words.ends_with(f.left.as_str()) && f.left.starts_with_any(&ALL);
    let like = noun.ends_with('率') && rate.left.ends_with(noun);
    let mut found = facts.pick(own.saturating_sub(REACH)..own, |f| is_rate(f) && name(f));
    let other = found.next().filter(|_| like && found.next().is_none())?;
    Some((own, other, direction))
}

/// 办结率离80%的目标还差3.26个百分点: the rate that the words before the comparison name, which another part of the text tells.
fn subject(facts: &Facts, old: usize) -> Option<&str> {
    let held = facts.get(old)?;
    let clause = facts.clauses.clauses().get(held.place.clause)?;
    let words = facts.text.words(clause.start..held.range.start.max(clause.start));
    let (head, _) = words.rsplit_once(['距', '离'])?;
    let name = head.trim_end_matches(['距', '仍', '还', '尚', '但', '却']);
    let name = name.rsplit_once(['是', '，', '、']).map_or(name, |(_, name)| name);
    (name.ends_with('率') && name.chars().count() >= 3).then_some(name)
}

/// How many figures back a rate is looked for that the words name.
const FAR: usize = 200;

/// The rates of the paragraphs before that bear a name, nearest first.
fn called(facts: &Facts, old: usize, name: &str) -> Vec<usize> {
    let said = |f: &Fact| bare(f.left.trim_end_matches(['为', '是'])).to_owned();
    let rate = |f: &Fact| is_rate(f) && f.role != Role::Growth;
    let all: Vec<usize> =
        facts.pick(old.saturating_sub(FAR)..old, |f| rate(f) && said(f).ends_with(name)).rev().gather();
    // 老年人健康管理率离80%的目标差3.26个百分点: the rate itself may leave out whose it is, where only one does so.
    let short =
        |f: &Fact| rate(f) && said(f).chars().count() >= 3 && name.ends_with(&said(f)) && !f.period.is_past(facts.year);
    if !all.is_empty() {
        return all;
    }
    let shorter: Vec<usize> = facts.pick(old.saturating_sub(FAR)..old, short).gather();
    if shorter.len() == 1 { shorter } else { Vec::new() }
}

/// States how far a rate lies from the one it is held against; false where the words hold none against another. Of several rates
/// before, the one that the points lead to is meant, else the only one.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) -> bool {
    let facts = scope.facts;
    if let Some((own, other, direction)) = named(facts, id) {
        let away = distance((own, other), direction, id);
        out.relation(relation("D03", away, facts.span(&[own, id])));
        return true;
    }
    let Some((fact, (old, direction))) = facts.get(id).zip(base(facts, id)) else { return false };
    let own = |f: &Fact| {
        is_rate(f) && !matches!(f.role, Role::From | Role::Base | Role::Growth) && f.place.depth <= fact.place.depth
    };
    let before = facts.in_sentence(fact.place.sentence).start.max(old.saturating_sub(REACH))..old;
    let mut rates: Vec<usize> = facts.pick(before, own).rev().gather();
    let name = subject(facts, old);
    if let Some(name) = name {
        rates = called(facts, old, name);
    }
    let Some(nearest) = rates.first().copied() else { return name.is_some() };
    // 距8%的目标还差1.1个百分点 does not say on which side of it.
    let side = |new: usize| if facts.base_value(new) < facts.base_value(old) { -1 } else { 1 };
    let away = |new: usize| distance((new, old), direction.unwrap_or_else(|| side(new)), id);
    let fitting = rates.iter().copied().find(|new| scope.fits(&away(*new)));
    // 执行率88%；…离70%的目标差7个百分点: what another part of the sentence tells is not held against it for standing alone.
    let beside = facts.get(nearest).is_some_and(|f| f.place.segment == fact.place.segment);
    let single = rates.len() == 1 && beside || scope.is_stated_slip(&away(nearest));
    let Some(new) = fitting.or(Some(nearest).filter(|_| single)) else {
        out.unchecked(RULE.name, "D03", facts.span(&[nearest, id]), vec![id, nearest], Reason::Ambiguous);
        return true;
    };
    out.relation(relation("D03", away(new), facts.span(&[new, id])));
    true
}
