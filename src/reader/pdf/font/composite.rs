//! Fonts with several bytes a code: code → CID by a map, CID → character by the collection of the font or by its glyphs.

use super::character::Meaning;
use super::outline::Outline;
use super::predefined::{predefined, source};
use super::width::Widths;
use super::{Shown, ToUnicode, of_map, outline_file};
use crate::reader::pdf::fixed::{ONE, fixed};
use crate::reader::pdf::stream::decode;
use crate::reader::{ReadError, Session};
use hayro_cmap::{CMap, CMapName, CidFamily, WritingMode};
use hayro_syntax::object::dict::keys::{CID_TO_GID_MAP, DESCENDANT_FONTS, DW2, ENCODING, ORDERING, REGISTRY};
use hayro_syntax::object::{Array, Dict, Number, Object, Stream};
use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;

/// How codes become characters where the font does not say it code by code.
enum Codes {
    /// They are UTF-16 or UCS-2.
    Unicode,
    /// Their CIDs are those of a known collection.
    Collection(Box<CMap>),
    /// Their CIDs are glyphs of the font, which may say what these show.
    Glyphs,
    /// Their map or their collection is not one that is kept.
    Unknown,
}

/// What the embedded font says of its glyphs, and which glyph each CID is where they differ.
struct Glyphs {
    outline: Outline,
    of_cids: Vec<u8>,
}

/// A composite font.
pub(in super::super) struct Composite<'a> {
    descendant: Dict<'a>,
    map: CMap,
    to_unicode: ToUnicode,
    codes: Codes,
    widths: Widths,
    /// Writes from top to bottom.
    pub vertical: bool,
    down: i64,
    known: RefCell<HashMap<(u32, u8), (Meaning, i64)>>,
    /// Read when the first code needs it: such fonts are large.
    glyphs: OnceCell<Glyphs>,
}

impl<'a> Composite<'a> {
    pub(super) fn load(font: &Dict<'a>, to_unicode: ToUnicode, session: &mut Session) -> Result<Self, ReadError> {
        let descendant = font
            .get::<Array<'a>>(DESCENDANT_FONTS)
            .and_then(|fonts| fonts.iter::<Dict<'a>>().next())
            .unwrap_or_default();
        let Encoding { map, unicode, known } = Encoding::of(font, session)?;
        let family = family(&descendant).filter(|f| f.ucs2_cmap().is_some()).or_else(|| {
            let collection = map.metadata().character_collection.as_ref()?;
            Some(collection.family.clone())
        });
        let codes = match family.and_then(|f| f.ucs2_cmap()).map(predefined) {
            _ if unicode => Codes::Unicode,
            _ if !known => Codes::Unknown,
            Some(Some(collection)) => Codes::Collection(Box::new(collection)),
            Some(None) => Codes::Unknown,
            None => Codes::Glyphs,
        };
        let vertical = map.metadata().writing_mode == Some(WritingMode::Vertical);
        let down = descendant.get::<Array<'_>>(DW2).and_then(|dw2| dw2.iter::<Number>().nth(1));
        Ok(Self {
            map,
            to_unicode,
            codes,
            widths: Widths::composite(&descendant),
            vertical,
            down: down.map_or(-ONE, |down| fixed(down) / 1000),
            known: RefCell::default(),
            glyphs: OnceCell::new(),
            descendant,
        })
    }

    pub(super) fn show(&self, string: &[u8], session: &mut Session, out: &mut Vec<Shown>) -> Result<(), ReadError> {
        let mut rest = string;
        while !rest.is_empty() {
            let (code, length, cid) = self.next_code(rest);
            rest = rest.get(usize::from(length)..).unwrap_or(&[]);
            let known = self.known.borrow().get(&(code, length)).cloned();
            let (meaning, advance) = match known {
                Some(known) => known,
                None => {
                    let meaning = self.meaning(code, length, cid, session)?.unwrap_or_else(Meaning::unknown);
                    let advance = if self.vertical { self.down } else { self.widths.width(cid.unwrap_or(0)) };
                    self.known.borrow_mut().insert((code, length), (meaning.clone(), advance));
                    (meaning, advance)
                }
            };
            out.push(Shown { meaning, advance, blank: length == 1 && code == 32 });
        }
        Ok(())
    }

    /// The shortest code for which the map has a CID; two bytes where it has none.
    fn next_code(&self, rest: &[u8]) -> (u32, u8, Option<u32>) {
        let mut code = 0;
        for (byte, length) in rest.iter().zip(1..=4u8) {
            code = code << 8 | u32::from(*byte);
            if let Some(cid) = self.map.lookup_cid_code(code, length) {
                return (code, length, Some(cid));
            }
        }
        let (length, code) = match rest {
            [first, second, ..] => (2, u32::from(*first) << 8 | u32::from(*second)),
            _ => (1, u32::from(rest.first().copied().unwrap_or(0))),
        };
        (code, length, None)
    }

    fn meaning(
        &self,
        code: u32,
        length: u8,
        cid: Option<u32>,
        session: &mut Session,
    ) -> Result<Option<Meaning>, ReadError> {
        if let Some(meaning) = self.to_unicode.meaning(code) {
            return Ok(Some(meaning));
        }
        Ok(match &self.codes {
            Codes::Unicode => utf16(code, length),
            Codes::Unknown => None,
            Codes::Collection(map) => cid.filter(|cid| *cid != 0).and_then(|cid| of_map(map, cid)),
            Codes::Glyphs => {
                if self.glyphs.get().is_none() {
                    let _ = self.glyphs.set(Glyphs::load(&self.descendant, session)?);
                }
                self.glyphs.get().and_then(|glyphs| glyphs.meaning(cid?))
            }
        })
    }
}

impl Glyphs {
    fn load(descendant: &Dict<'_>, session: &mut Session) -> Result<Self, ReadError> {
        let outline = Outline::of(&outline_file(descendant, session)?);
        let of_cids = match descendant.get::<Stream<'_>>(CID_TO_GID_MAP) {
            Some(stream) => decode(&stream, session)?.bytes,
            None => Vec::new(),
        };
        Ok(Self { outline, of_cids })
    }

