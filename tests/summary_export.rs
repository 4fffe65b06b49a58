//! A summary taken away: the workbook read back, its formulas, CSV and JSON.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test fails by panicking")]

mod generator;

use std::io::{Cursor, Read};

use generator::{departments, parent, report};
use gouji::aggregate::{digest, summarize};
use gouji::export::{SummaryFormat, export_summary};
use gouji::reader::{Limits, Session};
use gouji::summary::{CrossFinding, Digest, Grouping, Summary};

fn summary() -> Summary {
    let mut all = departments(5, 9);
    all[2].books.reception += 40;
    all.push(parent("云溪县服务中心", &all[..2]));
    let mut digests: Vec<Digest> =
        all.iter().map(|d| digest(&gouji::check(&report(d)), &format!("{}.txt", d.name))).collect();
    digests.push(digest(&gouji::check("石桥县档案馆2022年度部门整体支出绩效自评报告\n总支出80万元。\n"), "=馆.txt"));
    summarize(&digests, &Grouping::default())
}

fn part(workbook: &[u8], name: &str) -> String {
    let mut out = String::new();
    zip::ZipArchive::new(Cursor::new(workbook)).unwrap().by_name(name).unwrap().read_to_string(&mut out).unwrap();
    out
}

#[test]
fn the_workbook_has_the_values_of_the_summary() {
    let summary = summary();
    let bytes = export_summary(&summary, SummaryFormat::Workbook).unwrap();
    assert_eq!(bytes, export_summary(&summary, SummaryFormat::Workbook).unwrap(), "the same bytes every time");
    let mut go_on = |_| true;
    let document = gouji::read("汇总.xlsx", &bytes, &mut Session::new(Limits::default(), &mut go_on)).unwrap();
    let text = &document.text;
    let table = &document.tables[0];
    let shown = |row: u32, column: u32| {
        let cell = table.cells.iter().find(|cell| (cell.row, cell.column) == (row, column));
        cell.and_then(|cell| text.get(cell.span.start as usize..cell.span.end as usize)).unwrap_or_default().to_owned()
    };
    for (at, row) in summary.rows.iter().enumerate() {
        let number = at as u32 + 1;
        assert_eq!(shown(number, 0), row.organization);
        for (column, cell) in row.cells.iter().enumerate() {
            assert_eq!(
                shown(number, column as u32 + 3),
                cell.value.clone().unwrap_or_default(),
                "{}",
                row.organization
            );
        }
    }
    let total = summary.rows.len() as u32 + 1;
    for (at, column) in summary.columns.iter().enumerate() {
        assert_eq!(shown(total, at as u32 + 3), column.total.clone().unwrap_or_default(), "{}", column.key);
        assert_eq!(shown(total + 2, at as u32 + 3), column.missing.to_string());
    }
    assert_eq!(document.tables.len(), 4);
}

#[test]
fn totals_are_formulas_over_the_rows_that_count() {
    let summary = summary();
    let bytes = export_summary(&summary, SummaryFormat::Workbook).unwrap();
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    let at = |key: &str| summary.columns.iter().position(|column| column.key == key).unwrap();
    assert!(at("revenue") == 0 && at("budget") == 3 && at("expenditure") == 4 && at("executionRate") == 16);
    // Seven departments in rows 2 to 8, of which the sixth sums up others; columns begin at D.
    for formula in [
        "<f>ROUND(SUMPRODUCT(--(C$2:C$8=&quot;是&quot;),D$2:D$8),8)</f>",
        "<f>ROUND(100*H2/G2,2)</f>",
        "<f>ROUND(100*SUMPRODUCT(--(C$2:C$8=&quot;是&quot;),--ISNUMBER(H$2:H$8),--ISNUMBER(G$2:G$8),--(G$2:G$8&lt;&gt;0),H$2:H$8)/SUMPRODUCT(--(C$2:C$8=&quot;是&quot;),--ISNUMBER(H$2:H$8),--ISNUMBER(G$2:G$8),--(G$2:G$8&lt;&gt;0),G$2:G$8),2)</f>",
        "<f>ROUND(100*(F2-E2)/E2,2)</f>",
    ] {
        assert!(sheet.contains(formula), "{formula}");
    }
    assert!(sheet.contains("否（汇总单位）"));
    // A unit without a budget has no rate, and no formula that would divide by nothing.
    assert!(!sheet.contains("100*H8/G8"));
}

