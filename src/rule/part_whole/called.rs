//! A04: a total that counts and names what it takes together: 教育、社会保障和就业、卫生健康三项支出合计245,132万元.

use super::counted::{ITEMS, count};
use super::items::said_number;
use super::named::{TOTALS, stated};
use super::{kind_of, relation, sum};
use crate::gather::Gather;
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// States the total of as many items as it counts, each of which its words name; whether they name that many.
pub(super) fn state(scope: &Scope, whole: usize, out: &mut Sink) -> bool {
    let Some((names, tail)) = said(scope, whole) else { return false };
    let one = |name: &&str| stated(scope, &[*name, tail].concat(), whole).or_else(|| stated(scope, name, whole));
    let Some(parts): Option<Vec<usize>> = names.iter().map(one).gather_all() else { return false };
    let equation = sum(&parts, whole);
    if scope.fits(&equation) || scope.is_stated_slip(&equation) {
        let range = scope.facts.span(&equation.all());
        out.relation(relation("A04", kind_of(scope, whole), equation, range, true));
    }
    true
}

/// The names before a total that says how many there are, and what each of them is called besides: 支出 of 三项支出合计.
fn said<'a>(scope: &'a Scope, whole: usize) -> Option<(Vec<&'a str>, &'a str)> {
    let total = scope.facts.get(whole)?;
    if !total.left.ends_with_any(&TOTALS) {
        return None;
    }
    let head = TOTALS.iter().find_map(|word| total.left.strip_suffix(word))?;
    // 三项 may be read as a number of its own.
    if let (Some(count), Some(number)) = (count(scope, whole), scope.facts.get(whole - 1)) {
        let clause = scope.facts.clauses.clauses().get(number.place.clause)?.start;
        return Some((names(scope.facts.text.words(clause..number.range.start), count)?, head));
    }
    let kind = |kind: &&str| {
        let (before, tail) = head.rsplit_once(*kind)?;
        let number = before.chars().next_back()?;
        Some((names(before.strip_suffix(number)?, said_number(number)?)?, tail))
    };
    ITEMS.iter().find_map(kind)
}

/// So many names: 社会保障和就业 is one of three where 、 parts them, and two of them where only 和 does.
fn names(words: &str, count: usize) -> Option<Vec<&str>> {
    let mut names: Vec<&str> = words.split('、').gather();
    if names.len() + 1 == count
        && let Some((one, other)) = names.last().and_then(|last| last.rsplit_once(['和', '及', '与']))
    {
        names.pop();
        names.extend([one, other]);
    }
    (names.len() == count && count >= 2 && names.iter().all(|name| name.chars().count() >= 2)).then_some(names)
}
