//! Any text at all: the check ends without failure, and its places and counts hold.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a broken promise must fail loudly

use gouji::report::Report;
use gouji::text::LogicalText;
use gouji::token::scan;
use proptest::prelude::*;

/// Pieces that texts of this field are made of, and some that they are not.
const PIECES: &[&str] = &[
    "0",
    "1",
    "2",
    "3",
    "5",
    "9",
    "12",
    "2021",
    "2020",
    "100",
    "0.5",
    "36.6",
    "1,234",
    "000123",
    "１",
    "２．５",
    "，",
    "。",
    "；",
    "：",
    "、",
    "（",
    "）",
    "“",
    "”",
    "〔",
    "〕",
    "【",
    "《",
    "-",
    "—",
    "~",
    "/",
    ".",
    ",",
    "·",
    "*",
    "+",
    "%",
    "％",
    "‰",
    "≥",
    "△",
    " ",
    "　",
    "\t",
    "\n",
    "\r\n",
    "\n\n",
    "\u{feff}",
    "\u{200b}",
    "万",
    "亿",
    "千",
    "百",
    "十",
    "万元",
    "亿元",
    "元",
    "元/人",
    "万人次",
    "个",
    "个月",
    "个百分点",
    "件",
    "台",
    "套",
    "家",
    "人",
    "kg",
    "m2",
    "年",
    "年度",
    "月",
    "日",
    "号",
    "时",
    "点",
    "级",
    "第",
    "条",
    "倍",
    "成",
    "余",
    "多",
    "近",
    "约",
    "不少于",
    "以上",
    "左右",
    "一",
    "二",
    "三",
    "十二",
    "百分之",
    "三分之",
    "两",
    "壹",
    "拾",
    "贰",
    "〇",
    "O",
    "几",
    "数",
    "V",
    "ISO",
    "GB/T",
    "www.",
    "@",
    "QQ",
    "☎",
    "①",
    "⑳",
    "😀",
    "𠀀",
    "é",
    "收入",
    "支出",
    "总支出",
    "基本支出",
    "项目支出",
    "预算",
    "决算",
    "年初",
    "年末",
    "结转",
    "其中",
    "包括",
    "分别为",
    "合计",
    "共计",
    "占",
    "占比",
    "同比增长",
    "下降",
    "增加",
    "较上年",
    "完成率",
    "执行率",
    "为",
    "的",
    "是",
    "由",
    "到",
    "至",
    "比",
    "第一部分",
    "一、",
    "（一）",
    "1.",
    "1、",
    "（1）",
    "##",
    "- 12 -",
    "附件",
    "热线",
    "邮编",
    "⟦",
    "⟧",
];

fn field_text() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..120).prop_map(|pieces| pieces.concat())
}

/// The text between two UTF-16 offsets, as JavaScript slices it.
fn slice_utf16(text: &str, start: u32, end: u32) -> String {
    let units: Vec<u16> = text.encode_utf16().collect();
    String::from_utf16(&units[start as usize..end as usize]).expect("offsets lie on character boundaries")
}

fn sound(text: &str) -> Report {
    let report = gouji::check(text);
    for figure in &report.figures {
        assert_eq!(figure.text, slice_utf16(text, figure.start, figure.end), "figure in {text:?}");
        assert!(figure.start < figure.end);
    }
    for excluded in &report.excluded {
        assert_eq!(excluded.text, slice_utf16(text, excluded.start, excluded.end), "exclusion in {text:?}");
    }
    for relation in &report.relations {
        slice_utf16(text, relation.start, relation.end);
        let known = |id: &u32| (*id as usize) < report.figures.len();
        assert!(
            relation.operands.iter().all(known) && relation.result.iter().all(known),
            "figures of a relation in {text:?}"
        );
    }
    for (start, end) in report.findings.iter().flat_map(|f| &f.spans) {
        slice_utf16(text, *start, *end);
    }
    let coverage = &report.coverage;
    assert_eq!(coverage.figures, report.figures.len());
    assert_eq!(coverage.excluded, report.excluded.len());
    assert_eq!(
        coverage.verified + coverage.conflicting + coverage.single + coverage.unchecked,
        coverage.figures,
        "coverage adds up in {text:?}"
    );
    digits_are_accounted_for(text, &report);
    report
}

/// Every digit of the original stands in exactly one figure or exclusion of the report, page numbers included.
fn digits_are_accounted_for(text: &str, report: &Report) {
    let figures = report.figures.iter().map(|f| (f.start, f.end));
    let mut spans: Vec<(u32, u32)> = figures.chain(report.excluded.iter().map(|e| (e.start, e.end))).collect();
    spans.sort_unstable();
    assert!(spans.windows(2).all(|pair| pair[0].1 <= pair[1].0), "figures and exclusions overlap in {text:?}");
    for (at, _) in text.encode_utf16().enumerate().filter(|(_, unit)| (0x30..0x3a).contains(unit)) {
        let behind = spans.partition_point(|(start, _)| (*start as usize) <= at);
        let holder = behind.checked_sub(1).and_then(|i| spans.get(i));
        assert!(holder.is_some_and(|(_, end)| at < *end as usize), "the digit at {at} of {text:?} is lost");
    }
}

/// How many tokens hold each digit of the logical text.
fn digits_are_read_once(text: &str) {
    let logical = LogicalText::new(text);
    let tokens = scan(&logical);
    for pair in tokens.windows(2) {
        assert!(pair[0].range.end <= pair[1].range.start, "tokens {:?} and {:?} overlap in {text:?}", pair[0], pair[1]);
    }
    for (at, c) in logical.chars().iter().enumerate().filter(|(_, c)| c.is_ascii_digit()) {
        let holders = tokens.iter().filter(|t| t.range.contains(&at)).count();
        assert_eq!(holders, 1, "digit {c} at {at} of {:?}", logical.words(0..logical.chars().len()));
    }
}

/// The digits of the text that are not in a page number on a line of its own, which is no text.
fn digits_of_text(text: &str) -> usize {
    let dash = |c: char| matches!(c, '-' | '—' | '–' | '－');
    let page_number = |line: &&str| {
        let bare = line.trim().trim_matches(|c: char| dash(c) || c.is_whitespace());
        let line = line.trim();
        line.starts_with(dash) && line.ends_with(dash) && !bare.is_empty() && bare.chars().all(|c| c.is_ascii_digit())
    };
    let lines = text.split('\n').filter(|line| !page_number(line));
    lines.flat_map(str::chars).filter(char::is_ascii_digit).count()
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
        let folded = logical.chars().iter().filter(|c| c.is_ascii_digit()).count();
        prop_assert!(folded >= digits_of_text(&text), "{text:?} → {:?}", logical.words(0..logical.chars().len()));
    }

    #[test]
    fn the_same_text_gives_the_same_report(text in field_text()) {
        prop_assert_eq!(
            serde_json::to_string(&gouji::check(&text)).expect("a report is plain data"),
            serde_json::to_string(&gouji::check(&text)).expect("a report is plain data")
        );
    }
}
