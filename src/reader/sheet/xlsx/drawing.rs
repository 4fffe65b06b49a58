//! The words of text boxes and shapes that lie upon a sheet.

use crate::reader::xml::{Node, Xml};
use crate::reader::{ReadError, Session};

/// Adds the paragraphs of a drawing.
pub(super) fn read(text: &str, out: &mut Vec<String>, session: &mut Session) -> Result<(), ReadError> {
    let mut xml = Xml::new(text, session);
    while let Some(node) = xml.anywhere(0)? {
        if let Node::Open(element) = node
            && element.name() == "p"
        {
            xml.step(session)?;
            let paragraph = paragraph(&mut xml)?;
            if !paragraph.trim().is_empty() {
                out.push(paragraph);
            }
        }
    }
    Ok(())
}

/// The words of the paragraph that has just opened, without the names of its fonts.
fn paragraph(xml: &mut Xml) -> Result<String, ReadError> {
    let level = xml.level();
    let mut out = String::new();
    while let Some(node) = xml.anywhere(level)? {
        if let Node::Open(element) = node
            && element.name() == "t"
        {
            out.push_str(&xml.text()?);
        }
    }
    Ok(out)
}
