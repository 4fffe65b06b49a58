//! The state of text: where the next character comes to stand.

use super::super::error::Quantity;
use super::super::{ReadError, Session};
use super::fixed::{ONE, times};
use super::font::{Font, Shown};
use super::geometry::{Area, Matrix, length, thousandths};
use super::ink::{Glyph, Ink, Turn};
use std::rc::Rc;

/// Characters of a page at most.
const MOST_GLYPHS: usize = 1_000_000;
/// Text smaller than this cannot be seen, in thousandths of a point.
const LEAST_SIZE: i64 = 100;

/// The state of text.
#[derive(Clone)]
pub(super) struct Pen<'a> {
    pub font: Option<Rc<Font<'a>>>,
    pub size: i64,
    pub spacing: i64,
    pub word_spacing: i64,
    pub stretch: i64,
    pub leading: i64,
    pub rise: i64,
    /// Whether it draws nothing (text rendering mode 3).
    pub hidden: bool,
    matrix: Matrix,
    line: Matrix,
}

impl Default for Pen<'_> {
    fn default() -> Self {
        Self {
            font: None,
            size: 0,
            spacing: 0,
            word_spacing: 0,
            stretch: ONE,
            leading: 0,
            rise: 0,
            hidden: false,
            matrix: Matrix::IDENTITY,
            line: Matrix::IDENTITY,
        }
    }
}

impl Pen<'_> {
    pub(super) fn begin(&mut self) {
        self.set(Matrix::IDENTITY);
    }

    pub(super) fn set(&mut self, matrix: Matrix) {
        (self.matrix, self.line) = (matrix, matrix);
    }

    pub(super) fn next_line(&mut self, x: i64, y: i64) {
        self.set(Matrix::shift(x, y).within(self.line));
    }

    /// Moves back by a part of the size.
    pub(super) fn step_back(&mut self, part: i64) {
        let step = times(part, self.size).saturating_neg();
        let vertical = self.font.as_ref().is_some_and(|f| f.is_vertical());
        self.step(if vertical { (0, step) } else { (times(step, self.stretch), 0) });
    }

    fn step(&mut self, (x, y): (i64, i64)) {
        self.matrix = Matrix::shift(x, y).within(self.matrix);
    }

    /// Draws a string.
    ///
    /// # Errors
    /// Where the page has too many characters, or its font is too large.
    pub(super) fn show(
        &mut self,
        string: &[u8],
        outer: Matrix,
        session: &mut Session,
        ink: &mut Ink,
    ) -> Result<(), ReadError> {
        let Some(font) = self.font.clone() else {
            // Without a font nobody knows what the bytes stand for.
            ink.cut |= !string.is_empty();
            return Ok(());
        };
        let mut shown = Vec::with_capacity(string.len());
        font.show(string, session, &mut shown)?;
        for code in &shown {
            self.draw(code, font.is_vertical(), outer, ink);
            let advance = times(code.advance, self.size).saturating_add(self.spacing).saturating_add(if code.blank {
                self.word_spacing
            } else {
                0
            });
            self.step(if font.is_vertical() { (0, advance) } else { (times(advance, self.stretch), 0) });
        }
        if ink.glyphs.len() > MOST_GLYPHS {
            return Err(ReadError::TooMuch(Quantity::Characters));
        }
        Ok(())
    }

    fn draw(&self, code: &Shown, vertical: bool, outer: Matrix, ink: &mut Ink) {
        let matrix = self.matrix.within(outer);
        let (width, corner) = if vertical {
            (self.size, (-self.size / 2, -times(self.size, ONE * 88 / 100)))
        } else {
            (times(times(code.advance, self.size), self.stretch), (0, 0))
        };
        let pen = matrix.place(corner.0, corner.1.saturating_add(self.rise));
        let along = matrix.turn(width, 0);
        let up = matrix.turn(0, self.size);
        let size = thousandths(length(up.0, up.1));
        if size < LEAST_SIZE {
            return;
        }
        let turn = turn(matrix.turn(ONE, 0));
        let count = code.meaning.text.chars().count().max(1) as i64;
        for (i, c) in code.meaning.text.chars().enumerate() {
            let at = |part: i64, height: i64| {
                let x = pen.0 + along.0 / count * part + up.0 / 100 * height;
                let y = pen.1 + along.1 / count * part + up.1 / 100 * height;
                (thousandths(x), thousandths(y))
            };
            let part = i as i64;
            let area = Area::of(at(part, -15), at(part + 1, 85));
            let (origin, hidden, trust) = (at(part, 0), self.hidden, code.meaning.trust);
            ink.glyphs.push(Glyph { c, area, origin, size, turn, vertical, hidden, trust });
        }
    }
}

/// The way text runs, from where its baseline points.
fn turn((x, y): (i64, i64)) -> Turn {
    let (wide, high) = (x.abs(), y.abs());
    if high <= wide / 8 {
        if x > 0 { Turn::Upright } else { Turn::Over }
    } else if wide <= high / 8 {
        if y > 0 { Turn::Down } else { Turn::Up }
    } else {
        Turn::Stray
    }
}
