//! Web pages, and what is copied from them: navigation, scripts and what is hidden left out, tables kept.

mod drop;
mod flow;
mod lay;
mod source;
mod table;

use super::charset::Charset;
use super::{ReadError, Session, remark};
use crate::document::{Builder, Document, Format};
use flow::Flow;
use html5gum::emitters::default::DefaultEmitter;
use html5gum::{Token, Tokenizer};
use source::Source;

/// Tokens between two looks at whether to go on.
const STRIDE: usize = 4096;

/// Whether a text is a web page or a piece of one: it begins with a tag, and with one that pages have.
pub(super) fn is_html(text: &str) -> bool {
    const TAGS: [&str; 14] = [
        "!doctype html",
        "html",
        "head",
        "body",
        "meta",
        "table",
        "div",
        "p",
        "span",
        "h1",
        "h2",
        "ul",
        "ol",
        "section",
    ];
    let head: String = text.trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t']).chars().take(2000).collect();
    let head = head.to_ascii_lowercase();
    let head =
        head.strip_prefix("<!--").and_then(|rest| rest.split_once("-->")).map_or(head.as_str(), |(_, rest)| rest);
    let Some(tag) = head.trim_start().strip_prefix('<') else { return false };
    TAGS.iter()
        .any(|name| tag.strip_prefix(name).is_some_and(|rest| rest.starts_with(['>', ' ', '\n', '\r', '\t', '/'])))
}

/// The text of a page whose bytes name their encoding: `<meta charset="gbk">`.
pub(super) fn declared(bytes: &[u8]) -> Option<(String, &'static str)> {
    let head = bytes.get(..bytes.len().min(4096))?;
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    if Charset::of_mark(bytes).is_some() || !(head.contains("<html") || head.contains("<meta")) {
        return None;
    }
    let label = head.split_once("charset=")?.1.trim_start_matches(['"', '\'']);
    let label: String = label.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect();
    let encoding = Charset::of_label(&label)?;
    encoding.read(bytes).map(|text| (text, encoding.name()))
}

/// Reads a page.
///
/// # Errors
/// Where nothing is left of it, or there is too much.
pub(super) fn read(text: &str, session: &mut Session) -> Result<Document, ReadError> {
    session.characters(text.len())?;
    let mut builder = Builder::new(Format::Html);
    read_into(text, &mut builder, session)?;
    let document = builder.finish();
    if document.blocks.is_empty() { Err(ReadError::Empty) } else { Ok(document) }
}

/// Reads a page, or a piece of one that stands in another document.
///
/// # Errors
/// Where there is too much of it.
pub(super) fn read_into(text: &str, builder: &mut Builder, session: &mut Session) -> Result<(), ReadError> {
    // Where the names of boxes leave nothing of a page, they were no good guides.
    let careful = walk(text, true, session)?;
    let flow = if careful.is_empty() { walk(text, false, session)? } else { careful };
    let (navigation, hidden) = flow.left_out();
    if navigation > 0 {
        builder.remark(remark::navigation(navigation));
    }
    if hidden > 0 {
        builder.remark(remark::hidden_text(hidden, true));
    }
    lay::lay(flow.finish(), builder, session)
}

fn walk(text: &str, boxes: bool, session: &mut Session) -> Result<Flow, ReadError> {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut flow = Flow::new(boxes);
    let mut read = 0;
    for (count, token) in Tokenizer::new_with_emitter(Source::new(text), emitter).enumerate() {
        if count % STRIDE == 0 {
            session.step(read.min(text.len()), text.len())?;
        }
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => {
                read += tag.name.len();
                flow.open(&tag);
                session.depth(flow.depth())?;
            }
            Token::EndTag(tag) => flow.close(&String::from_utf8_lossy(&tag.name)),
            Token::String(words) => {
                read += words.len();
                flow.words(&String::from_utf8_lossy(&words));
            }
            _ => {}
        }
    }
    Ok(flow)
}
