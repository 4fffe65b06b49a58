//! Changes whose words give the name of what changed, which is not the nearest amount.

use super::Growth;
use crate::fact::Fact;
use crate::relation::Equation;
use crate::rule::{Scope, Sink};

impl Growth<'_> {
    /// The rate of another amount of the paragraph, whose name the words of the change repeat and which makes it true:
    /// 收入总计577万元，其中：本年收入567万元。与上年相比，收入总计增加27万元.
    pub(super) fn named_again(&self, scope: &Scope) -> Option<Equation> {
        const NAME: usize = 4;
        let facts = scope.facts;
        let (change, own) = (self.change?, facts.get(self.subject)?);
        let words = &facts.get(change)?.left;
        let is_named = |fact: &Fact| {
            let name: Vec<char> = fact.left.trim_end_matches('为').chars().rev().take(NAME).collect();
            name.len() == NAME && words.contains(&name.into_iter().rev().collect::<String>())
        };
        let other = |f: &Fact| f.is_level() && f.is_like(own) && is_named(f);
        let before = facts.in_paragraph(self.rate.place.paragraph).start..self.subject;
        let mut fitting = facts.pick(before, other).map(|id| self.of(id, change)).filter(|e| scope.fits(e));
        fitting.next().filter(|_| !is_named(own))
    }

    /// 本年支出406万元，…，支出总计437万元。…，支出合计比上年减少6万元: another amount of the name that the words of the change give.
    pub(super) fn of_name(&self, scope: &Scope) -> Option<Equation> {
        let (facts, change) = (scope.facts, self.change?);
        let words = &facts.get(change)?.left;
        let (name, _) = words.split_once(['比', '较', '与'])?;
        let own = facts.get(self.subject)?;
        let mut named =
            facts.levels_named(name, change).into_iter().filter(|n| facts.get(*n).is_some_and(|f| f.is_like(own)));
        named.find_map(|n| Some(self.of(n, change)).filter(|e| scope.fits(e)))
    }

    /// 预算100万元，含甲20万元；比上年增加40万元: the list's whole, where the amount right before cannot have risen by so much.
    pub(super) fn of_greater(&self, scope: &Scope, out: &Sink) -> Option<Equation> {
        let change = self.change.filter(|_| self.rate.direction > 0)?;
        let holds = |id: usize| scope.facts.base_value(id) >= scope.facts.base_value(change);
        let mut wholes = out.wholes_of(self.subject).filter(|w| *w < self.subject && !holds(self.subject));
        wholes.find(|w| holds(*w)).map(|whole| self.of(whole, change))
    }
}
