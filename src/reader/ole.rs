//! The streams in an OLE compound file: their names, which say what program wrote it, and what they hold.

use crate::gather::{Gather, SortedSet};

/// The bytes that such a file begins with.
pub(super) const MAGIC: [u8; 8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/// Sectors of the directory that are looked at, at most.
const MOST_SECTORS: usize = 4096;

/// A sector number beyond these stands for an end or a gap.
const LAST_SECTOR: u32 = 0xffff_fffa;

/// Streams below this size stand together in one stream.
const SMALL: usize = 4096;

/// The sectors of that stream.
const SMALL_SECTOR: usize = 64;

struct Compound<'a> {
    bytes: &'a [u8],
    /// Bytes of a sector.
    size: usize,
    /// The sectors that hold the allocation table.
    tables: Vec<u32>,
}

/// An entry of the directory: its name, the numbers of those beside and below it, which form a tree, and what it holds.
struct Entry {
    name: String,
    links: [u32; 2],
    child: u32,
    start: u32,
    bytes: usize,
}

/// The names of the streams and storages at the top; those of embedded documents stand below. A damaged file gives those
/// that can be found.
pub(super) fn streams(bytes: &[u8]) -> SortedSet<String> {
    top(&Compound::open(bytes).directory()).into_iter().map(|entry| entry.name.clone()).gather_set()
}

/// What the stream of this name at the top holds, in whatever case; nothing where there is none, or it is cut off.
pub(super) fn stream(bytes: &[u8], name: &str) -> Option<Vec<u8>> {
    let file = Compound::open(bytes);
    let entries = file.directory();
    let entry = top(&entries).into_iter().find(|entry| entry.name.eq_ignore_ascii_case(name))?;
    if entry.bytes >= SMALL {
        return file.chain(entry.start, entry.bytes);
    }
    // Small streams share one, which the root holds, and have a table of their own.
    let root = entries.first()?;
    let shared = file.chain(root.start, root.bytes)?;
    let table = file.chain(long(bytes, 60)?, usize::try_from(long(bytes, 64)?).ok()?.checked_mul(file.size)?)?;
    let mut sector = entry.start;
    let mut out = Vec::new();
    while out.len() < entry.bytes {
        let index = usize::try_from(sector).ok()?;
        let rest = shared.get(index.checked_mul(SMALL_SECTOR)?..)?;
        fill(&mut out, rest.get(..rest.len().min(SMALL_SECTOR))?, entry.bytes)?;
        sector = long(&table, index.checked_mul(4)?)?;
    }
    Some(out)
}

/// The entries at the top.
fn top(entries: &[Entry]) -> Vec<&Entry> {
    let mut out = Vec::new();
    let mut seen = SortedSet::new();
    let mut left: Vec<u32> = entries.first().map(|root| root.child).into_iter().gather();
    while let Some(number) = left.pop() {
        let entry = usize::try_from(number).ok().and_then(|n| entries.get(n));
        if let Some(entry) = entry.filter(|_| seen.insert(number)) {
            left.extend(entry.links);
            out.push(entry);
        }
    }
    out
}

impl<'a> Compound<'a> {
    fn open(bytes: &'a [u8]) -> Self {
        let size = if word(bytes, 30) == Some(12) { 4096 } else { 512 };
        let mut out = Self { bytes, size, tables: Vec::new() };
        out.find_tables();
        out
    }

    fn directory(&self) -> Vec<Entry> {
        let mut out = Vec::new();
        let mut sector = long(self.bytes, 48);
        for _ in 0..MOST_SECTORS {
            let Some(body) = sector.and_then(|s| self.sector(s)) else {
                break;
            };
            out.extend(body.chunks_exact(128).map(entry));
            sector = sector.and_then(|s| self.next(s));
        }
        out
    }

    /// So many bytes of a chain of sectors; they cannot be more than the file has, so a chain that runs in a circle ends.
    fn chain(&self, start: u32, size: usize) -> Option<Vec<u8>> {
        let mut sector = start;
        let mut out = Vec::new();
        while out.len() < size.min(self.bytes.len()) {
            fill(&mut out, self.sector(sector)?, size)?;
            sector = self.next(sector)?;
        }
        (out.len() == size).then_some(out)
    }

    fn sector(&self, number: u32) -> Option<&'a [u8]> {
        if number >= LAST_SECTOR {
            return None;
        }
        let start = usize::try_from(number).ok()?.checked_add(1)?.checked_mul(self.size)?;
        let end = start.checked_add(self.size)?.min(self.bytes.len());
        self.bytes.get(start..end)
    }

    /// The header names the first 109 sectors of the table; each further sector names more, and the next in its last place.
    fn find_tables(&mut self) {
        self.tables.extend((0..109).filter_map(|i| long(self.bytes, 76 + 4 * i)));
        let mut sector = long(self.bytes, 68);
        let places = self.size / 4 - 1;
        for _ in 0..MOST_SECTORS {
            let Some(body) = sector.and_then(|s| self.sector(s)) else {
                break;
            };
            self.tables.extend((0..places).filter_map(|i| long(body, 4 * i)));
            sector = long(body, 4 * places);
        }
    }

    fn next(&self, sector: u32) -> Option<u32> {
        let places = self.size / 4;
        let index = usize::try_from(sector).ok()?;
        let table = self.tables.get(index / places)?;
        long(self.sector(*table)?, index % places * 4)
    }
}

fn entry(bytes: &[u8]) -> Entry {
    let length = usize::from(word(bytes, 64).unwrap_or(0)).min(64).saturating_sub(2);
    let letters = bytes.get(..length).unwrap_or(&[]).chunks_exact(2).filter_map(|pair| word(pair, 0));
    let name = String::from_utf16_lossy(&letters.collect::<Vec<u16>>());
    let link = |at| long(bytes, at).unwrap_or(u32::MAX);
    let size = long(bytes, 120).and_then(|size| usize::try_from(size).ok()).unwrap_or(0);
    Entry { name, links: [link(68), link(72)], child: link(76), start: link(116), bytes: size }
}

/// Adds a piece, up to a size; nothing where there is nothing to add.
fn fill(out: &mut Vec<u8>, piece: &[u8], size: usize) -> Option<()> {
    let piece = piece.get(..piece.len().min(size.saturating_sub(out.len())))?;
    out.extend_from_slice(piece);
    (!piece.is_empty()).then_some(())
}

fn word(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}
