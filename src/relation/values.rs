//! The values that a relation is judged with: as printed, or with one figure changed to try an explanation.

use super::Term;
use crate::fact::{Facts, Worth};
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

    /// The figure in the place of a fact's, where it is replaced.
    fn replaced(&self, fact: usize) -> Option<&'a Figure> {
        self.changed.filter(|(id, _)| *id == fact).map(|(_, figure)| figure)
    }

    /// A figure in base units.
    #[must_use]
    pub fn base(&self, fact: usize) -> Option<Decimal> {
        match self.replaced(fact) {
            Some(figure) => figure.base(),
            None => self.facts.base_value(fact),
        }
    }

    /// What a figure stands for under an allowance.
    #[must_use]
    pub fn interval(&self, fact: usize, allowance: Allowance) -> Option<Interval> {
        if self.is_plain(fact) {
            return match (allowance, self.replaced(fact)) {
                (Allowance::Document, None) => self.facts.worth(fact)?.document,
                _ => Interval::around(self.base(fact)?, self.half(fact, allowance)),
            };
        }
        let figure = self.figure(fact)?;
        figure.interval(self.facts.precision.half(figure, allowance))
    }

    /// What a rate stands for: the printed number, or all that it may be rounded from at its own last place.
    #[must_use]
    pub fn rate(&self, fact: usize, rounded: bool) -> Option<Interval> {
        let half = if rounded { self.printed_half(fact)? } else { Decimal::ZERO };
        if self.is_plain(fact) {
            return Interval::around(self.base(fact)?, half);
        }
        self.figure(fact)?.interval(half)
    }

    /// How far a figure may be off at its own last place.
    #[must_use]
    pub fn printed_half(&self, fact: usize) -> Option<Decimal> {
        match self.replaced(fact) {
            Some(figure) => Some(figure.printed_half()),
            None => self.facts.worth(fact).map(|worth| worth.printed_half),
        }
    }

    fn is_plain(&self, fact: usize) -> bool {
        match self.replaced(fact) {
            Some(figure) => figure.is_plain(),
            None => self.facts.worth(fact).is_some_and(|worth| worth.is_plain),
        }
    }

    /// How far a plain figure may be off; in another unit or to other places it is another amount.
    fn half(&self, fact: usize, allowance: Allowance) -> Decimal {
        match (allowance, self.replaced(fact)) {
            (Allowance::Exact, _) => Decimal::ZERO,
            (Allowance::Document, _) => self.document_half(fact),
            (Allowance::Printed, Some(figure)) => self.facts.precision.half(figure, allowance),
            (Allowance::Printed, None) => self.facts.worth(fact).map_or(Decimal::ZERO, Worth::coarse_half),
        }
    }

    fn document_half(&self, fact: usize) -> Decimal {
        let moved = |figure: &&Figure| {
            let is_other = |own: &Figure| own.unit.scale != figure.unit.scale || own.places != figure.places;
            self.facts.get(fact).is_some_and(|f| is_other(&f.figure))
        };
        match self.replaced(fact).filter(moved) {
            Some(figure) => self.facts.precision.half(figure, Allowance::Document),
            None => self.facts.document_half(fact),
        }
    }

    /// The sum of terms in base units.
    #[must_use]
    pub fn sum(&self, terms: &[Term]) -> Option<Decimal> {
        let add = |sum: Decimal, t: &Term| {
            let value = self.base(t.fact)?;
            if t.sign < 0 { sum.minus(value) } else { sum.plus(value) }
        };
        match terms {
            [first, rest @ ..] if first.sign >= 0 => rest.iter().try_fold(self.base(first.fact)?, add),
            _ => terms.iter().try_fold(Decimal::ZERO, add),
        }
    }

    /// What a sum of terms stands for under an allowance.
    #[must_use]
    pub fn sum_interval(&self, terms: &[Term], allowance: Allowance) -> Option<Interval> {
        if let [Term { fact, sign: 1 }] = terms {
            return self.interval(*fact, allowance);
        }
        // Plain figures are off by as much on both sides, so that their sum is too.
        if terms.iter().all(|t| self.is_plain(t.fact)) {
            let off = |all: Decimal, t: &Term| all.plus(self.half(t.fact, allowance));
            let half = match terms {
                [first, rest @ ..] if allowance != Allowance::Exact => {
                    rest.iter().try_fold(self.half(first.fact, allowance), off)
                }
                _ => Some(Decimal::ZERO),
            };
            return Interval::around(self.sum(terms)?, half?);
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
