//! Rows whose whole the words before them give: 批复投资1559.65万元，资金来源为中央687万元、…; 人员经费包括工资1248.06万元、….
//!
//! Where the words leave no other reading a wrong digit is an error; else the row is only stated where it adds up.

use super::list::is_within;
use super::row::{is_alike, is_exhaustive, is_joined, is_open, is_undecided, is_whole_row, names, row};
use super::{exceeds, kind_of, relation, sum};
use crate::catalog::partition::is_denied;
use crate::fact::{Fact, Measure, agree, normalize};
use crate::rule::{Scope, Sink};

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

/// States every row and every chain of opposites with the whole that its words give.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let (mut next, mut chained) = (0, 0);
    for first in facts.pick(0..facts.list.len(), |f| f.is_level() && f.figure.is_plain() && f.place.depth == 0) {
        if first < next {
            continue;
        }
        let numbered = numbered(scope, first);
        let row = row(scope, first);
        let is_chain = numbered.is_none() && row.len() < 2;
        let list = match &numbered {
            Some(list) => list.clone(),
            None if !is_chain => row,
            None if first < chained => continue,
            None => chain(scope, first),
        };
        if list.len() < 2 {
            continue;
        }
        let end = list.last().map_or(0, |id| id + 1);
        let told = numbered.map_or_else(|| whole(scope, &list), |_| Some((first - 2, true)));
        // A chain without a whole may begin with the whole of a row inside it.
        if is_chain && told.is_none() {
            chained = end;
        } else {
            next = end;
        }
        if let Some((whole, clear)) = told {
            one(scope, &list, whole, clear, out);
        }
        if let Some(whole) = behind(scope, &list) {
            one(scope, &list, whole, true, out);
        }
    }
}

fn one(scope: &Scope, list: &[usize], whole: usize, clear: bool, out: &mut Sink) {
    let facts = scope.facts;
    let equation = sum(list, whole);
    // 主要用于甲、乙: what falls short of the whole may be told in part.
    let partial = list.first().and_then(|id| facts.get(*id)).is_some_and(is_partial);
    let slip = || (!partial || exceeds(scope, list, whole)) && scope.is_stated_slip(&equation);
    let zero = list.iter().filter(|id| facts.get(**id).is_some_and(|f| !f.is_zero())).count() < 2;
    if (scope.fits(&equation) && (clear || !zero)) || (clear && slip()) {
        let ends = || list.iter().chain([&whole]).filter_map(|id| facts.get(*id)).map(|f| &f.range);
        let range = ends().map(|r| r.start).min().unwrap_or(0)..ends().map(|r| r.end).max().unwrap_or(0);
        out.relation(relation("A02", kind_of(scope, whole), equation, range, true));
    }
}

/// Whether the words before a row admit that it is not all: 主要用于.
fn is_partial(first: &Fact) -> bool {
    OPENERS.iter().any(|w| w.starts_with("主要") && first.left.contains(w))
}

/// 共9项：甲300万元，乙44万元，…: as many amounts as the words before the colon count.
fn numbered(scope: &Scope, first: usize) -> Option<Vec<usize>> {
    let facts = scope.facts;
    let (fact, count) = (facts.get(first)?, facts.get(first.checked_sub(1)?)?);
    let whole = facts.get(first.checked_sub(2)?).filter(|f| f.is_level() && f.is_like(fact))?;
    let colon = facts.text.at(count.range.end) == Some('：') && count.figure.unit.is_whole();
    let near = whole.place.segment == count.place.segment && count.place.clause <= whole.place.clause + 1;
    let part = |f: &Fact| f.is_level() && f.is_like(fact) && f.place.depth == 0;
    let list: Vec<usize> = facts.pick(first..facts.in_sentence(fact.place.sentence).end, part).collect();
    let said = count.figure.value == u32::try_from(list.len()).ok()?.into();
    (colon && near && said && count.figure.is_plain()).then_some(list)
}

/// 满意170户，基本满意47户，不满意6户: amounts at the heads of clauses, with nothing but rates between, whose names exhaust a whole.
fn chain(scope: &Scope, first: usize) -> Vec<usize> {
    let facts = scope.facts;
    let Some(head) = facts.get(first) else { return Vec::new() };
    let mut list = vec![first];
    let mut best = Vec::new();
    for id in first + 1..facts.in_sentence(head.place.sentence).end {
        let Some(fact) = facts.get(id) else { break };
        if !fact.is_level() || !fact.is_like(head) || fact.place.depth > 0 {
            continue;
        }
        if !fact.figure.is_plain() || !fact.label.own || fact.place.clause == head.place.clause {
            break;
        }
        list.push(id);
        if names(scope, &list).is_some_and(|names| is_exhaustive(&names)) {
            best.clone_from(&list);
        }
    }
    if is_open(scope, &best) { Vec::new() } else { best }
}