    fn meaning(&self, cid: u32) -> Option<Meaning> {
        let glyph = if self.of_cids.is_empty() {
            u16::try_from(cid).ok()?
        } else {
            self.of_cids.get(cid as usize * 2..)?.first_chunk::<2>().map(|b| u16::from_be_bytes(*b))?
        };
        Meaning::of(self.outline.character(glyph)?.encode_utf8(&mut [0; 4]))
    }
}

fn utf16(code: u32, length: u8) -> Option<Meaning> {
    let units = [(code >> 16) as u16, code as u16];
    let units = if length == 4 { units.as_slice() } else { units.get(1..)? };
    Meaning::of(&String::from_utf16(units).ok()?)
}

/// How the font divides its strings into codes, and which CIDs these are.
struct Encoding {
    map: CMap,
    /// The codes are characters.
    unicode: bool,
    /// The map is the one that the font names.
    known: bool,
}

impl Encoding {
    fn of(font: &Dict<'_>, session: &mut Session) -> Result<Self, ReadError> {
        let (map, unicode) = match font.get::<Object<'_>>(ENCODING) {
            Some(Object::Name(name)) => {
                let map = match CMapName::from_bytes(&name) {
                    CMapName::IdentityH => Some(CMap::identity_h()),
                    CMapName::IdentityV => Some(CMap::identity_v()),
                    name => predefined(name),
                };
                (map, name.starts_with(b"Uni"))
            }
            Some(Object::Stream(stream)) => {
                let data = decode(&stream, session)?.bytes;
                (CMap::parse(&data, source).or_else(|| Some(CMap::identity_h())), false)
            }
            _ => (Some(CMap::identity_h()), false),
        };
        let known = map.is_some();
        Ok(Self { map: map.unwrap_or_else(CMap::identity_h), unicode, known })
    }
}

/// The collection of characters that a font's CIDs are of.
fn family(descendant: &Dict<'_>) -> Option<CidFamily> {
    let info = descendant.get::<Dict<'_>>(b"CIDSystemInfo")?;
    let word = |key: &[u8]| match info.get::<Object<'_>>(key)? {
        Object::String(word) => Some(word.as_bytes().to_vec()),
        Object::Name(word) => Some(word.to_vec()),
        _ => None,
    };
    Some(CidFamily::from_registry_ordering(&word(REGISTRY)?, &word(ORDERING)?))
}
