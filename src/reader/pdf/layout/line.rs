//! Characters → lines of text, and their stretches between wide gaps.

use super::super::geometry::Area;
use super::super::ink::Glyph;
use crate::gather::Gather;

/// Characters without a blank between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) struct Word {
    pub text: String,
    pub area: Area,
}

/// A stretch of a line without a wide gap.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) struct Segment {
    pub words: Vec<Word>,
    pub area: Area,
}

impl Segment {
    /// All of its text.
    pub(in super::super) fn text(&self) -> String {
        self.words.iter().map(|w| w.text.as_str()).collect::<Vec<_>>().join(" ")
    }

    /// Adds a character, in a word of its own if it stands apart.
    fn push(&mut self, glyph: &Glyph, apart: bool) {
        self.area = self.area.with(&glyph.area);
        match self.words.last_mut().filter(|_| !apart) {
            Some(word) => {
                word.text.push(glyph.c);
                word.area = word.area.with(&glyph.area);
            }
            None => self.words.push(Word { text: glyph.c.to_string(), area: glyph.area }),
        }
    }
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
        self.segments.iter().map(Segment::text).collect::<Vec<_>>().join(" ")
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
    let mut order: Vec<&Glyph> = glyphs.iter().gather();
    crate::order::by_key(&mut order, |g| g.area.middle().1);
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
    let mut row: Vec<Glyph> = std::mem::take(row).into_iter().copied().gather();
    crate::order::by_key(&mut row, |g| g.area.left);
    let size = row.iter().filter(|g| g.c != ' ').map(|g| g.size).max()?;
    raise(&mut row, size);
    let mut segments: Vec<Segment> = Vec::new();
    let mut last: Option<&Glyph> = None;
    let mut blank = false;
    for glyph in &row {
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
                let apart = blank || last.is_some_and(|last| is_parted(last, glyph, gap));
                segment.push(glyph, apart);
            }
            None => {
                let word = Word { text: glyph.c.to_string(), area: glyph.area };
                segments.push(Segment { words: vec![word], area: glyph.area });
            }
        }
        blank = false;
        last = Some(glyph);
    }
    let area = segments.iter().map(|s| s.area).reduce(|a, b| a.with(&b))?;
    Some(Line { segments, area, size, first_width: first_width(&row) })
}

/// The width of what cannot be parted at the head of a line.
fn first_width(row: &[Glyph]) -> i64 {
    let mut shown = row.iter().skip_while(|g| matches!(g.c, ' ' | '\u{3000}')).peekable();
    let whole = |g: &&Glyph| g.c.is_ascii_alphanumeric() || matches!(g.c, '.' | ',' | '%');
    match shown.peek().copied() {
        Some(first) if !whole(&first) => first.area.width(),
        _ => shown.take_while(whole).map(|g| g.area.width()).sum(),
    }
}

/// A digit that is set small and high behind a word is a note or a power and no digit of a figure before it.
fn raise(row: &mut [Glyph], size: i64) {
    const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let base = row.iter().filter(|g| g.size == size).map(|g| g.origin.1).max().unwrap_or(0);
    let mut end = None;
    for glyph in row {
        let high = glyph.size * 100 <= size * 85 && (base - glyph.origin.1) * 4 >= size;
        let close = end.is_some_and(|end| (glyph.area.left - end) * 3 <= size);
        let raised = glyph.c.to_digit(10).and_then(|digit| RAISED.get(digit as usize));
        if let Some(raised) = raised.filter(|_| high && close) {
            glyph.c = *raised;
        }
        end = Some(glyph.area.right);
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
