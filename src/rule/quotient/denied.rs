//! What the words of a rate leave open, and what they deny: a pair of amounts that gives the rate may be of something else (排除).

use super::{NAME, nearby};
use crate::fact::{Fact, Measure, Role, names_money, normalize};
use crate::gather::Gather;
use crate::number::Dimension;
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// A rate with what its words say of the amounts that it can be of.
pub(super) struct Worded<'a> {
    scope: &'a Scope<'a>,
    pub(super) rate: &'a Fact,
    /// The kind of budget or plan that it is of.
    wanted: Measure,
    /// The amounts of the paragraph that bear the very name of its whole.
    pub(super) named: Vec<usize>,
    /// Whether it is of what was done.
    done: bool,
    /// Whether it is of an amount of money, of which no count is a part.
    money: bool,
    /// Whether its name leaves it no amount of last year, where it is of this year itself.
    now: bool,
}

impl<'a> Worded<'a> {
    pub(super) fn new(scope: &'a Scope, id: usize, rate: &'a Fact) -> Self {
        let done = rate.role == Role::Completion || rate.left.mentions_any(&["完成率", "执行率"]);
        let money = names_money(&rate.phrase) || rate.is_of_budget();
        let (wanted, named) = (Measure::of(&rate.phrase), named(scope, id, rate));
        Self { scope, rate, wanted, named, done, money, now: is_of_now(scope, rate) }
    }

    /// Whether the words leave it open that the rate is one of an amount.
    pub(super) fn could_be_part(&self, part: &Fact) -> bool {
        // 年初预算3120万元，支出决算3286万元，完成年初预算的94.94%; 计划400户，实际420户，完成率95.2%: what was to be is not what was done.
        let due = self.done && (part.measure.is_budget() || part.measure == Measure::Plan);
        // 五个项目中，河道疏浚居首，占项目支出的22.7%: a count is no part of an amount of money.
        let counted = self.money && part.figure.unit.dimension == Dimension::Count;
        !due && !counted
    }

    /// Whether they leave it open that it is of two amounts, of which the first could be its part.
    pub(super) fn could_divide(&self, (part, whole): (usize, usize), out: &Sink) -> bool {
        let (scope, rate) = (self.scope, self.rate);
        let denied = self.is_misnamed((part, whole))
            || nearby::is_of_other(scope, rate, whole)
            || self.now && is_of_past(scope, (part, whole))
            || is_told(scope, rate, (part, whole), out);
        !denied
    }

    /// 占项目支出的10.5%, 完成全年预算数的104%: whether the words give the rate another whole than this one: an amount of the paragraph that bears
    /// their very name, or a budget of the other kind.
    fn is_misnamed(&self, (part, whole): (usize, usize)) -> bool {
        let of_kind = |measure: Measure| matches!(measure, Measure::InitialBudget | Measure::AdjustedBudget);
        let other = |f: &Fact| of_kind(self.wanted) && of_kind(f.measure) && f.measure != self.wanted;
        let meant = |f: &Fact| !other(f) && f.measure.is_budget() == self.wanted.is_budget();
        let mut called = self.named.iter().filter(|w| **w != part && self.scope.facts.get(**w).is_some_and(meant));
        let is_called = called.clone().any(|w| *w == whole);
        called.next().is_some() && !is_called || self.scope.facts.get(whole).is_some_and(other)
    }
}

/// Words for the things that something is done with.
const THINGS: [&str; 8] = ["项目", "项目数", "企业", "企业数", "数", "总数", "案件", "户数"];

/// 是养护支出的1.34倍: the amounts of the paragraph that bear the very name of the whole; no other amount is it.
fn named(scope: &Scope, id: usize, fact: &Fact) -> Vec<usize> {
    let key = normalize(&fact.phrase);
    // 支出862万元 alone bears no name of its own.
    let is_long = |words: &str| words.chars().count() >= NAME;
    // 开工187个，…，占开工项目的60.2%: what is only done with the things that the words name bears their name as well.
    let things = |f: &Fact| {
        let rest = key.strip_prefix(f.label.key.as_str()).filter(|_| f.label.key.chars().count() >= 2);
        f.figure.unit.is_whole() && rest.is_some_and(|rest| THINGS.contains(&rest))
    };
    let called = |f: &Fact| f.label.key == key && is_long(&f.label.words) || things(f);
    let bears = |f: &Fact| f.is_level() && f.label.own && called(f);
    if !is_long(&key) {
        return Vec::new();
    }
    scope.facts.pick(scope.facts.in_paragraph(fact.place.paragraph).start..id, bears).gather()
}

/// 上一学年2461人。午托幼儿1984人，午托率80.62%: whether a rate of this year is none of an amount of last year, as only changes are.
fn is_of_now(scope: &Scope, rate: &Fact) -> bool {
    let named =
        rate.role == Role::Rate && rate.left.ends_with('率') && !rate.left.contains(['减', '降', '增', '节', '超']);
    named && !rate.period.is_past(scope.facts.year)
}

/// Whether only the whole is of last year; 年初目标 is of this year.
fn is_of_past(scope: &Scope, (part, whole): (usize, usize)) -> bool {
    let facts = scope.facts;
    let due = |f: &Fact| f.measure.is_budget() || f.measure == Measure::Plan;
    let past = |id: usize| facts.get(id).is_some_and(|f| f.period.is_past(facts.year) && !due(f));
    past(whole) && !past(part)
}

/// 甲病人规范管理3246人，规范管理率81%，在管4007人；乙病人…: whether another part of the sentence has told the rate of two amounts.
fn is_told(scope: &Scope, rate: &Fact, (part, whole): (usize, usize), out: &Sink) -> bool {
    let Some(own) = scope.facts.get(part) else { return false };
    let apart = own.place.sentence == rate.place.sentence && own.place.segment != rate.place.segment;
    apart && out.rates_of(part).any(|r| r.equation.all().contains(&whole) && scope.fits(&r.equation))
}
