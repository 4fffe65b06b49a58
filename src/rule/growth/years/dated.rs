//! D07: the years between two amounts as the words date them: 2011年56.9万人，2018年达到210.2万人，年复合增长率20.5%, or one span for both.

use super::{digits, each};
use crate::fact::{Fact, Period};
use crate::relation::Equation;
use crate::rule::Scope;

/// Characters of which a verb that leads to an amount is made: 预计2021年达到, 增长至.
const VERB: &str = "预计约将已达到增长加至为升上降减少下";

/// Words that a rate of each year begins with.
const EACH_YEAR: [&str; 5] = ["年均", "年平均", "年复合", "复合", "年化"];

/// What joins the two years of a span.
const DASHES: &str = "至到—–-~～－";

/// How many years may lie between the two.
const STEPS: std::ops::RangeInclusive<usize> = 1..=30;

/// The growth of each year between two dated amounts of one name right before the rate.
pub(super) fn equation(scope: &Scope, id: usize, rate: &Fact) -> Option<Equation> {
    let facts = scope.facts;
    let (start, end) = (id.checked_sub(2)?, id.checked_sub(1)?);
    let (a, b) = (facts.get(start)?, facts.get(end)?);
    let plain = a.is_level() && b.is_level() && a.is_like(b) && a.figure.is_plain() && b.figure.is_plain();
    let near = a.place.sentence == rate.place.sentence && b.place.segment == rate.place.segment;
    let nameless = EACH_YEAR.iter().any(|words| rate.left.starts_with(words)) && rate.figure.unit.base == "%";
    let (_, behind) = b.left.split_once('年')?;
    let led_to = behind.chars().all(|c| VERB.contains(c));
    let (Period::Year(from), Period::Year(to)) = (a.period, b.period) else { return None };
    let steps = usize::try_from(to.checked_sub(from)?).ok().filter(|n| STEPS.contains(n))?;
    let meant = plain && near && nameless && led_to;
    meant.then(|| Equation::Compound { start: Some(start), rates: each(id, rate, steps), end })
}

/// How many years a span before the amounts of a movement has: 2013—2018年. Its first year may be the first that grew, so that none is
/// given where one step more holds.
pub(super) fn span(scope: &Scope, id: usize, holds: impl Fn(usize) -> bool) -> Option<usize> {
    let rate = scope.facts.get(id)?;
    let sentence = scope.facts.clauses.sentences().get(rate.place.sentence)?;
    let words = scope.facts.text.words(sentence.start..rate.range.start);
    let between = |(at, dash): (usize, &str)| {
        let (before, behind) = (words.get(..at)?, words.get(at + dash.len()..)?);
        let from = digits(before.trim_end_matches('年'))?;
        let to = digits(behind.split_once('年').map(|(year, _)| year).filter(|year| year.len() == 4)?)?;
        to.checked_sub(from).filter(|n| STEPS.contains(n))
    };
    let steps = words.rmatch_indices(|c| DASHES.contains(c)).find_map(between)?;
    (holds(steps) || !holds(steps + 1)).then_some(steps)
}
