//! The levels that words name: 占总支出的, 完成年度计划的.

use crate::fact::letters::Letters;
use crate::fact::name::{alike as named_alike, counted, halves};
use crate::fact::{Fact, Facts, Measure, Period, normalize};
use crate::gather::Gather;

/// How many facts back a name is looked for.
const NEAR: usize = 600;
/// How many facts at the head of the document are always in reach.
const HEAD: usize = 120;

impl Facts {
    /// The levels before a position that words name, best and nearest first: `占总支出的` → 总支出.
    #[must_use]
    pub fn levels_named(&self, words: &str, before: usize) -> Vec<usize> {
        let key = normalize(words);
        let measure = Measure::of(words);
        // “其他”里有甲36万元、乙18万元: what is left over is called so in every list.
        if key.chars().count() < 2 || matches!(key.as_str(), "其他" | "其余" | "其它") {
            return Vec::new();
        }
        let past = Period::of(words).is_past(self.year);
        let letters = Letters::of(&key);
        let halves = halves(words);
        let alike = |own: Letters, f: &Fact| {
            let spoken = || halves.is_some_and(|halves| self.is_spoken_around(f, halves));
            let name = if own.may_hold(letters) { named_alike(f, &key) } else { counted(f, &key) };
            if name > 0 { name } else { u8::from(spoken()) }
        };
        let grade = |of: Letters, f: &Fact| {
            let own = (f.label.own || f.measure != Measure::Unstated || f.is_bare_count())
                && (past || !f.period.is_past(self.year));
            let fits = measure == f.measure
                || measure == Measure::Unstated
                || f.measure == Measure::Unstated
                || (measure.is_budget() && f.measure.is_budget());
            if own && fits { alike(of, f) * 2 + u8::from(measure == f.measure) } else { 0 }
        };
        // A whole stands at the head of the document or not far before; a bounded reach keeps time in proportion to the text.
        let to = |fact: usize| self.levels.partition_point(|(level, _)| *level < fact);
        let reach = [0..to(before.min(HEAD)), to(before.saturating_sub(NEAR).max(HEAD))..to(before)];
        // Only what is counted and what is spoken around a figure is named without its own name.
        let around = |id: usize| halves.is_some_and(|(_, tail)| self.get(id).is_some_and(|f| f.left.ends_with(tail)));
        let may = |(id, own): &&(usize, Letters)| own.may_hold(letters) || own.may_count(letters) || around(*id);
        let levels = reach.into_iter().filter_map(|range| self.levels.get(range)).flatten().filter(may);
        let mut found: Vec<(u8, usize)> = levels
            .filter_map(|(id, own)| self.get(*id).map(|f| (grade(*own, f), *id)))
            .filter(|(g, _)| *g >= 2)
            .gather();
        crate::order::by_key(&mut found, |(g, id)| (std::cmp::Reverse(*g), std::cmp::Reverse(*id)));
        found.into_iter().map(|(_, id)| id).gather()
    }

    /// How well words name a level: 3 by its own name or as the only one of their measure in its sentence, 0 not at all.
    #[must_use]
    pub fn naming(&self, level: usize, words: &str, id: usize) -> u8 {
        let (Some(fact), Some(rate)) = (self.get(level), self.get(id)) else { return 0 };
        let (key, measure) = (normalize(words), Measure::of(words));
        if key.chars().count() >= 2 {
            return named_alike(fact, &key);
        }
        let same = |f: &Fact| f.is_level() && f.measure == measure && f.is_like(fact);
        let single = self.pick(self.in_sentence(rate.place.sentence).start..id, same).count() == 1;
        if measure == Measure::Unstated || fact.measure != measure || fact.place.sentence != rate.place.sentence {
            0
        } else {
            2 + u8::from(single)
        }
    }

    /// The levels that words name which can be the whole of a part.
    #[must_use]
    pub fn named(&self, words: &str, id: usize, part: usize) -> Vec<usize> {
        let (Some(own), Some(fact)) = (self.get(part), self.get(id)) else { return Vec::new() };
        let mut out = self.levels_named(words, id);
        let measure = Measure::of(words);
        if out.is_empty() && measure != Measure::Unstated && normalize(words).chars().count() < 2 {
            // 占年度计划的46.4%: only the measure is named.
            out = self
                .pick(self.in_paragraph(fact.place.paragraph).start..id, |f| f.is_level() && f.measure == measure)
                .rev()
                .gather();
        }
        out.retain(|w| *w != part && self.get(*w).is_some_and(|f| f.is_like(own)));
        out
    }
}
