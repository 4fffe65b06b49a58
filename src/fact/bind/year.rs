//! The amounts of one item in another year, which a comparison names but does not print.

use crate::fact::{Fact, Facts, Period, agree};
use crate::gather::Gather;

/// How many figures before or behind a comparison they are looked for.
const REACH: usize = 60;
/// How many characters at the end of a name make it likely the same item by another owner's name: 法院受理案件.
const TAIL: usize = 4;

impl Facts {
    /// The amounts around a comparison that can be its subject's in the year its words name, nearest first; the figures have to
    /// say which.
    #[must_use]
    pub fn in_named_year(&self, id: usize, subject: usize, words: &str) -> Vec<usize> {
        let key = self.get(subject).map_or("", |own| own.label.key.as_str());
        self.in_year(id, subject, words)
            .into_iter()
            .filter(|b| self.get(*b).is_some_and(|f| alike(&f.label.key, key)))
            .gather()
    }

    /// The same by whatever name.
    #[must_use]
    pub fn in_year(&self, id: usize, subject: usize, words: &str) -> Vec<usize> {
        let Some(own) = self.get(subject) else { return Vec::new() };
        // 2008年…；2009年…，比上年下降: of a text that tells of several years, the year before the one it is at.
        let period = match (Period::of(words), own.period) {
            (Period::Previous, Period::Year(year)) => Period::Year(year.saturating_sub(1)),
            (period, _) => period,
        };
        if !matches!(period, Period::Year(_) | Period::Previous) || period.is_same(own.period, self.year) {
            return Vec::new();
        }
        let base =
            |f: &Fact| f.is_level() && f.is_like(own) && f.figure.is_plain() && f.period.is_same(period, self.year);
        let near = subject.min(id).saturating_sub(REACH)..self.words.min(id + REACH);
        let mut found: Vec<usize> = self.pick(near, base).filter(|b| *b != subject && *b != id).gather();
        crate::order::by_key(&mut found, |b| b.abs_diff(subject));
        found
    }
}

/// Whether two names can be of one item: 三公经费合计支出 is of 三公经费, 省法院受理案件 may be the same court's as 高院受理案件.
fn alike(a: &str, b: &str) -> bool {
    let tail =
        |words: &str| words.char_indices().rev().nth(TAIL - 1).and_then(|(at, _)| words.get(at..).map(str::to_owned));
    let heads = |long: &str, short: &str| short.chars().count() >= TAIL && long.starts_with(short);
    a == b || agree(a, b) || heads(a, b) || heads(b, a) || tail(a).is_some_and(|t| Some(t) == tail(b))
}
