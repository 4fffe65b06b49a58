//! Paths of a content stream → ruling lines and filled rectangles.

use super::geometry::{Area, Matrix, thousandths};
use super::ink::Ink;

/// Wider strokes are bars, no lines; in thousandths of a point.
const WIDEST_LINE: i64 = 6_000;
/// Points of a path at most; beyond that it is a drawing.
const MOST_POINTS: usize = 20_000;

/// A path that is being built.
#[derive(Default)]
pub(super) struct Path {
    parts: Vec<Part>,
    points: usize,
}

#[derive(Default)]
struct Part {
    points: Vec<(i64, i64)>,
    closed: bool,
    curved: bool,
}

impl Path {
    pub(super) fn clear(&mut self) {
        *self = Self::default();
    }

    pub(super) fn move_to(&mut self, point: (i64, i64)) {
        self.parts.push(Part { points: vec![point], ..Part::default() });
        self.points += 1;
    }

    pub(super) fn line_to(&mut self, point: (i64, i64)) {
        self.points += 1;
        if self.points < MOST_POINTS
            && let Some(part) = self.parts.last_mut()
        {
            part.points.push(point);
        }
    }

    pub(super) fn curve_to(&mut self, point: (i64, i64)) {
        self.line_to(point);
        if let Some(part) = self.parts.last_mut() {
            part.curved = true;
        }
    }

    pub(super) fn close(&mut self) {
        if let Some(part) = self.parts.last_mut() {
            part.closed = true;
        }
    }

    pub(super) fn rectangle(&mut self, [x, y, width, height]: [i64; 4], matrix: Matrix) {
        let (right, top) = (x.saturating_add(width), y.saturating_add(height));
        self.points += 4;
        if self.points < MOST_POINTS {
            let corners = [(x, y), (right, y), (right, top), (x, top)];
            let points = corners.map(|(x, y)| place(matrix, x, y)).to_vec();
            self.parts.push(Part { points, closed: true, curved: false });
        }
    }

    /// Draws along the path with a pen of a width.
    pub(super) fn stroke(&self, width: i64, ink: &mut Ink) {
        if width > WIDEST_LINE {
            return;
        }
        for part in self.parts.iter().filter(|p| !p.curved) {
            for pair in part.points.windows(2) {
                if let [a, b] = pair {
                    ink.line(*a, *b);
                }
            }
            if let (true, Some(a), Some(b)) = (part.closed, part.points.last(), part.points.first()) {
                ink.line(*a, *b);
            }
        }
    }

    /// Fills the path.
    pub(super) fn fill(&self, ink: &mut Ink) {
        for part in &self.parts {
            match part.area() {
                Some(area) => ink.filled(area),
                None => ink.shapes += 1,
            }
        }
    }
}

impl Part {
    /// The rectangle that it is.
    fn area(&self) -> Option<Area> {
        let [a, b, c, d, rest @ ..] = self.points.as_slice() else { return None };
        let back = rest.is_empty() || rest == [*a];
        let straight = |p: &(i64, i64), q: &(i64, i64)| (p.0 - q.0).abs() <= 100 || (p.1 - q.1).abs() <= 100;
        let right_angled = straight(a, b) && straight(b, c) && straight(c, d) && straight(d, a);
        (back && !self.curved && right_angled).then(|| Area::of(*a, *c))
    }
}

/// A point of user space on the page.
pub(super) fn place(matrix: Matrix, x: i64, y: i64) -> (i64, i64) {
    let (x, y) = matrix.place(x, y);
    (thousandths(x), thousandths(y))
}
