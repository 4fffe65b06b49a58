//! C01: changes that are of more than one amount: of the whole of a list, of a row of bases, with what went the other way, or of many together.

use super::{movement, net};
use crate::fact::Fact;
use crate::gather::Gather;
use crate::number::Dimension;
use crate::relation::{Equation, Term};
use crate::rule::{Scope, Sink};
use crate::text::Range;

/// The difference of more than subject and base that a change is, where it holds or a slip keeps it from that.
pub(super) fn equation(scope: &Scope, id: usize, subject: usize, bases: &[usize], out: &Sink) -> Option<Equation> {
    let direction = scope.facts.get(id)?.direction;
    let of_list = bases.iter().find_map(|base| of_list(scope, id, subject, *base, out));
    let with_flow = |base: &usize| net::with_flow(scope, id, movement(subject, *base, direction, id));
    of_list.or_else(|| bases.iter().find_map(with_flow)).or_else(|| from_row(scope, id, subject, bases, out))
}

/// 计划数分别为4条和12条，合计完成17条，比计划多1条: what all have together is compared with all of the row.
fn from_row(scope: &Scope, id: usize, subject: usize, bases: &[usize], out: &Sink) -> Option<Equation> {
    let row = scope.facts.row(*bases.first()?);
    let parts = against(subject, row.clone(), scope.facts.get(id)?.direction);
    let all = Equation::Sum { parts, whole: vec![Term::plus(id)] };
    (row.len() > 1 && out.sums_to(subject).next().is_some() && scope.fits(&all)).then_some(all)
}

/// The terms of a difference from a whole row.
fn against(new: usize, row: Range, direction: i8) -> Vec<Term> {
    let (of_new, of_row) = if direction < 0 { (-1, 1) } else { (1, -1) };
    std::iter::once(Term { fact: new, sign: of_new }).chain(row.map(|fact| Term { fact, sign: of_row })).gather()
}

/// 总支出520万元，其中甲340万元、乙180万元，较上年的489万元增加31万元: behind a list the change may be that of its whole.
fn of_list(scope: &Scope, id: usize, subject: usize, base: usize, out: &Sink) -> Option<Equation> {
    let direction = scope.facts.get(id)?.direction;
    let wholes = out.wholes_of(subject).filter(|whole| *whole < subject);
    let all: Vec<Equation> = wholes.map(|whole| movement(whole, base, direction, id)).gather();
    all.iter().find(|e| scope.fits(e)).or_else(|| all.iter().find(|e| scope.is_likely_slip(e))).cloned()
}

/// 由每站2000元提高到3000元，203个站共需增加20.30万元; 单价199.94元/平方米，比控制价205元低5.06元: whether a change is that of so many together, or
/// that of a price nearer than the amount before it.
pub(super) fn is_of_many(scope: &Scope, id: usize, subject: usize) -> bool {
    let facts = scope.facts;
    let Some(fact) = facts.get(id) else { return false };
    let here = |f: &Fact| f.place.clause == fact.place.clause && f.figure.unit.dimension == Dimension::Count;
    let many = || id.checked_sub(1).filter(|c| *c > subject).and_then(|c| facts.get(c)).is_some_and(here);
    let price = |f: &Fact| {
        let of = f.figure.unit.base.split_once('/').is_some_and(|(unit, _)| unit == fact.figure.unit.base);
        of && f.place.segment == fact.place.segment
    };
    fact.left.contains('共') && many() || facts.pick(subject + 1..id, price).next().is_some()
}

/// 预算22万元，实际15万元，其中甲12万元、乙3万元，比预算少花7万元: the whole of the list that ends with the amount before a change, where its own base makes
/// it to the last digit.
pub(super) fn of_whole(scope: &Scope, id: usize, subject: usize, out: &Sink) -> Option<Equation> {
    let direction = scope.facts.get(id)?.direction;
    out.added_up(subject).filter(|whole| *whole < subject).find_map(|whole| {
        let bases = scope.facts.base(id, whole).candidates();
        let of = |base: usize| movement(whole, base, direction, id);
        bases.into_iter().map(of).find(|equation| scope.exact(equation))
    })
}
