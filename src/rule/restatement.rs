//! 前后一致 — restatement: one item, one value, wherever it stands. Cues I01–I09 but I05, which is the tables'.
#![doc = include_str!("restatement.md")]

use super::{Rule, Scope, Sink};
use crate::fact::{Fact, Measure};
use crate::number::Decimal;
use crate::relation::{Equation, Kind, Relation, Source, Term, variants};
use crate::text::Range;
use std::collections::BTreeMap;

pub(super) const RULE: Rule = Rule { code: "I", name: "restatement", page: include_str!("restatement.md"), find };

fn find(scope: &Scope, out: &mut Sink) {
    heads(scope, out);
    same_items(scope, out);
    same_amounts(scope, out);
}

fn relation(cue: &'static str, first: usize, second: usize, range: Range, sure: bool) -> Relation {
    let equation = Equation::Sum { parts: vec![Term::plus(first)], whole: vec![Term::plus(second)] };
    Relation {
        rule: RULE.name,
        cue,
        kind: Kind::Equal,
        source: Source::Asserted,
        equation,
        range,
        sure,
        warning: "W03",
    }
}

/// I08: an item's paragraph gives its amount at its head and again in its sentence: “…（项）”2.63万元，…2023年预算安排2.63万元.
fn heads(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    for paragraph in 0..facts.text.paragraphs().len() {
        let ids = facts.in_paragraph(paragraph);
        let Some(head) = facts.pick(ids.clone(), |f| f.is_level() && f.place.depth == 0).next() else { continue };
        let Some(first) =
            facts.get(head).filter(|f| f.label.own && f.measure == Measure::Unstated && f.figure.is_plain())
        else {
            continue;
        };
        let again = facts.pick(head + 1..ids.end, |f| {
            f.is_level()
                && f.is_like(first)
                && f.figure.is_plain()
                && f.place.depth == 0
                && !f.label.own
                && f.left.ends_with("预算安排")
                && !f.period.is_past(facts.year)
        });
        for id in again.take(1) {
            let end = facts.get(id).map_or(first.range.end, |f| f.range.end);
            out.relation(relation("I08", head, id, first.range.start..end, true));
        }
    }
}

/// I01, I07: the same words, measure, period and unit.
fn same_items(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let mut groups: BTreeMap<(String, Measure, String), Vec<usize>> = BTreeMap::new();
    for (id, fact) in facts.list.iter().enumerate() {
        if fact.is_level()
            && fact.label.own
            && fact.figure.is_plain()
            && fact.label.key.chars().count() >= 2
            && !fact.is_zero()
        {
            groups.entry((fact.label.key.clone(), fact.measure, fact.figure.unit.base.clone())).or_default().push(id);
        }
    }
    let mut ordered: Vec<&Vec<usize>> = groups.values().filter(|ids| ids.len() >= 2).collect();
    ordered.sort_by_key(|ids| ids.first().copied());
    for ids in ordered {
        restated(scope, ids, out);
    }
}

fn restated(scope: &Scope, ids: &[usize], out: &mut Sink) {
    let facts = scope.facts;
    let mut stated: Vec<usize> = Vec::new();
    for id in ids {
        let Some(fact) = facts.get(*id) else { continue };
        let range = |other: &Fact| other.range.start.min(fact.range.start)..fact.range.end;
        let same = stated.iter().copied().find(|s| {
            facts
                .get(*s)
                .is_some_and(|f| f.period.is_same(fact.period, facts.year) && f.figure.base() == fact.figure.base())
        });
        if let Some(first) = same {
            if let Some(other) = facts
                .get(first)
                .filter(|f| f.place.sentence != fact.place.sentence || f.place.segment != fact.place.segment)
            {
                out.relation(relation("I01", first, *id, range(other), true));
            }
            continue;
        }
        let differs = stated.iter().copied().find(|s| facts.get(*s).is_some_and(|f| contradicts(f, fact, facts.year)));
        // Each fits its own list: two amounts of one name under two heads.
        let differs = differs.filter(|first| {
            let (own, other): (Vec<usize>, Vec<usize>) =
                (out.wholes_of(*id).collect(), out.wholes_of(*first).collect());
            own.is_empty() || other.is_empty() || own == other
        });
        if let Some(first) = differs
            && let Some(other) = facts.get(first)
        {
            out.relation(relation("I07", first, *id, range(other), false));
        }
        stated.push(*id);
    }
}

