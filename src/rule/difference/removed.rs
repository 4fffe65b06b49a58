//! C05: what is left when some were taken out: 申报6842项，经形式审查剔除517项，进入评审6325项.

use super::{movement, relation};
use crate::fact::Fact;
use crate::relation::Kind;
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// Words of taking some out of all.
const REMOVED: [&str; 5] = ["剔除", "淘汰", "筛除", "剔出", "去掉"];
/// What those that are left are called.
const LEFT: [&str; 8] = ["进入", "剩余", "余下", "有效", "实际", "保留", "最终", "剩下"];

/// States what is left behind what was taken out of the amount right before it, a slip aside.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let level = |f: &Fact| f.is_level() && f.figure.is_plain();
    let removed = |f: &&Fact| level(f) && f.left.mentions_any(&REMOVED) && !f.left.mentions("重复");
    let Some(fact) = facts.get(id).filter(removed) else { return };
    let beside = |other: &Fact| level(other) && other.is_like(fact) && other.place.sentence == fact.place.sentence;
    let (Some(all), left) = (id.checked_sub(1), id + 1) else { return };
    let told = facts.get(all).is_some_and(beside)
        && facts
            .get(left)
            .is_some_and(|f| beside(f) && f.left.mentions_any(&LEFT) && f.place.clause > fact.place.clause);
    let equation = movement(all, id, 1, left);
    if told && (scope.fits(&equation) || scope.is_stated_slip(&equation)) {
        let range = facts.span(&equation.all());
        out.relation(relation("C05", Kind::Difference, equation, range, true));
    }
}
