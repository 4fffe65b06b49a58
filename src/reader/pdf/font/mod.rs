//! Fonts: the bytes of a string → characters and how far each moves the pen.

mod character;
mod composite;
mod glyph_name;
mod outline;
mod predefined;
mod simple;
mod width;

pub(super) use character::{Meaning, Trust};

use super::super::{ReadError, Session};
use super::stream::decode;
use composite::Composite;
use hayro_cmap::{BfString, CMap};
use hayro_syntax::object::dict::keys::{FONT_DESC, FONT_FILE2, FONT_FILE3, SUBTYPE, TO_UNICODE, TYPE0};
use hayro_syntax::object::{Dict, Name, ObjRef, Object, Stream};
use simple::Simple;
use std::collections::HashMap;
use std::rc::Rc;

/// A font.
pub(super) enum Font<'a> {
    Simple(Simple),
    Composite(Box<Composite<'a>>),
}

/// A code of a string.
pub(super) struct Shown {
    pub meaning: Meaning,
    /// How far it moves the pen, in parts of the size.
    pub advance: i64,
    /// Whether word spacing applies: the one-byte code 32.
    pub blank: bool,
}

impl<'a> Font<'a> {
    /// Takes a string apart.
    pub(super) fn show(&self, string: &[u8], session: &mut Session, out: &mut Vec<Shown>) -> Result<(), ReadError> {
        match self {
            Self::Simple(font) => {
                out.extend(string.iter().map(|code| font.shown(*code)));
                Ok(())
            }
            Self::Composite(font) => font.show(string, session, out),
        }
    }

    /// Whether it writes from top to bottom.
    pub(super) fn is_vertical(&self) -> bool {
        matches!(self, Self::Composite(font) if font.vertical)
    }

    fn load(dict: &Dict<'a>, session: &mut Session) -> Result<Self, ReadError> {
        let to_unicode = ToUnicode::load(dict, session)?;
        if dict.get::<Name<'_>>(SUBTYPE).is_some_and(|s| &*s == TYPE0) {
            Composite::load(dict, to_unicode, session).map(|font| Self::Composite(Box::new(font)))
        } else {
            Simple::load(dict, to_unicode, session).map(Self::Simple)
        }
    }
}

/// Which font it is.
#[derive(PartialEq, Eq, Hash)]
enum Key {
    /// An object of its own, by its number: its dictionary need not be read again.
    Object(ObjRef),
    /// A dictionary that stands where it is used, by its place in memory, which stays while the file is open.
    Place(usize, usize),
}

/// The fonts that were loaded.
#[derive(Default)]
pub(super) struct Fonts<'a> {
    loaded: HashMap<Key, Rc<Font<'a>>>,
}

impl<'a> Fonts<'a> {
    /// The font of this name among those of a page or a form.
    pub(super) fn named(
        &mut self,
        named: &Dict<'a>,
        name: &[u8],
        session: &mut Session,
    ) -> Result<Option<Rc<Font<'a>>>, ReadError> {
        let object = named.get_ref(name).map(Key::Object);
        if let Some(font) = object.as_ref().and_then(|key| self.loaded.get(key)) {
            return Ok(Some(Rc::clone(font)));
        }
        let Some(dict) = named.get::<Dict<'a>>(name) else { return Ok(None) };
        let key = object.unwrap_or_else(|| Key::Place(dict.data().as_ptr() as usize, dict.data().len()));
        if let Some(font) = self.loaded.get(&key) {
            return Ok(Some(Rc::clone(font)));
        }
        let font = Rc::new(Font::load(&dict, session)?);
        self.loaded.insert(key, Rc::clone(&font));
        Ok(Some(font))
    }
}

/// What a font says its codes stand for.
enum ToUnicode {
    None,
    /// The codes are characters.
    Identity,
    Map(Box<CMap>),
}

impl ToUnicode {
    fn load(font: &Dict<'_>, session: &mut Session) -> Result<Self, ReadError> {
        Ok(match font.get::<Object<'_>>(TO_UNICODE) {
            Some(Object::Stream(stream)) => {
                let data = decode(&stream, session)?.bytes;
                CMap::parse(&data, predefined::source).map_or(Self::None, |map| Self::Map(Box::new(map)))
            }
            Some(Object::Name(name)) if name.starts_with(b"Identity") => Self::Identity,
            _ => Self::None,
        })
    }

    fn meaning(&self, code: u32) -> Option<Meaning> {
        match self {
            Self::None => None,
            Self::Identity => Meaning::of(char::from_u32(code)?.encode_utf8(&mut [0; 4])),
            Self::Map(map) => of_map(map, code),
        }
    }
}

/// What a map to Unicode says of a code.
fn of_map(map: &CMap, code: u32) -> Option<Meaning> {
    match map.lookup_bf_string(code)? {
        BfString::Char(c) => Meaning::of(c.encode_utf8(&mut [0; 4])),
        BfString::String(text) => Meaning::of(&text),
    }
}

/// The bytes of an embedded TrueType or OpenType font; empty where there is none.
fn outline_file(font: &Dict<'_>, session: &mut Session) -> Result<Vec<u8>, ReadError> {
    let descriptor = font.get::<Dict<'_>>(FONT_DESC).unwrap_or_default();
    let file = descriptor.get::<Stream<'_>>(FONT_FILE2).or_else(|| descriptor.get::<Stream<'_>>(FONT_FILE3));
    Ok(match file {
        Some(file) => decode(&file, session)?.bytes,
        None => Vec::new(),
    })
}
