//! I07: one thing whose number is printed once more with two digits exchanged, under a name that agrees: 发放轮椅236台, 轮椅326台.

use super::{is_exchanged, parallel, relation};
use crate::fact::{Fact, agree};
use crate::gather::SortedMap;
use crate::relation::is_one_slip_apart;
use crate::rule::{Scope, Sink};

/// How many numbers of the same digits back one is looked for.
const REACH: usize = 8;

/// States the pairs that nothing else bears out: neither number comes again, nor out of a sum.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let usable = |f: &Fact| f.is_level() && f.figure.is_plain() && f.label.own && (3..=15).contains(&f.figure.digits());
    let mut alike: SortedMap<(Digits, &str), Vec<usize>> = SortedMap::new();
    for id in facts.pick(0..facts.list.len(), usable) {
        let Some(fact) = facts.get(id) else { continue };
        alike.entry((digits(fact), fact.figure.unit.name.as_str())).or_default().push(id);
    }
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for ids in alike.values() {
        let lone = |id: &usize| {
            let same = ids.iter().filter(|o| facts.base_value(**o) == facts.base_value(*id)).count() == 1;
            same && out.sums_over(*id).next().is_none() && out.sums_to(*id).next().is_none()
        };
        for (at, second) in ids.iter().enumerate() {
            let mut before = ids.get(at.saturating_sub(REACH)..at).unwrap_or(&[]).iter();
            let found = before.find(|first| is_misprint(scope, **first, *second));
            pairs.extend(found.filter(|first| lone(first) && lone(second)).map(|first| (*first, *second)));
        }
    }
    crate::order::by_key(&mut pairs, |item| *item);
    for (first, second) in pairs {
        out.relation(relation("I07", first, second, facts.span(&[first, second]), false));
    }
}

/// What numbers with the same digits in another order have in common: how often each digit stands in them, five bits a digit, whether
/// there is a point, and the sign.
type Digits = (u64, bool, bool);

fn digits(fact: &Fact) -> Digits {
    let value = fact.figure.value;
    // What has more digits than fit is no misprint of anything.
    let mut rest = u64::try_from(value.mantissa().unsigned_abs()).unwrap_or_default();
    let (mut all, mut least) = (0, value.scale() + 1);
    while rest > 0 || least > 0 {
        all += 1 << (5 * rest.rem_euclid(10));
        (rest, least) = (rest.div_euclid(10), least.saturating_sub(1));
    }
    (all, value.scale() > 0, value.is_sign_negative())
}

fn is_misprint(scope: &Scope, first: usize, second: usize) -> bool {
    let (Some(a), Some(b)) = (scope.facts.get(first), scope.facts.get(second)) else { return false };
    a.place.sentence != b.place.sentence
        && a.measure == b.measure
        && a.period.is_same(b.period, scope.facts.year)
        && agree(&a.label.key, &b.label.key)
        && is_exchanged(&a.figure, &b.figure)
        && is_one_slip_apart(&a.figure, &b.figure)
        && !parallel::are_parallel(scope, first, second)
}
