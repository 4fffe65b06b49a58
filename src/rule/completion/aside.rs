//! E03: a bare rate in the bracket behind what was done of a budget or plan: 计划720万元，支付655.2万元（91.0%）.

use super::relation;
use crate::fact::{Fact, Measure, Role};
use crate::relation::ratio;
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// Words of what is done with a budget or of a plan.
const DEEDS: [&str; 12] =
    ["支付", "支出", "使用", "拨付", "完成", "到位", "列支", "开支", "执行", "报销", "兑付", "下达"];

/// States the rate where it holds, or where a slip of the pen keeps it from that; false where there is none. A bare rate may say something else.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) -> bool {
    let Some((base, part)) = operands(scope, id) else { return false };
    let equation = ratio(part, base, id);
    let fits = scope.fits(&equation);
    // 调整预算4,230万元，年初预算4,200万元，支出4,068.5万元（96.2%）: of two budgets the one that holds is meant.
    let slips = || scope.is_likely_slip(&equation) && is_alone(scope, id) && !has_other(scope, (base, part, id));
    if !(fits || slips()) {
        return false;
    }
    let range = scope.facts.span(&equation.all());
    let mut found = relation("E03", equation, range, "W02");
    found.sure = fits;
    out.relation(found);
    true
}

/// Whether no other rate of its part of the sentence stands in a bracket: those of a row are shares of something.
fn is_alone(scope: &Scope, id: usize) -> bool {
    let facts = scope.facts;
    let Some(own) = facts.get(id) else { return false };
    let other = |f: &Fact| f.place.segment == own.place.segment && f.place.bracket.is_some() && f.left.is_empty();
    facts.pick(facts.in_sentence(own.place.sentence), other).all(|other| other == id)
}

/// Whether another amount of the sentence gives the rate.
fn has_other(scope: &Scope, (base, part, id): (usize, usize, usize)) -> bool {
    let facts = scope.facts;
    let like = |f: &Fact| f.is_level() && facts.get(base).is_some_and(|b| b.is_like(f));
    let sentence = facts.get(id).map_or(0..0, |f| facts.in_sentence(f.place.sentence));
    facts.pick(sentence, like).any(|other| other != part && scope.is_ratio(part, other, id))
}

/// The budget right before what was done, and what was done; the bracket holds nothing but the rate.
fn operands(scope: &Scope, id: usize) -> Option<(usize, usize)> {
    let facts = scope.facts;
    let bare = |f: &&Fact| f.left.is_empty() && f.right.is_empty() && f.figure.is_plain();
    // 支出406.8万元（69.9%）用于人员经费: nor do words follow it.
    let ends = |at: usize| facts.text.at(at + 1).is_none_or(|c| matches!(c, '，' | '。' | '；' | '\n'));
    let closed = |f: &&Fact| facts.text.at(f.range.end) == Some('）') && ends(f.range.end);
    let rate = facts.get(id).filter(bare).filter(closed)?;
    let part = id.checked_sub(1)?;
    let done =
        |f: &Fact| f.measure == Measure::Outturn || f.measure == Measure::Unstated && f.left.mentions_any(&DEEDS);
    let listed = |f: &&Fact| !f.left.starts_with("其中");
    let own = facts.get(part).filter(|f| rate.place.bracket == Some(f.range.end) && f.is_level() && done(f));
    let own = own.filter(listed)?;
    let due = |f: &Fact| {
        let planned = f.measure.is_budget() || f.measure == Measure::Plan;
        let sides = f.left.contains("收入") == own.left.contains("收入");
        planned && f.role == Role::Level && f.is_like(own) && f.place.segment == own.place.segment && sides
    };
    let before = part.checked_sub(1).filter(|before| facts.get(*before).is_some_and(due))?;
    Some((before, part))
}
