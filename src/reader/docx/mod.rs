//! Word documents (Office Open XML, transitional and strict): the text as it is printed when all revisions are accepted.
//!
//! A document is several parts. The body is read from its begin to its end without a tree of it in memory; styles and lists
//! are known by then, and notes are read behind it. Headers and footers stand on every page and are no part of the report: they
//! are not read into the text but quoted, as those of a PDF are.

mod drawing;
mod field;
mod flow;
mod list;
mod loss;
mod math;
mod numeral;
mod paragraph;
mod property;
mod story;
mod style;
mod symbol;
mod table;

use self::flow::{Flow, Paragraph, Piece};
use self::list::Lists;
use self::loss::{Loss, Losses};
use self::story::{Note, Notes};
use self::style::Styles;
use super::package::Package;
use super::relationship;
use super::xml::{Node, Xml};
use super::{ReadError, Session, remark};
use crate::document::{Builder, Document, Format};
use crate::text::Span;

/// What is known of a document while it is read.
struct Reader<'s, 't> {
    session: &'s mut Session<'t>,
    styles: Styles,
    lists: Lists,
    losses: Losses,
    /// The notes that the text refers to, in its order.
    notes: Vec<Note>,
    /// Relationships of the headers and footers of all sections.
    stories: Vec<String>,
    /// The words of the headers and footers, each once.
    furniture: Vec<String>,
    /// Hundredths of the body that were told of.
    told: usize,
    out: Builder,
}

/// Reads a Word document.
pub(super) fn read(bytes: &[u8], session: &mut Session) -> Result<Document, ReadError> {
    let mut package = Package::open(bytes)?;
    let top = relationship::relationships(&mut package, "", session)?;
    let main = relationship::target(&top, "officeDocument").unwrap_or("word/document.xml").to_owned();
    let body = relationship::text(&mut package, &main, session)?.ok_or(ReadError::Damaged)?;
    let related = relationship::relationships(&mut package, &main, session)?;
    let mut part = |kind: &str, session: &mut Session| match relationship::target(&related, kind) {
        Some(name) => relationship::text(&mut package, name, session),
        None => Ok(None),
    };
    let styles = part("styles", session)?.map(|text| Styles::read(&text, session)).transpose()?.unwrap_or_default();
    let lists = part("numbering", session)?.map(|text| Lists::read(&text, session)).transpose()?.unwrap_or_default();
    let mut reader = Reader {
        session,
        styles,
        lists,
        losses: Losses::default(),
        notes: Vec::new(),
        stories: Vec::new(),
        furniture: Vec::new(),
        told: 0,
        out: Builder::new(Format::Docx),
    };
    reader.body(&body)?;
    drop(body);
    for (kind, name) in [(Notes::Foot, "footnotes"), (Notes::End, "endnotes")] {
        if let Some(text) = part(name, reader.session)? {
            reader.notes(kind, &text)?;
        }
    }
    for story in std::mem::take(&mut reader.stories) {
        let Some(relationship) = related.get(&story) else {
            continue;
        };
        if let Some(text) = relationship::text(&mut package, &relationship.target, reader.session)? {
            reader.header(&text)?;
        }
    }
    reader.finish()
}

impl Reader<'_, '_> {
    fn body(&mut self, text: &str) -> Result<(), ReadError> {
        let mut xml = Xml::new(text, self.session);
        let mut flow = Flow::default();
        let mut found = false;
        while let Some(node) = xml.inside()? {
            let Node::Open(element) = node else {
                continue;
            };
            match element.name() {
                "document" => {}
                "body" => {
                    found = true;
                    while let Some(node) = xml.inside()? {
                        if let Node::Open(element) = node {
                            self.block(&mut xml, &element, &mut flow)?;
                            let pieces = std::mem::take(&mut flow.pieces);
                            self.lay(pieces)?;
                        }
                    }
                }
                _ => xml.skip()?,
            }
        }
        flow.end();
        self.lay(flow.pieces)?;
        if found { Ok(()) } else { Err(ReadError::Damaged) }
    }

    /// Puts what was read into the text.
    fn lay(&mut self, pieces: Vec<Piece>) -> Result<(), ReadError> {
        for piece in pieces {
            match piece {
                Piece::Paragraph(Paragraph { text, heading, losses }) => {
                    let span = if heading {
                        self.out.heading(&text)
                    } else if text.trim().contains('\n') {
                        self.out.lines(&text)
                    } else {
                        self.out.paragraph(&text)
                    };
                    self.losses.note(&losses, span);
                }
                Piece::Table(grid, losses) => {
                    let start = self.out.length() as u32;
                    self.out.table(grid);
                    self.losses.note(&losses, Span::new(start, self.out.length() as u32));
                }
            }
            self.session.characters(self.out.length())?;
        }
        Ok(())
    }

    /// Says how far the reading is, no oftener than anyone could see it.
    fn step(&mut self, done: usize, all: usize) -> Result<(), ReadError> {
        let hundredth = done * 100 / all.max(1);
        if hundredth <= self.told {
            return Ok(());
        }
        self.told = hundredth;
        self.session.step(done, all)
    }

    fn finish(mut self) -> Result<Document, ReadError> {
        if self.out.length() == 0 {
            let scanned = self.losses.count(Loss::Picture) > 0;
            return Err(if scanned { ReadError::Scanned } else { ReadError::Empty });
        }
        self.losses.tell(&mut self.out);
        if !self.furniture.is_empty() {
            self.out.remark(remark::furniture(false, &self.furniture));
        }
        self.session.step(1, 1)?;
        Ok(self.out.finish())
    }
}
