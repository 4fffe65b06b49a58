//! One line of a total with its parts: a column, or a row.

use super::RULE;
use crate::gather::Gather;
use crate::number::{Decimal, Exact};
use crate::relation::{Equation, Reason, Term};
use crate::rule::{Scope, Sink};

/// One line of a family: the total and its parts in one column, or in one row.
pub(super) struct Line {
    pub(super) whole: usize,
    /// Whether it adds changes up, each of which is told by its row as well: what is wrong with them is wrong there.
    pub(super) changes: bool,
    pub(super) parts: Vec<usize>,
    /// Parts whose cell is empty; empty is not zero, but a sum that holds without it proves it so.
    pub(super) blanks: usize,
    pub(super) fits: bool,
    /// Whether nothing but a slip of the pen could say that it fails.
    pub(super) odd: bool,
}

impl Line {
    pub(super) fn equation(&self) -> Equation {
        let parts = self.parts.iter().map(|id| Term::plus(*id)).gather();
        Equation::Sum { parts, whole: vec![Term::plus(self.whole)] }
    }

    pub(super) fn leave(&self, scope: &Scope, out: &mut Sink) {
        let Some(range) = scope.facts.get(self.whole).map(|f| f.range.clone()) else { return };
        let ids = [&[self.whole], self.parts.as_slice()].concat();
        let reason = if self.blanks > 0 { Reason::Blank } else { Reason::Ambiguous };
        out.unchecked(RULE.name, "A14", range, ids, reason);
    }

    /// Whether at least two parts are not zero.
    pub(super) fn is_weighty(&self, scope: &Scope) -> bool {
        self.parts.iter().filter(|id| scope.facts.get(**id).is_some_and(|f| !f.is_zero())).count() >= 2
    }

    /// What the parts come to.
    pub(super) fn sum(&self, scope: &Scope) -> Option<Decimal> {
        sum(scope, &self.parts)
    }

    /// Whether the parts come to about as much as the total: where no line agrees, rows that count twice are likelier than a sum
    /// that is off by a fifth.
    pub(super) fn is_near(&self, scope: &Scope) -> bool {
        let (sum, whole) = (self.sum(scope), scope.facts.base_value(self.whole));
        let gap = sum.zip(whole).and_then(|(sum, whole)| sum.minus(whole)?.abs().times(Decimal::from(5)));
        gap.zip(whole).is_some_and(|(gap, whole)| gap <= whole.abs())
    }
}

/// What amounts come to.
pub(super) fn sum(scope: &Scope, ids: &[usize]) -> Option<Decimal> {
    ids.iter().try_fold(Decimal::ZERO, |sum, id| sum.plus(scope.facts.base_value(*id)?))
}
