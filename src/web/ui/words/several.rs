//! So many of something in English (复数).

/// `1 file`, `2 files`.
pub fn several(count: usize, one: &str) -> String {
    [count.to_string().as_str(), " ", one, if count == 1 { "" } else { "s" }].concat()
}
