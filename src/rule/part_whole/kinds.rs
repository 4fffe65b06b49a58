//! A10 over sentences and paragraphs: 基金总收入309.2亿元…。↵职工基金收入207.9亿元…。↵居民基金收入101.3亿元: amounts that end in the words of
//! a whole before.

use super::{kind_of, relation, sum};
use crate::fact::Fact;
use crate::gather::Gather;
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
    let level = |f: &Fact| f.is_level() && f.figure.is_plain() && f.place.depth == 0 && !f.period.is_past(facts.year);
    for whole in facts.pick(0..facts.list.len(), |f| level(f) && f.figure.digits() >= DIGITS) {
        let Some(total) = facts.get(whole).filter(|_| !out.computes(whole)) else { continue };
        let until = facts.in_paragraph((total.place.paragraph + REACH).min(facts.text.paragraphs().len() - 1)).end;
        let behind = |tail: usize| -> Vec<usize> {
            let Some(word) = word(total, tail) else { return Vec::new() };
            // 健康险和意外险分别实现保费收入857.5亿元和364.4亿元: the name stands before the first of a row.
            let named = |id: &usize| facts.get(facts.row(*id).start).and_then(|f| self::word(f, tail)) == Some(word);
            let part = |f: &Fact| level(f) && f.is_like(total) && f.place.sentence > total.place.sentence;
            facts.pick(whole + 1..until.max(whole + 1), part).filter(named).take(MOST).gather()
        };
        let found = pair(scope, whole, &behind(2)).or_else(|| all(scope, whole, &behind(4)));
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
    let telling = |id: usize| scope.facts.get(id).is_some_and(|f| f.figure.digits() >= DIGITS);
    let apart = |a: usize, b: usize| paragraph(a) != paragraph(b) && paragraph(a) != paragraph(whole);
    let pairs = parts.iter().enumerate().flat_map(|(at, a)| parts.iter().skip(at + 1).map(move |b| [*a, *b]));
    let mut fitting =
        pairs.filter(|[a, b]| apart(*a, *b) && telling(*a) && telling(*b) && scope.adds_up(&[*a, *b], whole));
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
