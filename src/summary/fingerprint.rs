//! What tells one text from another (指纹).

/// FNV-1a over the characters that are no blanks: copies of one text are equal in every format, and others hardly ever are.
#[must_use]
pub fn fingerprint(text: &str) -> u128 {
    const START: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
    const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;
    let mut hash = START;
    let mut bytes = [0; 4];
    for c in text.chars().filter(|c| !c.is_whitespace()) {
        for byte in c.encode_utf8(&mut bytes).as_bytes() {
            hash = (hash ^ u128::from(*byte)).wrapping_mul(PRIME);
        }
    }
    hash
}
