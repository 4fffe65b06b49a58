//! B08: shares at the end of a movement: 公交车1124台，新能源车973台，占比由年初的79.43%提高到86.57%. The words only say that it is a share; just one pair of
//! the amounts before it has to give it, and it is never called wrong.

use super::relation;
use crate::fact::{Fact, Role};
use crate::gather::Gather;
use crate::number::Dimension;
use crate::relation::{Digits, Kind, ratio};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// How many digits such a share has at least.
const DIGITS: usize = 3;
/// How many pairs are tried for one of so many digits; each digit more makes chance ten times rarer.
const PAIRS: usize = 40;
/// How many amounts before it can be its part, and its whole.
const PARTS: usize = 4;
const WHOLES: usize = 10;

/// States the share where one pair gives it.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let percent = |f: &&Fact| f.role == Role::To && f.figure.unit.dimension == Dimension::Percent;
    let Some(fact) = facts.get(id).filter(percent) else { return };
    let from = id.checked_sub(1).and_then(|from| facts.get(from)).filter(|f| f.role == Role::From);
    let named = |f: &Fact| f.left.mentions_any(&["占比", "比重"]);
    let digits = Digits::of(&fact.figure).map_or(0, Digits::count);
    if !(named(fact) || from.is_some_and(named)) || digits < DIGITS {
        return;
    }
    let level = |f: &Fact| f.is_level() && f.is_amount() && f.figure.is_plain() && !f.is_zero() && f.cell.is_none();
    let paragraph = facts.in_paragraph(fact.place.paragraph).start;
    let before: Vec<usize> = facts.pick(paragraph..id, level).rev().take(WHOLES).gather();
    let parts = before.iter().copied().take(PARTS);
    let pairs: Vec<(usize, usize)> = parts
        .flat_map(|part| before.iter().map(move |whole| (part, *whole)))
        .filter(|(part, whole)| {
            let both = facts.get(*part).zip(facts.get(*whole));
            both.is_some_and(|(part, whole)| part.is_like(whole) && part.figure.base() < whole.figure.base())
        })
        .gather();
    let limit = PAIRS * 10usize.saturating_pow(u32::try_from(digits - DIGITS).unwrap_or(0));
    if pairs.len() > limit {
        return;
    }
    let mut fitting: Vec<(usize, usize)> = pairs.into_iter().filter(|(p, w)| scope.fits(&ratio(*p, *w, id))).gather();
    fitting.dedup_by_key(|(part, whole)| (facts.base_value(*part), facts.base_value(*whole)));
    if let [(part, whole)] = fitting[..] {
        let range = facts.span(&[part, whole, id]);
        out.relation(relation("B08", Kind::Ratio, ratio(part, whole, id), range));
    }
}
