//! B09: `per × count = total`, in whatever units: 60人支出48万元，人均0.8万元.

mod reach;

use super::item::reckoned;
use super::loose::{is_of_part, is_one_of_row, is_rounded};
use super::{reach, relation};
use crate::catalog::per::Per;
use crate::fact::{Fact, agree, likeness, normalize};
use crate::gather::Gather;
use crate::number::Dimension;
use crate::relation::{Equation, Kind, Relation};
use crate::rule::{Scope, Sink};
use crate::text::Mention;
use reach::{counts, totals};

/// How many counts and how many totals are asked for a power of ten.
const NEAREST: usize = 2;

/// How many characters the words of an average have for what it is spread over.
const EACH: usize = 4;

/// An average as its words give it.
struct Average<'a> {
    id: usize,
    fact: &'a Fact,
    /// What it is spread over, and the item where the words name it: 人均培训费.
    per: Per<'a>,
    item: String,
}

impl<'a> Average<'a> {
    fn new(scope: &'a Scope, id: usize) -> Option<Self> {
        // 较上年人均17.86万元有所提高 is of another year's amounts.
        let compared = |f: &Fact| f.left.starts_with(['较', '比']);
        // 每人每月600元, 月人均600元 have two counts.
        let twice =
            |f: &Fact| f.left.matches('每').count() > 1 || f.left.mentions_any(&["月人均", "人均每月", "人均月"]);
        let fact = scope.facts.get(id).filter(|f| f.is_level())?;
        let per = Per::of(&fact.left).filter(|_| !compared(fact) && !twice(fact))?;
        let item =
            per.item.trim_start_matches("平均").trim_start_matches('的').trim_end_matches(['为', '达', '约', '是']);
        let item = Some(normalize(item)).filter(|item| !item.is_empty()).or_else(|| reckoned(scope, id));
        Some(Self { id, fact, per, item: item.unwrap_or_default() })
    }

    /// Whether the words say that it was reckoned from what stands beside it; 每亩120元 may be what is to be paid.
    fn is_told(&self) -> bool {
        self.per.average && self.per.each.chars().count() <= EACH
    }

    /// Whether an amount counts what the average is spread over: 355人次, 教学班42个.
    fn is_count(&self, other: &Fact) -> bool {
        let unit = other.figure.unit.base.as_str();
        if other.figure.unit.dimension != Dimension::Count || other.is_like(self.fact) {
            return false;
        }
        if unit != "个" {
            return self.per.is_counted_in(unit);
        }
        // 平均每个项目: the unit with what it counts; 17个行政村平均每村
        // 297862个家庭户和4081个集体户，每个家庭户平均2.43人: the words before a number may belong to the one before it.
        let own = |noun: &str| other.left.contains(noun) && !other.left.ends_with(['和', '与', '及']);
        let named = self.per.noun(unit).map(|noun| own(noun) || other.right.starts_with(noun));
        let behind = other.right.split("平均").next().is_some_and(|counted| counted.ends_with(self.per.each));
        named.unwrap_or_else(|| self.per.is_counted_in(unit)) || behind || other.left.ends_with(self.per.each)
    }

    /// Whether an amount can be what is spread: like the average, and of its item where that is named.
    fn is_total(&self, other: &Fact) -> bool {
        other.is_like(self.fact) && (self.item.is_empty() || self.names(other))
    }

    /// 年末常住人口312.87万人，人均生产总值39102元: a population is taken at its mean of the year, which is printed nowhere.
    fn is_of_year(&self, scope: &Scope, count: usize) -> bool {
        scope.facts.get(count).is_some_and(|f| f.left.mentions("人口"))
            || self.fact.left.mentions_any(&["生产总值", "GDP", "可支配"])
    }

    fn equation(&self, count: usize, total: usize) -> Equation {
        Equation::Product { factors: vec![self.id, count], per: None, result: total }
    }

    fn relation(&self, scope: &Scope, count: usize, total: usize) -> Relation {
        let range = scope.facts.span(&[self.id, count, total]);
        relation("B09", Kind::Ratio, self.equation(count, total), range)
    }

    fn names(&self, other: &Fact) -> bool {
        agree(&other.label.key, &self.item) || likeness(&other.label.key, &self.item) >= 1
    }
}

/// States what an average says of the amounts before it.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) {
    let Some(average) = Average::new(scope, id) else { return };
    let near = reach(scope, id);
    let (counts, totals) = (counts(scope, &average, &near), totals(scope, &average, &near));
    // 按在校学生2969人计算: what the bracket says comes before what would fit.
    let said = counts.iter().copied().filter(|c| *c > id).gather();
    if !said.is_empty() && judge(scope, &average, &said, &totals, out) {
        return;
    }
    if !judge(scope, &average, &counts, &totals, out)
        && average.is_told()
        && let Some((count, total)) = behind(scope, &average)
    {
        out.relation(average.relation(scope, count, total));
    }
}

