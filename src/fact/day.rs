//! Days that a text names, counted so that their distance is a subtraction.

use super::Facts;
use crate::text::Range;

/// A day (日期).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    /// Where it stands, from its month on.
    pub range: Range,
    /// Its number counted from a fixed day.
    pub number: i64,
    /// Whether its year is printed with it.
    pub dated: bool,
    year: i64,
    month: i64,
    day: i64,
}

impl Day {
    /// Its number if it is of a year so many later.
    #[must_use]
    pub fn years_on(&self, years: i64) -> i64 {
        day_number(self.year + years, self.month, self.day)
    }
}

impl Facts {
    /// The days named in a range; a day without a year takes the last one named.
    #[must_use]
    pub fn days(&self, range: Range) -> Vec<Day> {
        let mut out = Vec::new();
        let mut year = self.year.map_or(2023, i64::from);
        let mut at = range.start;
        // Where the last year ends.
        let mut named = None;
        while at < range.end {
            let Some((value, end)) = digits(self, at) else {
                at += 1;
                continue;
            };
            if self.text.at(end) == Some('年') && (1990..=2100).contains(&value) {
                (year, named) = (value, Some(end + 1));
            } else if self.text.at(end) == Some('月')
                && let Some((day, stop)) = digits(self, end + 1)
                && matches!(self.text.at(stop), Some('日' | '号'))
            {
                let number = day_number(year, value, day);
                out.push(Day { range: at..stop + 1, number, dated: named == Some(at), year, month: value, day });
                at = stop;
                continue;
            }
            at = end;
        }
        out
    }
}

/// The number of at most four digits at a position, and where it ends.
pub(super) fn digits(facts: &Facts, at: usize) -> Option<(i64, usize)> {
    let words: String = (at..at + 4).map_while(|i| facts.text.at(i)).take_while(char::is_ascii_digit).collect();
    Some((words.parse().ok()?, at + words.len()))
}

/// Days since the first of March of year 0 in the Gregorian calendar.
fn day_number(year: i64, month: i64, day: i64) -> i64 {
    let (y, m) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 1
}
