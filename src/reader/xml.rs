//! XML, safely: a part with entities of its own is refused (no office program writes any), nothing is deeper than the limit, and a part that ends too
//! early is damaged, not short.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::charset::Charset;
use super::error::Quantity;
use super::{ReadError, Session};

/// Elements between two looks at whether to go on.
const STEP: usize = 10_000;

/// The characters of an XML part: UTF-8 unless a mark or the first character says UTF-16, or the declaration another encoding.
pub(super) fn decode(bytes: Vec<u8>) -> String {
    let (encoding, mark) = match (Charset::of_mark(&bytes), bytes.as_slice()) {
        (Some(marked), _) => marked,
        (None, [b'<', 0, ..]) => (Charset::UTF_16LE, 0),
        (None, [0, b'<', ..]) => (Charset::UTF_16BE, 0),
        _ => (declared(&bytes).unwrap_or(Charset::UTF_8), 0),
    };
    if encoding != Charset::UTF_8 {
        return encoding.read_lossy(bytes.get(mark..).unwrap_or_default());
    }
    String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

fn declared(bytes: &[u8]) -> Option<Charset> {
    let head = bytes.get(..bytes.len().min(100))?;
    let head = String::from_utf8_lossy(head);
    let name = head.strip_prefix("<?xml")?.split_once("encoding=")?.1.get(1..)?;
    Charset::of_label(name.split(['"', '\'']).next()?)
}

/// What stands in an element.
pub(super) enum Node<'a> {
    /// An element begins. Who sees it reads all that is inside, or skips it.
    Open(Element<'a>),
    /// Characters.
    Text(Cow<'a, str>),
}

/// The start of an element. Names are local ones: the prefix and the generation of the standard do not matter.
pub(super) struct Element<'a>(BytesStart<'a>);

impl<'a> Element<'a> {
    /// Its name.
    pub(super) fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// The value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<Cow<'_, str>> {
        let [value] = self.attributes([name]);
        value
    }

    /// The values of several attributes, by one look at all that there are.
    pub(super) fn attributes<const N: usize>(&self, names: [&str; N]) -> [Option<Cow<'_, str>>; N] {
        let mut values = [const { None }; N];
        for attribute in self.0.attributes().with_checks(false).flatten() {
            let key = attribute.key.into_inner();
            let named =
                |name: &str| key.strip_suffix(name).is_some_and(|prefix| prefix.is_empty() || prefix.ends_with(':'));
            let wanted = values.iter_mut().zip(names).find(|(value, name)| value.is_none() && named(name));
            if let Some((value, _)) = wanted {
                let text = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0);
                *value = Some(text.unwrap_or(Cow::Borrowed("")));
            }
        }
        values
    }

    /// The value of an attribute that is a whole number.
    pub(super) fn number(&self, name: &str) -> Option<u32> {
        whole(&self.attribute(name)?)
    }

    /// Whether an attribute has this value; one of this name under another prefix may.
    pub(super) fn says(&self, name: &str, value: &str) -> bool {
        let mut attributes = self.0.attributes();
        let mut named = attributes.with_checks(false).flatten().filter(|a| a.key.local_name().into_inner() == name);
        named.any(|a| a.normalized_value(quick_xml::XmlVersion::Implicit1_0).is_ok_and(|v| v == value))
    }

    /// Whether an attribute says yes.
    pub(super) fn is(&self, name: &str) -> bool {
        self.attribute(name).is_some_and(|value| yes(&value))
    }
}

/// The value of an attribute as a whole number.
pub(super) fn whole(value: &str) -> Option<u32> {
    value.trim().parse().ok()
}

/// Whether the value of an attribute says yes.
pub(super) fn yes(value: &str) -> bool {
    matches!(value.trim(), "1" | "true" | "on")
}

/// How an open element is treated.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Frame {
    /// As it is.
    Plain,
    /// `mc:AlternateContent`, and whether one of its alternatives was read.
    Alternatives { taken: bool },
    /// The alternative that is read: what is inside stands as if it stood outside.
    Taken,
}

/// A part, read from its begin to its end.
pub(super) struct Xml<'a> {
    reader: Reader<&'a [u8]>,
    open: Vec<Frame>,
    deepest: usize,
    length: usize,
    elements: usize,
}

impl<'a> Xml<'a> {
    /// Begins a part.
    pub(super) fn new(text: &'a str, session: &Session) -> Self {
        let mut reader = Reader::from_str(text);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.allow_dangling_amp = true;
        Self { reader, open: Vec::new(), deepest: session.limits().depth, length: text.len(), elements: 0 }
    }

