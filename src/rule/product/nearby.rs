//! V16 without its words: a price, a count and a total that stand near each other and fit, or leave no other reading.

use super::RULE;
use crate::catalog::per::Per;
use crate::fact::Fact;
use crate::gather::Gather;
use crate::number::Dimension;
use crate::relation::{Equation, Kind, Relation, Source};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// A price says what it is the price of: 每股发行价格19.70元, 单价0.45万元.
fn is_price(fact: &Fact) -> bool {
    const PRICES: [&str; 15] = [
        "单价",
        "每股",
        "发行价",
        "价格",
        "每套",
        "每台",
        "每辆",
        "每亩",
        "每吨",
        "每户",
        "每人",
        "每桶",
        "每公斤",
        "人均",
        "户均",
    ];
    let money = fact.figure.unit.dimension == Dimension::Money;
    // 每人每月2200元, 人均每月2200元: there are two counts, or the time beside one.
    let twice = || fact.left.matches(['每', '均']).count() > 1;
    // Hardly any words say one at all.
    let said = || (fact.is_for_each() || fact.left.mentions("价")) && fact.left.mentions_any(&PRICES);
    let priced = || said() || fact.figure.unit.base.contains('/');
    fact.is_level() && fact.figure.is_plain() && money && priced() && !twice()
}

/// The same of any thing: 每村10万元.
fn is_price_of(fact: &Fact) -> bool {
    is_price(fact) || fact.left.contains('每') && fact.figure.unit.dimension == Dimension::Money && fact.is_level()
}

/// Whether a count is of what a price is by its words for each: 户均 of households, 每亩 of 亩.
fn is_counted(price: &Fact, count: &Fact) -> bool {
    Per::of(&price.left).is_none_or(|per| per.is_counted_in(&count.figure.unit.base))
}

/// 单价分别为4.5元、3.2元、2.1元: prices in a row have counts in a row, and one of them with any count is chance.
fn is_in_row(scope: &Scope, price: usize) -> bool {
    scope.facts.row(price).len() > 1
}

/// Whether the words of an amount make it a total.
fn is_totalled(fact: &Fact) -> bool {
    ["共", "合计", "总计", "计"].iter().any(|w| fact.left.starts_with(w) || fact.left.ends_with(w))
}

pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    for price in facts.pick(0..facts.list.len(), is_price).filter(|price| !is_in_row(scope, *price)) {
        let Some(per) = facts.get(price) else { continue };
        // A product of zero says nothing of its factors.
        let near = |f: &Fact| {
            f.is_level() && f.figure.is_plain() && !f.is_zero() && f.place.sentence.abs_diff(per.place.sentence) <= 3
        };
        let from = price.saturating_sub(12);
        let counts: Vec<usize> = facts
            .pick(from..(price + 8).min(facts.list.len()), |f| near(f) && f.figure.unit.dimension == Dimension::Count)
            .gather();
        let totals: Vec<usize> = facts
            .pick(from..(price + 12).min(facts.list.len()), |f| {
                near(f) && f.figure.unit.base == "元" && !f.is_for_each()
            })
            .gather();
        let equation =
            |count: usize, total: usize| Equation::Product { factors: vec![price, count], per: None, result: total };
        let pairs: Vec<(usize, usize)> = counts
            .iter()
            .flat_map(|c| totals.iter().map(move |t| (*c, *t)))
            .filter(|(c, t)| c != t && *c != price && *t != price)
            .filter(|(c, _)| facts.get(*c).is_some_and(|count| is_counted(per, count)))
            .gather();
        let fitting = pairs.iter().copied().find(|(c, t)| scope.fits(&equation(*c, *t)));
        // 20台，单价0.45万元，共9万元: one count and one total in one sentence leave no other reading.
        let here: Vec<(usize, usize)> = pairs.iter().copied().filter(|pair| is_here(scope, price, *pair)).gather();
        let single = match here.as_slice() {
            [pair] => Some(*pair),
            _ => None,
        };
        let only =
            single.filter(|(_, t)| facts.get(*t).is_some_and(is_totalled)).or_else(|| average(scope, price, &pairs));
        let only = only.or_else(|| in_turn(scope, price, &pairs));
        // 每村10万元…，另按每人15元补助，…共228.9万元: several prices make a total together.
        let others =
            facts.pick(super::reach(facts.in_sentence(per.place.sentence).start, price), is_price_of).next().is_some();
        let (only, single) = if others { (None, None) } else { (only, single) };
        if let Some((count, total)) = fitting.or(only) {
            out.relation(relation(scope, price, (count, total), true));
        } else if let Some(pair) =
            single.filter(|(c, t)| scope.is_slip(&equation(*c, *t))).or_else(|| paid(scope, price, &pairs))
        {
            // No word says that this is the total, only the figures do.
            out.relation(relation(scope, price, pair, false));
        }
    }
}

