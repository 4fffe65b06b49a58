//! D01: 审结60件81人，上年同期96件132人，件数下降37.5%、人数下降38.64%: the rate says which of two counts it is of.

use super::{RULE, relation};
use crate::fact::Fact;
use crate::gather::Gather;
use crate::relation::{Equation, Reason, Term};
use crate::rule::{Scope, Sink};

/// The units that 数 makes names of: 件数, 人数.
const UNITS: [char; 7] = ['件', '人', '户', '起', '宗', '家', '次'];

/// The unit that the words of a rate name.
fn unit(rate: &Fact) -> Option<char> {
    let mut words = rate.left.chars().rev().skip_while(|c| *c != '数').skip(1);
    words.next().filter(|unit| UNITS.contains(unit))
}

/// Whether a rate names its count where amounts of several units stand before it; states it then, where the figures bear it out or
/// only a slip keeps them from it.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) -> bool {
    let facts = scope.facts;
    let Some((rate, unit)) = facts.get(id).and_then(|f| unit(f).map(|unit| (f, unit))) else { return false };
    let counts = |f: &Fact| f.figure.unit.base.chars().eq([unit]);
    let amount = |f: &Fact| f.is_amount() && f.figure.is_plain() && f.figure.unit.is_whole();
    let before = facts.in_sentence(rate.place.sentence).start..id;
    let others = facts.pick(before.clone(), |f| amount(f) && !counts(f)).count();
    let own: Vec<usize> = facts.pick(before, |f| amount(f) && counts(f)).gather();
    if others < 2 {
        return false;
    }
    let [.., now, then] = own.as_slice() else { return false };
    let (part, whole) = (vec![Term::plus(*now)], vec![Term::plus(*then)]);
    let equation = Equation::Rate { part, whole, less_one: true, sign: rate.direction, rate: id };
    let past = facts.get(*then).is_some_and(|f| f.period.is_past(facts.year));
    let range = facts.get(*now).map_or(rate.range.start, |f| f.range.start)..rate.range.end;
    if scope.fits(&equation) || past && scope.is_stated_slip(&equation) {
        out.relation(relation("D01", equation, range, true));
    } else {
        out.unchecked(RULE.name, "D01", range, vec![id], Reason::Ambiguous);
    }
    true
}
