//! 前后一致 — restatement: one item, one value, wherever it stands. Cues I01–I09 but I05, which is the tables'.
#![doc = include_str!("restatement.md")]

mod amounts;
mod converted;
mod merged;
mod vague;

use super::{Rule, Scope, Sink};
use crate::fact::{Fact, Measure, Period};
use crate::number::{Decimal, Figure};
use crate::relation::{Equation, Kind, Relation, Source, Term, is_one_slip_apart};
use crate::text::Range;
use std::collections::BTreeMap;

pub(super) const RULE: Rule = Rule { code: "I", name: "restatement", page: include_str!("restatement.md"), find };

fn find(scope: &Scope, out: &mut Sink) {
    heads(scope, out);
    same_items(scope, out);
    amounts::state(scope, out);
    merged::state(scope, out);
    vague::state(scope, out);
    converted::state(scope, out);
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
        let budgets = facts.pick(ids.clone(), |f| f.measure.is_budget()).next().is_some();
        let planned = |f: &Fact| !f.label.own && f.left.ends_with("预算安排") && !f.period.is_past(facts.year);
        // 缴费支出25.7万元，…，缴费支出决算为25.70万元: no budget that the head could be.
        let outturn = |f: &Fact| {
            f.label.own
                && f.measure == Measure::Outturn
                && !budgets
                && f.period.is_same(first.period, facts.year)
                && amounts::stem(&f.label.key) == amounts::stem(&first.label.key)
        };
        let again = facts.pick(head + 1..ids.end, |f| {
            f.is_level() && f.is_like(first) && f.figure.is_plain() && f.place.depth == 0 && (planned(f) || outturn(f))
        });
        for id in again.take(1) {
            let Some(second) = facts.get(id) else { continue };
            out.relation(relation("I08", head, id, first.range.start..second.range.end, planned(second)));
        }
    }
}

/// How many values of one name are compared; a name with more names something different in each place.
const REACH: usize = 40;

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
    let mut values: BTreeMap<(Decimal, Period), usize> = BTreeMap::new();
    for id in ids {
        let Some(fact) = facts.get(*id) else { continue };
        let range = |other: &Fact| other.range.start.min(fact.range.start)..fact.range.end;
        let Some(base) = facts.base_value(*id) else { continue };
        let value = (base, fact.period.resolved(facts.year));
        if let Some(first) = values.get(&value).copied() {
            if let Some(other) = facts
                .get(first)
                .filter(|f| f.place.sentence != fact.place.sentence || f.place.segment != fact.place.segment)
            {
                out.relation(relation("I01", first, *id, range(other), true));
            }
            continue;
        }
        let last = stated.get(stated.len().saturating_sub(REACH)..).unwrap_or(&[]);
        let differs = last.iter().copied().find(|s| facts.get(*s).is_some_and(|f| contradicts(f, fact, facts.year)));
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
        values.insert(value, *id);
    }
}

/// Whether two figures of one item cannot both be meant: specific words, one year, and numbers that one slip of the pen
/// turns into each other. Everything else with one name and two values is more likely another scope.
fn contradicts(a: &Fact, b: &Fact, year: Option<i32>) -> bool {
    if a.place.sentence == b.place.sentence || !a.period.is_same(b.period, year) {
        return false;
    }
    if a.figure.unit == b.figure.unit {
        return is_wrong(a, b, &a.figure, &b.figure);
    }
    let (Some(x), Some(y)) = (in_unit_of(&a.figure, &b.figure), in_unit_of(&b.figure, &a.figure)) else { return false };
    if x.unit == b.figure.unit { is_wrong(a, b, &x, &b.figure) } else { is_wrong(a, b, &a.figure, &y) }
}

/// The same of the figures in one unit.
fn is_wrong(a: &Fact, b: &Fact, x: &Figure, y: &Figure) -> bool {
    x.places == y.places && x.value > Decimal::ZERO && is_telling(a, b, x, y) && is_slip(a, b, x, y)
}

/// A figure in the unit of another, where it can be written there with as many places; itself where it cannot.
fn in_unit_of(figure: &Figure, other: &Figure) -> Option<Figure> {
    let value = crate::number::format::quotient(figure.base()?, other.unit.scale)?;
    let fits = crate::number::format::round(value, other.places) == value;
    Some(if fits {
        Figure { value, unit: other.unit.clone(), places: other.places, ..figure.clone() }
    } else {
        figure.clone()
    })
}

/// Whether name and digits are so specific that another scope is less likely than a slip.
fn is_telling(a: &Fact, b: &Fact, x: &Figure, y: &Figure) -> bool {
    let digits = x.digits().max(y.digits());
    let name = a.label.key.chars().count();
    let same_words = a.label.words == b.label.words;
    let printed = x.value.trunc().to_string().len() + x.places as usize;
    (digits >= 4 && name >= 3)
        || (digits >= 3 && name >= 4 && same_words)
        || (printed >= 4 && digits >= 3 && name >= 3 && same_words)
        || (digits >= 2 && name >= 6 && same_words && x.unit.is_whole())
}

/// Whether a slip of the pen turns one number into the other.
fn is_slip(a: &Fact, b: &Fact, x: &Figure, y: &Figure) -> bool {
    let digits = x.digits().max(y.digits());
    // 网上审核4243户 and 网上审核4144户: half the digits agree in their places.
    let half = || {
        let (p, q) = (x.value.to_string(), y.value.to_string());
        let different = p.bytes().zip(q.bytes()).filter(|(p, q)| p != q).count();
        p.len() == q.len() && different * 2 <= p.len()
    };
    let counted = digits >= 4 && x.unit.is_whole() && a.label.key.chars().count() >= 4;
    let rearranged = || {
        let sorted = |f: &Figure| {
            let mut digits = f.value.to_string().into_bytes();
            digits.sort_unstable();
            digits
        };
        sorted(x) == sorted(y)
    };
    is_one_slip_apart(x, y) || (counted && a.label.words == b.label.words && half()) || (digits >= 4 && rearranged())
}
