//! Many reports as one table (汇总): report → digest, digests → summary.
//!
//! [`digest`] keeps of a checked document what a summary can need; [`summarize`] groups digests into departments, fills the table,
//! and states the relations that only show across documents. Whether these hold is for the judge alone, by intervals; no finding
//! says who is right. Pure like the check itself, and without failure: what cannot be told apart or computed is left out and said.

mod amount;
mod check;
mod column;
mod digest;
mod group;
mod median;
mod table;

pub use digest::digest;

use crate::gather::Gather;
use crate::summary::{Column, Digest, Grouping, Member, Row, Summary, VERSION};
use std::borrow::Borrow;

/// The table of many documents, with its checks.
#[must_use]
pub fn summarize<D: Borrow<Digest>>(digests: &[D], grouping: &Grouping) -> Summary {
    let digests: Vec<&Digest> = digests.iter().map(Borrow::borrow).gather();
    Filled::of(&digests, grouping).checked(&digests)
}

/// The table of many documents before its checks: a page that makes a long summary does the two in a task each.
#[derive(Debug)]
pub struct Filled {
    departments: Vec<group::Department>,
    members: Vec<Member>,
    columns: Vec<Column>,
    rows: Vec<Row>,
    unit: table::Shown,
}

impl Filled {
    /// Groups documents and fills the table.
    #[must_use]
    pub fn of(digests: &[&Digest], grouping: &Grouping) -> Self {
        let group::Groups { departments, members } = group::departments(digests, grouping);
        let unit = table::Shown::of(grouping);
        let (columns, rows) = table::fill(digests, &departments, unit);
        Self { departments, members, columns, rows, unit }
    }

    /// Checks what the same documents state across each other.
    #[must_use]
    pub fn checked(self, digests: &[&Digest]) -> Summary {
        let Self { departments, members, columns, rows, unit } = self;
        let (checks, findings) = check::run(digests, &departments, &columns, &rows, unit);
        Summary {
            version: VERSION.to_owned(),
            unit: unit.name().to_owned(),
            columns,
            rows,
            files: members,
            checks,
            findings,
            pack: None,
        }
    }
}
