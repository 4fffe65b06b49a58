//! Of which period a figure is: a year, the year before, the beginning of the year.

use super::{Fact, Facts, Role};
use crate::text::{Lexicon, LogicalText, Mention, Range};
use std::borrow::Cow;
use std::sync::LazyLock;

/// A period (期间).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Period {
    /// A year that is named.
    Year(i32),
    /// 本年、今年.
    Current,
    /// 上年、去年、上年同期.
    Previous,
    /// 年初.
    Opening,
    /// The words name none.
    #[default]
    Unstated,
}

/// What the year has from the year before.
static KEPT: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::of(&["上年度结", "上年结转", "上年结余"]));
/// Words that name a period.
static NAMES: LazyLock<Lexicon<Period>> = LazyLock::new(|| {
    Lexicon::new([
        ("上年", Period::Previous),
        ("去年", Period::Previous),
        ("上一年", Period::Previous),
        ("上一学年", Period::Previous),
        ("上学年", Period::Previous),
        ("上一度", Period::Previous),
        ("上期", Period::Previous),
        ("同期", Period::Previous),
        ("上季", Period::Previous),
        ("上一季", Period::Previous),
        ("上月", Period::Previous),
        ("较年初", Period::Opening),
        ("比年初", Period::Opening),
        ("本年", Period::Current),
        ("今年", Period::Current),
        ("本期", Period::Current),
        ("本报告期", Period::Current),
    ])
});

impl Period {
    /// The period that the words name, the last one first.
    #[must_use]
    pub fn of(words: &str) -> Self {
        let names = &*NAMES;
        if !words.chars().any(|c| c == '年' || names.may_begin(c)) {
            return Self::Unstated;
        }
        // 上年结转 is what this year has from the year before.
        let mut rest = Cow::Borrowed(words);
        if words.contains('上') && KEPT.is_in(words) {
            rest = words.replace("上年度结", "结").replace("上年结转", "结转").replace("上年结余", "结余").into();
        }
        let mut last = Self::Unstated;
        for (at, c) in rest.char_indices() {
            let named = || names.starts(rest.get(at..)?).next().map(|(_, period)| period);
            let found = match c {
                '年' => year_before(&rest, at).map(Self::Year),
                _ if names.may_begin(c) => named(),
                _ => None,
            };
            last = found.unwrap_or(last);
        }
        last
    }

    /// The stable word for the report.
    #[must_use]
    pub fn word(self) -> Option<String> {
        match self {
            Self::Year(year) => Some(year.to_string()),
            Self::Current => Some("currentYear".to_owned()),
            Self::Previous => Some("previousYear".to_owned()),
            Self::Opening => Some("opening".to_owned()),
            Self::Unstated => None,
        }
    }

    /// Whether two periods can be the same, with the year the document is about.
    #[must_use]
    pub fn is_same(self, other: Self, year: Option<i32>) -> bool {
        self.resolved(year) == other.resolved(year)
    }

    /// The period as a year, where the year the document is about is known.
    #[must_use]
    pub fn resolved(self, year: Option<i32>) -> Self {
        match self {
            Self::Current | Self::Unstated => year.map_or(Self::Current, Self::Year),
            Self::Previous => year.map_or(Self::Previous, |y| Self::Year(y - 1)),
            other => other,
        }
    }

    /// Whether it is before the year the document is about.
    #[must_use]
    pub fn is_past(self, year: Option<i32>) -> bool {
        match self {
            Self::Previous | Self::Opening => true,
            Self::Year(own) => year.is_some_and(|y| own < y),
            Self::Current | Self::Unstated => false,
        }
    }
}

/// The years that a document may be about: what is older was founded or surveyed then.
const RECENT: std::ops::RangeInclusive<i32> = 1990..=2100;

/// The last `20xx年` of the words, with its byte position.
fn last_year(words: &str) -> Option<(usize, i32)> {
    words.rmatch_indices('年').find_map(|(at, _)| Some((at, year_before(words, at).filter(|y| RECENT.contains(y))?)))
}

/// The year whose digits end at a byte.
fn year_before(words: &str, at: usize) -> Option<i32> {
    let digits = words.get(at.checked_sub(4)?..at)?;
    digits.parse().ok().filter(|year| (1900..=2100).contains(year))
}

/// How many paragraphs of a text are asked what they compare with.
const COMPARED: usize = 60;

/// The year a document is about: the one its title names, else the one it names most in its first lines.
pub(super) fn document_year(text: &LogicalText) -> Option<i32> {
    let lines = |count: usize| text.paragraphs().iter().take(count).map(|p| (p.heading, text.words(p.range.clone())));
    let mut head = lines(12).enumerate();
    head.find_map(|(at, (heading, line))| {
        // 较2019年增长: the year of a comparison is another one.
        let named = |part: &&str| {
            last_year(part).is_some_and(|(at, _)| {
                !part
                    .get(..at.saturating_sub(4))
                    .is_some_and(|head| head.ends_with(['较', '比', '与', '同', '自', '从']))
            })
        };
        let first: String = line.split_inclusive('年').find(named)?.to_owned();
        let (_, year) = last_year(&first)?;
        // 支出比2023年增加: what a text without a year in its title compares with is the year before its own.
        let digits = year.to_string();
        let is_base = |line: &str, at: usize| {
            let behind = line.get(at + digits.len()..).is_some_and(|words| words.starts_with('年'));
            behind && line.get(..at).is_some_and(|words| words.ends_with(['比', '较']))
        };
        let compares = |line: &str| line.match_indices(digits.as_str()).any(|(at, _)| is_base(line, at));
        let earlier = at > 0 && !heading && lines(COMPARED).any(|(_, line)| compares(line));
        Some(if earlier { year + 1 } else { year })
    })
}

