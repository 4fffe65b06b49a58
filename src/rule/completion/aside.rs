//! E03: a bare rate in the bracket behind what was done of a budget or plan: 计划720万元，支付655.2万元（91.0%）.

use super::relation;
use crate::fact::{Fact, Measure, Role};
use crate::relation::ratio;
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// Words of what is done with a budget or of a plan.
const DEEDS: [&str; 12] =
    ["支付", "支出", "使用", "拨付", "完成", "到位", "列支", "开支", "执行", "报销", "兑付", "下达"];

/// How many figures before what was done its budget stands at most.
const BACK: usize = 3;

/// States the rate where it holds, or where a slip of the pen keeps it from that; false where there is none. A bare rate may say something else.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) -> bool {
    let Some((base, part)) = operands(scope, id) else { return false };
    let equation = ratio(part, base, id);
    let fits = scope.fits(&equation);
    if !fits && !scope.is_likely_slip(&equation) {
        return false;
    }
    let range = scope.facts.span(&equation.all());
    let mut found = relation("E03", equation, range, "W02");
    found.sure = fits;
    out.relation(found);
    true
}

/// The budget before what was done, and what was done.
fn operands(scope: &Scope, id: usize) -> Option<(usize, usize)> {
    let facts = scope.facts;
    let rate = facts.get(id).filter(|f| f.left.is_empty() && f.figure.is_plain() && f.place.bracket.is_some())?;
    let part = id.checked_sub(1)?;
    let done =
        |f: &Fact| f.measure == Measure::Outturn || f.measure == Measure::Unstated && f.left.mentions_any(&DEEDS);
    let own = facts.get(part).filter(|f| rate.place.bracket == Some(f.range.end) && f.is_level() && done(f))?;
    let due = |f: &Fact| {
        let planned = f.measure.is_budget() || f.measure == Measure::Plan;
        planned && f.role == Role::Level && f.is_like(own) && f.place.segment == own.place.segment
    };
    let before = facts.pick(part.saturating_sub(BACK)..part, due).next_back()?;
    Some((before, part))
}
