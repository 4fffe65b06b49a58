//! The bytes of a file → its pages.

use super::super::{ReadError, Session};
use super::{nesting, stream};
use hayro_syntax::object::Dict;
use hayro_syntax::object::dict::keys::{COUNT, PAGES};
use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

/// An opened file.
pub(super) struct File {
    pub pdf: Pdf,
    /// Pages that the file says it has beyond those that were found.
    pub missing: usize,
}

/// Opens a file.
///
/// # Errors
/// Where it is locked or damaged, or has too much inside.
pub(super) fn open(bytes: &[u8], session: &mut Session) -> Result<File, ReadError> {
    nesting::check_objects(bytes, session)?;
    stream::count_object_streams(bytes, session)?;
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected | DecryptionError::UnsupportedAlgorithm) => {
            ReadError::Encrypted
        }
        LoadPdfError::Decryption(_) | LoadPdfError::Invalid => ReadError::Damaged,
    })?;
    let found = pdf.pages().len();
    session.pages(found)?;
    if found == 0 {
        return Err(ReadError::Damaged);
    }
    let missing = promised(&pdf).saturating_sub(found);
    Ok(File { pdf, missing })
}

/// How many pages the root of the page tree speaks of.
fn promised(pdf: &Pdf) -> usize {
    let root = pdf.xref().get::<Dict<'_>>(pdf.xref().root_id());
    let count = root.and_then(|root| root.get::<Dict<'_>>(PAGES)).and_then(|pages| pages.get::<i32>(COUNT));
    count.and_then(|count| usize::try_from(count).ok()).unwrap_or(0)
}
