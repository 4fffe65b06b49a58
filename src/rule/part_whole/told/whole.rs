//! Which amount the words before a row give as its whole, and whether they leave no other reading.

use super::super::list::is_within;
use super::super::row::{exhausts, is_joined, is_undecided, is_whole_row, names};
use super::super::sum;
use super::ends;
use super::headed::is_headed;
use crate::catalog::partition::{is_complete, is_denied};
use crate::fact::{Fact, Measure, agree, normalize};
use crate::gather::Gather;
use crate::rule::Scope;
use crate::text::Mention;

/// Words that open a row behind the name of its whole, longest first.
const OPENERS: [&str; 14] = [
    "主要包括",
    "具体包括",
    "主要用于",
    "资金来源为",
    "来源为",
    "主要是",
    "主要为",
    "具体为",
    "具体是",
    "分别是",
    "分别为",
    "包括",
    "包含",
    "用于",
];

/// How many figures a clause that compares a whole has at most.
const COMPARED: usize = 3;

/// Words of a clause that adds to the amount before it.
const ADDED: [&str; 6] = ["加上", "再加", "另加", "连同", "另有", "此外"];

/// Whether the words before a row admit that it is not all: 主要用于.
pub(super) fn is_partial(first: &Fact) -> bool {
    OPENERS.iter().any(|w| w.starts_with("主要") && first.left.contains(w))
}

/// How surely the words make a row the division of its whole.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Told {
    /// Nothing but its place speaks for it, or 其中, whose lists are judged elsewhere.
    Near,
    /// A colon opens the row, which may leave something out and is never more than its whole.
    Opened,
    /// The row looks like all of it, but its names may leave something out.
    Likely,
    /// There is no other reading.
    Stated,
}

impl Told {
    /// The same of a row behind the colon of its whole: only its names say that it is all of it.
    pub(super) fn of_colon(self, scope: &Scope, list: &[usize], whole: usize) -> Self {
        if self == Self::Stated && !exhausts(scope, list, whole) { Self::Opened } else { self }
    }

    fn stated(stated: bool) -> Self {
        if stated { Self::Stated } else { Self::Near }
    }
}

/// The years of a school.
pub(super) const YEARS: [&str; 6] = ["一年级", "二年级", "三年级", "四年级", "五年级", "六年级"];

/// 一年级1286人、二年级1174人、三年级1032人: whether names count the years of a school from the first on; 其中 may leave the later ones out.
pub(super) fn is_graded(scope: &Scope, list: &[usize]) -> bool {
    let year = |(id, year): (&usize, &str)| {
        let fact = scope.facts.get(*id);
        fact.is_some_and(|f| f.left.contains(year) && !f.left.mentions("其中"))
    };
    (3..=YEARS.len()).contains(&list.len()) && list.iter().zip(YEARS).all(year)
}

