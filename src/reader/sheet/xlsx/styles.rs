//! The number formats of cell styles.

use std::collections::BTreeMap;

use super::super::format::{Format, builtin};
use crate::reader::markup::{Markup, Node};
use crate::reader::{ReadError, Session};

/// The format of each cell style, in the order in which cells count them.
pub(super) fn read(text: &str, session: &mut Session) -> Result<Vec<Format>, ReadError> {
    let mut codes: BTreeMap<u32, String> = BTreeMap::new();
    let mut styles = Vec::new();
    let mut of_cells = false;
    let mut markup = Markup::new(text);
    while let Some(node) = markup.next(session)? {
        match node {
            // A changed look under a condition has formats of its own, which are for nobody else.
            Node::Open(tag) if tag.name() == "dxfs" => markup.skip(session)?,
            Node::Open(tag) => match tag.name().as_str() {
                "numFmt" => {
                    if let (Some(id), Some(code)) = (tag.number("numFmtId"), tag.get("formatCode")) {
                        codes.insert(id, code);
                    }
                }
                "cellXfs" => of_cells = true,
                "xf" if of_cells => styles.push(tag.number("numFmtId").unwrap_or(0)),
                _ => {}
            },
            Node::Close(name) if name == "cellXfs" => of_cells = false,
            _ => {}
        }
    }
    let code = |id: &u32| codes.get(id).map_or_else(|| builtin(*id), String::as_str);
    // Thousands of styles share a few formats.
    let formats: BTreeMap<u32, Format> = styles.iter().map(|id| (*id, Format::parse(code(id)))).collect();
    Ok(styles.iter().filter_map(|id| formats.get(id).cloned()).collect())
}
