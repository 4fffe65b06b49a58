//! Binding: which figure does a clause speak of, and what does it compare it with.
//!
//! Answers are [`Bound`]: one figure, none, or several. Two candidates are never guessed between; a rule may only take the
//! single one of them that makes its relation hold.

use super::{Fact, Facts, Measure, Period, Role, agree, normalize};

/// The answer to a binding question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bound {
    /// Exactly one figure.
    One(usize),
    /// Nothing in reach.
    None,
    /// Several, nearest first.
    Many(Vec<usize>),
}

impl Bound {
    fn of(facts: &Facts, mut ids: Vec<usize>) -> Self {
        // The same amount stated twice is no ambiguity.
        let mut seen = Vec::new();
        ids.retain(|id| {
            let base = facts.get(*id).and_then(|f| f.figure.base());
            let fresh = !seen.contains(&base);
            seen.push(base);
            fresh
        });
        match ids.as_slice() {
            [] => Self::None,
            [one] => Self::One(*one),
            _ => Self::Many(ids),
        }
    }

    /// All candidates, nearest first.
    #[must_use]
    pub fn candidates(self) -> Vec<usize> {
        match self {
            Self::One(id) => vec![id],
            Self::None => Vec::new(),
            Self::Many(ids) => ids,
        }
    }
}

impl Facts {
    /// Whether a level answers the words of a comparison: 年初预算, 上年, 2022年预算执行数.
    #[must_use]
    pub fn answers(&self, fact: &Fact, phrase: &str) -> bool {
        let (measure, period) = (Measure::of(phrase), Period::of(phrase));
        let same_measure = match measure {
            Measure::Unstated => true,
            Measure::Budget => fact.measure.is_budget(),
            other => fact.measure == other,
        };
        let same_period = match period {
            Period::Unstated | Period::Current => true,
            other => fact.period.is_same(other, self.year) || (matches!(other, Period::Year(_)) && fact.period == Period::Previous && other.is_past(self.year)),
        };
        let says_something = measure != Measure::Unstated || !matches!(period, Period::Unstated | Period::Current);
        says_something && same_measure && same_period
    }

    /// The amount that a change or rate speaks of: the nearest level before it that is not the base of the comparison.
    #[must_use]
    pub fn subject(&self, id: usize) -> Option<usize> {
        let fact = self.get(id)?;
        let phrase = self.comparison(id);
        let fits = |other: &Fact| {
            matches!(other.role, Role::Level | Role::To)
                && other.is_amount()
                && other.place.depth <= fact.place.depth
                && !(self.answers(other, &phrase) && (other.measure != fact.measure || other.measure != Measure::Unstated))
                && (!fact.is_amount() || other.is_like(fact))
        };
        let sentence = self.in_sentence(fact.place.sentence).start..id;
        let near = self.pick(sentence.clone(), fits).next_back();
        near.or_else(|| {
            let paragraph = self.in_paragraph(fact.place.paragraph).start..sentence.start;
            let last = self.pick(paragraph.clone(), fits).next_back()?;
            // A sentence that only compares speaks of the head of the sentence before it.
            let before = self.get(last)?.place.sentence;
            (before + 1 == fact.place.sentence || self.facts_free(before + 1, fact.place.sentence))
                .then(|| self.pick(self.in_sentence(before), fits).next())
                .flatten()
        })
    }

    fn facts_free(&self, from: usize, to: usize) -> bool {
        (from..to).all(|s| self.in_sentence(s).is_empty())
    }

    /// The words of the comparison that a change or rate belongs to: its own, else those of the clause before it.
    #[must_use]
    pub fn comparison(&self, id: usize) -> String {
        let Some(fact) = self.get(id) else { return String::new() };
        if !fact.phrase.is_empty() {
            return fact.phrase.clone();
        }
        // 与2023年度相比，收入支出总计增加…，增长…: the comparison stands once, at the head.
        let from = self.clauses.sentences().get(fact.place.sentence).map_or(0, |s| s.start);
        let words = self.text.words(from..fact.range.start);
        let head = words.rsplit(['；', '。']).next().unwrap_or("").to_owned();
        let previous = id.checked_sub(1).and_then(|p| self.get(p)).filter(|p| p.place.segment == fact.place.segment && matches!(p.role, Role::Change | Role::Growth | Role::Base));
        match previous {
            Some(p) if p.role != Role::Base && !p.phrase.is_empty() => p.phrase.clone(),
            Some(p) if p.role == Role::Base => p.phrase.clone(),
            _ => head
                .rsplit_once("相比")
                .and_then(|(h, _)| h.rsplit_once(['与', '同', '比']))
                .or_else(|| head.rsplit_once('较'))
                .map(|(_, p)| p.chars().take(14).collect())
                .unwrap_or_default(),
        }
    }

    /// The base of a comparison: a figure inside it, else a level that answers its words.
    #[must_use]
    pub fn base(&self, id: usize, subject: usize) -> Bound {
        let (Some(fact), Some(own)) = (self.get(id), self.get(subject)) else { return Bound::None };
        let inside = self.pick(self.in_sentence(fact.place.sentence).start..id, |f| f.role == Role::Base && f.is_like(own) && f.place.segment == fact.place.segment).next_back();
        if let Some(base) = inside.filter(|b| *b + 3 > id && *b > subject) {
            return Bound::One(base);
        }
        let phrase = self.comparison(id);
        let of_item = |f: &Fact| {
            f.role == Role::Level && f.is_like(own) && self.answers(f, &phrase) && (f.label.key == own.label.key || !f.label.own || !own.label.own || agree(&f.label.key, &own.label.key))
        };
        let sentence = self.in_sentence(fact.place.sentence);
        let here: Vec<usize> = self.pick(sentence.clone(), of_item).filter(|b| *b != subject && *b != id).collect();
        if !here.is_empty() {
            return Bound::of(self, nearest_first(here, subject));
        }
        let paragraph: Vec<usize> = self.pick(self.in_paragraph(fact.place.paragraph), of_item).filter(|b| *b != subject && *b < id).collect();
        Bound::of(self, nearest_first(paragraph, subject))
    }

    /// The levels that words name, nearest before first: `占总支出的` → 总支出.
    #[must_use]
    pub fn named(&self, words: &str, id: usize, like: usize) -> Vec<usize> {
        let key = normalize(words);
        let (Some(fact), Some(part)) = (self.get(id), self.get(like)) else { return Vec::new() };
        if key.chars().count() < 2 {
            return Vec::new();
        }
        let fits = |f: &Fact, exact: bool| {
            f.is_level() && f.is_like(part) && if exact { f.label.key == key } else { agree(&f.label.key, &key) || (f.label.key.contains(&key) || key.contains(&f.label.key)) && f.label.key.chars().count() >= 2 }
        };
        let mut out = Vec::new();
        for exact in [true, false] {
            for range in [self.in_sentence(fact.place.sentence).start..id, self.in_paragraph(fact.place.paragraph).start..id, 0..id] {
                for found in self.pick(range, |f| fits(f, exact)).rev() {
                    if found != like && !out.contains(&found) {
                        out.push(found);
                    }
                }
            }
        }
        out
    }
}

fn nearest_first(mut ids: Vec<usize>, to: usize) -> Vec<usize> {
    ids.sort_by_key(|id| id.abs_diff(to));
    ids
}
