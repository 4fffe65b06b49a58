//! What the targets share: a file is read and checked, and the places of its document hold.

#[path = "../../tests/robustness/pieces.rs"]
pub mod pieces;
#[path = "../../tests/robustness/sound.rs"]
pub mod sound;

use std::io::{Cursor, Write};

use gouji::document::Document;
use gouji::reader::{Limits, Session};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// Texts beyond this are read but not checked, so that the fuzzer gets on.
const MOST_CHECKED: usize = 16 * 1024;

/// Reads a file and checks what it holds.
pub fn read(name: &str, bytes: &[u8]) {
    let limits = Limits { inflated: 24 << 20, characters: 1 << 20, cells: 20_000, pages: 50, ..Limits::default() };
    match gouji::read(name, bytes, &mut Session::new(limits, &mut |_| true)) {
        Ok(document) => {
            places_hold(&document);
            if document.text.len() <= MOST_CHECKED {
                let _ = gouji::check_document(&document);
            }
        }
        Err(error) => assert!(!error.message().is_empty()),
    }
}

fn places_hold(document: &Document) {
    let blocks = document.blocks.iter().map(|block| block.span);
    let cells = document.tables.iter().flat_map(|table| table.cells.iter().map(|cell| cell.span));
    let remarks = document.remarks.iter().filter_map(|remark| remark.span);
    for span in blocks.chain(cells).chain(remarks) {
        assert!(document.text.get(span.start as usize..span.end as usize).is_some(), "{span:?}");
    }
    assert!(document.origins.is_sorted_by_key(|(from, _)| *from));
}

/// Reads a container in which one part is replaced: the first byte says which, the rest is what it holds. Bytes that are a
/// container themselves are read as they are.
pub fn read_with_part(name: &str, whole: &[u8], parts: &[&str], data: &[u8]) {
    if data.starts_with(b"PK") {
        return read(name, data);
    }
    let Some((which, body)) = data.split_first() else { return };
    let Some(part) = parts.get(usize::from(*which) % parts.len()) else { return };
    read(name, &replace(whole, part, body));
}

fn replace(whole: &[u8], part: &str, body: &[u8]) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(whole)).expect("the seed is a container");
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..archive.len() {
        let file = archive.by_index_raw(at).expect("the seed has its parts");
        if file.name().is_ok_and(|name| name != part) {
            out.raw_copy_file(file).expect("memory takes all");
        }
    }
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    out.start_file(part, stored).expect("memory takes all");
    out.write_all(body).expect("memory takes all");
    out.finish().expect("memory takes all").into_inner()
}
