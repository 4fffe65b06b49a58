//! The number formats of cell styles.

use crate::gather::{Gather, SortedMap};

use super::super::format::{Format, builtin};
use crate::reader::xml::{Node, Xml};
use crate::reader::{ReadError, Session};

/// The format of each cell style, in the order in which cells count them.
pub(super) fn read(text: &str, session: &mut Session) -> Result<Vec<Format>, ReadError> {
    let mut codes: SortedMap<u32, String> = SortedMap::new();
    let mut styles = Vec::new();
    let mut xml = Xml::new(text, session);
    while let Some(node) = xml.anywhere(0)? {
        let Node::Open(element) = node else { continue };
        xml.step(session)?;
        match element.name() {
            // A changed look under a condition has formats of its own, which are for nobody else.
            "dxfs" => xml.skip()?,
            "numFmt" => {
                if let Some((id, code)) = element.number("numFmtId").zip(element.attribute("formatCode")) {
                    codes.insert(id, code.into_owned());
                }
            }
            "cellXfs" => of_cells(&mut xml, &mut styles)?,
            _ => {}
        }
    }
    let code = |id: &u32| codes.get(id).map_or_else(|| builtin(*id), String::as_str);
    // Thousands of styles share a few formats.
    let formats: SortedMap<u32, Format> = styles.iter().map(|id| (*id, Format::parse(code(id)))).gather_map();
    Ok(styles.iter().filter_map(|id| formats.get(id).cloned()).gather())
}

/// Adds the number of each style's format.
fn of_cells(xml: &mut Xml, styles: &mut Vec<u32>) -> Result<(), ReadError> {
    let level = xml.level();
    while let Some(node) = xml.anywhere(level)? {
        if let Node::Open(element) = node
            && element.name() == "xf"
        {
            styles.push(element.number("numFmtId").unwrap_or(0));
        }
    }
    Ok(())
}
