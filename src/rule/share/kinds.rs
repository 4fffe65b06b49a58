//! B01 of a row of amounts of several kinds, each with its share: 火灾25.8万起，亡1317人，分别占总数的91.8%、94.7%.

use super::serial::levels_before;
use super::{RULE, ratio, relation};
use crate::fact::Fact;
use crate::gather::Gather;
use crate::relation::{Kind, Reason};
use crate::rule::{Scope, Sink};
use crate::text::Range;

/// How many paragraphs back the wholes may stand.
const REACH: usize = 4;

/// 农村火灾39.1万起、亡645人，占总数的59.1%和48.7%: each of a row of amounts of several kinds is a share of an amount of its own kind
/// before, which only the figures tell.
pub(super) fn state(scope: &Scope, id: usize, _: &str, out: &mut Sink) -> bool {
    let facts = scope.facts;
    let row = facts.row(id);
    let Some(rate) = facts.get(id).filter(|_| row.len() >= 2) else { return false };
    let Some(amounts) = all(scope, &row, &levels_before(scope, &row, rate)) else { return false };
    let Some((part, own)) = amounts.get(id - row.start).and_then(|p| Some((*p, facts.get(*p)?))) else { return false };
    let start = facts.in_paragraph(own.place.paragraph.saturating_sub(REACH)).start;
    let like = |f: &Fact| f.is_level() && f.is_like(own) && f.figure.is_plain() && f.figure.base() >= own.figure.base();
    let shares = facts.pick(start..part, like).filter(|w| !amounts.contains(w)).map(|w| ratio(part, w, id));
    match { shares }.find(|share| scope.fits(share)) {
        Some(share) => out.relation(relation("B01", Kind::Share, share.clone(), facts.span(&share.all()), true)),
        None => out.unchecked(RULE.name, "B01", rate.range.clone(), vec![id, part], Reason::Ambiguous),
    }
    true
}

/// 处罚62起、218.4万元，占比分别为72.1%和69.9%: amounts of two kinds right before a row of shares, of each of which one is told.
pub(super) fn told(scope: &Scope, row: &Range, levels: &[usize]) -> Option<Vec<usize>> {
    let facts = scope.facts;
    let amounts = levels.get(levels.len().checked_sub(row.len())?..)?;
    let joined = |pair: &[usize]| matches!(pair, [a, b] if *b == a + 1 && facts.between(*a, *b) == "、");
    let beside = amounts.last().is_some_and(|last| last + 1 == row.start);
    let is_told = beside && amounts.windows(2).all(|pair| joined(pair) && is_apart(scope, pair));
    is_told.then(|| amounts.to_vec()).or_else(|| all(scope, row, levels))
}

fn is_apart(scope: &Scope, pair: &[usize]) -> bool {
    let [a, b] = pair else { return false };
    scope.facts.get(*a).zip(scope.facts.get(*b)).is_some_and(|(a, b)| !a.is_like(b))
}

/// 火灾25.8万起，亡1317人，损失31.5亿元，分别占总数的91.8%、94.7%和87.6%: all amounts of the part of the sentence before a row of as many
/// shares, where they are of several kinds.
fn all(scope: &Scope, row: &Range, levels: &[usize]) -> Option<Vec<usize>> {
    let facts = scope.facts;
    let segment = facts.get(row.start)?.place.segment;
    let own = |id: &usize| facts.get(*id).is_some_and(|f| f.place.segment == segment);
    let amounts: Vec<usize> = levels.iter().copied().filter(own).gather();
    let beside = amounts.last().is_some_and(|last| last + 1 == row.start);
    let is_told = beside && amounts.len() == row.len() && amounts.windows(2).any(|pair| is_apart(scope, pair));
    is_told.then_some(amounts)
}
