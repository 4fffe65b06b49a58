//! The report object as JSON: the keys that every door promises, and what must add up in it.
#![allow(clippy::unwrap_used, clippy::expect_used)] // a test stops at what is missing

use serde_json::Value;
use std::collections::BTreeSet;

fn report() -> Value {
    let text = include_str!("reports/market-bureau/input.txt");
    serde_json::to_value(gouji::check(text)).expect("a report is plain data")
}

fn keys(value: &Value) -> BTreeSet<&str> {
    value.as_object().expect("an object").keys().map(String::as_str).collect()
}

/// Every promised key, by the path to the object that has it; more keys are free.
const PROMISED: &[(&str, &str)] = &[
    ("", "version document reading figures excluded relations findings totals pack inputs indicators coverage"),
    ("/document", "text title organization year format characters paragraphs pages precision tables"),
    (
        "/figures/0",
        "id start end text value unit places baseValue baseUnit extent label role measure period scope status place",
    ),
    ("/excluded/0", "start end text reason"),
    ("/relations/0", "id rule cue kind source operands result formula stated computed gap verdict reason start end"),
    ("/findings/0", "id code severity title message relation figures spans diagnosis"),
    ("/findings/0/diagnosis", "kind text figure"),
    ("/totals/0", "label measure period value unit figure"),
    ("/coverage", "figures verified conflicting single unchecked excluded"),
];

#[test]
fn every_promised_key_is_there() {
    let report = report();
    for (path, promised) in PROMISED {
        let have = keys(report.pointer(path).unwrap_or(&Value::Null));
        for key in promised.split(' ') {
            assert!(have.contains(key), "{path} has no {key}");
        }
    }
    assert_eq!(report["version"], "1");
}

#[test]
fn words_are_of_the_closed_lists() {
    let report = report();
    let one_of = |list: &str, key: &str, words: &[&str]| {
        for item in report[list].as_array().expect("a list") {
            let word = item[key].as_str().expect("a word");
            assert!(words.contains(&word), "{list}.{key}: {word}");
        }
    };
    one_of("figures", "extent", &["plain", "about", "atLeast", "atMost", "range"]);
    one_of("figures", "status", &["verified", "conflicting", "single", "unchecked"]);
    one_of(
        "relations",
        "kind",
        &["sum", "difference", "share", "growth", "ratio", "count", "equal", "bound", "product"],
    );
    one_of("relations", "source", &["asserted", "official", "table", "user"]);
    one_of("relations", "verdict", &["exact", "rounded", "coarse", "inconsistent", "unchecked"]);
    one_of("findings", "severity", &["error", "suspect", "note"]);
}

#[test]
fn ledger_and_references_are_sound() {
    let report = report();
    let count = |key: &str| report["coverage"][key].as_u64().expect("a count");
    assert_eq!(count("figures"), count("verified") + count("conflicting") + count("single") + count("unchecked"));
    let figures = report["figures"].as_array().expect("a list");
    assert_eq!(figures.len() as u64, count("figures"));
    let text: Vec<u16> = report["document"]["text"].as_str().expect("text").encode_utf16().collect();
    for (id, figure) in figures.iter().enumerate() {
        assert_eq!(figure["id"], id as u64);
        let at = |key: &str| usize::try_from(figure[key].as_u64().expect("an offset")).expect("small");
        let slice = String::from_utf16(&text[at("start")..at("end")]).expect("whole characters");
        assert_eq!(figure["text"], slice.as_str());
    }
    let known = |value: &Value| value.as_u64().is_some_and(|id| (id as usize) < figures.len());
    for relation in report["relations"].as_array().expect("a list") {
        assert!(relation["operands"].as_array().expect("a list").iter().all(known), "{relation}");
        assert!(relation["result"].is_null() || known(&relation["result"]), "{relation}");
        assert_eq!(relation["reason"].is_null(), relation["verdict"] != "unchecked", "{relation}");
    }
}
