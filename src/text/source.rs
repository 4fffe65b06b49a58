//! The text as given: the only place that slices it, and the only place that counts UTF-16.

use super::Span;

/// Distance in bytes between two checkpoints of the UTF-16 count.
const STRIDE: usize = 256;

/// The text as given (原文). It is never normalised, so that offsets match the caller's string.
#[derive(Clone, Debug, Default)]
pub struct SourceText {
    text: String,
    /// UTF-16 units before byte `STRIDE × i`, rounded down to a character boundary.
    checkpoints: Vec<(u32, u32)>,
}

impl SourceText {
    /// Takes the text. Bytes past 4 GiB could not be addressed by a [`Span`]; readers limit far below that.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        let mut checkpoints = vec![(0, 0)];
        let mut units = 0u32;
        let mut next = STRIDE;
        for (byte, ch) in text.char_indices() {
            if byte >= next {
                checkpoints.push((byte as u32, units));
                next = byte + STRIDE;
            }
            units += ch.len_utf16() as u32;
        }
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
        let at = self.checkpoints.partition_point(|&(b, _)| b <= byte).saturating_sub(1);
        let (from, units) = self.checkpoints.get(at).copied().unwrap_or((0, 0));
        let between = self.text.get(from as usize..byte as usize).unwrap_or("");
        // A character begins with any byte but a following one; beyond the first plane it is two units.
        units + between.bytes().map(|byte| u32::from(byte & 0xC0 != 0x80) + u32::from(byte >= 0xF0)).sum::<u32>()
    }

    /// A span in UTF-16 units.
    #[must_use]
    pub fn utf16(&self, span: Span) -> (u32, u32) {
        (self.utf16_from_byte(span.start), self.utf16_from_byte(span.end))
    }
}
