//! Document precision (文档精度): how finely a document prints its amounts.

use super::Exact;
use super::{Decimal, Figure, half_of_place};
use crate::gather::SortedMap;
use std::collections::BTreeMap;

/// How much each figure may be off when a relation is judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Allowance {
    /// Not at all.
    Exact,
    /// Half a unit of the finer of its own last place and the document's place.
    Document,
    /// Half a unit of its own last place.
    Printed,
}

impl Allowance {
    /// The stable word for the report.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Document => "document",
            Self::Printed => "printed",
        }
    }
}

/// For each printed unit, the finest place that at least 60 % of its amounts use.
///
/// Offices drop trailing zeros, so a whole number among two-place amounts is exact, not rounded to the unit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Precision {
    places: BTreeMap<String, u32>,
}

impl Precision {
    /// Counts the places of all figures, unit by unit.
    #[must_use]
    pub fn of<'a>(figures: impl Iterator<Item = &'a Figure>) -> Self {
        let mut counts: SortedMap<&str, Vec<u32>> = SortedMap::new();
        let mut figures = figures.filter(|f| f.is_plain() && !f.value.is_zero()).peekable();
        while let Some(figure) = figures.next() {
            let places = counts.entry(&figure.unit.name).or_default();
            places.push(figure.places);
            // Neighbours mostly have one unit.
            while let Some(next) = figures.next_if(|next| next.unit.name == figure.unit.name) {
                places.push(next.places);
            }
        }
        let place = |(unit, list): (&str, Vec<u32>)| {
            let finest = *list.iter().max()?;
            let place = (0..=finest)
                .rev()
                .find(|p| list.iter().filter(|q| *q >= p).count() * 10 >= list.len() * 6)
                .unwrap_or(0);
            Some((unit.to_owned(), place))
        };
        // The report's map is a standard one; made of all of them at once, it would sort them in a sort of its own.
        let mut places = BTreeMap::new();
        places.extend(counts.into_iter().filter_map(place));
        Self { places }
    }

    /// As a report says it.
    #[must_use]
    pub const fn from_places(places: BTreeMap<String, u32>) -> Self {
        Self { places }
    }

    /// Unit by unit, for the report.
    #[must_use]
    pub fn places(&self) -> &BTreeMap<String, u32> {
        &self.places
    }

    /// How far a figure may be off, in base units.
    #[must_use]
    pub fn half(&self, figure: &Figure, allowance: Allowance) -> Decimal {
        let printed = figure.printed_half();
        match allowance {
            Allowance::Exact => Decimal::ZERO,
            // 0万元 says that there is nothing, not that there is less than half of one.
            Allowance::Printed if !figure.value.is_zero() => printed,
            // What is counted is off by nothing, whatever else the document prints.
            Allowance::Printed | Allowance::Document if printed.is_zero() => printed,
            Allowance::Printed | Allowance::Document => match self.places.get(&figure.unit.name) {
                Some(places) if *places > figure.places => {
                    half_of_place(*places).times(figure.unit.scale).unwrap_or(printed)
                }
                _ => printed,
            },
        }
    }

    /// Whether a figure is printed more coarsely than its document.
    #[must_use]
    pub fn is_coarse(&self, figure: &Figure) -> bool {
        self.places.get(&figure.unit.name).is_some_and(|places| figure.places < *places)
    }
}
