//! XML as a stream of tags and texts, safely: nothing is fetched, no entity of a document's own is taken, depth has a limit.
//!
//! Names are local ones, without their prefixes, so that both editions of Office Open XML read alike.

use std::borrow::Cow;

use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

use super::{ReadError, Session};

/// Tags between two looks at whether to go on.
const STEP: usize = 50_000;

/// XML as it is read (标记流).
pub(super) struct Markup<'a> {
    reader: Reader<&'a [u8]>,
    depth: usize,
    tags: usize,
    size: usize,
}

/// What comes next.
pub(super) enum Node<'a> {
    /// A tag opens. An empty element opens and closes.
    Open(Tag<'a>),
    /// The tag of this name closes.
    Close(String),
    /// Characters between tags.
    Text(Cow<'a, str>),
}

/// An opening tag.
pub(super) struct Tag<'a>(BytesStart<'a>);

impl Tag<'_> {
    /// Its name.
    pub(super) fn name(&self) -> String {
        self.0.local_name().as_ref().to_owned()
    }

    /// An attribute, whatever its prefix.
    pub(super) fn get(&self, name: &str) -> Option<String> {
        self.all(name).into_iter().next()
    }

    /// The attributes of this name under all prefixes.
    pub(super) fn all(&self, name: &str) -> Vec<String> {
        let mut attributes = self.0.attributes();
        let found = attributes.with_checks(false).flatten().filter(|a| a.key.local_name().as_ref() == name);
        found.filter_map(|a| Some(a.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())).collect()
    }

    /// An attribute that is a whole number.
    pub(super) fn number(&self, name: &str) -> Option<u32> {
        self.get(name)?.trim().parse().ok()
    }

    /// Whether an attribute says yes.
    pub(super) fn is(&self, name: &str) -> bool {
        self.get(name).is_some_and(|value| matches!(value.trim(), "1" | "true" | "on"))
    }
}

impl<'a> Markup<'a> {
    /// Begins at the beginning.
    pub(super) fn new(text: &'a str) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, depth: 0, tags: 0, size: text.len() }
    }

    /// What comes next; nothing at the end.
    ///
    /// # Errors
    /// Where it is no XML, is too deep, or reading shall stop.
    pub(super) fn next(&mut self, session: &mut Session) -> Result<Option<Node<'a>>, ReadError> {
        loop {
            let node = match self.reader.read_event().map_err(|_| ReadError::Damaged)? {
                Event::Start(tag) => {
                    self.depth += 1;
                    session.depth(self.depth)?;
                    self.tags += 1;
                    if self.tags.is_multiple_of(STEP) {
                        session.step(usize::try_from(self.reader.buffer_position()).unwrap_or(0), self.size)?;
                    }
                    Node::Open(Tag(tag))
                }
                Event::End(tag) => {
                    self.depth = self.depth.saturating_sub(1);
                    Node::Close(tag.local_name().as_ref().to_owned())
                }
                Event::Text(text) => Node::Text(text.xml10_content()),
                Event::CData(text) => Node::Text(text.xml10_content()),
                Event::GeneralRef(name) => match name.resolve_char_ref().map_err(|_| ReadError::Damaged)? {
                    Some(c) => Node::Text(Cow::Owned(c.to_string())),
                    None => Node::Text(Cow::Borrowed(resolve_predefined_entity(&name).ok_or(ReadError::Damaged)?)),
                },
                Event::DocType(_) => return Err(ReadError::Damaged),
                Event::Eof if self.depth > 0 => return Err(ReadError::Damaged),
                Event::Eof => return Ok(None),
                Event::Empty(_) | Event::Comment(_) | Event::Decl(_) | Event::PI(_) => continue,
            };
            return Ok(Some(node));
        }
    }

    /// Leaves out the rest of the element that has just opened.
    ///
    /// # Errors
    /// As [`Markup::next`].
    pub(super) fn skip(&mut self, session: &mut Session) -> Result<(), ReadError> {
        let outside = self.depth.saturating_sub(1);
        while self.depth > outside && self.next(session)?.is_some() {}
        Ok(())
    }

    /// How many elements are open.
    pub(super) const fn depth(&self) -> usize {
        self.depth
    }
}
