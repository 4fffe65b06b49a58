//! The records of a workbook stream: a kind, a length, a body, and what continues it.

use crate::gather::Gather;
use crate::reader::ReadError;

/// A record (记录).
#[derive(Clone, Debug)]
pub(super) struct Record<'a> {
    /// What it is.
    pub kind: u16,
    /// Its body.
    pub body: &'a [u8],
    /// The bodies of the records that continue it.
    pub more: Vec<&'a [u8]>,
}

/// Begins a workbook or a sheet.
pub(super) const BEGIN: u16 = 0x0809;
/// Ends it.
pub(super) const END: u16 = 0x000a;
const CONTINUE: u16 = 0x003c;

/// The records from a place in the stream on, to its end.
pub(super) struct Records<'a> {
    left: &'a [u8],
}

impl<'a> Records<'a> {
    /// From this place on.
    pub(super) fn from(stream: &'a [u8], start: usize) -> Self {
        Self { left: stream.get(start..).unwrap_or(&[]) }
    }

    fn take(&mut self, kind: Option<u16>) -> Option<(u16, &'a [u8])> {
        let found = word(self.left, 0).filter(|k| kind.is_none_or(|wanted| *k == wanted))?;
        let end = 4 + usize::from(word(self.left, 2)?);
        let body = self.left.get(4..end)?;
        self.left = self.left.get(end..).unwrap_or(&[]);
        Some((found, body))
    }
}

impl<'a> Iterator for Records<'a> {
    type Item = Record<'a>;

    fn next(&mut self) -> Option<Record<'a>> {
        let (kind, body) = self.take(None)?;
        let more = std::iter::from_fn(|| self.take(Some(CONTINUE)).map(|(_, body)| body)).gather();
        Some(Record { kind, body, more })
    }
}

impl Record<'_> {
    /// Two bytes of the body.
    pub(super) fn word(&self, at: usize) -> Result<u16, ReadError> {
        word(self.body, at).ok_or(ReadError::Damaged)
    }

    /// Four bytes of the body.
    pub(super) fn long(&self, at: usize) -> Result<u32, ReadError> {
        Ok(u32::from(self.word(at)?) | u32::from(self.word(at + 2)?) << 16)
    }
}

fn word(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}
