//! Rows whose whole the words before them give: 批复投资1559.65万元，资金来源为中央687万元、…; 人员经费包括工资1248.06万元、….
//!
//! Where the words leave no other reading a wrong digit is an error; else the row is only stated where it adds up.

mod chain;
mod headed;
mod lacking;
mod numbered;
mod whole;

use super::row::{is_whole_row, names, row};
use super::{exceeds, kind_of, made, relation, sum};
use crate::catalog::partition::is_denied;
use crate::fact::Fact;
use crate::gather::Gather;
use crate::number::Dimension;
use crate::relation::{Equation, Term};
use crate::rule::{Scope, Sink};
use crate::text::Mention;
use chain::chain;
use lacking::with_lacking;
use numbered::{divided, each, numbered};
use whole::{Told, is_partial, whole};

/// Words of an amount inside another, or of what is not told in full.
const WITHIN: [&str; 7] = ["其中", "含", "包括", "主要", "累计", "合计", "共计"];

/// The parts of a list, and the whole they divide where the words give one, with how surely they do.
type Divided = (Vec<usize>, Option<(usize, Told)>);

/// States every row and every chain of opposites with the whole that its words give.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let (mut next, mut chained) = (0, 0);
    for first in scope.levels(|f| f.place.depth == 0) {
        if first < next {
            continue;
        }
        let listed = numbered(scope, first).or_else(|| divided(scope, first)).or_else(|| each(scope, first));
        let listed = listed.map(|(list, whole)| (list, Some((whole, Told::Stated))));
        let listed = listed.or_else(|| coloned(scope, first));
        let row = row(scope, first);
        let is_chain = listed.is_none() && row.len() < 2;
        let (list, told) = match listed {
            Some((list, told)) => (list, Some(told)),
            None if !is_chain => (row, None),
            None if first < chained => continue,
            None => (chain(scope, first), None),
        };
        if list.len() < 2 || is_overlapping(scope, &list) {
            continue;
        }
        let end = list.last().map_or(0, |id| id + 1);
        let told = told.unwrap_or_else(|| whole(scope, &list));
        let list = match told {
            Some((whole, _)) => with_lacking(scope, &list, whole),
            None => list,
        };
        // A chain without a whole may begin with the whole of a row inside it.
        if is_chain && told.is_none() {
            chained = end;
        } else {
            next = end;
        }
        // 税收5亿元，国税3亿元，地方税1.2亿元，海关代征0.8亿元: the list may go on to more than its names promise.
        let goes_on = |whole: usize| is_chain && scope.fits(&sum(&longer(scope, &list), whole));
        if let Some((whole, told)) = told.filter(|(whole, _)| scope.fits(&sum(&list, *whole)) || !goes_on(*whole)) {
            one(scope, &list, whole, told, out);
        }
        if let Some(whole) = behind(scope, &list) {
            one(scope, &list, whole, Told::Stated, out);
        }
    }
}

fn one(scope: &Scope, list: &[usize], whole: usize, told: Told, out: &mut Sink) {
    let facts = scope.facts;
    // 在职800万元，不含离休50万元，退休200万元: what is left out is no part.
    let list: Vec<usize> = list.iter().copied().filter(|id| !facts.get(*id).is_some_and(Fact::is_left_out)).gather();
    let list = list.as_slice();
    // 采购1.32亿元，货物采购、工程采购分别为0.73亿元、0.59亿元。集中采购、分散采购分别为…: where nothing but its place speaks for a whole, the one
    // that the row makes is meant.
    let near = told == Told::Near && !scope.fits(&sum(list, whole));
    let whole = Some(whole).filter(|_| near).and_then(|_| made(scope, list)).unwrap_or(whole);
    let equation = sum(list, whole);
    // 主要用于甲、乙: what falls short of the whole may be told in part.
    let partial = list.first().and_then(|id| facts.get(*id)).is_some_and(is_partial);
    let more = exceeds(scope, list, whole);
    let money = facts.get(whole).is_some_and(|f| f.figure.unit.dimension == Dimension::Money && !f.is_for_each());
    let within = money && list.first().and_then(|id| facts.get(*id)).is_some_and(|f| f.left.starts_with("其中"));
    let slip = || match told {
        // 36万元，其中甲24万元、乙21万元: parts are never more than their whole.
        // 争取资金6320.00万元，水3480.00万元、大气1865.00万元、土壤957.00万元: a row right behind an amount, whatever it says, is mostly all of it.
        Told::Near => {
            let row = || list.len() >= 3 && is_whole_row(scope, list) && scope.is_slip(&equation);
            more && within && scope.is_stated_slip(&equation) || !partial && row()
        }
        Told::Opened => more && scope.is_stated_slip(&equation),
        Told::Stated | Told::Likely => (!partial || more) && scope.is_stated_slip(&equation),
    };
    // 编制12名，在职10人，退休4人: people do not add up to the posts that there are for them, but where they happen to.
    let posts = |id: &usize| facts.get(*id).is_some_and(|f| f.left.contains("编制") && f.figure.unit.is_whole());
    // 资产4.7亿元，负债1亿元，净资产3.7亿元，其中甲资产0.8亿元、乙资产3.9亿元: what its words divide to the last digit is divided nowhere else.
    let of_other = || {
        let same = |parts: &[Term]| parts.iter().map(|t| t.fact).eq(list.iter().copied());
        let told = |e: &Equation| matches!(e, Equation::Sum { parts, .. } if same(parts)) && scope.exact(e);
        list.first().is_some_and(|first| out.sums_over(*first).any(|(_, r)| told(&r.equation)))
    };
    let slip = || (!posts(&whole) || list.iter().all(posts)) && !of_other() && slip();
    let zero = list.iter().filter(|id| facts.get(**id).is_some_and(|f| !f.is_zero())).count() < 2;
    if (scope.fits(&equation) && (told != Told::Near || !zero)) || slip() {
        let ends = || list.iter().chain([&whole]).filter_map(|id| facts.get(*id)).map(|f| &f.range);
        let range = ends().map(|r| r.start).min().unwrap_or(0)..ends().map(|r| r.end).max().unwrap_or(0);
        out.relation(relation("A02", kind_of(scope, whole), equation, range, told != Told::Likely || more));
    }
}