/// The whole that the words before a row give, and how surely they do.
pub(super) fn whole(scope: &Scope, list: &[usize]) -> Option<(usize, Told)> {
    let facts = scope.facts;
    let first = *list.first()?;
    let fact = facts.get(first)?;
    let all = |whole: usize| exhausts(scope, list, whole) || is_graded(scope, list);
    let complete = |whole: usize| is_whole_row(scope, list) || all(whole);
    let like = |f: &Fact| f.is_level() && f.figure.is_plain() && f.place.depth == 0 && f.is_like(fact);
    let clause = facts.clauses.clauses().get(fact.place.clause)?.start;
    let words = facts.text.words(clause..fact.range.start);
    let opened = opened(fact);
    // 上述两项用于…: what the words point back to is another rule's.
    if opened.is_some() && words.mentions_any(&["上述", "以上", "此", "该", "这"]) {
        return None;
    }
    if divides_nothing(scope, list, words) {
        return None;
    }
    let here = facts.pick(facts.in_sentence(fact.place.sentence).start..first, like).next_back();
    if let Some(whole) = here {
        let total = facts.get(whole)?;
        let (near, clear) = between(scope, list, total);
        if !near && is_rated(scope, whole, list) {
            let pending = names(scope, list).is_some_and(|names| is_undecided(total, &names));
            // 外贸总值12.1万亿元，增长4.1%，出口6.5万亿元，增长6.1%，进口5.6万亿元: of two only the figures say that they divide what stands there.
            let told = if list.len() >= 3 { Told::Likely } else { Told::Near };
            return (!pending).then_some((whole, told));
        }
        let in_order = in_order(fact) && total.place.segment == fact.place.segment;
        let pending = names(scope, list).is_some_and(|names| is_undecided(total, &names));
        let stated = || clear || all(whole) || opened.is_some() && total.place.clause != fact.place.clause;
        let told = match complete(whole) && !pending {
            _ if in_order => Told::Stated,
            false => Told::Near,
            true if fact.left.mentions("其中") => Told::stated(all(whole)),
            true if stated() => Told::Stated,
            true if is_headed(scope, list, total) => Told::Likely,
            true => Told::Near,
        };
        return (near || in_order).then_some((whole, told));
    }
    let opened = opened?;
    let start = facts.clauses.sentences().get(fact.place.sentence)?.start;
    let words = facts.text.words(start..fact.range.start);
    let single = !words.contains(['，', '；', '：']);
    if let Some(whole) = supplement(scope, &opened, first) {
        return Some((whole, Told::stated(complete(whole) && single)));
    }
    if opened.chars().count() >= 2 {
        let named = facts.levels_named(&opened, first);
        let whole = named.into_iter().find(|id| facts.get(*id).is_some_and(like));
        let whole = whole.or_else(|| kin(scope, &opened, fact).filter(|whole| all(*whole)))?;
        let same = facts.get(whole).is_some_and(|f| agree(&f.label.key, &normalize(&opened)));
        return Some((whole, Told::stated(complete(whole) && single && (same || all(whole)))));
    }
    // 具体为购置费…: the amount that the sentence before is about.
    let before = fact.place.sentence.checked_sub(1)?;
    let whole = facts.pick(facts.in_sentence(before), like).next()?;
    let same = facts.get(whole).is_some_and(|f| f.place.paragraph == fact.place.paragraph);
    same.then_some((whole, Told::stated(complete(whole) && single && all(whole))))
}

/// What stands before the words that open a row: 人员经费包括, 申请人中.
fn opened(fact: &Fact) -> Option<String> {
    if fact.left.mentions_any(&OPENERS) {
        return OPENERS.iter().find_map(|w| fact.left.split_once(w).map(|(head, _)| head.to_owned()));
    }
    fact.left.contains(['中', '里']).then_some(()).and_then(|()| {
        let chars: Vec<char> = fact.left.chars().gather();
        let at = (2..chars.len()).find(|at| is_within(chars.get(at - 1), chars.get(*at), chars.get(at + 1)))?;
        Some(chars.iter().take(at).collect())
    })
}

/// 年中调增168.56万元，…。调增主要是…: the last amount before that is called the same, and by no other name.
fn supplement(scope: &Scope, words: &str, before: usize) -> Option<usize> {
    let facts = scope.facts;
    let paragraph = facts.in_paragraph(facts.get(before)?.place.paragraph).start;
    let called = |f: &Fact| f.is_level() && f.figure.is_plain() && f.place.depth == 0 && f.left.ends_with(words);
    let step = Measure::of(words) == Measure::Supplement && words.chars().count() <= 4;
    facts.pick(paragraph..before, called).next_back().filter(|_| step)
}

/// 金额依次为…, 分别为…: the names of the row stand before it.
fn in_order(fact: &Fact) -> bool {
    fact.left.ends_with_any(&["依次为", "依次是", "分别为", "分别是", "逐年为", "逐年是", "各为", "各"])
}

/// Whether the words before a row say that it divides no amount before it.
fn divides_nothing(scope: &Scope, row: &[usize], words: &str) -> bool {
    let fact = row.first().and_then(|first| scope.facts.get(*first));
    // 支出14.3亿元，加上补助1.7亿元、转贷7.1亿元: what is added to an amount divides it nowhere. 区级12条，计划数分别为4条和12条: nor does
    // what was to be done.
    let order = |f: &Fact| in_order(f) && (f.measure == Measure::Plan || follows_item(scope, row, f));
    words.starts_with_any(&ADDED) || fact.is_some_and(order)
}

