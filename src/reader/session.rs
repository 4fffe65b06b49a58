//! What a reader must keep to while it reads: limits, and whether to go on.

use super::ReadError;
use super::error::Quantity;

/// How much of anything a file may hold (读取上限).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file.
    pub bytes: usize,
    /// Bytes of all its parts, once inflated.
    pub inflated: usize,
    /// Elements inside each other.
    pub depth: usize,
    /// Cells that hold something, in all tables together.
    pub cells: usize,
    /// Pages.
    pub pages: usize,
    /// Bytes of text.
    pub characters: usize,
}

impl Default for Limits {
    /// Far beyond any report: a 200-page PDF fits, and a 20 MB workbook of some 500,000 cells; one of plain numbers alone has
    /// more cells at that size. Reading stays below 300 MB of memory.
    fn default() -> Self {
        const MEGA: usize = 1024 * 1024;
        Self { bytes: 64 * MEGA, inflated: 192 * MEGA, depth: 256, cells: 500_000, pages: 2_000, characters: 20 * MEGA }
    }
}

/// One reading of a file (读取过程): its limits, what was used of them, and who is told how far it is.
pub struct Session<'a> {
    limits: Limits,
    inflated: usize,
    cells: usize,
    /// How far it was said to be, in thousandths.
    told: u32,
    tell: &'a mut dyn FnMut(u32) -> bool,
}

impl<'a> Session<'a> {
    /// A session; `tell` hears how far the reading is, in thousandths, and answers whether it shall go on.
    pub fn new(limits: Limits, tell: &'a mut dyn FnMut(u32) -> bool) -> Self {
        Self { limits, inflated: 0, cells: 0, told: 0, tell }
    }

    /// The limits.
    #[must_use]
    pub const fn limits(&self) -> &Limits {
        &self.limits
    }

    /// Says how far the reading is; to be called often enough that a person who cancels does not wait.
    ///
    /// # Errors
    /// [`ReadError::Stopped`] where it shall not go on.
    pub fn step(&mut self, done: usize, all: usize) -> Result<(), ReadError> {
        let all = all.max(1) as u64;
        self.told = ((done as u64).min(all) * 1000 / all) as u32;
        self.pulse()
    }

    /// Asks within a long step whether to go on.
    ///
    /// # Errors
    /// [`ReadError::Stopped`] where it shall not.
    pub fn pulse(&mut self) -> Result<(), ReadError> {
        if (self.tell)(self.told) { Ok(()) } else { Err(ReadError::Stopped) }
    }

    pub(super) fn check_size(&self, bytes: usize) -> Result<(), ReadError> {
        let limit = self.limits.bytes;
        if bytes > limit { Err(ReadError::TooLarge { limit }) } else { Ok(()) }
    }

    /// Counts bytes that were inflated.
    ///
    /// # Errors
    /// Where they are too many in all.
    pub fn inflate(&mut self, bytes: usize) -> Result<(), ReadError> {
        self.inflated = self.inflated.saturating_add(bytes);
        within(self.inflated, self.limits.inflated, Quantity::Inflated)
    }

    /// How many more bytes may be inflated.
    #[must_use]
    pub fn room(&self) -> usize {
        self.limits.inflated.saturating_sub(self.inflated)
    }

    /// How many bytes one part may have that is held whole: a third of what a file may inflate to, for while it grows its
    /// memory is there up to three times.
    #[must_use]
    pub fn room_for_one(&self) -> usize {
        self.room().min(self.limits.inflated / 3)
    }

    /// Counts cells that hold something.
    ///
    /// # Errors
    /// Where they are too many in all.
    pub fn cells(&mut self, cells: usize) -> Result<(), ReadError> {
        self.cells = self.cells.saturating_add(cells);
        within(self.cells, self.limits.cells, Quantity::Cells)
    }

    /// Reads a part that the rest can do without: where it is too large, its cells are given back, for it is left out. What was
    /// inflated stays counted, so that many such parts take no more time than one file may.
    ///
    /// # Errors
    /// All that is not a matter of its size.
    pub fn spare<T>(
        &mut self,
        read: impl FnOnce(&mut Self) -> Result<T, ReadError>,
    ) -> Result<Result<T, Quantity>, ReadError> {
        let cells = self.cells;
        match read(self) {
            Ok(part) => Ok(Ok(part)),
            Err(ReadError::TooMuch(quantity @ (Quantity::Cells | Quantity::Inflated | Quantity::Characters))) => {
                self.cells = cells;
                Ok(Err(quantity))
            }
            Err(error) => Err(error),
        }
    }

    /// Whether elements may stand this deep inside each other.
    ///
    /// # Errors
    /// Where they may not.
    pub fn depth(&self, depth: usize) -> Result<(), ReadError> {
        within(depth, self.limits.depth, Quantity::Depth)
    }

    /// Whether a document may have so many pages.
    ///
    /// # Errors
    /// Where it may not.
    pub fn pages(&self, pages: usize) -> Result<(), ReadError> {
        within(pages, self.limits.pages, Quantity::Pages)
    }

    /// Whether a document may have so many bytes of text.
    ///
    /// # Errors
    /// Where it may not.
    pub fn characters(&self, bytes: usize) -> Result<(), ReadError> {
        within(bytes, self.limits.characters, Quantity::Characters)
    }
}

fn within(have: usize, limit: usize, quantity: Quantity) -> Result<(), ReadError> {
    if have > limit { Err(ReadError::TooMuch(quantity)) } else { Ok(()) }
}
