//! What lies far from everything else is no part of the same table, and costs nothing.

use super::writer::{Workbook, row, tables};

/// A small table at the top of a sheet, and the rows that follow.
fn with(more: &str) -> Workbook {
    Workbook::of(&(row(&["A1=项目", "B1=金额"]) + &row(&["A2=甲", "B2=5"]) + more))
}

const TABLE: [&str; 4] = ["A1=项目", "B1=金额", "A2=甲", "B2=5"];

#[test]
fn a_cell_at_the_end_of_the_sheet_is_a_paragraph_by_itself() {
    let document = with(&row(&["XFD1048576=7"])).read();
    assert_eq!(tables(&document), [TABLE]);
    let table = &document.tables[0];
    assert_eq!((table.rows, table.columns, table.header_rows), (2, 2, 1));
    let at = document.text.find('7').unwrap() as u32;
    assert_eq!(document.origin(at), "甲!XFD1048576");
    assert_eq!(document.text.trim_end(), "项目\t金额\n甲\t5\n\n7");
}

#[test]
fn far_cells_beside_each_other_are_a_table_with_their_true_names() {
    let document = with(&row(&["XFC1048576=乙", "XFD1048576=7"])).read();
    assert_eq!(tables(&document), [TABLE.to_vec(), vec!["XFC1048576=乙", "XFD1048576=7"]]);
    let table = &document.tables[1];
    assert_eq!((table.rows, table.columns, table.header_rows), (1, 2, 0));
}

#[test]
fn a_far_cell_in_the_row_of_a_table_is_not_in_it() {
    let rows = row(&["A1=项目", "B1=金额"]) + &row(&["A2=甲", "B2=5", "XFD2=7"]);
    assert_eq!(tables(&Workbook::of(&rows).read()), [TABLE]);
}

#[test]
fn a_merged_title_does_not_reach_to_a_far_cell() {
    let sheet = format!(
        r#"<sheetData>{}{}{}{}</sheetData><mergeCells><mergeCell ref="A1:XFD1"/></mergeCells>"#,
        row(&["A1=收支表"]),
        row(&["A2=项目", "B2=金额"]),
        row(&["A3=甲", "B3=5"]),
        row(&["XFD9=7"])
    );
    let document = Workbook::default().with("甲", "", &sheet).read();
    let table = &document.tables[0];
    assert_eq!((table.rows, table.columns, table.cells[0].column_span), (3, 2, 2));
}

#[test]
fn rows_that_a_form_keeps_free_stay_inside_its_table() {
    let document = with(&row(&["A300=合计", "B300=5"])).read();
    assert_eq!(tables(&document), [[&TABLE[..], &["A300=合计", "B300=5"]].concat()]);
}

#[test]
fn an_empty_far_cell_leaves_no_trace() {
    let document = with(r#"<row r="1048576"><c r="XFD1048576"/></row>"#).read();
    assert_eq!(tables(&document), [TABLE]);
}

#[test]
fn a_table_in_the_midst_of_a_sheet_keeps_its_names() {
    let document = Workbook::of(&(row(&["C5=项目", "D5=金额"]) + &row(&["C6=甲", "D6=5"]))).read();
    assert_eq!(tables(&document), [["C5=项目", "D5=金额", "C6=甲", "D6=5"]]);
    assert_eq!((document.tables[0].rows, document.tables[0].header_rows), (2, 1));
    assert_eq!(gouji::check_document(&document).figures[0].place, "甲!D6");
}

#[test]
fn a_caption_between_free_rows_stays_with_the_table_below() {
    let one = |top: usize, unit: &str| {
        let at = |letter: char, below: usize, words: &str| format!("{letter}{}={words}", top + below);
        let line = |cells: &[String]| row(&cells.iter().map(String::as_str).collect::<Vec<_>>());
        line(&[at('A', 0, "收入预算总表")])
            + &line(&[at('A', 2, "编制部门："), at('C', 2, &format!("单位：{unit}"))])
            + &line(&[at('A', 4, "项目"), at('B', 4, "合计"), at('C', 4, "其他收入")])
            + &line(&[at('A', 5, "甲"), at('B', 5, "5"), at('C', 5, "2")])
    };
    let document = Workbook::of(&(one(1, "元") + &one(9, "万元"))).read();
    let units: Vec<Option<&str>> = document.tables.iter().map(|table| table.unit.as_deref()).collect();
    assert_eq!(units, [Some("元"), Some("万元")]);
    for table in &document.tables {
        assert_eq!((table.title.as_deref(), table.rows, table.header_rows), (Some("收入预算总表"), 6, 5));
    }
}
