//! Amounts of digests: from the figures of a report, and to what the judge takes.

use crate::number::format::plain;
use crate::number::{Allowance, Decimal, Dimension, Figure, Precision, Unit, power_of_ten};
use crate::relation::Held;
use crate::report::{self, Report};
use crate::summary::Amount;

/// The figures of a report as amounts.
pub(super) struct Amounts<'a> {
    report: &'a Report,
    precision: Precision,
}

impl<'a> Amounts<'a> {
    pub(super) fn new(report: &'a Report) -> Self {
        Self { report, precision: Precision::from_places(report.document.precision.clone()) }
    }

    /// A figure as an amount of an item; none where it is vague or too large.
    pub(super) fn of(&self, id: u32, label: &str, measure: &str) -> Option<Amount> {
        let figure = self.report.figures.get(id as usize)?;
        let number = self.figure(figure)?;
        Some(Amount {
            label: label.to_owned(),
            measure: measure.to_owned(),
            value: figure.value.clone(),
            unit: figure.unit.clone(),
            base_value: figure.base_value.clone(),
            base_unit: figure.base_unit.clone(),
            document_margin: plain(self.precision.half(&number, Allowance::Document)),
            printed_margin: plain(self.precision.half(&number, Allowance::Printed)),
            figure: id,
            place: figure.place.clone(),
        })
    }

    fn figure(&self, figure: &report::Figure) -> Option<Figure> {
        if figure.extent != report::Extent::Plain {
            return None;
        }
        let value: Decimal = figure.value.parse().ok()?;
        let scale = self.scale(figure)?;
        let dimension = if is_money(&figure.base_unit) { Dimension::Money } else { Dimension::Count };
        let unit = Unit { dimension, name: figure.unit.clone(), base: figure.base_unit.clone(), scale };
        Some(Figure { value, unit, places: figure.places, extent: figure.extent, upper: None, is_set: false })
    }

    /// How many base units the printed unit has: of a zero, what it has for other figures of the document.
    fn scale(&self, figure: &report::Figure) -> Option<Decimal> {
        if figure.unit == figure.base_unit {
            return Some(Decimal::ONE);
        }
        let mut same = self.report.figures.iter().filter(|other| other.unit == figure.unit);
        scale_of(figure).or_else(|| same.find_map(scale_of)).or(Some(Decimal::ZERO))
    }
}

/// The power of ten between the number as printed and in the base unit.
fn scale_of(figure: &report::Figure) -> Option<Decimal> {
    let value: Decimal = figure.value.parse().ok()?;
    let base: Decimal = figure.base_value.parse().ok()?;
    let fits = |scale: &Decimal| value.checked_mul(*scale) == Some(base);
    (!value.is_zero()).then(|| (0..=12).map(power_of_ten).find(fits)).flatten()
}

/// Whether a base unit is that of the money of reports.
pub(super) fn is_money(base_unit: &str) -> bool {
    base_unit == "元"
}

/// The value of an amount in its base unit.
pub(super) fn base(amount: &Amount) -> Option<Decimal> {
    amount.base_value.parse().ok()
}

/// An amount as the judge takes it.
pub(super) fn held(amount: &Amount) -> Option<Held> {
    Some(Held {
        value: base(amount)?,
        document: amount.document_margin.parse().ok()?,
        printed: amount.printed_margin.parse().ok()?,
    })
}

/// Whether two amounts are of one item, one measure and one kind; what is stated without a measure is the outturn.
pub(super) fn is_like(a: &Amount, b: &Amount) -> bool {
    fn measure(amount: &Amount) -> &str {
        if amount.measure == "stated" { "outturn" } else { &amount.measure }
    }
    a.label == b.label && a.base_unit == b.base_unit && measure(a) == measure(b)
}
