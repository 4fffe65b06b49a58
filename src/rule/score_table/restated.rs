//! L01: the score of the whole, told in words beside the table that adds it up: 自评总分95.8分.

use super::{RULE, whole};
use crate::catalog::score::names_total;
use crate::fact::{Fact, Form};
use crate::gather::Gather;
use crate::relation::{Digits, Equation, Kind, Relation, Source, Term};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// States that the only score of the whole in words is that of the only table of a hundred points; another is one only a slip of
/// the pen away.
pub(super) fn state(scope: &Scope, forms: &[Form], out: &mut Sink) {
    let facts = scope.facts;
    let totals = whole::totals(scope, forms);
    let [total] = *totals.as_slice() else { return };
    let told = |f: &Fact| {
        let named = names_total(&f.left) && !f.left.mentions_any(&["项目", "上年", "去年", "平均"]);
        named && f.figure.unit.base == "分" && f.figure.is_plain() && !f.period.is_past(facts.year)
    };
    let scores: Vec<usize> =
        facts.pick(0..facts.list.len(), told).filter(|id| *id != total && !facts.is_full_marks(*id)).gather();
    let value = |id: usize| facts.get(id).map(|f| f.figure.value.normalize());
    let Some(first) = scores.first().copied() else { return };
    if scores.iter().any(|id| value(*id) != value(first)) {
        return;
    }
    let slip = facts.get(first).zip(facts.get(total)).is_some_and(|(a, b)| {
        let digits = Digits::of(&a.figure).zip(Digits::of(&b.figure));
        digits.is_some_and(|(p, q)| p.is_one_slip_from(q) || p.are_those_of(q))
    });
    if value(first) == value(total) || slip {
        let equation = Equation::Sum { parts: vec![Term::plus(first)], whole: vec![Term::plus(total)] };
        let (kind, range) = (Kind::Equal, facts.span(&[first]));
        let (rule, cue, source) = (RULE.name, "L01", Source::Asserted);
        out.relation(Relation { rule, cue, kind, source, equation, range, sure: false, warning: "W03" });
    }
}
