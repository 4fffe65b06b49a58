//! Which figures of a report are the inputs of indicators (取数): 在职人员数, 年初预算数, “三公”经费决算数 …
//!
//! A figure is taken only where the report leaves no doubt. Of several values the one that is stated most often is meant;
//! where that does not decide, none is taken, and the user is asked.

mod amount;
mod budget;
mod people;
mod scope;

use crate::catalog::input::{INPUTS, Input};
use crate::fact::{Fact, Facts, Role};
use crate::gather::{Gather, SortedMap};
use crate::number::Decimal;
use crate::number::Exact;
use crate::number::format::{fixed, plain, quotient};
use crate::report::{IndicatorInput, InputSource};

/// Reads the inputs, in the order of the catalog.
pub(super) fn inputs(facts: &Facts) -> Vec<IndicatorInput> {
    let plans = scope::only_plans(facts);
    let shelf = amount::Shelf::new(facts);
    let budgets = budget::budgets(facts, plans);
    let found = |input: &Input| {
        let ids = match input.key {
            "staff" => people::staff(facts),
            "posts" => people::posts(facts),
            key => match budgets.iter().find(|(name, _)| *name == key) {
                Some((_, id)) => vec![*id],
                None => shelf.amount(input, plans).into_iter().gather(),
            },
        };
        shown(facts, input, &ids)
    };
    INPUTS.iter().filter_map(found).gather()
}

/// An input as the report shows it: one figure, or several of one unit that were added up.
fn shown(facts: &Facts, input: &Input, ids: &[usize]) -> Option<IndicatorInput> {
    let read: Vec<&Fact> = ids.iter().filter_map(|id| facts.get(*id)).gather();
    let unit = &read.first()?.figure.unit;
    let value = sum(&read, |fact| Some(fact.figure.value))?;
    let places = read.iter().map(|fact| fact.figure.places).max()?;
    let ends = ids.iter().zip(&read).map(|(id, fact)| {
        // 0万元 says that there is nothing.
        fact.figure.interval(if fact.is_zero() { Decimal::ZERO } else { facts.document_half(*id) })
    });
    let ends = ends.gather_all()?.into_iter().try_fold(None, |all, one| match all {
        None => Some(Some(one)),
        Some(all) => one.plus(all).map(Some),
    })??;
    let end = |base: Decimal| quotient(base, unit.scale).map(plain);
    let words: Vec<String> = read.iter().map(|fact| fixed(fact.figure.value, fact.figure.places)).gather();
    let value = fixed(value, places);
    let working = (words.len() > 1).then(|| [&words.join(" + "), " = ", &value].concat());
    Some(IndicatorInput {
        key: input.key.to_owned(),
        name: input.name.to_owned(),
        value,
        least: end(ends.least)?,
        most: end(ends.most)?,
        unit: unit.name.clone(),
        source: InputSource::Report,
        figure: ids.first().map(|id| *id as u32),
        figures: ids.iter().map(|id| *id as u32).gather(),
        working,
    })
}

fn sum(facts: &[&Fact], value: fn(&Fact) -> Option<Decimal>) -> Option<Decimal> {
    facts.iter().try_fold(Decimal::ZERO, |all, fact| all.plus(value(fact)?))
}

/// A stated amount or number, printed as it is.
fn is_stated(fact: &Fact) -> bool {
    fact.is_amount() && fact.figure.is_plain() && matches!(fact.role, Role::Level | Role::To)
}

/// The first figure with the value that is stated most often; none where several are stated equally often.
fn settled(facts: &Facts, ids: &[usize]) -> Option<usize> {
    let mut stated: SortedMap<Decimal, (usize, usize)> = SortedMap::new();
    for id in ids {
        if let Some(value) = facts.base_value(*id) {
            stated.entry(value).or_insert((*id, 0)).1 += 1;
        }
    }
    let most = stated.values().map(|(_, count)| *count).max()?;
    stated.values().filter(|(_, count)| *count == most).single().map(|(id, _)| *id)
}

/// The same of those that pass a test: among the words, and only where they state none among the cells of tables.
fn settled_in_words_first(facts: &Facts, ids: &[usize], test: impl Fn(&Fact) -> bool) -> Option<usize> {
    let passing = |in_cell: bool| -> Vec<usize> {
        let test = |id: &usize| facts.get(*id).is_some_and(|fact| fact.cell.is_some() == in_cell && test(fact));
        ids.iter().copied().filter(test).gather()
    };
    let words = passing(false);
    settled(facts, &if words.is_empty() { passing(true) } else { words })
}
