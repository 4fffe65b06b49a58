//! Any text ends in a sound report.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let text = String::from_utf8_lossy(data);
    gouji_fuzz::sound::sound(&text);
    gouji_fuzz::sound::digits_are_read_once(&text);
});
