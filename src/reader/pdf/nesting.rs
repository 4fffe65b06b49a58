//! Dictionaries inside each other: the parser needs time that grows with the square of their depth, so that they are counted first.

use super::super::{ReadError, Session};
use super::stream::find;

/// Checks the objects of a file; what stands in their streams is no object.
///
/// # Errors
/// Where dictionaries stand too deep inside each other.
pub(super) fn check_objects(file: &[u8], session: &Session) -> Result<(), ReadError> {
    let mut from = 0;
    while let Some(objects) = file.get(from..).filter(|rest| !rest.is_empty()) {
        let end = find(objects, b"stream", 0).unwrap_or(objects.len());
        session.depth(depth(objects.get(..end).unwrap_or(objects)))?;
        from += find(objects, b"endstream", end).map_or(objects.len(), |at| at + b"endstream".len());
    }
    Ok(())
}

/// How many dictionaries stand open at once, at most.
pub(super) fn depth(data: &[u8]) -> usize {
    let (mut open, mut most) = (0_usize, 0);
    let mut rest = data;
    loop {
        rest = match rest {
            [b'<', b'<', after @ ..] => {
                open += 1;
                most = most.max(open);
                after
            }
            [b'>', b'>', after @ ..] => {
                open = open.saturating_sub(1);
                after
            }
            [_, after @ ..] => after,
            [] => return most,
        };
    }
}