#[test]
fn tables_go_out_as_csv_and_the_object_as_json() {
    let summary = summary();
    let text = |format| String::from_utf8(export_summary(&summary, format).unwrap()).unwrap();
    let table = text(SummaryFormat::Table);
    let lines: Vec<&str> = table.trim_start_matches('\u{feff}').lines().collect();
    assert!(lines[0].starts_with("单位名称,年度,计入合计,总收入（万元）,"), "{}", lines[0]);
    assert!(lines[1].starts_with("青岭县水利局,2022,是,"));
    assert_eq!(lines.len(), 1 + summary.rows.len() + 3 + 2);
    let width = |line: &&str| line.matches(',').count();
    assert!(lines.iter().all(|line| width(line) == width(&lines[0])), "every record has as many fields: {table}");
    let findings = text(SummaryFormat::Findings);
    assert_eq!(findings.lines().count(), summary.findings.len() + 1);
    let read: Summary = serde_json::from_str(&text(SummaryFormat::Json)).unwrap();
    assert_eq!(read, summary);
}

#[test]
fn the_pack_in_force_stands_in_every_export_that_is_read_by_itself() {
    let mut summary = summary();
    summary.pack = Some(gouji::pack::Pack::national().about.clone());
    let name = summary.pack.as_ref().unwrap().name.clone();
    let formats = [SummaryFormat::Workbook, SummaryFormat::Page, SummaryFormat::Table, SummaryFormat::Json];
    summary.findings.push(CrossFinding {
        id: 0,
        code: "W61".into(),
        severity: gouji::report::Severity::Error,
        title: "上级与下级不符".into(),
        message: "80 + 40 = 120 ≠ 130".into(),
        check: 0,
        spots: Vec::new(),
    });
    let findings = String::from_utf8(export_summary(&summary, SummaryFormat::Findings).unwrap()).unwrap();
    let mut records = findings.lines();
    assert!(records.next().unwrap().ends_with(",规则包"));
    assert!(records.next().unwrap().contains(&name), "{findings}");
    for format in formats {
        let bytes = export_summary(&summary, format).unwrap();
        let words = match format {
            SummaryFormat::Workbook => part(&bytes, "xl/worksheets/sheet1.xml"),
            _ => String::from_utf8(bytes).unwrap(),
        };
        assert!(words.contains(&name), "{format:?}");
    }
}

#[test]
fn the_page_stands_alone_and_says_what_the_summary_says() {
    let summary = summary();
    let page = String::from_utf8(export_summary(&summary, SummaryFormat::Page).unwrap()).unwrap();
    assert!(page.starts_with("<!DOCTYPE html>") && page.ends_with("</html>\n"));
    for outside in ["<script", "src=", "href=", "url(", "@import"] {
        assert!(!page.contains(outside), "{outside}");
    }
    for row in &summary.rows {
        assert!(page.contains(&format!("<td>{}</td>", row.organization)), "{}", row.organization);
    }
    for column in &summary.columns {
        let total = column.total.clone().unwrap_or_default();
        assert!(page.contains(&format!("<td class=\"n\">{total}</td>")) || total.is_empty(), "{}", column.key);
    }
    assert!(summary.findings.iter().all(|finding| page.contains(&finding.title)));
    assert_eq!(page.matches("<table class=\"wide\">").count(), 1, "the summary, whose many columns ask for small type");
    assert!(page.contains("size:A3 landscape}"), "and for a larger sheet");
}
