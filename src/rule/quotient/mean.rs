//! B09: the mean of a row that stands right before it: 得分分别为92.5分、88.0分和90.4分，平均90.3分.

use super::{RULE, relation};
use crate::fact::Fact;
use crate::gather::Gather;
use crate::number::Dimension;
use crate::relation::{Equation, Kind, Relation, Term};
use crate::rule::{Scope, Sink};

/// How many amounts make a row that has a mean.
const ROW: usize = 3;

/// The words of a mean that is of what stands before it and of nothing else.
const WORDS: [&str; 6] = ["平均", "平均为", "均值", "均值为", "平均分", "平均得分"];

/// States that a mean, as often as its row has amounts, is what they add up to. A mean of rates is weighed by what the rates are of.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    of_items(scope, id, out);
    let Some(mean) = facts.get(id).filter(|f| f.is_level() && WORDS.contains(&f.left.as_str())) else { return };
    let Some(last) = id.checked_sub(1) else { return };
    let row = facts.row(last);
    let like = |f: &Fact| f.is_level() && f.figure.is_plain() && f.figure.unit == mean.figure.unit;
    let whole = row.end == id && row.len() >= ROW && facts.pick(row.clone(), like).count() == row.len();
    let beside = facts.get(last).is_some_and(|f| {
        f.place.segment == mean.place.segment && f.place.clause + 1 == mean.place.clause && f.right.is_empty()
    });
    if whole && beside && mean.figure.unit.dimension != Dimension::Percent {
        let parts = row.clone().map(Term::plus).gather();
        let equation = Equation::Sum { parts, whole: row.map(|_| Term::plus(id)).gather() };
        let range = facts.span(&equation.all());
        out.relation(Relation { rule: RULE.name, ..relation("B09", Kind::Ratio, equation, range) });
    }
}

/// 甲满意度92.7%，乙满意度95.1%，丙满意度88.4%，三项平均92.07%: the plain mean of so many rates right before, where they make it.
fn of_items(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let named = |f: &&Fact| f.left.ends_with("平均") || f.left.ends_with("平均为");
    let (Some(mean), Some(last)) = (facts.get(id).filter(named), id.checked_sub(1)) else { return };
    let items = facts
        .get(last)
        .filter(|f| matches!(f.figure.unit.base.as_str(), "项" | "类") && f.range.end + 3 >= mean.range.start);
    let Some(count) = items.and_then(|f| f.figure.whole()).and_then(|n| usize::try_from(n).ok()) else { return };
    let Some(from) = last.checked_sub(count).filter(|_| (2..=6).contains(&count)) else { return };
    let like =
        |f: &Fact| f.figure.unit == mean.figure.unit && f.figure.is_plain() && f.place.sentence == mean.place.sentence;
    let all = facts.pick(from..last, like).count() == count;
    let parts = (from..last).map(Term::plus).gather();
    let equation = Equation::Sum { parts, whole: (from..last).map(|_| Term::plus(id)).gather() };
    if all && scope.fits(&equation) {
        let range = facts.span(&equation.all());
        out.relation(relation("B09", Kind::Ratio, equation, range));
    }
}
