//! Places on a page: matrices in fixed point, and areas in thousandths of a point with the origin at the top left.

use super::fixed::{ONE, PLACES, clamp, times};

/// A matrix of the format: x' = a·x + c·y + e, y' = b·x + d·y + f.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Matrix {
    pub a: i64,
    pub b: i64,
    pub c: i64,
    pub d: i64,
    pub e: i64,
    pub f: i64,
}

impl Matrix {
    pub(super) const IDENTITY: Self = Self { a: ONE, b: 0, c: 0, d: ONE, e: 0, f: 0 };

    pub(super) const fn new([a, b, c, d, e, f]: [i64; 6]) -> Self {
        Self { a, b, c, d, e, f }
    }

    pub(super) const fn shift(x: i64, y: i64) -> Self {
        Self { e: x, f: y, ..Self::IDENTITY }
    }

    /// First this matrix, then the outer one.
    pub(super) fn within(self, outer: Self) -> Self {
        let (a, b) = outer.turn(self.a, self.b);
        let (c, d) = outer.turn(self.c, self.d);
        let (e, f) = outer.place(self.e, self.f);
        Self { a, b, c, d, e, f }
    }

    /// Where a direction points.
    pub(super) fn turn(self, x: i64, y: i64) -> (i64, i64) {
        (times(x, self.a).saturating_add(times(y, self.c)), times(x, self.b).saturating_add(times(y, self.d)))
    }

    /// Where a point comes to lie.
    pub(super) fn place(self, x: i64, y: i64) -> (i64, i64) {
        let (dx, dy) = self.turn(x, y);
        (clamp(i128::from(dx) + i128::from(self.e)), clamp(i128::from(dy) + i128::from(self.f)))
    }
}

/// Fixed point → thousandths of a point; no page reaches as far as a million points.
pub(super) fn thousandths(fixed: i64) -> i64 {
    const FARTHEST: i64 = 1_000_000 << PLACES;
    (fixed.clamp(-FARTHEST, FARTHEST) * 1000) >> PLACES
}

/// How long a direction is; exact along the axes, a little short between them, which no text is.
pub(super) fn length(x: i64, y: i64) -> i64 {
    let (long, short) = (x.abs().max(y.abs()), x.abs().min(y.abs()));
    long + short * 3 / 8
}

/// An area of a page in thousandths of a point; y grows downwards.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Area {
    pub left: i64,
    pub top: i64,
    pub right: i64,
    pub bottom: i64,
}

impl Area {
    pub(super) fn of(a: (i64, i64), b: (i64, i64)) -> Self {
        Self { left: a.0.min(b.0), top: a.1.min(b.1), right: a.0.max(b.0), bottom: a.1.max(b.1) }
    }

    pub(super) const fn width(&self) -> i64 {
        self.right - self.left
    }

    pub(super) const fn height(&self) -> i64 {
        self.bottom - self.top
    }

    pub(super) const fn middle(&self) -> (i64, i64) {
        ((self.left + self.right) / 2, (self.top + self.bottom) / 2)
    }

    pub(super) const fn holds(&self, (x, y): (i64, i64)) -> bool {
        self.left <= x && x < self.right && self.top <= y && y < self.bottom
    }

    pub(super) fn with(&self, other: &Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }
}
