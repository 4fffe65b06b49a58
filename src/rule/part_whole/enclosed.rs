//! A04: a total of what brackets tell one by one: 机关（编制21名）、监测站（编制34名）、大队（编制46名），合计核定编制101名.

use super::totals::announces;
use super::{is_near, kind_of, leaves_one_out, relation, sum};
use crate::fact::Fact;
use crate::gather::Gather;
use crate::rule::{Scope, Sink};

/// States every total before which its sentence tells like amounts in brackets alone, one in each, two at least.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    for whole in scope.levels(|f| f.place.depth == 0) {
        let Some(fact) = facts.get(whole).filter(|_| !out.computes(whole)) else { continue };
        let before = facts.in_sentence(fact.place.sentence).start..whole;
        if before.len() < 2 || !announces(fact) {
            continue;
        }
        let like = |f: &Fact| f.is_level() && f.is_like(fact) && f.figure.is_plain();
        let parts: Vec<usize> = facts.pick(before, like).gather();
        let bracket = |id: usize| facts.get(id).filter(|f| f.place.depth == 1).and_then(|f| f.place.bracket);
        let apart = parts.iter().all(|id| bracket(*id).is_some())
            && parts.windows(2).all(|two| matches!(two, [a, b] if bracket(*a) != bracket(*b)));
        if parts.len() < 2 || !apart {
            continue;
        }
        let equation = sum(&parts, whole);
        let (fits, slip) = (scope.fits(&equation), scope.is_stated_slip(&equation));
        if fits || slip || is_near(scope, &parts, whole) || leaves_one_out(scope, &parts, whole) {
            let range = facts.span(&equation.all());
            out.relation(relation("A04", kind_of(scope, whole), equation, range, fits || slip));
        }
    }
}
