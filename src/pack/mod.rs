//! Rule packs (规则包): what indicators are defined, where their warning lines are and what scores they are given, as data.
#![doc = include_str!("pack.md")]

mod band;
mod error;
mod field;
mod formula;
mod read;
mod score;

pub use error::{PackError, Trouble};
pub use formula::Formula;
pub use score::{Scoring, Table};

use crate::gather::Gather;
use crate::number::Band;
use crate::report::{self, Confirmation, Direction};
use std::sync::LazyLock;

/// The packs that gouji brings along, the default one first; each is read like a user's own.
pub const BUILT_IN: [(&str, &str); 2] =
    [("national", include_str!("national.json")), ("hunan", include_str!("hunan.json"))];

/// A rule pack (规则包).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pack {
    /// What the report says of it.
    pub about: report::Pack,
    /// The inputs that only this pack knows.
    pub inputs: Vec<Input>,
    /// Its indicators, in order.
    pub indicators: Vec<Definition>,
}

/// An input of formulas: one of the catalog's or one of a pack's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// Its stable key.
    pub key: String,
    /// Its name, as formulas write it.
    pub name: String,
    /// The unit it is usually given in.
    pub unit: String,
}

/// The definition of an indicator (指标定义).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Definition {
    /// `K1` …
    pub code: String,
    /// Its name.
    pub name: String,
    /// Which reading of it.
    pub variant: Option<String>,
    /// How it is computed.
    pub formula: Formula,
    /// The inputs that its formula names, in order.
    pub inputs: Vec<Input>,
    /// `%`, `‰` or `倍`.
    pub unit: String,
    /// Which way is good.
    pub direction: Direction,
    /// The values that ask for no attention, in its unit.
    pub line: Option<Band>,
    /// The regulation it comes from.
    pub basis: String,
    /// Whether it was held against the regulation's own text.
    pub status: Confirmation,
    /// The first year it is of.
    pub since: i32,
    /// The last year it is of.
    pub until: Option<i32>,
    /// What to mind.
    pub note: Option<String>,
    /// What points it is given.
    pub score: Option<Scoring>,
}

impl Pack {
    /// One that gouji brings along.
    #[must_use]
    pub fn built_in(code: &str) -> Option<Self> {
        let (_, text) = BUILT_IN.iter().find(|(name, _)| *name == code)?;
        Self::read(text).ok()
    }

    /// The one in force where the user chose none.
    #[must_use]
    pub fn national() -> &'static Self {
        // Read once: each report of hundreds is checked with it.
        static NATIONAL: LazyLock<Pack> = LazyLock::new(|| Pack::built_in("national").unwrap_or_default());
        &NATIONAL
    }

    /// One of gouji's by its code, or a user's own as JSON.
    ///
    /// # Errors
    /// Where the text is no pack, with the place and what to do.
    pub fn chosen(text: &str) -> Result<Self, PackError> {
        match Self::built_in(text.trim()) {
            Some(pack) => Ok(pack),
            None => Self::read(text),
        }
    }

    /// What the packs that gouji brings along say of themselves.
    #[must_use]
    pub fn available() -> Vec<report::Pack> {
        BUILT_IN.iter().filter_map(|(code, _)| Self::built_in(code)).map(|pack| pack.about).gather()
    }
}

impl Definition {
    /// Whether two define one indicator in one reading.
    fn is_same(&self, other: &Self) -> bool {
        (&self.code, &self.name, &self.variant) == (&other.code, &other.name, &other.variant)
    }

    /// Whether it is of a year; where the year is not known, all are.
    #[must_use]
    pub fn is_of(&self, year: Option<i32>) -> bool {
        year.is_none_or(|year| self.since <= year && self.until.is_none_or(|until| year <= until))
    }
}
