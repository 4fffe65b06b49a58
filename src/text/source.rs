//! The text as given: the only place that slices it, and the only place that counts UTF-16.

use super::Span;

/// Distance in bytes between two checkpoints of the UTF-16 count.
const STRIDE: usize = 64;

/// The text as given (原文). It is never normalised, so that offsets match the caller's string.
#[derive(Clone, Debug, Default)]
pub struct SourceText {
    text: String,
    /// UTF-16 units before every `STRIDE`th byte, or the first one behind it that begins a character.
    checkpoints: Vec<(u32, u32)>,
}

impl SourceText {
    /// Takes the text. Bytes past 4 GiB could not be addressed by a [`Span`]; readers limit far below that.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        let mut checkpoints = vec![(0, 0)];
        let (mut at, mut before) = (0, 0);
        while let Some(next) = (at + STRIDE..text.len()).find(|byte| text.is_char_boundary(*byte)) {
            before += text.get(at..next).map_or(0, units);
            checkpoints.push((next as u32, before));
            at = next;
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
        let (from, before) = self.checkpoints.get(at).copied().unwrap_or((0, 0));
        before + self.text.get(from as usize..byte as usize).map_or(0, units)
    }

    /// A span in UTF-16 units.
    #[must_use]
    pub fn utf16(&self, span: Span) -> (u32, u32) {
        (self.utf16_from_byte(span.start), self.utf16_from_byte(span.end))
    }
}

/// UTF-16 units of a text: a character begins with any byte but a following one; beyond the first plane it is two units.
fn units(text: &str) -> u32 {
    text.bytes().map(|byte| u32::from(byte & 0xC0 != 0x80) + u32::from(byte >= 0xF0)).sum()
}
