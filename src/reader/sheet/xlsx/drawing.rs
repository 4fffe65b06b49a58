//! The words of text boxes and shapes that lie upon a sheet.

use crate::reader::markup::{Markup, Node};
use crate::reader::{ReadError, Session};

/// Adds the paragraphs of a drawing.
pub(super) fn read(text: &str, out: &mut Vec<String>, session: &mut Session) -> Result<(), ReadError> {
    let mut markup = Markup::new(text);
    let mut paragraph = String::new();
    let mut in_text = false;
    while let Some(node) = markup.next(session)? {
        match node {
            // A shape may be told twice, the second time for older programs.
            Node::Open(tag) if tag.name() == "Fallback" => markup.skip(session)?,
            Node::Open(tag) => in_text = tag.name() == "t",
            Node::Text(words) if in_text => paragraph.push_str(&words),
            Node::Text(_) => {}
            Node::Close(name) => {
                in_text = false;
                if name == "p" && !paragraph.trim().is_empty() {
                    out.push(std::mem::take(&mut paragraph));
                }
            }
        }
    }
    Ok(())
}
