//! Spreadsheets: .xlsx, .xls, .ods and separated values.
//!
//! A cell is the figure that it displays. What a number format makes of a stored number is worked out on its decimal digits, so
//! that a sheet and its print agree; the stored number stands beside it where the two differ. No spreadsheet crate is used:
//! none gives formats, hidden rows and covered cells for all of the formats, and their number formats count in binary fractions.

mod cell;
mod digits;
mod format;
mod lay;
mod merge;
pub(super) mod ods;
mod part;
mod region;
pub(super) mod separated;
mod tally;
mod worksheet;
pub(super) mod xls;
pub(super) mod xlsx;

use super::{ReadError, Session};
use crate::document::{Builder, Document};
use tally::Tally;

/// The finished document; a workbook without a word is empty, and where all that it has is too large, so is the workbook.
fn finish(mut out: Builder, tally: Tally, session: &mut Session) -> Result<Document, ReadError> {
    if let (0, Some(quantity)) = (out.length(), tally.too_much()) {
        return Err(ReadError::TooMuch(quantity));
    }
    let remarks = tally.remarks();
    if out.length() == 0 && remarks.is_empty() {
        return Err(ReadError::Empty);
    }
    for remark in remarks {
        out.remark(remark);
    }
    session.step(1, 1)?;
    Ok(out.finish())
}
