//! B03: parts whose shares of one whole make a hundred per cent are all of it: 甲12.6亿元，占63%；乙7.4亿元，占37%.

use super::relation;
use crate::fact::Fact;
use crate::gather::{Gather, SortedMap};
use crate::number::Dimension;
use crate::relation::{Equation, Kind, Term};
use crate::rule::{Scope, Sink};

/// How many parts are taken for a division at most.
const MOST: usize = 12;

/// States the sum of every whole that its shares divide in one paragraph.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let mut shares: SortedMap<(usize, usize), Vec<(usize, usize)>> = SortedMap::new();
    for stated in out.stated_by(super::RULE.name) {
        let Equation::Rate { part, whole, less_one: false, rate, .. } = &stated.equation else { continue };
        let ([part], [whole]) = (part.as_slice(), whole.as_slice()) else { continue };
        let percent = |f: &&Fact| f.figure.unit.dimension == Dimension::Percent && f.figure.is_plain();
        let Some(place) = facts.get(*rate).filter(percent).map(|f| f.place) else { continue };
        let alike = facts.get(part.fact).zip(facts.get(whole.fact)).is_some_and(|(p, w)| p.is_like(w));
        if alike && part.fact != whole.fact {
            shares.entry((whole.fact, place.paragraph)).or_default().push((part.fact, *rate));
        }
    }
    for ((whole, _), mut pairs) in shares {
        crate::order::by_key(&mut pairs, |item| *item);
        pairs.dedup_by_key(|pair| pair.0);
        for division in divisions(&pairs) {
            one(scope, whole, &division, out);
        }
    }
}

/// Neighbouring shares that can make one division: of all of them first, then of what begins or ends with fewer.
fn divisions(pairs: &[(usize, usize)]) -> Vec<Vec<(usize, usize)>> {
    let mut out = Vec::new();
    for length in (2..=pairs.len().min(MOST)).rev() {
        out.extend(pairs.windows(length).map(<[_]>::to_vec));
    }
    out
}

fn one(scope: &Scope, whole: usize, pairs: &[(usize, usize)], out: &mut Sink) {
    let facts = scope.facts;
    let terms = |ids: &mut dyn Iterator<Item = usize>| ids.map(Term::plus).gather();
    let rates = terms(&mut pairs.iter().map(|pair| pair.1));
    let hundred = Equation::Fixed { terms: rates, least: 100, most: 100, closed: true };
    let parts = terms(&mut pairs.iter().map(|pair| pair.0));
    let added = Equation::Sum { parts, whole: vec![Term::plus(whole)] };
    let free = pairs.iter().all(|pair| !out.added_up(pair.0).any(|w| w == whole));
    let holds = |e: &Equation| scope.fits(e) || scope.is_likely_slip(e);
    // 甲7个，占53.8%；乙4个，占30.8%；丙2个，占18.2%: of three parts that make the whole one share may be wrong.
    let borne = || pairs.iter().filter(|(part, rate)| scope.is_ratio(*part, whole, *rate)).count() + 1 >= pairs.len();
    let made = || pairs.len() >= 3 && scope.exact(&added) && borne();
    if free && (scope.fits(&hundred) && holds(&added) || made()) {
        let at = |id: usize| facts.get(id).map_or(0..0, |f| f.range.clone());
        let ids = added.all();
        let start = ids.iter().map(|id| at(*id).start).min().unwrap_or(0);
        let end = ids.iter().map(|id| at(*id).end).max().unwrap_or(start);
        let kind = if facts.get(whole).is_some_and(|f| f.figure.unit.is_whole()) { Kind::Count } else { Kind::Sum };
        out.relation(relation("B03", kind, added, start..end, false));
    }
}
