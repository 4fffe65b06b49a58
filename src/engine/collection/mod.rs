//! A collection (汇编): several reports in one document, as departments publish their own and those of their units.
//!
//! The same names stand in each of them for other amounts, so each is checked as the document of its own that it is. What a
//! person states may go from one to the other, and is judged on the document as a whole.

mod bounds;
mod join;

use crate::document::{Document, Format};
use crate::fact::Facts;
use crate::finding::message;
use crate::gather::Gather;
use crate::report::{Claim, Level, ReadingNote, Report};
use crate::rule;
use crate::text::SourceText;
use bounds::{Part, parts};

/// Formats that are tables alone, in which no report begins.
const TABLES: [Format; 4] = [Format::Csv, Format::Xlsx, Format::Xls, Format::Ods];

/// 指标所需数据不全.
const WITHOUT_INPUTS: &str = "W22";

/// Checks the reports of a collection one by one; none where a document is a single one.
pub(super) fn check(document: &Document, claims: &[Claim]) -> Option<Report> {
    let parts = if TABLES.contains(&document.format) { Vec::new() } else { parts(document) };
    if parts.len() < 2 {
        return None;
    }
    let document = &marked(document, &parts);
    let source = &SourceText::new(document.text.as_str());
    let reports = side_by_side(parts.iter().enumerate().gather(), |(at, part)| one(at, part, document, source));
    let numbered = side_by_side(join::numbers(reports), join::numbered);
    let mut whole = join::join(document, numbered);
    let message = message::collection(&parts.iter().map(Part::name).gather());
    whole.reading.insert(0, ReadingNote { level: Level::Info, code: "collection".to_owned(), message, span: None });
    if !claims.is_empty() {
        join::add_claimed(&mut whole, super::claimed(document, claims));
    }
    Some(whole)
}

/// The document with the number of each report as the place of what stands in it, where the format knows no other.
fn marked(document: &Document, parts: &[Part]) -> Document {
    let mut out = document.clone();
    let own = (1..).zip(parts).filter(|(_, part)| document.origin(part.span.start).is_empty());
    out.origins.extend(own.map(|(number, part)| (part.span.start, message::nth_report(number))));
    crate::order::by_key(&mut out.origins, |(from, _)| *from);
    out
}

/// Natively as many at a time as the machine has processors; a browser's worker is one thread.
#[cfg(not(target_arch = "wasm32"))]
fn side_by_side<T: Send, R: Send>(list: Vec<T>, work: impl Fn(T) -> R + Sync + Send) -> Vec<R> {
    use rayon::iter::{IntoParallelIterator, ParallelIterator};
    list.into_par_iter().map(work).collect()
}

#[cfg(target_arch = "wasm32")]
fn side_by_side<T, R>(list: Vec<T>, work: impl Fn(T) -> R) -> Vec<R> {
    list.into_iter().map(work).gather()
}

/// Checks one of the reports. What is said of the whole is said of the first, so that the others lack nothing for indicators.
fn one(at: usize, part: &Part, document: &Document, source: &SourceText) -> Report {
    let own = document.part(part.span);
    let report = if at == 0 {
        super::alone(&own, &[])
    } else {
        let find = |facts: &mut Facts| {
            let mut sink = rule::run(facts);
            sink.notes.retain(|note| note.warning != WITHOUT_INPUTS);
            sink
        };
        super::checked(&own, &[], find, |_, _| {})
    };
    join::placed(report, source.utf16_from_byte(part.span.start), part)
}
