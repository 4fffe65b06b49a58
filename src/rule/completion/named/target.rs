//! 年度目标：…新建广场6个。…新建广场5个，完成率83.3%: a rate of completion whose target stands in another paragraph, under the same name.

use super::{Named, ratio};
use crate::fact::{Fact, Measure};
use crate::rule::Sink;
use crate::text::Mention;

/// How many characters make a name that two paragraphs do not share by chance.
const NAME: usize = 4;

/// What makes the amounts of a sentence targets (目标).
const TARGETS: [&str; 3] = ["目标", "计划", "任务"];

impl Named<'_> {
    /// States the rate with the target of its name, if there is one; where it does not hold, the words only make it likely.
    pub(super) fn says_target(&self, out: &mut Sink) -> bool {
        let Some(equation) = self.target().map(|(part, whole)| ratio(part, whole, self.id)) else { return false };
        let sure = self.scope.fits(&equation);
        self.say(equation, sure, out);
        true
    }

    /// What was done and what was to be, where they stand under one name: the amount before the rate, and the only target of the
    /// paragraphs before.
    fn target(&self) -> Option<(usize, usize)> {
        let facts = self.scope.facts;
        let part = self.id.checked_sub(1).filter(|_| self.completes())?;
        let own = self.fact(part).filter(|f| self.levels.contains(&part) && f.label.own)?;
        let near = own.place.segment == self.rate.place.segment && own.label.key.chars().count() >= NAME;
        let intended = |f: &Fact| {
            let start = facts.clauses.sentences().get(f.place.sentence).map_or(f.range.start, |s| s.start);
            let words = facts.text.words(start..f.range.start);
            f.measure == Measure::Plan || words.mentions_any(&TARGETS)
        };
        let told = |id: &&usize| {
            self.fact(**id).is_some_and(|f| {
                f.is_level() && f.figure.is_plain() && f.is_like(own) && f.place.paragraph < own.place.paragraph
            })
        };
        let mut before = facts.of_item(&own.label.key).iter().filter(told).copied();
        let whole = before.next().filter(|w| near && self.fact(*w).is_some_and(|f| intended(f) && !f.is_zero()))?;
        // 新建7个，完成率100%: more than was to be done is told as all of it.
        let capped = self.rate.figure.value == crate::number::Decimal::ONE_HUNDRED
            && own.figure.base() > self.fact(whole).and_then(|f| f.figure.base());
        (before.next().is_none() && !capped).then_some((part, whole))
    }
}