    /// How much was read, and how much there is.
    pub(super) fn progress(&self) -> (usize, usize) {
        (usize::try_from(self.reader.buffer_position()).unwrap_or(self.length), self.length)
    }

    /// Says how much was read; to be called at every element that may come many times.
    pub(super) fn step(&mut self, session: &mut Session) -> Result<(), ReadError> {
        self.elements += 1;
        if !self.elements.is_multiple_of(STEP) {
            return Ok(());
        }
        let (done, all) = self.progress();
        session.step(done, all)
    }

    /// How many elements are open.
    pub(super) fn level(&self) -> usize {
        self.open.len()
    }

    /// The next node in the element that was opened last when the level was this, however deep it stands; nothing at the end
    /// of that element. At level 0, of the whole part.
    pub(super) fn anywhere(&mut self, level: usize) -> Result<Option<Node<'a>>, ReadError> {
        loop {
            if let Some(node) = self.inside()? {
                return Ok(Some(node));
            }
            if self.open.len() < level.max(1) {
                return Ok(None);
            }
        }
    }

    /// The next node of the innermost open element; nothing at its end. At the top, the outermost element and then nothing.
    pub(super) fn inside(&mut self) -> Result<Option<Node<'a>>, ReadError> {
        loop {
            match self.reader.read_event().map_err(|_| ReadError::Damaged)? {
                Event::Start(start) => {
                    let element = Element(start);
                    if self.enter(&element)? {
                        return Ok(Some(Node::Open(element)));
                    }
                }
                Event::End(_) if self.leave() => return Ok(None),
                Event::Text(text) => return Ok(Some(Node::Text(text.xml10_content()))),
                Event::CData(text) => return Ok(Some(Node::Text(text.xml10_content()))),
                Event::GeneralRef(name) => return Ok(Some(Node::Text(Cow::Owned(referred(&name)?)))),
                // What they stand for would be missing, in attributes too.
                Event::DocType(declared) if declared.contains("<!ENTITY") => return Err(ReadError::Damaged),
                Event::Eof if self.open.is_empty() => return Ok(None),
                Event::Eof => return Err(ReadError::Damaged),
                _ => {}
            }
        }
    }

    /// Opens an element; whether anyone is to see it. Of alternatives one is read, as if it stood there alone.
    fn enter(&mut self, element: &Element) -> Result<bool, ReadError> {
        if self.open.len() >= self.deepest {
            return Err(ReadError::TooMuch(Quantity::Depth));
        }
        let frame = match (element.name(), self.open.last_mut()) {
            ("AlternateContent", _) => Frame::Alternatives { taken: false },
            (_, Some(Frame::Alternatives { taken })) => {
                // What WPS keeps for itself is no content.
                let own = element.attribute("Requires").is_some_and(|r| r.starts_with("wpsCustom"));
                if *taken || own {
                    self.open.push(Frame::Plain);
                    self.skip()?;
                    return Ok(false);
                }
                *taken = true;
                Frame::Taken
            }
            _ => Frame::Plain,
        };
        self.open.push(frame);
        Ok(frame == Frame::Plain)
    }

    /// Closes an element; whether anyone has seen it opened.
    fn leave(&mut self) -> bool {
        self.open.pop() == Some(Frame::Plain)
    }

    /// Passes over the rest of the innermost open element.
    pub(super) fn skip(&mut self) -> Result<(), ReadError> {
        let level = self.level();
        while self.anywhere(level)?.is_some() {}
        Ok(())
    }

    /// All characters of the innermost open element.
    pub(super) fn text(&mut self) -> Result<String, ReadError> {
        let level = self.level();
        let mut out = String::new();
        while let Some(node) = self.anywhere(level)? {
            if let Node::Text(text) = node {
                out.push_str(&text);
            }
        }
        Ok(out)
    }
}

/// A character by number or one of the five names; there are no other names, and a number without a character is shown as one.
fn referred(name: &BytesRef) -> Result<String, ReadError> {
    match name.resolve_char_ref() {
        Ok(Some(c)) => Ok(c.to_string()),
        Ok(None) => resolve_predefined_entity(name).map(str::to_owned).ok_or(ReadError::Damaged),
        Err(_) => Ok(char::REPLACEMENT_CHARACTER.to_string()),
    }
}
