//! A figure that the words leave out (所指): 支出386万元，上年为368万元，完成预算392万元的98.5%. What is spent is not said again, and the nearest
//! amount is another year's. Where the one taken fails, no slip of the pen explains it, and another holds, that one is meant: for a rate the
//! only one of its sentence, for a sum or a product one that it makes to the last digit.

use super::Sink;
use super::reread::{is_exchanged, is_settled};
use crate::fact::{Fact, Role};
use crate::gather::Gather;
use crate::number::Dimension;
use crate::relation::{Equation, Relation, Term};
use crate::rule::Scope;
use crate::text::Range;

/// How many digits a figure has at least that hardly fits by chance.
const DIGITS: u32 = 3;

/// How many figures before its sentence a whole is looked for.
const REACH: usize = 12;

/// Puts the figure that holds in the place of one that fails. What is stated already is stated once.
pub(in crate::rule) fn settle(scope: &Scope, out: &mut Sink) {
    for at in 0..out.relations.len() {
        let open = |r: &Relation, reading: &Equation| !is_settled(scope, r, out) && !is_exchanged(scope, reading, out);
        let meant = out.relations.get(at).and_then(|relation| Some((other(scope, relation)?, relation)));
        let Some((equation, relation)) = meant.filter(|(reading, relation)| open(relation, reading)) else { continue };
        if out.stated.contains_key(&equation) {
            let failed = relation.equation.clone();
            out.doubt(&failed);
        } else if let Some(relation) = out.relations.get_mut(at) {
            out.stated.insert(equation.clone(), at);
            relation.equation = equation;
        }
    }
}

/// The reading of a failing statement that holds with another figure of its sentence.
fn other(scope: &Scope, relation: &Relation) -> Option<Equation> {
    let facts = scope.facts;
    let equation = &relation.equation;
    let taken = left_out(scope, equation)?;
    let own = facts.get(taken).filter(|f| f.is_level())?;
    if scope.fits(equation) {
        return None;
    }
    let all = equation.all();
    let last = all.iter().max().and_then(|id| facts.get(*id))?;
    let words = all.iter().all(|id| facts.get(*id).is_some_and(|f| f.cell.is_none()));
    // 场均13.5万元，156场共2106万元: factors leave nothing over that another amount would be.
    let explained = || match equation {
        Equation::Product { .. } => scope.is_coarse(equation),
        _ => scope.is_stated_slip(equation),
    };
    if !words || explained() {
        return None;
    }
    // 收入120万元，支出104万元，结余16.2万元，占收入的13.5%: what is left can be what a rate speaks of.
    let rate = matches!(equation, Equation::Rate { .. });
    let like = |f: &Fact| {
        (f.is_level() || rate && f.role == Role::Rest)
            && f.figure.is_plain()
            && f.cell.is_none()
            && f.is_like(own)
            && f.place.depth == own.place.depth
            && f.figure.digits() >= DIGITS
    };
    let readings = |range: Range| {
        let others = facts.pick(range, like).filter(|id| !all.contains(id));
        others.map(|id| with(equation, taken, id))
    };
    let sentence = facts.in_sentence(last.place.sentence);
    let start = |from: usize| facts.in_paragraph(last.place.paragraph).start.max(from.saturating_sub(REACH));
    if rate {
        let mut held = readings(sentence).filter(|reading| scope.fits(reading));
        return held.next().filter(|_| held.next().is_none());
    }
    if let Equation::Product { factors, .. } = equation {
        let behind = factors.iter().max().map_or(0, |id| id + 1);
        let mut results = readings(behind..sentence.end);
        return results.find(|reading| scope.exact(reading)).or_else(|| other_price(scope, equation, sentence));
    }
    if let Some(reading) = beside_parts(scope, equation, taken, facts.pick(start(sentence.start)..taken, like)) {
        return Some(reading);
    }
    // What parts make to the last digit may stand a sentence before; nearest of all it is meant.
    let exact = |reading: &Equation| scope.exact(reading);
    let told = readings(start(sentence.start)..sentence.end).rfind(exact);
    // 常住人口414.12万人↵其中：城镇253.68万人↵乡村160.44万人↵其中：男209.75万人↵女204.37万人: of digits enough, some lines before.
    let telling = |reading: &Equation| {
        let whole = reading.facts().1.and_then(|id| facts.get(id));
        whole.is_some_and(|f| f.figure.digits() > DIGITS)
    };
    told.or_else(|| readings(sentence.start.saturating_sub(REACH)..sentence.start).rfind(|r| telling(r) && exact(r)))
}

