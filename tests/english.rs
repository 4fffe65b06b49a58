//! What the engine says in Chinese is said in English too, as far as it is no quotation.
#![cfg(feature = "web")]
#![allow(clippy::expect_used)]

use gouji::app::answer::Said;
use gouji::catalog::warning::WARNINGS;
use gouji::relation::Reason;
use gouji::report::Report;
use gouji::web::english::said;
use std::fs;
use std::path::Path;

/// Han characters that stand in no quotation and no parenthesis.
fn han(english: &str) -> String {
    let mut depth = 0;
    let mut out = String::new();
    for c in english.chars() {
        match c {
            '“' | '(' => depth += 1,
            '”' | ')' => depth -= 1,
            '\u{4e00}'..='\u{9fff}' if depth == 0 => out.push(c),
            _ => {}
        }
    }
    out
}

fn english<'s>(known: &'s [Said], said: &str) -> Option<&'s str> {
    known.iter().find(|(chinese, _)| chinese == said).map(|(_, [_, english])| english.as_str())
}

/// The sentences of a report that have no English.
fn lacking(report: &Report) -> Vec<String> {
    let known = said(report, Vec::new());
    let mut all: Vec<&str> = Vec::new();
    for finding in &report.findings {
        all.extend([finding.title.as_str(), &finding.remedy, &finding.basis]);
        all.extend(finding.diagnosis.as_ref().map(|diagnosis| diagnosis.text.as_str()));
    }
    all.extend(report.relations.iter().filter_map(|relation| relation.reason.as_deref()));
    all.extend(report.reading.iter().map(|note| note.message.as_str()));
    let is_lacking = |said: &&str| english(&known, said).is_none_or(|english| !han(english).is_empty());
    all.into_iter().filter(is_lacking).map(str::to_owned).collect()
}

#[test]
fn every_warning_has_its_name_its_remedy_and_its_basis() {
    let mut report = gouji::check("总支出3865万元，其中基本支出2000万元，项目支出1685万元。");
    let finding = report.findings.first().expect("a finding").clone();
    report.findings = WARNINGS
        .iter()
        .map(|warning| {
            let mut finding = finding.clone();
            finding.code = warning.code.to_owned();
            (finding.title, finding.basis) = (warning.title.to_owned(), warning.basis.to_owned());
            finding.remedy = warning.remedy.to_owned();
            finding
        })
        .collect();
    let known = said(&report, Vec::new());
    for warning in WARNINGS {
        for sentence in [warning.title, warning.basis, warning.remedy] {
            let english = english(&known, sentence);
            // A unit has no other name where a person is to look for it.
            let is_english = english.is_some_and(|english| han(&english.replace("元 or 万元", "")).is_empty());
            assert!(is_english, "{}: {sentence}: {english:?}", warning.code);
        }
    }
}

#[test]
fn every_reason_is_said_in_english() {
    let mut report = gouji::check("全年完成率98%。");
    let relation = report.relations.first().expect("a relation").clone();
    let all = [
        Reason::NoBase,
        Reason::Ambiguous,
        Reason::Vague,
        Reason::Overflow,
        Reason::Blank,
        Reason::Units,
        Reason::Absent,
        Reason::OneSided,
        Reason::Incomparable,
    ];
    report.relations = all
        .iter()
        .map(|reason| {
            let mut relation = relation.clone();
            relation.reason = Some(reason.words().to_owned());
            relation
        })
        .collect();
    assert_eq!(lacking(&report), Vec::<String>::new());
}

#[test]
fn diagnoses_are_said_in_english() {
    let explained = |text: &str| {
        let report = gouji::check(text);
        assert_eq!(lacking(&report), Vec::<String>::new(), "{text}");
        let diagnosis = report.findings.iter().find_map(|finding| finding.diagnosis.clone()).expect("a diagnosis");
        english(&said(&report, Vec::new()), &diagnosis.text).expect("its English").to_owned()
    };
    assert_eq!(
        explained("总支出3865万元，其中基本支出2000万元，项目支出1685万元。"),
        "If “1685万元” were “1865万元”, or “3865万元” were “3685万元” (two neighbouring digits exchanged), it would hold; see the vouchers"
    );
    let collection = gouji::check(include_str!("reports/market-bureau/input.txt"));
    assert_eq!(lacking(&collection), Vec::<String>::new());
}

/// Whatever the whole reports and the gold texts have engine say.
#[test]
fn nothing_that_is_said_of_whole_reports_stays_chinese() {
    let mut texts = Vec::new();
    collect(Path::new("tests/reports"), &mut texts);
    collect(Path::new("tests/gold"), &mut texts);
    assert!(texts.len() > 5, "{}", texts.len());
    let lacking: Vec<String> = texts.iter().flat_map(|text| lacking(&gouji::check(text))).collect();
    assert_eq!(lacking, Vec::<String>::new());
}

fn collect(folder: &Path, texts: &mut Vec<String>) {
    let mut paths: Vec<_> = fs::read_dir(folder).expect("a folder").filter_map(Result::ok).map(|e| e.path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            collect(&path, texts);
        } else if path.extension().is_some_and(|extension| extension == "txt") {
            texts.extend(fs::read_to_string(&path));
        }
    }
}
