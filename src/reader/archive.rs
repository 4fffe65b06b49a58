//! A zip archive of documents (压缩包) → its files, one after the other.
//!
//! Nothing in it is taken for a path: the name of a file is shown and decides nothing. What is not unpacked is said, each with its reason:
//! what is packed denser than documents are, archives inside the archive, what is locked, and what is beyond the limits.

use crate::gather::Gather;
use std::io::Cursor;

use zip::ZipArchive;

use super::decode::decode;
use super::error::Quantity;
use super::format::{self, is_zip};
use super::package::{inflate, reason};
use super::{ReadError, Session};

/// Files of an archive, at most: more than any bureau has departments, and their tables.
const MOST_FILES: usize = 5_000;

/// What becomes of a file of an archive.
#[derive(Debug, PartialEq, Eq)]
pub enum Unpacked {
    /// Its bytes.
    File(Vec<u8>),
    /// Why it was left out.
    LeftOut(ReadError),
}

/// Whether bytes are an archive of files and no document that is one inside.
#[must_use]
pub fn is_archive(name: &str, bytes: &[u8]) -> bool {
    is_zip(bytes) && format::detect(name, bytes) == Err(ReadError::Archive)
}

/// Unpacks an archive; `take` gets every file with its name, folders in front, as soon as it is there.
///
/// # Errors
/// Where the archive itself cannot be opened, holds too many files or none at all, or where it shall not go on.
pub fn unpack(bytes: &[u8], session: &mut Session, take: &mut dyn FnMut(String, Unpacked)) -> Result<(), ReadError> {
    session.check_size(bytes.len())?;
    if bytes.windows(4).filter(|mark| *mark == b"PK\x01\x02").nth(MOST_FILES).is_some() {
        return Err(ReadError::TooMuch(Quantity::Files));
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|e| reason(&e))?;
    let all = archive.len();
    let mut is_empty = true;
    for index in 0..all {
        session.step(index, all)?;
        let Some(name) = shown_name(&mut archive, index).filter(|name| is_document(name)) else { continue };
        is_empty = false;
        take(name, one(&mut archive, index, session)?);
    }
    if is_empty { Err(ReadError::Archive) } else { Ok(()) }
}

fn one(archive: &mut ZipArchive<Cursor<&[u8]>>, index: usize, session: &mut Session) -> Result<Unpacked, ReadError> {
    let limit = session.room().min(session.limits().bytes);
    let mut bytes = Vec::new();
    let size = match inflate(archive, index, limit, &mut |piece| bytes.extend_from_slice(piece)) {
        Ok(size) => size,
        Err(error) => return Ok(Unpacked::LeftOut(error)),
    };
    session.inflate(size)?;
    Ok(if is_archive("", &bytes) { Unpacked::LeftOut(ReadError::Nested) } else { Unpacked::File(bytes) })
}

/// The name as its maker wrote it: in UTF-8 where that is what the bytes are, else in GBK; folders that lead upwards are dropped.
fn shown_name(archive: &mut ZipArchive<Cursor<&[u8]>>, index: usize) -> Option<String> {
    let file = archive.by_index_raw(index).ok().filter(zip::read::ZipFile::is_file)?;
    let (name, _) = decode(file.name_raw()).ok()?;
    let is_step = |part: &&str| !part.is_empty() && *part != "." && *part != ".." && !part.ends_with(':');
    let parts: Vec<&str> = name.split(['/', '\\']).filter(is_step).gather();
    let shown: String = parts.join("/").chars().filter(|c| !c.is_control()).collect();
    (!shown.is_empty()).then_some(shown)
}

/// What systems and office programs leave beside documents is none.
fn is_document(name: &str) -> bool {
    let file = name.rsplit('/').next().unwrap_or(name);
    let is_left = name.starts_with("__MACOSX/") || file.starts_with("~$") || file.starts_with('.');
    !is_left && !matches!(file.to_lowercase().as_str(), "thumbs.db" | "desktop.ini")
}
