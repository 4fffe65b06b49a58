//! Bytes → characters: UTF-8 or UTF-16 where the bytes say so or can only be that, else GB18030, which holds all of GBK.

use super::ReadError;
use super::charset::Charset;

/// The text of the bytes and the name of their encoding.
///
/// # Errors
/// [`ReadError::Garbled`] where no encoding fits.
pub(super) fn decode(bytes: &[u8]) -> Result<(String, &'static str), ReadError> {
    if let Some((encoding, mark)) = Charset::of_mark(bytes) {
        return read(encoding, bytes.get(mark..).unwrap_or(&[])).ok_or(ReadError::Garbled);
    }
    if let Some(wide) = wide(bytes) {
        return read(wide, bytes).ok_or(ReadError::Garbled);
    }
    read(Charset::UTF_8, bytes).or_else(|| read(Charset::GB18030, bytes)).ok_or(ReadError::Garbled)
}

fn read(encoding: Charset, bytes: &[u8]) -> Option<(String, &'static str)> {
    encoding.read(bytes).filter(|text| !text.contains('\0')).map(|text| (text, encoding.name()))
}

/// UTF-16 without a mark: digits and breaks have a zero byte, always on the same side.
fn wide(bytes: &[u8]) -> Option<Charset> {
    let head = bytes.get(..bytes.len().min(4096)).unwrap_or(&[]);
    let zeros = |odd: usize| head.iter().skip(odd).step_by(2).filter(|b| **b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    match (even, odd) {
        (0, 1..) => Some(Charset::UTF_16LE),
        (1.., 0) => Some(Charset::UTF_16BE),
        _ => None,
    }
}