/// Gives each fact the period of its clause, else of its segment before it, else of the sentence's head.
pub(super) fn settle(facts: &mut Facts) {
    // What a clause has from the head of its sentence.
    let mut given = (usize::MAX, Period::Unstated);
    for id in 0..facts.list.len() {
        let Some(fact) = facts.list.get(id) else { continue };
        let place = fact.place;
        let clause = facts.clauses.clauses().get(fact.place.clause).cloned().unwrap_or_default();
        let inner = fact.place.bracket.map_or(clause.start, |b| b.max(clause.start)).max(item_start(facts, id));
        let own = Period::of(facts.text.words(inner.min(fact.range.start)..fact.range.start));
        let period = if own != Period::Unstated || matches!(fact.role, Role::Change | Role::Growth | Role::Points) {
            own
        } else {
            if given.0 != place.clause {
                given = (place.clause, inherited(facts, id, &clause));
            }
            given.1
        };
        if let Some(fact) = facts.list.get_mut(id) {
            fact.period = period;
        }
    }
}

/// A clause without a period of its own takes that of the head of its segment, else of its sentence, unless that compares.
fn inherited(facts: &Facts, id: usize, clause: &Range) -> Period {
    let Some(fact) = facts.get(id) else { return Period::Unstated };
    let start = |list: &[Range], index: usize| list.get(index).map_or(clause.start, |s| s.start);
    let segment = start(facts.clauses.segments(), fact.place.segment);
    let sentence = start(facts.clauses.sentences(), fact.place.sentence);
    let own = head(facts, segment, clause);
    if own != Period::Unstated || segment == sentence { own } else { head(facts, sentence, clause) }
}

/// How many characters a word that leads in has, with its mark: 主要建议：.
const LEAD: usize = 6;

/// The period that the first clause from a place names, or the second where that is all it says: 据悉，2021年，….
fn head(facts: &Facts, start: usize, clause: &Range) -> Period {
    let clauses = facts.clauses.clauses();
    let index = crate::token::clause::index_of(clauses, start);
    let end = |index: usize| clauses.get(index).map_or(clause.start, |c| c.end);
    // 建议：2024年标准提高至94元，需4068万元: a word that only leads in is no head.
    let lead = facts.text.words(start..end(index).min(clause.start));
    let leads_in = lead.ends_with('：') && lead.chars().count() <= LEAD && Period::of(lead) == Period::Unstated;
    let (start, index) = if leads_in { (end(index), index + 1) } else { (start, index) };
    if end(index) > clause.start {
        return Period::Unstated;
    }
    let first = facts.text.words(start..end(index));
    // 同期，… is the time that was spoken of last.
    // 由上年的53个整合为33个: where a movement begins is not what the sentence is about.
    let moved = first.mentions_any(&["由上年", "由去年", "从上年", "从去年"]);
    if first.contains(['比', '较']) || first.starts_with("同期") || moved {
        return Period::Unstated;
    }
    // 企业236家（上年末218家）: a bracket speaks of what stands before it alone.
    let first = outside(first);
    let second = facts.text.words(end(index)..end(index + 1).min(clause.start));
    let alone = second.chars().count() <= 7 && second.ends_with("年，") && !second.contains(['比', '较']);
    match Period::of(&first) {
        Period::Unstated if alone => Period::of(second),
        named => named,
    }
}

/// The words that stand in no round bracket.
fn outside(words: &str) -> Cow<'_, str> {
    if !words.contains('（') {
        return words.into();
    }
    let mut depth = 0_usize;
    let plain = words.chars().filter(|c| {
        depth += usize::from(*c == '（');
        let is_plain = depth == 0;
        depth = depth.saturating_sub(usize::from(*c == '）'));
        is_plain
    });
    plain.collect::<String>().into()
}

/// 利润3.8亿元，比上年增长25%、总额4.5亿元: behind a rate and 、 a new item begins, and nothing before it is said of it. In a bracket,
/// which is one clause, any mark begins it: （甲100万元，比上年增加2万元；乙400万元）.
fn item_start(facts: &Facts, id: usize) -> usize {
    let before = id.checked_sub(1).and_then(|b| facts.get(b));
    let rated = |f: &Fact| matches!(f.role, Role::Growth | Role::Change | Role::Points);
    let Some(fact) = facts.get(id).filter(|f| f.is_level()) else { return 0 };
    let anew = |f: &Fact| match facts.text.at(f.range.end) {
        Some('、') => true,
        Some('，' | '；') => f.place.bracket.is_some() && f.place.bracket == fact.place.bracket,
        _ => false,
    };
    before.filter(|f| rated(f) && anew(f)).map_or(0, |f| f.range.end)
}
