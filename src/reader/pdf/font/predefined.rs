//! The maps that every viewer has, as far as Chinese documents use them: code → CID of Adobe-GB1, and CID → character.
//!
//! The maps of all four collections would be a sixth of the engine. Those of the other three are left out: a font that
//! needs one and does not say itself what its codes stand for shows characters that nobody can tell, and its page is refused.

use flate2::read::DeflateDecoder;
use hayro_cmap::{CMap, CMapName};
use std::io::{Read, Write as _};
use std::sync::LazyLock;

/// The maps as columns of small numbers, deflated: `tests.rs` says how.
static PACKED: &[u8] = include_bytes!("predefined.deflate");

/// Each map's name and the map itself, in the notation of PDF.
static MAPS: LazyLock<Vec<(Vec<u8>, Vec<u8>)>> = LazyLock::new(|| {
    let mut bytes = Vec::new();
    // What the engine itself brings inflates to its end.
    let _ = DeflateDecoder::new(PACKED).read_to_end(&mut bytes);
    let mut packed = Packed { rest: &bytes };
    std::iter::from_fn(|| packed.map()).collect()
});

struct Packed<'a> {
    rest: &'a [u8],
}

impl Packed<'_> {
    fn map(&mut self) -> Option<(Vec<u8>, Vec<u8>)> {
        let name = self.word()?;
        let mut map = self.word()?;
        let what = if name.ends_with(b"UCS2") { "bf" } else { "cid" };
        for digits in [2, 4, 8] {
            let runs = self.number()?;
            let mut column = || (0..runs).map(|_| self.number()).collect::<Option<Vec<u32>>>();
            let (gaps, spans, values) = (column()?, column()?, column()?);
            let (mut code, mut value) = (0u32, 0u32);
            let _ = write!(map, " begin{what}range");
            for ((gap, span), change) in gaps.into_iter().zip(spans).zip(values) {
                code = code.wrapping_add(gap);
                value = value.wrapping_add(change >> 1 ^ (change & 1).wrapping_neg());
                let last = code.wrapping_add(span);
                let _ = write!(map, "<{code:0digits$x}><{last:0digits$x}>");
                let _ = if what == "bf" { write!(map, "<{value:04x}>") } else { write!(map, "{value}") };
                (code, value) = (last, value.wrapping_add(span));
            }
            let _ = write!(map, " end{what}range");
        }
        Some((name, map))
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
