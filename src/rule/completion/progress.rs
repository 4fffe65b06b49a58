//! E07, E09: progress against the calendar, and a completion of 100% beside a difference.

use super::{RULE, relation};
use crate::fact::{Fact, Role};
use crate::relation::{Equation, Kind, Order, Reason, Relation, Term};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// Whether a rate is the progress that the calendar asks for: 时序进度50%.
pub(super) fn is_due(scope: &Scope, id: usize) -> bool {
    scope.facts.get(id).is_some_and(|f| f.left.mentions("时序进度") && f.figure.unit.base == "%" && f.figure.is_plain())
}

/// E07: 支出进度52%，高于时序进度50%.
pub(super) fn compared(scope: &Scope, id: usize, out: &mut Sink) {
    const VERBS: [(&str, Order); 9] = [
        ("高于", Order::Greater),
        ("快于", Order::Greater),
        ("超过", Order::Greater),
        ("超", Order::Greater),
        ("高出", Order::Greater),
        ("低于", Order::Less),
        ("慢于", Order::Less),
        ("落后", Order::Less),
        ("未达到", Order::Less),
    ];
    let facts = scope.facts;
    let Some(due) = facts.get(id) else { return };
    let head = due.left.split("时序进度").next().unwrap_or("");
    let order = VERBS.iter().find(|(w, _)| head.ends_with(w)).map(|(_, o)| *o);
    let progress = |f: &Fact| {
        f.figure.unit.base == "%"
            && f.figure.is_plain()
            && matches!(f.role, Role::Rate | Role::Completion)
            && f.place.segment == due.place.segment
    };
    let before = facts.pick(facts.in_sentence(due.place.sentence).start..id, progress).next_back();
    let (Some(order), Some(done)) = (order, before) else {
        return out.unchecked(RULE.name, "E07", due.range.clone(), vec![id], Reason::NoBase);
    };
    let equation = Equation::Order { left: vec![Term::plus(done)], order, right: vec![Term::plus(id)] };
    let from = facts.get(done).map_or(due.range.start, |f| f.range.start);
    out.relation(Relation { kind: Kind::Bound, sure: false, ..relation("E07", equation, from..due.range.end, "W04") });
}

/// E09: 完成年初预算的100%，决算数大于预算数5万元: what is complete leaves no difference.
pub(super) fn complete(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let Some(rate) =
        facts.get(id).filter(|f| f.figure.is_plain() && f.figure.value == crate::number::Decimal::ONE_HUNDRED)
    else {
        return;
    };
    // Where budget and outturn are printed, they say themselves how far apart they are.
    if out.computes(id) {
        return;
    }
    let Some(gap) = facts
        .get(id + 1)
        .filter(|f| f.place.sentence == rate.place.sentence && f.place.segment == rate.place.segment && f.is_amount())
    else {
        return;
    };
    let compares = ["大于", "小于", "多于", "少于", "高于", "低于"]
        .iter()
        .any(|w| gap.left.split_once(w).is_some_and(|(head, tail)| head.mentions("决算") && tail.ends_with("预算数")));
    let says = compares || (gap.role == Role::Rest && gap.left.starts_with("差额"));
    if says && gap.figure.is_plain() {
        let equation = Equation::Fixed { terms: vec![Term::plus(id + 1)], least: 0, most: 0, closed: true };
        let range = rate.range.start..gap.range.end;
        out.relation(Relation { kind: Kind::Equal, sure: false, ..relation("E09", equation, range, "W42") });
    }
}
