//! What stands in a cell of an exported table (单元格).

use crate::gather::Gather;
use std::str::FromStr;

use crate::number::Decimal;

/// A table to be written (导出表).
#[derive(Clone, Debug)]
pub(super) struct Table {
    /// The name of its sheet.
    pub(super) name: &'static str,
    /// The heads of its columns, with their widths in characters.
    pub(super) heads: Vec<(String, u32)>,
    /// Its rows.
    pub(super) rows: Vec<Vec<Cell>>,
}

impl Table {
    /// A table whose heads are always the same.
    pub(super) fn of(name: &'static str, heads: &[(&str, u32)], rows: Vec<Vec<Cell>>) -> Self {
        Self { name, heads: heads.iter().map(|(head, width)| ((*head).to_owned(), *width)).gather(), rows }
    }

    /// The table with the same words in one more column.
    pub(super) fn with(mut self, head: &str, words: &str) -> Self {
        self.heads.push((head.to_owned(), 20));
        self.rows.iter_mut().for_each(|row| row.push(Cell::text(words)));
        self
    }
}

/// A cell (单元格).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Cell {
    /// Nothing.
    Empty,
    /// Words.
    Text(String),
    /// A number: plain digits, as printed.
    Number(String),
    /// A formula, and what it gives.
    Formula(String, Box<Cell>),
}

impl Cell {
    /// Words, or nothing.
    pub(super) fn text(words: impl Into<String>) -> Self {
        let words = words.into();
        if words.is_empty() { Self::Empty } else { Self::Text(words) }
    }

    /// A count or a number of the report's own.
    pub(super) fn count(number: usize) -> Self {
        Self::Number(number.to_string())
    }

    /// A number where the text is one, otherwise words.
    pub(super) fn number(text: &str) -> Self {
        // A workbook keeps fifteen digits; what has more would come back as another number.
        match decimal(text) {
            Some(value) if value.normalize().mantissa().unsigned_abs() < 1_000_000_000_000_000 => {
                Self::Number(text.to_owned())
            }
            _ => Self::text(text),
        }
    }

    /// A formula that gives what this cell says; words and nothing stay as they are.
    pub(super) fn by(self, formula: Option<String>) -> Self {
        match (self, formula) {
            (number @ Self::Number(_), Some(formula)) => Self::Formula(formula, Box::new(number)),
            (cell, _) => cell,
        }
    }

    /// What is shown.
    pub(super) fn shown(&self) -> &str {
        match self {
            Self::Empty => "",
            Self::Text(words) | Self::Number(words) => words,
            Self::Formula(_, given) => given.shown(),
        }
    }
}

/// The number that a text is.
pub(super) fn decimal(text: &str) -> Option<Decimal> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let is_plain =
        digits.starts_with(|c: char| c.is_ascii_digit()) && digits.chars().all(|c| c.is_ascii_digit() || c == '.');
    if is_plain { Decimal::from_str(text).ok() } else { None }
}

/// The letters of a column, counted from 0: A … Z, AA ….
pub(super) fn letters(at: usize) -> String {
    let letter = |number: usize| char::from(b'A' + u8::try_from(number % 26).unwrap_or(0));
    match at.checked_sub(26) {
        None => letter(at).to_string(),
        Some(rest) => [letters(rest.div_euclid(26)), letter(at).to_string()].concat(),
    }
}
