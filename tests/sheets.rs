//! A cell is the figure that it shows, in a workbook as in separated values.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a broken promise must fail loudly

use std::io::{Cursor, Write};

use gouji::reader::{Limits, Session, read};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const REL: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Formats by the style that a cell names: General, #,##0.00, 0.00%, two that scale, a date.
const STYLES: &str = r#"<styleSheet><numFmts><numFmt numFmtId="170" formatCode="0!.0,"/>
    <numFmt numFmtId="171" formatCode="0.00,,"/><numFmt numFmtId="172" formatCode="yyyy-mm-dd"/></numFmts>
    <cellXfs><xf numFmtId="0"/><xf numFmtId="4"/><xf numFmtId="10"/><xf numFmtId="170"/><xf numFmtId="171"/>
    <xf numFmtId="172"/></cellXfs></styleSheet>"#;

fn workbook(rows: &str) -> Vec<u8> {
    let types = r#"<Types><Override PartName="/xl/workbook.xml"
        ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>"#;
    let link = |id: &str, kind: &str, target: &str| {
        format!(r#"<Relationship Id="{id}" Type="{REL}/{kind}" Target="{target}"/>"#)
    };
    let root = link("r1", "officeDocument", "xl/workbook.xml");
    let inner = link("r1", "worksheet", "worksheets/sheet1.xml") + &link("r2", "styles", "styles.xml");
    let book =
        format!(r#"<workbook xmlns:r="{REL}"><sheets><sheet name="甲" sheetId="1" r:id="r1"/></sheets></workbook>"#);
    let relations = |inside: &str| format!("<Relationships>{inside}</Relationships>");
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    let parts = [
        ("[Content_Types].xml", types.to_owned()),
        ("_rels/.rels", relations(&root)),
        ("xl/workbook.xml", book),
        ("xl/_rels/workbook.xml.rels", relations(&inner)),
        ("xl/styles.xml", STYLES.to_owned()),
        ("xl/worksheets/sheet1.xml", sheet),
    ];
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, body) in parts {
        out.start_file(name, SimpleFileOptions::default()).unwrap();
        out.write_all(body.as_bytes()).unwrap();
    }
    out.finish().unwrap().into_inner()
}

/// The text that the checker reads in a file.
fn text(name: &str, bytes: &[u8]) -> String {
    let mut go_on = |_| true;
    let document = read(name, bytes, &mut Session::new(Limits::default(), &mut go_on)).expect("it can be read");
    gouji::check_document(&document).document.text.trim().to_owned()
}

/// What a number shows in one of the styles.
fn shown(style: u32, number: &str) -> String {
    text("甲.xlsx", &workbook(&format!(r#"<row r="1"><c r="A1" s="{style}"><v>{number}</v></c></row>"#)))
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
fn a_far_cell_costs_nothing() {
    let far = r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"/></row>"#;
    assert_eq!(text("甲.xlsx", &workbook(far)), "1");
}

#[test]
fn separators_are_seen_from_the_content() {
    for (name, body) in [("a.csv", "甲,乙\n1,2\n"), ("b.csv", "甲;乙\n1;2\n"), ("c.tsv", "甲\t乙\n1\t2\n")] {
        assert_eq!(text(name, body.as_bytes()), "甲\t乙\n1\t2", "{name}");
    }
}
