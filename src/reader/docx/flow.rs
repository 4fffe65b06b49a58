//! What stands below each other in a document: paragraphs, tables and what is wrapped around them.

use super::Reader;
use super::loss::Loss;
use crate::document::Grid;
use crate::reader::ReadError;
use crate::reader::xml::{Element, Node, Xml};

/// A paragraph as read.
#[derive(Clone, Debug, Default)]
pub(super) struct Paragraph {
    /// Its words, with its number in front.
    pub(super) text: String,
    pub(super) heading: bool,
    pub(super) losses: Vec<Loss>,
}

/// A paragraph or table.
pub(super) enum Piece {
    Paragraph(Paragraph),
    Table(Grid, Vec<Loss>),
}

impl Piece {
    /// All its words.
    pub(super) fn words(&self) -> String {
        match self {
            Self::Paragraph(paragraph) => paragraph.text.clone(),
            Self::Table(grid, _) => grid.cells.iter().map(|cell| cell.text.as_str()).collect::<Vec<_>>().join(" "),
        }
    }
}

/// What stands below each other in one place: the body, a cell, a text box, a note.
#[derive(Default)]
pub(super) struct Flow {
    pub(super) pieces: Vec<Piece>,
    /// A paragraph whose end was deleted: the next one goes on in it.
    begun: Paragraph,
}

impl Flow {
    /// Adds a paragraph, which may go on in the next one.
    pub(super) fn paragraph(&mut self, label: Option<String>, mut paragraph: Paragraph, runs_on: bool) {
        let begun = std::mem::take(&mut self.begun);
        paragraph.losses.splice(0..0, begun.losses);
        paragraph.text = begun.text + &paragraph.text;
        if runs_on {
            self.begun = paragraph;
            return;
        }
        if let Some(label) = label.filter(|_| !paragraph.text.trim().is_empty()) {
            paragraph.text = numbered(&label, &paragraph.text);
        }
        self.pieces.push(Piece::Paragraph(paragraph));
    }

    /// Adds a table.
    pub(super) fn table(&mut self, grid: Grid, losses: Vec<Loss>) {
        self.end();
        self.pieces.push(Piece::Table(grid, losses));
    }

    /// Notes what is left out here, between paragraphs.
    pub(super) fn lose(&mut self, loss: Loss) {
        self.pieces.push(Piece::Paragraph(Paragraph { losses: vec![loss], ..Paragraph::default() }));
    }

    /// Ends a paragraph that nothing follows.
    pub(super) fn end(&mut self) {
        let begun = std::mem::take(&mut self.begun);
        if !begun.text.is_empty() || !begun.losses.is_empty() {
            self.pieces.push(Piece::Paragraph(begun));
        }
    }
}

/// A number before its words. `1.` before `2024年` would read as 1.2024, so there it becomes `1、`.
fn numbered(label: &str, text: &str) -> String {
    let text = text.trim_start();
    let digit = |c: Option<char>| c.is_some_and(|c| c.is_numeric());
    match label.strip_suffix(['.', '．']) {
        Some(number) if digit(number.chars().next_back()) && digit(text.chars().next()) => {
            [number, "、", text].concat()
        }
        _ if label.ends_with(['、', '）', ')', '．']) => [label, text].concat(),
        _ => [label, " ", text].concat(),
    }
}

impl Reader<'_, '_> {
    /// Reads everything in the innermost open element as blocks.
    pub(super) fn blocks(&mut self, xml: &mut Xml, flow: &mut Flow) -> Result<(), ReadError> {
        while let Some(node) = xml.inside()? {
            if let Node::Open(element) = node {
                self.block(xml, &element, flow)?;
            }
        }
        Ok(())
    }

    /// Reads one block. What is wrapped around blocks is looked into: content controls, tags, insertions.
    pub(super) fn block(&mut self, xml: &mut Xml, element: &Element, flow: &mut Flow) -> Result<(), ReadError> {
        match element.name() {
            "p" => self.paragraph(xml, flow),
            "tbl" => self.table(xml, flow),
            "sectPr" => {
                let section = super::property::section(xml)?;
                self.section(section);
                Ok(())
            }
            "del" | "moveFrom" => {
                flow.lose(Loss::Revision);
                xml.skip()
            }
            "altChunk" | "subDoc" => {
                flow.lose(Loss::Chunk);
                xml.skip()
            }
            "sdtPr" | "sdtEndPr" | "tblPr" | "tblGrid" | "tcPr" | "trPr" | "tblPrEx" => xml.skip(),
            _ => self.blocks(xml, flow),
        }
    }
}
