//! Excel workbooks in Office Open XML (.xlsx, .xlsm, templates), in its transitional and its strict edition.
//!
//! The main part is found by its relationship, sheets are read one after the other and laid out at once, and the size that a
//! sheet declares is never trusted.

mod cells;
mod drawing;
mod strings;
mod styles;
mod workbook;

use super::lay::lay;
use super::tally::Tally;
use crate::document::{Builder, Document, Format};
use crate::reader::package::Package;
use crate::reader::{ReadError, Session, xml};

/// Reads a workbook.
pub(in crate::reader) fn read(bytes: &[u8], session: &mut Session) -> Result<Document, ReadError> {
    let mut package = Package::open(bytes)?;
    let main = workbook::relations(&mut package, "", session)?
        .into_iter()
        .find(|relation| relation.kind == "officeDocument")
        .map_or_else(|| "xl/workbook.xml".to_owned(), |relation| relation.target);
    let relations = workbook::relations(&mut package, &main, session)?;
    let list = package.part(&main, session)?.ok_or(ReadError::Damaged)?;
    let book = workbook::read(&xml::decode(list), session)?;
    let named = |kind: &str| relations.iter().find(|r| r.kind == kind).map_or("", |r| r.target.as_str());
    let strings = match package.part(named("sharedStrings"), session)? {
        Some(bytes) => strings::read(&xml::decode(bytes), session)?,
        None => Vec::new(),
    };
    let formats = match package.part(named("styles"), session)? {
        Some(bytes) => styles::read(&xml::decode(bytes), session)?,
        None => Vec::new(),
    };
    let around = cells::Around { strings, formats, from_1904: book.from_1904 };
    let mut out = Builder::new(Format::Xlsx);
    let mut tally = Tally::default();
    for (index, entry) in book.sheets.iter().enumerate() {
        session.step(index, book.sheets.len())?;
        let Some(relation) = relations.iter().find(|r| r.id == entry.relation) else {
            return Err(ReadError::Damaged);
        };
        // Sheets of charts and dialogs hold no cells.
        if relation.kind != "worksheet" {
            continue;
        }
        let bytes = package.part(&relation.target, session)?.ok_or(ReadError::Damaged)?;
        let mut sheet = cells::read(&xml::decode(bytes), entry, &around, session)?;
        for drawing in workbook::relations(&mut package, &relation.target, session)? {
            if drawing.kind == "drawing"
                && let Some(bytes) = package.part(&drawing.target, session)?
            {
                drawing::read(&xml::decode(bytes), &mut sheet.boxes, session)?;
            }
        }
        lay(sheet, &mut out, &mut tally, session)?;
    }
    super::finish(out, tally, session)
}
