//! Behind a list that adds up, a share may be of its last amount or of all of it.

use super::serial::serial_part;
use super::whole::has_own_share;
use super::{ratio, relation};
use crate::fact::Fact;
use crate::gather::Gather;
use crate::relation::{Equation, Kind, Term};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// 中央86万元、县级58万元，为计划310万元的105%: behind a list that adds up, its whole may be meant; the figures say so.
pub(super) fn of_list(scope: &Scope, id: usize, (part, base): (usize, usize), out: &Sink) -> usize {
    let fits = |part: usize| scope.is_ratio(part, base, id);
    out.added_up(part).find(|whole| !fits(part) && fits(*whole)).unwrap_or(part)
}

/// How many amounts before a share may be meant together.
const RUN: std::ops::RangeInclusive<usize> = 2..=4;

/// 一季度300万元，二季度400万元，三季度386万元，占全年预算2215万元的49%: the amounts of its part of the sentence that bear a share out together, where the
/// last alone does not.
pub(super) fn of_run(scope: &Scope, id: usize, (part, base): (usize, usize)) -> Equation {
    let facts = scope.facts;
    let alone = ratio(part, base, id);
    let Some(own) = facts.get(part).filter(|_| !scope.fits(&alone)) else { return alone };
    let like = |f: &Fact| {
        f.is_level()
            && f.is_like(own)
            && f.figure.is_plain()
            && f.place.segment == own.place.segment
            && f.place.depth == 0
    };
    // 支出300万元，收回100万元; 支出300万元，其中6月支出100万元: only what stands in a row or is named alike is meant together.
    let row = facts.named_row(part);
    let tail = |f: &Fact| f.left.chars().rev().take(2).gather();
    let alike = |id: &usize| {
        let named = facts.get(*id).is_some_and(|f| !own.left.is_empty() && tail(f) == tail(own));
        row.contains(id) || named && !facts.between(*id, part).mentions_any(&["其中", "含", "包括"])
    };
    let mut before: Vec<usize> = facts.pick(part.saturating_sub(*RUN.end() * 2)..part + 1, like).gather();
    before.retain(alike);
    let whole = vec![Term::plus(base)];
    let run = |n: usize| {
        let part = before.get(before.len().checked_sub(n)?..)?.iter().copied().map(Term::plus).gather();
        Some(Equation::Rate { part, whole: whole.clone(), less_one: false, sign: 1, rate: id })
    };
    RUN.filter_map(run).find(|together| scope.fits(together)).unwrap_or(alone)
}

/// 专项支出1386万元，其中甲724万元、乙524万元、丙138万元，占项目支出的30.1%: of which of the two the figures have to say; none where
/// neither is near any of the wholes that the words name.
pub(super) fn of_either(
    scope: &Scope,
    (id, part): (usize, usize),
    named: &[usize],
    (rate, phrase): (&Fact, &str),
    out: &Sink,
) -> Option<usize> {
    let shared = |p: usize| has_own_share(scope, p, rate, phrase);
    let told = |whole: &usize| {
        let sums = || out.sums_over(part).filter(|(_, sum)| sum.equation.all().contains(whole));
        *whole < part && !sums().any(|(_, sum)| sum.equation.all().into_iter().any(shared))
    };
    let apart = scope.facts.get(part).is_some_and(|f| f.place.clause != rate.place.clause && f.place.depth == 0);
    let Some(whole) = out.added_up(part).find(told).filter(|_| apart) else { return Some(part) };
    // 项目支出1100万元：甲803万元，占项目支出的73%: nothing is a share of itself.
    if named == [whole] {
        return Some(part);
    }
    let any = |p: usize, test: &dyn Fn(usize) -> bool| named.iter().any(|w| *w != p && test(*w));
    let fits = |p: usize| any(p, &|w| scope.is_ratio(p, w, id));
    let near = |p: usize| any(p, &|w| scope.is_likely_slip(&ratio(p, w, id)));
    [part, whole].into_iter().find(|p| fits(*p)).or_else(|| [whole, part].into_iter().find(|p| near(*p)))
}

/// 甲362.74万元、乙298.15万元、丙204.63万元，分别占总支出的34.83%、…: where all other shares of a row are of what their amounts were added up to,
/// so is this one, whatever other amount it may happen to fit.
pub(super) fn in_row(scope: &Scope, id: usize, _: &str, out: &mut Sink) -> bool {
    let row = scope.facts.row(id);
    let Some(part) = serial_part(scope, id).filter(|_| row.len() >= 3) else { return false };
    let share = |rate: usize, whole: usize| serial_part(scope, rate).map(|part| ratio(part, whole, rate));
    let holds = |rate: usize, whole: usize| share(rate, whole).is_some_and(|e| scope.fits(&e));
    let others = |whole: &usize| row.clone().all(|rate| rate == id || holds(rate, *whole));
    let wrong = out.added_up(part).find(others).map(|whole| ratio(part, whole, id)).filter(|e| !scope.fits(e));
    if let Some(share) = wrong.clone() {
        let range = scope.facts.span(&share.all());
        out.relation(relation("B02", Kind::Share, share, range, false));
    }
    wrong.is_some()
}

/// 甲、乙、丙各5万元、3万元、2万元，占…的58%: one share behind a row of amounts is of them all.
pub(super) fn whole_row(scope: &Scope, id: usize, part: usize, out: &Sink) -> Option<usize> {
    let facts = scope.facts;
    let row = facts.row(part);
    let behind = row.len() > 1 && row.end == part + 1 && facts.row(id).len() == 1;
    let each = facts.get(row.start).is_some_and(|f| f.left.ends_with(['各', '为', '是']) || f.left.ends_with("分别"));
    let apart = facts.get(part)?.place.clause != facts.get(id)?.place.clause;
    if behind && each && apart { out.added_up(part).next() } else { None }
}
