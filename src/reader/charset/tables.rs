//! The tables of encoding_rs.

use encoding_rs::Encoding;

/// The name of the set that a label means.
pub(super) fn name_of(label: &str) -> Option<String> {
    Encoding::for_label(label.as_bytes()).map(|set| set.name().to_owned())
}

pub(super) fn read(name: &str, bytes: &[u8]) -> Option<String> {
    let set = Encoding::for_label(name.as_bytes())?;
    set.decode_without_bom_handling_and_without_replacement(bytes).map(|text| text.into_owned())
}

pub(super) fn read_lossy(name: &str, bytes: &[u8]) -> String {
    let set = Encoding::for_label(name.as_bytes());
    set.map(|set| set.decode_without_bom_handling(bytes).0.into_owned()).unwrap_or_default()
}