/// 实有96人：机关58人，两个中心分别为17人和21人: whether the amount before a row opens the list behind a colon that divides another one.
fn follows_item(scope: &Scope, row: &[usize], first: &Fact) -> bool {
    let facts = scope.facts;
    let like = |f: &Fact| f.is_level() && f.is_like(first) && f.place.depth == 0;
    let start = facts.in_sentence(first.place.sentence).start;
    let mut before = facts.pick(start..row.first().copied().unwrap_or(start), like).rev();
    let Some((item, head)) = before.next().zip(before.next()) else { return false };
    let (Some(own), Some(total)) = (facts.get(item), facts.get(head)) else { return false };
    let opens = facts.clauses.clauses().get(own.place.clause).and_then(|c| c.start.checked_sub(1));
    opens == Some(total.range.end) && !scope.fits(&sum(row, item))
}

/// Whether an amount stands close enough to a row to be its whole, and whether the words between say that it is.
fn between(scope: &Scope, list: &[usize], total: &Fact) -> (bool, bool) {
    let facts = scope.facts;
    let Some(fact) = list.first().and_then(|id| facts.get(*id)) else { return (false, false) };
    let words = facts.text.words(total.range.end..fact.range.start);
    let clauses = fact.place.clause.saturating_sub(total.place.clause);
    let row = list.windows(2).all(|pair| matches!(pair, [a, b] if is_joined(scope, *a, *b)));
    // 4.4分由三部分组成：预算管理2.7分、…: the words may say before the colon that these are all.
    let made_up = || words.starts_with('由') && words.mentions_any(&["组成：", "构成："]);
    let colon = (words.starts_with('：') || made_up()) && (row || ends(scope, list));
    let within = words.chars().take(6).collect::<String>().mentions("中，");
    // 从来源看，…; 按用途分，…: a clause that announces how the whole is divided.
    let divided = clauses == 2
        && words.trim_start_matches('，').starts_with(['从', '按', '分'])
        && words.mentions_any(&["看，", "分，", "划分，", "统计，"]);
    // 受理1865件，较上年下降10.0%（上年2072件），甲803件、…: what the whole is compared with stands between.
    let compared = || {
        let clause = words.trim_start_matches('，');
        let only = facts
            .pick(list.first().map_or(0, |f| f.saturating_sub(COMPARED))..list.first().copied().unwrap_or(0), |f| {
                f.range.start >= total.range.end && f.is_level() && f.place.depth == 0
            });
        clauses == 2 && clause.starts_with_any(&["较", "比", "同比"]) && only.count() == 0
    };
    let near = total.place.segment == fact.place.segment && (clauses <= 1 || divided || compared());
    // 18家考核结果为优秀6家、良好9家、合格3家: a result is told of each.
    let graded = clauses == 0 && row && list.len() >= 3 && words.mentions_any(&["结果为", "结果是"]);
    (near, near && (colon || within || divided || graded))
}

/// 收回1462份，回收率97.5%；满意1107份，基本满意289份，不满意66份: names that leave nothing out, where only rates stand between them and the
/// last amount of their kind.
fn is_rated(scope: &Scope, whole: usize, list: &[usize]) -> bool {
    let facts = scope.facts;
    let segment = |id: usize| facts.get(id).map_or(0, |f| f.place.segment);
    let Some(first) = list.first().copied() else { return false };
    let rates = facts.pick(whole + 1..first, Fact::is_amount).next().is_none();
    let named = names(scope, list).is_some_and(|names| is_denied(&names) || is_complete(&names));
    rates && named && segment(first) <= segment(whole) + 1
}

/// 申请人中自然人415件、法人57件: the amount of the paragraph whose name begins like that of those who are divided.
fn kin(scope: &Scope, name: &str, part: &Fact) -> Option<usize> {
    let facts = scope.facts;
    let stem: String = name.chars().take(2).collect();
    let paragraph = facts.in_paragraph(part.place.paragraph);
    let first = facts.in_sentence(part.place.sentence).start;
    facts
        .pick(paragraph.start..first, |f| {
            f.is_level() && f.figure.is_plain() && f.is_like(part) && f.label.own && f.label.words.contains(&stem)
        })
        .next()
}
