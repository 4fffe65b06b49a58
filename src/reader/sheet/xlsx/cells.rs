//! The cells of a sheet, as they stream by.

use super::super::cell::{Manner, Value};
use super::super::digits::Digits;
use super::super::format::Format;
use super::super::worksheet::{Area, Sheet};
use super::strings;
use super::workbook::Entry;
use crate::reader::xml::{Element, Node, Xml, whole, yes};
use crate::reader::{ReadError, Session};

/// What the cells of all sheets refer to.
pub(super) struct Around {
    /// The shared strings.
    pub strings: Vec<String>,
    /// The formats of cell styles.
    pub formats: Vec<Format>,
    /// Dates count from 1904.
    pub from_1904: bool,
}

struct Walk<'a> {
    around: &'a Around,
    manner: Manner,
    general: Format,
    sheet: Sheet,
    row: u32,
    column: u32,
}

/// What stands in a cell.
#[derive(Default)]
struct Content {
    value: Option<String>,
    rich: Option<String>,
    has_formula: bool,
}

/// Reads a sheet.
pub(super) fn read(text: &str, entry: &Entry, around: &Around, session: &mut Session) -> Result<Sheet, ReadError> {
    let mut walk = Walk {
        around,
        manner: Manner { from_1904: around.from_1904, no_zeros: false },
        general: Format::parse("General"),
        sheet: Sheet::new(entry.name.clone(), entry.hidden),
        row: 0,
        column: 0,
    };
    let mut xml = Xml::new(text, session);
    while let Some(node) = xml.anywhere(0)? {
        if let Node::Open(element) = node {
            xml.step(session)?;
            walk.open(&element, &mut xml, session)?;
        }
    }
    Ok(walk.sheet)
}

impl Walk<'_> {
    fn open(&mut self, element: &Element, xml: &mut Xml, session: &mut Session) -> Result<(), ReadError> {
        match element.name() {
            "sheetView" => self.manner.no_zeros |= element.says("showZeros", "0") || element.says("showZeros", "false"),
            "col" if element.is("hidden") || element.says("width", "0") => {
                let first = element.number("min").unwrap_or(1).saturating_sub(1);
                let last = element.number("max").map_or(first, |max| max.saturating_sub(1));
                self.sheet.hidden_columns.push((first, last));
            }
            "row" => self.row(element, xml, session)?,
            "mergeCell" => {
                if let Some(area) = element.attribute("ref").and_then(|r| area(&r)) {
                    self.sheet.merge(area, session)?;
                }
            }
            // What lies beyond the table of cells: other programs' extensions.
            "extLst" => xml.skip()?,
            _ => {}
        }
        Ok(())
    }

    fn row(&mut self, element: &Element, xml: &mut Xml, session: &mut Session) -> Result<(), ReadError> {
        // Rows that do not say where they are follow each other.
        let [number, hidden, height] = element.attributes(["r", "hidden", "ht"]);
        if let Some(number) = number.as_deref().and_then(whole) {
            self.row = number.checked_sub(1).ok_or(ReadError::Damaged)?;
        }
        self.column = 0;
        if hidden.as_deref().is_some_and(yes) || height.as_deref() == Some("0") {
            self.sheet.hidden_rows.push((self.row, self.row));
        }
        while let Some(node) = xml.inside()? {
            let Node::Open(element) = node else { continue };
            xml.step(session)?;
            match element.name() {
                "c" => self.cell(&element, xml, session)?,
                _ => xml.skip()?,
            }
        }
        self.row = self.row.saturating_add(1);
        Ok(())
    }

    fn cell(&mut self, element: &Element, xml: &mut Xml, session: &mut Session) -> Result<(), ReadError> {
        let [name, style, kind] = element.attributes(["r", "s", "t"]);
        let place = match name {
            Some(name) => place(&name).ok_or(ReadError::Damaged)?,
            None => (self.row, self.column),
        };
        self.column = place.1.saturating_add(1);
        let content = content(xml)?;
        let style = style.as_deref().and_then(whole).unwrap_or(0) as usize;
        let format = self.around.formats.get(style).unwrap_or(&self.general);
        match self.value(&kind.unwrap_or_default(), content)? {
            Some(value) => self.sheet.add(place, value, (format, self.manner), session),
            None => Ok(()),
        }
    }

    fn value(&self, kind: &str, content: Content) -> Result<Option<Value>, ReadError> {
        let Content { value, rich, has_formula } = content;
        let Some(raw) = value else {
            // A formula whose result is an empty text needs none.
            let missing = has_formula && kind != "str";
            return Ok(rich.filter(|t| !t.is_empty()).map(Value::Text).or(missing.then_some(Value::Missing)));
        };
        let value = match kind {
            "s" => {
                let index: usize = raw.trim().parse().map_err(|_| ReadError::Damaged)?;
                Value::Text(self.around.strings.get(index).ok_or(ReadError::Damaged)?.clone())
            }
            "str" | "inlineStr" => Value::Text(strings::unescape(&raw)),
            "b" => Value::Truth(matches!(raw.trim(), "1" | "true")),
            "e" => Value::Fault(raw.trim().to_owned()),
            // The strict edition writes dates as people do.
            "d" => Value::Text(raw.trim().replace('T', " ")),
            _ if raw.trim().is_empty() => return Ok(has_formula.then_some(Value::Missing)),
            _ => Value::Number(Digits::parse(&raw).ok_or(ReadError::Damaged)?),
        };
        Ok(Some(value).filter(|v| *v != Value::Text(String::new())))
    }
}

/// What stands in the cell that has just opened.
fn content(xml: &mut Xml) -> Result<Content, ReadError> {
    let mut out = Content::default();
    while let Some(node) = xml.inside()? {
        let Node::Open(element) = node else { continue };
        match element.name() {
            "v" => out.value = Some(xml.text()?),
            "is" => out.rich = Some(strings::rich(xml)?),
            "f" => {
                out.has_formula = true;
                xml.skip()?;
            }
            _ => xml.skip()?,
        }
    }
    Ok(out)
}

/// `C7` → row and column from 0.
fn place(name: &str) -> Option<(u32, u32)> {
    let name = name.trim();
    let letters = name.chars().take_while(char::is_ascii_alphabetic).count();
    let (letters, row) = name.split_at_checked(letters)?;
    let column = letters.chars().try_fold(0u32, |column, letter| {
        let value = u32::from(letter.to_ascii_uppercase()).checked_sub(u32::from('A') - 1)?;
        column.checked_mul(26)?.checked_add(value)
    })?;
    Some((row.parse::<u32>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}

/// `A1:C1` → the area.
fn area(name: &str) -> Option<Area> {
    let (first, last) = name.split_once(':')?;
    let ((top, left), (bottom, right)) = (place(first)?, place(last)?);
    Some(Area { top, left, bottom, right })
}
