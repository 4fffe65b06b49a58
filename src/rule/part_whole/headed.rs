//! Headings with their total in a bracket: 一、中央资金（973万元）, with one amount in each numbered paragraph below.

use super::{kind_of, relation, sum};
use crate::fact::Fact;
use crate::gather::Gather;
use crate::rule::{Scope, Sink};

/// States every such total that its paragraphs make up, a slip aside.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    for paragraph in 0..facts.text.paragraphs().len() {
        let Some(whole) = total(scope, paragraph).filter(|whole| !out.computes_sum(*whole)) else { continue };
        let parts = below(scope, paragraph, whole);
        let equation = sum(&parts, whole);
        let fits = scope.fits(&equation);
        if parts.len() >= 2 && (fits || scope.is_stated_slip(&equation)) {
            let range = facts.span(&equation.all());
            out.relation(relation("A09", kind_of(scope, whole), equation, range, fits));
        }
    }
}

/// The only amount of a numbered paragraph, in the bracket that ends it.
fn total(scope: &Scope, paragraph: usize) -> Option<usize> {
    let facts = scope.facts;
    let p = facts.text.paragraphs().get(paragraph)?;
    let ids = facts.in_paragraph(paragraph);
    let last = ids.end.checked_sub(1).filter(|last| ids.contains(last))?;
    let fact = facts.get(last)?;
    let ends = fact.range.end + 2 > p.range.end && facts.text.at(fact.range.end) == Some('）');
    let bare = fact.range.start.checked_sub(1).and_then(|at| facts.text.at(at)) == Some('（');
    let only = facts.pick(ids, Fact::is_amount).count() == 1;
    (p.marker.is_some() && ends && bare && only && fact.is_level() && fact.figure.is_plain()).then_some(last)
}

/// The first amounts of the paragraphs below a heading that are numbered one level deeper; none where one of them has none.
fn below(scope: &Scope, heading: usize, whole: usize) -> Vec<usize> {
    let facts = scope.facts;
    let paragraphs = facts.text.paragraphs();
    let level = |at: usize| paragraphs.get(at).and_then(|p| p.marker).map(|m| m.level);
    let (Some(total), Some(top)) = (facts.get(whole), level(heading)) else { return Vec::new() };
    let Some(items) = level(heading + 1).filter(|items| *items > top) else { return Vec::new() };
    let part = |f: &Fact| f.is_level() && f.is_like(total) && f.figure.is_plain() && f.place.depth == 0;
    let rest = heading + 1..paragraphs.len();
    let own = rest.take_while(|at| level(*at).is_none_or(|l| l > top)).filter(|at| level(*at) == Some(items));
    let heads: Option<Vec<usize>> = own.map(|at| facts.pick(facts.in_paragraph(at), part).next()).gather_all();
    heads.unwrap_or_default()
}
