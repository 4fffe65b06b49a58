//! H08: two days and how far they are apart: 3月10日完成，较3月15日提前5天.

use super::RULE;
use crate::relation::{Equation, Kind, Relation, Source, Term};
use crate::rule::{Scope, Sink};

/// States how many days lie between the two days of a sentence.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let Some(fact) =
        facts.get(id).filter(|f| f.figure.unit.base == "天" && f.figure.is_plain() && f.figure.places == 0)
    else {
        return;
    };
    if !["提前", "提早", "推迟", "延迟", "延后", "晚", "早"].iter().any(|w| fact.left.ends_with(w)) {
        return;
    }
    let Some(sentence) = facts.clauses.sentences().get(fact.place.sentence) else { return };
    let days = facts.days(sentence.start..fact.range.start);
    let [first, second] = days.as_slice() else { return };
    let Some(apart) = second.number.checked_sub(first.number).and_then(|d| u32::try_from(d.abs()).ok()) else { return };
    let equation = Equation::Fixed { terms: vec![Term::plus(id)], least: apart, most: apart, closed: true };
    out.relation(Relation {
        rule: RULE.name,
        cue: "H08",
        kind: Kind::Difference,
        source: Source::Asserted,
        equation,
        range: first.range.start..fact.range.end,
        sure: false,
        warning: "W45",
    });
}
