//! Portable Document Format → [`Document`].
//!
//! A page knows characters at places and lines; words, paragraphs, columns and tables are found from them. What a page cannot be
//! relied on to say is refused by name, never guessed.
//!
//! ```text
//! file ─ open ─ content, pen, font ─ Ink ─ trust ─ layout: ruled, line, aligned, flow ─ furniture, assemble ─ Document
//! ```

mod assemble;
mod content;
mod fixed;
mod font;
mod geometry;
mod ink;
mod layout;
mod marked;
mod nesting;
mod open;
mod page;
mod path;
mod pen;
mod stream;
mod trust;

use super::{ReadError, Session, remark};
use crate::document::{Document, Remark};
use crate::gather::Gather;
use font::Fonts;
use layout::furniture;
use page::{Fate, Page};

/// Reads a PDF.
pub(super) fn read(bytes: &[u8], session: &mut Session) -> Result<Document, ReadError> {
    let file = open::open(bytes, session)?;
    let all = file.pdf.pages();
    let mut fonts = Fonts::default();
    let mut pages = Vec::with_capacity(all.len());
    for (i, page) in all.iter().enumerate() {
        session.step(i, all.len())?;
        pages.push(page::read(page, &mut fonts, session)?);
    }
    if !pages.iter().any(|p| p.fate == Fate::Read) {
        return Err(nothing(&pages, file.missing));
    }
    let furniture = furniture::take(&mut pages);
    let mut remarks = remarks(&pages, file.missing);
    if furniture != furniture::Furniture::default() {
        remarks.push(remark::furniture(furniture.numbers > 0, &furniture.words));
    }
    let mut document = assemble::assemble(pages, session)?;
    document.remarks = remarks;
    session.step(1, 1)?;
    Ok(document)
}

/// Why there is no text at all.
fn nothing(pages: &[Page], missing: usize) -> ReadError {
    let any = |fate: Fate| pages.iter().any(|p| p.fate == fate);
    if any(Fate::Unmapped) || any(Fate::Implausible) {
        ReadError::Garbled
    } else if any(Fate::Scan) {
        ReadError::Scanned
    } else if missing > 0 || pages.iter().any(|p| p.cut) {
        ReadError::Damaged
    } else {
        ReadError::Empty
    }
}

/// A question about a page.
type Test = fn(&Page) -> bool;

/// What to say of the pages for which it holds.
type Words = fn(&[usize]) -> Remark;

fn remarks(pages: &[Page], missing: usize) -> Vec<Remark> {
    let which =
        |test: Test| -> Vec<usize> { pages.iter().enumerate().filter(|(_, p)| test(p)).map(|(i, _)| i + 1).gather() };
    let tests: [(Test, Words); 7] = [
        (|p| p.fate == Fate::Scan, remark::scanned_pages),
        (|p| p.fate == Fate::Unmapped, remark::unmapped_pages),
        (|p| p.fate == Fate::Implausible, remark::implausible_pages),
        (|p| p.fate == Fate::Read && p.recognised, remark::recognised_pages),
        (|p| p.cut, remark::cut_pages),
        (|p| p.fate == Fate::Read && p.holes > 0, remark::pages_with_holes),
        (|p| p.fate == Fate::Read && p.pictures, remark::pages_with_pictures),
    ];
    let mut out: Vec<Remark> = tests
        .iter()
        .filter_map(|(test, words)| Some(which(*test)).filter(|pages| !pages.is_empty()).map(|pages| words(&pages)))
        .gather();
    let hidden: usize = pages.iter().map(|p| p.hidden).sum();
    if hidden > 0 {
        out.push(remark::hidden_text(hidden, true));
    }
    if missing > 0 {
        out.push(remark::missing_pages(pages.len() + missing, pages.len()));
    }
    out
}
