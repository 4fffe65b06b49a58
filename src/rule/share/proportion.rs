//! B11: shares as bare numbers between colons.

use super::{ratio, relation};
use crate::fact::{Fact, Facts};
use crate::gather::Gather;
use crate::number::Dimension;
use crate::relation::{Equation, Kind, Term};
use crate::rule::{Scope, Sink};
use crate::text::Range;

/// B11: 三次产业比为3.9：59.5：36.6: bare numbers between colons, one for each part of the last list that had as many.
pub(super) fn proportions(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let bare = |id: usize| facts.get(id).is_some_and(|f| f.figure.unit.dimension == Dimension::Bare);
    let mut id = 0;
    while id < facts.list.len() {
        let mut run = vec![id];
        while let Some(next) =
            run.last().map(|l| l + 1).filter(|n| bare(n - 1) && bare(*n) && facts.between(n - 1, *n) == "：")
        {
            run.push(next);
        }
        id += run.len();
        if run.len() >= 2 {
            proportion(scope, &run, out);
        }
    }
}

/// 12.6：45.0：42.4: parts in a hundred, where they make it but for one wrong digit; 3：2 says nothing of a hundred.
fn hundred(scope: &Scope, run: &[usize], range: &Range, out: &mut Sink) {
    let facts = scope.facts;
    let printed = |id: &usize| facts.get(*id).is_some_and(|f| f.figure.places > 0 || f.figure.digits() >= 2);
    let equation =
        Equation::Fixed { terms: run.iter().map(|id| Term::plus(*id)).gather(), least: 100, most: 100, closed: true };
    if run.iter().all(printed) && (scope.fits(&equation) || scope.is_stated_slip(&equation)) {
        out.relation(relation("B03", Kind::Share, equation, range.clone(), true));
    }
}

/// The parts and the whole of the last list of the paragraph that had as many.
fn listed(out: &Sink, facts: &Facts, run: &[usize]) -> Option<(Vec<usize>, Option<usize>)> {
    let first = *run.first()?;
    let before = facts.in_paragraph(facts.get(first)?.place.paragraph).start..first;
    before
        .flat_map(|last| out.sums_over(last).map(move |(place, r)| (place, last, &r.equation)))
        .filter_map(|(place, last, equation)| match equation {
            Equation::Sum { parts, whole }
                if parts.len() == run.len() && parts.last()?.fact == last && parts.iter().all(|p| p.sign > 0) =>
            {
                Some((place, parts.iter().map(|t| t.fact).gather(), whole.first().map(|t| t.fact)))
            }
            _ => None,
        })
        .max_by_key(|(place, ..)| *place)
        .map(|(_, parts, whole)| (parts, whole))
}

/// 第一产业…，第二产业…，第三产业…，三次产业结构为…: as many amounts before it of one before them, which all but one bear out.
fn unlisted(scope: &Scope, run: &[usize]) -> Option<(Vec<usize>, Option<usize>)> {
    let facts = scope.facts;
    let first = *run.first()?;
    let level = |f: &Fact| f.is_level() && f.figure.is_plain();
    let before: Vec<usize> =
        facts.pick(facts.in_paragraph(facts.get(first)?.place.paragraph).start..first, level).gather();
    let like = |a: usize, b: usize| facts.get(a).zip(facts.get(b)).is_some_and(|(a, b)| a.is_like(b));
    let found = before.windows(run.len()).enumerate().rev().find_map(|(at, parts)| {
        let heads = before.get(..at)?.iter().rev().copied().filter(|w| parts.iter().all(|p| like(*p, *w)));
        let fits = |whole: usize| parts.iter().zip(run).filter(|(p, r)| scope.is_ratio(**p, whole, **r)).count();
        heads.into_iter().find(|w| fits(*w) + 1 >= run.len()).map(|w| (parts.to_vec(), Some(w)))
    });
    found.filter(|_| run.len() >= 3)
}

fn proportion(scope: &Scope, run: &[usize], out: &mut Sink) {
    let facts = scope.facts;
    let (Some(first), Some(range)) =
        (run.first().and_then(|id| facts.get(*id)), run.last().and_then(|id| facts.get(*id)).map(|l| l.range.end))
    else {
        return;
    };
    hundred(scope, run, &(first.range.start..range), out);
    let Some((mut parts, Some(whole))) = listed(out, facts, run).or_else(|| unlisted(scope, run)) else { return };
    // The order of the proportion is the usual one; a list told in another order is matched by what fits.
    let fits = |parts: &[usize]| parts.iter().zip(run).filter(|(p, r)| scope.is_ratio(**p, whole, **r)).count();
    if fits(&parts) + 1 < run.len() {
        let mut rest = parts.clone();
        let mut sorted: Vec<Option<usize>> = Vec::new();
        for rate in run {
            let found = rest.iter().position(|p| scope.is_ratio(*p, whole, *rate));
            sorted.push(found.map(|at| rest.remove(at)));
        }
        // One that fits nothing is paired with the one part left over.
        match (rest.as_slice(), sorted.iter().filter(|s| s.is_none()).count()) {
            ([], 0) | ([_], 1) => {
                parts = sorted.into_iter().filter_map(|s| s.or_else(|| rest.first().copied())).gather()
            }
            _ => return,
        }
    }
    for (part, rate) in parts.iter().zip(run) {
        out.relation(relation("B11", Kind::Share, ratio(*part, whole, *rate), first.range.start..range, true));
    }
}
