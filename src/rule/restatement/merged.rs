//! I03: two amounts mentioned again as one: 湿地保护和候鸟监测专项55万元.

use super::RULE;
use super::stem::{Stems, stem};
use crate::fact::{Fact, PerFact, normalize};
use crate::gather::Gather;
use crate::relation::{Equation, Kind, Relation, Source, Term};
use crate::rule::{Scope, Sink};

/// How many amounts back the two are looked for.
const NEAR: usize = 60;
/// How many amounts of one name are tried in pairs.
const SAME: usize = 8;

/// States the sums that hold to the last digit; names alone never make one.
pub(super) fn state(scope: &Scope, stems: &Stems, out: &mut Sink) {
    let facts = scope.facts;
    let mut third: PerFact<bool> = PerFact::default();
    // Most names stand once.
    for id in facts.by_item().flat_map(|ids| ids.iter().skip(2)) {
        *third.at(*id) = true;
    }
    for id in facts.pick(0..facts.list.len(), |f| f.is_level() && f.figure.is_plain() && f.label.own) {
        let Some(fact) = facts.get(id) else { continue };
        let parts = of_one_name(scope, id, fact, third.is_set(id));
        if !parts.is_empty() {
            out.relation(merged(scope, &parts, id));
        }
        let Some((a, b)) = halves(&fact.label.words) else { continue };
        let named = |name: &str| -> Vec<usize> {
            facts
                .pick(id.saturating_sub(NEAR)..id, |f: &Fact| {
                    f.is_level()
                        && f.is_like(fact)
                        && f.figure.is_plain()
                        && f.label.own
                        && f.place.sentence != fact.place.sentence
                })
                .filter(|other| stems.get(*other) == name)
                .gather()
        };
        let first = named(&a);
        let second = if first.is_empty() { Vec::new() } else { named(&b) };
        let pair = first
            .iter()
            .flat_map(|x| second.iter().map(move |y| [*x, *y]))
            .find(|pair| pair[0] != pair[1] && scope.adds_up(pair, id));
        let Some([x, y]) = pair else { continue };
        out.relation(merged(scope, &[x, y], id));
    }
}

fn merged(scope: &Scope, parts: &[usize], whole: usize) -> Relation {
    let equation =
        Equation::Sum { parts: parts.iter().copied().map(Term::plus).gather(), whole: vec![Term::plus(whole)] };
    let range = scope.facts.span(&equation.all());
    let (rule, kind, source) = (RULE.name, Kind::Sum, Source::Asserted);
    Relation { rule, cue: "I03", kind, source, equation, range, sure: true, warning: "W03" }
}

/// 2019年创建经费25.4万元，2020年创建经费31.6万元. 创建经费57.0万元: two amounts before, of the same name, that make it to the last
/// digit; names alone never make one.
fn of_one_name(scope: &Scope, id: usize, fact: &Fact, is_third: bool) -> Vec<usize> {
    let facts = scope.facts;
    let digits = |f: &Fact| f.figure.digits() >= 4;
    let same = |f: &Fact| {
        f.is_level()
            && f.label.own
            && f.is_like(fact)
            && f.figure.is_plain()
            && digits(f)
            && f.place.sentence != fact.place.sentence
    };
    let key = fact.label.key.as_str();
    let shorter = ["追加", "使用"].iter().find_map(|w| key.strip_prefix(w));
    let key = shorter.unwrap_or(key);
    if !is_third && shorter.is_none() || !digits(fact) || key.chars().count() < 6 {
        return Vec::new();
    }
    let all = facts.of_item(key);
    let before = all.get(..all.partition_point(|other| *other < id)).unwrap_or_default().iter().rev().copied();
    let before: Vec<usize> = before.filter(|o| facts.get(*o).is_some_and(same)).take(SAME).gather();
    let pairs = before.iter().enumerate().flat_map(|(at, b)| before.iter().skip(at + 1).map(|a| vec![*a, *b]));
    pairs.into_iter().find(|pair| scope.adds_up(pair, id)).unwrap_or_default()
}

/// The two names that a name joins.
fn halves(words: &str) -> Option<(String, String)> {
    if !words.contains(['及', '和', '与', '、']) {
        return None;
    }
    let (a, b) = ["以及", "及", "和", "与", "、"].iter().find_map(|joint| words.split_once(joint))?;
    let (a, b) = (normalize(a), normalize(b));
    let (a, b) = (stem(&a).into_owned(), stem(&b).into_owned());
    (a.chars().count() >= 3 && b.chars().count() >= 3 && a != b).then_some((a, b))
}
