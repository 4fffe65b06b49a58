//! B09: 结余2.4亿元，月均支出3092万元，可支付7.8个月: how many months a balance lasts.

use super::relation;
use crate::fact::Fact;
use crate::relation::{Equation, Kind};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// How many figures back the balance is looked for.
const REACH: usize = 12;

/// States the months by the monthly amount of the sentence and the balance before it.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let lasts = |f: &Fact| f.left.mentions_any(&["可支付", "可支撑", "支付能力", "可供"]);
    let Some(months) = facts.get(id).filter(|f| f.figure.unit.base == "个月" && lasts(f)) else { return };
    let level = |f: &Fact| f.is_level() && f.figure.is_plain() && !f.is_zero();
    let monthly = |f: &Fact| level(f) && f.left.mentions_any(&["月均", "每月"]);
    let start = facts.in_sentence(months.place.sentence).start;
    let Some((spent, each)) = facts.pick(start..id, monthly).next_back().and_then(|m| facts.get(m).map(|f| (m, f)))
    else {
        return;
    };
    let kept = |f: &Fact| level(f) && f.is_like(each) && f.left.mentions_any(&["结余", "余额", "结存"]);
    let from = facts.in_paragraph(months.place.paragraph).start.max(spent.saturating_sub(REACH));
    let Some(balance) = facts.pick(from..spent, kept).next_back() else { return };
    let equation = Equation::Product { factors: vec![id, spent], per: None, result: balance };
    if scope.fits(&equation) || scope.is_stated_slip(&equation) {
        out.relation(relation("B09", Kind::Ratio, equation, facts.span(&[balance, id])));
    }
}
