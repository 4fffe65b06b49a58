//! A sheet that is too large is left out by name, and the others are read.

use super::writer::{Workbook, row, said, tables, within};
use gouji::reader::Limits;

/// Each sheet of four cells but 明细, which has six.
fn workbook(names: &[&str]) -> Vec<u8> {
    let rows = row(&["A1=项目", "B1=金额"]) + &row(&["A2=甲", "B2=5"]);
    let more = row(&["A3=乙", "B3=6"]);
    let sheets = names.iter().fold(Workbook::default(), |book, name| {
        let more = if *name == "明细" { more.as_str() } else { "" };
        book.with(name, "", &format!("<sheetData>{rows}{more}</sheetData>"))
    });
    sheets.bytes()
}

const FOUR: [&str; 4] = ["A1=项目", "B1=金额", "A2=甲", "B2=5"];

#[test]
fn a_sheet_with_too_many_cells_is_named_and_the_others_are_read() {
    let limits = Limits { cells: 9, ..Limits::default() };
    let document = within(limits, "甲.xlsx", &workbook(&["总表", "明细", "分表"])).unwrap();
    assert_eq!(tables(&document), [FOUR, FOUR]);
    assert!(said(&document, "sheetsTooLarge").contains("未核对：明细；"));
}

#[test]
fn a_workbook_of_which_nothing_can_be_read_is_too_large() {
    let limits = Limits { cells: 5, ..Limits::default() };
    let refused = within(limits, "甲.xlsx", &workbook(&["明细"])).unwrap_err();
    assert!(refused.message().contains("单元格"), "{refused:?}");
}

#[test]
fn a_sheet_that_inflates_too_far_is_named_and_the_others_are_read() {
    let filler = format!("<!--{}-->", "0123456789".repeat(2000));
    let rows = row(&["A1=项目", "B1=金额"]) + &row(&["A2=甲", "B2=5"]);
    let book = Workbook::default().with("明细", "", &format!("{filler}<sheetData>{rows}</sheetData>")).with(
        "总表",
        "",
        &format!("<sheetData>{rows}</sheetData>"),
    );
    let limits = Limits { inflated: 45_000, ..Limits::default() };
    let document = within(limits, "甲.xlsx", &book.bytes()).unwrap();
    assert_eq!(tables(&document), [FOUR]);
    assert!(said(&document, "sheetsTooLarge").contains("明细"));
}

#[test]
fn in_other_formats_a_large_sheet_is_left_out_as_well() {
    for name in ["form.xls", "form.ods"] {
        let bytes = std::fs::read(format!("tests/sheets/{name}")).unwrap();
        let whole = within(Limits::default(), name, &bytes).unwrap();
        let all: usize = whole.tables.iter().map(|table| table.cells.len()).sum();
        let limits = Limits { cells: all / 2, ..Limits::default() };
        let document = within(limits, name, &bytes).unwrap();
        assert!(said(&document, "sheetsTooLarge").contains("甲"), "{name}");
        assert_eq!(tables(&document), [["A1=底稿", "B1=5.00"]], "{name}");
    }
}
