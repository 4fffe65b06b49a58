//! Score tables (评分标准): what points an indicator's value is given.

use crate::number::{Band, Decimal};

/// What points an indicator is given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scoring {
    /// 分值.
    pub full: Decimal,
    /// The table in words, for people.
    pub rule: String,
    /// The table.
    pub table: Table,
}

/// A score table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Table {
    /// Each band its points.
    Bands(Vec<(Band, Decimal)>),
    /// Full points within a band; beyond it points are taken off for every full step, down to none.
    Steps {
        /// Where all points are given.
        within: Band,
        /// How long a step is, in the unit of the value.
        each: Decimal,
        /// What a step costs.
        deduct: Decimal,
    },
    /// The points times the value over this one, never more than all points.
    Proportion(Decimal),
}
