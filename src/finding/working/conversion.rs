//! The working of one amount in two measures: 37.5万亩 ÷ 2.5万公顷 = 15.

use super::{Bench, Worked, done};
use crate::number::Decimal;
use crate::number::Exact;
use crate::number::format::{quotient, round};
use crate::relation::{Term, Verdict};
use crate::report::{Bounds, Working};

impl Bench<'_> {
    /// `37.5万亩 ÷ 2.5万公顷 = 15`: how many of one measure another is, in hundredths.
    pub(super) fn conversion(&self, small: usize, large: usize, hundredths: u32) -> Option<Worked> {
        let (part, whole) = (&[Term::plus(small)], &[Term::plus(large)]);
        let share = quotient(self.values.sum(part)?, self.values.sum(whole)?)?;
        let due = quotient(Decimal::from(hundredths), Decimal::ONE_HUNDRED)?.normalize();
        let (plain, rounded) = (|value: Decimal| value.normalize().to_string(), round(share, 4));
        let found = match (share == due, self.verdict) {
            (true, _) => plain(due),
            (false, Verdict::Inconsistent) => format!("{} ≠ {}", plain(rounded), plain(due)),
            (false, _) => format!("{} ≈ {}", plain(rounded), plain(due)),
        };
        let mut rows = self.rows(part);
        rows.extend(whole.iter().filter_map(|term| self.row("÷", *term)));
        let exact = |value: Decimal| Bounds { value: plain(value), least: plain(value), most: plain(value) };
        let table = Working {
            rows,
            computed: exact(rounded),
            stated: exact(due),
            gap: plain(due.minus(rounded)?),
            unit: String::new(),
            allowance: self.allowance.word().to_owned(),
        };
        Some(done(format!("{} ÷ {} = {found}", self.line(part, true), self.line(whole, true)), table))
    }
}
