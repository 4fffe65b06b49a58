//! XML parts of a container.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
/// The characters of an XML part: UTF-8 unless a mark or the first character says UTF-16, or the declaration another encoding.
pub(super) fn decode(bytes: &[u8]) -> Cow<'_, str> {
    let encoding = match (Encoding::for_bom(bytes), bytes) {
        (Some((encoding, _)), _) => encoding,
        (None, [b'<', 0, ..]) => UTF_16LE,
        (None, [0, b'<', ..]) => UTF_16BE,
        _ => declared(bytes).unwrap_or(UTF_8),
    };
    encoding.decode(bytes).0
}

fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(100))?;
    let head = String::from_utf8_lossy(head);
    let name = head.strip_prefix("<?xml")?.split_once("encoding=")?.1.get(1..)?;
    Encoding::for_label(name.split(['"', '\'']).next()?.as_bytes())
}
