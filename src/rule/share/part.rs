//! Which amount a share is the share of something of: the part.

use super::unread::{is_named_bare, is_told_bare, is_unprinted};
use super::{ahead, ratio, relation};
use crate::fact::{Fact, Measure, Role, agree, names_money};
use crate::gather::Gather;
use crate::number::Dimension;
use crate::relation::Kind;
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// How many shares before one are asked for its subject.
const SUBJECTS: usize = 3;

/// The share whose subject this one has: 服务费占项目支出的65%，占总支出的21%, 支出决算占调整预算的97%、占年初预算的109%.
fn first_of(scope: &Scope, id: usize) -> usize {
    let goes_on = |id: &usize| {
        let (Some(rate), Some(last)) = (scope.facts.get(*id), id.checked_sub(1).and_then(|p| scope.facts.get(p)))
        else {
            return false;
        };
        let apart = rate.place.clause - last.place.clause;
        let beside = apart == 0 || apart == 1 && rate.place.segment == last.place.segment && !rate.phrase.is_empty();
        last.role == Role::Share && beside && rate.left.starts_with('占')
    };
    (id.saturating_sub(SUBJECTS) + 1..=id).rev().find(|id| !goes_on(id)).unwrap_or(id)
}

/// What is named before 占: 小微企业占34.3%; nothing where only words like 共 and 分别 stand there.
fn noun<'a>(scope: &'a Scope, id: usize) -> &'a str {
    let Some(first) = scope.facts.get(first_of(scope, id)) else { return "" };
    let head = first.left.rsplit_once('占').map_or("", |(head, _)| head);
    if matches!(head, "后者" | "前者") {
        return "";
    }
    head.trim_matches([
        '共', '约', '各', '只', '仅', '合', '已', '也', '均', '就', '总', '还', '则', '其', '分', '别', '计',
    ])
}

/// The part: what the words before 占 name, else the nearest level before the share in its segment, else in its sentence.
/// Whether it is sure: where words stand before 占 that no amount answers, the nearest is only a guess.
pub(super) fn part(scope: &Scope, id: usize) -> Option<(usize, bool)> {
    let facts = scope.facts;
    let rate = facts.get(id)?;
    if let Some(named) = ahead::named(scope, id).or_else(|| ahead::spoken_of(scope, id)) {
        return Some((named, true));
    }
    let noun = noun(scope, id);
    if is_unprinted(scope, id, noun) {
        return None;
    }
    if let Some(gap) = gap(scope, id).filter(|_| noun.is_empty()) {
        return Some((gap, true));
    }
    let said = Measure::of(noun);
    let spent = |f: &Fact| f.measure == Measure::Unstated && (f.left.mentions("支出") || f.left.mentions("执行"));
    let measured = |f: &Fact| said != Measure::Outturn || f.measure == said || spent(f);
    // 五个项目中，河道疏浚居首，占项目支出的45.4%: a count is no part of an amount of money.
    let counted = |f: &Fact| names_money(&rate.phrase) && f.figure.unit.dimension == Dimension::Count;
    let could = |f: &Fact| measured(f) && !counted(f) && !is_each(f, rate);
    let level = |f: &Fact| f.is_level() && f.place.depth <= rate.place.depth && could(f);
    let sentence = facts.in_sentence(rate.place.sentence).start..id;
    let near = facts.pick(sentence.clone(), |f| level(f) && f.place.segment == rate.place.segment).next_back();
    let elsewhere = near.is_none_or(|n| facts.get(n).is_some_and(|f| f.place.clause != rate.place.clause));
    if !noun.is_empty() && elsewhere {
        if is_named_bare(scope, rate, noun) {
            return None;
        }
        let key = crate::fact::normalize(noun);
        if let Some(named) = named(scope, id, if key.is_empty() { noun } else { &key }) {
            return Some((named, !is_of_another(scope, id, named)));
        }
        if key.chars().count() >= 6 {
            return None;
        }
    }
    if elsewhere && is_told_bare(scope, rate, near) {
        return None;
    }
    let nearest = near.or_else(|| {
        let whole = facts.pick(sentence, level).next_back();
        whole.filter(|_| rate.place.depth == 0 && !opens_item(scope, rate))
    });
    // 费用比上年增加234万元，占上年净利润的37.42%: what the clause before says it rose by; only the figures can bear it out.
    let changed = || {
        let change = |f: &Fact| f.role == Role::Change && f.is_amount() && f.place.segment == rate.place.segment;
        id.checked_sub(1).filter(|c| facts.get(*c).is_some_and(change)).map(|c| (c, false))
    };
    // 提取公积金54.8亿元，提取额占…: the noun repeats the verb of the amount before it.
    let head: String = noun.strip_suffix(['额', '数', '量']).unwrap_or_default().to_owned();
    let repeats = |n: usize| head.chars().count() == 2 && facts.get(n).is_some_and(|f| f.left.contains(&head));
    let plain = noun.is_empty() || !elsewhere || said != Measure::Unstated || near.is_some_and(repeats);
    nearest.map(|part| (part, plain)).or_else(changed)
}

