//! Heads of neighbouring sentences that add up to an amount before them.

use super::super::{Made, kind_of, relation, sum};
use crate::fact::{Fact, Role};
use crate::gather::Gather;
use crate::number::Dimension;
use crate::rule::{Scope, Sink};
use crate::text::Range;

/// 募集资金总额、发行费用、净额, 直播收入、广告收入: two levels of neighbouring sentences and the total before them; what they say of the
/// year before adds up as well.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let level = |f: &Fact| {
        f.role == Role::Level
            && f.figure.unit.dimension == Dimension::Money
            && f.place.depth == 0
            && f.figure.is_plain()
    };
    let past = |id: &usize| facts.get(*id).is_some_and(|f| f.period.is_past(facts.year));
    // The head of the paragraph above may be what this one divides.
    let mut above = [None, None];
    for paragraph in 0..facts.text.paragraphs().len() {
        let all: Vec<usize> = facts.pick(facts.in_paragraph(paragraph), level).gather();
        let before: Vec<usize> = all.iter().copied().filter(past).gather();
        for (own, above) in [all, before].into_iter().zip(&mut above) {
            let head = std::mem::replace(above, own.first().copied());
            if own.len() >= 2 {
                runs(scope, head.into_iter().chain(own).gather(), out);
            }
        }
    }
}

/// The first amounts of neighbouring sentences, two to four of them, each time against those before them.
fn runs(scope: &Scope, mut amounts: Vec<usize>, out: &mut Sink) {
    amounts.dedup_by_key(|id| scope.facts.get(*id).map_or(0, |f| f.place.sentence));
    for window in [2, 3, 4] {
        for (from, run) in amounts.windows(window).enumerate().skip(1) {
            heads(scope, amounts.get(..from).unwrap_or(&[]), run, out);
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
    let mut wholes = before.iter().rev().take(3).copied().filter(|w| facts.get(*w).is_some_and(like)).peekable();
    if digits < 5 || wholes.peek().is_none() {
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
    let made = Made::of(scope, run);
    let claims = |w: &usize, f: &Fact| {
        let named = || crate::catalog::partition::is_whole_of(&f.label.key, &keys);
        made.is_some_and(|made| made.may_be(scope, *w)) && scope.fits(&equation(*w))
            || known && scope.is_likely_slip(&equation(*w))
            || named() && scope.is_stated_slip(&equation(*w))
    };
    if let Some(whole) = wholes.find(|w| facts.get(*w).is_some_and(|f| claims(w, f))) {
        let range: Range =
            first.range.start..run.last().and_then(|id| facts.get(*id)).map_or(first.range.end, |f| f.range.end);
        out.relation(relation("A10", kind_of(scope, whole), equation(whole), range, true));
    }
}
