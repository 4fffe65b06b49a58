//! A08: what is named, and the rest: 共40项，35项验收，其余5项在建.

use super::row::is_joined;
use super::{is_near, kind_of, relation, sum};
use crate::fact::{Fact, Role};
use crate::gather::Gather;
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// How many amounts between a whole and its rest are asked whether they leave it.
const NEAR: usize = 4;

/// States every whole whose parts end with the rest.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let starts = |words: &str| words.starts_with_any(&["其余", "剩余", "余下", "尚余", "尚欠", "仍欠"]);
    // 其余为资料印刷、设备更新25.69万元: what the rest is may be a list of its own.
    let behind =
        |id: usize| id.checked_sub(1).is_some_and(|last| starts(facts.between(last, id).trim_start_matches('，')));
    let rest = |id: &usize| facts.get(*id).is_some_and(|f| starts(&f.left)) || behind(*id);
    for id in scope.levels(|f| f.place.depth == 0).filter(rest) {
        let Some(fact) = facts.get(id) else { continue };
        let start = facts.in_sentence(fact.place.sentence).start;
        let before: Vec<usize> = facts
            .pick(start..id, |f| f.is_level() && f.figure.is_plain() && f.place.depth == 0 && f.is_like(fact))
            .gather();
        let parts = |from: usize| [before.get(from + 1..).unwrap_or(&[]), &[id]].concat();
        let fitting = (0..before.len()).rev().find(|at| {
            let whole = before.get(*at).copied();
            parts(*at).len() >= 2 && whole.is_some_and(|w| scope.fits(&sum(&parts(*at), w)))
        });
        let chosen = fitting.or_else(|| is_only_reading(scope, &before, id).then_some(0));
        // 总投资180亿元，五项依次为…，当年完成52亿元，余下128亿元: a list may stand between.
        let last = before.last().map(|done| vec![*done, id]).unwrap_or_default();
        let paragraph = facts.in_paragraph(fact.place.paragraph).start;
        let earlier = facts.pick(paragraph..start, |f| f.is_level() && f.figure.is_plain() && f.is_like(fact)).rev();
        let mut wholes = before.iter().rev().skip(1).copied().chain(earlier.take(3));
        let far = wholes.find(|whole| last.len() == 2 && scope.adds_up(&last, *whole));
        // 改造24处，计划26处，余下2处: what was done and the rest make what was to be, which stands between them.
        let planned = match before.as_slice() {
            [.., done, plan] if scope.adds_up(&[*done, id], *plan) => Some((vec![*done, id], *plan)),
            _ => None,
        };
        let told = chosen.and_then(|at| Some((parts(at), *before.get(at)?)));
        let told = told.filter(|(all, whole)| planned.is_none() || scope.fits(&sum(all, *whole))).or(planned);
        let far = far.or_else(|| total_behind(scope, &last));
        let told = told.or_else(|| far.map(|whole| (last, whole)));
        if let Some((parts, whole)) = told.or_else(|| beside_other(scope, &before, id)) {
            let equation = sum(&parts, whole);
            let range = facts.span(&equation.all());
            out.relation(relation("A08", kind_of(scope, whole), equation, range, true));
        }
    }
}

/// 以上三款支出1569万元，其余各款支出366万元，本年支出总额1935万元: the total that stands directly behind one part and the rest.
fn total_behind(scope: &Scope, parts: &[usize]) -> Option<usize> {
    const TOTALS: [&str; 6] = ["总额", "合计", "总计", "总数", "共计", "共"];
    let facts = scope.facts;
    let &[part, rest] = parts else { return None };
    let (first, last, total) = (facts.get(part)?, facts.get(rest)?, facts.get(rest + 1)?);
    let beside = rest == part + 1 && last.place.clause == first.place.clause + 1;
    let directly = total.place.clause == last.place.clause + 1 && total.place.sentence == last.place.sentence;
    let named = total.is_level() && total.figure.is_plain() && total.left.ends_with_any(&TOTALS);
    let present = total.is_like(last) && !total.period.is_past(facts.year);
    let told = beside && directly && named && present && scope.is_stated_slip(&sum(parts, rest + 1));
    told.then_some(rest + 1)
}

/// A whole, one part or a row of them, and the rest, alone in their segment.
fn is_only_reading(scope: &Scope, before: &[usize], rest: usize) -> bool {
    let facts = scope.facts;
    let (Some((whole, parts)), Some(last)) = (before.split_first(), facts.get(rest)) else { return false };
    let Some(part) = parts.first() else { return false };
    // 差旅费52.18万元、聘请专家18.60万元，其余25.69万元: a row of them is told as one.
    let row = parts.windows(2).all(|pair| matches!(pair, [a, b] if *b == a + 1 && is_joined(scope, *a, *b)));
    let near =
        |id: &usize| facts.get(*id).is_some_and(|f| f.place.segment == last.place.segment && f.role == Role::Level);
    let all = [parts, &[rest]].concat();
    // 已支付58.3万元 is no other measure of the whole but what was done with it.
    !last.right.contains('含')
        && near(whole)
        && near(part)
        && (row || is_told_in_turn(scope, *whole, &all))
        && *part == whole + 1
        // 甲1830万元、乙962万元，其余210万元: what stands in the row itself is no whole of it.
        && !is_joined(scope, *whole, *part)
        && rest == part + parts.len()
        && (is_near(scope, &all, *whole) || scope.is_stated_slip(&sum(&all, *whole)))
}

/// 共64个，已改造37个，本年改造12个，余下15个: a total and what makes it clause by clause, a slip aside; 开工37个，完工10个，余下27个 is made without one.
fn is_told_in_turn(scope: &Scope, whole: usize, all: &[usize]) -> bool {
    let facts = scope.facts;
    let clause = |id: usize| facts.get(id).map_or(0, |f| f.place.clause);
    let next = |pair: &[usize]| matches!(pair, [a, b] if clause(*a) + 1 == clause(*b));
    let total = |f: &Fact| f.left.ends_with_any(&["共", "共有", "总计", "合计", "总数"]);
    let &[first, second, rest] = all else { return false };
    let without = [first, second].iter().any(|part| scope.adds_up(&[*part, rest], whole));
    let turns = [whole, first, second, rest];
    facts.get(whole).is_some_and(total)
        && turns.windows(2).all(next)
        && !without
        && scope.is_stated_slip(&sum(all, whole))
}

/// 共有村186个，通水172个，通气的148个，余下14个待建: the rest of another than the last part, which make the whole to the last digit.
fn beside_other(scope: &Scope, before: &[usize], rest: usize) -> Option<(Vec<usize>, usize)> {
    let (whole, parts) = before.split_first().filter(|(_, parts)| parts.len() <= NEAR)?;
    let part = parts.iter().find(|part| scope.adds_up(&[**part, rest], *whole))?;
    Some((vec![*part, rest], *whole))
}
