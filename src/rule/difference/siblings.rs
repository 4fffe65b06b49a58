//! C15: one item against another: 秋季学期4120人次、春季学期3860人次，秋季学期比春季学期多260人次; 三季度比二季度多24.1万次.

use super::{RULE, movement, relation};
use crate::fact::{Fact, Measure, Period, agree, normalize};
use crate::gather::Gather;
use crate::relation::{Kind, Reason};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// How many figures back an item is looked for.
const REACH: usize = 60;
/// How many amounts of a name are asked.
const MOST: usize = 4;
/// The quarters of a year.
const QUARTERS: [&str; 4] = ["一季度", "二季度", "三季度", "四季度"];
/// Words of a row of all four.
const ROWS: [&str; 3] = ["一至四季度", "四个季度", "各季度"];

/// Whether the words of a comparison name an item, not a time, a budget or a plan.
pub(super) fn names_item(phrase: &str) -> bool {
    Period::of(phrase) == Period::Unstated
        && Measure::of(phrase) == Measure::Unstated
        && (quarter(phrase).is_some() || normalize(phrase).chars().count() >= 2)
}

/// States by how much one item is more or less than another; whether the words compare two items that are printed.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) -> bool {
    let facts = scope.facts;
    let Some(fact) = facts.get(id).filter(|f| f.figure.is_plain() && names_item(&f.phrase)) else { return false };
    let Some((head, _)) = fact.left.rsplit_once(['比', '较']) else { return false };
    let subject = if head.is_empty() { subject_before(scope, fact) } else { head };
    let (now, then) = (named(scope, id, subject), named(scope, id, &fact.phrase));
    let ordinal = quarter(&fact.phrase).is_some() && quarter(subject).is_some();
    if !ordinal && (now.is_empty() || then.is_empty()) {
        return false;
    }
    let pairs = || now.iter().flat_map(|n| then.iter().map(move |t| (*n, *t))).filter(|(n, t)| n != t);
    let equation = |(now, then): (usize, usize)| movement(now, then, fact.direction, id);
    let turned = |(now, then): (usize, usize)| movement(then, now, fact.direction, id);
    let told = |pair: &(usize, usize)| scope.is_stated_slip(&equation(*pair)) || scope.fits(&turned(*pair));
    let only = || pairs().next().filter(|pair| now.len() == 1 && then.len() == 1 && told(pair));
    match pairs().find(|pair| scope.fits(&equation(*pair))).or_else(only) {
        Some(pair) => {
            let equation = equation(pair);
            let range = facts.span(&equation.all());
            out.relation(relation("C15", Kind::Difference, equation, range, true));
        }
        None => out.unchecked(RULE.name, "C15", fact.range.clone(), vec![id], Reason::Ambiguous),
    }
    true
}

/// 最大的养护占了支出的45.5%，比清扫多311万元: what the clause before a comparison without a subject speaks of.
fn subject_before<'a>(scope: &'a Scope, fact: &Fact) -> &'a str {
    let facts = scope.facts;
    let sentence = facts.clauses.sentences().get(fact.place.sentence).map_or(0, |s| s.start);
    let clause = fact.place.clause.checked_sub(1).and_then(|c| facts.clauses.clauses().get(c));
    let Some(clause) = clause.filter(|c| c.start >= sentence) else { return "" };
    let words = facts.text.words(clause.clone());
    let head = words.split_once('占').map_or("", |(head, _)| head);
    head.rsplit('的').next().unwrap_or(head)
}

/// The amounts before a change that words name, in its paragraph and of its kind.
fn named(scope: &Scope, id: usize, words: &str) -> Vec<usize> {
    let facts = scope.facts;
    let Some(fact) = facts.get(id) else { return Vec::new() };
    if let Some(at) = quarter(words) {
        return of_quarter(scope, id, at).into_iter().gather();
    }
    let key = normalize(words);
    let own = |f: &Fact| f.is_level() && f.label.own && f.is_like(fact) && f.figure.is_plain();
    let here = |f: &Fact| own(f) && !f.period.is_past(facts.year) && agree(&f.label.key, &key);
    let before = facts.in_paragraph(fact.place.paragraph).start.max(id.saturating_sub(REACH))..id;
    let found: Vec<usize> = facts.pick(before, here).rev().take(MOST).gather();
    let exact: Vec<usize> =
        found.iter().copied().filter(|o| facts.get(*o).is_some_and(|f| f.label.key == key)).gather();
    if exact.is_empty() { found } else { exact }
}

/// The quarter that words end with.
fn quarter(words: &str) -> Option<usize> {
    QUARTERS.iter().position(|quarter| words.ends_with(quarter))
}

/// The amount of a quarter in the paragraph: by its name, or by its place in a row of all four.
fn of_quarter(scope: &Scope, id: usize, at: usize) -> Option<usize> {
    let facts = scope.facts;
    let fact = facts.get(id)?;
    let name = QUARTERS.get(at)?;
    let before = facts.in_paragraph(fact.place.paragraph).start.max(id.saturating_sub(REACH))..id;
    let level = |f: &Fact| f.is_level() && f.is_like(fact) && f.figure.is_plain();
    let own = |f: &Fact| level(f) && f.left.trim_end_matches(['为', '是', '达']).ends_with(name);
    // 96.3万、104.8万、128.9万、106.5万次: the last names the unit of all.
    let row = |f: &Fact| f.is_level() && f.figure.is_plain() && f.left.mentions_any(&ROWS);
    facts.pick(before.clone(), own).next_back().or_else(|| {
        let first = facts.pick(before, row).next_back()?;
        let joined = |o: usize| facts.between(o, o + 1) == "、" && facts.get(o + 1).is_some_and(|f| f.is_amount());
        let last = first + QUARTERS.len() - 1;
        let all = (first..last).all(joined) && !joined(last) && facts.get(last).is_some_and(level);
        all.then_some(first + at)
    })
}
