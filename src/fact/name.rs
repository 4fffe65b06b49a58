//! Which amount do words name: by its label, by what it counts, or by the clauses before it.

use super::{Fact, Facts, likeness};
use crate::number::Dimension;
use crate::text::Mention;

/// How many figures back the totals of a section stand.
const NEAR: usize = 24;

impl Facts {
    /// 与上月末相比，只有权益类规模微增，增加84.9亿元: a clause without figures names what the change is of.
    pub(super) fn named_in_clauses(&self, id: usize, fits: impl Fn(&Fact) -> bool) -> Option<usize> {
        let fact = self.get(id)?;
        let sentence = self.in_sentence(fact.place.sentence);
        let start = self.clauses.sentences().get(fact.place.sentence)?.start;
        let own = self.clauses.clauses().get(fact.place.clause)?.start;
        if sentence.start < id || own <= start {
            return None;
        }
        let words = self.text.words(start..own);
        let named = |f: &Fact| {
            fits(f) && f.label.own && f.label.key.chars().count() >= 3 && words.contains(f.label.key.as_str())
        };
        let before = self.in_paragraph(fact.place.paragraph).start..sentence.start;
        self.pick(before, named)
            .next_back()
            .or_else(|| self.both_totals(words, sentence.start).filter(|t| self.get(*t).is_some_and(&fits)))
    }

    /// 收入总计434.72万元。支出总计434.72万元。收入支出总体与上年相比，增加…: the two totals before, where they are one amount.
    fn both_totals(&self, words: &str, before: usize) -> Option<usize> {
        let both = ["收入支出总体", "收支总体", "收入支出总计", "收支总计", "收、支总计"];
        let reach = before.saturating_sub(NEAR)..before;
        let total = |word: &str| self.pick(reach.clone(), |f| f.is_level() && f.left.ends_with(word)).next_back();
        let (income, outlay) = words.starts_with_any(&both).then(|| (total("收入总计"), total("支出总计")))?;
        (self.base_value(income?) == self.base_value(outlay?)).then_some(outlay?)
    }

    /// 抽查了38个项目，涉及资金900万元 is 抽查资金: one half of the name stands at the figure, the other before it in its sentence.
    pub(super) fn is_spoken_around(&self, fact: &Fact, (head, tail): (&str, &str)) -> bool {
        let start = self.clauses.sentences().get(fact.place.sentence).map_or(fact.range.start, |s| s.start);
        fact.left.ends_with(tail) && self.text.words(start..fact.range.start).contains(head)
    }
}

/// The halves of a name of four characters, which may stand around a figure.
pub(super) fn halves(name: &str) -> Option<(&str, &str)> {
    let (middle, _) = name.char_indices().nth(2).filter(|_| name.chars().count() == 4)?;
    name.split_at_checked(middle)
}

/// How well a level's name is the name looked for: 3 the same, 0 another.
pub(super) fn alike(fact: &Fact, key: &str) -> u8 {
    likeness(&fact.label.key, key).max(counted(fact, key))
}

/// 抽查了38个项目 is 抽查项目: what is counted stands behind its unit.
pub(super) fn counted(fact: &Fact, key: &str) -> u8 {
    let first = fact.right.chars().next().filter(|_| fact.figure.unit.dimension == Dimension::Count);
    let Some(first) = first else { return 0 };
    let behind = |at: usize| key.get(at..).filter(|noun| fact.right.starts_with(*noun) && noun.chars().count() >= 2);
    let found = key.char_indices().find(|(at, c)| *c == first && behind(*at).is_some()).map(|(at, _)| at);
    match found.and_then(|at| key.get(..at)) {
        // 辖16个乡镇、213个行政村: what stands without words of its own is all of them.
        Some("") if fact.is_bare_count() && fact.right == key => 3,
        Some("") => 2,
        Some(head) if fact.left.contains(head) => 3,
        _ => 0,
    }
}
