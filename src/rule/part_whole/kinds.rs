//! A10 over paragraphs: 基金总收入309.2亿元…。↵职工基金收入207.9亿元…。↵居民基金收入101.3亿元: two amounts that end in the word of a whole before.

use super::{kind_of, relation, sum};
use crate::fact::Fact;
use crate::rule::{Scope, Sink};

/// How many paragraphs the two may stand behind their whole.
const REACH: usize = 6;
/// How many amounts behind a whole are looked at.
const MOST: usize = 16;
/// How many digits each of the three has at least: nothing in the words says that the two are all.
const DIGITS: u32 = 4;

/// States every whole that two amounts of its word, in paragraphs of their own, make to the last digit.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let level = |f: &Fact| {
        f.is_level()
            && f.figure.is_plain()
            && f.place.depth == 0
            && f.figure.digits() >= DIGITS
            && !f.period.is_past(facts.year)
    };
    for whole in facts.pick(0..facts.list.len(), level) {
        let Some(total) = facts.get(whole).filter(|_| !out.computes(whole)) else { continue };
        let Some(word) = word(total) else { continue };
        let until = facts.in_paragraph((total.place.paragraph + REACH).min(facts.text.paragraphs().len() - 1)).end;
        let part = |f: &Fact| {
            level(f) && f.is_like(total) && self::word(f) == Some(word) && f.place.paragraph > total.place.paragraph
        };
        let parts: Vec<usize> = facts.pick(whole + 1..until.max(whole + 1), part).take(MOST).collect();
        let paragraph = |id: usize| facts.get(id).map(|f| f.place.paragraph);
        let pairs = parts.iter().enumerate().flat_map(|(at, a)| parts.iter().skip(at + 1).map(move |b| [*a, *b]));
        let mut fitting = pairs.filter(|[a, b]| paragraph(*a) != paragraph(*b) && scope.adds_up(&[*a, *b], whole));
        if let Some(pair) = fitting.next().filter(|_| fitting.next().is_none()) {
            let equation = sum(&pair, whole);
            let range = facts.span(&equation.all());
            out.relation(relation("A10", kind_of(scope, whole), equation, range, true));
        }
    }
}

/// The last two characters of the name of an amount, its verb left out.
fn word(fact: &Fact) -> Option<&str> {
    let words = fact.left.trim_end_matches(['为', '达', '到', '约', '完', '成', '数', '额']);
    words.char_indices().rev().nth(1).map(|(at, _)| words.split_at(at).1)
}
