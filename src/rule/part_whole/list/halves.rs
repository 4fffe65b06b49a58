//! The other half of a standard whole, told in the next sentence or paragraph.

use super::cue::Cue;
use crate::catalog::partition::is_complete;
use crate::fact::Fact;
use crate::rule::Scope;
use crate::rule::part_whole::row::names;
use crate::rule::part_whole::sum;
use crate::text::Mention;

/// The other half, wherever it is told.
pub(super) fn other(scope: &Scope, cue: &Cue, whole: usize, part: usize) -> Option<usize> {
    next_half(scope, cue, whole, part).or_else(|| other_half(scope, cue, whole, part))
}

/// 其中，居民参保50.0万人。职工参保19.8万人，其中…: the other half of a standard whole, which the next sentence begins with, a slip aside.
fn next_half(scope: &Scope, cue: &Cue, whole: usize, part: usize) -> Option<usize> {
    let facts = scope.facts;
    let total = facts.get(whole)?;
    let last = facts.pick(facts.in_sentence(cue.sentence), half_of(total)).next_back() == Some(part);
    let other = facts.in_sentence(cue.sentence + 1).start;
    let half = |f: &Fact| half_of(total)(f) && f.figure.is_plain() && f.place.sentence == cue.sentence + 1;
    let here = |f: &Fact| half(f) && f.place.paragraph == cue.paragraph && f.label.own;
    let both = [part, other];
    let complete = || names(scope, &both).is_some_and(|names| is_complete(&names));
    let equation = sum(&both, whole);
    (last
        && facts.get(other).is_some_and(here)
        && complete()
        && (scope.fits(&equation) || scope.is_stated_slip(&equation)))
    .then_some(other)
}

/// The other half of a standard whole, which the next paragraph begins with: 其中：人员经费81万元，主要包括…。 公用经费7万元，….
fn other_half(scope: &Scope, cue: &Cue, whole: usize, part: usize) -> Option<usize> {
    let facts = scope.facts;
    let total = facts.get(whole)?;
    let next = facts.text.paragraphs().get(cue.paragraph + 1).filter(|p| p.marker.is_none())?;
    let other = facts.begin_in(next.range.clone()).start;
    let half = |f: &Fact| half_of(total)(f) && f.figure.is_plain() && f.range.start < next.range.end;
    let last = facts.pick(facts.in_paragraph(cue.paragraph), half_of(total)).next_back() == Some(part);
    let both = [part, other];
    // 财政总支出…，其中：一般公共预算支出…。↵政府性基金预算支出…: a report goes from account to account, each a paragraph of its own.
    let of_account = |f: &Fact| f.left.mentions("预算") && !f.left.mentions("财政拨款");
    let account = |id: usize| facts.get(id).is_some_and(of_account);
    let divided = !account(part) || !account(other) || scope.adds_up(&both, whole);
    let complete = || names(scope, &both).is_some_and(|names| is_complete(&names));
    (last && divided && facts.get(other).is_some_and(half) && complete()).then_some(other)
}

/// Whether an amount could be a part of a total by what it is.
fn half_of(total: &Fact) -> impl Fn(&Fact) -> bool + Copy + '_ {
    move |f: &Fact| f.is_level() && f.is_like(total) && f.place.depth == 0
}
