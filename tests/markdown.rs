//! Markdown read into text and tables.
#![allow(clippy::expect_used, reason = "a test may stop at what cannot be read")]

use gouji::document::{Document, Format};
use gouji::reader::{Limits, Session};

fn read(text: &str) -> Document {
    gouji::read("a.md", text.as_bytes(), &mut Session::new(Limits::default(), &mut |_| true)).expect("a text")
}

fn cells(document: &Document, table: usize) -> Vec<&str> {
    let cells = &document.tables.get(table).expect("a table").cells;
    let words = |start: u32, end: u32| document.text.get(start as usize..end as usize).expect("a span");
    cells.iter().map(|c| words(c.span.start, c.span.end)).collect()
}

#[test]
fn headings_lists_and_emphasis_become_the_text_they_show() {
    let got = read(
        "# 自评报告\n\n## 一、收支\n全年支出**12**万元，\n其中*基本*支出7万元。\n\n3. 项目甲2万元\n4. 项目乙3万元\n   - 子项1万元\n\n- 其他\n\n> 引文\\*\n",
    );
    assert_eq!(got.format, Format::Markdown);
    assert_eq!(
        got.text,
        "自评报告\n一、收支\n全年支出12万元，\n其中基本支出7万元。\n3. 项目甲2万元\n4. 项目乙3万元\n子项1万元\n其他\n引文*\n"
    );
}

#[test]
fn tables_become_tables_with_their_header() {
    let got = read("单位：万元\n\n| 项目 | 预算 |\n|---|---:|\n| 办公费 | 3.00 |\n| 差旅费 |  |\n\n合计见附件。\n");
    assert_eq!(cells(&got, 0), ["项目", "预算", "办公费", "3.00", "差旅费"]);
    let table = got.tables.first().expect("a table");
    assert_eq!((table.header_rows, table.rows, table.columns), (1, 3, 2));
    assert!(got.text.ends_with("合计见附件。\n"), "{}", got.text);
}

#[test]
fn tables_of_tabs_beside_one_of_bars_are_tables() {
    let got = read(
        "| 项目 | 预算 |\n|---|---|\n| 办公费 | 3.00 |\n\n单位：万元\n\t上年\t本年\n甲镇\t3.00\t4.00\n乙镇\t5.00\n见附件。\n",
    );
    assert_eq!(got.tables.len(), 2);
    assert_eq!(cells(&got, 1), ["上年", "本年", "甲镇", "3.00", "4.00", "乙镇", "5.00"]);
    let table = got.tables.get(1).expect("a table");
    assert_eq!((table.header_rows, table.rows, table.columns), (1, 3, 3));
    assert!(got.text.ends_with("见附件。\n"), "{}", got.text);
}

#[test]
fn words_right_below_a_table_are_no_row_of_it() {
    let got = read(
        "| 项目 | 预算 |\n|---|---:|\n| 办公费 | 3.00 |\n1.办公费3.00万元。\n（二）其他。\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n完。\n",
    );
    assert_eq!(cells(&got, 0), ["项目", "预算", "办公费", "3.00"]);
    assert_eq!(cells(&got, 1), ["甲", "乙", "1", "2"]);
    assert!(got.text.contains("1.办公费3.00万元。\n（二）其他。\n") && got.text.ends_with("完。\n"), "{}", got.text);
}

#[test]
fn paragraphs_that_one_break_ends_are_paragraphs() {
    let text = "# 自评报告\n\n## 收支\n二、人员\n在职41人。\n三、支出\n全年支出\n12万元。\n";
    let document = read(text);
    let report = gouji::check_document(&document);
    let places: Vec<_> = report.figures.iter().map(|f| (f.text.as_str(), f.place.as_str())).collect();
    assert_eq!(places, [("41人", "二 第1句"), ("12万元", "三 第1句")]);
}

#[test]
fn tables_in_html_are_kept() {
    let got = read("# 表\n\n## 一\n\n<table><tr><td>甲<td>1</tr>\n<tr><td>乙<td>2</tr></table>\n\n完。\n");
    assert_eq!(cells(&got, 0), ["甲", "1", "乙", "2"]);
    assert!(got.text.ends_with("完。\n"), "{}", got.text);
}

#[test]
fn a_text_with_a_stray_sign_stays_a_text() {
    for text in ["# 备注\n1*2*3\n", "a | b\n1 | 2\n", "1. 甲\n1. 乙\n", "--- | ---\n"] {
        let got = read(text);
        assert_eq!((got.format, got.text.as_str()), (Format::Text, text));
    }
}

#[test]
fn tabs_in_code_make_no_table() {
    let got = read("# 甲\n\n# 乙\n\n```\n收入\t1\n支出\t2\n```\n");
    assert!(got.tables.is_empty() && got.text.contains("收入\t1\n支出\t2\n"), "{}", got.text);
}

#[test]
fn code_is_kept_line_by_line() {
    let got = read("# 甲\n\n# 乙\n\n```\n收入 1\n支出 2\n```\n");
    assert_eq!(got.text, "甲\n乙\n收入 1\n支出 2\n");
}
