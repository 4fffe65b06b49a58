//! OpenDocument spreadsheets.
#![no_main]

use libfuzzer_sys::fuzz_target;

const WHOLE: &[u8] = include_bytes!("../../tests/twins/tables.ods");
const PARTS: &[&str] = &["content.xml"];

fuzz_target!(|data: &[u8]| gouji_fuzz::read_with_part("a.ods", WHOLE, PARTS, data));
