//! An xlsx workbook (工作底稿): one sheet a table, with formulas and what they give.
//!
//! Written by hand: a crate that writes all of xlsx is a third of the engine, and this needs a small part of it.

mod sheet;
mod style;

use std::io::{self, Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::cell::Table;

const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const LINKS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const KINDS: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml";

pub(super) fn write(tables: &[Table]) -> io::Result<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // The beginning of the container's own time, so that the same report gives the same bytes.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut part = |name: &str, content: &str| -> io::Result<()> {
        zip.start_file(name, options)?;
        zip.write_all(HEAD.as_bytes())?;
        zip.write_all(content.as_bytes())
    };
    part("[Content_Types].xml", &content_types(tables))?;
    part("_rels/.rels", &package_links())?;
    // Excel and LibreOffice trust the results of programs they know; these are to be computed anew.
    let application = "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\"><Application>gouji</Application></Properties>";
    part("docProps/app.xml", application)?;
    part("xl/workbook.xml", &workbook(tables))?;
    part("xl/_rels/workbook.xml.rels", &workbook_links(tables))?;
    part("xl/styles.xml", &style::sheet())?;
    for (index, table) in tables.iter().enumerate() {
        part(&format!("xl/{}", sheet_name(index)), &sheet::sheet(table))?;
    }
    Ok(zip.finish()?.into_inner())
}

fn sheet_name(index: usize) -> String {
    format!("worksheets/sheet{}.xml", index.saturating_add(1))
}

fn content_types(tables: &[Table]) -> String {
    let override_of = |name: &str, kind: &str| format!("<Override PartName=\"/{name}\" ContentType=\"{kind}\"/>");
    let mut out = String::from(
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>",
    );
    out.push_str(&override_of(
        "docProps/app.xml",
        "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    ));
    out.push_str(&override_of("xl/workbook.xml", &format!("{KINDS}.sheet.main+xml")));
    out.push_str(&override_of("xl/styles.xml", &format!("{KINDS}.styles+xml")));
    for index in 0..tables.len() {
        out.push_str(&override_of(&format!("xl/{}", sheet_name(index)), &format!("{KINDS}.worksheet+xml")));
    }
    out.push_str("</Types>");
    out
}

fn links(links: impl Iterator<Item = (String, String)>) -> String {
    let mut out =
        String::from("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
    for (index, (kind, target)) in links.enumerate() {
        let id = index.saturating_add(1);
        out.push_str(&format!("<Relationship Id=\"rId{id}\" Type=\"{kind}\" Target=\"{target}\"/>"));
    }
    out.push_str("</Relationships>");
    out
}

fn package_links() -> String {
    let parts = [("officeDocument", "xl/workbook.xml"), ("extended-properties", "docProps/app.xml")];
    links(parts.into_iter().map(|(kind, target)| (format!("{LINKS}/{kind}"), target.to_owned())))
}

fn workbook_links(tables: &[Table]) -> String {
    let sheets = (0..tables.len()).map(|index| (format!("{LINKS}/worksheet"), sheet_name(index)));
    links(sheets.chain([(format!("{LINKS}/styles"), "styles.xml".to_owned())]))
}

fn workbook(tables: &[Table]) -> String {
    let mut out = format!("<workbook xmlns=\"{MAIN}\" xmlns:r=\"{LINKS}\"><sheets>");
    for (index, table) in tables.iter().enumerate() {
        let id = index.saturating_add(1);
        out.push_str(&format!("<sheet name=\"{}\" sheetId=\"{id}\" r:id=\"rId{id}\"/>", table.name));
    }
    out.push_str("</sheets><calcPr fullCalcOnLoad=\"1\"/></workbook>");
    out
}
