//! Markdown.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| gouji_fuzz::read("a.md", &["# 题\n\n".as_bytes(), data].concat()));
