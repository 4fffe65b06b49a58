//! H08: two days and how far they are apart: 3月10日完成，较3月15日提前5天.

use super::RULE;
use crate::fact::Facts;
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
    let days = days(facts, sentence.start, fact.range.start);
    let [first, second] = days.as_slice() else { return };
    let Some(apart) = second.1.checked_sub(first.1).and_then(|d| u32::try_from(d.abs()).ok()) else { return };
    let equation = Equation::Fixed { terms: vec![Term::plus(id)], least: apart, most: apart, closed: true };
    out.relation(Relation {
        rule: RULE.name,
        cue: "H08",
        kind: Kind::Difference,
        source: Source::Asserted,
        equation,
        range: first.0..fact.range.end,
        sure: false,
        warning: "W45",
    });
}

/// The days named in a range: where each begins, and its number counted from a fixed day; a day without a year takes the last one named.
fn days(facts: &Facts, from: usize, to: usize) -> Vec<(usize, i64)> {
    let mut out = Vec::new();
    let mut year = facts.year.map_or(2023, i64::from);
    let mut at = from;
    while at < to {
        let Some((value, end)) = digits(facts, at) else {
            at += 1;
            continue;
        };
        if facts.text.at(end) == Some('年') && (1990..=2100).contains(&value) {
            year = value;
        } else if facts.text.at(end) == Some('月')
            && let Some((day, stop)) = digits(facts, end + 1)
            && matches!(facts.text.at(stop), Some('日' | '号'))
        {
            out.push((at, day_number(year, value, day)));
            at = stop;
            continue;
        }
        at = end;
    }
    out
}

fn digits(facts: &Facts, at: usize) -> Option<(i64, usize)> {
    let words: String = (at..at + 4).map_while(|i| facts.text.at(i)).take_while(char::is_ascii_digit).collect();
    Some((words.parse().ok()?, at + words.len()))
}

/// Days since the first of March of year 0 in the Gregorian calendar.
fn day_number(year: i64, month: i64, day: i64) -> i64 {
    let (y, m) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 1
}
