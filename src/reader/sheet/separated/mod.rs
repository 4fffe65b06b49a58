//! Separated values (.csv, .tsv): one sheet without formats, in which everything is as it stands.

mod records;
mod separator;

pub(in crate::reader) use separator::separator;

use super::cell::{self, Cell, Kind};
use super::lay::lay;
use super::tally::Tally;
use super::worksheet::Sheet;
use crate::document::{Builder, Document, Format};
use crate::reader::{ReadError, Session};
use records::Records;

/// Records between two looks at whether to go on.
const STEP: usize = 10_000;

/// Reads a text of separated values, whose separator is known.
pub(in crate::reader) fn read(text: &str, separator: char, session: &mut Session) -> Result<Document, ReadError> {
    let mut sheet = Sheet::default();
    let mut records = Records::new(text, separator);
    let mut row = 0;
    while let Some(record) = records.next() {
        if row % STEP == 0 {
            session.step(records.at(), text.len())?;
        }
        let fields = record.fields.into_iter().enumerate().filter(|(_, field)| !field.trim().is_empty());
        for (column, field) in fields {
            session.cells(1)?;
            sheet.cells.push(cell(row as u32, column as u32, field));
        }
        row += 1;
    }
    let mut out = Builder::new(Format::Csv);
    let mut tally = Tally::default();
    lay(sheet, &mut out, &mut tally, session)?;
    super::finish(out, tally, session)
}

/// Everything is text here, so a number stored as text is nothing to speak of.
fn cell(row: u32, column: u32, field: String) -> Cell {
    // Excel keeps leading zeros by writing a formula.
    let inner = field.trim().strip_prefix("=\"").and_then(|f| f.strip_suffix('"'));
    let text = inner.map_or_else(|| field.clone(), str::to_owned);
    let kind = if cell::read(&text).is_some() { Kind::Plain } else { Kind::Text };
    Cell { row, column, text, kind, stored: None }
}