/// 日均清运145吨，全年按365天计算共清运5.29万吨: what the average is multiplied with stands right behind it, and then the total.
fn behind(scope: &Scope, average: &Average) -> Option<(usize, usize)> {
    let (facts, count) = (scope.facts, average.id + 1);
    let beside =
        |id: usize| facts.get(id).filter(|f| f.figure.is_plain() && f.place.segment == average.fact.place.segment);
    let total = beside(count + 1).filter(|f| f.is_level() && f.is_like(average.fact) && f.left.contains('共'))?;
    beside(count).filter(|f| average.is_count(f) && f.place.depth == total.place.depth)?;
    Some((count, count + 1))
}

/// States the one pair that fits, that the words leave alone, or that a slip keeps from fitting; whether there was one.
fn judge(scope: &Scope, average: &Average, counts: &[usize], totals: &[usize], out: &mut Sink) -> bool {
    let equation = |count: usize, total: usize| average.equation(count, total);
    let pairs = || counts.iter().flat_map(|c| totals.iter().map(move |t| (*c, *t)));
    let mut fitting: Vec<(usize, usize)> = pairs().filter(|(c, t)| scope.fits(&equation(*c, *t))).gather();
    // What is said twice is one amount, and the nearest mention is meant.
    let value = |id: usize| scope.facts.base_value(id);
    fitting.dedup_by(|later, first| value(later.0) == value(first.0) && value(later.1) == value(first.1));
    // 月人均养老金2862元: an amount of another name in another sentence is as likely chance as a slip.
    let near = |c: usize, t: usize| {
        let sentence = |id: usize| scope.facts.get(id).map(|f| f.place.sentence);
        // 公用经费 is 公用支出.
        let head: String = average.item.chars().take(2).collect();
        let named = |f: &Fact| !average.item.is_empty() && (average.names(f) || f.left.contains(&head));
        let beside = sentence(t) == sentence(average.id) || average.item.is_empty() && sentence(t) == sentence(c);
        beside || scope.facts.get(t).is_some_and(named)
    };
    let slip = || {
        let told = |(c, t): (usize, usize)| near(c, t) && !is_of_part(scope, average.fact, c);
        let mut slips = pairs().filter(|pair| told(*pair) && scope.is_likely_slip(&equation(pair.0, pair.1)));
        slips.next().map(|pair| (pair, false))
    };
    let bound = || bound(scope, average, counts, totals).filter(|_| average.is_told());
    let slip =
        || if average.is_told() { slip() } else { shifted(scope, average, counts, totals).map(|pair| (pair, false)) };
    let chosen = match (fitting.as_slice(), bound()) {
        ([one], _) if average.fact.figure.digits() >= 2 => Some((*one, true)),
        (many, Some(pair)) if many.contains(&pair) || many.is_empty() => Some((pair, true)),
        ([], None) => slip(),
        _ => None,
    };
    // 36场次4280人次，场均119人次: an average of whole people is rounded, which a product of counts is not.
    let loose = |pair: (usize, usize)| {
        let figure = &average.fact.figure;
        let people = figure.unit.is_whole() && figure.places == 0;
        let whole = people && is_rounded(scope, (average.id, average.fact), pair);
        // 救助23445人次，年人均救助328元: in a year one person may come more than once.
        let often = scope.facts.get(pair.0).is_some_and(|f| f.figure.unit.base == "人次");
        let visits = often && average.per.each == "人" && average.fact.left.mentions_any(&["年人均", "年均"]);
        // 安排资金120万元：护理补贴惠及200人，人均1500元；…: behind a colon it is of an item, which may have no amount.
        let listed = |id: usize| scope.facts.get(id).is_some_and(|f| scope.facts.text.at(f.range.end) == Some('：'));
        whole
            || listed(pair.1) && pair.0 > pair.1
            || visits
            || average.is_of_year(scope, pair.0)
            || is_one_of_row(scope, pair.0)
    };
    if chosen.is_some_and(|(pair, _)| loose(pair) && !scope.fits(&equation(pair.0, pair.1))) {
        return true;
    }
    if let Some((pair, sure)) = chosen {
        out.relation(Relation { sure, ..average.relation(scope, pair.0, pair.1) });
    }
    chosen.is_some()
}

/// 抽检5040批次，…抽检费用252万元，每批次5000元: a count and a total among the nearest, which a power of ten keeps from agreeing.
fn shifted(scope: &Scope, average: &Average, counts: &[usize], totals: &[usize]) -> Option<(usize, usize)> {
    let pairs = counts.iter().take(NEAREST).flat_map(|c| totals.iter().take(NEAREST).map(move |t| (*c, *t)));
    pairs.into_iter().find(|(count, total)| scope.is_shifted(&average.equation(*count, *total)))
}

/// The count and the total where the words leave no other: both in the segment of the average, 其中 before both, or explained behind it.
fn bound(scope: &Scope, average: &Average, counts: &[usize], totals: &[usize]) -> Option<(usize, usize)> {
    let facts = scope.facts;
    let beside = |id: &usize| facts.get(*id).is_some_and(|f| f.place.segment == average.fact.place.segment);
    let total = totals.iter().copied().find(|t| beside(t) && facts.get(*t).is_some_and(|f| average.is_total(f)))?;
    let mut near = counts.iter().copied().filter(beside);
    let count = near.next()?;
    let among = count + 1 == total && facts.get(count)?.left.starts_with("其中");
    (count > total || among || near.next().is_none()).then_some((count, total))
}
