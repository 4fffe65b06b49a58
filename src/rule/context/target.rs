//! W28: a task that was far exceeded was set too low: 占任务数的179%.

use super::between;
use crate::fact::Role;
use crate::number::Dimension;
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// So much of its target, in per cent, a result may be before the target asks for a look.
pub(super) const EXCEEDED: u32 = 150;

/// States that a rate of tasks done stays below.
pub(super) fn far_exceeded(scope: &Scope, out: &mut Sink) {
    for (id, fact) in scope.facts.list.iter().enumerate() {
        let said = [fact.left.as_str(), &fact.phrase].concat();
        let of_task = matches!(fact.role, Role::Completion | Role::Share | Role::Ratio | Role::Rate)
            && said.mentions_any(&["任务", "目标", "计划"])
            && !said.mentions("预算");
        if of_task && fact.figure.unit.dimension == Dimension::Percent && fact.figure.is_plain() {
            out.ask("W28", between(id, 0, EXCEEDED));
        }
    }
}