/// Whether a count and a total stand in the sentence of a price, the total behind it. 按每亩10元安排，…，实际需要每亩16元，共48万元: a total is of
/// the price right before it.
fn is_here(scope: &Scope, price: usize, (count, total): (usize, usize)) -> bool {
    let facts = scope.facts;
    let (Some(per), Some(c), Some(t)) = (facts.get(price), facts.get(count), facts.get(total)) else { return false };
    let beside = [c, t].iter().all(|f| f.place.sentence == per.place.sentence);
    beside && total > price && facts.pick(price + 1..total, is_price_of).next().is_none()
}

/// 每亩补贴105元，按40160亩计，发放4216800元: price, count and total in turn, where the count stands in 按…计 and a slip is all that is amiss.
fn in_turn(scope: &Scope, price: usize, pairs: &[(usize, usize)]) -> Option<(usize, usize)> {
    let facts = scope.facts;
    let pair = (price + 1, price + 2);
    let (per, count, total) = (facts.get(price)?, facts.get(pair.0)?, facts.get(pair.1)?);
    let told = count.left.starts_with('按') && count.right.ends_with('计');
    let clauses = (per.place.clause + 1, per.place.clause + 2) == (count.place.clause, total.place.clause);
    let beside = per.place.segment == total.place.segment && clauses;
    let equation = Equation::Product { factors: vec![price, pair.0], per: None, result: pair.1 };
    let slip = || scope.is_stated_slip(&equation) || scope.is_shifted(&equation);
    (told && beside && pairs.contains(&pair) && slip()).then_some(pair)
}

/// 奖励对象1850人，人均960元，发放177.6万元: count, price and what was paid in turn, where a slip is all that is amiss.
fn paid(scope: &Scope, price: usize, pairs: &[(usize, usize)]) -> Option<(usize, usize)> {
    const PAID: [&str; 7] = ["发放", "兑付", "兑现", "支付", "拨付", "补助", "支出"];
    let facts = scope.facts;
    let pair = (price.checked_sub(1)?, price + 1);
    let (count, per, total) = (facts.get(pair.0)?, facts.get(price)?, facts.get(pair.1)?);
    let clauses = (count.place.clause + 1, per.place.clause + 1) == (per.place.clause, total.place.clause);
    let beside = count.place.segment == total.place.segment && clauses;
    let equation = Equation::Product { factors: vec![price, pair.0], per: None, result: pair.1 };
    let slip = || scope.is_likely_slip(&equation) || scope.is_shifted(&equation);
    let said = total.left.trim_start_matches(['共', '已']).starts_with_any(&PAID);
    (said && beside && pairs.contains(&pair) && slip()).then_some(pair)
}

/// 60人支出48万元，人均0.8万元: a sentence with one count of those whom the average is of, one amount and the average.
fn average(scope: &Scope, price: usize, pairs: &[(usize, usize)]) -> Option<(usize, usize)> {
    let facts = scope.facts;
    let per = facts.get(price)?;
    let of: &[&str] = match per.left.trim_end_matches(['为', '约']) {
        "人均" => &["人", "名", "位"],
        "户均" => &["户", "家"],
        _ => return None,
    };
    let sentence = facts.in_sentence(per.place.sentence);
    let all = facts.pick(sentence.clone(), |f| f.is_amount()).count();
    let mut fits = pairs.iter().copied().filter(|(c, t)| {
        let counted = facts.get(*c).is_some_and(|f| of.contains(&f.figure.unit.base.as_str()));
        let clause = |id: usize| facts.get(id).map(|f| f.place.clause);
        counted && clause(*c) == clause(*t) && sentence.contains(c) && sentence.contains(t) && c.max(t) < &price
    });
    fits.next().filter(|_| all == 3)
}

fn relation(scope: &Scope, price: usize, (count, total): (usize, usize), sure: bool) -> Relation {
    Relation {
        rule: RULE.name,
        cue: "V16",
        kind: Kind::Product,
        source: Source::Asserted,
        equation: Equation::Product { factors: vec![price, count], per: None, result: total },
        range: scope.facts.span(&[price, count, total]),
        sure,
        warning: "W02",
    }
}
