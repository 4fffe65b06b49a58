//! The text as given: the only place that slices it, and the only place that counts UTF-16.

use super::Span;
use crate::gather::Gather;

/// Distance in bytes between two checkpoints of the UTF-16 count, as a power of two.
const STRIDE_LOG: u32 = 6;

/// The text as given (原文). It is never normalised, so that offsets match the caller's string.
#[derive(Clone, Debug, Default)]
pub struct SourceText {
    text: String,
    /// UTF-16 units of the characters that begin before every so manyth byte.
    checkpoints: Vec<u32>,
}

impl SourceText {
    /// Takes the text. Bytes past 4 GiB could not be addressed by a [`Span`]; readers limit far below that.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        let mut before = 0;
        let counted = text.as_bytes().chunks(1 << STRIDE_LOG).map(|bytes| {
            before += units(bytes);
            before
        });
        let checkpoints = std::iter::once(0).chain(counted).gather();
        Self { text, checkpoints }
    }

    /// The whole text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The text of a span; empty where the span does not fit this text.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.start as usize..span.end as usize).unwrap_or("")
    }

    /// UTF-16 units before a byte, which is how JavaScript counts.
    #[must_use]
    pub fn utf16_from_byte(&self, byte: u32) -> u32 {
        let at = byte >> STRIDE_LOG;
        let before = self.checkpoints.get(at as usize).or(self.checkpoints.last()).copied().unwrap_or(0);
        let from = (at << STRIDE_LOG) as usize;
        before + self.text.as_bytes().get(from..byte as usize).map_or(0, units)
    }

    /// A span in UTF-16 units.
    #[must_use]
    pub fn utf16(&self, span: Span) -> (u32, u32) {
        (self.utf16_from_byte(span.start), self.utf16_from_byte(span.end))
    }
}

/// UTF-16 units of the characters that begin among the bytes of a stride: one begins with any byte but a following one; beyond the
/// first plane it is two units. Two for each byte fit a byte, of which a processor adds up many at a time.
fn units(bytes: &[u8]) -> u32 {
    bytes.iter().map(|byte| u8::from(byte & 0xC0 != 0x80) + u8::from(*byte >= 0xF0)).sum::<u8>().into()
}
