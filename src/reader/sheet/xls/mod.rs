//! Excel 97–2003 and 5/95 workbooks (.xls, also .et of WPS): records in a stream of a compound file.
//!
//! Sizes that a file declares (DIMENSIONS) are never trusted: cells are taken as they come, and counted.

mod cells;
mod double;
mod globals;
mod record;
mod string;

use super::lay::lay;
use super::tally::Tally;
use crate::document::{Builder, Document, Format};
use crate::reader::{ReadError, Session, ole};

/// Reads a workbook.
pub(in crate::reader) fn read(bytes: &[u8], session: &mut Session) -> Result<Document, ReadError> {
    let stream = ["Workbook", "Book"].iter().find_map(|name| ole::stream(bytes, name)).ok_or(ReadError::Damaged)?;
    session.inflate(stream.len())?;
    let globals = globals::read(&stream, session)?;
    let mut out = Builder::new(Format::Xls);
    let mut tally = Tally::default();
    for (index, sheet) in globals.sheets.iter().enumerate() {
        session.step(index, globals.sheets.len())?;
        match session.spare(|session| cells::read(&stream, sheet, &globals, session))? {
            Ok(sheet) => lay(sheet, &mut out, &mut tally, session)?,
            Err(quantity) => tally.large_sheet(sheet.name.clone(), quantity),
        }
    }
    super::finish(out, tally, session)
}
