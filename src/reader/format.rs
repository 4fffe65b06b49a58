//! Which format a file has, seen from its content.

use super::ReadError;

/// What kind of container the bytes are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Container {
    /// Characters in some encoding: text, Markdown, CSV, a web page.
    Text,
}

/// The kind of a file.
///
/// # Errors
/// Where it is one that is recognised but cannot be read.
pub(super) fn detect(_name: &str, bytes: &[u8]) -> Result<Container, ReadError> {
    if bytes.is_empty() {
        return Err(ReadError::Empty);
    }
    Ok(Container::Text)
}
