//! The parts of a zip container, safely: a part is weighed while it inflates, whatever size it declares.

use crate::gather::SortedMap;
use std::io::{self, Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::error::Quantity;
use super::{ReadError, Session};

/// Parts of a container, at most. Real documents have some hundreds.
const MOST_PARTS: usize = 10_000;

/// What a part may inflate to without a look at how densely it was packed.
const FREE: usize = 16 * 1024 * 1024;

/// How many times its packed size a larger part may have. Deflate cannot pass 1032, office XML stays below 50.
const DENSEST: usize = 200;

/// How many bytes are inflated between two looks at the limits.
const PIECE: usize = 64 * 1024;

/// An opened zip container (压缩包). Parts are found by name, without regard to case or the direction of slashes.
///
/// Names are only compared, never taken for paths, so `../` in one leads nowhere.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    names: SortedMap<String, usize>,
}

impl<'a> Package<'a> {
    /// Opens a container.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, ReadError> {
        // Counted before they are opened: what the directory holds of each part takes more memory than its entry in the file.
        if bytes.windows(4).filter(|mark| *mark == b"PK\x01\x02").nth(MOST_PARTS).is_some() {
            return Err(ReadError::TooMuch(Quantity::Inflated));
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|e| reason(&e))?;
        let mut names = SortedMap::new();
        for index in 0..archive.len() {
            if let Some(Ok(name)) = archive.name_for_index(index) {
                names.entry(plain(&name)).or_insert(index);
            }
        }
        Ok(Self { archive, names })
    }

    /// The names of the parts, in lower case.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.names.keys().map(String::as_str)
    }

    /// Whether there is a part of this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.names.contains_key(&plain(name))
    }

    /// A whole part; nothing where there is none of this name.
    pub(super) fn part(&mut self, name: &str, session: &mut Session) -> Result<Option<Vec<u8>>, ReadError> {
        let Some(index) = self.names.get(&plain(name)).copied() else {
            return Ok(None);
        };
        let limit = session.room_for_one();
        let mut out = Vec::new();
        let whole = inflate(&mut self.archive, index, limit, &mut |piece| out.extend_from_slice(piece));
        // Counted in either case: it took its time.
        session.inflate(out.len())?;
        whole?;
        Ok(Some(out))
    }

    /// The first bytes of a small part, to see what the container is.
    pub(super) fn peek(&mut self, name: &str) -> Option<Vec<u8>> {
        let index = self.names.get(&plain(name)).copied()?;
        let mut out = Vec::new();
        inflate(&mut self.archive, index, FREE / 16, &mut |piece| out.extend_from_slice(piece)).ok()?;
        Some(out)
    }
}

/// Inflates a part piece by piece, no further than a limit and no denser than documents are.
pub(super) fn inflate(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    index: usize,
    limit: usize,
    take: &mut dyn FnMut(&[u8]),
) -> Result<usize, ReadError> {
    let mut part = archive.by_index(index).map_err(|e| reason(&e))?;
    let dense = usize::try_from(part.compressed_size()).unwrap_or(usize::MAX).saturating_mul(DENSEST).max(FREE);
    let limit = limit.min(dense);
    let mut piece = vec![0; PIECE];
    let mut size = 0;
    loop {
        let length = match part.read(&mut piece) {
            Ok(0) => return Ok(size),
            Ok(length) => length,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(_) => return Err(ReadError::Damaged),
        };
        size += length;
        if size > limit {
            return Err(ReadError::TooMuch(Quantity::Inflated));
        }
        take(piece.get(..length).unwrap_or(&[]));
    }
}

/// Some producers write backslashes, or a slash in front.
fn plain(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_lowercase()
}

/// Why a container cannot be opened.
pub(super) fn reason(error: &ZipError) -> ReadError {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => ReadError::Encrypted,
        _ => ReadError::Damaged,
    }
}
