//! Word documents.
#![no_main]

use libfuzzer_sys::fuzz_target;

const WHOLE: &[u8] = include_bytes!("../../tests/twins/report.docx");
const PARTS: &[&str] = &["word/document.xml", "word/styles.xml", "word/numbering.xml", "word/_rels/document.xml.rels"];

fuzz_target!(|data: &[u8]| gouji_fuzz::read_with_part("a.docx", WHOLE, PARTS, data));
