//! Whether a text is separated values, seen from what it holds.
//!
//! Prose has commas too, and amounts have commas among their digits. A text is taken for a table only where nearly all records
//! have the same number of fields and a whole column holds numbers; prose cut at its commas has neither.

use super::records::{Record, Records};
use crate::gather::Gather;
use crate::reader::sheet::cell;

/// Records that are looked at.
const SAMPLE: usize = 500;

/// Characters of a field, on average, from which on it is prose.
const PROSE: usize = 40;

/// The separator of a text that is a table: tab, comma or semicolon.
pub(in crate::reader) fn separator(text: &str) -> Option<char> {
    // Tabs are hardly ever typed into prose, commas often.
    ['\t', ',', ';'].into_iter().find(|separator| text.contains(*separator) && fits(text, *separator))
}

fn fits(text: &str, separator: char) -> bool {
    let records: Vec<Record> = Records::new(text, separator).take(SAMPLE).gather();
    if records.iter().any(|r| r.is_open) {
        return false;
    }
    let parted: Vec<&Record> = records.iter().filter(|r| is_parted(text, r, separator)).gather();
    let even: usize = runs(text, &records, separator).map(|run| usual_width(&run).1).sum();
    // Lines without any separator are titles and notes: short ones, and fewer than the rows.
    let whole = |r: &&Record| !is_blank(r) && !is_parted(text, r, separator);
    let titles = records.iter().filter(whole).count();
    let short = records.iter().filter(whole).all(|r| r.fields.iter().all(|field| field.chars().count() < PROSE));
    even >= 2
        && even * 10 >= parted.len() * 9
        && titles < even
        && short
        && is_short(&parted)
        && runs(text, &records, separator).any(|run| has_numbers(&run, usual_width(&run).0))
}

/// Records that follow each other without a title or a blank line between: a table each.
fn runs<'a>(text: &'a str, records: &'a [Record], separator: char) -> impl Iterator<Item = Vec<&'a Record>> {
    let runs = records.chunk_by(move |a, b| is_parted(text, a, separator) == is_parted(text, b, separator));
    let parted = move |run: &&[Record]| run.first().is_some_and(|r| is_parted(text, r, separator));
    runs.filter(parted).map(|run| run.iter().gather())
}

/// How many fields most records of a table have, and how many records these are.
fn usual_width(records: &[&Record]) -> (usize, usize) {
    let count = |width: usize| records.iter().filter(|r| r.fields.len() == width).count();
    records.iter().map(|r| r.fields.len()).map(|w| (w, count(w))).max_by_key(|(_, n)| *n).unwrap_or_default()
}

fn is_blank(record: &Record) -> bool {
    record.fields.iter().all(|field| field.trim().is_empty())
}

/// Whether a record has a separator that is more than the comma of `1,234.50`.
fn is_parted(text: &str, record: &Record, separator: char) -> bool {
    if record.fields.len() < 2 {
        return false;
    }
    let (start, end) = record.span;
    separator != ',' || !text.get(start..end).is_some_and(has_only_grouping)
}

/// Whether each comma of a line stands between a digit and three more.
fn has_only_grouping(line: &str) -> bool {
    let chars: Vec<char> = line.chars().gather();
    let digit = |at: Option<usize>| at.and_then(|i| chars.get(i)).is_some_and(char::is_ascii_digit);
    chars.iter().enumerate().filter(|(_, c)| **c == ',').all(|(at, _)| {
        let behind = (1..=4).take_while(|i| digit(Some(at + i))).count();
        digit(at.checked_sub(1)) && behind == 3
    })
}

fn is_short(records: &[&Record]) -> bool {
    let fields = records.iter().map(|r| r.fields.len()).sum::<usize>().max(1);
    let characters: usize = records.iter().flat_map(|r| &r.fields).map(|f| f.chars().count()).sum();
    characters < fields * PROSE
}

/// Whether some column holds numbers in at least half of the records below its heading.
fn has_numbers(records: &[&Record], width: usize) -> bool {
    (0..width).any(|column| {
        let numbers = records.iter().filter_map(|r| r.fields.get(column)).filter(|f| cell::read(f).is_some()).count();
        numbers > 0 && numbers * 2 >= records.len() - 1
    })
}
