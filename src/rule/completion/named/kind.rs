//! Rates that are of more than the amount that bears their name, 安置率（含自谋生路）, or of less than the amount before it: 采样212次，夏季合格
//! 97次，冬季合格88次，夏季合格率91.5%.

use super::{Named, ratio};
use crate::fact::{Fact, Role};
use crate::number::Decimal;
use crate::relation::{Equation, Order, Term};
use crate::rule::Sink;
use crate::text::Mention;

/// What an amount begins with that is told beside the one before it.
const BESIDES: [&str; 4] = ["另有", "还有", "另", "外加"];

/// How many things the words of a total add up: 两类合计, 三项共.
const SEVERAL: [char; 7] = ['两', '二', '三', '四', '五', '六', '七'];

/// What the name of a rate begins with that says in what it is counted, with the units of that.
const COUNTED: [(&str, &[&str]); 6] = [
    ("户数", &["户"]),
    ("人数", &["人", "名"]),
    ("面积", &["亩", "公顷", "平方米", "平方公里"]),
    ("里程", &["公里", "千米", "米"]),
    ("件数", &["件"]),
    ("金额", &["元"]),
];

/// 兑现6.5万亩、8100户，户数兑现率90%: whether an amount is not counted in what the name of a rate says.
pub(super) fn is_other_kind(rate: &Fact, fact: &Fact) -> bool {
    let counted = COUNTED.iter().find(|(word, _)| rate.left.starts_with(word));
    counted.is_some_and(|(_, units)| !units.contains(&fact.figure.unit.base.as_str()))
}

