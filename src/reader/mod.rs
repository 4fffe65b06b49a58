//! Bytes of a file → [`Document`]. The only part of the core that can fail.
//!
//! A file's format is seen from its content, never from its name, which often lies. Every reader keeps to the [`Limits`] of its
//! [`Session`], tells how far it is, and stops when it is told to. Nothing panics on any bytes.

mod archive;
mod charset;
mod decode;
mod docx;
mod error;
mod format;
mod html;
mod markdown;
mod ole;
mod package;
mod pdf;
mod relationship;
pub(crate) mod remark;
mod session;
mod sheet;
mod text;
mod xml;

pub use archive::{Unpacked, is_archive, unpack};
pub use error::ReadError;
pub use session::{Limits, Session};

use crate::document::Document;
use format::Container;

/// Reads a file.
///
/// # Errors
/// Where the file cannot be read; the error says what its owner can do about it.
pub fn read(name: &str, bytes: &[u8], session: &mut Session) -> Result<Document, ReadError> {
    session.check_size(bytes.len())?;
    match format::detect(name, bytes)? {
        Container::Text => text::read(bytes, session),
        Container::Docx => docx::read(bytes, session),
        Container::Xlsx => sheet::xlsx::read(bytes, session),
        Container::Xls => sheet::xls::read(bytes, session),
        Container::Ods => sheet::ods::read(bytes, session),
        Container::Pdf => pdf::read(bytes, session),
    }
}
