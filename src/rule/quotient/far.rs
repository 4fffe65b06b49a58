//! B09: averages of a total beside them over a count told long before: 公务用车保有量12辆。……运行维护费40.90万元，车均3.41万元.
//!
//! Only the unit of a count says that it may be meant, so that the average has to have digits enough for as many pairs as are tried; it is
//! never called wrong.

use super::each::{is_each, is_one};
use super::item::called;
use super::relation;
use crate::catalog::per::Per;
use crate::fact::{Fact, normalize};
use crate::gather::{Gather, SortedSet};
use crate::number::{Decimal, Dimension};
use crate::relation::{Equation, Kind};
use crate::rule::{Scope, Sink};

/// How many digits an average has at least, zeros at its end left out.
const DIGITS: u32 = 3;
/// How many pairs are tried for an average of so many digits; each digit more makes chance ten times rarer.
const PAIRS: usize = 30;
/// How many totals before an average are asked, and how many figures before it are looked through for counts.
const TOTALS: usize = 6;
const REACH: usize = 300;

/// States the average where one count of the text and one total beside it give it.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let each = |f: &&Fact| f.is_level() && f.cell.is_none() && f.figure.digits() >= DIGITS && is_each(f);
    let Some(fact) = facts.get(id).filter(each).filter(|_| !out.multiplies(id)) else { return };
    let Some(per) = Per::of(&fact.left).filter(|_| fact.left.matches(['每', '均']).count() == 1) else { return };
    let plain = |f: &Fact| f.is_level() && f.figure.is_plain() && f.cell.is_none() && !is_each(f) && !f.is_zero();
    let total = |f: &Fact| plain(f) && f.is_like(fact) && f.figure.base() > fact.figure.base();
    let paragraph = facts.in_paragraph(fact.place.paragraph).start;
    let totals = facts.pick(paragraph..id, total).rev().take(TOTALS).gather();
    let totals = called(scope, &normalize(per.item), totals);
    if totals.is_empty() {
        return;
    }
    let count = |f: &Fact| {
        let counted = f.figure.unit.dimension == Dimension::Count && per.is_counted_in(&f.figure.unit.base);
        plain(f) && counted && !is_one(f) && !f.is_like(fact)
    };
    let mut seen: SortedSet<Decimal> = SortedSet::new();
    let new = |id: &usize| facts.base_value(*id).is_some_and(|value| seen.insert(value));
    let counts: Vec<usize> = facts.pick(id.saturating_sub(REACH)..id, count).rev().filter(new).gather();
    let limit = PAIRS * 10usize.saturating_pow(fact.figure.digits() - DIGITS);
    if counts.len() * totals.len() > limit {
        return;
    }
    let equation =
        |(total, count): (usize, usize)| Equation::Product { factors: vec![id, count], per: None, result: total };
    let pairs = totals.iter().flat_map(|total| counts.iter().map(move |count| (*total, *count)));
    let mut fitting: Vec<(usize, usize)> = pairs.filter(|pair| scope.fits(&equation(*pair))).gather();
    fitting.dedup_by_key(|(total, count)| (facts.base_value(*total), facts.base_value(*count)));
    if let [pair] = fitting[..] {
        let range = facts.span(&[id, pair.0]);
        out.relation(relation("B09", Kind::Ratio, equation(pair), range));
    }
}
