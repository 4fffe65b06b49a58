//! Exported files say what the report says: the workbook read back by our own reader, CSV, Markdown, JSON, and what is starred out.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test stops at what is missing")]

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use gouji::export::{Decided, Format, Kind, export, export_decided};
use gouji::reader::{Limits, Session};
use gouji::report::{Finding, Report, Severity};

const TEXT: &str = include_str!("reports/market-bureau/input.txt");

fn exported(report: &Report, format: Format) -> Vec<u8> {
    export(report, format, false).expect("small enough for its container")
}

fn text(report: &Report, format: Format) -> String {
    String::from_utf8(exported(report, format)).expect("text is UTF-8")
}

/// The rows of each sheet, by its name: what our own reader shows of every cell.
fn read_back(workbook: &[u8]) -> BTreeMap<String, Vec<BTreeMap<u32, String>>> {
    let mut go_on = |_| true;
    let document = gouji::read("导出.xlsx", workbook, &mut Session::new(Limits::default(), &mut go_on)).unwrap();
    let report = gouji::check_document(&document);
    let units: Vec<u16> = report.document.text.encode_utf16().collect();
    let mut sheets = BTreeMap::new();
    for table in &report.document.tables {
        let mut rows = vec![BTreeMap::new(); table.rows as usize];
        for cell in &table.cells {
            let shown = String::from_utf16(&units[cell.start as usize..cell.end as usize]).unwrap();
            rows[cell.row as usize].insert(cell.column, shown);
        }
        sheets.insert(table.place.clone(), rows);
    }
    sheets
}

fn part(workbook: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(workbook)).unwrap();
    let mut out = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut out).unwrap();
    out
}

#[test]
fn a_workbook_read_back_has_the_values_of_the_report() {
    let report = gouji::check(TEXT);
    let sheets = read_back(&exported(&report, Format::Workbook));
    let shown = |row: &BTreeMap<u32, String>, column: u32| row.get(&column).cloned().unwrap_or_default();
    let figures = &sheets["数据"];
    assert_eq!(figures.len(), report.figures.len() + 1);
    for (figure, row) in report.figures.iter().zip(&figures[1..]) {
        assert_eq!([shown(row, 2), shown(row, 6)], [figure.text.clone(), figure.value.clone()]);
        assert_eq!(shown(row, 9), figure.base_value);
    }
    let relations = &sheets["勾稽关系"];
    assert_eq!(relations.len(), report.relations.len() + 1);
    for (relation, row) in report.relations.iter().zip(&relations[1..]) {
        let sides = [&relation.computed, &relation.stated, &relation.gap].map(|side| side.clone().unwrap_or_default());
        assert_eq!([shown(row, 5), shown(row, 6), shown(row, 7)], sides, "{}", relation.formula);
    }
    assert_eq!(sheets["核查发现"].len(), report.findings.len() + 1);
}

#[test]
fn workings_are_formulas_over_the_figures() {
    let report = gouji::check("全年支出12万元，其中基本支出7万元，项目支出5万元。");
    let workbook = exported(&report, Format::Workbook);
    let relations = part(&workbook, "xl/worksheets/sheet3.xml");
    assert!(relations.contains("<f>(&apos;数据&apos;!$J$3+&apos;数据&apos;!$J$4)/10000</f><v>12</v>"), "{relations}");
    assert!(relations.contains("<f>ROUND(G2-F2,8)</f><v>0</v>"), "{relations}");
    assert!(relations.contains("&quot;相符&quot;,&quot;不符&quot;)</f><v>相符</v>"), "{relations}");
}

#[test]
fn a_difference_says_what_is_taken_from_what_and_has_its_sign() {
    let more = gouji::check("总支出3865万元，其中基本支出2000万元，项目支出1685万元。");
    let less = gouji::check("总支出3685万元，其中基本支出2000万元，项目支出1865万元。");
    for (report, said, gap) in [(&more, "差额+180万元", "180"), (&less, "差额−180万元", "-180")] {
        assert_eq!(report.relations[0].gap.as_deref(), Some(gap), "the report object has plain numbers");
        assert!(report.findings[0].message.contains(said), "{}", report.findings[0].message);
        for format in [Format::Findings, Format::Relations] {
            let csv = text(report, format);
            assert!(csv.contains("复算值,报告值,差额（报告值−复算值）,") && csv.contains(&format!(",{gap},")), "{csv}");
        }
    }
}

#[test]
fn a_report_from_elsewhere_brings_no_formula_of_its_own() {
    let mut report = gouji::check("全年支出12万元，其中基本支出7万元，项目支出5万元。");
    for recipe in ["WEBSERVICE(\"http://a\") = #0", "#0&cmd = #0", "#7 = #0", "MIN = #0", "#0 = #0 #0", ""] {
        report.relations[0].recipe = Some(recipe.to_owned());
        let relations = part(&exported(&report, Format::Workbook), "xl/worksheets/sheet3.xml");
        assert!(!relations.contains("<f>"), "{recipe}: {relations}");
        assert!(relations.contains("<v>12</v>"), "the value stays");
    }
}

