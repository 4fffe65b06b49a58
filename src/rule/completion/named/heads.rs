//! Wholes of a named rate whose sentence has none: heads of the paragraphs before, amounts that the name of the part names or that a
//! bracket gives; and whether a part is what the rate's verb is done to.

use super::{Named, shared};
use crate::fact::Fact;

/// How many paragraphs back the whole may head one.
const HEADS: usize = 3;

/// How many figures back a whole is looked for that the name of the part names.
const NAMED: usize = 40;

/// Whether two names end with the same four characters: 发现问题金额, 整改问题金额.
fn ends_alike(a: &str, b: &str) -> bool {
    a.chars().rev().zip(b.chars().rev()).take_while(|(a, b)| a == b).count() >= 4
}

impl Named<'_> {
    /// 资金使用率95.5%（下达1950万元）: the amount in the bracket behind the rate.
    pub(super) fn explained(&self) -> Option<usize> {
        let inside = |f: &Fact| f.place.bracket == Some(self.rate.range.end) && f.is_level() && f.figure.is_plain();
        Some(self.id + 1).filter(|id| self.fact(*id).is_some_and(inside))
    }

    /// 全年安排项目67个。…已开工61个，开工率91%: the heads of the paragraphs before, where the sentence has no whole.
    pub(super) fn heads(&self, part: usize) -> Vec<usize> {
        let facts = self.scope.facts;
        let own = self.rate.place.paragraph;
        let as_great =
            |w: &usize| self.fact(part).zip(self.fact(*w)).is_some_and(|(p, w)| w.figure.base() >= p.figure.base());
        let level = |f: &Fact| f.is_level() && f.figure.is_plain();
        let could = |w: &usize| *w < part && self.can_be_whole(part, *w) && as_great(w);
        let heads = (own.saturating_sub(HEADS)..=own).rev();
        let mut all: Vec<usize> =
            heads.filter_map(|p| facts.pick(facts.in_paragraph(p), level).next()).filter(could).collect();
        // 发现问题金额3.42亿元。…已整改问题金额2.71亿元，整改率79.2%: what the part's own name ends with.
        let key = self.fact(part).map_or("", |f| f.label.key.as_str());
        let named = |f: &Fact| {
            let name = f.label.key.as_str();
            level(f)
                && f.label.own
                && name.chars().count() >= 3
                && name != key
                && (key.ends_with(name) || ends_alike(key, name))
        };
        all.extend(facts.pick(part.saturating_sub(NAMED)..part, named).rev().filter(could));
        all
    }

    /// Whether the words of a part have the verb of the rate, 已使用 of 使用率 and 收回 of 回收率, and not only what it is done to.
    pub(super) fn is_done_to(&self, part: usize) -> bool {
        let stem: Vec<char> = self.stem.chars().collect();
        let told = |f: &Fact| shared(&stem, &f.left) > 0 || shared(&stem, &f.right) > 0;
        self.fact(part).is_some_and(told) || self.is_done(part)
    }
}