/// I01: one amount in two sentences whose words have something in common, however each names it.
fn same_amounts(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let mut groups: BTreeMap<(Decimal, String), Vec<usize>> = BTreeMap::new();
    for (id, fact) in
        facts.list.iter().enumerate().filter(|(_, f)| f.is_level() && f.figure.is_plain() && f.figure.digits() >= 3)
    {
        if let Some(base) = fact.figure.base() {
            groups.entry((base, fact.figure.unit.base.clone())).or_default().push(id);
        }
    }
    let mut ordered: Vec<&Vec<usize>> = groups.values().filter(|ids| ids.len() >= 2).collect();
    ordered.sort_by_key(|ids| ids.first().copied());
    for ids in ordered {
        for pair in ids.windows(2) {
            let [a, b] = pair else { continue };
            let (Some(first), Some(second)) = (facts.get(*a), facts.get(*b)) else { continue };
            if first.place.sentence != second.place.sentence && in_common(scope, first, second) {
                out.relation(relation("I01", *a, *b, first.range.start..second.range.end, true));
            }
        }
    }
}

/// Whether the words around two figures share two neighbouring characters that are not mere filling.
fn in_common(scope: &Scope, a: &Fact, b: &Fact) -> bool {
    let around = |f: &Fact| {
        let mut words = crate::fact::normalize(&f.left);
        words.push('，');
        words.extend(f.right.chars().take(10));
        if !f.label.own {
            words.push_str(&f.label.key);
        }
        words
    };
    let _ = scope;
    let (x, y) = (around(a).chars().collect::<Vec<_>>(), around(b).chars().collect::<Vec<_>>());
    let pair = |p: &[char]| !p.contains(&'，') && y.windows(2).any(|q| q == p);
    x.windows(2).filter(|p| pair(p)).count() >= 2
}

/// Whether two figures of one item cannot both be meant: specific words, one year, and numbers that one slip of the pen
/// turns into each other. Everything else with one name and two values is more likely another scope.
fn contradicts(a: &Fact, b: &Fact, year: Option<i32>) -> bool {
    let digits = a.figure.digits().max(b.figure.digits());
    let same_form =
        a.figure.unit == b.figure.unit && a.figure.places == b.figure.places && a.place.sentence != b.place.sentence;
    let name = a.label.key.chars().count();
    let slip = || variants(&a.figure).iter().any(|(figure, _)| figure.value == b.figure.value);
    // 网上审核4243户 and 网上审核4144户: half the digits agree in their places.
    let half = || {
        let (x, y) = (a.figure.value.to_string(), b.figure.value.to_string());
        let different = x.bytes().zip(y.bytes()).filter(|(p, q)| p != q).count();
        x.len() == y.len() && digits >= 4 && different * 2 <= x.len() && name >= 4 && a.label.words == b.label.words
    };
    let rearranged = || {
        let sorted = |f: &Fact| {
            let mut digits: Vec<char> = f.figure.value.to_string().chars().collect();
            digits.sort_unstable();
            digits
        };
        sorted(a) == sorted(b)
    };
    let telling = (digits >= 4 && name >= 3) || (digits >= 3 && name >= 4 && a.label.words == b.label.words);
    let alike = same_form && telling && a.period.is_same(b.period, year) && a.figure.value > Decimal::ZERO;
    alike && (slip() || half() || (digits >= 4 && rearranged()))
}
