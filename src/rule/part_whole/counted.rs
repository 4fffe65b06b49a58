//! A04 over sentences and paragraphs: totals that say how many items they add up, 以上三项合计, or that close a list of
//! paragraphs, 合计：.
//!
//! The words alone say what belongs to such a total: so many items directly before it. A wrong digit is therefore an error even
//! where nothing but the words speaks for the reading.

use super::called;
use super::items::{Unit, amounts, before, said_number};
use super::row::is_joined;
use super::totals::tells_of_overlap;
use super::{kind_of, leaves_one_out, relation, sum};
use crate::fact::{Fact, Role};
use crate::gather::Gather;
use crate::rule::{Scope, Sink};
use crate::text::{Mention, Range};

/// Units of a number of items.
pub(super) const ITEMS: [&str; 14] =
    ["项", "类", "种", "个", "笔", "款", "部分", "方面", "大类", "家", "条", "块", "级", "大项"];
/// Words of a total between the number of its items and its amount.
const TOTALS: [&str; 11] = ["合计", "共", "总计", "总额", "之和", "小计", "相加", "合并", "累计", "合起来", "加起来"];
/// Words that point back to what was said.
const BACK: [&str; 5] = ["以上", "上述", "前述", "上列", "这"];

/// States every counted total.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    for whole in scope.levels(|f| f.role == Role::Level && f.place.depth == 0).filter(|id| *id > 0) {
        let Some(total) = facts.get(whole) else { continue };
        if called::state(scope, whole, out) {
            continue;
        }
        if let Some(count) = count(scope, whole) {
            by_count(scope, whole, count, out);
        } else if let Some(count) = first_ones(total) {
            by_first(scope, whole, count, out);
        } else if let Some(start) = closes(scope, total) {
            by_paragraphs(scope, whole, start, out);
        } else if total.left.ends_with_any(&["共", "合计", "共计"]) {
            by_name(scope, whole, out);
        }
    }
}

/// How many items a total says that it adds up: 三项合计7.52万元.
pub(super) fn count(scope: &Scope, whole: usize) -> Option<usize> {
    let facts = scope.facts;
    let (number, total) = (facts.get(whole.checked_sub(1)?)?, facts.get(whole)?);
    let items = number.place.clause == total.place.clause
        && number.figure.is_plain()
        && number.figure.unit.is_whole()
        && ITEMS.contains(&number.figure.unit.base.as_str())
        && number.range.end + total.left.chars().count() >= total.range.start;
    let count = Some(&number.figure).filter(|_| items)?.whole().filter(|n| (2..=30).contains(n))?;
    let back = number.left.ends_with_any(&BACK);
    let announced = total.left.mentions_any(&TOTALS) || back;
    // 上述两项用于商品服务25万元: what was done with them is another list.
    // 五项满分合计100分: nor is what could be had what was got.
    // 这两项数字在上一年分别为345亿元和123亿元: nor does each of them come to all.
    const OTHERS: [&str; 6] = ["用于", "中", "其", "满分", "分值", "分别"];
    let short = total.left.chars().count() <= 12 && !total.left.mentions_any(&OTHERS);
    (announced && short).then_some(count as usize)
}

/// How many of the first items a total says that it adds up: 前两项合计.
fn first_ones(total: &Fact) -> Option<usize> {
    let mut words = total.left.strip_prefix('前')?.chars();
    let number = said_number(words.next()?);
    let items = words.next().is_some_and(|c| ITEMS.iter().any(|w| w.starts_with(c)));
    let announced = total.left.ends_with_any(&TOTALS);
    number.filter(|n| items && announced && *n >= 2)
}

/// So many of the items before a total, from the first on.
fn by_first(scope: &Scope, whole: usize, count: usize, out: &mut Sink) {
    let facts = scope.facts;
    let Some(total) = facts.get(whole) else { return };
    let units = [Unit::Paragraph, Unit::Sentence, Unit::Segment, Unit::Level];
    let groups = units.into_iter().flat_map(|unit| before(scope, out, whole, total.range.start, unit));
    let groups: Vec<Vec<usize>> = groups.filter_map(|all| all.get(..count).map(<[usize]>::to_vec)).gather();
    let fitting = groups.iter().find(|group| scope.fits(&sum(group, whole)));
    let slip = || groups.iter().find(|group| scope.is_stated_slip(&sum(group, whole)));
    let short = || groups.iter().find(|group| lacks_one(scope, group, whole));
    if let Some(group) = fitting.or_else(slip).or_else(short) {
        let equation = sum(group, whole);
        let range = facts.span(&equation.all());
        out.relation(relation("A04", kind_of(scope, whole), equation, range, true));
    }
}

/// 前三项合计: whether one of the items that the words count was left out when they were added up. Of two the other is the total then, which
/// it may be where it is more than both: 追回312.86万元，其中罚款94.70万元.
fn lacks_one(scope: &Scope, group: &[usize], whole: usize) -> bool {
    let beside = match group {
        [one, other] => *other == one + 1 && !is_divided(scope, group),
        _ => true,
    };
    beside && leaves_one_out(scope, group, whole)
}

/// 支出合计621万元，其中其他支出10万元。两项支出合计611万元: whether one of the items is only a part of the one before it.
fn is_divided(scope: &Scope, group: &[usize]) -> bool {
    group.windows(2).any(|pair| match pair {
        [one, other] => *other == one + 1 && scope.facts.between(*one, *other).mentions_any(&["其中", "含", "包括"]),
        _ => false,
    })
}

