//! OpenDocument spreadsheets (.ods), which hold what each cell shows beside what it stores.

use std::collections::BTreeSet;

use super::cell::{Manner, Value};
use super::digits::Digits;
use super::format::Format;
use super::lay::lay;
use super::tally::Tally;
use super::worksheet::{Area, COLUMNS, ROWS, Sheet};
use crate::document::{self, Builder, Document};
use crate::reader::markup::{Markup, Node, Tag};
use crate::reader::package::Package;
use crate::reader::{ReadError, Session, xml};

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
    let mut hidden = BTreeSet::new();
    let mut style = String::new();
    let mut markup = Markup::new(&text);
    while let Some(node) = markup.next(session)? {
        let Node::Open(tag) = node else { continue };
        match tag.name().as_str() {
            "style" => style = tag.get("name").unwrap_or_default(),
            "table-properties" if tag.get("display").is_some_and(|d| d == "false") => {
                hidden.insert(style.clone());
            }
            // Deleted cells and cells of other files.
            "tracked-changes" | "dde-links" => markup.skip(session)?,
            "table" => {
                let is_hidden = tag.get("style-name").is_some_and(|name| hidden.contains(&name));
                let sheet = Sheet::new(tag.get("name").unwrap_or_default(), is_hidden);
                let mut walk = Walk { sheet, shown: Format::default(), row: 0, column: 0, foreign: false };
                walk.table(&mut markup, session)?;
                if !walk.foreign {
                    lay(walk.sheet, &mut out, &mut tally, session)?;
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
fn repeated(tag: &Tag, name: &str, most: u32) -> u32 {
    tag.number(name).unwrap_or(1).clamp(1, most)
}

fn is_hidden(tag: &Tag) -> bool {
    tag.get("visibility").is_some_and(|v| v == "collapse" || v == "filter")
}

impl Walk {
    fn table(&mut self, markup: &mut Markup, session: &mut Session) -> Result<(), ReadError> {
        let outside = markup.depth() - 1;
        while markup.depth() > outside
            && let Some(node) = markup.next(session)?
        {
            let Node::Open(tag) = node else { continue };
            match tag.name().as_str() {
                "table-source" => self.foreign = true,
                "table-column" => {
                    let count = repeated(&tag, "number-columns-repeated", COLUMNS);
                    if is_hidden(&tag) {
                        self.sheet.hidden_columns.push((self.column, self.column.saturating_add(count - 1)));
                    }
                    self.column = self.column.saturating_add(count);
                }
                "table-row" => self.row(&tag, markup, session)?,
                "shapes" => self.boxes(markup, session)?,
                "forms" | "named-expressions" => markup.skip(session)?,
                _ => {}
            }
        }
        Ok(())
    }

    fn row(&mut self, tag: &Tag, markup: &mut Markup, session: &mut Session) -> Result<(), ReadError> {
        let count = repeated(tag, "number-rows-repeated", ROWS);
        if is_hidden(tag) {
            self.sheet.hidden_rows.push((self.row, self.row.saturating_add(count - 1)));
        }
        let outside = markup.depth() - 1;
        let mut cells = Vec::new();
        let mut column = 0u32;
        while markup.depth() > outside
            && let Some(node) = markup.next(session)?
        {
            let Node::Open(tag) = node else { continue };
            if !matches!(tag.name().as_str(), "table-cell" | "covered-table-cell") {
                continue;
            }
            let repeated = repeated(&tag, "number-columns-repeated", COLUMNS);
            let spans =
                (tag.number("number-rows-spanned").unwrap_or(1), tag.number("number-columns-spanned").unwrap_or(1));
            if let Some(value) = self.value(&tag, markup, session)? {
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
    fn value(&mut self, tag: &Tag, markup: &mut Markup, session: &mut Session) -> Result<Option<Value>, ReadError> {
        let kinds: Vec<String> = tag.all("value-type");
        let is = |kind: &str| kinds.iter().any(|k| k == kind);
        let stored = tag.get("value").and_then(|v| Digits::parse(&v));
        let moment = tag.get("date-value").or_else(|| tag.get("time-value"));
        let has_formula = tag.get("formula").is_some();
        let text = self.text(markup, session)?;
        Ok(match (text, stored) {
            (Some(text), _) if is("error") => Some(Value::Fault(text)),
            (Some(text), Some(number)) => Some(Value::Shown(text, number)),
            (None, Some(number)) => Some(Value::Number(number)),
            (text, None) if kinds.is_empty() && has_formula && text.as_ref().is_none_or(String::is_empty) => {
                Some(Value::Missing)
            }
            (text, None) => text.or(moment).filter(|t| !t.is_empty()).map(Value::Text),
        })
    }

    /// The paragraphs of a cell; nothing where it has none at all.
    fn text(&mut self, markup: &mut Markup, session: &mut Session) -> Result<Option<String>, ReadError> {
        let outside = markup.depth() - 1;
        let mut out: Option<String> = None;
        while markup.depth() > outside
            && let Some(node) = markup.next(session)?
        {
            let Node::Open(tag) = node else { continue };
            match tag.name().as_str() {
                "p" => {
                    let words = paragraph(markup, session)?;
                    match &mut out {
                        Some(text) => {
                            text.push('\n');
                            text.push_str(&words);
                        }
                        None => out = Some(words),
                    }
                }
                "frame" | "custom-shape" | "g" => self.boxes(markup, session)?,
                // A comment is not what the cell shows.
                _ => markup.skip(session)?,
            }
        }
        Ok(out)
    }

    /// The paragraphs of the shapes in the element that has just opened.
    fn boxes(&mut self, markup: &mut Markup, session: &mut Session) -> Result<(), ReadError> {
        let outside = markup.depth() - 1;
        while markup.depth() > outside
            && let Some(node) = markup.next(session)?
        {
            let Node::Open(tag) = node else { continue };
            match tag.name().as_str() {
                "p" => self.sheet.boxes.push(paragraph(markup, session)?),
                "object" | "image" | "title" | "desc" | "annotation" => markup.skip(session)?,
                _ => {}
            }
        }
        Ok(())
    }
}

/// The words of the paragraph that has just opened.
fn paragraph(markup: &mut Markup, session: &mut Session) -> Result<String, ReadError> {
    let outside = markup.depth() - 1;
    let mut out = String::new();
    while markup.depth() > outside
        && let Some(node) = markup.next(session)?
    {
        match node {
            Node::Open(tag) => match tag.name().as_str() {
                "s" => out.extend(std::iter::repeat_n(' ', tag.number("c").unwrap_or(1).min(1000) as usize)),
                "tab" => out.push('\t'),
                "line-break" => out.push('\n'),
                "annotation" | "note" | "ruby-text" => markup.skip(session)?,
                _ => {}
            },
            // Blanks at breaks of the file are one blank.
            Node::Text(words) => out.push_str(&words.replace(['\n', '\r', '\t'], " ")),
            Node::Close(_) => {}
        }
    }
    Ok(out)
}
