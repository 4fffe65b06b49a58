//! Words that announce how something is divided.

use super::{Fact, Facts};
use crate::number::Dimension;
use crate::text::Mention;

/// How many characters of a sentence are its head.
const HEAD: usize = 24;

/// How many characters behind a count are asked for the amount of what it counts.
const NOUN: usize = 16;

impl Facts {
    /// Whether a sentence begins with the words of a division: 从…看, 分项看, 按…分. What follows is all of what is divided.
    #[must_use]
    pub fn is_division(&self, sentence: usize) -> bool {
        let head = self.head_of(sentence);
        let clause = head.split(['，', '：']).next().unwrap_or("");
        clause.starts_with(['从', '分', '按']) && clause.ends_with_any(&["看", "分", "归集", "归类"])
    }

    /// How a sentence begins.
    #[must_use]
    pub fn head_of(&self, sentence: usize) -> &str {
        let range = self.clauses.sentences().get(sentence);
        range.map_or("", |r| self.text.words(r.start..r.end.min(r.start + HEAD)))
    }

    /// 残疾人两项补贴113万元; 按机构划分，9家卫生院1850万元、4家服务中心812万元: whether a count stands in a name, or, in a sentence that divides
    /// something, opens that of an amount of money, so that it is no item itself.
    #[must_use]
    pub fn opens_name(&self, count: &Fact) -> bool {
        if count.figure.unit.dimension != Dimension::Count {
            return false;
        }
        let money = |f: &&Fact| f.figure.unit.dimension == Dimension::Money && f.place.clause == count.place.clause;
        let next = self.begin_in(count.range.end..count.range.end + NOUN).next().and_then(|id| self.get(id));
        let noun = next.filter(money).map(|f| self.text.words(count.range.end..f.range.start));
        let bare = noun.is_some_and(|noun| noun.chars().count() >= 2 && !noun.contains(['、', '，', '（', '）']));
        let opens = bare && self.is_division(count.place.sentence);
        ["项", "类"].contains(&count.figure.unit.base.as_str()) && !count.right.is_empty() || opens
    }
}
