//! Texts of the words of the field: each byte is one of them.
#![no_main]

use libfuzzer_sys::fuzz_target;

use gouji_fuzz::pieces::PIECES;

fuzz_target!(|data: &[u8]| {
    let text: String = data.iter().filter_map(|byte| PIECES.get(usize::from(*byte) % PIECES.len())).copied().collect();
    gouji_fuzz::sound::sound(&text);
    gouji_fuzz::sound::digits_are_read_once(&text);
});
