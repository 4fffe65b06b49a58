//! Shared strings, and the strings of rich text anywhere.

use crate::reader::markup::{Markup, Node};
use crate::reader::{ReadError, Session};

/// Reads the shared strings; an empty part has none.
pub(super) fn read(text: &str, session: &mut Session) -> Result<Vec<String>, ReadError> {
    let mut out = Vec::new();
    let mut markup = Markup::new(text);
    while let Some(node) = markup.next(session)? {
        if let Node::Open(tag) = node
            && tag.name() == "si"
        {
            out.push(rich(&mut markup, session)?);
        }
    }
    Ok(out)
}

/// The text of the element that has just opened, in whatever runs; readings above characters are left out.
pub(super) fn rich(markup: &mut Markup, session: &mut Session) -> Result<String, ReadError> {
    let outside = markup.depth() - 1;
    let mut out = String::new();
    let mut is_text = false;
    while markup.depth() > outside
        && let Some(node) = markup.next(session)?
    {
        match node {
            Node::Open(tag) if tag.name() == "rPh" => markup.skip(session)?,
            Node::Open(tag) => is_text = tag.name() == "t",
            Node::Text(words) if is_text => out.push_str(&words),
            Node::Text(_) => {}
            Node::Close(_) => is_text = false,
        }
    }
    Ok(unescape(&out))
}

/// Characters that XML cannot hold stand as `_x000D_`.
pub(super) fn unescape(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("_x") {
        out.push_str(before);
        let code = after.get(..4).filter(|_| after.get(4..5) == Some("_"));
        match code.and_then(|c| u32::from_str_radix(c, 16).ok()).and_then(char::from_u32) {
            Some(c) => {
                if !c.is_control() || c == '\n' || c == '\t' {
                    out.push(c);
                }
                rest = after.get(5..).unwrap_or("");
            }
            None => {
                out.push_str("_x");
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}
