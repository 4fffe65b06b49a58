//! B03: the shares of a complete list make a hundred per cent.

use super::relation;
use crate::fact::{Fact, Role};
use crate::gather::Gather;
use crate::number::{Decimal, Dimension, Exact};
use crate::relation::{Equation, Kind, Term};
use crate::rule::{Scope, Sink};
use crate::text::{Mention, Range};

/// States the sum of the shares of every sentence that gives shares and nothing that they could be computed from.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    rows(scope, out);
    let facts = scope.facts;
    for sentence in 0..facts.clauses.sentences().len() {
        let share =
            |f: &Fact| f.role == Role::Share && f.figure.unit.dimension == Dimension::Percent && f.figure.is_plain();
        let mut shares: Vec<usize> = facts.pick(facts.in_sentence(sentence), share).gather();
        // 表扬类占0.13%，其他类0.01%: the last of a list leaves 占 out.
        let rest = |f: &Fact| {
            let percent = f.figure.unit.dimension == Dimension::Percent && f.figure.is_plain();
            percent && f.place.sentence == sentence && (f.left.starts_with("其他") || f.left.starts_with("其它"))
        };
        let next = shares.last().map(|last| last + 1);
        shares.extend(next.filter(|next| facts.get(*next).is_some_and(|f| rest(f) && f.role == Role::Other)));
        let computed = shares.iter().any(|id| out.computes(*id));
        if shares.len() < 3 || computed {
            continue;
        }
        let Some(range) = span(scope, &shares) else { continue };
        let equation = Equation::Fixed {
            terms: shares.iter().map(|id| Term::plus(*id)).gather(),
            least: 100,
            most: 100,
            closed: true,
        };
        // 三类业务占比分别为8.6%、62.8%、1.2%: three kinds of several are far from everything.
        if scope.fits(&equation) || is_complete(scope, sentence, &shares) && is_slip(scope, &shares, &equation) {
            out.relation(relation("B03", Kind::Share, equation, range, true));
        }
    }
}

/// 贡献率分别为6%、41.4%、52.6%；比重分别为80%、12.7%和7.3%: every row of three or more that makes a hundred.
fn rows(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let mut id = 0;
    while let Some(first) = facts.get(id) {
        let row = facts.row(id);
        id = row.end;
        let told = || first.left.mentions_any(&["贡献率", "比重", "占比", "比例", "占"]);
        let part = |f: &Fact| f.figure.unit.dimension == Dimension::Percent && f.figure.is_plain();
        if row.len() < 3 || !told() || !row.clone().all(|r| facts.get(r).is_some_and(part) && !out.computes(r)) {
            continue;
        }
        let terms = row.clone().map(Term::plus).gather();
        let equation = Equation::Fixed { terms, least: 100, most: 100, closed: true };
        if let Some(range) = span(scope, &row.gather()).filter(|_| scope.fits(&equation)) {
            out.relation(relation("B03", Kind::Share, equation, range, true));
        }
    }
}

/// Whether a slip keeps shares from a hundred; one in two digits only where they come near it.
fn is_slip(scope: &Scope, shares: &[usize], equation: &Equation) -> bool {
    let value = |id: &usize| scope.facts.get(*id).map(|f| f.figure.value);
    let all = shares.iter().try_fold(Decimal::ZERO, |sum, id| sum.plus(value(id)?));
    let near = all.is_some_and(|sum| sum >= 80.into() && sum <= 120.into());
    scope.is_likely_slip(equation) || near && scope.is_stated_slip(equation)
}

fn span(scope: &Scope, shares: &[usize]) -> Option<Range> {
    let (first, last) = (scope.facts.get(*shares.first()?)?, scope.facts.get(*shares.last()?)?);
    (first.place.depth == last.place.depth).then_some(first.range.start..last.range.end)
}

/// 三类分别占…: as many shares in one row as the sentence says there are kinds, and no 等 behind them.
fn is_complete(scope: &Scope, sentence: usize, shares: &[usize]) -> bool {
    let facts = scope.facts;
    let Some(range) = facts.clauses.sentences().get(sentence) else { return false };
    let (Some(first), Some(last)) = (shares.first().copied(), shares.last().copied()) else { return false };
    let (Some(head), Some(tail)) = (facts.get(first), facts.get(last)) else { return false };
    let words = facts.text.words(range.start..head.range.start);
    let said = (2..=10).zip("二三四五六七八九十".chars()).any(|(count, han)| {
        let kinds = ["类", "部分", "块", "档", "种", "方面"];
        count == shares.len() && kinds.iter().any(|k| words.contains(&format!("{han}{k}")))
    });
    said && facts.row(first) == (first..last + 1) && !facts.text.has(tail.range.end, "等")
}
