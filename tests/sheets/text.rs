//! Tables as text: separated values and pasted cells, in every encoding that offices use.

use encoding_rs::GB18030;

use super::writer::open;

const ROWS: &str = "项目\t金额\n工资\t12.50\n差旅\t3.00";

/// The text that is read in a file.
fn text(name: &str, bytes: &[u8]) -> String {
    open(name, bytes).text.trim().to_owned()
}

#[test]
fn separators_are_seen_from_the_content() {
    for (name, separator) in [("a.csv", ","), ("b.csv", ";"), ("c.tsv", "\t"), ("粘贴", "\t")] {
        let document = open(name, ROWS.replace('\t', separator).as_bytes());
        assert_eq!(document.text.trim(), ROWS, "{name}");
        assert_eq!((document.tables.len(), document.tables[0].columns), (1, 2), "{name}");
    }
}

#[test]
fn encodings_are_seen_from_the_content() {
    let csv = ROWS.replace('\t', ",");
    let wide = |bytes: fn(u16) -> [u8; 2]| csv.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    let files = [
        ("GBK", GB18030.encode(&csv).0.into_owned()),
        ("UTF-8 with a mark", [b"\xef\xbb\xbf", csv.as_bytes()].concat()),
        ("UTF-16", wide(u16::to_le_bytes)),
        ("UTF-16 with a mark", [&b"\xff\xfe"[..], &wide(u16::to_le_bytes)].concat()),
        ("UTF-16, the other way", [&b"\xfe\xff"[..], &wide(u16::to_be_bytes)].concat()),
    ];
    for (name, bytes) in files {
        assert_eq!(text(name, &bytes), ROWS, "{name}");
    }
}

#[test]
fn a_field_in_quotes_may_hold_breaks_separators_and_quotes() {
    let csv = "项目,金额\n\"工资\n（含\"\"津贴\"\"）\",\"1,234.50\"\n差旅,3.00\n";
    assert_eq!(text("a.csv", csv.as_bytes()), "项目\t金额\n工资 （含\"津贴\"）\t1,234.50\n差旅\t3.00");
}

#[test]
fn prose_with_commas_is_no_table() {
    let prose = "全年收入100万元,支出90万元。\n其中,项目支出10万元,基本支出80万元。\n";
    assert_eq!(open("a.csv", prose.as_bytes()).tables, []);
}

#[test]
fn a_cell_of_a_sheet_without_a_name_is_named_by_its_letters_alone() {
    let report = gouji::check_document(&open("粘贴", ROWS.as_bytes()));
    let places: Vec<&str> = report.figures.iter().map(|f| f.place.as_str()).collect();
    assert_eq!(places, ["B2", "B3"]);
}

#[test]
fn the_unit_of_a_sheet_is_no_heading_of_the_column_below_it() {
    let rows = "支出决算表\n清溪县档案馆\t金额单位：元\n项目\t决算数\n印刷费\t12500\n差旅费\t3000";
    let report = gouji::check_document(&open("粘贴", rows.as_bytes()));
    let labels: Vec<&str> = report.figures.iter().filter_map(|f| f.label.as_deref()).collect();
    assert_eq!(report.figures[0].unit, "元");
    assert!(labels.len() == 2 && labels.iter().all(|label| !label.contains("单位")), "{labels:?}");
}
