//! Any text at all: the check ends without failure, and its places and counts hold.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a broken promise must fail loudly

#[path = "robustness/pieces.rs"]
mod pieces;
#[path = "robustness/sound.rs"]
mod sound;

use gouji::text::LogicalText;
use pieces::PIECES;
use proptest::prelude::*;
use sound::{digits_are_read_once, sound};

fn field_text() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..120).prop_map(|pieces| pieces.concat())
}

#[test]
fn the_empty_text_is_an_empty_report() {
    let report = sound("");
    assert!(report.figures.is_empty() && report.findings.is_empty());
}

#[test]
fn a_number_too_long_to_compute_is_still_accounted_for() {
    for text in [
        "9".repeat(40),
        format!("支出{}万元。", "9".repeat(40)),
        format!("支出{}亿元，占{}%。", "9".repeat(28), "9".repeat(28)),
    ] {
        sound(&text);
        digits_are_read_once(&text);
    }
}

#[test]
fn digits_that_go_on_over_a_page_hold_its_number() {
    sound("- 12 -２．５壹00\n- 12 -\n- 12 -- 12 -\n\n");
}

#[test]
fn a_number_alone_on_its_line_is_accounted_for() {
    let line = "本年支出决算按照规定口径列示并与上年决算逐项比较说明增减变化的原因以及";
    digits_are_read_once(&format!("{line}\n0\n{line}\n7\n{line}\n"));
}

#[test]
fn a_list_mark_of_zero_is_accounted_for() {
    digits_are_read_once("0.");
    digits_are_read_once("0、支出3万元。");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_ends_in_a_sound_report(text in any::<String>()) {
        sound(&text);
        digits_are_read_once(&text);
    }

    #[test]
    fn any_text_of_the_field_ends_in_a_sound_report(text in field_text()) {
        sound(&text);
        digits_are_read_once(&text);
    }

    #[test]
    fn every_digit_of_the_text_is_in_the_logical_text(text in field_text()) {
        let logical = LogicalText::new(&text);
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).count();
        // A page number on a line of its own is no text; it is kept apart, with its place.
        let pages: usize = logical.pages().iter().filter_map(|p| text.get(p.start as usize..p.end as usize)).map(digits).sum();
        let words = logical.words(0..logical.chars().len());
        prop_assert!(digits(words) + pages >= digits(&text), "{text:?} → {words:?}");
    }

    #[test]
    fn the_same_text_gives_the_same_report(text in field_text()) {
        prop_assert_eq!(
            serde_json::to_string(&gouji::check(&text)).expect("a report is plain data"),
            serde_json::to_string(&gouji::check(&text)).expect("a report is plain data")
        );
    }
}
