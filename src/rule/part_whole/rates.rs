//! Sums of percentages: 三类比重之和为100%; 前五大股东合计持股28.56%，分别为9.85%、….

use super::{relation, sum};
use crate::fact::{Fact, Role};
use crate::gather::Gather;
use crate::number::Dimension;
use crate::relation::Kind;
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// States both.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    for whole in facts.pick(0..facts.list.len(), is_rate) {
        let Some(total) = facts.get(whole) else { continue };
        let parts = if total.left.trim_end_matches(['为', '是', '占']).ends_with_any(&["之和", "合计", "共计", "总计"])
        {
            before(scope, whole)
        } else if total.left.mentions_any(&["合计", "共计"]) {
            behind(scope, whole)
        } else {
            continue;
        };
        let equation = sum(&parts, whole);
        if parts.len() >= 2 && (scope.fits(&equation) || scope.is_stated_slip(&equation)) {
            let ends = || parts.iter().chain([&whole]).filter_map(|id| facts.get(*id)).map(|f| &f.range);
            let range = ends().map(|r| r.start).min().unwrap_or(0)..ends().map(|r| r.end).max().unwrap_or(0);
            out.relation(relation("A04", Kind::Sum, equation, range, true));
        }
    }
}

/// A percentage of something: rates of growth do not add up.
fn is_rate(fact: &Fact) -> bool {
    let share = !matches!(fact.role, Role::Growth | Role::Points | Role::From | Role::To | Role::Base);
    fact.figure.unit.dimension == Dimension::Percent && fact.figure.is_plain() && share
}

/// The percentages of the sentence before a total: as many as it says that there are, else all.
fn before(scope: &Scope, whole: usize) -> Vec<usize> {
    let facts = scope.facts;
    let Some(total) = facts.get(whole) else { return Vec::new() };
    let all: Vec<usize> = facts.pick(facts.in_sentence(total.place.sentence).start..whole, is_rate).gather();
    let stated = whole.checked_sub(1).and_then(|id| facts.get(id)).filter(|f| f.figure.unit.is_whole());
    let count = stated.and_then(|f| (2..=20usize).find(|n| f.figure.value == (*n as u32).into()));
    match count {
        Some(count) => {
            all.get(all.len().saturating_sub(count)..).filter(|run| run.len() == count).unwrap_or(&[]).to_vec()
        }
        None => all,
    }
}

/// The row of percentages directly behind a total, which the words give in order.
fn behind(scope: &Scope, whole: usize) -> Vec<usize> {
    let facts = scope.facts;
    let (Some(total), Some(next)) = (facts.get(whole), facts.get(whole + 1)) else { return Vec::new() };
    let told = next.left.mentions_any(&["分别", "依次"]) && next.place.sentence == total.place.sentence;
    if told && is_rate(next) { facts.row(whole + 1).gather() } else { Vec::new() }
}
