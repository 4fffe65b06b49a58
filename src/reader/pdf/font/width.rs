//! How far a glyph moves the pen.

use super::super::fixed::{ONE, fixed};
use hayro_syntax::object::dict::keys::{DW, FIRST_CHAR, MISSING_WIDTH, W, WIDTHS};
use hayro_syntax::object::{Array, Dict, Number, Object};

/// Widths by code or by CID, as fixed-point parts of the size.
pub(super) struct Widths {
    /// First and last, and their width; in order.
    ranges: Vec<(u32, u32, i64)>,
    usual: i64,
}

/// A thousandth of the size, which widths are given in.
fn of_thousandths(width: Number) -> i64 {
    fixed(width) / 1000
}

impl Widths {
    /// Those of a simple font; `scale` makes them parts of the size.
    pub(super) fn simple(font: &Dict<'_>, descriptor: &Dict<'_>, scale: impl Fn(Number) -> i64) -> Self {
        let first = font.get::<i32>(FIRST_CHAR).and_then(|c| u32::try_from(c).ok()).unwrap_or(0);
        let mut ranges = Vec::new();
        if let Some(widths) = font.get::<Array<'_>>(WIDTHS) {
            for (code, width) in (first..256).zip(widths.iter::<Number>()) {
                ranges.push((code, code, scale(width)));
            }
        }
        // Fonts that every viewer has come without widths; half the size is near most of their glyphs.
        let usual = descriptor.get::<Number>(MISSING_WIDTH).map(scale).filter(|w| *w > 0).unwrap_or(ONE / 2);
        Self { ranges, usual }
    }

    pub(super) fn plain(font: &Dict<'_>, descriptor: &Dict<'_>) -> Self {
        Self::simple(font, descriptor, of_thousandths)
    }

    /// Those of a font with CIDs.
    pub(super) fn composite(font: &Dict<'_>) -> Self {
        let mut ranges = Vec::new();
        if let Some(array) = font.get::<Array<'_>>(W) {
            let mut items = array.iter::<Object<'_>>();
            while let (Some(Object::Number(first)), Some(next)) = (items.next(), items.next()) {
                let first = first.as_i64().clamp(0, 0xffff) as u32;
                match next {
                    Object::Array(widths) => {
                        for (cid, width) in (first..=0xffff).zip(widths.iter::<Number>()) {
                            ranges.push((cid, cid, of_thousandths(width)));
                        }
                    }
                    Object::Number(last) => {
                        let Some(Object::Number(width)) = items.next() else { break };
                        ranges.push((first, last.as_i64().clamp(0, 0xffff) as u32, of_thousandths(width)));
                    }
                    _ => break,
                }
            }
        }
        crate::order::by_key(&mut ranges, |(first, _, _)| *first);
        Self { ranges, usual: font.get::<Number>(DW).map_or(ONE, of_thousandths) }
    }

    pub(super) fn width(&self, code: u32) -> i64 {
        let after = self.ranges.partition_point(|(first, _, _)| *first <= code);
        let range = after.checked_sub(1).and_then(|i| self.ranges.get(i));
        range.filter(|(_, last, _)| code <= *last).map_or(self.usual, |(_, _, width)| *width)
    }
}
