//! Rows that a number announces (几项清单): 安排专项资金9项：甲300万元，…; 项目支出涉及5个方面：一是…; 分三块：甲…，乙…，丙….

use crate::fact::{Fact, normalize};
use crate::gather::Gather;
use crate::rule::Scope;
use crate::rule::part_whole::items::said_number;
use crate::text::Mention;

/// How many figures before a list that is counted its whole may stand.
const REACH: usize = 4;

/// Words between the name of an amount and the number of its parts.
const VERBS: [&str; 7] = ["涉及", "包括", "包含", "分", "安排", "投向", "用于"];

/// How many characters name what is counted, between its number and the colon.
const NOUN: usize = 4;

/// 共9项：甲300万元，乙44万元，…: as many amounts as the words before the colon count, and what they divide.
pub(super) fn numbered(scope: &Scope, first: usize) -> Option<(Vec<usize>, usize)> {
    let facts = scope.facts;
    let (fact, count) = (facts.get(first)?, facts.get(first.checked_sub(1)?)?);
    // 4个项目：, 9项：
    let colon = || {
        let words = facts.text.words(count.range.end..fact.range.start);
        words.split_once('：').is_some_and(|(noun, _)| noun.chars().count() <= NOUN)
    };
    if !count.figure.is_plain() || !count.figure.unit.is_whole() || !colon() {
        return None;
    }
    // 项目支出105.55万元（占37.76%），安排4个项目：…: what the bracket tells stands between.
    let is_total = |f: &Fact| f.is_level() && f.is_like(fact) && f.place.depth == 0;
    let before = facts.in_sentence(fact.place.sentence).start.max(first.saturating_sub(REACH))..first - 1;
    // 新建2万亩、改造1万亩，落在4个乡镇：…: of two either may be meant, or both.
    let mut totals = facts.pick(before, is_total).rev();
    let here = totals.next().filter(|whole| *whole + 2 == first || totals.next().is_none());
    let whole = here.or_else(|| called(scope, first))?;
    let total = facts.get(whole)?;
    let beside = total.place.segment == count.place.segment && count.place.clause <= total.place.clause + 1;
    let near = here.is_none() || beside;
    let list = behind_colon(scope, first);
    // 安排7个项目：甲5.00亿元、乙3.40亿元，其余3个项目0.90亿元: the rest takes in all others.
    let clause = |f: &Fact| facts.clauses.clauses().get(f.place.clause).map_or(0, |c| c.start);
    let rest = list.last().and_then(|id| facts.get(*id)).is_some_and(|f| facts.text.has(clause(f), "其余"));
    let said = rest || count.figure.value == u32::try_from(list.len()).ok()?.into();
    (near && said).then_some((list, whole))
}

/// 项目支出1508.77万元，…。项目支出涉及5个方面：一是…: the amount that the words before the number of a list call by its name.
fn called(scope: &Scope, first: usize) -> Option<usize> {
    let facts = scope.facts;
    let (fact, count) = (facts.get(first)?, facts.get(first.checked_sub(1)?)?);
    let clause = facts.clauses.clauses().get(count.place.clause)?.start;
    let words = facts.text.words(clause..count.range.start);
    let name = VERBS.iter().find_map(|verb| words.trim_end_matches(['了', '为', '共']).strip_suffix(verb))?;
    let name = name.trim_end_matches(['共', '已', '拟']);
    let key = normalize(name);
    let level = |f: &Fact| f.is_level() && f.is_like(fact) && f.figure.is_plain() && f.place.depth == 0;
    let named = |id: &usize| facts.get(*id).is_some_and(|f| level(f) && f.label.key == key);
    facts.levels_named(name, first).into_iter().find(named).filter(|_| key.chars().count() >= 3)
}

/// 事业收入86万元，比上年75万元增加11万元，分三块：甲…，乙…，丙…: what is divided into as many as the list has is the only amount of the
/// sentence before, but for what it is compared with.
pub(super) fn divided(scope: &Scope, first: usize) -> Option<(Vec<usize>, usize)> {
    let facts = scope.facts;
    let fact = facts.get(first)?;
    let level = |f: &Fact| f.is_level() && f.is_like(fact) && f.place.depth == 0;
    let mut before = facts.pick(facts.in_sentence(fact.place.sentence).start..first, level);
    let here = before.next();
    if before.next().is_some() {
        return None;
    }
    let start = facts.clauses.sentences().get(fact.place.sentence)?.start;
    let (words, _) = facts.text.words(start..fact.range.start.max(start)).rsplit_once('：')?;
    let divided = words.rsplit_once('分')?.1;
    let divided = ["配", "解", "布"].iter().find_map(|verb| divided.strip_prefix(verb)).unwrap_or(divided);
    let mut letters = divided.trim_start_matches(['为', '成', '到', '在']).chars();
    let count = said_number(letters.next()?)?;
    let kind = ['块', '项', '类', '部', '个', '笔', '种', '方'].contains(&letters.next()?);
    // 安排专项资金1500万元，较上年…。分配为三个方向：甲…: a sentence of its own divides the head of the one before.
    let head = || {
        let last = facts.in_sentence(fact.place.sentence.checked_sub(1)?);
        let same = |f: &Fact| level(f) && f.place.paragraph == fact.place.paragraph;
        facts.pick(last, same).next()
    };
    let plain = |id: &usize| facts.get(*id).is_some_and(|f| f.figure.is_plain());
    let whole = here.or_else(head).filter(plain)?;
    Some((behind_colon(scope, first), whole)).filter(|(list, _)| kind && list.len() == count)
}

/// The amounts of a kind from one on to the end of its sentence.
fn behind_colon(scope: &Scope, first: usize) -> Vec<usize> {
    let facts = scope.facts;
    let Some(fact) = facts.get(first) else { return Vec::new() };
    let part = |f: &Fact| f.is_level() && f.is_like(fact) && f.place.depth == 0;
    facts.pick(first..facts.in_sentence(fact.place.sentence).end, part).gather()
}

/// What 各 is said of where a list tells of every one.
const EACH: [&str; 8] = ["各项目", "各科目", "各单位", "各部门", "各区县", "各乡镇", "各县区", "各地区"];

/// 项目支出267.60万元，执行率93.89%。各项目执行情况：甲73.62万元，完成98.16%；乙…；丙…: the first amount of every part of a sentence that tells of each,
/// and the first of the sentence before.
pub(super) fn each(scope: &Scope, first: usize) -> Option<(Vec<usize>, usize)> {
    let facts = scope.facts;
    let fact = facts.get(first)?;
    let sentence = facts.in_sentence(fact.place.sentence);
    let start = facts.clauses.sentences().get(fact.place.sentence).filter(|_| sentence.start == first)?.start;
    let words = facts.text.words(start..fact.range.start.max(start));
    if !words.starts_with_any(&EACH) || !words.contains('：') {
        return None;
    }
    let level = |f: &Fact| f.is_level() && f.is_like(fact) && f.place.depth == 0;
    let mut list: Vec<usize> = facts.pick(sentence, level).gather();
    list.dedup_by_key(|id| facts.get(*id).map(|f| f.place.segment));
    let before = facts.in_sentence(fact.place.sentence.checked_sub(1)?);
    let head = |f: &Fact| level(f) && f.figure.is_plain() && f.place.paragraph == fact.place.paragraph;
    let whole = facts.pick(before, head).next()?;
    (list.len() >= 2).then_some((list, whole))
}
