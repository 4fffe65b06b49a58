//! Web pages and what is copied from them, read into text and tables.
#![allow(clippy::expect_used, reason = "a test may stop at what cannot be read")]

use gouji::document::{Document, Format};
use gouji::reader::{Limits, ReadError, Session};

fn read(bytes: &[u8]) -> Result<Document, ReadError> {
    gouji::read("page", bytes, &mut Session::new(Limits::default(), &mut |_| true))
}

fn page(html: &str) -> Document {
    read(html.as_bytes()).expect("a page")
}

/// The cells of a table as `row,column rows×columns words`.
fn cells(document: &Document, table: usize) -> Vec<String> {
    let words = |start: u32, end: u32| document.text.get(start as usize..end as usize).expect("a span");
    let cells = &document.tables.get(table).expect("a table").cells;
    cells
        .iter()
        .map(|c| format!("{},{} {}×{} {}", c.row, c.column, c.row_span, c.column_span, words(c.span.start, c.span.end)))
        .collect()
}

#[test]
fn paragraphs_headings_and_breaks() {
    let got = page(
        "<html><body><h1>自评报告</h1><p>全年支出\n12万元，<b>其中</b>基本&nbsp;支出7万元。</p>第一行<br>第二行</body></html>",
    );
    assert_eq!(got.text, "自评报告\n全年支出 12万元，其中基本\u{a0}支出7万元。\n第一行\n第二行\n");
    assert_eq!(got.format, Format::Html);
}

#[test]
fn scripts_navigation_and_hidden_text_are_left_out_and_said() {
    let got = page(
        "<body><script>var a = '<p>1万元</p>';</script><style>p{}</style><div class='nav main'><a>首页</a></div>\
         <div id=\"Footer\">备案号12345</div><p style='display: none'>旧稿9万元</p><p>支出8万元。</p></body>",
    );
    assert_eq!(got.text, "支出8万元。\n");
    let codes: Vec<&str> = got.remarks.iter().map(|r| r.code).collect();
    assert_eq!(codes, ["navigation", "hiddenText"]);
    assert!(got.remarks.iter().any(|r| r.message.contains("10 字")), "{:?}", got.remarks);
}

#[test]
fn a_page_that_is_all_menu_is_read_all_the_same() {
    assert_eq!(page("<body><div class=header><p>支出8万元。</p></div></body>").text, "支出8万元。\n");
}

#[test]
fn cells_keep_their_places_under_spans() {
    let got = page(
        "<table><caption>支出表</caption><tr><th rowspan=2>项目</th><th colspan=2>金额（万元）</th></tr>\
         <tr><th>预算</th><th>决算</th></tr><tr><td>办公费<td>3.00<td>2.80</tr></table>",
    );
    assert_eq!(
        cells(&got, 0),
        [
            "0,0 2×1 项目",
            "0,1 1×2 金额（万元）",
            "1,1 1×1 预算",
            "1,2 1×1 决算",
            "2,0 1×1 办公费",
            "2,1 1×1 3.00",
            "2,2 1×1 2.80"
        ]
    );
    let table = got.tables.first().expect("a table");
    assert_eq!((table.title.as_deref(), table.unit.as_deref(), table.header_rows), (Some("支出表"), Some("万元"), 2));
}

#[test]
fn frames_are_no_tables_and_nested_tables_follow() {
    let framed = page("<table><tr><td><p>支出8万元。</p></td></tr></table>");
    assert_eq!((framed.text.as_str(), framed.tables.len()), ("支出8万元。\n", 0));
    let rows = "<tr><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr><tr><td>丙</td><td>3</td></tr>";
    let nested = page(&format!(
        "<table>{rows}<tr><td>丁</td><td>见附表<table><tr><td>戊</td><td>4</td></tr></table></td></tr></table>"
    ));
    assert_eq!(nested.tables.len(), 2);
    assert_eq!(cells(&nested, 0).last().map(String::as_str), Some("3,1 1×1 见附表"));
    assert_eq!(cells(&nested, 1), ["0,0 1×1 戊", "0,1 1×1 4"]);
}

#[test]
fn numbers_of_lists_are_shown() {
    let got = page("<ol start=3><li>甲项2万元</li><li>乙项3万元</li></ol><ul><li>丙项</li></ul>");
    assert_eq!(got.text, "3. 甲项2万元\n4. 乙项3万元\n丙项\n");
}

#[test]
fn the_page_names_its_encoding() {
    let (gbk, _, _) = encoding_rs::GBK.encode("<html><meta charset=\"gb2312\"><p>决算数12万元。</p>");
    let got = read(&gbk).expect("a page");
    assert_eq!(got.text, "决算数12万元。\n");
    assert_eq!(got.remarks.iter().map(|r| r.code).collect::<Vec<_>>(), ["encoding"]);
}

#[test]
fn prose_with_a_sign_is_no_page() {
    assert_eq!(page("<3%的项目未完成，支出12万元。").format, Format::Text);
    assert_eq!(page("支出<b>12</b>万元").format, Format::Text);
}

#[test]
fn hostile_pages_end_soon() {
    let deep = "<table><tr><td>".repeat(100_000);
    assert_eq!(read(deep.as_bytes()).expect_err("too deep").code(), "tooMuch");
    let wide = format!("<table>{}</table>", "<tr><td colspan=1000 rowspan=65534>1</td></tr>".repeat(2000));
    assert_eq!(read(wide.as_bytes()).expect_err("too wide").code(), "tooMuch");
    assert_eq!(read(b"<html><body></body></html>").expect_err("nothing"), ReadError::Empty);
    let unclosed = "<div><p>".repeat(50_000) + "支出8万元";
    assert_eq!(read(unclosed.as_bytes()).expect("unclosed").text, "支出8万元\n");
}
