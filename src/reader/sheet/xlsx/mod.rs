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
use super::worksheet::Sheet;
use crate::document::{Builder, Document, Format};
use crate::reader::package::Package;
use crate::reader::relationship::{self, Relationships};
use crate::reader::{ReadError, Session};
use workbook::Entry;

/// Reads a workbook.
pub(in crate::reader) fn read(bytes: &[u8], session: &mut Session) -> Result<Document, ReadError> {
    let mut package = Package::open(bytes)?;
    let whole = relationship::relationships(&mut package, "", session)?;
    let main = relationship::target(&whole, "officeDocument").unwrap_or("xl/workbook.xml");
    let list = relationship::text(&mut package, main, session)?.ok_or(ReadError::Damaged)?;
    let book = workbook::read(&list, session)?;
    let parts = relationship::relationships(&mut package, main, session)?;
    let around = around(&mut package, &parts, book.from_1904, session)?;
    let mut out = Builder::new(Format::Xlsx);
    let mut tally = Tally::default();
    for (index, entry) in book.sheets.iter().enumerate() {
        session.step(index, book.sheets.len())?;
        let part = parts.get(&entry.relationship).ok_or(ReadError::Damaged)?;
        // Sheets of charts and dialogs hold no cells.
        if part.kind != "worksheet" {
            continue;
        }
        match session.spare(|session| sheet(&mut package, &part.target, entry, &around, session))? {
            Ok(sheet) => lay(sheet, &mut out, &mut tally, session)?,
            Err(quantity) => tally.large_sheet(entry.name.clone(), quantity),
        }
    }
    super::finish(out, tally, session)
}

/// A sheet with what is drawn on it.
fn sheet(
    package: &mut Package,
    part: &str,
    entry: &Entry,
    around: &cells::Around,
    session: &mut Session,
) -> Result<Sheet, ReadError> {
    let text = relationship::text(package, part, session)?.ok_or(ReadError::Damaged)?;
    let mut sheet = cells::read(&text, entry, around, session)?;
    let drawings = relationship::relationships(package, part, session)?;
    for drawing in drawings.values().filter(|part| part.kind == "drawing") {
        if let Some(text) = relationship::text(package, &drawing.target, session)? {
            drawing::read(&text, &mut sheet.boxes, session)?;
        }
    }
    Ok(sheet)
}

/// What the cells of all sheets refer to.
fn around(
    package: &mut Package,
    parts: &Relationships,
    from_1904: bool,
    session: &mut Session,
) -> Result<cells::Around, ReadError> {
    let mut text = |kind: &str, session: &mut Session| match relationship::target(parts, kind) {
        Some(name) => relationship::text(package, name, session),
        None => Ok(None),
    };
    let strings = match text("sharedStrings", session)? {
        Some(text) => strings::read(&text, session)?,
        None => Vec::new(),
    };
    let formats = match text("styles", session)? {
        Some(text) => styles::read(&text, session)?,
        None => Vec::new(),
    };
    Ok(cells::Around { strings, formats, from_1904 })
}
