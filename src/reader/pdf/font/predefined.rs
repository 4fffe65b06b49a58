//! The maps that every viewer has, as far as Chinese documents use them: code → CID of Adobe-GB1, and CID → character.
//!
//! The maps of all four collections would be a sixth of the engine. Those of the other three are left out: a font that
//! needs one and does not say itself what its codes stand for shows characters that nobody can tell, and its page is refused.

use crate::gather::{Gather, SortedMap};
use flate2::read::DeflateDecoder;
use hayro_cmap::{CMap, CMapName};
use std::io::{Read, Write as _};
use std::sync::LazyLock;

/// The maps as columns of small numbers, deflated: `tests.rs` says how.
static PACKED: &[u8] = include_bytes!("predefined.deflate");

/// What the packed maps call code → character of the collection.
const CHARACTERS: &[u8] = b"Adobe-GB1-UCS2";

/// What that map is called turned round, character → CID: the maps of Unicode hardly differ from it.
const TURNED: &str = "Adobe-GB1-UCS2-turned";

/// Codes from the first to the last have values that rise from the third.
type Run = (u32, u32, u32);

/// Each map's name and the map itself, in the notation of PDF.
static MAPS: LazyLock<Vec<(Vec<u8>, Vec<u8>)>> = LazyLock::new(|| {
    let mut bytes = Vec::new();
    // What the engine itself brings inflates to its end.
    let _ = DeflateDecoder::new(PACKED).read_to_end(&mut bytes);
    let mut packed = Packed { rest: &bytes };
    let mut maps = Vec::new();
    while let Some((name, mut map)) = packed.word().zip(packed.word()) {
        let what = if name == CHARACTERS { "bf" } else { "cid" };
        for digits in [2, 4, 8] {
            let Some(runs) = packed.runs() else { return maps };
            write_ranges(&mut map, what, digits, &runs);
            if digits == 4 && name == CHARACTERS {
                let mut turned_map = Vec::new();
                write_ranges(&mut turned_map, "cid", digits, &turned(&runs));
                maps.push((TURNED.as_bytes().to_vec(), turned_map));
            }
        }
        maps.push((name, map));
    }
    maps
});

fn write_ranges(map: &mut Vec<u8>, what: &str, digits: usize, runs: &[Run]) {
    let _ = write!(map, " begin{what}range");
    for (first, last, value) in runs {
        let _ = write!(map, "<{first:0digits$x}><{last:0digits$x}>");
        let _ = if what == "bf" { write!(map, "<{value:04x}>") } else { write!(map, "{value}") };
    }
    let _ = write!(map, " end{what}range");
}

/// Adds a code to the last run, where it goes on, else as one of its own.
fn extend(runs: &mut Vec<Run>, code: u32, value: u32) {
    match runs.last_mut() {
        Some((first, last, start)) if *last + 1 == code && *start + (code - *first) == value => *last = code,
        _ => runs.push((code, code, value)),
    }
}

/// Value → code; of several codes the first.
fn turned(runs: &[Run]) -> Vec<Run> {
    let mut codes = SortedMap::new();
    for (first, last, value) in runs {
        for code in *first..=*last {
            codes.entry(value + (code - first)).or_insert(code);
        }
    }
    let mut out = Vec::new();
    codes.into_iter().for_each(|(value, code)| extend(&mut out, value, code));
    out
}

struct Packed<'a> {
    rest: &'a [u8],
}

impl Packed<'_> {
    /// The runs for codes of one length.
    fn runs(&mut self) -> Option<Vec<Run>> {
        let runs = self.number()?;
        let mut column = || (0..runs).map(|_| self.number()).gather_all();
        let (gaps, spans, values) = (column()?, column()?, column()?);
        let (mut code, mut value) = (0u32, 0u32);
        let run = |((gap, span), change): ((u32, u32), u32)| {
            let first = code.wrapping_add(gap);
            let start = value.wrapping_add(change >> 1 ^ (change & 1).wrapping_neg());
            (code, value) = (first.wrapping_add(span), start.wrapping_add(span));
            (first, code, start)
        };
        Some(gaps.into_iter().zip(spans).zip(values).map(run).gather())
    }

    /// Bytes up to a zero.
    fn word(&mut self) -> Option<Vec<u8>> {
        let end = self.rest.iter().position(|byte| *byte == 0)?;
        let (word, rest) = self.rest.split_at_checked(end)?;
        self.rest = rest.get(1..)?;
        Some(word.to_vec())
    }

    /// Seven bits a byte, the lowest first.
    fn number(&mut self) -> Option<u32> {
        let (mut number, mut shift) = (0u32, 0);
        loop {
            let (byte, rest) = self.rest.split_first()?;
            self.rest = rest;
            number |= u32::from(byte & 0x7f).checked_shl(shift)?;
            if *byte < 0x80 {
                return Some(number);
            }
            shift += 7;
        }
    }
}

/// The text of a predefined map, for maps that build on it.
pub(super) fn source(name: CMapName<'_>) -> Option<&'static [u8]> {
    MAPS.iter().find(|(known, _)| known == name.to_bytes()).map(|(_, map)| map.as_slice())
}

/// A predefined map.
pub(super) fn predefined(name: CMapName<'_>) -> Option<CMap> {
    CMap::parse(source(name)?, source)
}

#[cfg(test)]
mod tests;
