//! The working of two amounts that usage lets be so far apart: 2.60 ÷ 2.00 = 130.00% > 100%.

use super::{Bench, Worked, done};
use crate::number::Decimal;
use crate::number::Exact;
use crate::number::format::{fixed, quotient, round};
use crate::relation::Term;
use crate::report::{Bounds, Working};

impl Bench<'_> {
    pub(super) fn band(&self, part: &[Term], whole: &[Term], least: u32, most: u32) -> Option<Worked> {
        let hundred = Decimal::ONE_HUNDRED;
        let share = quotient(self.values.sum(part)?.times(hundred)?, self.values.sum(whole)?)?;
        let near = if share < Decimal::from(least) { least } else { most };
        let sign = match (share < Decimal::from(least), share > Decimal::from(most)) {
            (true, _) => "<",
            (_, true) => ">",
            _ => "≤",
        };
        let units = self.mixed(&[part, whole]);
        let (above, below) = (self.line(part, units), self.line(whole, units));
        let formula = format!("{above} ÷ {below} = {}% {sign} {near}%", fixed(round(share, 2), 2));
        let mut rows = self.rows(part);
        rows.extend(whole.iter().filter_map(|term| self.row("÷", *term)));
        let exact = |value: Decimal| Bounds { value: fixed(value, 2), least: fixed(value, 2), most: fixed(value, 2) };
        let table = Working {
            rows,
            computed: exact(share),
            stated: exact(Decimal::from(near)),
            gap: fixed(Decimal::from(near).minus(share)?, 2),
            unit: "%".to_owned(),
            allowance: self.allowance.word().to_owned(),
        };
        Some(done(formula, table))
    }
}
