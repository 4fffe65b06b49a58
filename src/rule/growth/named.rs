//! Changes whose words give the name of what changed, which is not the nearest amount.

use super::Growth;
use super::ends::of_difference;
use crate::fact::{Fact, Measure, Role, likeness};
use crate::gather::Gather;
use crate::relation::{Equation, Term, ratio};
use crate::rule::{Scope, Sink};

/// How many amounts back what was spent of a budget is looked for.
const REACH: usize = 24;

impl Growth<'_> {
    /// The rate of another amount of the paragraph, whose name the words of the change repeat and which makes it true:
    /// 收入总计577万元，其中：本年收入567万元。与上年相比，收入总计增加27万元.
    pub(super) fn named_again(&self, scope: &Scope) -> Option<Equation> {
        const NAME: usize = 4;
        let facts = scope.facts;
        let (change, own) = (self.change?, facts.get(self.subject)?);
        let words = &facts.get(change)?.left;
        let is_named = |fact: &Fact| {
            let name: Vec<char> = fact.left.trim_end_matches('为').chars().rev().take(NAME).gather();
            name.len() == NAME && words.contains(&name.into_iter().rev().collect::<String>())
        };
        let other = |f: &Fact| f.is_level() && f.is_like(own) && is_named(f);
        let before = facts.in_paragraph(self.rate.place.paragraph).start..self.subject;
        let mut fitting = facts.pick(before, other).map(|id| self.of(id, change)).filter(|e| scope.fits(e));
        fitting.next().filter(|_| !is_named(own))
    }

    /// 2016年收入15.9亿元。2017年收入30.3亿元，同比减少19.1亿元，下降38.7%: change and rate agree on a base that is printed nowhere, where the one
    /// found stands in another sentence.
    pub(super) fn by_itself(&self, scope: &Scope, base: usize) -> Option<Equation> {
        let far = scope.facts.get(base).is_some_and(|f| f.place.sentence != self.rate.place.sentence);
        self.implied().filter(|implied| far && scope.fits(implied))
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

    /// 支出100万元，…，预算合计120万元，控制率83.3%，较上年110万元下降9.1%: what was spent of the same item, which makes the rate of a budget true.
    pub(super) fn of_outturn(&self, scope: &Scope, base: usize) -> Option<Equation> {
        let facts = scope.facts;
        let own = facts.get(self.subject).filter(|f| f.measure.is_budget())?;
        let spent = |f: &Fact| f.is_level() && f.is_like(own) && !f.measure.is_budget() && f.figure.is_plain();
        let before =
            facts.in_paragraph(own.place.paragraph).start.max(self.subject.saturating_sub(REACH))..self.subject;
        let item = |f: &Fact| spent(f) && likeness(&f.label.key, &own.label.key) >= 1;
        facts.pick(before, item).rev().map(|id| self.from(id, base)).find(|e| scope.fits(e))
    }

    /// 结余45万元。与上年支出1052万元相比，增加92万元，增长8.7%: where neither the amount of a sentence before nor a slip in it lies between
    /// base and change, the words leave it out, and the rate is the change's of the base.
    pub(super) fn of_step(&self, scope: &Scope, base: usize) -> Option<Equation> {
        let far = scope.facts.get(self.subject)?.place.sentence != self.rate.place.sentence;
        let change = self.change.filter(|c| far && *c > base)?;
        let step = Term { fact: change, sign: self.rate.direction };
        let sum = Equation::Sum { parts: vec![Term::plus(base), step], whole: vec![Term::plus(self.subject)] };
        let meant = scope.fits(&sum) || scope.is_coarse(&sum) || scope.is_likely_slip(&sum);
        (!meant).then(|| ratio(change, base, self.id))
    }

    /// 支出55万元，其中甲4万元，预算60万元，比预算少5万元，降低8.3%: where the sentence has both amounts that the change beside a rate lies
    /// between, and they make it, the rate is of the earlier of them.
    pub(super) fn of_told(&self, scope: &Scope, out: &Sink) -> Option<Equation> {
        let (base, change) = of_difference(scope, self.id, out)?;
        let sentence = scope.facts.in_sentence(self.rate.place.sentence);
        let here = |e: &Equation| e.all().iter().all(|id| sentence.contains(id) && *id != self.subject);
        let mut told = out.sums_to(change).map(|r| &r.equation);
        told.any(|e| here(e) && scope.fits(e)).then(|| ratio(change, base, self.id))
    }

    /// 贷款497.3亿元，比年初（452.9亿元）增加44.4亿元，贷款增速9.8%: from what a difference of the sentence that holds takes the same amount to
    /// have changed.
    pub(super) fn of_difference_told(&self, scope: &Scope, out: &Sink) -> Option<Equation> {
        let facts = scope.facts;
        let sentence = facts.in_sentence(facts.get(self.subject)?.place.sentence);
        let told =
            facts.pick(sentence, |f| f.role == Role::Change).flat_map(|change| out.sums_to(change)).find_map(|r| {
                let Equation::Sum { parts, .. } = &r.equation else { return None };
                let [a, b] = parts.as_slice() else { return None };
                let base = if a.fact == self.subject { b.fact } else { a.fact };
                let own = a.sign != b.sign && r.rule == "difference" && [a.fact, b.fact].contains(&self.subject);
                (own && scope.exact(&r.equation)).then_some(base)
            });
        told.map(|base| self.ratio(base))
    }

    /// 公用经费250万元。…，公用经费较预算压缩32.4万元，压缩12.96%: the amount of a sentence before is itself what a change from the budget is
    /// compared with, where it makes the rate true.
    pub(super) fn of_budget(&self, scope: &Scope) -> Option<Equation> {
        let facts = scope.facts;
        let change = self.change.filter(|c| Measure::of(&facts.comparison(*c)).is_budget())?;
        let far = facts.get(self.subject)?.place.sentence != self.rate.place.sentence;
        Some(ratio(change, self.subject, self.id)).filter(|e| far && scope.fits(e))
    }

    /// 预算100万元，含甲20万元；比上年增加40万元: the list's whole, where the amount right before cannot have risen by so much.
    pub(super) fn of_greater(&self, scope: &Scope, out: &Sink) -> Option<Equation> {
        let change = self.change.filter(|_| self.rate.direction > 0)?;
        let holds = |id: usize| scope.facts.base_value(id) >= scope.facts.base_value(change);
        let mut wholes = out.wholes_of(self.subject).filter(|w| *w < self.subject && !holds(self.subject));
        wholes.find(|w| holds(*w)).map(|whole| self.of(whole, change))
    }
}