#[test]
fn words_that_xml_cannot_hold_are_left_out_and_long_ones_cut() {
    let mut report = gouji::check("支出12万元。");
    report.figures[0].text = ["<&\u{1}", &"长".repeat(40_000)].concat();
    let sheets = read_back(&exported(&report, Format::Workbook));
    let shown = &sheets["数据"][1][&2];
    assert!(shown.starts_with("<&长") && shown.ends_with("……"), "{}", shown.chars().take(9).collect::<String>());
    assert!(shown.encode_utf16().count() <= 32_767);
}

#[test]
fn no_cell_of_a_csv_is_taken_for_a_formula() {
    let mut report = gouji::check("支出12万元，比上年减少3万元，上年为15万元。");
    report.figures[0].text = "=1+1".into();
    report.figures[1].text = "＠SUM(A1)".into();
    report.figures[2].text = "a,\"b\"\n-1".into();
    report.figures[0].value = "-12.50".into();
    let csv = text(&report, Format::Figures);
    assert!(csv.starts_with("\u{feff}序号,位置,"), "{csv}");
    assert!(csv.contains(",'=1+1,"), "{csv}");
    assert!(csv.contains(",'＠SUM(A1),"), "{csv}");
    assert!(csv.contains(",\"a,\"\"b\"\"\n-1\","), "{csv}");
    assert!(csv.contains(",-12.50,"), "a negative number is a number: {csv}");
    assert!(csv.ends_with("\r\n"));
}

#[test]
fn markdown_shows_every_finding_and_no_mark_of_the_text() {
    let mut report = gouji::check(TEXT);
    report.findings[0].message = "a|b <img src=x> *c*\nd".into();
    let page = text(&report, Format::Markdown);
    assert!(page.contains(r"a\|b \<img src=x\> \*c\* d"), "{page}");
    for finding in &report.findings {
        assert!(page.contains(&finding.title), "{}", finding.title);
    }
}

#[test]
fn what_was_decided_stands_beside_its_finding_in_every_format() {
    let report = gouji::check(TEXT);
    let (first, second) = (&report.findings[0], &report.findings[1]);
    let decided = [
        Decided { finding: second.id, kind: Kind::Confirmed, reason: String::new() },
        Decided { finding: first.id, kind: Kind::Dismissed, reason: "口径不同，见附注".into() },
    ];
    let written = |format| export_decided(&report, format, false, &decided).expect("small enough for its container");
    let sheets = read_back(&written(Format::Workbook));
    let states: Vec<_> = sheets["核查发现"].iter().map(|row| row.get(&11).cloned().unwrap_or_default()).collect();
    assert_eq!(states[..3], ["处理意见", "已忽略：口径不同，见附注", "已确认"]);
    assert!(states[3..].iter().all(String::is_empty), "{states:?}");
    let counted = |name: &str| {
        let row = sheets["概览"].iter().find(|row| row.get(&0).is_some_and(|head| head == name)).expect(name);
        row[&1].clone()
    };
    let open = (report.findings.len() - 2).to_string();
    assert_eq!(["未处理", "已忽略", "已确认"].map(counted), [open.as_str(), "1", "1"]);
    let csv = String::from_utf8(written(Format::Findings)).unwrap();
    assert_eq!(csv.matches(",已忽略：口径不同，见附注,").count(), 1, "{csv}");
    let page = String::from_utf8(written(Format::Markdown)).unwrap();
    let of = |title: &str| page.split("### ").find(|part| part.contains(title)).expect("its part").to_owned();
    assert!(of(&first.message).contains("处理意见：已忽略：口径不同，见附注"), "{page}");
    assert!(of(&second.message).contains("处理意见：已确认"), "{page}");
    assert_eq!(page.matches("处理意见").count(), 2);
    assert_eq!(written(Format::Json), exported(&report, Format::Json), "the report object is as it was made");
}

#[test]
fn a_reason_is_starred_out_like_the_text() {
    let report = gouji::check("总支出12万元，其中基本支出7万元，项目支出4万元。联系人：李明，13907310000。");
    let decided = [Decided { finding: 0, kind: Kind::Dismissed, reason: "已问13907310000".into() }];
    let of = |masked| String::from_utf8(export_decided(&report, Format::Findings, masked, &decided).unwrap()).unwrap();
    assert!(of(false).contains("已忽略：已问13907310000"));
    assert!(of(true).contains("已忽略：已问***********") && !of(true).contains("13907310000"), "{}", of(true));
}

