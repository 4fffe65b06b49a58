//! A number with its unit, as printed.

use super::Exact;
use super::format::trimmed;
use super::{Decimal, Interval, Unit, half_of_place, of_place, power_of_ten};
pub use crate::report::Extent;

/// A figure (数据): exact value, unit, and the places it was printed with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The number as printed, in the printed unit.
    pub value: Decimal,
    /// Its unit.
    pub unit: Unit,
    /// Decimal places as printed; kept, because arithmetic changes the scale of a decimal.
    pub places: u32,
    /// Exact as printed, or vague.
    pub extent: Extent,
    /// The upper end of a range, in the printed unit.
    pub upper: Option<Decimal>,
    /// Whether a rule sets it (定额), so that nothing is rounded: 每生每天5元 is five yuan and no fen more.
    pub is_set: bool,
}

impl Figure {
    /// The value in the base unit; `None` on overflow.
    #[must_use]
    pub fn base(&self) -> Option<Decimal> {
        self.value.times(self.unit.scale)
    }

    /// The figure with its point so many places further right, and with it the last place it is printed to, as far as there are places behind the
    /// point; `None` on overflow.
    #[must_use]
    pub fn moved(&self, places: i32) -> Option<Self> {
        let value = self.value.times(power_of_ten(places))?;
        let printed = i32::try_from(self.places).ok()?.saturating_sub(places);
        Some(Self { value, places: u32::try_from(printed).unwrap_or_default(), ..self.clone() })
    }

    /// Half a unit of the last printed place, in base units; 0 for whole counts and for what a rule sets.
    #[must_use]
    pub fn printed_half(&self) -> Decimal {
        if self.is_set || self.unit.is_counted() && self.places == 0 {
            return Decimal::ZERO;
        }
        half_of_place(self.places).times(self.unit.scale).unwrap_or_default()
    }

    /// One unit of the last printed place, in base units.
    #[must_use]
    pub fn printed_unit(&self) -> Decimal {
        of_place(1, self.places).times(self.unit.scale).unwrap_or_default()
    }

    /// What the figure stands for as one that was measured: half a unit of its last printed place off, whole counts too.
    #[must_use]
    pub fn measured(&self) -> Option<Interval> {
        self.interval(self.printed_unit().times(Decimal::new(5, 1))?)
    }

    /// What the figure stands for when each side of it may be off by `half` base units.
    #[must_use]
    pub fn interval(&self, half: Decimal) -> Option<Interval> {
        let base = self.base()?;
        let (low, high) = match self.extent {
            Extent::Plain => (base.minus(half)?, base.plus(half)?),
            // 余、多、约 can mean as much as a tenth.
            Extent::About => {
                let slack = base.abs().times(Decimal::new(1, 1))?;
                (base.minus(slack)?, base.plus(slack)?)
            }
            Extent::AtLeast => (base, base.times(Decimal::from(1000))?.max(base)),
            Extent::AtMost => (Decimal::ZERO.min(base), base),
            Extent::Range => (base, self.upper?.times(self.unit.scale)?),
        };
        Some(Interval::new(low, high))
    }

    /// Whether the figure is exact as printed.
    #[must_use]
    #[inline]
    pub fn is_plain(&self) -> bool {
        self.extent == Extent::Plain
    }

    /// The value as a number of things, where it is a whole one.
    #[must_use]
    pub fn whole(&self) -> Option<u32> {
        let value = trimmed(self.value);
        u32::try_from(value.mantissa()).ok().filter(|_| value.scale() == 0)
    }

    /// Significant digits printed, leading and trailing zeros left out: how unlikely a coincidence is.
    #[must_use]
    pub fn digits(&self) -> u32 {
        let mantissa = trimmed(self.value).mantissa().unsigned_abs();
        // Hardly a number has more digits than fit one word.
        let log = u64::try_from(mantissa).map_or_else(|_| mantissa.checked_ilog10(), u64::checked_ilog10);
        log.map_or(0, |log| log + 1)
    }
}
