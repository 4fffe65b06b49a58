//! Merged areas: which cell covers how much, and which cells are covered.

use super::worksheet::Area;
use crate::gather::SortedMap;

/// The merged areas of a sheet, asked cell by cell in reading order.
///
/// Areas of one sheet do not overlap, so those that reach a row are known by their first columns. Where a file breaks that rule,
/// the later area wins, and nothing takes longer.
pub(super) struct Merges {
    /// All of them from the last to the first.
    waiting: Vec<Area>,
    /// Those that reach the row, by their first columns.
    open: SortedMap<u32, Area>,
}

/// What a place is in its area.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// It is in none.
    Free,
    /// It is the corner that shows its content in the whole area.
    Corner(Area),
    /// It is covered.
    Covered,
}

impl Merges {
    /// Prepares the areas.
    pub(super) fn new(mut areas: Vec<Area>) -> Self {
        crate::order::by(&mut areas, |a, b| b.cmp(a));
        Self { waiting: areas, open: SortedMap::new() }
    }

    /// What the next place in reading order is.
    pub(super) fn place(&mut self, row: u32, column: u32) -> Place {
        while let Some(area) = self.waiting.pop_if(|a| a.top <= row) {
            self.open.insert(area.left, area);
        }
        let Some((left, area)) = self.open.range(..=column).next_back().map(|(left, area)| (*left, *area)) else {
            return Place::Free;
        };
        if area.bottom < row {
            self.open.remove(&left);
            return self.place(row, column);
        }
        if area.right < column {
            Place::Free
        } else if (area.top, area.left) == (row, column) {
            Place::Corner(area)
        } else {
            Place::Covered
        }
    }
}
