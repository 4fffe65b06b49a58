//! Marked content with a text of its own (ActualText), which stands in place of what is drawn.

use super::font::Trust;
use super::ink::{Glyph, Ink};
use crate::reader::charset::Charset;
use hayro_syntax::object::dict::keys::ACTUAL_TEXT;
use hayro_syntax::object::{Dict, String as Bytes};

/// Marked content that has begun.
#[derive(Default)]
pub(super) struct Marked {
    text: Option<String>,
    from: usize,
}

impl Marked {
    pub(super) fn begin(properties: &Dict<'_>, ink: &Ink) -> Self {
        let text = properties.get::<Bytes<'_>>(ACTUAL_TEXT).map(|text| decode(&text));
        Self { text, from: ink.glyphs.len() }
    }

    /// Puts the text in place of what was drawn since, where that stands on one line.
    pub(super) fn end(self, ink: &mut Ink) {
        let Some(text) = self.text else { return };
        let drawn = ink.glyphs.get(self.from..).unwrap_or(&[]);
        let (Some(first), Some(last)) = (drawn.first().copied(), drawn.last().copied()) else { return };
        let one_line = (first.origin.1 - last.origin.1).abs() < first.size / 2 && first.area.left <= last.area.left;
        // What spans lines keeps its own characters unless nobody can tell what they are.
        if !one_line && drawn.iter().all(|g| g.trust == Trust::Sure) {
            return;
        }
        let count = text.chars().count().max(1) as i64;
        let width = (last.area.right - first.area.left).max(0);
        ink.glyphs.truncate(self.from);
        for (i, c) in text.chars().enumerate() {
            let mut area = first.area;
            area.left = first.area.left + width * i as i64 / count;
            area.right = first.area.left + width * (i as i64 + 1) / count;
            ink.glyphs.push(Glyph { c, area, origin: (area.left, first.origin.1), trust: Trust::Sure, ..first });
        }
    }
}

/// A text string of the format: UTF-16 or UTF-8 with a mark, else nearly Latin-1.
fn decode(bytes: &[u8]) -> String {
    let (encoding, mark) = Charset::of_mark(bytes).unwrap_or((Charset::WINDOWS_1252, 0));
    let text = encoding.read_lossy(bytes.get(mark..).unwrap_or_default());
    text.chars().filter(|c| !c.is_control()).collect()
}
