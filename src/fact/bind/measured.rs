//! Amounts that words name by their measure alone: 调整预算比年初预算增加.

use crate::fact::{Fact, Facts, Measure, normalize};
use crate::text::Mention;

impl Facts {
    /// The last amount of the paragraph whose measure is all that words name.
    pub(super) fn of_measure(&self, id: usize, words: &str, fits: impl Fn(&Fact) -> bool) -> Option<usize> {
        let fact = self.get(id)?;
        let measure = Measure::of(words);
        if !Measure::leaves(&normalize(words)) || measure == Measure::Unstated {
            return None;
        }
        let same = |f: &Fact| f.measure == measure && fits(f) && !f.left.mentions("其中");
        self.pick(self.in_paragraph(fact.place.paragraph).start..id, same).next_back()
    }

    /// 移送数升至8.2万人；交通事故死亡人数降幅15.1%: whether an amount is not one of another part of the sentence.
    pub(super) fn is_at_hand(&self, id: usize, fact: &Fact) -> bool {
        let here =
            |f: &Fact| f.place.clause == fact.place.clause || !f.label.own && f.place.segment == fact.place.segment;
        self.get(id).is_some_and(here)
    }
}
