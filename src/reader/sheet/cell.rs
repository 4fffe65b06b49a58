//! What a cell stores → what it shows, and how the two stand to each other.

use super::digits::Digits;
use super::format::{Against, Format};

/// What a cell stores (存储值).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Value {
    /// A number.
    Number(Digits),
    /// A text.
    Text(String),
    /// 是 or 否.
    Truth(bool),
    /// An error value, as it is shown: #REF!.
    Fault(String),
    /// A formula whose result the file does not hold.
    Missing,
    /// A number of which the file also says how it is shown.
    Shown(String, Digits),
}

/// A cell as it is shown (单元格).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Cell {
    /// Row, from 0.
    pub row: u32,
    /// Column, from 0.
    pub column: u32,
    /// What it shows.
    pub text: String,
    /// How that stands to what it stores.
    pub kind: Kind,
    /// The stored number where it differs from what is shown.
    pub stored: Option<String>,
}

/// How what a cell shows stands to what it stores.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// It is a text.
    Text,
    /// It is a number, a date, 是 or 否, shown as it is.
    Plain,
    /// A number shown with fewer digits than it has.
    Rounded,
    /// A number shown in another magnitude.
    Scaled,
    /// A number for which words are shown, or nothing.
    Veiled,
    /// A number whose format cannot be followed, shown as it is stored.
    Raw,
    /// An error value.
    Fault,
    /// A formula without a result.
    Missing,
}

/// How numbers are shown in a workbook and a sheet.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Manner {
    /// Dates count from 1904.
    pub from_1904: bool,
    /// Zeros show nothing.
    pub no_zeros: bool,
}

impl Cell {
    /// A cell as its format shows it.
    pub(super) fn new(row: u32, column: u32, value: Value, format: &Format, manner: Manner) -> Self {
        let (text, kind, stored) = match value {
            Value::Text(text) => (format.text(&text), Kind::Text, None),
            Value::Truth(truth) => ((if truth { "TRUE" } else { "FALSE" }).to_owned(), Kind::Plain, None),
            Value::Fault(text) => (text, Kind::Fault, None),
            Value::Missing => (String::new(), Kind::Missing, None),
            Value::Number(number) => by_format(&number.kept(), format, manner),
            Value::Shown(text, number) => as_shown(text, &number.kept()),
        };
        Self { row, column, text, kind, stored }
    }
}

fn by_format(number: &Digits, format: &Format, manner: Manner) -> (String, Kind, Option<String>) {
    if number.is_zero() && manner.no_zeros {
        return (String::new(), Kind::Plain, None);
    }
    let Some(shown) = format.number(number, manner.from_1904) else {
        return (number.plain(), Kind::Raw, None);
    };
    let kind = match shown.against {
        Against::Same => return (shown.text, Kind::Plain, None),
        Against::Rounded => Kind::Rounded,
        Against::Scaled => Kind::Scaled,
        Against::Words => Kind::Veiled,
    };
    (shown.text, kind, Some(number.plain()))
}

/// Where the file itself says what is shown, the number in those words is held against the stored one.
fn as_shown(text: String, number: &Digits) -> (String, Kind, Option<String>) {
    let Some(read) = read(&text) else {
        let kind = if number.is_zero() { Kind::Plain } else { Kind::Veiled };
        return (text, kind, Some(number.plain()).filter(|_| kind == Kind::Veiled));
    };
    let kind = if read == *number {
        return (text, Kind::Plain, None);
    } else if number.rounded(places(&text)) == read {
        Kind::Rounded
    } else {
        Kind::Scaled
    };
    (text, kind, Some(number.plain()))
}

/// The number in shown words: `(1,234.50)`, `-12.3%`, `¥ 5`.
pub(super) fn read(text: &str) -> Option<Digits> {
    let text = text.trim();
    let inner = text.strip_prefix('(').and_then(|t| t.strip_suffix(')'));
    let body = inner.unwrap_or(text);
    let (body, percent) = body.strip_suffix('%').map_or((body, false), |b| (b, true));
    let (sign, body) = body.strip_prefix('-').map_or(("", body), |b| ("-", b));
    let body = body.trim_start_matches(['¥', '￥', '$', '€', ' ']);
    let (again, body) = body.strip_prefix('-').map_or(("", body), |b| ("-", b));
    let sign = if inner.is_some() {
        "-"
    } else if sign.is_empty() {
        again
    } else {
        sign
    };
    let number = Digits::parse(&[sign, &body.trim().replace(',', "")].concat())?;
    Some(if percent { number.shifted(-2) } else { number })
}

/// Places behind the point in shown words; those of a percentage lie two further down.
fn places(text: &str) -> i32 {
    let behind = text.split_once('.').map_or(0, |(_, rest)| rest.chars().take_while(char::is_ascii_digit).count());
    behind as i32 + if text.contains('%') { 2 } else { 0 }
}
