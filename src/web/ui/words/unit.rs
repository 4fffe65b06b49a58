//! Units in English (单位). Reports print theirs in Chinese, and so they stand in what is quoted.

/// What sets a unit that is itself a number off from the number before it.
const TIMES: &str = "× ";

/// A unit in English, as it stands behind a number; empty for one that is not said there, and the word itself for a unit that has no other.
pub fn unit(unit: &str) -> &str {
    named(&UNITS, unit)
}

/// A word by the name it has in a table; itself where it has none.
pub fn named<'w>(table: &[(&'static str, &'static str)], word: &'w str) -> &'w str {
    table.iter().find(|(other, _)| *other == word).map_or(word, |(_, name)| name)
}

/// A unit in English that stands by itself.
pub fn unit_alone(name: &str) -> &str {
    let unit = unit(name);
    unit.strip_prefix(TIMES).unwrap_or(unit)
}

const UNITS: [(&str, &str); 9] = [
    ("元", "CNY"),
    ("万元", "× CNY 10,000"),
    ("亿元", "× CNY 100 million"),
    ("人", "people"),
    ("名", "people"),
    ("分", "points"),
    ("个百分点", "percentage points"),
    ("个", ""),
    ("项", ""),
];
