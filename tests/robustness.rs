//! Any text at all: the check ends without failure, and its places and counts hold.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a broken promise must fail loudly

#[path = "robustness/pieces.rs"]
mod pieces;
#[path = "robustness/sound.rs"]
mod sound;

use gouji::relation::Reason;
use gouji::text::LogicalText;
use pieces::PIECES;
use proptest::prelude::*;
use sound::{digits_are_read_once, numbers_are_read_whole, sound};

/// Numbers written in every way, next to each other and to units.
fn numbers() -> impl Strategy<Value = String> {
    const PARTS: &[&str] = &[
        "1",
        "5",
        "12",
        "345",
        "2000",
        "1.5",
        "0",
        " ",
        ".",
        "-",
        "百",
        "千",
        "万",
        "亿",
        "零",
        "一",
        "三",
        "十",
        "五百",
        "二千",
        "点",
        "多",
        "元",
        "万元",
        "人",
        "个百分点",
        "%",
        "支出",
        "增长",
        "，",
    ];
    prop::collection::vec(prop::sample::select(PARTS), 0..24).prop_map(|parts| parts.concat())
}

/// The greatest number that can be computed with.
const MOST: &str = "79228162514264337593543950335";

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
        format!("收入100万元，比上年的50万元增长{MOST}%。"),
        format!("基本支出1万元，占总支出2万元的{MOST}%。"),
        format!("总支出{MOST}元，其中：基本支出{MOST}元，项目支出{MOST}元。"),
        format!("收入{MOST}亿元，比上年的50万元增长12%，完成预算{MOST}亿元的{MOST}%。"),
    ] {
        sound(&text);
        digits_are_read_once(&text);
    }
}

#[test]
fn what_is_too_large_to_compute_says_so() {
    let report = sound("收入79228162514264337593543.95亿元，比上年的50万元增长12%。");
    let relation = report.relations.first().expect("a relation");
    assert_eq!(relation.reason.as_deref(), Some(Reason::Overflow.words()));
    assert!(!relation.formula.contains("基数为零"), "{}", relation.formula);
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
    fn a_number_is_read_whole_or_not_at_all(text in numbers()) {
        sound(&text);
        digits_are_read_once(&text);
        numbers_are_read_whole(&text);
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
