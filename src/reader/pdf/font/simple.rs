//! Fonts with one byte a code.

use super::character::Meaning;
use super::glyph_name::{Latin, text};
use super::outline::Outline;
use super::width::Widths;
use super::{Shown, ToUnicode, outline_file};
use crate::gather::Gather;
use crate::reader::pdf::fixed::{ONE, fixed, times};
use crate::reader::{ReadError, Session};
use hayro_syntax::object::dict::keys::{
    BASE_ENCODING, DIFFERENCES, ENCODING, FLAGS, FONT_DESC, FONT_FILE, FONT_FILE2, FONT_FILE3, FONT_MATRIX, SUBTYPE,
    TYPE3,
};
use hayro_syntax::object::{Array, Dict, Name, Number, Object};

/// A simple font.
pub(in super::super) struct Simple {
    meanings: Vec<Meaning>,
    widths: Widths,
}

/// What a font says of its encoding.
struct Encoding {
    base: Option<Latin>,
    names: Vec<Option<String>>,
}

impl Simple {
    pub(super) fn load(font: &Dict<'_>, to_unicode: ToUnicode, session: &mut Session) -> Result<Self, ReadError> {
        let descriptor = font.get::<Dict<'_>>(FONT_DESC).unwrap_or_default();
        let encoding = Encoding::of(font, &descriptor);
        let lacks = (0..=255).any(|code| to_unicode.meaning(code).is_none() && encoding.meaning(code as u8).is_none());
        let outline = if lacks { Outline::of(&outline_file(font, session)?) } else { Outline::default() };
        let meaning = |code: u8| {
            to_unicode
                .meaning(u32::from(code))
                .or_else(|| encoding.meaning(code))
                .or_else(|| Meaning::of(outline.symbol(code)?.encode_utf8(&mut [0; 4])))
                .unwrap_or_else(Meaning::unknown)
        };
        let widths = if font.get::<Name<'_>>(SUBTYPE).is_some_and(|s| &*s == TYPE3) {
            let scale =
                font.get::<Array<'_>>(FONT_MATRIX).and_then(|m| m.iter::<Number>().next()).map_or(ONE / 1000, fixed);
            Widths::simple(font, &descriptor, |width| times(fixed(width), scale))
        } else {
            Widths::plain(font, &descriptor)
        };
        Ok(Self { meanings: (0..=255).map(meaning).gather(), widths })
    }

    pub(super) fn shown(&self, code: u8) -> Shown {
        let meaning = self.meanings.get(usize::from(code)).cloned().unwrap_or_else(Meaning::unknown);
        Shown { meaning, advance: self.widths.width(u32::from(code)), blank: code == b' ' }
    }
}

impl Encoding {
    fn of(font: &Dict<'_>, descriptor: &Dict<'_>) -> Self {
        let mut names = vec![None; 256];
        let named = match font.get::<Object<'_>>(ENCODING) {
            Some(Object::Name(name)) => Latin::of_name(&name),
            Some(Object::Dict(dict)) => {
                differences(&dict, &mut names);
                dict.get::<Name<'_>>(BASE_ENCODING).and_then(|name| Latin::of_name(&name))
            }
            _ => None,
        };
        // Without a word on it, an embedded font and a font of signs have encodings of their own.
        let embedded = [FONT_FILE, FONT_FILE2, FONT_FILE3].iter().any(|key| descriptor.contains_key(key));
        let signs = descriptor.get::<i32>(FLAGS).is_some_and(|flags| flags & 4 != 0);
        let base = named.or_else(|| (!embedded && !signs).then_some(Latin::Standard));
        Self { base, names }
    }

    fn meaning(&self, code: u8) -> Option<Meaning> {
        if let Some(name) = self.names.get(usize::from(code)).and_then(Option::as_ref) {
            return Meaning::of(&text(name)?);
        }
        Meaning::of(self.base?.character(code)?.encode_utf8(&mut [0; 4]))
    }
}

/// `[39 /quotesingle 96 /grave /a]`: names from a code on.
fn differences(encoding: &Dict<'_>, names: &mut [Option<String>]) {
    let Some(array) = encoding.get::<Array<'_>>(DIFFERENCES) else { return };
    let mut code = 0usize;
    for item in array.iter::<Object<'_>>() {
        match item {
            Object::Number(number) => code = number.as_i64().clamp(0, 256) as usize,
            Object::Name(name) => {
                if let Some(slot) = names.get_mut(code) {
                    *slot = Some(name.as_str().to_owned());
                }
                code += 1;
            }
            _ => {}
        }
    }
}
