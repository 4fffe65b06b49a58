//! Parts that follow their whole without a word of division: 发现隐患94处，立行立改81处，限期整改13处.
//!
//! All amounts of the kind in the rest of the sentence are the parts. That is only taken where they add up, or where the last
//! of them is what is still open of the whole: 2件仍在办理.

use super::row::{is_joined, names};
use super::{is_near, kind_of, relation, sum};
use crate::fact::Fact;
use crate::gather::Gather;
use crate::number::Dimension;
use crate::relation::Equation;
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// What is still to be done.
const OPEN: [&str; 6] = ["仍在", "正在", "尚在", "尚未", "限期", "仍未"];
/// What was done to its end.
const DONE: [&str; 5] = ["完成", "办结", "审结", "结案", "完工"];
/// Results of a subtraction, which other rules state as such.
const RESULTS: [&str; 10] = ["结余", "净", "差", "余额", "利润", "盈", "缺口", "剩余", "节约", "结转"];

/// States every whole whose parts end its sentence or its part of the sentence.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    for whole in scope.levels(|f| !f.is_zero()) {
        // 收支相抵后余8.64亿元，区级占4.95亿元，镇级占3.69亿元: what is left may be divided as well.
        let known = out.computes(whole) && !is_left(out, whole);
        let Some(total) = facts.get(whole).filter(|f| !known && !f.is_for_each()) else {
            continue;
        };
        let segment = |f: &Fact| f.place.segment == total.place.segment;
        if whole + 2 >= facts.in_sentence(total.place.sentence).end {
            continue;
        }
        let all = parts(scope, whole, total);
        if all.len() < 2 {
            continue;
        }
        let short: Vec<usize> = all.iter().copied().filter(|id| facts.get(*id).is_some_and(segment)).gather();
        let free = |list: &[usize]| {
            (2..=8).contains(&list.len())
                && !list.iter().any(|id| out.minuend_of(*id).next().is_some() || out.wholes_of(*id).next().is_some())
        };
        // 受理2877件，自行处理2276件，派单601件，结案597件: the first of them, with digits enough; a row does not break off.
        let broken = |n: usize| matches!(short.get(n - 1..=n), Some([last, next]) if is_joined(scope, *last, *next));
        let begun: Vec<usize> = (2..short.len())
            .filter(|n| !broken(*n))
            .filter_map(|n| short.get(..n))
            .find(|run| is_begun(scope, whole, run))
            .unwrap_or_default()
            .to_vec();
        let fitting = [&all, &short, &begun].into_iter().find(|list| free(list) && scope.adds_up(list, whole));
        let open = || !out.computes(whole) && free(&short) && is_open(scope, whole, &short);
        // 维持9件，纠正2件，其他4件，尚未审结5件: of three and more the first may be one of them, in small numbers.
        let slip = |e: &Equation| if short.len() == 2 { scope.is_stated_slip(e) } else { scope.is_likely_slip(e) };
        // 净资产369万元，限定性211万元，非限定性159万元: nor do what is so and what is not say another thing.
        let all_told = || free(&short) && is_divided(scope, whole, &short);
        let claimed = || (open() && slip(&sum(&short, whole)) || all_told()).then_some(&short);
        if let Some(list) = fitting.or_else(claimed) {
            let end = list.last().and_then(|id| facts.get(*id)).map_or(total.range.end, |f| f.range.end);
            let range = total.range.start..end;
            out.relation(relation("A18", kind_of(scope, whole), sum(list, whole), range, fitting.is_some()));
        }
    }
}

/// Whether an amount is only known as what one amount leaves of another.
fn is_left(out: &Sink, whole: usize) -> bool {
    let less =
        |equation: &Equation| matches!(equation, Equation::Sum { parts, .. } if parts.iter().any(|t| t.sign < 0));
    let mut sums = out.sums_to(whole).peekable();
    sums.peek().is_some() && sums.all(|r| less(&r.equation))
}

/// The amounts of the kind behind a whole, in clauses of their own; none where one of them is no part.
fn parts(scope: &Scope, whole: usize, total: &Fact) -> Vec<usize> {
    let facts = scope.facts;
    let end = facts.in_sentence(total.place.sentence).end;
    let like =
        |f: &Fact| f.is_amount() && f.is_like(total) && f.place.bracket == total.place.bracket && !f.is_for_each();
    let list: Vec<usize> = facts.pick(whole + 1..end, like).gather();
    let part = |f: &Fact| {
        f.is_level()
            && f.figure.is_plain()
            && !f.is_zero()
            && f.place.clause > total.place.clause
            && !f.period.is_past(facts.year)
            && !f.left.mentions_any(&RESULTS)
    };
    if list.iter().all(|id| facts.get(*id).is_some_and(part)) { list } else { Vec::new() }
}

/// 限定性211万元，非限定性159万元: whether the two amounts of money in the clauses right behind a whole are of what is so and of what is not, and
/// come near it.
fn is_divided(scope: &Scope, whole: usize, parts: &[usize]) -> bool {
    let money = scope.facts.get(whole).is_some_and(|f| f.figure.unit.dimension == Dimension::Money);
    let place = |id: usize| scope.facts.get(id).map_or(0, |f| f.place.clause);
    let chain = [&[whole], parts].concat();
    let behind = chain.windows(2).all(|pair| matches!(pair, [a, b] if *b == *a + 1 && place(*b) == place(*a) + 1));
    let denied = |names: Vec<&str>| matches!(names[..], [one, other] if other.strip_prefix('非') == Some(one));
    money && behind && names(scope, parts).is_some_and(denied) && is_near(scope, parts, whole)
}

/// How many digits a whole and the first amounts behind it have together at least.
const TELLING: u32 = 7;

/// Whether the first amounts behind a whole make it, and chance hardly would.
fn is_begun(scope: &Scope, whole: usize, run: &[usize]) -> bool {
    let ids = run.iter().chain([&whole]).filter_map(|id| scope.facts.get(*id));
    ids.map(|f| f.figure.digits()).sum::<u32>() >= TELLING && scope.adds_up(run, whole)
}

/// How many parts a whole has at most of which the last is still open.
const MOST: usize = 4;

/// Whether the last of some parts, each right behind the one before, is what is still open.
fn is_open(scope: &Scope, whole: usize, parts: &[usize]) -> bool {
    let facts = scope.facts;
    let Some(open) = parts.last().filter(|_| (2..=MOST).contains(&parts.len())) else { return false };
    let words = facts.get(*open).map(|f| format!("{}{}", f.left, f.right)).unwrap_or_default();
    // 任务9项，完成5项，1项未完成，另有2项正在推进: what is still open is no part of what is done.
    let counted = facts.get(whole).is_some_and(|f| f.figure.unit.is_whole() && !f.left.mentions_any(&DONE));
    let less = parts.iter().all(|id| facts.base_value(*id) < facts.base_value(whole));
    let near = parts.windows(2).all(|pair| matches!(pair, [a, b] if b - a <= 2))
        && parts.first().is_some_and(|first| first - whole <= 2);
    counted && less && near && words.mentions_any(&OPEN)
}
