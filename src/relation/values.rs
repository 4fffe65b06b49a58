//! The values that a relation is judged with: as printed, or with one figure changed to try an explanation.

use super::Term;
use crate::fact::Facts;
use crate::number::Exact;
use crate::number::{Allowance, Decimal, Figure, Interval};

/// The figures of a text, with at most one of them replaced.
#[derive(Clone, Copy, Debug)]
pub struct Values<'a> {
    facts: &'a Facts,
    changed: Option<(usize, &'a Figure)>,
}

impl<'a> Values<'a> {
    /// As printed.
    #[must_use]
    pub const fn printed(facts: &'a Facts) -> Self {
        Self { facts, changed: None }
    }

    /// With one figure replaced.
    #[must_use]
    pub const fn with(facts: &'a Facts, fact: usize, figure: &'a Figure) -> Self {
        Self { facts, changed: Some((fact, figure)) }
    }

    /// A figure.
    #[must_use]
    pub fn figure(&self, fact: usize) -> Option<&'a Figure> {
        match self.changed {
            Some((id, figure)) if id == fact => Some(figure),
            _ => self.facts.get(fact).map(|f| &f.figure),
        }
    }

    /// A figure in base units.
    #[must_use]
    pub fn base(&self, fact: usize) -> Option<Decimal> {
        match self.changed {
            Some((id, figure)) if id == fact => figure.base(),
            _ => self.facts.base_value(fact),
        }
    }

    /// What a figure stands for under an allowance.
    #[must_use]
    pub fn interval(&self, fact: usize, allowance: Allowance) -> Option<Interval> {
        let figure = self.figure(fact)?;
        if figure.is_plain() && allowance != Allowance::Printed {
            let base = self.base(fact)?;
            let half = if allowance == Allowance::Exact { Decimal::ZERO } else { self.half(fact) };
            return Interval::around(base, half);
        }
        figure.interval(self.facts.precision.half(figure, allowance))
    }

    /// How far a figure may be off at the precision of the document; in another unit or to other places it is another amount.
    fn half(&self, fact: usize) -> Decimal {
        let moved = |figure: &Figure| {
            let is_other = |own: &Figure| own.unit.scale != figure.unit.scale || own.places != figure.places;
            self.facts.get(fact).is_some_and(|f| is_other(&f.figure))
        };
        match self.changed {
            Some((id, figure)) if id == fact && moved(figure) => self.facts.precision.half(figure, Allowance::Document),
            _ => self.facts.document_half(fact),
        }
    }

    /// The sum of terms in base units.
    #[must_use]
    pub fn sum(&self, terms: &[Term]) -> Option<Decimal> {
        terms.iter().try_fold(Decimal::ZERO, |sum, t| {
            let value = self.base(t.fact)?;
            sum.plus(if t.sign < 0 { -value } else { value })
        })
    }

    /// What a sum of terms stands for under an allowance.
    #[must_use]
    pub fn sum_interval(&self, terms: &[Term], allowance: Allowance) -> Option<Interval> {
        // Plain figures are off by as much on both sides, so that their sum is too.
        if allowance != Allowance::Printed && terms.iter().all(|t| self.figure(t.fact).is_some_and(Figure::is_plain)) {
            let sum = self.sum(terms)?;
            let half = |t: &Term| self.half(t.fact);
            return match allowance {
                Allowance::Exact => Some(Interval::exact(sum)),
                _ => Interval::around(sum, terms.iter().try_fold(Decimal::ZERO, |all, t| all.plus(half(t)))?),
            };
        }
        terms.iter().try_fold(Interval::exact(Decimal::ZERO), |sum, t| {
            let value = self.interval(t.fact, allowance)?;
            sum.plus(if t.sign < 0 { value.negate() } else { value })
        })
    }

    /// The facts behind the values.
    #[must_use]
    pub const fn facts(&self) -> &'a Facts {
        self.facts
    }
}
