//! A10 over sentences and paragraphs: 基金总收入309.2亿元…。↵职工基金收入207.9亿元…。↵居民基金收入101.3亿元: amounts that end in the words of
//! a whole before.

use super::{kind_of, relation, sum};
use crate::fact::Fact;
use crate::gather::{Gather, SortedMap};
use crate::rule::{Scope, Sink};

/// How many paragraphs the parts may stand behind their whole.
const REACH: usize = 6;
/// How many amounts behind a whole are looked at.
const MOST: usize = 16;
/// How many digits each amount has at least: nothing in the words says that they are all.
const DIGITS: u32 = 4;

/// States every whole that two amounts of its word in paragraphs of their own, or all of its name behind it, make to the last digit.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let level = |f: &Fact| f.place.depth == 0 && !f.period.is_past(facts.year);
    // 健康险和意外险分别实现保费收入857.5亿元和364.4亿元: the name stands before the first of a row.
    let name = |id: usize, tail: usize| facts.get(facts.row(id).start).and_then(|f| word(f, tail));
    let mut ending: SortedMap<&str, Vec<usize>> = SortedMap::new();
    let levels: Vec<usize> = scope.levels(level).gather();
    for id in levels.iter().copied() {
        if let Some(word) = name(id, 2) {
            ending.entry(word).or_default().push(id);
        }
    }
    for whole in levels {
        let telling = |f: &&Fact| !out.computes(whole) && f.figure.digits() >= DIGITS;
        let Some(total) = facts.get(whole).filter(telling) else { continue };
        let alike = word(total, 2).and_then(|word| ending.get(word)).map_or(&[][..], Vec::as_slice);
        let until = facts.in_paragraph((total.place.paragraph + REACH).min(facts.text.paragraphs().len() - 1)).end;
        let behind = alike.iter().skip(alike.partition_point(|id| *id <= whole)).take_while(|id| **id < until);
        let part = |f: &Fact| f.is_like(total) && f.place.sentence > total.place.sentence;
        let parts: Vec<usize> = behind.copied().filter(|id| facts.get(*id).is_some_and(part)).gather();
        if parts.len() < 2 {
            continue;
        }
        let called = || {
            let word = word(total, 4);
            parts.iter().copied().filter(|id| word.is_some() && name(*id, 4) == word).take(MOST).gather()
        };
        let first = parts.get(..parts.len().min(MOST)).unwrap_or_default();
        let found = pair(scope, whole, first).or_else(|| all(scope, whole, &called()));
        if let Some(parts) = found {
            let equation = sum(&parts, whole);
            let range = facts.span(&equation.all());
            out.relation(relation("A10", kind_of(scope, whole), equation, range, true));
        }
    }
}

/// The only two amounts in paragraphs of their own that make the whole.
fn pair(scope: &Scope, whole: usize, parts: &[usize]) -> Option<Vec<usize>> {
    let paragraph = |id: usize| scope.facts.get(id).map(|f| f.place.paragraph);
    let telling = |id: &usize| scope.facts.get(*id).is_some_and(|f| f.figure.digits() >= DIGITS);
    let parts: Vec<usize> = parts.iter().copied().filter(telling).gather();
    let apart = |a: usize, b: usize| paragraph(a) != paragraph(b) && paragraph(a) != paragraph(whole);
    let pairs = parts.iter().enumerate().flat_map(|(at, a)| parts.iter().skip(at + 1).map(move |b| [*a, *b]));
    let mut fitting = pairs.filter(|[a, b]| apart(*a, *b) && scope.adds_up(&[*a, *b], whole));
    fitting.next().filter(|_| fitting.next().is_none()).map(Vec::from)
}

/// The amounts of the name behind the whole, from the first on, that make it together: three or more.
fn all(scope: &Scope, whole: usize, parts: &[usize]) -> Option<Vec<usize>> {
    let mut runs = (3..=parts.len()).rev().filter_map(|n| parts.get(..n));
    runs.find(|run| scope.adds_up(run, whole)).map(<[usize]>::to_vec)
}

/// The last characters of the name of an amount, its verb left out.
fn word(fact: &Fact, length: usize) -> Option<&str> {
    let words = fact.left.trim_end_matches(['为', '达', '到', '约', '完', '成', '数', '额']);
    words.char_indices().rev().nth(length - 1).map(|(at, _)| words.split_at(at).1)
}
