//! Workbooks.
#![no_main]

use libfuzzer_sys::fuzz_target;

const WHOLE: &[u8] = include_bytes!("../../tests/twins/tables.xlsx");
const PARTS: &[&str] = &["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"];

fuzz_target!(|data: &[u8]| gouji_fuzz::read_with_part("a.xlsx", WHOLE, PARTS, data));
