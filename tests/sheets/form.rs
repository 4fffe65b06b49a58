//! The same form as a workbook of every kind, as LibreOffice writes it; `make.mjs` makes the files.

use super::writer::{Workbook, open, row, said, tables};
use gouji::document::Document;

fn forms() -> Vec<(&'static str, Document)> {
    let form = |name: &'static str| {
        let bytes = std::fs::read(std::path::Path::new("tests/sheets").join(name)).expect("a form");
        (name, open(name, &bytes))
    };
    ["form.xlsx", "form.xls", "form.ods"].map(form).into()
}

#[test]
fn cells_are_what_they_show_in_every_format() {
    for (name, document) in forms() {
        let form = [
            "A1=收支表",
            "C2=单位：万元",
            "A3=项目",
            "B3=金额",
            "C3=占比",
            "D3=上年",
            "A4=工资",
            "B4=1,234.57",
            "C4=85.67%",
            "D4=7.00",
            "A5=差旅",
            "B5=30.00",
            "C5=2.08%",
            "A6=会议",
            "B6=12.50",
            "C6=0.87%",
        ];
        assert_eq!(tables(&document), [form.to_vec(), vec!["A1=底稿", "B1=5.00"]], "{name}");
    }
}

#[test]
fn a_line_for_the_unit_and_a_merged_title_belong_to_the_table() {
    for (name, document) in forms() {
        let table = &document.tables[0];
        assert_eq!(table.unit.as_deref(), Some("万元"), "{name}");
        assert_eq!((table.header_rows, table.place.as_str()), (3, "甲"), "{name}");
        assert_eq!(table.cells[0].column_span, 3, "{name}");
    }
}

#[test]
fn what_is_hidden_is_read_and_said() {
    for (name, document) in forms() {
        assert!(said(&document, "hiddenSheets").contains("乙"), "{name}");
        assert!(said(&document, "hiddenCells").contains("“甲”中隐藏的第 5 行和第 D 列"), "{name}");
    }
}

#[test]
fn numbers_typed_as_text_and_rounded_ones_are_said() {
    for (name, document) in forms() {
        assert!(said(&document, "textNumbers").contains("甲!B6"), "{name}");
        assert!(said(&document, "roundedCells").contains("甲!B4"), "{name}");
        let stored: Vec<&str> = document.tables[0].cells.iter().filter_map(|cell| cell.stored.as_deref()).collect();
        assert_eq!(stored, ["1234.567"], "{name}");
    }
}

#[test]
fn a_hidden_column_and_a_very_hidden_sheet_of_excel_are_said() {
    let content =
        |rows: &str| format!(r#"<cols><col min="2" max="3" hidden="1"/></cols><sheetData>{rows}</sheetData>"#);
    let filled = content(&row(&["A1=项目", "B1=5"]));
    let document = Workbook::default().with("甲", r#"state="veryHidden""#, &filled).read();
    assert!(said(&document, "hiddenSheets").contains("甲"));
    assert!(said(&document, "hiddenCells").contains("第 B 列"));
    // What is hidden and empty is nothing to speak of.
    let empty = content(&row(&["A1=项目"]));
    assert_eq!(Workbook::default().with("甲", "", &empty).read().remarks, []);
}
