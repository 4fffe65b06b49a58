//! What a list says of a report at a glance (概况).

use super::{Tally, fingerprint};
use crate::report::Report;
use serde::{Deserialize, Serialize};

/// What a list says of a report before anyone looks at it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gist {
    /// Its findings, counted.
    pub findings: Tally,
    /// Whether nothing in it could be recomputed.
    pub is_blank: bool,
    /// What copies of one text share, and hardly ever others; none before it is known.
    pub fingerprint: Option<u64>,
}

impl Gist {
    /// That of a report.
    #[must_use]
    pub fn of(report: &Report) -> Self {
        let fingerprint = fingerprint(&report.document.text) as u64;
        Self { findings: Tally::of(report), is_blank: report.coverage.is_blank(), fingerprint: Some(fingerprint) }
    }
}
