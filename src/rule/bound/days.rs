//! H08: a day and the one planned for it, and how far they are apart: 3月10日完成，较3月15日提前5天.

use super::RULE;
use crate::fact::Day;
use crate::gather::Gather;
use crate::relation::{Equation, Kind, Reason, Relation, Source, Term};
use crate::rule::{Scope, Sink};
use crate::text::{Mention, Range};

/// What stands before the day that was planned.
const PLANNED: [&str; 9] = ["原定", "预定", "计划", "约定", "规定", "要求", "合同", "较", "比"];

/// How far apart two days may be that are taken for days of one year.
const NEAR: i64 = 90;

/// States how many days lie between what was planned and what was done.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let Some(fact) =
        facts.get(id).filter(|f| f.figure.unit.base == "天" && f.figure.is_plain() && f.figure.places == 0)
    else {
        return;
    };
    let ends = |words: &[&str]| fact.left.ends_with_any(words);
    let early = ends(&["提前", "提早", "早"]);
    if !early && !ends(&["推迟", "延迟", "延后", "晚"]) {
        return;
    }
    let Some(sentence) = facts.clauses.sentences().get(fact.place.sentence) else { return };
    let days = facts.days(sentence.start..fact.range.start);
    let [first, second] = days.as_slice() else { return };
    let range = first.range.start..fact.range.end;
    let planned = |words: Range| {
        let clause = facts.text.words(words).rsplit(['，', '；', '（', '）', '、']).next().unwrap_or_default();
        clause.mentions_any(&PLANNED)
    };
    let late = match (planned(sentence.start..first.range.start), planned(first.range.end..second.range.start)) {
        (true, false) => days_late(first, second),
        (false, true) => days_late(second, first),
        // Two days of which none or each is the one planned: 由3月1日至5月1日.
        _ => Vec::new(),
    };
    let stated = i64::try_from(fact.figure.value).ok().map(|days| if early { -days } else { days });
    let near = late.iter().copied().filter(|days| late.len() == 1 || days.abs() <= NEAR);
    let found = late.iter().copied().find(|days| Some(*days) == stated).or_else(|| near.min_by_key(|days| days.abs()));
    let Some((found, apart)) = found.and_then(|days| Some((days, u32::try_from(days.abs()).ok()?))) else {
        return out.unchecked(RULE.name, "H08", range, vec![id], Reason::Ambiguous);
    };
    // 提前 said of a day that came later counts backwards.
    let term = if found == 0 || (found < 0) == early { Term::plus(id) } else { Term::minus(id) };
    let equation = Equation::Fixed { terms: vec![term], least: apart, most: apart, closed: true };
    out.relation(Relation {
        rule: RULE.name,
        cue: "H08",
        kind: Kind::Difference,
        source: Source::Asserted,
        equation,
        range,
        sure: false,
        warning: "W45",
    });
}

/// How many days after the one planned a day came; with a year unsaid, the years around are possible too.
fn days_late(planned: &Day, done: &Day) -> Vec<i64> {
    let years: &[i64] = if planned.dated && done.dated { &[0] } else { &[0, 1, -1] };
    let late = |years: &i64| {
        if done.dated { done.number - planned.years_on(-years) } else { done.years_on(*years) - planned.number }
    };
    years.iter().map(late).gather()
}