/// The so many items directly before a total.
fn by_count(scope: &Scope, whole: usize, count: usize, out: &mut Sink) {
    let facts = scope.facts;
    let Some(total) = facts.get(whole) else { return };
    let start = facts.get(whole - 1).map_or(total.range.start, |f| f.range.start);
    let units = [Unit::Level, Unit::Name, Unit::Segment, Unit::Sentence, Unit::Paragraph];
    let groups: Vec<Vec<usize>> = units
        .into_iter()
        .flat_map(|unit| before(scope, out, whole, start, unit))
        .filter_map(|all| all.len().checked_sub(count).and_then(|from| all.get(from..).map(<[usize]>::to_vec)))
        .gather();
    // 展览18期、讲座45期、培训62期，三类活动共125期: as many as stand in the row right before leave no other reading.
    let row = |group: &&Vec<usize>| {
        let joined = group.windows(2).all(|pair| matches!(pair, [a, b] if *b == a + 1 && is_joined(scope, *a, *b)));
        let begins = group.first().is_some_and(|first| *first == 0 || !is_joined(scope, *first - 1, *first));
        joined && begins && group.last().is_some_and(|last| last + 2 == whole)
    };
    let chosen = groups
        .iter()
        .find(|group| scope.fits(&sum(group, whole)))
        .or_else(|| groups.iter().find(|group| !is_divided(scope, group) && scope.is_stated_slip(&sum(group, whole))))
        .or_else(|| groups.iter().find(row))
        // 甲1286人、乙412人，并为丙97人办理，三项合计1698人: one of as many as the words count was left out.
        .or_else(|| groups.iter().find(|group| lacks_one(scope, group, whole)));
    // 教师120人、校长35人，两类对象合计145人（10人重复）.
    let twice = |group: &[usize]| group.first().is_some_and(|first| tells_of_overlap(scope, total, *first));
    if let Some(group) = chosen.filter(|group| scope.fits(&sum(group, whole)) || !twice(group)) {
        let from = group.first().and_then(|id| facts.get(*id)).map_or(start, |f| f.range.start);
        out.relation(relation("A04", kind_of(scope, whole), sum(group, whole), from..total.range.end, true));
    }
}

/// 职工基金收入…，支出…；居民基金收入…，支出…。两项基金收入共…，支出共…: all amounts of the sentence before that bear the name.
fn by_name(scope: &Scope, whole: usize, out: &mut Sink) {
    let facts = scope.facts;
    let Some(total) = facts.get(whole) else { return };
    let before = total.place.sentence.checked_sub(1);
    let group: Vec<usize> = before_named(scope, out, whole)
        .into_iter()
        .filter(|id| facts.get(*id).is_some_and(|f| Some(f.place.sentence) == before))
        .gather();
    let equation = sum(&group, whole);
    let plural = facts
        .get(facts.in_sentence(total.place.sentence).start)
        .is_some_and(|f| f.figure.unit.is_whole() && f.figure.value == u32::try_from(group.len()).unwrap_or(0).into());
    if group.len() >= 2 && (scope.fits(&equation) || plural && scope.is_stated_slip(&equation)) {
        let start = group.first().and_then(|id| facts.get(*id)).map_or(total.range.start, |f| f.range.start);
        out.relation(relation("A04", kind_of(scope, whole), equation, start..total.range.end, true));
    }
}

fn before_named(scope: &Scope, out: &Sink, whole: usize) -> Vec<usize> {
    let start = scope.facts.get(whole).map_or(0, |f| f.range.start);
    before(scope, out, whole, start, Unit::Name).concat()
}

/// Where a paragraph begins that closes a list of paragraphs with its total: 合计：预算…，决算…; 以上支出总额….
fn closes(scope: &Scope, total: &Fact) -> Option<usize> {
    let facts = scope.facts;
    if facts.clauses.first_sentence(total.place.paragraph) != total.place.sentence {
        return None;
    }
    let p = facts.text.paragraphs().get(total.place.paragraph)?;
    let start = p.range.start + p.marker.map_or(0, |m| m.length);
    let words = facts.text.words(start..total.range.start.min(start + 16));
    let words = words.trim_start();
    let bare = words.starts_with_any(&["合计", "总计", "小计"]);
    let back = words.starts_with_any(&BACK) && words.mentions_any(&TOTALS);
    (bare || back).then_some(p.range.start)
}

/// The paragraphs of the list that a total closes: for each measure that it gives, those that give it too.
fn by_paragraphs(scope: &Scope, whole: usize, start: usize, out: &mut Sink) {
    let facts = scope.facts;
    let Some(total) = facts.get(whole) else { return };
    for run in before(scope, out, whole, start, Unit::Paragraph) {
        let runs = (2..=run.len()).rev().filter_map(|n| run.get(run.len() - n..));
        let equations: Vec<_> = runs.map(|run| sum(run, whole)).gather();
        let all = equations
            .iter()
            .find(|e| scope.fits(e))
            .or_else(|| equations.first().filter(|e| is_list(scope, &run) && scope.is_stated_slip(e)));
        if let Some(equation) = all {
            let range: Range = start..total.range.end;
            out.relation(relation("A04", kind_of(scope, whole), equation.clone(), range, true));
            return;
        }
    }
}

/// Whether amounts stand in paragraphs that are marked alike, with nothing between them.
fn is_list(scope: &Scope, run: &[usize]) -> bool {
    let paragraphs: Vec<usize> = amounts(scope, run).map(|f| f.place.paragraph).gather();
    run.len() >= 2 && paragraphs.windows(2).all(|w| matches!(w, [a, b] if *b == a + 1))
}