/// 每亩成本460元，每亩补助300元，缺口160元，4200亩共缺67.2万元: the price of a product may be another of the sentence.
fn other_price(scope: &Scope, equation: &Equation, sentence: Range) -> Option<Equation> {
    let facts = scope.facts;
    let Equation::Product { factors, per, result } = equation else { return None };
    let price =
        *factors.iter().find(|id| facts.get(**id).is_some_and(|f| f.figure.unit.dimension == Dimension::Money))?;
    let own = facts.get(price)?;
    let like = |f: &Fact| f.is_amount() && f.figure.is_plain() && f.is_like(own) && f.figure.digits() >= DIGITS;
    let with = |id: usize| {
        let factors = factors.iter().map(|factor| if *factor == price { id } else { *factor }).gather();
        Equation::Product { factors, per: *per, result: *result }
    };
    let others = facts.pick(sentence, like).filter(|id| id != result && !factors.contains(id));
    others.map(with).find(|reading| scope.exact(reading))
}

/// 多支793万元。多支部分中，甲410万元，乙258万元，其余125万元: what was taken for the whole of a list is its first part.
fn beside_parts(
    scope: &Scope,
    equation: &Equation,
    taken: usize,
    mut wholes: impl DoubleEndedIterator<Item = usize>,
) -> Option<Equation> {
    let Equation::Sum { parts, .. } = equation else { return None };
    let parts: Vec<Term> = [&[Term::plus(taken)], parts.as_slice()].concat();
    let reading = |id: usize| Equation::Sum { parts: parts.clone(), whole: vec![Term::plus(id)] };
    let first = parts.iter().all(|term| term.fact >= taken);
    wholes.rfind(|id| first && scope.exact(&reading(*id))).map(reading)
}

/// The figure of a statement that its words do not name themselves: the whole of a sum, the result of a product, what a rate speaks of, and
/// the base that is put together.
fn left_out(scope: &Scope, equation: &Equation) -> Option<usize> {
    match equation {
        Equation::Sum { parts, whole } if parts.len() > 1 && parts.iter().all(|term| term.sign > 0) => single(whole),
        Equation::Product { result, .. } => Some(*result),
        Equation::Rate { part, whole, less_one: false, rate, .. } => {
            let percent = scope.facts.get(*rate)?.figure.unit.dimension == Dimension::Percent;
            let compound = whole.first().filter(|_| whole.len() > 1).map(|term| term.fact);
            compound.or_else(|| single(part)).filter(|_| percent)
        }
        _ => None,
    }
}

fn single(terms: &[Term]) -> Option<usize> {
    match terms {
        [term] => Some(term.fact),
        _ => None,
    }
}

/// The same statement of another figure.
fn with(equation: &Equation, taken: usize, id: usize) -> Equation {
    let mut reading = equation.clone();
    match &mut reading {
        Equation::Sum { whole, .. } => *whole = vec![Term::plus(id)],
        Equation::Product { result, .. } => *result = id,
        Equation::Rate { whole, .. } if whole.len() > 1 => *whole = vec![Term::plus(id)],
        Equation::Rate { part, .. } if part.iter().any(|term| term.fact == taken) => *part = vec![Term::plus(id)],
        _ => {}
    }
    reading
}
