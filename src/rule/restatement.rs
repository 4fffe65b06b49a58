//! 前后一致 — restatement: one item, one value, wherever it stands. Cues I01–I10 but I05, which is the tables'.
#![doc = include_str!("restatement.md")]

mod amounts;
pub(super) mod by_figure;
mod companions;
mod converted;
mod exchanged;
mod heads;
mod merged;
mod parallel;
mod referred;
mod scored;
mod stem;
mod totals;
mod vague;

use super::{Rule, Scope, Sink};
use crate::fact::{Fact, Facts, Measure, Period};
use crate::gather::{Gather, SortedMap};
use crate::number::{Decimal, Figure};
use crate::relation::{Digits, Equation, Kind, Relation, Source, Term};
use crate::text::Range;
use stem::Stems;

pub(super) const RULE: Rule = Rule { code: "I", name: "restatement", find };

fn find(scope: &Scope, out: &mut Sink) {
    let stems = Stems::of(scope.facts);
    heads::state(scope, &stems, out);
    same_items(scope, out);
    amounts::state(scope, &stems, out);
    companions::state(scope, out);
    merged::state(scope, &stems, out);
    referred::state(scope, out);
    scored::state(scope, out);
    totals::state(scope, out);
    vague::state(scope, out);
    converted::state(scope, out);
    exchanged::state(scope, out);
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

/// How many values of one name are compared; a name with more names something different in each place.
const REACH: usize = 40;

/// How many values a name has at most of which one may be a slip for another, but for one of so many digits.
const VALUES: usize = 3;
const TELLING: u32 = 4;

/// I01, I07: the same words, measure, period and unit.
fn same_items(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let is_stated = |id: usize, fact: &Fact| {
        fact.is_level()
            && (fact.label.own || is_outturn_of(facts, id))
            && fact.figure.is_plain()
            && fact.label.key.chars().count() >= 2
            && !is_bare_price(&fact.label.key)
            && !ends_in_year(&fact.label.key)
            && !fact.is_zero()
    };
    let mut ordered: Vec<Vec<usize>> = Vec::new();
    // Most names stand once.
    for named in facts.by_item().filter(|ids| ids.len() >= 2) {
        let mut groups: SortedMap<(Measure, &str), Vec<usize>> = SortedMap::new();
        for (id, fact) in named.iter().filter_map(|id| Some((*id, facts.get(*id)?))) {
            if is_stated(id, fact) {
                groups.entry((fact.measure, fact.figure.unit.base.as_str())).or_default().push(id);
            }
        }
        ordered.extend(groups.into_values().filter(|ids| ids.len() >= 2));
    }
    crate::order::by_key(&mut ordered, |ids| ids.first().copied());
    for ids in ordered {
        restated(scope, &ids, out);
    }
}

/// 每人每月120元: whether a name says only what a price is for each of, which every item's price is.
fn is_bare_price(key: &str) -> bool {
    const EACH: [char; 16] =
        ['每', '人', '户', '生', '亩', '月', '年', '日', '天', '季', '次', '个', '家', '吨', '件', '场'];
    key.starts_with('每') && key.chars().all(|c| EACH.contains(&c))
}

/// 这两项数字在2014年分别为345亿元和123亿元: whether words say when and not what.
fn ends_in_year(key: &str) -> bool {
    key.strip_suffix('年').is_some_and(|words| words.ends_with(|c: char| c.is_ascii_digit()))
}

/// 运行维护费预算32.11万元，决算31.43万元: the outturn of the item right before it.
fn is_outturn_of(facts: &Facts, id: usize) -> bool {
    let (Some(fact), Some(item)) = (facts.get(id), id.checked_sub(1).and_then(|p| facts.get(p))) else { return false };
    fact.measure == Measure::Outturn
        && item.label.own
        && item.is_level()
        && item.label.words == fact.label.words
        && item.place.sentence == fact.place.sentence
        && item.place.depth == fact.place.depth
}

/// An amount of an item, with its digits: every pair of them is looked at.
struct Stated<'a> {
    id: usize,
    fact: &'a Fact,
    digits: Option<Digits>,
}

