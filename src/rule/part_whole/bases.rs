//! What is compared with a list adds up as the list does: 共1134元，较上年1174元减少40元，其中甲122元，较上年144元减少22元；乙1012元，较上年1030元减少18元.

use super::{kind_of, relation, sum};
use crate::fact::{Fact, Measure, Period, Role};
use crate::relation::Equation;
use crate::rule::{Scope, Sink};
use std::collections::BTreeMap;

/// What an amount is compared with: of which measure, and of which period.
type Base = (Measure, Period);

/// States the sums of last year's amounts and of the budgets in every list that holds and gives one for its whole and each part.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let bases = bases(scope);
    if bases.is_empty() {
        return;
    }
    let holds = |e: &&Equation| scope.fits(e) && matches!(e, Equation::Sum { whole, .. } if whole.len() == 1);
    let lists: Vec<Equation> = out.stated_by(super::RULE.name).map(|r| &r.equation).filter(holds).cloned().collect();
    for list in lists {
        let Equation::Sum { parts, whole } = &list else { continue };
        let Some((total, of)) = whole.first().and_then(|t| Some((t.fact, bases.get(&t.fact)?))) else { continue };
        if parts.len() < 2 || parts.iter().any(|t| t.sign < 0) {
            continue;
        }
        for (kind, base) in of {
            let beside = |part: usize| bases.get(&part).and_then(|of| of.get(kind)).copied();
            let Some(column) = parts.iter().map(|t| beside(t.fact)).collect::<Option<Vec<usize>>>() else { continue };
            let equation = sum(&column, *base);
            if !out.computes_sum(*base) && (scope.fits(&equation) || scope.is_stated_slip(&equation)) {
                let range = scope.facts.span(&equation.all());
                out.relation(relation("A01", kind_of(scope, total), equation, range, true));
            }
        }
    }
}

/// What each amount is compared with, a figure for each kind.
fn bases(scope: &Scope) -> BTreeMap<usize, BTreeMap<Base, usize>> {
    let facts = scope.facts;
    let mut out: BTreeMap<usize, BTreeMap<Base, usize>> = BTreeMap::new();
    let told = |f: &Fact| f.role == Role::Base && f.is_amount() && f.figure.is_plain() && !f.phrase.is_empty();
    for id in facts.pick(0..facts.list.len(), told) {
        let Some(base) = facts.get(id) else { continue };
        let sentence = facts.in_sentence(base.place.sentence).start;
        let level = |f: &Fact| f.is_level() && f.is_like(base) && f.place.depth == base.place.depth;
        if let Some(subject) = facts.pick(sentence..id, level).next_back() {
            let kind = (Measure::of(&base.phrase), Period::of(&base.phrase).resolved(facts.year));
            out.entry(subject).or_default().entry(kind).or_insert(id);
        }
    }
    out
}
