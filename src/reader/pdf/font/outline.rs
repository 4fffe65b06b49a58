//! The character map of an embedded TrueType or OpenType font, read backwards: glyph → character.

use std::collections::HashMap;

/// Which character each glyph shows.
#[derive(Default)]
pub(super) struct Outline {
    characters: HashMap<u16, char>,
    /// Code → glyph of a symbolic font's own map.
    symbols: HashMap<u16, u16>,
}

/// Codes that a map of a hostile font may list, at most.
const MOST_CODES: usize = 200_000;

impl Outline {
    /// What the font says; nothing where it has no map that names characters.
    pub(super) fn of(font: &[u8]) -> Self {
        let mut out = Self::default();
        let Some(cmap) = table(font, b"cmap") else { return out };
        for record in 0..u16_at(cmap, 2).unwrap_or(0).min(32) {
            let at = 4 + usize::from(record) * 8;
            let (Some(platform), Some(encoding), Some(offset)) =
                (u16_at(cmap, at), u16_at(cmap, at + 2), u32_at(cmap, at + 4))
            else {
                break;
            };
            let Some(map) = cmap.get(offset as usize..) else { continue };
            match (platform, encoding) {
                (0, _) | (3, 1 | 10) => pairs(map, &mut |code, glyph| out.name(code, glyph)),
                (3, 0) | (1, 0) => pairs(map, &mut |code, glyph| out.sign(code, glyph)),
                _ => {}
            }
        }
        out
    }

    fn name(&mut self, code: u32, glyph: u16) {
        if let Some(c) = char::from_u32(code).filter(|_| glyph != 0) {
            // The first code of a glyph is the usual one: a blank before a hard blank, a letter before its compatibility form.
            self.characters.entry(glyph).or_insert(c);
        }
    }

    fn sign(&mut self, code: u32, glyph: u16) {
        if glyph != 0 {
            self.symbols.entry((code & 0xff) as u16).or_insert(glyph);
        }
    }

    /// The character that a glyph shows.
    pub(super) fn character(&self, glyph: u16) -> Option<char> {
        self.characters.get(&glyph).copied()
    }

    /// The character that a symbolic font shows for a code.
    pub(super) fn symbol(&self, code: u8) -> Option<char> {
        self.character(*self.symbols.get(&u16::from(code))?)
    }
}

/// A table of the font, or of the first font of a collection.
fn table<'a>(font: &'a [u8], tag: &[u8; 4]) -> Option<&'a [u8]> {
    let start = if font.starts_with(b"ttcf") { u32_at(font, 12)? as usize } else { 0 };
    let count = usize::from(u16_at(font, start + 4)?);
    let record = (0..count).map(|i| start + 12 + i * 16).find(|at| font.get(*at..at + 4) == Some(tag))?;
    let offset = u32_at(font, record + 8)? as usize;
    let length = u32_at(font, record + 12)? as usize;
    font.get(offset..font.len().min(offset.checked_add(length)?))
}

fn pairs(map: &[u8], tell: &mut dyn FnMut(u32, u16)) {
    match u16_at(map, 0) {
        Some(0) => bytes(map, tell),
        Some(4) => segments(map, tell).unwrap_or(()),
        Some(6) => trimmed(map, tell).unwrap_or(()),
        Some(12) => groups(map, tell).unwrap_or(()),
        _ => {}
    }
}

fn bytes(map: &[u8], tell: &mut dyn FnMut(u32, u16)) {
    for (code, glyph) in map.iter().skip(6).take(256).enumerate() {
        tell(code as u32, u16::from(*glyph));
    }
}

fn trimmed(map: &[u8], tell: &mut dyn FnMut(u32, u16)) -> Option<()> {
    let first = u32::from(u16_at(map, 6)?);
    for i in 0..u16_at(map, 8)? {
        tell(first + u32::from(i), u16_at(map, 10 + usize::from(i) * 2)?);
    }
    Some(())
}

fn segments(map: &[u8], tell: &mut dyn FnMut(u32, u16)) -> Option<()> {
    let doubled = usize::from(u16_at(map, 6)?);
    let mut left = MOST_CODES;
    for at in (0..doubled).step_by(2) {
        let end = u16_at(map, 14 + at)?;
        let start = u16_at(map, 16 + doubled + at)?;
        let delta = u16_at(map, 16 + 2 * doubled + at)?;
        let range_at = 16 + 3 * doubled + at;
        let range = usize::from(u16_at(map, range_at)?);
        for code in start..=end.min(0xfffe) {
            left = left.checked_sub(1)?;
            let glyph = if range == 0 {
                code.wrapping_add(delta)
            } else {
                match u16_at(map, range_at + range + usize::from(code - start) * 2) {
                    Some(0) | None => 0,
                    Some(glyph) => glyph.wrapping_add(delta),
                }
            };
            tell(u32::from(code), glyph);
        }
    }
    Some(())
}

fn groups(map: &[u8], tell: &mut dyn FnMut(u32, u16)) -> Option<()> {
    let mut left = MOST_CODES;
    for i in 0..u32_at(map, 12)? as usize {
        let at = 16 + i * 12;
        let (start, end, glyph) = (u32_at(map, at)?, u32_at(map, at + 4)?, u32_at(map, at + 8)?);
        for code in start..=end {
            left = left.checked_sub(1)?;
            tell(code, glyph.wrapping_add(code - start) as u16);
        }
    }
    Some(())
}

fn u16_at(data: &[u8], at: usize) -> Option<u16> {
    data.get(at..)?.first_chunk::<2>().map(|b| u16::from_be_bytes(*b))
}

fn u32_at(data: &[u8], at: usize) -> Option<u32> {
    data.get(at..)?.first_chunk::<4>().map(|b| u32::from_be_bytes(*b))
}
