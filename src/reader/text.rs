//! Files of characters: text, and what is written in it.

use super::sheet::separated;
use super::{ReadError, Session, decode, html, markdown, remark};
use crate::document::Document;

/// Reads a text file.
pub(super) fn read(bytes: &[u8], session: &mut Session) -> Result<Document, ReadError> {
    let (text, encoding) = html::declared(bytes).map_or_else(|| decode::decode(bytes), Ok)?;
    session.characters(text.len())?;
    if text.trim().is_empty() {
        return Err(ReadError::Empty);
    }
    let mut document = if html::is_html(&text) {
        html::read(&text, session)?
    } else if markdown::is_markdown(&text) {
        markdown::read(&text, session)?
    } else if let Some(separator) = separated::separator(&text) {
        separated::read(&text, separator, session)?
    } else {
        Document::of_text(&text)
    };
    if encoding != "UTF-8" {
        document.remarks.push(remark::encoding(encoding));
    }
    session.step(1, 1)?;
    Ok(document)
}
