//! The nine public forms of one unit, as offices keep them: consistent, nothing is found in them; with twelve planted faults,
//! exactly these twelve are found, each at its cells. Where the forms have no title, the names of their sheets tell them. `tests/forms/make.mjs` writes the files.
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test may stop at what cannot be read")]

use gouji::reader::{Limits, Session};
use gouji::report::{Finding, Report, Verdict};
use std::collections::BTreeSet;
use std::path::Path;

fn check(name: &str) -> Report {
    let bytes = std::fs::read(Path::new("tests/forms").join(name)).expect("a set of forms");
    let document = gouji::read(name, &bytes, &mut Session::new(Limits::default(), &mut |_| true));
    gouji::check_document(&document.expect("a document"))
}

/// The places of the figures that take part in a finding.
fn places<'a>(report: &'a Report, finding: &Finding) -> Vec<&'a str> {
    let place = |id: &u32| report.figures[*id as usize].place.as_str();
    finding.figures.iter().map(place).collect()
}

/// The identities whose relations fail.
fn failing(report: &Report) -> BTreeSet<&str> {
    let wrong = |r: &&gouji::report::Relation| r.verdict == Verdict::Inconsistent;
    report.relations.iter().filter(wrong).map(|r| r.cue.as_str()).collect()
}

/// A planted fault: the warning, the identity whose relation is shown, the cell in the workbook and in the document, and whether
/// the figure there is named as the likely cause.
const FAULTS: [(&str, &str, &str, &str, bool); 12] = [
    ("W01", "J01", "公开01表!C11", "表1 第7行第3列", true),
    ("W01", "J02", "公开01表!C17", "表1 第13行第3列", true),
    ("W01", "J03", "公开01表!F16", "表1 第12行第6列", true),
    ("W01", "J05", "公开02表!F11", "表2 第7行第6列", true),
    ("W01", "J06", "公开03表!D18", "表3 第14行第4列", true),
    ("W01", "J07", "公开04表!B8", "表4 第4行第2列", true),
    ("W07", "J08", "公开04表!E13", "表4 第9行第5列", true),
    ("W01", "J11", "公开06表!C10", "表6 第6行第3列", true),
    ("W38", "J15", "公开06表!F15", "表6 第11行第6列", false),
    ("W07", "J12", "公开07表!C7", "表7 第3行第3列", true),
    ("W10", "J14", "公开09表!J8", "表9 第4行第10列", true),
    ("W39", "", "公开06表!F14", "表6 第10行第6列", false),
];

fn holds(name: &str) {
    let report = check(name);
    let found: Vec<&str> = report.findings.iter().map(|f| f.message.as_str()).collect();
    assert!(found.is_empty(), "{name}: {found:#?}");
    // Every identity of the forms was looked at, not passed over.
    let held: BTreeSet<&str> =
        report.relations.iter().filter(|r| r.verdict == Verdict::Exact).map(|r| r.cue.as_str()).collect();
    for identity in (1..=16).map(|n| format!("J{n:02}")) {
        assert!(held.contains(identity.as_str()), "{name}: {identity} was not checked");
    }
}

fn fails(name: &str, is_workbook: bool) {
    let report = check(name);
    let shown: Vec<String> =
        report.findings.iter().map(|f| format!("{} {} {:?}", f.code, f.message, places(&report, f))).collect();
    let leads = report.findings.iter().filter(|f| f.cause.is_none());
    assert_eq!(leads.count(), FAULTS.len(), "{name}: {shown:#?}");
    for (code, identity, cell, place, is_blamed) in FAULTS {
        let place = if is_workbook { cell } else { place };
        let at = |f: &&Finding| {
            let cue = f.relation.map_or("", |r| report.relations[r as usize].cue.as_str());
            f.code == code && cue == identity && places(&report, f).contains(&place)
        };
        // What else follows from the fault hangs under it, or it under that.
        let found: BTreeSet<u32> = report.findings.iter().filter(at).map(|f| f.cause.unwrap_or(f.id)).collect();
        assert_eq!(found.len(), 1, "{name}: {code} {identity} at {place} in {shown:#?}");
        let lead = report.findings.iter().find(|f| found.contains(&f.id)).expect("a finding of this number");
        let blamed = lead.diagnosis.as_ref().and_then(|d| d.figure).map(|id| &report.figures[id as usize].place);
        assert!(!is_blamed || blamed.is_some_and(|b| b == place), "{name}: {place} is not blamed, but {blamed:?}");
    }
    let planted: BTreeSet<&str> = FAULTS.iter().map(|f| f.1).filter(|cue| !cue.is_empty()).collect();
    assert!(failing(&report).is_superset(&planted), "{name}: {:?}", failing(&report));
}

#[test]
fn a_consistent_workbook_has_no_finding() {
    holds("consistent.xlsx");
}

#[test]
fn a_consistent_document_has_no_finding() {
    holds("consistent.docx");
}

#[test]
fn a_workbook_shows_every_planted_fault_and_no_other() {
    fails("faulty.xlsx", true);
}

#[test]
fn a_document_shows_every_planted_fault_and_no_other() {
    fails("faulty.docx", false);
}

const SHEETS: [&str; 3] = ["xlsx", "xls", "ods"];

#[test]
fn forms_named_by_their_sheets_alone_have_no_finding() {
    SHEETS.iter().for_each(|ending| holds(&format!("consistent-sheets.{ending}")));
}

#[test]
fn forms_named_by_their_sheets_alone_show_the_same_faults() {
    let told = |name: &str| -> Vec<(String, String, String)> {
        let report = check(name);
        let cue = |f: &Finding| f.relation.map_or(String::new(), |r| report.relations[r as usize].cue.clone());
        // Sheets and rows have other names there.
        let words = |f: &Finding| f.message.split('（').next().unwrap_or_default().to_owned();
        report.findings.iter().map(|f| (f.code.clone(), cue(f), words(f))).collect()
    };
    let titled = told("faulty.xlsx");
    for ending in SHEETS {
        assert_eq!(told(&format!("faulty-sheets.{ending}")), titled, "{ending}");
    }
}
