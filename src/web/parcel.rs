//! A report on its way to the page (报告包裹): what is drawn of it, and the rest sealed.

use serde::{Deserialize, Serialize};

use super::english;
use super::job::{pack, unpack};
use crate::app::answer::Said;
use crate::report::{
    Coverage, Document, Excluded, Figure, Finding, Indicator, IndicatorInput, Level, Pack, ReadingNote, Relation,
    Report, Total,
};

/// A report on its way to the page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Parcel {
    version: String,
    document: Document,
    /// The notes leave out what they lack, which a form without names cannot.
    reading: Vec<Note>,
    figures: Vec<Figure>,
    excluded: Vec<Excluded>,
    relations: Vec<Relation>,
    findings: Vec<Finding>,
    /// What it says in both languages.
    said: Vec<Said>,
    totals: Vec<Total>,
    coverage: Coverage,
    #[serde(with = "serde_bytes")]
    rest: Vec<u8>,
}

/// A reading note on its way: level, code, message, place.
type Note = (Level, String, String, Option<(u32, u32)>);

/// What the page does not draw: indicators, what they are computed from, the pack in force.
type Rest = (Vec<Indicator>, Vec<IndicatorInput>, Pack);

impl Parcel {
    /// Wraps the report of a document, with what its reader said in both languages.
    ///
    /// # Errors
    /// Never with a report; the signature is the encoder's.
    pub fn of(report: Report, reader: Vec<Said>) -> Result<Self, String> {
        let note = |note: ReadingNote| (note.level, note.code, note.message, note.span);
        Ok(Self {
            said: english::said(&report, reader),
            version: report.version,
            document: report.document,
            reading: report.reading.into_iter().map(note).collect(),
            figures: report.figures,
            excluded: report.excluded,
            relations: report.relations,
            findings: report.findings,
            totals: report.totals,
            coverage: report.coverage,
            rest: pack(&(report.indicators, report.inputs, report.pack))?,
        })
    }

    /// The report as far as the page draws it, and what it says in both languages.
    #[must_use]
    pub fn drawn(self) -> (Report, Vec<Said>) {
        let note = |(level, code, message, span)| ReadingNote { level, code, message, span };
        let report = Report {
            version: self.version,
            document: self.document,
            reading: self.reading.into_iter().map(note).collect(),
            figures: self.figures,
            excluded: self.excluded,
            relations: self.relations,
            findings: self.findings,
            totals: self.totals,
            coverage: self.coverage,
            ..Report::default()
        };
        (report, self.said)
    }

    /// The whole report.
    ///
    /// # Errors
    /// Where the sealed part does not come from the same build.
    pub fn whole(self) -> Result<Report, String> {
        let (indicators, inputs, pack): Rest = unpack(&self.rest)?;
        Ok(Report { indicators, inputs, pack, ..self.drawn().0 })
    }
}
