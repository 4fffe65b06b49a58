//! The characters inside a cell → its text.

use super::super::geometry::Area;
use super::super::ink::Glyph;
use super::line::{Line, is_wide, lines};
use super::mark::begins_with_mark;

/// The text of a cell; a line that broke off for want of room runs on.
pub(super) fn text(glyphs: &[Glyph], area: Area) -> String {
    let lines = lines(glyphs);
    let mut out = String::new();
    let mut before: Option<&Line> = None;
    for line in &lines {
        let text = line.text();
        if let Some(before) = before {
            let room = area.width() - before.area.width();
            let last = out.chars().next_back().unwrap_or(' ');
            let first = text.chars().next().unwrap_or(' ');
            // Cells have a margin on both sides of about half a character.
            let full = room <= line.first_width.max(line.size / 2) + line.size * 3 / 2;
            let parted = if is_wide(last) && is_wide(first) { false } else { !full };
            if parted || begins_with_mark(&text) {
                out.push('\n');
            } else if is_word(last) && is_word(first) && !(last.is_ascii_digit() && first.is_ascii_digit()) {
                out.push(' ');
            }
        }
        out.push_str(&text);
        before = Some(line);
    }
    out
}

const fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric()
}
