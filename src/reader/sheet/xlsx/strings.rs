//! Shared strings, and the strings of rich text anywhere.

use crate::reader::xml::{Node, Xml};
use crate::reader::{ReadError, Session};

/// Reads the shared strings; an empty part has none.
pub(super) fn read(text: &str, session: &mut Session) -> Result<Vec<String>, ReadError> {
    let mut out = Vec::new();
    let mut xml = Xml::new(text, session);
    while let Some(node) = xml.anywhere(0)? {
        if let Node::Open(element) = node
            && element.name() == "si"
        {
            xml.step(session)?;
            out.push(rich(&mut xml)?);
        }
    }
    Ok(out)
}

/// The text of the element that has just opened, in whatever runs; readings above characters are left out.
pub(super) fn rich(xml: &mut Xml) -> Result<String, ReadError> {
    let level = xml.level();
    let mut out = String::new();
    while let Some(node) = xml.anywhere(level)? {
        let Node::Open(element) = node else { continue };
        match element.name() {
            "rPh" => xml.skip()?,
            "t" => out.push_str(&xml.text()?),
            _ => {}
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
