//! Whether something is so, as attributes say it: `aria-pressed="true"`.

/// The word for it.
#[must_use]
pub const fn truth(is_so: bool) -> &'static str {
    if is_so { "true" } else { "false" }
}
