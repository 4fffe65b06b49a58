//! One report in every format: the same figures, relations and findings. `tests/twins/make.mjs` writes the files.
#![allow(clippy::expect_used, reason = "a test may stop at what cannot be read")]

use gouji::reader::{Limits, Session};
use gouji::report::{Finding, Report, Verdict};
use std::collections::BTreeMap;
use std::path::Path;

fn check(name: &str) -> Report {
    let bytes = std::fs::read(Path::new("tests/twins").join(name)).expect("a twin");
    let document = gouji::read(name, &bytes, &mut Session::new(Limits::default(), &mut |_| true));
    gouji::check_document(&document.expect("a document"))
}

/// The figures in order: number, unit, item.
fn figures(report: &Report) -> Vec<String> {
    report.figures.iter().map(|f| format!("{} {} {:?}", f.base_value, f.base_unit, f.label)).collect()
}

/// Relations with how often each was stated. Which of two cells comes first in a working follows the layout of the file.
fn relations(report: &Report) -> BTreeMap<String, usize> {
    let mut out = BTreeMap::new();
    for relation in &report.relations {
        *out.entry(format!("{} {} {:?}", relation.cue, relation.formula, relation.verdict)).or_default() += 1;
    }
    out
}

/// Findings: code, severity and the numbers that take part.
fn findings(report: &Report) -> Vec<String> {
    let number = |id: &u32| report.figures.get(*id as usize).map_or("", |f| f.value.as_str());
    let numbers = |ids: &[u32]| ids.iter().map(number).collect::<Vec<_>>().join(" ");
    let under = |cause: Option<u32>| if cause.is_some() { "under another: " } else { "" };
    let line = |f: &Finding| format!("{}{:?} {} {}", under(f.cause), f.severity, f.code, numbers(&f.figures));
    let mut out: Vec<String> = report.findings.iter().map(line).collect();
    out.sort();
    out
}

fn same(first: &str, others: &[&str]) {
    let expected = check(first);
    for name in others {
        let got = check(name);
        assert_eq!(figures(&got), figures(&expected), "figures of {name}");
        assert_eq!(relations(&got), relations(&expected), "relations of {name}");
        assert_eq!(findings(&got), findings(&expected), "findings of {name}");
        let tables = |report: &Report| {
            // In a sheet with several tables, rows count from its top.
            let shape = |t: &gouji::report::Table| (t.title.clone(), t.unit.clone(), t.rows - t.header_rows, t.columns);
            report.document.tables.iter().map(shape).collect::<Vec<_>>()
        };
        assert_eq!(tables(&got), tables(&expected), "tables of {name}");
    }
}

#[test]
fn a_report_is_the_same_in_every_format() {
    same("report.txt", &["report-gb18030.txt", "report.html", "report.docx", "report.pdf"]);
}

#[test]
fn tables_are_the_same_in_every_format() {
    same("tables.csv", &["tables.xlsx", "tables.xls", "tables.ods"]);
}

/// What the twins agree on is also right: every planted fault, and no other.
#[test]
fn the_report_says_what_was_planted() {
    let report = check("report.txt");
    assert_eq!(
        findings(&report),
        [
            "Error W01 1412.15 266.25 1680.40",
            "Error W02 3.72 6.00 64.00",
            "Error W37 100.00 101.00",
            "Note W14 3.32",
            "under another: Error W01 560.00 318.60 240.50 101.00 1219.10",
            "under another: Suspect W01 1412.15 266.25 1680.40",
        ]
    );
    let held = |v: Verdict| matches!(v, Verdict::Exact | Verdict::Rounded);
    let count = report.relations.iter().filter(|r| held(r.verdict)).count();
    assert!(count >= 50, "{count} relations hold");
}

#[test]
fn the_tables_say_what_was_planted() {
    assert_eq!(findings(&check("tables.csv")), ["Error W01 560.00 318.60 240.50 101.00 1219.10"]);
}
