//! 官方勾稽 — what the public forms of budgets and final accounts must satisfy. Cues J01–J23.
//!
//! The identities are data ([`crate::catalog::identity`]); here forms are recognised, formulas bound to their cells and stated.
//! They run before the rules that read totals from a layout, which find them stated.
#![doc = include_str!("identity.md")]

mod account;
mod bind;
mod formula;
mod locate;
mod missing;
mod outlay;
mod running;
mod sheet;
mod words;

use super::{Rule, Scope, Sink};
use crate::catalog::identity::{Check, IDENTITIES, Identity};
use crate::fact::Role;
use crate::number::{Decimal, Exact};
use crate::relation::{Equation, Kind, Order, Reason, Relation, Source, Term};
use bind::Instance;
use formula::Formula;
use sheet::Set;

pub(super) const RULE: Rule = Rule { code: "J", name: "identity", find };

fn find(scope: &Scope, out: &mut Sink) {
    let sets = sheet::sets(scope.facts);
    for identity in IDENTITIES.iter().filter(|i| i.is_valid(scope.facts.year)) {
        for set in sets.iter().filter(|set| identity.stage.is_none_or(|stage| Some(stage) == set.stage)) {
            if identity.check != Check::Words {
                by_formulas(scope, set, identity, out);
            }
        }
    }
    words::state(scope, &sets, out);
    account::note(scope, &sets, out);
    missing::note(scope, &sets, out);
}

fn by_formulas(scope: &Scope, set: &Set, identity: &'static Identity, out: &mut Sink) {
    for formula in identity.formulas.iter().filter_map(|text| Formula::read(text)) {
        let instances = bind::instances(scope.facts, set, &formula);
        let alike = |i: &&Instance| are_alike(scope, i.left.iter().chain(&i.right));
        let short = instances.iter().filter(alike).filter(|instance| is_short(scope, instance)).count();
        let is_whole = short < 2 || short < instances.iter().filter(alike).count();
        for instance in instances {
            state(scope, identity, (formula.order, is_whole), instance, out);
        }
    }
}

/// Whether the items come to less than their total. Where they do in every column, rows may stand on another page.
fn is_short(scope: &Scope, instance: &Instance) -> bool {
    let sum = |terms: &[Term]| {
        let base = |term: &Term| scope.facts.base_value(term.fact);
        terms.iter().try_fold(Decimal::ZERO, |sum, term| sum.plus(base(term)?))
    };
    let (items, total) = match (instance.left.as_slice(), instance.right.as_slice()) {
        (total @ [_], items) | (items, total @ [_]) if items.len() > 1 => (items, total),
        _ => return false,
    };
    let equation = Equation::Sum { parts: items.to_vec(), whole: total.to_vec() };
    !scope.fits(&equation) && sum(items).zip(sum(total)).is_some_and(|(items, total)| items < total)
}

/// States an instance: what holds, and what does not where the form says no more than the formula. Where a place is empty, a
/// difference counts only if one digit would mend it; where rows may be missing, none is sure.
fn state(scope: &Scope, identity: &Identity, (order, is_whole): (Order, bool), instance: Instance, out: &mut Sink) {
    let Instance { mut left, mut right, blanks, clear } = instance;
    if !are_alike(scope, left.iter().chain(&right)) || order != Order::Equal && blanks > 0 {
        return;
    }
    for side in [&mut left, &mut right] {
        crate::order::by_key(side, |term| (-term.sign, term.fact));
    }
    // What is computed stands first; one term alone is what is stated.
    let (parts, whole) = if left.len() == 1 { (right, left) } else { (left, right) };
    let kind = match (order, parts.len() + whole.len()) {
        (Order::Equal, 2) => Kind::Equal,
        (Order::Equal, _) => Kind::Sum,
        _ => Kind::Bound,
    };
    let equation = match order {
        Order::Equal => Equation::Sum { parts, whole },
        // The smaller side of a formula is its left one.
        _ => Equation::Order { left: whole, order, right: parts },
    };
    let (fits, slip) = (scope.fits(&equation), scope.is_likely_slip(&equation));
    let Some(relation) = relation(scope, identity, kind, equation, fits || blanks == 0 && is_whole) else { return };
    let explains = identity.check == Check::Explains;
    if fits || !explains && clear && (blanks == 0 || slip) {
        out.relation(relation);
    } else if !explains {
        let reason = if blanks > 0 { Reason::Blank } else { Reason::Ambiguous };
        let ids = relation.equation.all();
        out.unchecked(RULE.name, identity.code, relation.range, ids, reason);
    }
}

/// Amounts of one kind, in units that are known or left out alike; rates are no amounts.
fn are_alike<'t>(scope: &Scope, terms: impl Iterator<Item = &'t Term>) -> bool {
    let mut figures = terms.filter_map(|term| scope.facts.get(term.fact));
    let Some(first) = figures.next() else { return false };
    first.role != Role::Rate && figures.all(|fact| fact.role != Role::Rate && fact.is_like(first))
}

fn relation(scope: &Scope, identity: &Identity, kind: Kind, equation: Equation, sure: bool) -> Option<Relation> {
    let (operands, result) = equation.facts();
    let named = result.or_else(|| operands.first().copied())?;
    let range = scope.facts.get(named)?.range.clone();
    let (rule, cue, source, warning) = (RULE.name, identity.code, Source::Official, identity.warning);
    Some(Relation { rule, cue, kind, source, equation, range, sure, warning })
}
