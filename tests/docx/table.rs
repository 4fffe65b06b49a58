//! Tables: what cells cover, tables in tables, and rows that are gone.

use gouji::document::Table;

use super::{Docx, p};

fn cell(properties: &str, inner: &str) -> String {
    format!("<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>")
}

fn row(cells: &[&str]) -> String {
    format!("<w:tr>{}</w:tr>", cells.iter().map(|words| cell("", &p(words))).collect::<String>())
}

fn table(rows: &str) -> String {
    format!("<w:tbl><w:tblPr><w:tblCaption w:val=\"略\"/></w:tblPr><w:tblGrid><w:gridCol/></w:tblGrid>{rows}</w:tbl>")
}

/// Row, column, rows and columns covered, of each cell.
fn places(table: &Table) -> Vec<[u32; 4]> {
    table.cells.iter().map(|c| [c.row, c.column, c.row_span, c.column_span]).collect()
}

#[test]
fn cells_cover_columns_and_rows() {
    let rows = format!(
        "<w:tr>{}{}</w:tr><w:tr>{}{}{}</w:tr><w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>{}{}</w:tr>",
        cell("<w:vMerge w:val=\"restart\"/>", &p("项目")),
        cell("<w:gridSpan w:val=\"2\"/>", &p("金额")),
        cell("<w:vMerge/>", "<w:p/>"),
        cell("", &p("预算")),
        cell("", &p("决算")),
        cell("", &p("10")),
        cell("", &p("12")),
    );
    let document = Docx::new(&table(&rows)).read().unwrap();
    assert_eq!(document.text, "项目\t金额\n\t预算\t决算\n\t10\t12\n\n");
    assert_eq!(
        places(&document.tables[0]),
        [[0, 0, 2, 1], [0, 1, 1, 2], [1, 1, 1, 1], [1, 2, 1, 1], [2, 1, 1, 1], [2, 2, 1, 1]]
    );
}

#[test]
fn the_first_cell_may_be_empty_and_go_on() {
    let rows = format!(
        "<w:tr>{}</w:tr><w:tr>{}{}</w:tr>",
        cell("<w:vMerge w:val=\"restart\"/>", &p("甲")),
        cell("<w:vMerge/>", "<w:p/>"),
        cell("", &p("1"))
    );
    assert_eq!(places(&Docx::new(&table(&rows)).read().unwrap().tables[0]), [[0, 0, 2, 1], [1, 1, 1, 1]]);
}

#[test]
fn a_merge_that_nothing_begins_is_a_cell() {
    let rows = format!("<w:tr>{}{}</w:tr>", cell("<w:vMerge/>", &p("甲")), cell("<w:hMerge/>", &p("略")));
    let document = Docx::new(&table(&rows)).read().unwrap();
    assert_eq!((document.text.as_str(), places(&document.tables[0])), ("甲\n\n", vec![[0, 0, 1, 2]]));
}

#[test]
fn rows_marked_as_headings_are_counted_from_the_top() {
    let heading = |words: &str| row(&[words, "乙"]).replacen("<w:tr>", "<w:tr><w:trPr><w:tblHeader/></w:trPr>", 1);
    let rows = heading("一") + &heading("二") + &row(&["三", "四"]) + &heading("五");
    assert_eq!(Docx::new(&table(&rows)).read().unwrap().tables[0].header_rows, 2);
}

#[test]
fn a_table_in_a_table_stands_behind_it() {
    let inner = table(&row(&["内1", "内2"]));
    let rows = format!("<w:tr>{}{}</w:tr>", cell("", &(p("外1") + &inner + &p("续"))), cell("", &p("外2")))
        + &row(&["外3", "外4"]);
    let document = Docx::new(&(p("前") + &table(&rows) + &p("后"))).read().unwrap();
    assert_eq!(document.text, "前\n外1 续\t外2\n外3\t外4\n\n内1\t内2\n\n后\n");
    assert_eq!(document.tables.len(), 2);
}

#[test]
fn a_frame_of_one_cell_is_no_table() {
    let rows =
        format!("<w:tr>{}</w:tr>", cell("", &(p("支出10万元。") + &table(&row(&["甲", "1"])) + &p("收入5万元。"))));
    let document = Docx::new(&table(&rows)).read().unwrap();
    assert_eq!((document.text.as_str(), document.tables.len()), ("支出10万元。\n甲\t1\n\n收入5万元。\n", 1));
}

#[test]
fn rows_and_cells_may_stand_in_content_controls() {
    let wrap = |inner: &str| format!("<w:sdt><w:sdtPr/><w:sdtContent>{inner}</w:sdtContent></w:sdt>");
    let rows =
        wrap(&row(&["甲", "1"])) + &format!("<w:tr>{}{}</w:tr>", wrap(&cell("", &p("乙"))), cell("", &wrap(&p("2"))));
    assert_eq!(Docx::new(&table(&rows)).text(), "甲\t1\n乙\t2\n\n");
}

#[test]
fn deleted_and_hidden_rows_and_cells_are_left_out_and_said() {
    let gone = |mark: &str| row(&["去", "9"]).replacen("<w:tr>", &format!("<w:tr><w:trPr>{mark}</w:trPr>"), 1);
    let rows = row(&["甲", "1"])
        + &gone("<w:del w:id=\"1\"/>")
        + &gone("<w:hidden/>")
        + &format!(
            "<w:tr>{}{}{}</w:tr>",
            cell("", &p("乙")),
            cell("<w:cellDel w:id=\"2\"/>", &p("9")),
            cell("", &p("2"))
        );
    let document = Docx::new(&table(&rows));
    assert_eq!(document.text(), "甲\t1\n乙\t2\n\n");
    let remarks = document.remarks();
    assert!(remarks[0].1.contains("2 处修订") && remarks[1].1.contains("隐藏的文字 1 处"), "{remarks:?}");
}

#[test]
fn cells_hold_numbers_of_lists_and_notes_in_their_words() {
    let lists = "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1\"/></w:lvl></w:abstractNum>\
        <w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
    let item = |words: &str| super::styled("<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>", words);
    let rows = format!("<w:tr>{}{}</w:tr>", cell("", &item("甲")), cell("", &(item("乙") + &p("丙"))));
    assert_eq!(Docx::new(&table(&rows)).with("numbering", lists).text(), "1 甲\t2 乙 丙\n\n");
}