fn restated(scope: &Scope, ids: &[usize], out: &mut Sink) {
    let facts = scope.facts;
    // 甲项目补助50万元，拨付项目单位50万元；乙项目…: what has a value of its own in many places is something else in each.
    let then = |id: usize, period| facts.get(id).is_some_and(|f| f.period.resolved(facts.year) == period);
    let of = |period| ids.iter().filter(|id| then(**id, period)).filter_map(|id| facts.base_value(*id)).gather_set();
    let mut stated: Vec<Stated> = Vec::new();
    let mut values: SortedMap<(Decimal, Period), usize> = SortedMap::new();
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
        if let Some(first) = last.iter().find(|s| converted::is_rounded(scope, s.id, *id)) {
            out.relation(relation("I06", first.id, *id, range(first.fact), true));
            continue;
        }
        let own = Stated { id: *id, fact, digits: Digits::of(&fact.figure) };
        let differs = last.iter().find(|s| contradicts(s, &own, facts.year));
        // 13项民生支出184亿元，八项民生支出181亿元; 支出合计259万元，两项支出合计249万元: the names say how many things they take together.
        let differs = differs.filter(|first| together(facts, first.id) == together(facts, *id));
        // Each fits its own list: two amounts of one name under two heads, or the one is a part of the other.
        let differs = differs.filter(|first| {
            let (own, other) = (held(scope, *id, out), held(scope, first.id, out));
            !own.contains(&first.id) && (own.is_empty() || other.is_empty() || own == other)
        });
        let differs = differs.filter(|first| !parallel::speaks_of_another(scope, first.id, *id));
        let telling = |s: &&Stated| s.digits.is_some_and(|digits| digits.significant() >= TELLING);
        if let Some(first) = differs.filter(|first| telling(first) || of(value.1).len() <= VALUES) {
            out.relation(relation("I07", first.id, *id, range(first.fact), false));
        }
        stated.push(own);
        values.insert(value, *id);
    }
}

/// How many things the name of an amount takes together, by the number right before it.
fn together(facts: &Facts, id: usize) -> Option<Decimal> {
    let (fact, number) = (facts.get(id)?, id.checked_sub(1).and_then(|n| facts.get(n))?);
    let kinds = ["项", "类", "种", "大类"].contains(&number.figure.unit.base.as_str());
    let beside = number.place.clause == fact.place.clause && !fact.label.words.is_empty();
    (kinds && beside && facts.text.has(number.range.end, &fact.label.words)).then_some(number.figure.value)
}

/// The wholes that an amount helps to add up to.
fn held(scope: &Scope, id: usize, out: &Sink) -> Vec<usize> {
    let sums = out.sums_over(id).filter(|(_, sum)| scope.fits(&sum.equation));
    sums.filter_map(|(_, sum)| sum.equation.facts().1).gather()
}

/// Whether two figures of one item cannot both be meant: specific words, one year, and numbers that one slip of the pen
/// turns into each other. Everything else with one name and two values is more likely another scope.
fn contradicts(one: &Stated, other: &Stated, year: Option<i32>) -> bool {
    let (a, b) = (one.fact, other.fact);
    if a.place.sentence == b.place.sentence {
        return false;
    }
    if a.figure.unit == b.figure.unit {
        let slip =
            one.digits.zip(other.digits).filter(|(p, q)| a.figure.places == b.figure.places && is_slip(a, *p, b, *q));
        return slip.is_some() && a.period.is_same(b.period, year) && is_wrong(a, b, &a.figure, &b.figure);
    }
    let (Some(x), Some(y)) = (in_unit_of(&a.figure, &b.figure), in_unit_of(&b.figure, &a.figure)) else { return false };
    let (x, y) = if x.unit == b.figure.unit { (&x, &b.figure) } else { (&a.figure, &y) };
    let slip = Digits::of(x).zip(Digits::of(y)).filter(|(p, q)| x.places == y.places && is_slip(a, *p, b, *q));
    slip.is_some() && a.period.is_same(b.period, year) && is_wrong(a, b, x, y)
}

/// The same of the figures in one unit that are a slip apart.
fn is_wrong(a: &Fact, b: &Fact, x: &Figure, y: &Figure) -> bool {
    x.value > Decimal::ZERO && is_telling(a, b, x, y)
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
    let printed = || x.value.trunc().to_string().len() + x.places as usize;
    (digits >= 4 && name >= 3)
        || (digits >= 3 && name >= 4 && same_words)
        || (digits >= 3 && name >= 3 && same_words && printed() >= 4)
        || (digits >= 2 && name >= 6 && same_words && x.unit.is_whole())
}

/// Whether a slip of the pen turns the digits of one number into those of the other.
fn is_slip(a: &Fact, p: Digits, b: &Fact, q: Digits) -> bool {
    // 网上审核4243户 and 网上审核4144户: half the digits agree in their places.
    let half = || p.different(q).is_some_and(|different| different * 2 <= p.count());
    let long = || p.significant().max(q.significant()) >= 4 && a.label.key.chars().count() >= 4;
    are_misprints(p, q) || half() && a.figure.unit.is_whole() && long() && a.label.words == b.label.words
}

/// Whether the digits of two numbers are one wrong digit or an exchange apart; of long numbers, whether they are the same digits.
fn is_misprint(x: &Figure, y: &Figure) -> bool {
    Digits::of(x).zip(Digits::of(y)).is_some_and(|(p, q)| are_misprints(p, q))
}

/// The same of the digits.
fn are_misprints(p: Digits, q: Digits) -> bool {
    p.is_one_slip_from(q) || p.significant().max(q.significant()) >= 4 && p.are_those_of(q)
}

/// Whether two numbers are printed with the same digits in another order.
fn is_exchanged(x: &Figure, y: &Figure) -> bool {
    Digits::of(x).zip(Digits::of(y)).is_some_and(|(p, q)| p.are_those_of(q))
}
