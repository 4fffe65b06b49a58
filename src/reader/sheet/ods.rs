//! OpenDocument spreadsheets (.ods), which hold what each cell shows beside what it stores.

use crate::gather::SortedSet;
use std::borrow::Cow;

use super::cell::{Manner, Value};
use super::digits::Digits;
use super::format::Format;
use super::lay::lay;
use super::tally::Tally;
use super::worksheet::{Area, COLUMNS, ROWS, Sheet};
use crate::document::{self, Builder, Document};
use crate::reader::package::Package;
use crate::reader::xml::{self, Element, Node, Xml};
use crate::reader::{ReadError, Session};

/// Reads a workbook.
pub(in crate::reader) fn read(bytes: &[u8], session: &mut Session) -> Result<Document, ReadError> {
    let mut package = Package::open(bytes)?;
    let manifest = package.part("META-INF/manifest.xml", session)?.unwrap_or_default();
    if xml::decode(manifest).contains("encryption-data") {
        return Err(ReadError::Encrypted);
    }
    let content = package.part("content.xml", session)?.ok_or(ReadError::Damaged)?;
    let text = xml::decode(content);
    let mut out = Builder::new(document::Format::Ods);
    let mut tally = Tally::default();
    let mut hidden = SortedSet::new();
    let mut style = String::new();
    let mut xml = Xml::new(&text, session);
    while let Some(node) = xml.anywhere(0)? {
        let Node::Open(element) = node else { continue };
        xml.step(session)?;
        match element.name() {
            "style" => style = element.attribute("name").unwrap_or_default().into_owned(),
            "table-properties" if element.attribute("display").is_some_and(|d| d == "false") => {
                hidden.insert(style.clone());
            }
            // Deleted cells and cells of other files.
            "tracked-changes" | "dde-links" => xml.skip()?,
            "table" => {
                let is_hidden = element.attribute("style-name").is_some_and(|name| hidden.contains(name.as_ref()));
                let sheet = Sheet::new(element.attribute("name").unwrap_or_default().into_owned(), is_hidden);
                let mut walk = Walk { sheet, shown: Format::default(), row: 0, column: 0, foreign: false };
                let level = xml.level();
                match session.spare(|session| walk.table(&mut xml, session))? {
                    Ok(()) if walk.foreign => {}
                    Ok(()) => lay(walk.sheet, &mut out, &mut tally, session)?,
                    Err(quantity) => {
                        while xml.anywhere(level)?.is_some() {
                            xml.step(session)?;
                        }
                        tally.large_sheet(walk.sheet.name, quantity);
                    }
                }
            }
            _ => {}
        }
    }
    super::finish(out, tally, session)
}

struct Walk {
    sheet: Sheet,
    /// No format: the file says what is shown.
    shown: Format,
    row: u32,
    column: u32,
    /// The table is a copy of another file's.
    foreign: bool,
}

/// A cell with how often it stands there.
struct Found {
    column: u32,
    repeated: u32,
    spans: (u32, u32),
    value: Value,
}

/// Cells or rows that one element stands for, never more than a sheet has.
fn repeated(element: &Element, name: &str, most: u32) -> u32 {
    element.number(name).unwrap_or(1).clamp(1, most)
}

fn is_hidden(element: &Element) -> bool {
    element.attribute("visibility").is_some_and(|v| v == "collapse" || v == "filter")
}

impl Walk {
    fn table(&mut self, xml: &mut Xml, session: &mut Session) -> Result<(), ReadError> {
        let level = xml.level();
        while let Some(node) = xml.anywhere(level)? {
            let Node::Open(element) = node else { continue };
            match element.name() {
                "table-source" => self.foreign = true,
                "table-column" => {
                    let count = repeated(&element, "number-columns-repeated", COLUMNS);
                    if is_hidden(&element) {
                        self.sheet.hidden_columns.push((self.column, self.column.saturating_add(count - 1)));
                    }
                    self.column = self.column.saturating_add(count);
                }
                "table-row" => self.row(&element, xml, session)?,
                "shapes" => self.boxes(xml)?,
                "forms" | "named-expressions" => xml.skip()?,
                _ => {}
            }
        }
        Ok(())
    }

