//! Items of a functional class against the class's own amount: 社会保障和就业支出（类）754.75 = Σ of its 款项 items.
//!
//! 预算法实施条例 第六条 has expenditure disclosed to the 项, so a document that lists all items lets every class be added up.

use super::{kind_of, leaves_one_out, relation, sum};
use crate::fact::{Fact, Measure, PerFact};
use crate::gather::{Gather, SortedMap};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// An item paragraph's class and its heads by measure.
struct Item<'a> {
    class: &'a str,
    heads: Vec<usize>,
}

/// The items of a class and the amounts that it comes to.
#[derive(Default)]
struct Class<'a> {
    items: Vec<&'a Item<'a>>,
    wholes: Vec<usize>,
}

/// States the sum of every class that is stated and itemised.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let mut items: Vec<Item> = Vec::new();
    for (index, p) in facts.text.paragraphs().iter().enumerate().filter(|(_, p)| p.marker.is_some()) {
        let words = facts.text.words(p.range.start..p.range.end.min(p.range.start + 80));
        let Some((class, rest)) = words.split_once("（类）") else { continue };
        if rest.mentions("（款）") && rest.mentions("（项）") {
            let heads = |paragraph: usize| -> Vec<usize> {
                let level = |f: &Fact| f.is_level() && f.figure.is_plain() && f.place.depth == 0;
                facts.pick(facts.in_paragraph(paragraph), level).gather()
            };
            // 1.…（项）。↵年初预算为…: the amounts of an item may have a paragraph of their own.
            let own = Some(heads(index)).filter(|own| !own.is_empty());
            items.push(Item { class: name(class), heads: own.unwrap_or_else(|| heads(index + 1)) });
        }
    }
    if items.len() < 2 {
        return;
    }
    let mut inside: PerFact<bool> = PerFact::default();
    items.iter().flat_map(|item| item.heads.iter()).for_each(|id| *inside.at(*id) = true);
    let mut classes: SortedMap<&str, Class> = SortedMap::new();
    items.iter().for_each(|item| classes.entry(item.class).or_default().items.push(item));
    for id in scope.levels(|_| true) {
        let Some(fact) = facts.get(id) else { continue };
        let before = fact.range.start.saturating_sub(6)..fact.range.start;
        // 农林水支出2116.92万元，占68.39%: without the mark of a class only its very name tells it.
        let marked = facts.text.slice(before.clone()).contains(&'类')
            && without(facts.text.words(before).trim_end_matches('为'), "支出").ends_with_any(&["（类）", "（类）”"]);
        if !marked && inside.is_set(id) {
            continue;
        }
        if let Some(class) = classes.get_mut(name(if marked { &fact.left } else { &fact.label.words })) {
            class.wholes.push(id);
        }
    }
    for Class { items, wholes } in classes.into_values() {
        for whole in wholes {
            let Some(total) = facts.get(whole) else { continue };
            let column: Option<Vec<usize>> = items.iter().map(|i| head(scope, i, total)).gather_all();
            if let Some(parts) = column.filter(|c| !c.is_empty() && !c.contains(&whole)) {
                let equation = sum(&parts, whole);
                // A class that all its items but one make left that one out.
                let sure = scope.fits(&equation) || parts.len() > 1 && scope.is_likely_slip(&equation);
                if sure || parts.len() > 2 && leaves_one_out(scope, &parts, whole) {
                    out.relation(relation("A10", kind_of(scope, whole), equation, total.range.clone(), sure));
                }
            }
        }
    }
}

/// The head of an item that gives the measure of the whole; a whole of an outturn section says nothing of measures.
fn head(scope: &Scope, item: &Item, total: &Fact) -> Option<usize> {
    let of = |measure: Measure| {
        item.heads
            .iter()
            .copied()
            .find(|id| scope.facts.get(*id).is_some_and(|f| f.measure == measure && f.is_like(total)))
    };
    match total.measure {
        Measure::Unstated => of(Measure::Outturn).or_else(|| of(Measure::Unstated)),
        measure => of(measure),
    }
}

/// A class by its name alone: 农林水 of 6.农林水支出（类） and of 农林水（类）支出为.
fn name(words: &str) -> &str {
    let words =
        words.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | '、' | '“' | '”' | '（' | '）'));
    without(without(without(words.trim_end_matches('为'), "支出"), "（类）"), "支出")
}

/// Words without a word that they end in.
fn without<'a>(words: &'a str, end: &str) -> &'a str {
    let mut words = words;
    while let Some(head) = words.strip_suffix(end) {
        words = head;
    }
    words
}
