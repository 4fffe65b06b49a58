//! The tables of the browser, which has them all by the same standard.

use web_sys::{TextDecoder, TextDecoderOptions};

/// The name of the set that a label means.
pub(super) fn name_of(label: &str) -> Option<String> {
    TextDecoder::new_with_label(label).ok().map(|set| set.encoding())
}

pub(super) fn read(name: &str, bytes: &[u8]) -> Option<String> {
    decode(name, bytes, true)
}

pub(super) fn read_lossy(name: &str, bytes: &[u8]) -> String {
    decode(name, bytes, false).unwrap_or_default()
}

fn decode(name: &str, bytes: &[u8], is_strict: bool) -> Option<String> {
    let options = TextDecoderOptions::new();
    options.set_fatal(is_strict);
    let set = TextDecoder::new_with_label_and_options(name, &options).ok()?;
    set.decode_with_u8_array(bytes).ok()
}
