//! The list of sheets.

use crate::reader::xml::{Node, Xml};
use crate::reader::{ReadError, Session};

/// A workbook: its sheets in order.
#[derive(Default)]
pub(super) struct Workbook {
    /// Dates count from 1904.
    pub from_1904: bool,
    /// Its sheets.
    pub sheets: Vec<Entry>,
}

/// A sheet as the workbook names it.
pub(super) struct Entry {
    /// Its name.
    pub name: String,
    /// Its relationship.
    pub relationship: String,
    /// Whether it is hidden.
    pub hidden: bool,
}

/// Reads the list of sheets.
pub(super) fn read(text: &str, session: &mut Session) -> Result<Workbook, ReadError> {
    let mut out = Workbook::default();
    let mut xml = Xml::new(text, session);
    while let Some(node) = xml.anywhere(0)? {
        let Node::Open(element) = node else { continue };
        match element.name() {
            "workbookPr" => out.from_1904 = element.is("date1904"),
            "sheet" => out.sheets.push(Entry {
                name: element.attribute("name").unwrap_or_default().into_owned(),
                relationship: element.attribute("id").ok_or(ReadError::Damaged)?.into_owned(),
                hidden: element.attribute("state").is_some_and(|state| state != "visible"),
            }),
            _ => {}
        }
    }
    // A workbook has one sheet at least.
    if out.sheets.is_empty() { Err(ReadError::Damaged) } else { Ok(out) }
}