    fn row(&mut self, element: &Element, xml: &mut Xml, session: &mut Session) -> Result<(), ReadError> {
        let count = repeated(element, "number-rows-repeated", ROWS);
        if is_hidden(element) {
            self.sheet.hidden_rows.push((self.row, self.row.saturating_add(count - 1)));
        }
        let level = xml.level();
        let mut cells = Vec::new();
        let mut column = 0u32;
        while let Some(node) = xml.anywhere(level)? {
            let Node::Open(element) = node else { continue };
            xml.step(session)?;
            if !matches!(element.name(), "table-cell" | "covered-table-cell") {
                continue;
            }
            let repeated = repeated(&element, "number-columns-repeated", COLUMNS);
            let spans = (
                element.number("number-rows-spanned").unwrap_or(1),
                element.number("number-columns-spanned").unwrap_or(1),
            );
            if let Some(value) = self.value(&element, xml)? {
                cells.push(Found { column, repeated, spans, value });
            }
            column = column.saturating_add(repeated);
        }
        if !cells.is_empty() {
            for row in self.row..self.row.saturating_add(count) {
                self.add(row, &cells, session)?;
            }
        }
        self.row = self.row.saturating_add(count);
        Ok(())
    }

    fn add(&mut self, row: u32, cells: &[Found], session: &mut Session) -> Result<(), ReadError> {
        for cell in cells {
            for column in cell.column..cell.column.saturating_add(cell.repeated) {
                self.sheet.add((row, column), cell.value.clone(), (&self.shown, Manner::default()), session)?;
                let (rows, columns) = (cell.spans.0.clamp(1, ROWS), cell.spans.1.clamp(1, COLUMNS));
                let area = Area { top: row, left: column, bottom: row + rows - 1, right: column + columns - 1 };
                self.sheet.merge(area, session)?;
            }
        }
        Ok(())
    }

    /// What a cell shows and stores; nothing for an empty one.
    fn value(&mut self, element: &Element, xml: &mut Xml) -> Result<Option<Value>, ReadError> {
        let stored = element.attribute("value").and_then(|v| Digits::parse(&v));
        let moment = element.attribute("date-value").or_else(|| element.attribute("time-value")).map(Cow::into_owned);
        let has_kind = element.attribute("value-type").is_some();
        let has_formula = element.attribute("formula").is_some();
        let text = self.text(xml)?;
        Ok(match (text, stored) {
            (Some(text), _) if element.says("value-type", "error") => Some(Value::Fault(text)),
            (Some(text), Some(number)) => Some(Value::Shown(text, number)),
            (None, Some(number)) => Some(Value::Number(number)),
            (text, None) if !has_kind && has_formula && text.as_ref().is_none_or(String::is_empty) => {
                Some(Value::Missing)
            }
            (text, None) => text.or(moment).filter(|t| !t.is_empty()).map(Value::Text),
        })
    }

    /// The paragraphs of a cell; nothing where it has none at all.
    fn text(&mut self, xml: &mut Xml) -> Result<Option<String>, ReadError> {
        let level = xml.level();
        let mut out: Option<String> = None;
        while let Some(node) = xml.anywhere(level)? {
            let Node::Open(element) = node else { continue };
            match element.name() {
                "p" => {
                    let words = paragraph(xml)?;
                    match &mut out {
                        Some(text) => {
                            text.push('\n');
                            text.push_str(&words);
                        }
                        None => out = Some(words),
                    }
                }
                "frame" | "custom-shape" | "g" => self.boxes(xml)?,
                // A comment is not what the cell shows.
                _ => xml.skip()?,
            }
        }
        Ok(out)
    }

    /// The paragraphs of the shapes in the element that has just opened.
    fn boxes(&mut self, xml: &mut Xml) -> Result<(), ReadError> {
        let level = xml.level();
        while let Some(node) = xml.anywhere(level)? {
            let Node::Open(element) = node else { continue };
            match element.name() {
                "p" => self.sheet.boxes.push(paragraph(xml)?),
                "object" | "image" | "title" | "desc" | "annotation" => xml.skip()?,
                _ => {}
            }
        }
        Ok(())
    }
}

/// The words of the paragraph that has just opened.
fn paragraph(xml: &mut Xml) -> Result<String, ReadError> {
    let level = xml.level();
    let mut out = String::new();
    while let Some(node) = xml.anywhere(level)? {
        match node {
            Node::Open(element) => match element.name() {
                "s" => out.extend(std::iter::repeat_n(' ', element.number("c").unwrap_or(1).min(1000) as usize)),
                "tab" => out.push('\t'),
                "line-break" => out.push('\n'),
                "annotation" | "note" | "ruby-text" => xml.skip()?,
                _ => {}
            },
            // Blanks at breaks of the file are one blank.
            Node::Text(words) => out.push_str(&words.replace(['\n', '\r', '\t'], " ")),
        }
    }
    Ok(out)
}
