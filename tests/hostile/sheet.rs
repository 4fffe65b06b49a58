//! Workbooks: what cells, areas, strings and repetitions may claim.

use super::container::{packed, types, with_packed, zip};
use super::{measured, outcome};

const REL: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MAIN: &str = "spreadsheetml.sheet";

/// The parts of a workbook with this sheet, to which others can be added.
fn parts(sheet: &str) -> Vec<(&'static str, Vec<u8>)> {
    let related = ["worksheet", "sharedStrings"]
        .map(|kind| format!(r#"<Relationship Id="{kind}" Type="{REL}/{kind}" Target="{kind}.xml"/>"#));
    vec![
        ("[Content_Types].xml", types(MAIN).into_bytes()),
        ("xl/workbook.xml", b"<workbook><sheets><sheet name='s' id='worksheet'/></sheets></workbook>".to_vec()),
        ("xl/_rels/workbook.xml.rels", format!("<Relationships>{}</Relationships>", related.concat()).into_bytes()),
        ("xl/worksheet.xml", format!("<worksheet>{sheet}</worksheet>").into_bytes()),
    ]
}

fn workbook(sheet: &str, more: &[(&'static str, Vec<u8>)]) -> Vec<u8> {
    let all = [parts(sheet), more.to_vec()].concat();
    zip(&all.iter().map(|(name, body)| (*name, body.as_slice())).collect::<Vec<_>>())
}

fn ods(table: &str) -> Vec<u8> {
    let content = format!(
        "<document-content><body><spreadsheet><table name='s'>{table}</table></spreadsheet></body></document-content>"
    );
    let kind = b"application/vnd.oasis.opendocument.spreadsheet";
    zip(&[("mimetype", kind), ("content.xml", content.as_bytes())])
}

#[test]
fn cells_where_no_sheet_reaches() {
    for name in ["XFE1", "A1048577", "AAAAAAAA1", "A99999999999", "A0", "1", "A", ""] {
        let sheet = format!("<sheetData><row><c r='{name}'><v>1</v></c></row></sheetData>");
        assert_eq!(outcome(name, &workbook(&sheet, &[])), "damaged");
    }
    let row = "<sheetData><row r='4294967295'><c><v>1</v></c><c><v>1</v></c></row></sheetData>";
    assert_eq!(outcome("a row", &workbook(row, &[])), "damaged");
}

#[test]
fn a_cell_at_the_end_of_the_sheet_stretches_nothing() {
    let sheet =
        "<dimension ref='A1:XFD1048576'/><sheetData><row r='1'><c r='A1'><v>1</v></c><c r='B1'><v>1</v></c></row>
        <row r='1048576'><c r='XFD1048576'><v>1</v></c></row></sheetData>
        <mergeCells><mergeCell ref='A1:XFD1'/><mergeCell ref='A2:XFD1048575'/></mergeCells>";
    let document = measured("far", &workbook(sheet, &[])).expect("it can be read");
    let report = gouji::check_document(&document);
    assert!(report.document.tables.iter().all(|table| table.rows < 10 && table.columns < 10));
}

#[test]
fn areas_by_the_hundred_thousand() {
    let cells: String = (1..=1000).map(|n| format!("<row r='{n}'><c r='A{n}'><v>1</v></c></row>")).collect();
    for overlap in [false, true] {
        let area =
            |n: usize| if overlap { format!("A1:XFD{}", n + 2) } else { format!("A{}:B{}", 2 * n + 1, 2 * n + 2) };
        let areas: String = (0..200_000).map(|n| format!("<mergeCell ref='{}'/>", area(n))).collect();
        let sheet = format!("<sheetData>{cells}</sheetData><mergeCells>{areas}</mergeCells>");
        assert_eq!(outcome("areas", &workbook(&sheet, &[])), "read");
    }
}

#[test]
fn one_long_string_in_every_cell() {
    let strings = format!("<sst><si><t>{}</t></si></sst>", "长".repeat(300_000)).into_bytes();
    let cells = "<c t='s'><v>0</v></c>".repeat(10_000);
    let sheet = format!("<sheetData><row>{cells}</row></sheetData>");
    assert_eq!(outcome("strings", &workbook(&sheet, &[("xl/sharedStrings.xml", strings)])), "tooMuch");
}

#[test]
fn strings_that_inflate_beyond_measure_or_are_missing() {
    let sheet = "<sheetData><row><c t='s'><v>7</v></c></row></sheetData>";
    let parts = parts(sheet);
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, body)| (*name, body.as_slice())).collect();
    assert_eq!(outcome("bomb", &with_packed(&parts, "xl/sharedStrings.xml", &packed(500), 500_000_000)), "tooMuch");
    for strings in ["<sst/>", "<sst><si><t>a</t></si></sst>"] {
        assert_eq!(outcome("missing", &workbook(sheet, &[("xl/sharedStrings.xml", strings.into())])), "damaged");
    }
}

#[test]
fn sheets_of_markup_without_end() {
    for element in ["c", "row", "is", "extLst", "mc:AlternateContent"] {
        let sheet = format!("<sheetData><row><c>{}", format!("<{element}>").repeat(100_000));
        assert_eq!(outcome(element, &workbook(&sheet, &[])), "tooMuch");
        assert_eq!(outcome(element, &ods(&format!("<{element}>").repeat(100_000))), "tooMuch");
    }
}

#[test]
fn cells_that_are_repeated_beyond_measure() {
    let cell = "<table-cell number-columns-repeated='16384'><p>1</p></table-cell>";
    for count in [1000, 1_048_576, 4_000_000_000_u32] {
        let row = format!("<table-row number-rows-repeated='{count}'>{cell}</table-row>");
        assert_eq!(outcome("repeated", &ods(&row)), "tooMuch", "{count}");
    }
    let blanks =
        "<table-row number-rows-repeated='4000000000'><table-cell number-columns-repeated='4000000000'/></table-row>";
    assert_eq!(outcome("blanks", &ods(blanks)), "empty");
}

/// A workbook cut anywhere is damaged, or has lost nothing of what is read.
#[test]
fn old_workbooks_cut_anywhere() {
    let whole = std::fs::read("tests/twins/tables.xls").expect("a workbook");
    let text = measured("whole", &whole).expect("it can be read").text;
    for length in (8..whole.len()).step_by(97) {
        match measured("cut", &whole[..length]) {
            Ok(document) => assert_eq!(document.text, text, "{length} of {}", whole.len()),
            Err(error) => assert!(["damaged", "unknown"].contains(&error.code()), "{length}: {}", error.code()),
        }
    }
}

#[test]
fn old_workbooks_whose_bytes_lie() {
    let whole = std::fs::read("tests/twins/tables.xls").expect("a workbook");
    for at in (28..whole.len()).step_by(61) {
        for lie in [0, 0xff] {
            let mut bytes = whole.clone();
            let end = (at + 4).min(bytes.len());
            bytes[at..end].fill(lie);
            // Whatever it is read as, it neither hangs nor fails without a sentence.
            let _ = measured("a lie", &bytes);
        }
    }
}