/// 培训1240人次：城区580次，乡镇420次，景区240次；…: the amounts of one part of a sentence, each at the head of a clause, right behind the colon of
/// their whole, and how surely they divide it.
fn coloned(scope: &Scope, first: usize) -> Option<Divided> {
    let facts = scope.facts;
    let (fact, head) = (facts.get(first)?, facts.get(first.checked_sub(1)?)?);
    let opened = facts.text.at(head.range.end) == Some('：') && head.is_level() && head.figure.is_plain();
    if !opened || !head.is_like(fact) {
        return None;
    }
    let like =
        |f: &Fact| f.is_amount() && f.is_like(fact) && f.place.depth == 0 && f.place.segment == fact.place.segment;
    let list: Vec<usize> = facts.pick(first..facts.in_sentence(fact.place.sentence).end, like).gather();
    let part = |f: &Fact| f.is_level() && f.figure.is_plain() && f.label.own && !f.left.mentions_any(&WITHIN);
    let clauses: Vec<usize> =
        list.iter().filter_map(|id| facts.get(*id).filter(|f| part(f))).map(|f| f.place.clause).gather();
    let apart = clauses.len() == list.len() && clauses.windows(2).all(|pair| matches!(pair, [a, b] if a < b));
    if list.len() < 3 || !apart {
        return None;
    }
    // 编制62名：行政18名，事业44名，工勤2名另核: what comes when the whole is reached is no part of it.
    let reached = (2..list.len()).filter_map(|n| list.get(..n)).find(|list| scope.adds_up(list, first - 1));
    let list = reached.map(<[usize]>::to_vec).unwrap_or(list);
    let told = whole(scope, &list).map(|(whole, told)| (whole, told.of_colon(scope, &list, whole)));
    Some((list, told))
}

/// 乡镇21项、村级9项（均含在乡镇的21项之内）: whether a bracket behind the last says that one is part of another.
fn is_overlapping(scope: &Scope, list: &[usize]) -> bool {
    let facts = scope.facts;
    let Some(last) = list.last().and_then(|id| facts.get(*id)) else { return false };
    let close = facts.clauses.partner(last.range.end).filter(|close| *close > last.range.end);
    close.is_some_and(|close| {
        facts.text.words(last.range.end..close).mentions_any(&["含在", "包含在", "包括在", "计入"])
    })
}

/// A list with all of its kind that follows it in its part of the sentence.
fn longer(scope: &Scope, list: &[usize]) -> Vec<usize> {
    let facts = scope.facts;
    let Some((id, last)) = list.last().and_then(|id| Some((*id, facts.get(*id)?))) else { return Vec::new() };
    let more =
        |f: &Fact| f.is_level() && f.is_like(last) && f.place.depth == 0 && f.place.segment == last.place.segment;
    list.iter().copied().chain(facts.pick(id + 1..facts.in_sentence(last.place.sentence).end, more)).gather()
}

/// Whether nothing of the kind follows a list in its part of the sentence.
fn ends(scope: &Scope, list: &[usize]) -> bool {
    longer(scope, list).len() == list.len()
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
