//! C13 of what was done of two budgets: 收入预算105万元，实际完成100万元；支出预算98万元，实际完成90万元。收支结余10万元.

use super::{movement, relation};
use crate::fact::{Fact, Measure};
use crate::gather::Gather;
use crate::relation::{Equation, Kind};
use crate::rule::{Scope, Sink};

/// How many figures back the two budgets are looked for.
const REACH: usize = 24;

/// States the difference of what was done of both; false where no two budgets tell it.
pub(super) fn state(scope: &Scope, id: usize, names: (&str, &str), out: &mut Sink) -> bool {
    let Some(equation) = equation(scope, id, names, out) else { return false };
    let (range, sure) = (scope.facts.span(&equation.all()), scope.fits(&equation));
    out.relation(relation("C13", Kind::Difference, equation, range, sure));
    true
}

/// The difference of what was done of the last budgets of both names before a remainder; where it fails, only if the paragraph tells no other
/// amount that could have a part in it.
fn equation(scope: &Scope, id: usize, (whole, taken): (&str, &str), out: &Sink) -> Option<Equation> {
    let facts = scope.facts;
    let rest = facts.get(id)?;
    let start = facts.in_paragraph(rest.place.paragraph).start.max(id.saturating_sub(REACH));
    let level = |f: &Fact| f.is_level() && f.is_like(rest) && f.figure.is_plain() && f.place.depth == 0;
    let levels: Vec<usize> = facts.pick(start..id, level).gather();
    let done = |name: &str, other: &str| {
        levels.windows(2).rev().find_map(|pair| {
            let [budget, done] = [pair.first()?, pair.last()?].map(|id| facts.get(*id));
            let (budget, own) = (budget?, done?);
            let due = budget.measure.is_budget() && budget.left.contains(name) && !budget.left.contains(other);
            let bare = !own.left.contains(name) && !own.left.contains(other) && own.measure == Measure::Outturn;
            (due && bare && own.place.segment == budget.place.segment).then_some((*pair.first()?, *pair.last()?))
        })
    };
    let ((due, came), (planned, went)) = done(whole, taken).zip(done(taken, whole))?;
    let equation = movement(came, went, 1, id);
    let all = facts.pick(facts.in_paragraph(rest.place.paragraph).start..id, level).count();
    let alone = all == 4 && due != planned && !out.computes(id);
    (scope.fits(&equation) || alone && scope.is_stated_slip(&equation)).then_some(equation)
}
