//! Workbooks in the making, and what is read in them.

use std::io::{Cursor, Write};

use gouji::document::Document;
use gouji::reader::{Limits, ReadError, Session};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const REL: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// Formats by the style that a cell names: General, #,##0.00, 0.00%, two that scale, a date, one that shows nothing.
const STYLES: &str = r#"<styleSheet><numFmts><numFmt numFmtId="170" formatCode="0!.0,"/>
    <numFmt numFmtId="171" formatCode="0.00,,"/><numFmt numFmtId="172" formatCode="yyyy-mm-dd"/>
    <numFmt numFmtId="173" formatCode=";;;"/></numFmts>
    <cellXfs><xf numFmtId="0"/><xf numFmtId="4"/><xf numFmtId="10"/><xf numFmtId="170"/><xf numFmtId="171"/>
    <xf numFmtId="172"/><xf numFmtId="173"/></cellXfs></styleSheet>"#;

/// A workbook in the making: for each sheet what the workbook says of it, and its part.
#[derive(Default)]
pub struct Workbook {
    sheets: Vec<(String, String)>,
}

impl Workbook {
    /// A workbook of one sheet, 甲, with these rows.
    pub fn of(rows: &str) -> Self {
        Self::default().with("甲", "", &format!("<sheetData>{rows}</sheetData>"))
    }

    /// With a sheet of this name, these attributes and this content.
    pub fn with(mut self, name: &str, attributes: &str, content: &str) -> Self {
        let entry = format!(r#"name="{name}" {attributes}"#);
        self.sheets.push((entry, format!("<worksheet>{content}</worksheet>")));
        self
    }

    pub fn bytes(&self) -> Vec<u8> {
        let types = r#"<Types><Override PartName="/xl/workbook.xml"
            ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>"#;
        let link = |id: &str, kind: &str, target: &str| {
            format!(r#"<Relationship Id="{id}" Type="{REL}/{kind}" Target="{target}"/>"#)
        };
        let relations = |inside: &str| format!("<Relationships>{inside}</Relationships>");
        let (mut list, mut links) = (String::new(), link("s", "styles", "styles.xml"));
        for (number, (entry, _)) in self.sheets.iter().enumerate() {
            list += &format!(r#"<sheet {entry} sheetId="{}" r:id="r{number}"/>"#, number + 1);
            links += &link(&format!("r{number}"), "worksheet", &format!("worksheets/{number}.xml"));
        }
        let mut parts = vec![
            ("[Content_Types].xml".to_owned(), types.to_owned()),
            ("_rels/.rels".to_owned(), relations(&link("r1", "officeDocument", "xl/workbook.xml"))),
            ("xl/workbook.xml".to_owned(), format!(r#"<workbook xmlns:r="{REL}"><sheets>{list}</sheets></workbook>"#)),
            ("xl/_rels/workbook.xml.rels".to_owned(), relations(&links)),
            ("xl/styles.xml".to_owned(), STYLES.to_owned()),
        ];
        let sheets = self.sheets.iter().enumerate();
        parts.extend(sheets.map(|(number, (_, body))| (format!("xl/worksheets/{number}.xml"), body.clone())));
        let mut out = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, body) in parts {
            out.start_file(name, SimpleFileOptions::default()).unwrap();
            out.write_all(body.as_bytes()).unwrap();
        }
        out.finish().unwrap().into_inner()
    }

    pub fn read(&self) -> Document {
        open("甲.xlsx", &self.bytes())
    }
}

/// What a file is read as.
pub fn open(name: &str, bytes: &[u8]) -> Document {
    within(Limits::default(), name, bytes).expect("it can be read")
}

/// What a file is read as within limits.
pub fn within(limits: Limits, name: &str, bytes: &[u8]) -> Result<Document, ReadError> {
    gouji::read(name, bytes, &mut Session::new(limits, &mut |_| true))
}

/// A row whose cells say where they are: `A1=词`, `B1=12.5`.
pub fn row(cells: &[&str]) -> String {
    let number = cells[0].split('=').next().unwrap().trim_start_matches(|c: char| c.is_ascii_uppercase());
    format!(r#"<row r="{number}">{}</row>"#, cells.iter().map(|cell| one(cell)).collect::<String>())
}

fn one(cell: &str) -> String {
    let (name, value) = cell.split_once('=').unwrap();
    let kind = if value.parse::<f64>().is_ok() { "n" } else { "str" };
    format!(r#"<c r="{name}" t="{kind}"><v>{value}</v></c>"#)
}

/// The tables of a document, cell by cell: `A1=词`.
pub fn tables(document: &Document) -> Vec<Vec<String>> {
    let cells = |table: &gouji::document::Table| {
        let words =
            |cell: &gouji::document::Cell| document.text.get(cell.span.start as usize..cell.span.end as usize).unwrap();
        let name = |cell: &gouji::document::Cell| {
            let full = table.name(cell.row, cell.column).expect("cells of a sheet have names");
            full.rsplit('!').next().unwrap().to_owned()
        };
        table.cells.iter().map(|cell| format!("{}={}", name(cell), words(cell))).collect()
    };
    document.tables.iter().map(cells).collect()
}

/// The sentence of this code that the reader has to say.
pub fn said(document: &Document, code: &str) -> String {
    let remark = document.remarks.iter().find(|remark| remark.code == code);
    remark.unwrap_or_else(|| panic!("{code} is said, not only {:?}", document.remarks)).message.clone()
}
