//! A cell is the figure that it shows; what it stores stands beside it, and a difference is said.

use super::writer::{Workbook, said};

fn styled(style: u32, number: &str) -> gouji::document::Document {
    Workbook::of(&format!(r#"<row r="1"><c r="A1" s="{style}"><v>{number}</v></c></row>"#)).read()
}

/// What a number shows in one of the styles.
fn shown(style: u32, number: &str) -> String {
    styled(style, number).text.trim().to_owned()
}

#[test]
fn formats_decide_what_a_cell_shows() {
    assert_eq!(shown(0, "12.5"), "12.5");
    assert_eq!(shown(1, "1234.567"), "1,234.57");
    assert_eq!(shown(2, "0.0567"), "5.67%");
    assert_eq!(shown(3, "1234567"), "123.5");
    assert_eq!(shown(4, "3456789"), "3.46");
    assert_eq!(shown(5, "45292"), "2024-01-01");
}

#[test]
fn noise_of_the_storage_is_not_shown() {
    assert_eq!(shown(0, "0.30000000000000004"), "0.3");
}

#[test]
fn differences_between_shown_and_stored_are_said() {
    assert!(said(&styled(1, "1234.567"), "roundedCells").contains("甲!A1"));
    assert!(said(&styled(3, "1234567"), "scaledCells").contains("甲!A1"));
    assert!(said(&styled(6, "5"), "veiledCells").contains("甲!A1"));
    assert_eq!(styled(1, "1234.5").remarks, []);
}

#[test]
fn the_stored_number_stands_beside_the_shown_one() {
    let rows = r#"<row r="1"><c r="A1" t="str"><v>项目</v></c><c r="B1" s="1"><v>1234.567</v></c><c r="C1"><v>5</v></c></row>"#;
    let document = Workbook::of(rows).read();
    let stored: Vec<Option<&str>> = document.tables[0].cells.iter().map(|cell| cell.stored.as_deref()).collect();
    assert_eq!(stored, [None, Some("1234.567"), None]);
}

#[test]
fn a_formula_without_a_result_is_said() {
    let rows = r#"<row r="1"><c r="A1" t="str"><v>合计</v></c><c r="B1"><f>SUM(B2:B9)</f></c></row>"#;
    assert!(said(&Workbook::of(rows).read(), "missingResults").contains("1 个公式单元格（甲!B1）"));
    let kept = r#"<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>"#;
    assert_eq!(Workbook::of(kept).read().remarks, []);
}

#[test]
fn numbers_stored_as_text_are_read_and_said() {
    let text = |value: &str| {
        format!(r#"<row r="1"><c r="A1" t="str"><v>{value}</v></c><c r="B1" t="str"><v>元</v></c></row>"#)
    };
    let document = Workbook::of(&text("1,234.50")).read();
    assert_eq!(document.text.trim(), "1,234.50\t元");
    assert!(said(&document, "textNumbers").contains("甲!A1"));
    // A code is no number.
    assert_eq!(Workbook::of(&text("2010301")).read().remarks, []);
}

#[test]
fn error_values_are_said() {
    let document = Workbook::of(r##"<row r="1"><c r="A1" t="e"><v>#REF!</v></c></row>"##).read();
    assert!(said(&document, "errorValues").contains("甲!A1"));
}
