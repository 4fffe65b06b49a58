//! V16 with more than a price and a quantity: 每生每天5元、195天、1640人; 每10股派2.10元.

use super::{RULE, is_total};
use crate::catalog::per::Per;
use crate::fact::{Fact, Facts};
use crate::gather::Gather;
use crate::number::Dimension;
use crate::relation::{Equation, Kind, Relation, Source};
use crate::rule::{Scope, Sink};

/// States both.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let price = |f: &Fact| f.is_level() && f.figure.is_plain() && !f.is_zero();
    for id in facts.pick(0..facts.list.len(), price) {
        let Some(fact) = facts.get(id) else { continue };
        let (per, factors) = match id.checked_sub(1).filter(|per| facts.get(*per).is_some_and(is_per)) {
            Some(per) => (Some(per), lot(facts, per, id)),
            None => (None, counts(facts, id, fact)),
        };
        let (Some(first), Some(last)) = (factors.first().copied(), factors.last().copied()) else { continue };
        let like = |f: &Fact| f.is_level() && f.figure.is_plain() && f.is_like(fact) && !f.is_zero();
        let is_yearly = fact.left.ends_with("每年");
        let sentence = facts.in_sentence(fact.place.sentence);
        // 每人每年960元，享受620人；另发放45万元: what another part of the sentence tells is no product of these.
        let beside = |f: &Fact| !is_yearly || f.place.segment == fact.place.segment;
        let behind = facts.pick(last.max(id) + 1..sentence.end, |f| like(f) && beside(f)).next();
        // 发放223.2万元，惠及1,240人，每人每年1,800元
        let ahead = || facts.pick(sentence.start..first.min(id), like).next_back().filter(|_| is_yearly);
        let Some(result) = behind.or_else(ahead) else { continue };
        let factors = [vec![id], factors].concat();
        let equation = Equation::Product { factors, per, result };
        // Of those who get so much a year some come or go within it.
        let said = !is_yearly
            && facts.get(result).is_some_and(|f| is_total(f) || f.left.starts_with("应") || f.left.starts_with("合计"));
        if said || scope.fits(&equation) || scope.is_likely_slip(&equation) {
            let range = facts.span(&equation.all());
            let (rule, kind, source) = (RULE.name, Kind::Product, Source::Asserted);
            out.relation(Relation { rule, cue: "V16", kind, source, equation, range, sure: said, warning: "W01" });
        }
    }
}

/// 每10股: how many a price is for.
fn is_per(fact: &Fact) -> bool {
    fact.left.ends_with('每') && fact.figure.unit.dimension == Dimension::Count && fact.figure.is_plain()
}

/// The only other amount of the lots behind a price.
fn lot(facts: &Facts, per: usize, price: usize) -> Vec<usize> {
    let Some(lot) = facts.get(per) else { return Vec::new() };
    // 每10股派末期息1.6元，每10股全年派息3元: what another price is for is no lot.
    let like = |f: &Fact| f.is_level() && f.figure.is_plain() && f.is_like(lot) && !is_per(f);
    let found: Vec<usize> = facts.pick(price + 1..facts.in_sentence(lot.place.sentence).end, like).gather();
    if found.len() == 1 { found } else { Vec::new() }
}

/// 每生每天: one count for each 每 but 每年, which is this one, in the rest of the sentence or, where it was told first, before the price.
fn counts(facts: &Facts, price: usize, fact: &Fact) -> Vec<usize> {
    let sentence = facts.in_sentence(fact.place.sentence);
    let each = Some(&fact.left).filter(|_| fact.is_for_each());
    let named: Vec<&str> = each.into_iter().flat_map(|words| words.split('每').skip(1)).gather();
    if named.len() < 2 {
        return Vec::new();
    }
    let of = |words: &&str| {
        let each = Per { each: words, item: "", average: false };
        let counted = |f: &Fact| {
            let counts = f.is_level() && f.figure.is_plain() && f.figure.unit.dimension == Dimension::Count;
            counts && each.is_counted_in(&f.figure.unit.base)
        };
        // 发放9850人，每人每年960元，计945.6万元；特别扶助612人: those of another part of the sentence are others.
        let before =
            || facts.get(price.checked_sub(1)?).filter(|f| counted(f) && f.place.segment == fact.place.segment);
        let beside = |f: &Fact| counted(f) && (f.place.segment == fact.place.segment || before().is_none());
        facts
            .pick(price + 1..sentence.end, beside)
            .next()
            .or_else(|| facts.pick(sentence.start..price, counted).next_back())
    };
    let named: Vec<&str> = named.into_iter().filter(|words| *words != "年").gather();
    let mut found: Vec<usize> = named.iter().map_while(of).gather();
    let complete = found.len() == named.len();
    crate::order::by_key(&mut found, |item| *item);
    found.dedup();
    if complete && found.len() == named.len() { found } else { Vec::new() }
}
