//! Binding: which figure does a clause speak of, and what does it compare it with.
//!
//! Answers are [`Bound`]: one figure, none, or several. Two candidates are never guessed between; a rule may only take the
//! single one of them that makes its relation hold.

mod goal;
mod measured;
mod named;
mod told;
mod wanted;
mod year;

use crate::gather::Gather;
pub(crate) use told::is_cause;
pub use told::is_stock;
use told::without_manner;
pub use wanted::Wanted;

use super::role::{base_phrase, more_at_end, verb_at_end};
use super::{Fact, Facts, Measure, Period, Role, agree, likeness, normalize};
use crate::number::{Exact, Extent};
use crate::text::Mention;

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
    /// The amount that a change or rate speaks of: the nearest level before it that is not the base of the comparison.
    #[must_use]
    pub fn subject(&self, id: usize) -> Option<usize> {
        let fact = self.get(id)?;
        if self.is_on_balance(fact) {
            return None;
        }
        let phrase = self.comparison(id);
        let mut words = self.subject_words(id, &phrase);
        let mut noun = normalize(&words);
        if noun.chars().count() < 2
            && let Some(before) = self.level_before(id)
        {
            (noun, words) = (normalize(&before), before);
        }
        // The changes of a row are chained one to another, and the first of them says what all speak of.
        if noun.chars().count() < 2
            && let Some(before) = self.chained(id)
        {
            return self.subject(before).filter(|s| self.get(*s).is_some_and(|f| !fact.is_amount() || f.is_like(fact)));
        }
        // 决算较2020年度决算减少 speaks of no budget; nor does 比上年决算减少, but for one right before it.
        let spent = |words: &str| Measure::of(words) == Measure::Outturn;
        // 去年受理430件，比上年同期298件上升132件: the base is printed, and whatever else bears its name is not it.
        let printed = self.base_before(id);
        let wanted = Wanted::of(&phrase);
        let year = self.year_at(id);
        let outturn = |other: &Fact| spent(&words) || spent(&phrase) && other.place.segment != fact.place.segment;
        // 收支相抵，差额162亿元，比上年增加27亿元: what is left is spoken of only right behind it.
        let lacking = |other: &Fact| other.left.trim_end_matches('为').ends_with_any(&["差额", "赤字", "缺口"]);
        let left_over =
            |other: &Fact| other.role == Role::Rest && other.place.clause + 1 == fact.place.clause && lacking(other);
        let fits = |other: &Fact| {
            (matches!(other.role, Role::Level | Role::To) || left_over(other))
                && other.is_amount()
                && other.place.depth <= fact.place.depth
                && (printed.is_some() || !wanted.is_met_by(other, year))
                && !(other.measure.is_budget() && (outturn(other) || other.figure.extent == Extent::AtMost))
                && !told::is_other_than(other, &phrase)
                && (!fact.is_amount() || other.is_like(fact))
        };
        let sentence = self.in_sentence(fact.place.sentence).start..id;
        let near = self.later(self.spoken_of(id, sentence.clone(), fits), &phrase);
        if noun.chars().count() >= 2 {
            // The clause has a subject of its own: 公务接待费支出决算减少….
            let own = |id: &usize| {
                self.get(*id).is_some_and(|f| agree(&f.label.key, &noun) || likeness(&f.label.key, &noun) >= 2)
            };
            if let Some(near) = near.filter(own) {
                return Some(near);
            }
            // 三公经费支出55万元，…，实际支出比预算少5万元: nor is it what all was spent that another paragraph tells.
            let here = near.is_some() && matches!(words.as_str(), "支出" | "实际支出" | "决算" | "收入");
            let paragraph = |f: &Fact| !here || f.place.paragraph == fact.place.paragraph;
            let named = self.levels_named(&noun, id).into_iter().find(|n| {
                self.get(*n).is_some_and(|f| fits(f) && paragraph(f) && (!fact.is_amount() || f.is_like(fact)))
            });
            return named.or_else(|| self.of_measure(id, &words, fits)).or(near.filter(|n| self.is_at_hand(*n, fact)));
        }
        near.or_else(|| self.named_in_clauses(id, fits)).or_else(|| self.head_before(fact, &phrase, fits))
    }

    /// 甲…，增长10%；乙…，减少6%；两项相抵，总额减少: what several come to on balance is no one of them.
    fn is_on_balance(&self, fact: &Fact) -> bool {
        let before = fact.place.clause.checked_sub(1).and_then(|c| self.clauses.clauses().get(c).cloned());
        before.is_some_and(|c| self.text.words(c).trim_end_matches(['，', '后']).ends_with("项相抵"))
    }

    /// What a sentence that only compares speaks of: the head of the sentence before it.
    fn head_before(&self, fact: &Fact, phrase: &str, fits: impl Fn(&Fact) -> bool) -> Option<usize> {
        let paragraph = self.in_paragraph(fact.place.paragraph).start..self.in_sentence(fact.place.sentence).start;
        let last = self.pick(paragraph, &fits).next_back()?;
        let before = self.get(last)?.place.sentence;
        // 预算18万元，决算9.46万元。与上年10.83万元相比: what was spent is compared with the year before.
        let budget = Measure::of(phrase).is_budget();
        let head = |f: &Fact| fits(f) && (budget || !told::is_planned(f));
        let own = self.behind_announcement(before);
        (before + 1 == fact.place.sentence || self.facts_free(before + 1, fact.place.sentence))
            .then(|| self.pick(own.clone(), head).next().or_else(|| self.pick(own, &fits).next()))
            .flatten()
    }

    /// 较年初预算减少32.07万元，较上年减少4.24万元: the change before this one, where both speak of one amount.
    fn chained(&self, id: usize) -> Option<usize> {
        let (fact, p) = (self.get(id)?, id.checked_sub(1)?);
        let base = self.get(p).filter(|f| f.role == Role::Base && f.place.clause == fact.place.clause);
        // 较上年减少3.66万元，上年为120.42万元，下降3.04%
        let named_again = || p.checked_sub(1).is_some_and(|c| self.base_behind(c, Fact::is_level) == Some(p));
        let before = if base.is_some() || named_again() { p.checked_sub(1)? } else { p };
        self.get(before).filter(|f| {
            matches!(f.role, Role::Change | Role::Growth | Role::Points)
                && f.place.segment == fact.place.segment
                && fact.role != Role::Points
        })?;
        Some(before)
    }

    /// The nearest of the amounts before a change, but not one that an earlier change of the sentence was compared with.
    fn spoken_of(
        &self,
        id: usize,
        sentence: std::ops::Range<usize>,
        fits: impl Fn(&Fact) -> bool + Copy,
    ) -> Option<usize> {
        let compared: Vec<(Wanted, Option<i32>)> = self
            .pick(sentence.clone(), |f| f.role == Role::Change && !f.phrase.is_empty())
            .filter(|c| *c < id)
            .filter_map(|c| self.get(c).map(|f| (Wanted::of(&f.phrase), self.year_at(c))))
            .gather();
        let own = |f: &Fact| fits(f) && !compared.iter().any(|(wanted, year)| wanted.is_met_by(f, *year));
        // 蓄积量986万立方米，净增28万立方米，增长3%: what it rose by did not grow.
        let net = |f: &Fact| f.left.ends_with_any(&["净增", "净减"]);
        let planned = self.get(id).is_some_and(|f| Measure::of(&f.left) == Measure::Plan);
        let meant = |other: &usize| planned || !self.is_measure_of_last(*other);
        let plain = self.pick(sentence.clone(), |f| own(f) && !told::is_mark(f) && !net(f)).rev().find(meant);
        plain.or_else(|| self.pick(sentence.clone(), own).next_back()).or_else(|| self.pick(sentence, fits).next_back())
    }

    /// 2022年招录42人，比上年多6人: the year that the part of a sentence tells of, of which 上年 is the year before: the last of those it
    /// names, else that of the document.
    fn year_at(&self, id: usize) -> Option<i32> {
        /// How many figures back it is looked for.
        const REACH: usize = 24;
        let place = self.get(id).map(|f| f.place);
        let start = place.map_or(id, |place| self.in_sentence(place.sentence).start).max(id.saturating_sub(REACH));
        let here = |f: &Fact| f.is_level() && Some(f.place.segment) == place.map(|p| p.segment);
        let years = self.pick(start..id, here).filter_map(|own| match self.get(own).map(|f| f.period) {
            Some(Period::Year(year)) => Some(year),
            _ => None,
        });
        years.max().or(self.year)
    }

    /// 支出52.5万元，上年支出50万元，增长5%: without words of comparison the pair speaks for itself, and the later amount is meant.
    fn later(&self, near: Option<usize>, phrase: &str) -> Option<usize> {
        let before = near?.checked_sub(1).filter(|b| phrase.is_empty() && self.is_last_year(*b));
        before.or(near)
    }

    /// Whether the amount right behind this one is the same item's of the year before; behind the bracket of this one it is not.
    fn is_last_year(&self, id: usize) -> bool {
        let (Some(now), Some(then)) = (self.get(id), self.get(id + 1)) else { return false };
        let plain = |f: &Fact| f.is_level() && f.figure.is_plain();
        let generic = ["支出", "收入", "总支出", "总收入"].contains(&then.label.key.as_str());
        plain(now)
            && plain(then)
            && now.is_like(then)
            && now.place.segment == then.place.segment
            && now.place.depth <= then.place.depth
            && then.period.is_past(self.year)
            && then.period != Period::Opening
            && !now.period.is_past(self.year)
            && now.measure.is_budget() == then.measure.is_budget()
            && (!then.label.own || generic || agree(&now.label.key, &then.label.key))
    }

    /// The subject that a change names in its own clause: what stands before the comparison and the verb.
    fn subject_words(&self, id: usize, phrase: &str) -> String {
        let Some(fact) = self.get(id) else { return String::new() };
        if let Some(base) = self.base_before(id) {
            // 基本支出比上年400万元增长7.73%: the subject stands before the base of the comparison.
            let words = self.get(base).map_or("", |b| b.left.as_str());
            let subject = base_phrase(words).and_then(|p| words.strip_suffix(p)).unwrap_or_default();
            return without_manner(subject.trim_end_matches(['比', '较', '与', '同']));
        }
        let more = || more_at_end(&fact.left).filter(|_| fact.role == Role::Change);
        let Some((_, head)) = verb_at_end(&fact.left).or_else(more) else { return String::new() };
        // 差旅费比上年27.69万元增加4.30万元: the subject stands before the base.
        let before = fact.left.chars().count() <= 5 && !phrase.is_empty();
        let base = self
            .list
            .partition_point(|f| f.range.end <= fact.range.start)
            .checked_sub(1)
            .and_then(|b| self.get(b))
            .filter(|b| before && b.role == Role::Base && b.phrase == phrase && b.place.clause == fact.place.clause);
        let head = base.map_or(head, |b| b.left.as_str());
        let head = head.strip_suffix("相比").unwrap_or(head);
        let own = head.strip_suffix(phrase).unwrap_or(head);
        let own = own.trim_end_matches(['比', '较', '与', '同']);
        let subject = if phrase.is_empty() || head.ends_with(phrase) { own } else { head };
        without_manner(subject)
    }

    /// The base of a comparison right before a change or rate, with at most another change of the segment between them.
    #[must_use]
    pub fn base_before(&self, id: usize) -> Option<usize> {
        let fact = self.get(id).filter(|f| super::role::behind_base(&f.left).is_some())?;
        let base = |b: usize| {
            self.get(b).is_some_and(|f| {
                f.role == Role::Base && f.direction != 0 && f.is_amount() && f.place.segment == fact.place.segment
            })
        };
        let last = id.checked_sub(1)?;
        if base(last) {
            return Some(last).filter(|b| self.get(*b).is_some_and(|f| f.place.clause == fact.place.clause));
        }
        let changed = self.get(last).is_some_and(|f| f.role == Role::Change);
        last.checked_sub(1).filter(|b| changed && base(*b))
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
        let previous = id.checked_sub(1).and_then(|p| self.get(p)).filter(|p| {
            p.place.segment == fact.place.segment && matches!(p.role, Role::Change | Role::Growth | Role::Base)
        });
        match previous {
            Some(p) if p.role != Role::Base && !p.phrase.is_empty() => p.phrase.clone(),
            Some(p) if p.role == Role::Base => p.phrase.clone(),
            _ => {
                // 与2023年度相比，收入支出总计增加…，增长…: the comparison stands once, at the head.
                let from = self.clauses.sentences().get(fact.place.sentence).map_or(0, |s| s.start);
                let head = self.text.words(from..fact.range.start).rsplit(['；', '。']).next().unwrap_or("");
                head.rsplit_once("相比")
                    .and_then(|(h, _)| h.rsplit_once(['与', '同', '比']))
                    .or_else(|| head.rsplit_once('较'))
                    .map(|(_, p)| p.chars().take(14).collect())
                    .unwrap_or_default()
            }
        }
    }

    /// Whether nothing names one of two levels, or neither of two budgets: 年初预算1640万元。收到专项285万元，全年预算1925万元, where what came on
    /// top makes the one of the other, or none of their sentences names an amount before them.
    fn are_unnamed(&self, one: &Fact, other: &Fact) -> bool {
        let inherits = |f: &Fact| !f.label.own && f.measure.is_budget();
        let before = |f: &Fact| {
            let at = self.list.partition_point(|other| other.range.start < f.range.start);
            self.pick(self.in_sentence(f.place.sentence).start..at, |other| other.is_level() && other.label.own)
        };
        let added = |id: usize| {
            let more = self.get(id).and_then(|more| more.figure.base()?.plus(one.figure.base()?));
            more.is_some() && more == other.figure.base()
        };
        let alone = || before(one).next().is_none() && before(other).all(added);
        one.label.key.is_empty() || other.label.key.is_empty() || inherits(one) && inherits(other) && alone()
    }

    /// The base of a comparison: a figure inside it, else a level that answers its words.
    #[must_use]
    pub fn base(&self, id: usize, subject: usize) -> Bound {
        let (Some(fact), Some(own)) = (self.get(id), self.get(subject)) else { return Bound::None };
        let inside = self
            .pick(self.in_sentence(fact.place.sentence).start..id, |f| {
                f.role == Role::Base
                    && !f.right.starts_with('的')
                    && f.is_like(own)
                    // 较上年2.00万元，减少0.14万元: the base may have a clause of its own.
                    && (f.place.clause == fact.place.clause
                        || f.place.clause + 1 == fact.place.clause && f.right.is_empty())
            })
            .next_back();
        if let Some(base) = inside.filter(|b| *b > subject) {
            return Bound::One(base);
        }
        let enclosed = self.enclosed_in_turn(id).or_else(|| self.enclosed_base(id));
        if let Some(base) = enclosed.filter(|b| self.get(*b).is_some_and(|f| f.is_like(own))) {
            return Bound::One(base);
        }
        // 与上年受理的120件相比，新收申请下降20%.
        let sentence = self.in_sentence(fact.place.sentence).start..id;
        let beside = |f: &Fact| f.place.segment == fact.place.segment && f.place.depth == fact.place.depth;
        let said = |f: &Fact| f.role == Role::Base && f.closes_comparison() && f.is_like(own) && beside(f);
        if let Some(base) = self.pick(sentence, said).next_back() {
            return Bound::One(base);
        }
        // 由4.29亿增加到6.64亿，增长54.78%.
        let from = subject.checked_sub(1).filter(|b| {
            own.role == Role::To
                && self.get(*b).is_some_and(|f| f.role == Role::From && f.place.clause == own.place.clause)
        });
        if let Some(from) = from {
            return Bound::One(from);
        }
        let phrase = self.comparison(id);
        let since = matches!(Period::of(&phrase), Period::Previous) || phrase.is_empty();
        if since && subject + 1 < id && self.is_last_year(subject) {
            return Bound::One(subject + 1);
        }
        // 完成任务330件的115.2%，超额完成15.2%: the base of the rate before it.
        let stated = |f: &Fact| f.role == Role::Base && f.direction == 0 && f.place.segment == fact.place.segment;
        let wanted = Wanted::of(&phrase);
        let year = self.year_at(id);
        let beside = |f: &Fact| [fact.place.sentence, own.place.sentence].contains(&f.place.sentence);
        let same_item = |f: &Fact| f.label.key == own.label.key || agree(&f.label.key, &own.label.key);
        let of_item = |f: &Fact| {
            (f.role == Role::Level || stated(f))
                && f.is_like(own)
                && wanted.is_met_by(f, year)
                && (same_item(f) || self.are_unnamed(f, own) && (beside(f) || !own.label.own))
        };
        let sentence = self.in_sentence(fact.place.sentence);
        let here: Vec<usize> = self.pick(sentence.clone(), of_item).filter(|b| *b != subject && *b != id).gather();
        if !here.is_empty() {
            return Bound::of(self, nearest_first(here, subject));
        }
        let paragraph =
            self.pick(self.in_paragraph(fact.place.paragraph), of_item).filter(|b| *b != subject && *b < id);
        Bound::of(self, nearest_first(paragraph.gather(), subject))
    }
}

fn nearest_first(mut ids: Vec<usize>, to: usize) -> Vec<usize> {
    crate::order::by_key(&mut ids, |id| id.abs_diff(to));
    ids
}
