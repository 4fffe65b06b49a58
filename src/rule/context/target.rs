//! W28: a task that was far exceeded was set too low: 占任务数的179%.

use super::between;
use crate::fact::{Fact, Role};
use crate::number::Dimension;
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// So much of its target, in per cent, a result may be before the target asks for a look.
pub(super) const EXCEEDED: u32 = 150;

/// States that a rate of tasks done stays below.
pub(super) fn far_exceeded(scope: &Scope, out: &mut Sink) {
    let could = |fact: &Fact| {
        let told = matches!(fact.role, Role::Completion | Role::Share | Role::Ratio | Role::Rate);
        told && fact.figure.unit.dimension == Dimension::Percent && fact.figure.is_plain()
    };
    for (id, fact) in scope.facts.list.iter().enumerate().filter(|(_, fact)| could(fact)) {
        let said = [fact.left.as_str(), &fact.phrase].concat();
        if said.mentions_any(&["任务", "目标", "计划"]) && !said.mentions("预算") {
            out.ask("W28", between(id, 0, EXCEEDED));
        }
    }
}
