//! What stands outside the body: notes, headers and footers.

use crate::gather::{Gather, SortedMap, SortedSet};

use super::Reader;
use super::flow::{Flow, Piece};
use super::property::Section;
use crate::reader::xml::{Element, Node, Xml};
use crate::reader::{ReadError, remark};

/// Which notes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Notes {
    /// At the foot of a page (脚注).
    Foot,
    /// At the end of the document (尾注).
    End,
}

/// A reference to a note, where it stands in the text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Note {
    kind: Notes,
    id: String,
    /// Whether its mark is written by hand and takes no number.
    own_mark: bool,
}

impl Note {
    pub(super) fn of(element: &Element, own_mark: bool) -> Self {
        let kind = if element.name() == "footnoteReference" { Notes::Foot } else { Notes::End };
        Self { kind, id: element.attribute("id").unwrap_or_default().into_owned(), own_mark }
    }
}

impl Reader<'_, '_> {
    /// Keeps in mind which headers and footers a section has.
    pub(super) fn section(&mut self, section: Section) {
        for story in section.stories {
            if !self.stories.contains(&story) {
                self.stories.push(story);
            }
        }
    }

    /// Reads notes of a kind and puts those that the text refers to, in the order of its references.
    pub(super) fn notes(&mut self, kind: Notes, text: &str) -> Result<(), ReadError> {
        let references: Vec<Note> = self.notes.iter().filter(|note| note.kind == kind).cloned().gather();
        let wanted: SortedSet<&str> = references.iter().map(|note| note.id.as_str()).gather_set();
        let mut xml = Xml::new(text, self.session);
        let mut found = SortedMap::new();
        while let Some(node) = xml.inside()? {
            let Node::Open(element) = node else {
                continue;
            };
            let id = element.attribute("id").unwrap_or_default().into_owned();
            match element.name() {
                "footnotes" | "endnotes" => {}
                "footnote" | "endnote" if wanted.contains(id.as_str()) => {
                    let mut flow = Flow::default();
                    self.blocks(&mut xml, &mut flow)?;
                    flow.end();
                    found.insert(id, flow.pieces);
                }
                _ => xml.skip()?,
            }
        }
        let mut number = 0;
        for note in references {
            number += usize::from(!note.own_mark);
            if let Some(pieces) = found.remove(&note.id) {
                self.out.origin(&remark::note(kind == Notes::Foot, Some(number).filter(|_| !note.own_mark)));
                self.lay(pieces)?;
            }
        }
        Ok(())
    }

    /// Reads a header or footer, to say that it was left out.
    pub(super) fn header(&mut self, text: &str) -> Result<(), ReadError> {
        let mut xml = Xml::new(text, self.session);
        let mut flow = Flow::default();
        self.blocks(&mut xml, &mut flow)?;
        flow.end();
        let words: Vec<String> = flow.pieces.iter().map(Piece::words).gather();
        let words = words.join(" ").split_whitespace().collect::<Vec<_>>().join(" ");
        if !words.is_empty() && !self.furniture.contains(&words) {
            self.furniture.push(words);
        }
        Ok(())
    }
}
