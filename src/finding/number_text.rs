//! Figures and sums as text, in the units of the document.

use crate::number::format::{fixed, in_units, plain, round, trimmed};
use crate::number::{Decimal, Figure, Unit};

/// A figure as printed, without grouping: `9806.96`.
pub(super) fn printed(figure: &Figure) -> String {
    match figure.upper {
        Some(upper) => format!("{}-{}", fixed(figure.value, figure.places), fixed(upper, figure.places)),
        None => fixed(figure.value, figure.places),
    }
}

/// A figure with its unit.
pub(super) fn with_unit(figure: &Figure) -> String {
    format!("{}{}", printed(figure), figure.unit.name)
}

/// Base units in a printed unit, with at least these places and no more than eight.
pub(super) fn in_unit(base: Decimal, unit: &Unit, places: u32) -> String {
    let Some(value) = in_units(base, unit.scale) else { return plain(base) };
    let exact = if value.scale() > 8 { trimmed(round(value, 8)) } else { value };
    fixed(exact, exact.scale().max(places))
}