/// 每亩成本460元，补助300元，缺口160元，占成本的34.8%: what is short is what the next clause speaks of.
fn gap(scope: &Scope, id: usize) -> Option<usize> {
    let facts = scope.facts;
    let rate = facts.get(id)?;
    let short = |f: &Fact| f.role == Role::Rest && f.figure.is_plain() && f.left.mentions_any(&["缺口", "差额"]);
    let beside = |f: &Fact| f.place.clause + 1 == rate.place.clause && f.place.segment == rate.place.segment;
    id.checked_sub(1).filter(|gap| facts.get(*gap).is_some_and(|f| short(f) && beside(f)))
}

/// 第二产业4.1万人。资产总计862亿元，第二产业占42.6%: whether the sentence of a share has an amount of another kind, and the part is of
/// a sentence before.
fn is_of_another(scope: &Scope, id: usize, part: usize) -> bool {
    let facts = scope.facts;
    let (Some(rate), Some(own)) = (facts.get(id), facts.get(part)) else { return false };
    let other = |f: &Fact| f.is_level() && f.place.segment == rate.place.segment && !f.is_like(own);
    let sentence = facts.in_sentence(rate.place.sentence).start..id;
    own.place.sentence != rate.place.sentence && facts.pick(sentence, other).next().is_some()
}

/// （1）两个项目未支付944万元；（2）居民出资比例低，占总投资3.36%: whether the part of the sentence of a share is an item of its own.
fn opens_item(scope: &Scope, rate: &Fact) -> bool {
    let segment = scope.facts.clauses.segments().get(rate.place.segment).cloned().unwrap_or_default();
    crate::text::marker(scope.facts.text.slice(segment)).is_some()
}

/// 人均卫生费用5348.1元，占GDP的6.5%: whether an amount is for each of many, which is no part of what all have.
fn is_each(own: &Fact, rate: &Fact) -> bool {
    // 平均每辆2.4万元，占“三公”经费的70%
    own.left.mentions_any(&["人均", "户均", "生均", "亩均", "车均", "平均每"])
        && !rate.left.contains('均')
        && !rate.phrase.mentions("水平")
}

/// 甲小区每平方米250元，乙小区245元: whether an amount is for each of something, by its own words or by those that its row begins with, where it
/// is not called an amount of money itself.
pub(super) fn is_price(scope: &Scope, id: usize) -> bool {
    let Some(own) = scope.facts.get(id) else { return false };
    let row = scope.facts.in_sentence(own.place.sentence).start..id;
    let before = row.rev().map_while(|at| scope.facts.get(at).filter(|f| f.figure.unit == own.figure.unit));
    let is_sum = own.left.contains(['共', '总', '计']) || names_money(own.left.trim_end_matches(['为', '达']));
    own.is_for_each() || !is_sum && before.into_iter().any(Fact::is_for_each)
}

/// The nearest level of the sentence that words name, else of those before it.
fn named(scope: &Scope, id: usize, key: &str) -> Option<usize> {
    let facts = scope.facts;
    let rate = facts.get(id)?;
    let sentence = facts.in_sentence(rate.place.sentence).start..id;
    let own = |f: &Fact| f.is_level() && f.label.own && !is_each(f, rate);
    let by_head = |f: &Fact| own(f) && f.label.key.starts_with(key);
    let by_tail = |f: &Fact| own(f) && f.label.key.chars().count() >= 2 && key.starts_with(&f.label.key);
    facts.pick(sentence.clone(), by_head).next_back().or_else(|| facts.pick(sentence, by_tail).next_back()).or_else(
        || {
            let holds = |n: &usize| facts.get(*n).is_some_and(|f| f.label.key.contains(key) && !is_each(f, rate));
            facts.levels_named(key, id).into_iter().find(holds)
        },
    )
}

/// Whether words name what was to be done, a whole of its own, printed or not (任务数、计划数、目标).
pub(super) fn is_task(words: &str) -> bool {
    words.mentions_any(&["任务", "计划", "目标"])
}

/// Whether words name a budget, which its outturn is measured by (调整预算、年初预算数).
pub(super) fn is_budget(words: &str) -> bool {
    Measure::of(words).is_budget() && words.trim_end_matches('的').trim_end_matches('数').ends_with("预算")
}

