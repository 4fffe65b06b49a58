//! Bands of values with open or closed ends, as score tables and warning lines are written.

use super::{Decimal, format::plain};
use std::fmt;

/// A band (区间段): `[80, 90)`. What lies in it, the judge says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Band {
    /// The lower end; none where it is open downwards without end.
    pub least: Option<End>,
    /// The upper end.
    pub most: Option<End>,
}

/// An end of a band.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct End {
    /// Where it is.
    pub value: Decimal,
    /// Whether the value itself belongs to the band.
    pub closed: bool,
}

impl Band {
    /// From a value on upwards.
    #[must_use]
    pub const fn from(value: Decimal) -> Self {
        Self { least: Some(End { value, closed: true }), most: None }
    }

    /// Up to a value.
    #[must_use]
    pub const fn up_to(value: Decimal) -> Self {
        Self { least: None, most: Some(End { value, closed: true }) }
    }

    /// The band as a condition: `≤100%`, `90%～110%`, `>0%`.
    #[must_use]
    pub fn condition(&self, unit: &str) -> String {
        let number = |end: End| [plain(end.value).as_str(), unit].concat();
        match (self.least, self.most) {
            (None, None) => String::new(),
            (None, Some(end)) => [if end.closed { "≤" } else { "<" }, &number(end)].concat(),
            (Some(end), None) => [if end.closed { "≥" } else { ">" }, &number(end)].concat(),
            (Some(least), Some(most)) if least == most => number(least),
            (Some(least), Some(most)) => [&number(least), "～", &number(most)].concat(),
        }
    }
}

impl fmt::Display for Band {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.least {
            Some(end) => write!(f, "{}{}", if end.closed { '[' } else { '(' }, plain(end.value))?,
            None => f.write_str("(-∞")?,
        }
        f.write_str(", ")?;
        match self.most {
            Some(end) => write!(f, "{}{}", plain(end.value), if end.closed { ']' } else { ')' }),
            None => f.write_str("+∞)"),
        }
    }
}
