//! W08: yuan for ten thousand yuan: 公务接待费4.57元; one item with one number in two units.

use super::{between, is_money};
use crate::fact::{Fact, Measure, Period};
use crate::gather::SortedMap;
use crate::number::format::digits;
use crate::relation::{Equation, Term};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// No item of 三公 costs less than so many yuan in a year.
const LEAST: u32 = 100;
/// Digits from which two numbers hardly agree by chance.
const TELLING: u32 = 3;

/// A number by its digits, with its item, measure and period.
type Told<'a> = ((i128, u32), &'a str, Measure, Period);

/// States both.
pub(super) fn slips(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let mut seen: SortedMap<Told, usize> = SortedMap::new();
    let yearly = |fact: &Fact| is_money(facts, fact) && !is_of_each(fact);
    for (id, fact) in facts.list.iter().enumerate().filter(|(_, fact)| yearly(fact)) {
        if fact.figure.unit.name == "元" && is_item_of_three(fact) {
            out.ask("W08", between(id, LEAST, u32::MAX));
        }
        if fact.label.key.chars().count() < 2 || fact.figure.digits() < TELLING || !fact.label.own {
            continue;
        }
        let number = digits(fact.figure.value);
        let period = fact.period.resolved(facts.year);
        let first = *seen.entry((number, &fact.label.key, fact.measure, period)).or_insert(id);
        if facts.get(first).is_some_and(|other| other.figure.unit.scale != fact.figure.unit.scale) {
            out.ask("W08", Equation::Sum { parts: vec![Term::plus(first)], whole: vec![Term::plus(id)] });
        }
    }
}

fn is_item_of_three(fact: &Fact) -> bool {
    const ITEMS: [&str; 6] =
        ["“三公”经费", "因公出国费", "公务用车购置及运行维护费", "公务用车购置费", "公务用车运行维护费", "公务接待费"];
    ITEMS.contains(&fact.label.key.as_str())
}

/// 人均80元, 每批120元: no amount of a year.
fn is_of_each(fact: &Fact) -> bool {
    fact.left.mentions_any(&["人均", "每", "标准", "均", "单价", "定额"]) || fact.right.starts_with('/')
}
