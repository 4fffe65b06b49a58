//! How sure the text of a page is, and what becomes of characters that nobody can tell.

use super::font::Trust;
use super::ink::{Glyph, Ink};
use crate::gather::Gather;
use crate::reader::charset::Charset;
use std::ops::RangeInclusive;
use std::sync::LazyLock;

/// What a page's text is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Worth {
    /// Good.
    Sure,
    /// A few characters could not be told.
    Holes(usize),
    /// Too many of its characters have no known meaning.
    Unmapped,
    /// Its characters have meanings that make no Chinese.
    Implausible,
}

/// Of a hundred characters, so many without a meaning make a page unreadable.
const MOST_UNKNOWN: usize = 5;
const MOST_PRIVATE: usize = 25;
/// Unicode's Han characters, extension A to the end of the main block.
const HAN: RangeInclusive<char> = '\u{3400}'..='\u{9fff}';
/// Han characters that must be there before their choice says anything.
const LEAST_HAN: usize = 40;

/// What the text of a page is worth.
pub(super) fn worth(ink: &Ink) -> Worth {
    let shown = ink.glyphs.iter().filter(|g| g.c != ' ');
    let (mut all, mut unknown, mut private, mut han, mut common) = (0, 0, 0, 0, 0);
    for glyph in shown {
        all += 1;
        unknown += usize::from(glyph.trust == Trust::Unknown);
        private += usize::from(glyph.trust == Trust::Private);
        if let Some(place) = place(glyph.c) {
            han += 1;
            common += usize::from(COMMON.get(place) == Some(&true));
        }
    }
    let share = |part: usize| part * 100 / all.max(1);
    if share(unknown) >= MOST_UNKNOWN || share(private) >= MOST_PRIVATE {
        return Worth::Unmapped;
    }
    // Nearly all characters of a Chinese text are among the most common 3755; of characters taken at random a fifth is.
    if han >= LEAST_HAN && common * 2 < han {
        return Worth::Implausible;
    }
    if unknown > 0 { Worth::Holes(unknown) } else { Worth::Sure }
}

/// The first level of GB 2312, the 3755 Han characters in most use: by their place after the first Han character of Unicode.
static COMMON: LazyLock<Vec<bool>> = LazyLock::new(|| {
    let rows: Vec<u8> = (0xb0..=0xd7).flat_map(|row| (0xa1..=0xfe).flat_map(move |cell| [row, cell])).gather();
    let text = Charset::GB18030.read_lossy(&rows);
    let mut out = vec![false; HAN.clone().count()];
    for place in text.chars().filter_map(place) {
        if let Some(common) = out.get_mut(place) {
            *common = true;
        }
    }
    out
});

/// Han characters come one after another.
fn place(c: char) -> Option<usize> {
    HAN.contains(&c).then(|| (u32::from(c) - u32::from(*HAN.start())) as usize)
}

/// A figure with a hole in it must not be read as two, or as a shorter one: all of it becomes a hole.
pub(super) fn widen_holes(glyphs: &mut [Glyph]) {
    let is_figure = |g: &Glyph| {
        g.c.is_ascii_digit() || matches!(g.c, '.' | ',' | '%' | '-' | '．' | '，') || g.trust != Trust::Sure
    };
    let near = |a: &Glyph, b: &Glyph| a.origin.1 == b.origin.1 && (b.area.left - a.area.right).abs() * 4 <= a.size;
    for run in glyphs.chunk_by_mut(|a, b| is_figure(a) && is_figure(b) && near(a, b)) {
        if run.iter().any(|g| g.trust == Trust::Unknown) {
            run.iter_mut().for_each(|g| g.c = '\u{fffd}');
        }
    }
}
