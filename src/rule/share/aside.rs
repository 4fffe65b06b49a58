//! B02: a bare rate in the bracket behind each part of a sum: 其中人员经费241万元（38.6%）、公用经费39万元（6.2%）.

use super::{ratio, relation};
use crate::fact::Role;
use crate::gather::Gather;
use crate::number::Dimension;
use crate::relation::{Equation, Kind};
use crate::rule::{Scope, Sink};

/// States the shares of every sum whose parts have one each; most of them have to hold, for a bare rate may say something else.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let mut all: Vec<Vec<(usize, Equation)>> = out.relations.iter().filter_map(|r| shares(scope, &r.equation)).gather();
    crate::order::by_key(&mut all, |list| list.first().map(|(rate, _)| *rate));
    for list in all {
        let holding = list.iter().filter(|(_, e)| scope.fits(e)).count();
        let single = list.iter().all(|(_, e)| scope.fits(e) || scope.is_likely_slip(e));
        if holding * 2 <= list.len() && !(holding > 0 && single) {
            continue;
        }
        for (rate, equation) in list {
            let range = scope.facts.span(&equation.all());
            if out.rates_of(rate).next().is_none() {
                out.relation(relation("B02", Kind::Share, equation, range, true));
            }
        }
    }
}

/// The rate behind each part, with what it says; none where a part has none.
fn shares(scope: &Scope, sum: &Equation) -> Option<Vec<(usize, Equation)>> {
    let Equation::Sum { parts, whole } = sum else { return None };
    let whole = whole.first().filter(|_| whole.len() == 1 && parts.len() >= 2)?.fact;
    let rate = |part: usize| {
        let own = scope.facts.get(part)?;
        let bare = scope.facts.get(part + 1).filter(|f| f.role == Role::Other && f.left.is_empty())?;
        let beside = bare.place.bracket == Some(own.range.end) && bare.figure.unit.dimension == Dimension::Percent;
        (beside && bare.figure.is_plain()).then(|| (part + 1, ratio(part, whole, part + 1)))
    };
    parts.iter().map(|t| rate(t.fact).filter(|_| t.sign > 0)).gather_all()
}
