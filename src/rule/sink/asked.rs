//! What later rules may ask of what was stated.

use super::Sink;
use crate::gather::SortedMap;
use crate::relation::{Equation, Relation};

impl Sink {
    /// Whether an equation is stated.
    #[must_use]
    pub fn states(&self, equation: &Equation) -> bool {
        self.stated.contains_key(equation)
    }

    /// The lists that a cue opened: each whole with its parts.
    #[must_use]
    pub fn opened(&self) -> SortedMap<usize, Vec<usize>> {
        let mut out: SortedMap<usize, Vec<usize>> = SortedMap::new();
        for (part, wholes) in self.lists.iter() {
            wholes.iter().for_each(|whole| out.entry(*whole).or_default().push(part));
        }
        out
    }

    /// What a rule has stated so far, in the order in which it did.
    pub fn stated_by(&self, rule: &'static str) -> impl Iterator<Item = &Relation> + '_ {
        let places = self.rules.get(rule).into_iter().flatten();
        places.filter_map(|place| self.relations.get(*place))
    }

    /// Whether a cue spoke of a fact and could not be bound.
    #[must_use]
    pub fn leaves_open(&self, cue: &'static str, fact: usize) -> bool {
        self.open.contains(&(cue, fact))
    }

    /// Whether some relation computes a fact.
    #[must_use]
    pub fn computes(&self, fact: usize) -> bool {
        self.results.is_set(fact)
    }

    /// Whether the words multiply a fact, or come to it by a product.
    #[must_use]
    pub fn multiplies(&self, fact: usize) -> bool {
        self.multiplied.is_set(fact)
    }

    /// Whether some rate takes a fact for its part: a change that bears out the rate behind it.
    #[must_use]
    pub fn takes(&self, fact: usize) -> bool {
        !self.ratios.of(fact).is_empty()
    }

    /// Whether some sum comes to a fact.
    #[must_use]
    pub fn computes_sum(&self, fact: usize) -> bool {
        self.sums_to(fact).any(|r| matches!(&r.equation, Equation::Sum { parts, .. } if parts.len() > 1))
    }

    /// The wholes that a fact is a part of: of sums first, then of lists that do not add up.
    pub fn wholes_of(&self, fact: usize) -> impl Iterator<Item = usize> + '_ {
        self.added_up(fact).chain(self.lists.of(fact).iter().copied())
    }

    /// The wholes that a fact was added up to.
    pub fn added_up(&self, fact: usize) -> impl Iterator<Item = usize> + '_ {
        self.sums_over(fact).filter_map(|(_, sum)| match &sum.equation {
            Equation::Sum { whole, .. } => whole.first().map(|t| t.fact),
            _ => None,
        })
    }

    /// The sums that add a fact up, in the order in which they were stated, with their places in it.
    pub fn sums_over(&self, part: usize) -> impl DoubleEndedIterator<Item = (usize, &Relation)> + '_ {
        let places = self.sums.of(part).iter();
        places.filter_map(|place| Some((*place, self.relations.get(*place)?)))
    }

    /// What a fact was subtracted from something to be the rest of: 送审50万元，审定42万元，核减8万元 → 送审.
    pub fn minuend_of(&self, fact: usize) -> impl Iterator<Item = usize> + '_ {
        self.sums_to(fact).filter_map(|r| match &r.equation {
            Equation::Sum { parts, .. } => match parts.as_slice() {
                [from, taken] if from.sign > 0 && taken.sign < 0 => Some(from.fact),
                _ => None,
            },
            _ => None,
        })
    }

    /// The sums and differences that make a fact, in the order in which they were stated.
    pub fn sums_to(&self, whole: usize) -> impl Iterator<Item = &Relation> + '_ {
        self.wholes.of(whole).iter().filter_map(|place| self.relations.get(*place))
    }

    /// The rates that a fact was compared by.
    pub fn rates_of(&self, part: usize) -> impl Iterator<Item = &Relation> + '_ {
        self.ratios.of(part).iter().filter_map(|place| self.relations.get(*place))
    }

    /// The wholes that a fact was stated to be a share of.
    pub fn shared_by(&self, part: usize) -> impl Iterator<Item = usize> + '_ {
        self.rates_of(part).filter_map(|r| match &r.equation {
            Equation::Rate { whole, less_one: false, .. } => match whole.as_slice() {
                [whole] => Some(whole.fact),
                _ => None,
            },
            _ => None,
        })
    }
}
