//! Of which months an amount is told (时段): 1-4月, 一季度, 上半年, 2018年. What is told of other months is no base of it.

use super::Facts;
use super::day::digits;
use crate::text::{Lexicon, Range};
use std::sync::LazyLock;

/// Months of a year, with the year where it is named with them (起止月份).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Months {
    year: Option<i64>,
    first: i64,
    last: i64,
}

const WHOLE_YEAR: (i64, i64) = (1, 12);

/// Names of parts of a year, and of all of it.
static NAMES: LazyLock<Lexicon<(i64, i64)>> = LazyLock::new(|| {
    Lexicon::new([
        ("上半年", (1, 6)),
        ("下半年", (7, 12)),
        ("前三季度", (1, 9)),
        ("前3季度", (1, 9)),
        ("一季度", (1, 3)),
        ("1季度", (1, 3)),
        ("Q1", (1, 3)),
        ("二季度", (4, 6)),
        ("2季度", (4, 6)),
        ("Q2", (4, 6)),
        ("三季度", (7, 9)),
        ("3季度", (7, 9)),
        ("Q3", (7, 9)),
        ("四季度", (10, 12)),
        ("4季度", (10, 12)),
        ("Q4", (10, 12)),
        ("全年", WHOLE_YEAR),
    ])
});

/// How many sentences back the months of an amount may be named.
const REACH: usize = 3;

impl Months {
    /// Whether amounts of both are of different times.
    #[must_use]
    pub fn differ(self, other: Self) -> bool {
        let years = self.year.zip(other.year).is_some_and(|(a, b)| a != b);
        years || (self.first, self.last) != (other.first, other.last)
    }
}

impl Facts {
    /// The months that an amount is told of: those named last before it in its sentence, else those that one right before it in its paragraph
    /// begins with. 2024年收入4758万元，比2023年增加167万元。其中… is of 2024.
    #[must_use]
    pub fn months(&self, id: usize) -> Option<Months> {
        let fact = self.get(id)?;
        let here = |back: usize| {
            let sentence = self.clauses.sentences().get(fact.place.sentence.checked_sub(back)?)?;
            let paragraph = self.text.paragraphs().get(fact.place.paragraph)?;
            let inside = paragraph.range.start <= sentence.start && sentence.start < fact.range.start;
            let first = self.begin_in(sentence.clone()).start;
            let head = if back == 0 { fact } else { self.get(first)? };
            inside.then(|| sentence.start..sentence.end.min(head.range.start))
        };
        (0..=REACH).map_while(here).find_map(|range| self.months_in(range))
    }

    /// The months that words name last. A point in time, 2018年末, is none; nor are several years, 2014-2018年.
    fn months_in(&self, range: Range) -> Option<Months> {
        let (mut out, mut year) = (None, None);
        let mut at = range.start;
        while at < range.end {
            if let Some((word, (first, last))) = self.text.standing(&NAMES, at).next() {
                out = Some(Months { year, first, last });
                at += word.chars().count();
            } else if let Some((value, end)) = digits(self, at) {
                let (behind, next) = (self.text.at(end), self.text.at(end + 1));
                let until =
                    matches!(behind, Some('-' | '—' | '–' | '~' | '～' | '至' | '到')).then(|| digits(self, end + 1));
                if behind == Some('年') && (1990..=2100).contains(&value) {
                    year = Some(value);
                    let point =
                        matches!(next, Some('末' | '底' | '初')) || self.text.at(at.wrapping_sub(1)) == Some('-');
                    let (first, last) = WHOLE_YEAR;
                    out = (!point).then_some(Months { year, first, last });
                } else if let Some((last, stop)) = until.flatten().filter(|(_, stop)| self.text.at(*stop) == Some('月'))
                {
                    out = Some(Months { year, first: value, last });
                    at = stop;
                    continue;
                } else if behind == Some('个') && next == Some('月') && self.text.at(at.wrapping_sub(1)) == Some('前')
                {
                    out = Some(Months { year, first: 1, last: value });
                } else if behind == Some('月') {
                    let point = matches!(next, Some('末' | '底' | '初' | '0'..='9'));
                    out = (!point).then_some(Months { year, first: value, last: value });
                }
                at = end;
            } else {
                at += 1;
            }
        }
        out
    }
}
