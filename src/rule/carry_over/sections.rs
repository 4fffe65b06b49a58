//! F02 over sections: the first section gives the total, later ones what it is made of.

use super::{Entry, Item, entry, only, relation, terms};
use crate::fact::{Fact, Facts};
use crate::gather::Gather;
use crate::relation::{Equation, Relation};
use crate::rule::{Scope, Sink};

/// States both sides of a document that gives its totals once and its items elsewhere.
pub(super) fn state(scope: &Scope, all: &[Entry], out: &mut Sink) {
    side(scope, all, Item::Revenue, Item::RevenueTotal, out);
    side(scope, all, Item::Expenditure, Item::ExpenditureTotal, out);
    whole_balance(scope, all, out);
}

/// F01: （一）收入合计…，年初结转…。（二）支出合计…，年末结转…: the balance of a document that gives each of its four amounts once.
fn whole_balance(scope: &Scope, all: &[Entry], out: &mut Sink) {
    let find = |item: Item| settled(scope.facts, all, &[item]);
    let (Some(opening), Some(revenue), Some(expenditure), Some(closing)) =
        (find(Item::Opening), find(Item::Revenue), find(Item::Expenditure), find(Item::Closing))
    else {
        return;
    };
    let known = |r: &Relation| [opening, revenue, expenditure].iter().all(|e| r.equation.all().contains(&e.fact));
    if out.stated_by(super::RULE.name).any(known) {
        return;
    }
    let equation = Equation::Sum {
        parts: terms(&[Some(opening), Some(revenue), find(Item::Reserve)]),
        whole: terms(&[Some(expenditure), find(Item::Distribution), Some(closing)]),
    };
    if scope.fits(&equation) || scope.is_slip(&equation) {
        out.relation(relation(scope, "F01", equation, false));
    }
}

fn side(scope: &Scope, all: &[Entry], year: Item, whole: Item, out: &mut Sink) {
    let facts = scope.facts;
    let paragraph = |e: Entry| facts.get(e.fact).map(|f| f.place.paragraph);
    let Some(total) = settled(facts, all, &[whole, Item::BothTotals]) else { return };
    let Some(own) = settled(facts, all, &[year]).filter(|own| paragraph(*own) != paragraph(total)) else { return };
    let section: Vec<Entry> = all.iter().copied().filter(|e| paragraph(*e) == paragraph(own)).gather();
    if section.iter().any(|e| e.item == whole) {
        return;
    }
    let [used, kept] =
        if year == Item::Revenue { [Item::Reserve, Item::Opening] } else { [Item::Distribution, Item::Closing] };
    let aside = aside(facts, total);
    let find = |item: Item| only(&section, item).or_else(|| only(&aside, item));
    let Some(carried) = find(kept) else { return };
    let parts = terms(&[Some(own), find(used), Some(carried)]);
    let equation = Equation::Sum { parts, whole: terms(&[Some(total)]) };
    if scope.fits(&equation) || scope.is_stated_slip(&equation) {
        out.relation(relation(scope, "F02", equation, true));
    }
}

/// The first amount of some items, of all funds together, where the document gives them no other.
fn settled(facts: &Facts, all: &[Entry], items: &[Item]) -> Option<Entry> {
    let mut found = all.iter().filter(|e| e.fund.is_none() && items.contains(&e.item));
    let first = *found.next()?;
    let value = facts.base_value(first.fact);
    found.all(|e| facts.base_value(e.fact) == value).then_some(first)
}

/// 收入总计726万元（含年初结转和结余26万元）: what the bracket behind a total says that it holds.
fn aside(facts: &Facts, total: Entry) -> Vec<Entry> {
    let Some(fact) = facts.get(total.fact) else { return Vec::new() };
    let inside = |f: &Fact| f.place.bracket == Some(fact.range.end) && f.is_level() && f.figure.is_plain();
    let end = facts.in_sentence(fact.place.sentence).end;
    facts.pick(total.fact + 1..end, inside).filter_map(|id| entry(facts.get(id)?, id, facts.year)).gather()
}
