//! Whole reports and what is found in them: `tests/reports/<name>/input.txt` beside `report@<name>.snap`.
//!
//! The snapshot is in words, so that a change of verdicts can be read in review: findings first, then every relation with
//! its working, then the ledger. `cargo insta review`, or `INSTA_UPDATE=always cargo test --test reports`, takes a new one.
#![allow(clippy::unwrap_used, clippy::expect_used)] // a test stops at what is missing

use gouji::report::{Report, Severity};
use std::fmt::Write;
use std::fs;
use std::path::Path;

fn words(report: &Report) -> String {
    let mut out = String::new();
    for finding in &report.findings {
        writeln!(out, "{:?} {} {}", finding.severity, finding.code, finding.message).unwrap();
        if let Some(diagnosis) = &finding.diagnosis {
            writeln!(out, "    {}: {}", diagnosis.kind, diagnosis.text).unwrap();
        }
    }
    writeln!(out).unwrap();
    for r in &report.relations {
        let working = r.reason.as_deref().unwrap_or(&r.formula);
        writeln!(out, "{:?} {} {} {working}", r.verdict, r.rule, r.cue).unwrap();
    }
    let c = &report.coverage;
    writeln!(
        out,
        "\n{} figures: {} verified, {} conflicting, {} single, {} unchecked; {} excluded",
        c.figures, c.verified, c.conflicting, c.single, c.unchecked, c.excluded
    )
    .unwrap();
    out
}

fn reports() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reports");
    let mut out: Vec<(String, String)> = fs::read_dir(folder)
        .expect("tests/reports")
        .filter_map(|entry| {
            let entry = entry.ok()?;
            let text = fs::read_to_string(entry.path().join("input.txt")).ok()?;
            Some((entry.file_name().to_string_lossy().into_owned(), text))
        })
        .collect();
    out.sort();
    out
}

#[test]
fn every_report_reads_as_it_did() {
    let reports = reports();
    assert!(reports.len() >= 2, "{} reports", reports.len());
    for (name, text) in reports {
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path(format!("reports/{name}"));
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.bind(|| insta::assert_snapshot!("findings", words(&gouji::check(&text))));
    }
}

/// The report without a fault raises no error and nothing to ask about; the other raises exactly its two planted faults.
#[test]
fn planted_faults_and_nothing_else() {
    for (name, text) in reports() {
        let report = gouji::check(&text);
        let raised: Vec<&str> =
            report.findings.iter().filter(|f| f.severity != Severity::Note).map(|f| f.message.as_str()).collect();
        let planted: &[&[&str]] = match name.as_str() {
            "market-bureau" => &[&["53.30", "44.00"], &["3865", "3685"]],
            _ => &[],
        };
        assert_eq!(raised.len(), planted.len(), "{name}: {raised:#?}");
        for fault in planted {
            assert!(raised.iter().any(|message| fault.iter().all(|part| message.contains(part))), "{name}: {fault:?}");
        }
    }
}
