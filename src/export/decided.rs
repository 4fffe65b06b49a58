//! What a person decided about findings (处理意见), as exports tell of it.

use crate::gather::Gather;
use serde::Deserialize;

use super::cell::Cell;
use super::words;
use crate::report::Report;

/// What a person decided about a finding of a report.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Decided {
    /// The number of the finding.
    pub finding: u32,
    /// What was decided.
    pub kind: Kind,
    /// Why, in the person's words.
    #[serde(default)]
    pub reason: String,
}

/// What was decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Kind {
    /// 忽略此处.
    Dismissed,
    /// 确认有误.
    Confirmed,
}

/// What was decided about a finding, with the reason; empty where nothing was.
pub(super) fn state(decided: &[Decided], finding: u32) -> String {
    let Some(decided) = decided.iter().find(|decided| decided.finding == finding) else { return String::new() };
    let name = words::decided(decided.kind);
    if decided.reason.is_empty() { name.to_owned() } else { [name, "：", &decided.reason].concat() }
}

/// How many findings are open yet, and how many were decided in which way; nothing where none was.
pub(super) fn counts(report: &Report, decided: &[Decided]) -> Vec<Vec<Cell>> {
    let of = |kind: Option<Kind>| {
        let kind_of = |id: u32| decided.iter().find(|decided| decided.finding == id).map(|decided| decided.kind);
        report.findings.iter().filter(|finding| kind_of(finding.id) == kind).count()
    };
    let open = of(None);
    if open == report.findings.len() {
        return Vec::new();
    }
    let row = |name: &str, count: usize| vec![Cell::text(name), Cell::count(count)];
    let kinds = [Kind::Dismissed, Kind::Confirmed].map(|kind| row(words::decided(kind), of(Some(kind))));
    [row(words::OPEN, open)].into_iter().chain(kinds).gather()
}
