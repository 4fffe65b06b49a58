//! Text files.

use super::{ReadError, Session, decode, remark};
use crate::document::Document;

/// Reads a text file.
pub(super) fn read(bytes: &[u8], session: &mut Session) -> Result<Document, ReadError> {
    let (text, encoding) = decode::decode(bytes)?;
    session.characters(text.len())?;
    if text.trim().is_empty() {
        return Err(ReadError::Empty);
    }
    let mut document = Document::of_text(&text);
    if encoding != "UTF-8" {
        document.remarks.push(remark::encoding(encoding));
    }
    session.step(1, 1)?;
    Ok(document)
}