#[test]
fn the_opinion_says_how_each_finding_is_put_right_and_what_it_rests_on() {
    let report = gouji::check(TEXT);
    let page = text(&report, Format::Markdown);
    let parts: Vec<&str> = page.split("\n### ").skip(1).collect();
    assert_eq!(parts.len(), report.findings.len());
    for (finding, part) in report.findings.iter().zip(parts) {
        for (head, words) in [("如何改正", &finding.remedy), ("依据", &finding.basis)] {
            assert!(!words.is_empty(), "{}", finding.code);
            assert_eq!(part.matches(&["\n", head, "：", words].concat()).count(), 1, "{part}");
        }
    }
    assert!(page.contains("| 文件格式 | 文本 |"), "{page}");
}

#[test]
fn rules_are_named_as_their_pages_are_titled() {
    let mut report = gouji::check("全年支出12万元，其中基本支出7万元，项目支出5万元。");
    let pages = std::fs::read_dir("src/rule").unwrap().map(|entry| entry.unwrap().path());
    for page in pages.filter(|path| path.extension().is_some_and(|ending| ending == "md")) {
        let words = std::fs::read_to_string(&page).unwrap();
        let mut head = words.lines().next().unwrap().trim_start_matches("# ").split(" · ");
        let (title, name) = (head.next().unwrap(), head.next().unwrap());
        report.relations[0].rule = name.to_owned();
        let table = text(&report, Format::Relations);
        assert!(table.contains(&[",", title, " ", &report.relations[0].cue, ","].concat()), "{name}: {table}");
    }
}

#[test]
fn the_pack_in_force_stands_in_the_workbook_and_in_the_opinion() {
    let report = gouji::check(TEXT);
    assert!(text(&report, Format::Markdown).contains(&report.pack.name));
    let overview = &read_back(&exported(&report, Format::Workbook))["概览"];
    assert!(overview.iter().any(|row| row.values().any(|cell| cell.contains(&report.pack.name))));
}

#[test]
fn the_pack_in_force_stands_in_the_last_column_of_every_csv() {
    let report = gouji::check(TEXT);
    for format in [Format::Findings, Format::Relations, Format::Figures] {
        let csv = text(&report, format);
        let mut go_on = |_| true;
        let document = gouji::read("list.csv", csv.as_bytes(), &mut Session::new(Limits::default(), &mut go_on));
        let document = document.unwrap();
        let table = &document.tables[0];
        let words = |row: u32, column: u32| {
            let cell = table.cells.iter().find(|cell| (cell.row, cell.column) == (row, column)).unwrap();
            document.text.get(cell.span.start as usize..cell.span.end as usize).unwrap()
        };
        assert!(table.rows > 1, "{format:?}");
        assert_eq!(words(0, table.columns - 1), "规则包", "{format:?}");
        for row in 1..table.rows {
            assert!(words(row, table.columns - 1).starts_with(&report.pack.name), "{format:?} {row}");
        }
    }
}

#[test]
fn json_is_the_report_object_and_nothing_is_by_chance() {
    let report = gouji::check(TEXT);
    let back: Report = serde_json::from_str(&text(&report, Format::Json)).unwrap();
    assert_eq!(back, report);
    for format in [Format::Workbook, Format::Findings, Format::Relations, Format::Markdown, Format::Json] {
        assert_eq!(exported(&report, format), exported(&gouji::check(TEXT), format), "{format:?}");
    }
}

#[test]
fn personal_details_are_starred_out_everywhere() {
    let mut report = gouji::check("联系人王小明，电话13800001111。支出12万元，其中王小明经办7万元，其他5万元。");
    let finding = Finding {
        id: 0,
        code: "W43".into(),
        severity: Severity::Note,
        title: "敏感信息".into(),
        message: "敏感信息：“王小明”“13800001111”".into(),
        relation: None,
        figures: Vec::new(),
        spans: vec![(3, 6), (9, 20)],
        diagnosis: None,
        cause: None,
        basis: String::new(),
        remedy: String::new(),
    };
    report.findings.push(finding);
    for format in [Format::Findings, Format::Relations, Format::Figures, Format::Markdown, Format::Json] {
        let open = text(&report, format);
        let masked = String::from_utf8(export(&report, format, true).unwrap()).unwrap();
        assert!(!masked.contains("王小明") && !masked.contains("13800001111"), "{format:?}: {masked}");
        assert_eq!(masked.lines().count(), open.lines().count(), "{format:?}");
    }
    let json = export(&report, Format::Json, true).unwrap();
    let masked: Report = serde_json::from_slice(&json).unwrap();
    assert_eq!(masked.document.text.encode_utf16().count(), report.document.text.encode_utf16().count());
    assert!(masked.document.text.starts_with("联系人***，电话***********。支出12万元"));
}

#[test]
fn every_format_has_its_name_and_no_other_has_one() {
    use Format as F;
    let names = ["workbook", "findings", "relations", "figures", "markdown", "json"];
    let formats = [F::Workbook, F::Findings, F::Relations, F::Figures, F::Markdown, F::Json];
    assert_eq!(names.map(F::named), formats.map(Some));
    assert_eq!((F::named("pdf"), F::named("")), (None, None));
}
