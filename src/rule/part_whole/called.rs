//! A04: a total that counts and names what it takes together: 教育、社会保障和就业、卫生健康三项支出合计245,132万元.

use super::counted::count;
use super::items::said_number;
use super::named::stated;
use super::{kind_of, relation, sum};
use crate::gather::Gather;
use crate::rule::{Scope, Sink};

/// Words that say that what they name is added up.
const TOTALS: [&str; 6] = ["总计", "合计", "共计", "累计", "总额", "共"];

/// What items are counted by.
const ITEMS: [char; 4] = ['项', '类', '种', '个'];

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
    let head = TOTALS.iter().find_map(|word| total.left.strip_suffix(word))?;
    // 三项 may be read as a number of its own.
    if let (Some(count), Some(number)) = (count(scope, whole), scope.facts.get(whole - 1)) {
        let clause = scope.facts.clauses.clauses().get(number.place.clause)?.start;
        return Some((names(scope.facts.text.words(clause..number.range.start), count)?, head));
    }
    let (at, word) =
        head.char_indices().rev().find(|(at, _)| head.get(*at..).is_some_and(|rest| rest.starts_with(ITEMS)))?;
    let (before, tail) = (head.get(..at)?, head.get(at + word.len_utf8()..)?);
    let number = before.chars().next_back()?;
    let count = said_number(number)?;
    Some((names(before.strip_suffix(number)?, count)?, tail))
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
