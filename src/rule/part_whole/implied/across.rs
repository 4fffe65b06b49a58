//! Heads of neighbouring sentences that add up to an amount before them.

use super::super::{kind_of, relation, sum};
use crate::fact::{Fact, Role};
use crate::gather::Gather;
use crate::number::Dimension;
use crate::relation::Equation;
use crate::rule::{Scope, Sink};
use crate::text::Range;

/// 募集资金总额、发行费用、净额, 直播收入、广告收入: two levels of neighbouring sentences and the total before them; what they say of the
/// year before adds up as well.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let paragraphs = 0..facts.text.paragraphs().len();
    // The head of the paragraph above may be what this one divides.
    let mut above = [None, None];
    for (paragraph, past) in paragraphs.flat_map(|p| [(p, false), (p, true)]) {
        let level = |f: &Fact| {
            f.role == Role::Level
                && f.figure.unit.dimension == Dimension::Money
                && f.place.depth == 0
                && f.figure.is_plain()
                && (!past || f.period.is_past(facts.year))
        };
        let own: Vec<usize> = facts.pick(facts.in_paragraph(paragraph), level).gather();
        let head = std::mem::replace(&mut above[usize::from(past)], own.first().copied());
        if own.len() < 2 {
            continue;
        }
        let mut sentences: Vec<usize> = head.into_iter().chain(own).gather();
        sentences.dedup_by_key(|id| facts.get(*id).map_or(0, |f| f.place.sentence));
        for window in [2, 3, 4] {
            for (from, run) in sentences.windows(window).enumerate().skip(1) {
                heads(scope, sentences.get(..from).unwrap_or(&[]), run, out);
            }
        }
    }
}

/// The heads of neighbouring sentences against one of the heads before them.
fn heads(scope: &Scope, before: &[usize], run: &[usize], out: &mut Sink) {
    let facts = scope.facts;
    let Some(first) = run.first().and_then(|id| facts.get(*id)) else { return };
    // 城市低保标准每人每月850元。农村低保标准每人每月680元: prices add up to no amount.
    let like = |f: &Fact| f.is_like(first) && f.is_for_each() == first.is_for_each();
    let free = run.iter().all(|id| facts.get(*id).is_some_and(like) && out.added_up(*id).next().is_none());
    if !free {
        return;
    }
    let digits: u32 = run.iter().filter_map(|id| facts.get(*id)).map(|f| f.figure.digits()).sum();
    let wholes = before.iter().rev().take(3).copied().filter(|w| facts.get(*w).is_some_and(like));
    let wholes: Vec<usize> = wholes.gather();
    if digits < 5 || wholes.is_empty() {
        return;
    }
    let keys: Vec<&str> = run.iter().filter_map(|id| facts.get(*id)).map(|f| f.label.key.as_str()).gather();
    let known = crate::catalog::partition::is_complete(&keys);
    // 从中直和地方看：中直…。地方…: the words say that these are all.
    let divided = || facts.is_division(first.place.sentence) && digits >= 6;
    if digits < 8 && !known && !divided() {
        return;
    }
    let equation = |whole: usize| sum(run, whole);
    if let Some(whole) = wholes.into_iter().find(|w| {
        let named = |f: &Fact| crate::catalog::partition::is_whole_of(&f.label.key, &keys);
        let claims = |e: &Equation, f: &Fact| {
            scope.fits(e) || known && scope.is_likely_slip(e) || named(f) && scope.is_stated_slip(e)
        };
        facts.get(*w).is_some_and(|f| claims(&equation(*w), f))
    }) {
        let range: Range =
            first.range.start..run.last().and_then(|id| facts.get(*id)).map_or(first.range.end, |f| f.range.end);
        out.relation(relation("A10", kind_of(scope, whole), equation(whole), range, true));
    }
}