/// B12: 完成总任务占比114%（下达任务5405批次）: the task stands near, and one of the amounts before fits it.
pub(super) fn against_task(scope: &Scope, id: usize, _: &str, out: &mut Sink) -> bool {
    let facts = scope.facts;
    let Some(rate) = facts.get(id).filter(|f| is_task(&f.phrase)) else { return false };
    let sentence = facts.in_sentence(rate.place.sentence);
    let tasks: Vec<usize> = facts.pick(sentence.clone(), |f| f.is_level() && f.measure == Measure::Plan).gather();
    let done: Vec<usize> = facts.pick(sentence.start..id, |f| f.is_level() && f.measure != Measure::Plan).gather();
    let pairs: Vec<(usize, usize)> = tasks
        .iter()
        .flat_map(|t| done.iter().map(move |d| (*d, *t)))
        .filter(|(d, t)| facts.get(*d).zip(facts.get(*t)).is_some_and(|(d, t)| d.is_like(t)))
        .gather();
    let fitting: Vec<&(usize, usize)> = pairs.iter().filter(|(d, t)| scope.is_ratio(*d, *t, id)).gather();
    let named: Vec<&(usize, usize)> = pairs.iter().filter(|(d, t)| is_task_of(scope, *d, *t)).gather();
    // 甲年度计划42.6亿元；乙完成186.4亿元，占年度计划的104.2%: a task in another part of the sentence may be another's.
    // 完成硬化道路20公里，占任务的100%，完成绿化任务5公里: nor is one behind it that is not told of it in the bracket.
    let beside = |(done, task): &(usize, usize)| {
        if *task > id {
            return facts.get(*task).is_some_and(|f| f.place.bracket == Some(rate.range.end));
        }
        facts.get(*task).is_some_and(|f| f.place.segment == rate.place.segment)
            || scope.is_stated_slip(&ratio(*done, *task, id))
    };
    let chosen = match (fitting.as_slice(), pairs.as_slice(), named.as_slice()) {
        ([one], ..) | ([], _, [one]) => Some(**one),
        ([], [one], _) => Some(*one).filter(beside),
        _ => None,
    };
    let Some((part, whole)) = chosen else { return false };
    let from = facts.get(part).map_or(rate.range.start, |f| f.range.start);
    out.relation(relation("B12", Kind::Ratio, ratio(part, whole, id), from..rate.range.end, true));
    true
}

/// 定量监督抽检6149批次, 下达监督抽检任务5405批次: whether the words before a task name what was done.
fn is_task_of(scope: &Scope, done: usize, task: usize) -> bool {
    let (Some(done), Some(task)) = (scope.facts.get(done), scope.facts.get(task)) else { return false };
    let name = task.left.split_once("任务").map_or("", |(name, _)| name);
    // A name of four characters is seldom two things'.
    let letters: Vec<char> = name.chars().rev().take(4).gather();
    letters.len() == 4 && done.left.ends_with(&letters.into_iter().rev().collect::<String>())
}

/// 占基本支出210万元的15%: the whole stands in the clause of the share.
pub(super) fn inside(scope: &Scope, id: usize) -> Option<usize> {
    let facts = scope.facts;
    let rate = facts.get(id)?;
    id.checked_sub(1)
        .filter(|b| facts.get(*b).is_some_and(|f| f.role == Role::Base && f.place.clause == rate.place.clause))
}

/// The part of a whole that stands in the clause: what is named before 占, else the level before the whole.
pub(super) fn part_of_base(scope: &Scope, id: usize, base: usize) -> Option<usize> {
    let facts = scope.facts;
    let (rate, whole) = (facts.get(id)?, facts.get(base)?);
    let noun = whole.left.rsplit_once('占').map(|(head, _)| head.to_owned()).unwrap_or_default();
    if let Some(named) = facts.levels_named(&noun, base).first() {
        return Some(*named);
    }
    let level = |f: &Fact| f.is_level() && whole.is_like(f) && f.place.depth <= rate.place.depth;
    let near: Vec<usize> = facts.pick(facts.in_sentence(rate.place.sentence).start..base, level).gather();
    let noun = crate::fact::normalize(&noun);
    if noun.chars().count() < 2 || near.len() < 2 {
        // 收入78亿元（2022年54亿元，恢复到2019年82亿元的96%）: what is held against another year is this year's.
        let now = |id: &&usize| facts.get(**id).is_some_and(|f| !f.period.is_past(facts.year));
        let told = whole.period.is_past(facts.year).then(|| near.iter().rev().find(now)).flatten();
        return told.or(near.last()).copied();
    }
    // 抽检食品6120批次、快检58000批次，食品抽检占…: the same words in another order, or else what the figures settle.
    let shared = |id: &usize| facts.get(*id).map_or(0, |f| noun.chars().filter(|c| f.left.contains(*c)).count());
    let best = near.iter().map(shared).max().filter(|n| *n >= 2)?;
    let alike = near.iter().copied().filter(|id| shared(id) == best);
    alike.single().or_else(|| near.iter().copied().find(|part| scope.is_ratio(*part, base, id)))
}

/// 占总支出的21.1%（当年总支出58.6亿元）: the bracket behind a share gives the whole that its words name.
pub(super) fn explained(scope: &Scope, id: usize, part: usize, phrase: &str) -> Option<usize> {
    let facts = scope.facts;
    let (rate, own) = (facts.get(id)?, facts.get(part)?);
    let key = crate::fact::normalize(phrase);
    let whole = facts.get(id + 1)?;
    let aside = whole.place.bracket == Some(rate.range.end);
    let named = whole.label.own && agree(&whole.label.key, &key);
    (aside && named && whole.is_level() && whole.is_like(own) && whole.figure.is_plain()).then_some(id + 1)
}
