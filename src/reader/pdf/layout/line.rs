//! Characters → lines of text, and their stretches between wide gaps.

use super::super::geometry::Area;
use super::super::ink::Glyph;

/// A stretch of a line without a wide gap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) struct Segment {
    pub text: String,
    pub area: Area,
}

/// A line of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) struct Line {
    pub segments: Vec<Segment>,
    pub area: Area,
    /// The size of its largest characters.
    pub size: i64,
    /// The width of what cannot be parted at its beginning: a character, or a word or figure in Latin letters.
    pub first_width: i64,
}

impl Line {
    /// All of its text.
    pub(in super::super) fn text(&self) -> String {
        self.segments.iter().map(|s| s.text.as_str()).collect::<Vec<_>>().join(" ")
    }

    /// The middle of its height.
    pub(in super::super) const fn middle(&self) -> i64 {
        (self.area.top + self.area.bottom) / 2
    }
}

/// Whether a character is set close to its neighbours without blanks between words.
pub(in super::super) fn is_wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ff60}' | '\u{20000}'..='\u{3ffff}' | '“'..='”' | '‘'..='’' | '…' | '—')
}

/// The lines of characters that stand upright, from the top down.
pub(in super::super) fn lines(glyphs: &[Glyph]) -> Vec<Line> {
    let mut order: Vec<&Glyph> = glyphs.iter().collect();
    order.sort_by_key(|g| g.area.middle().1);
    let mut out = Vec::new();
    let mut row: Vec<&Glyph> = Vec::new();
    let mut anchor: Option<&Glyph> = None;
    for glyph in order {
        let fits = anchor.is_none_or(|anchor| {
            let apart = (glyph.area.middle().1 - anchor.area.middle().1).abs();
            apart * 2 <= glyph.size.min(anchor.size).max(anchor.size * 2 / 3)
        });
        if !fits {
            out.extend(line(&mut row));
            anchor = None;
        }
        // Small raised signs and blanks never decide where a line is.
        if anchor.is_none_or(|a| glyph.c != ' ' && (a.c == ' ' || glyph.size > a.size)) {
            anchor = Some(glyph);
        }
        row.push(glyph);
    }
    out.extend(line(&mut row));
    out
}

/// One line of the characters of a row, which is emptied.
fn line(row: &mut Vec<&Glyph>) -> Option<Line> {
    let mut row = std::mem::take(row);
    row.sort_by_key(|g| g.area.left);
    let size = row.iter().filter(|g| g.c != ' ').map(|g| g.size).max()?;
    let mut segments: Vec<Segment> = Vec::new();
    let mut last: Option<&Glyph> = None;
    let mut blank = false;
    let (mut head, mut first_width) = (true, 0);
    for glyph in row {
        if glyph.c == ' ' || glyph.c == '\u{3000}' {
            blank = true;
            continue;
        }
        if last.is_some_and(|last| is_same(last, glyph)) {
            continue;
        }
        let gap = last.map_or(0, |last| glyph.area.left - last.area.right);
        match segments.last_mut().filter(|_| gap <= size * 6 / 5 && !is_column(last, glyph, gap)) {
            Some(segment) => {
                if let Some(last) = last.filter(|last| blank || is_parted(last, glyph, gap)) {
                    push_blank(&mut segment.text, last.c);
                }
                segment.text.push(glyph.c);
                segment.area = segment.area.with(&glyph.area);
            }
            None => segments.push(Segment { text: glyph.c.to_string(), area: glyph.area }),
        }
        if head {
            let whole = glyph.c.is_ascii_alphanumeric() || matches!(glyph.c, '.' | ',' | '%');
            head = whole && !blank;
            if first_width == 0 || head {
                first_width += glyph.area.width();
            }
        }
        blank = false;
        last = Some(glyph);
    }
    let area = segments.iter().map(|s| s.area).reduce(|a, b| a.with(&b))?;
    Some(Line { segments, area, size, first_width })
}

fn push_blank(text: &mut String, last: char) {
    if last != ' ' {
        text.push(' ');
    }
}

/// The same character drawn twice, to make it bold.
fn is_same(last: &Glyph, glyph: &Glyph) -> bool {
    let near = |a: i64, b: i64| (a - b).abs() * 10 <= glyph.area.width().min(glyph.size) * 3;
    last.c == glyph.c && near(last.area.left, glyph.area.left) && near(last.origin.1, glyph.origin.1)
}

/// Whether a gap parts two figures, which stand closer in narrow columns than words do.
fn is_column(last: Option<&Glyph>, glyph: &Glyph, gap: i64) -> bool {
    let size = glyph.size;
    last.is_some_and(|last| last.c.is_ascii_digit() && glyph.c.is_ascii_digit() && gap * 10 >= size * 6)
}

/// Whether a gap without a blank parts two words or numbers.
fn is_parted(last: &Glyph, glyph: &Glyph, gap: i64) -> bool {
    let size = last.size.min(glyph.size);
    match (is_wide(last.c), is_wide(glyph.c)) {
        (true, _) | (_, true) => gap * 10 >= size * 7,
        _ if last.c.is_ascii_digit() && glyph.c.is_ascii_digit() => gap * 10 >= size * 4,
        _ => gap * 100 >= size * 22,
    }
}
