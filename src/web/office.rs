//! What is made of report objects (导出与汇总): files and summaries; objects come and go as JSON.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsValue;

use super::api::thrown;
use crate::export::{Decided, Format, SummaryFormat};
use crate::report::Report;
use crate::summary::{Grouping, Summary};

/// The code of an error about a value that is no object of this version.
const NOT_A_REPORT: &str = "notReport";

/// The code of an error about the name of a format.
const NOT_A_FORMAT: &str = "notFormat";

/// A file with its report object.
#[derive(Deserialize)]
struct Named {
    name: String,
    report: Report,
}

/// Writes a report as another file; `masked` stars out personal details, `decided` is what a person decided about its findings.
///
/// # Errors
/// Where it is no report object or no list of decisions, or the format has no such name: an `Error` with a `code`.
pub fn export_report(report: &str, format: &str, masked: bool, decided: &str) -> Result<Vec<u8>, JsValue> {
    let report: Report = taken(report)?;
    let decided: Vec<Decided> = taken(decided)?;
    let format = Format::named(format).ok_or_else(|| thrown(NOT_A_FORMAT, format))?;
    crate::export::export_decided(&report, format, masked, &decided)
        .map_err(|error| thrown(NOT_A_REPORT, &error.to_string()))
}

/// Many reports as one table, with what only shows across them.
///
/// # Errors
/// Where one of them is no report object: an `Error` with a `code`.
pub fn aggregate(files: &str, grouping: &str) -> Result<String, JsValue> {
    let files: Vec<Named> = taken(files)?;
    let grouping: Grouping = taken(grouping)?;
    let digests: Vec<_> = files.iter().map(|file| crate::aggregate::digest(&file.report, &file.name)).collect();
    let summary = crate::aggregate::summarize(&digests, &grouping);
    let json = crate::export::export_summary(&summary, SummaryFormat::Json);
    json.ok().and_then(|json| String::from_utf8(json).ok()).ok_or_else(|| thrown(NOT_A_REPORT, ""))
}

/// Writes a summary as another file.
///
/// # Errors
/// Where it is no summary object, or the format has no such name: an `Error` with a `code`.
pub fn export_summary(summary: &str, format: &str) -> Result<Vec<u8>, JsValue> {
    let summary: Summary = taken(summary)?;
    let format = SummaryFormat::named(format).ok_or_else(|| thrown(NOT_A_FORMAT, format))?;
    crate::export::export_summary(&summary, format).map_err(|error| thrown(NOT_A_REPORT, &error.to_string()))
}

fn taken<T: DeserializeOwned>(json: &str) -> Result<T, JsValue> {
    crate::export::from_json(json).map_err(|error| thrown(NOT_A_REPORT, &error))
}
