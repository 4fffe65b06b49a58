//! Of which months an amount is told (时段): 1-4月, 一季度, 上半年, 截至6月. What is told of other months, or of another year, is no base of it.

use super::day::digits;
use super::{Fact, Facts, Period};
use crate::text::{Lexicon, Mention};
use std::sync::LazyLock;

/// The time that an amount is told of, as far as words say it (起止月份).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Months {
    year: Option<i64>,
    /// The first month and the last.
    span: Option<(i64, i64)>,
}

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
        ("全年", (1, 12)),
    ])
});

/// How many sentences back the months of an amount may be named.
const REACH: usize = 3;

impl Months {
    /// Whether amounts of both are of different times.
    #[must_use]
    pub fn differ(self, other: Self) -> bool {
        self.year.zip(other.year).is_some_and(|(a, b)| a != b) || self.span.zip(other.span).is_some_and(|(a, b)| a != b)
    }
}

impl Facts {
    /// The time that an amount is told of: what its sentence begins with, else one right before it in its paragraph; a year its own words name.
    #[must_use]
    pub fn months(&self, id: usize) -> Months {
        let Some(fact) = self.get(id) else { return Months::default() };
        let begun = (0..=REACH).map_while(|back| self.begun(fact, back)).find(|told| told.span.is_some());
        let told = begun.or_else(|| self.begun(fact, 0)).unwrap_or_default();
        Months { year: own_year(fact).or(told.year), ..told }
    }

    /// The time that a sentence so many before an amount begins with, where it is of the same paragraph.
    fn begun(&self, fact: &Fact, back: usize) -> Option<Months> {
        let sentence = self.clauses.sentences().get(fact.place.sentence.checked_sub(back)?)?;
        let paragraph = self.text.paragraphs().get(fact.place.paragraph)?;
        let inside = paragraph.range.start <= sentence.start && sentence.start < fact.range.start;
        let head = if back == 0 { fact } else { self.get(self.begin_in(sentence.clone()).start)? };
        // 五、市场销售稳定增长4月份，…: a heading may run into the sentence; what stands behind 自, 从 or 比 is another time.
        let opens = |at: &usize| {
            let before = at.checked_sub(1).filter(|before| *before >= sentence.start).and_then(|at| self.text.at(at));
            before.is_none_or(|c| !c.is_ascii_digit() && !"自从比较于与同至到年前-—–~～".contains(c))
        };
        let named = || {
            let mut starts = (sentence.start..head.range.start).rev().filter(opens);
            starts.find_map(|start| self.named_at(start, sentence.start, head.range.start))
        };
        inside.then(named).flatten().or(Some(Months::default()))
    }

    /// The time that stands at a place, where a comma follows, or where its sentence begins with it and goes on to the amount without one: not
    /// 12月份考核后，.
    fn named_at(&self, start: usize, sentence: usize, amount: usize) -> Option<Months> {
        let text = &self.text;
        let until = text.has(start, "截至");
        let at = start + if until { 2 } else { 0 };
        let dated = digits(self, at).filter(|(year, _)| (1990..=2100).contains(year));
        let year = dated.filter(|(_, end)| text.at(*end) == Some('年') || text.at(*end) == Some('Q'));
        let at = year.map_or(at, |(_, end)| end + usize::from(text.at(end) == Some('年')));
        let (span, end) = match self.span_at(at) {
            Some(((_, last), end)) if until => (Some((1, last)), end),
            Some((span, end)) => (Some(span), end),
            None => (None, at),
        };
        let runs_on = || start == sentence && span.is_some() && !text.words(end..amount.max(end)).contains('，');
        let told = end > start && (text.at(end) == Some('，') || runs_on());
        told.then_some(Months { year: year.map(|(year, _)| year), span })
    }

    /// The months named at a place, and where their name ends: 上半年, 1-4月, 1月份至4月份, 4月. A point in time, 4月末 and 4月30日, is none.
    fn span_at(&self, at: usize) -> Option<((i64, i64), usize)> {
        let text = &self.text;
        if let Some((word, span)) = text.standing(&NAMES, at).next() {
            return Some((span, at + word.chars().count()));
        }
        let skip = |at: usize, words: &[&str]| {
            words.iter().find(|word| text.has(at, word)).map_or(at, |word| at + word.chars().count())
        };
        if text.at(at) == Some('前') {
            let (last, end) = digits(self, at + 1)?;
            return text.has(end, "个月").then_some(((1, last), end + 2));
        }
        let (first, end) = digits(self, at)?;
        let behind = skip(end, &["月份", "月"]);
        if matches!(text.at(behind), Some('-' | '—' | '–' | '~' | '～' | '至' | '到')) {
            let (last, end) = digits(self, behind + 1)?;
            let behind = skip(end, &["月份", "月"]);
            return (behind > end).then_some(((first, last), behind));
        }
        let point = matches!(text.at(behind), Some('末' | '底' | '初' | '0'..='9'));
        (behind > end && !point).then_some(((first, first), behind))
    }
}

/// The year that the words of an amount give it: 2018年研发费用, but not 2020年成立的园区.
fn own_year(fact: &Fact) -> Option<i64> {
    match Period::of(&fact.left) {
        Period::Year(year) if !fact.left.mentions_any(&["成立", "以来", "起", "比", "较"]) => {
            Some(i64::from(year))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::LogicalText;

    /// The time of the amount that is printed so.
    fn told(text: &str, amount: &str) -> Months {
        let document = crate::document::Document::of_text(text);
        let facts = Facts::of(LogicalText::of(&document.text, &document.blocks), &document.tables);
        let is_it = |id: &usize| facts.get(*id).is_some_and(|f| facts.text.words(f.range.clone()) == amount);
        let found = (0..facts.list.len()).find(is_it);
        assert!(found.is_some(), "{amount} is not in {text}");
        found.map(|id| facts.months(id)).unwrap_or_default()
    }

    #[test]
    fn months_are_read_where_a_sentence_begins() {
        for (words, span) in [
            ("1-4月，", Some((1, 4))),
            ("1月至6月，", Some((1, 6))),
            ("1月份至6月份，", Some((1, 6))),
            ("4月份，", Some((4, 4))),
            ("上半年，", Some((1, 6))),
            ("前5个月，", Some((1, 5))),
            ("截至2024年6月，", Some((1, 6))),
            ("2024年前三季度，", Some((1, 9))),
            ("五、税收稳定增长    4月份，", Some((4, 4))),
            ("4月末，", None),
            ("12月份考核后，", None),
            ("自3月起回升，", None),
        ] {
            assert_eq!(told(&[words, "税收收入200万元。"].concat(), "200万元").span, span, "{words}");
        }
    }

    #[test]
    fn a_sentence_without_a_time_is_of_the_one_before() {
        let text = "4月份，零售总额500万元，增长2%。1-4月份，网上零售额300万元。其中，实物商品200万元，增长3%。";
        assert_eq!(told(text, "500万元").span, Some((4, 4)));
        assert_eq!(told(text, "200万元").span, Some((1, 4)));
        assert!(told(text, "500万元").differ(told(text, "200万元")));
    }

    #[test]
    fn the_year_of_a_comparison_is_no_time_of_the_amount() {
        let compared = told("税收收入比2023年增加20万元，达到200万元。", "200万元");
        assert_eq!(compared.year, None);
        assert_eq!(told("公司2018年研发费用为119万元。", "119万元").year, Some(2018));
        assert_eq!(told("2020年成立的园区税收200万元。", "200万元").year, None);
    }
}
