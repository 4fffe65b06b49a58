//! The counts that an average may be spread over, and the totals that may be spread.

use super::super::item::called;
use super::super::loose::is_overtaken;
use super::Average;
use crate::fact::Fact;
use crate::gather::Gather;
use crate::rule::Scope;
use crate::text::Mention;

/// How many facts back an item is looked for that the paragraph names again.
const REACH: usize = 60;

/// The counts that an average can be spread over: before it, nearest first, or in the bracket behind it.
pub(super) fn counts(scope: &Scope, average: &Average, near: &[usize]) -> Vec<usize> {
    let facts = scope.facts;
    let behind = average.id + 1;
    // 日均638件（按250个工作日计算）
    let aside = |f: &Fact| {
        f.place.bracket.is_some_and(|at| at >= average.fact.range.end && at <= average.fact.range.end + 4)
            && f.place.sentence == average.fact.place.sentence
    };
    let explained = facts.get(behind).filter(|f| aside(f) && f.is_amount() && average.is_count(f)).map(|_| behind);
    let before = near.iter().copied().filter(|c| facts.get(*c).is_some_and(|f| average.is_count(f)));
    // 生均公用经费: pupils counted paragraphs before.
    let pupils = |f: &Fact| f.is_level() && f.figure.is_plain() && average.is_count(f) && f.left.mentions("学生");
    let far = facts.pick(average.id.saturating_sub(REACH)..average.id, pupils).rev();
    let far = far.filter(|c| average.fact.left.mentions("生均") && !near.contains(c));
    explained.into_iter().chain(before).chain(far).gather()
}

/// The amounts that can be spread: the total behind the average, those before it, and those that its words or the words of the count name.
pub(super) fn totals(scope: &Scope, average: &Average, near: &[usize]) -> Vec<usize> {
    let facts = scope.facts;
    let before = near.iter().copied().filter(|t| facts.get(*t).is_some_and(|f| f.is_like(average.fact)));
    // 62人、人均12.6万元，共781.2万元: the total right behind.
    let summed = |f: &Fact| f.is_level() && f.left.starts_with_any(&["共", "合计", "总计", "计"]);
    let near = |f: &Fact| f.place.segment == average.fact.place.segment && f.place.depth == average.fact.place.depth;
    let behind = Some(average.id + 1).filter(|t| facts.get(*t).is_some_and(|f| summed(f) && near(f)));
    let mut all: Vec<usize> = behind.into_iter().chain(before).gather();
    let named = |words: &str| facts.levels_named(words, average.id).into_iter().take(4).gather();
    all.extend(named(&average.item));
    // 按每吨50元贴息
    all.extend(named(&average.fact.right));
    all.extend(spoken_of(scope, average));
    // 每亩95元，补贴72万亩，户均576.53元: what is for each of something is no total.
    // 总投资960万元（镇村自筹240万元），平均每公里40万元: nor is what a bracket tells beside it.
    let outer = |f: &Fact| f.place.depth <= average.fact.place.depth || f.place.bracket == average.fact.place.bracket;
    // 收入共612.4万元，上年为548.9万元，村均36.0万元: nor is last year's.
    let past = |f: &Fact| f.period.is_past(facts.year);
    let total = |f: &Fact| {
        let own = f.is_like(average.fact) && f.figure.is_plain() && !f.is_for_each() && outer(f);
        own && (!past(f) || past(average.fact))
    };
    all.retain(|t| {
        *t != average.id
            && facts.get(*t).is_some_and(|f| total(f) && !is_overtaken(scope, f, (average.id, average.fact)))
    });
    crate::order::keep_first(&mut all);
    called(scope, &average.item, all)
}

/// 人员经费中，在职人员118人，人均18.2万元: the amounts before whose items the paragraph names up to the average.
fn spoken_of(scope: &Scope, average: &Average) -> Vec<usize> {
    let facts = scope.facts;
    let place = average.fact.place;
    let Some(paragraph) = facts.text.paragraphs().get(place.paragraph) else { return Vec::new() };
    let words = facts.text.words(paragraph.range.start..average.fact.range.start);
    let named = |f: &Fact| {
        f.is_level() && f.label.own && f.label.key.chars().count() >= 3 && words.contains(f.label.key.as_str())
    };
    facts.pick(average.id.saturating_sub(REACH)..average.id, named).rev().gather()
}