/// The whole that the words before a row give, and whether they leave no other reading.
fn whole(scope: &Scope, list: &[usize]) -> Option<(usize, bool)> {
    let facts = scope.facts;
    let first = *list.first()?;
    let fact = facts.get(first)?;
    let complete = is_whole_row(scope, list) || exhausts(scope, list);
    let like = |f: &Fact| f.is_level() && f.figure.is_plain() && f.place.depth == 0 && f.is_like(fact);
    let clause = facts.clauses.clauses().get(fact.place.clause)?.start;
    let words = facts.text.words(clause..fact.range.start);
    let opened = opened(fact);
    // 上述两项用于…: what the words point back to is another rule's.
    if opened.is_some() && ["上述", "以上", "此", "该", "这"].iter().any(|w| words.contains(w)) {
        return None;
    }
    let here = facts.pick(facts.in_sentence(fact.place.sentence).start..first, like).next_back();
    if let Some(whole) = here {
        let total = facts.get(whole)?;
        let told = opened.is_some() && total.place.clause != fact.place.clause;
        let (near, clear) = between(scope, list, total);
        let in_order = in_order(fact) && total.place.segment == fact.place.segment;
        let pending = names(scope, list).is_some_and(|names| is_undecided(total, &names));
        let clear = complete && !pending && (clear || told || is_headed(scope, list, total) || exhausts(scope, list))
            || in_order;
        return (near || in_order).then_some((whole, clear));
    }
    let opened = opened?;
    let start = facts.clauses.sentences().get(fact.place.sentence)?.start;
    let words = facts.text.words(start..fact.range.start);
    let single = !words.contains(['，', '；', '：']);
    if let Some(whole) = supplement(scope, &opened, first) {
        return Some((whole, complete && single));
    }
    if opened.chars().count() >= 2 {
        let named = facts.levels_named(&opened, first);
        let whole = named.into_iter().find(|id| facts.get(*id).is_some_and(like));
        let whole = whole.or_else(|| kin(scope, &opened, fact).filter(|_| exhausts(scope, list)))?;
        let same = facts.get(whole).is_some_and(|f| agree(&f.label.key, &normalize(&opened)));
        return Some((whole, complete && single && (same || exhausts(scope, list))));
    }
    // 具体为购置费…: the amount that the sentence before is about.
    let before = fact.place.sentence.checked_sub(1)?;
    let whole = facts.pick(facts.in_sentence(before), like).next()?;
    let same = facts.get(whole).is_some_and(|f| f.place.paragraph == fact.place.paragraph);
    same.then_some((whole, complete && single && exhausts(scope, list)))
}

/// What stands before the words that open a row: 人员经费包括, 申请人中.
fn opened(fact: &Fact) -> Option<String> {
    let worded = OPENERS.iter().find_map(|w| fact.left.split_once(w).map(|(head, _)| head.to_owned()));
    worded.or_else(|| {
        let chars: Vec<char> = fact.left.chars().collect();
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
    ["依次为", "依次是", "分别为", "分别是", "逐年为", "逐年是", "各为", "各"].iter().any(|w| fact.left.ends_with(w))
}

/// Whether an amount stands close enough to a row to be its whole, and whether the words between say that it is.
fn between(scope: &Scope, list: &[usize], total: &Fact) -> (bool, bool) {
    let facts = scope.facts;
    let Some(fact) = list.first().and_then(|id| facts.get(*id)) else { return (false, false) };
    let words = facts.text.words(total.range.end..fact.range.start);
    let clauses = fact.place.clause.saturating_sub(total.place.clause);
    let row = list.windows(2).all(|pair| matches!(pair, [a, b] if is_joined(scope, *a, *b)));
    let colon = words.starts_with('：') && (row || ends(scope, list));
    let within = words.chars().take(6).collect::<String>().contains("中，");
    // 从来源看，…; 按用途分，…: a clause that announces how the whole is divided.
    let divided = clauses == 2
        && words.trim_start_matches('，').starts_with(['从', '按', '分'])
        && ["看，", "分，", "划分，"].iter().any(|w| words.contains(w));
    let near = total.place.segment == fact.place.segment && (clauses <= 1 || divided);
    (near, near && (colon || within || divided))
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

fn exhausts(scope: &Scope, list: &[usize]) -> bool {
    names(scope, list).is_some_and(|names| is_exhaustive(&names))
}

/// 政策解读65个，图解11个、视频解读8个、文字解读46个: most parts are named by the noun of the whole.
fn is_headed(scope: &Scope, list: &[usize], total: &Fact) -> bool {
    let tail: String = total.label.words.chars().rev().take(2).collect::<Vec<_>>().into_iter().rev().collect();
    let Some(names) = names(scope, list) else { return false };
    let headed = names.iter().filter(|name| name.ends_with(&tail)).count();
    tail.chars().count() == 2 && headed * 2 > names.len() && (is_alike(&names) || names.len() >= 3)
}

/// Whether nothing of the kind follows a list in its part of the sentence.
fn ends(scope: &Scope, list: &[usize]) -> bool {
    let facts = scope.facts;
    let Some((id, last)) = list.last().and_then(|id| Some((*id, facts.get(*id)?))) else { return false };
    let more =
        |f: &Fact| f.is_level() && f.is_like(last) && f.place.depth == 0 && f.place.segment == last.place.segment;
    facts.pick(id + 1..facts.in_sentence(last.place.sentence).end, more).next().is_none()
}

/// 已整改12个，正在整改2个，发现的14个问题: opposites before the amount that they divide.
fn behind(scope: &Scope, list: &[usize]) -> Option<usize> {
    let facts = scope.facts;
    let (id, last) = list.last().and_then(|id| Some((*id, facts.get(*id)?)))?;
    let next = facts.get(id + 1).filter(|f| f.is_level() && f.figure.is_plain() && f.is_like(last))?;
    let denied = names(scope, list).is_some_and(|names| is_denied(&names));
    let near = next.place.segment == last.place.segment && next.place.clause == last.place.clause + 1;
    (denied && near && next.right.len() > 3).then_some(id + 1)
}