impl Named<'_> {
    /// The words of the bracket between name and figure, without the one that opens it: 整改率（占问题金额）, 安置率（含自谋生路）.
    pub(super) fn bracket(&self, opening: &str) -> Option<String> {
        let clause = self.scope.facts.clauses.clauses().get(self.rate.place.clause)?.start;
        let words = self.scope.facts.text.words(clause..self.rate.range.start.max(clause));
        words
            .trim_end_matches(['为', '是', '达'])
            .strip_suffix('）')
            .and_then(|w| w.rsplit_once(opening))
            .map(|(_, inside)| inside.to_owned())
    }

    /// 结转结余率（年末结转结余与可支配资金之比）: what a bracket says that the rate is of.
    pub(super) fn defined(&self) -> Option<String> {
        let words = self.bracket("（")?;
        let (_, whole) = words.strip_suffix("之比")?.split_once(['与', '和'])?;
        Some(whole.to_owned())
    }

    /// 结转结余632万元，全年支出12958万元，结转结余率4.65%: what is left is of what there was, never of what was spent of it.
    pub(super) fn is_spent(&self, whole: usize) -> bool {
        let spent = |f: &Fact| f.left.contains("支出") && !f.measure.is_budget() && !f.left.contains("预算");
        matches!(self.stem.as_str(), "结余" | "结转") && self.fact(whole).is_some_and(spent)
    }

    /// 培训426人次，实现就业173人，就业率40.61%: those who were trained are counted by the times they came.
    pub(super) fn is_trained(&self, part: &Fact, whole: &Fact) -> bool {
        self.stem == "就业" && part.figure.unit.base == "人" && whole.figure.unit.base == "人次"
    }

    /// 整治率92.7%，分母为需整治的1012个: what the words behind a rate call its divisor.
    pub(super) fn divisor(&self) -> Option<usize> {
        let called = self.scope.facts.text.has(self.rate.range.end, "，分母为");
        Some(self.id + 1).filter(|id| called && self.fact(*id).is_some_and(|f| f.is_amount() && f.figure.is_plain()))
    }

    /// 优良9个，优良率90%；2处水源地达标率100%: whether an amount of another part of the sentence is more than what it would be a part of; only
    /// what was to be done can be outdone.
    pub(super) fn is_too_great(&self, part: usize, whole: usize) -> bool {
        let value = |id: usize| self.scope.facts.base_value(id);
        let is_more = value(part) > value(whole) && self.rate.figure.value <= Decimal::ONE_HUNDRED;
        is_more && !self.completes() && !self.is_beside(part)
    }

    /// 另有8人自谋生路: whether an amount is told beside the part, or is what the bracket of the rate includes.
    pub(super) fn is_besides(&self, part: usize, other: usize) -> bool {
        let included = self.bracket("（含");
        let told = |f: &Fact| {
            let named = |words: &String| f.left.contains(words.as_str()) || f.right.starts_with(words.as_str());
            BESIDES.contains(&f.left.as_str()) || included.as_ref().is_some_and(named)
        };
        let like = self.fact(other).zip(self.fact(part)).is_some_and(|(o, p)| o.is_like(p));
        other != part && like && self.is_beside(other) && self.fact(other).is_some_and(told)
    }

    /// 人员47人，已安置33人，另有8人，两者合计41人: the total behind a part, where an amount before it is greater than that.
    fn total(&self, part: usize, wholes: &[usize]) -> Option<(usize, usize)> {
        let summed = |w: &usize| self.fact(*w).is_some_and(|f| f.left.mentions_any(&["合计", "共计", "总计"]));
        let total = wholes.iter().copied().find(|w| *w > part && summed(w))?;
        let value = |id: usize| self.scope.facts.base_value(id);
        let before = wholes.iter().copied().find(|w| *w < part && value(*w) > value(total))?;
        Some((total, before))
    }

    /// The rate of the total behind a part.
    pub(super) fn of_total(&self, part: usize, wholes: &[usize]) -> Option<Equation> {
        self.total(part, wholes).map(|(total, whole)| ratio(total, whole, self.id))
    }

    /// Whether a rate may be of more than the part that bears its name.
    pub(super) fn counts_more(&self, part: usize, wholes: &[usize]) -> bool {
        let besides = self.levels.iter().any(|l| *l > part && self.is_besides(part, *l));
        besides || self.bracket("（含").is_some() || self.total(part, wholes).is_some()
    }

    /// What stands before the verb of the rate in the words of an amount: 夏季 of 夏季合格97次.
    fn kind(&self, id: usize) -> Option<&str> {
        self.fact(id)?.left.strip_suffix(self.stem.as_str()).filter(|kind| !kind.is_empty())
    }

    /// 夏季合格率: whether the part is of one kind, and the whole may be of another kind as well, which has its own amount with the verb; where
    /// that one's rate is of this whole, each is.
    pub(super) fn is_of_kind(&self, part: usize, wholes: &[usize]) -> bool {
        let (Some(own), Some(whole)) = (self.kind(part), wholes.first().copied()) else { return false };
        let named = String::from_iter(&self.name) == format!("{own}{}", self.stem);
        let apart = named && self.fact(whole).is_some_and(|f| !f.left.contains(own));
        let other = |l: &usize| {
            let like = self.fact(*l).zip(self.fact(part)).is_some_and(|(o, p)| o.is_like(p));
            *l != part && *l != whole && like && self.is_beside(*l) && self.kind(*l).is_some_and(|kind| kind != own)
        };
        let halves = |l: usize| {
            let left = vec![Term::plus(part), Term::plus(l)];
            self.scope.fits(&Equation::Order { left, order: Order::AtMost, right: vec![Term::plus(whole)] })
        };
        apart && self.levels.iter().filter(|l| other(l)).any(|l| halves(*l) && !self.is_borne(*l, whole))
    }

    /// 甲规范管理26400人，乙规范管理8350人，两类合计34750人: whether a whole only adds up what was done to a part and to others alike, which is no
    /// whole of a rate of what was done, but where it bears the rate out.
    pub(super) fn are_done_alike(&self, part: usize, whole: usize, out: &Sink) -> bool {
        let alike = |sum: &Equation| match sum {
            Equation::Sum { parts, .. } => {
                let bear = |t: &Term| t.sign > 0 && self.likeness(t.fact) > 0;
                parts.len() >= 2 && parts.iter().any(|t| t.fact == part) && parts.iter().all(bear)
            }
            _ => false,
        };
        // 两类合计, where the number of kinds is a figure itself.
        let together = self.fact(whole).zip(whole.checked_sub(1).and_then(|n| self.fact(n))).is_some_and(|(f, n)| {
            let counted = n.place.clause == f.place.clause && n.figure.value <= SEVERAL.len().into() && !n.is_like(f);
            counted || f.left.starts_with(SEVERAL)
        });
        together && out.sums_to(whole).any(|sum| alike(&sum.equation)) && !self.scope.is_ratio(part, whole, self.id)
    }

    /// Whether the sentence has a rate of an amount that is of a whole.
    fn is_borne(&self, part: usize, whole: usize) -> bool {
        let facts = self.scope.facts;
        let named = |f: &Fact| f.role == Role::Rate && self.kind(part).is_some_and(|kind| f.left.contains(kind));
        let rates = facts.pick(facts.in_sentence(self.rate.place.sentence), named);
        rates.into_iter().any(|rate| self.scope.is_ratio(part, whole, rate))
    }
}
