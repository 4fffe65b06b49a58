//! D03, D12, B04: 由40%升至45%，提高5个百分点: what lies between two rates.

use super::{RULE, above, structure};
use crate::fact::{Fact, Facts, Role};
use crate::relation::{Equation, Kind, Reason, Relation, Source, Term};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// States the difference of two rates in percentage points.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let Some(fact) = facts.get(id).filter(|f| f.figure.is_plain()) else { return };
    let beyond = beyond(facts, id).or_else(|| target(facts, id));
    // 年均提高1.5个百分点 divides what lies between the rates.
    let each = fact.left.mentions_any(&["年均", "每年", "月均"]);
    if each || is_of_goal(fact, id, out) || above::state(scope, id, out) || fact.direction == 0 && beyond.is_none() {
        return;
    }
    let rate = |f: &Fact| is_rate(f) && f.place.depth <= fact.place.depth && f.place.segment == fact.place.segment;
    // 比规定的70%高出20.80个百分点，上年为…，同比上升…: what other points were told of is no base of these.
    let role = |id: usize| facts.get(id).map(|f| f.role);
    let told_of = |r: usize| role(r) == Some(Role::Base) && role(r + 1) == Some(Role::Points) && r + 1 != id;
    let mut rates: Vec<usize> = facts.pick(facts.in_sentence(fact.place.sentence).start..id, rate).collect();
    rates.retain(|r| !told_of(*r));
    let rowed = in_row(facts, id);
    let told = rowed.or_else(|| told_base(facts, id)).or_else(|| structure::shares(facts, id));
    let told = told.or_else(|| apart(facts, id));
    let Some(last) = rates.last().copied().or(told.map(|(new, _)| new)) else { return };
    let rates = of_one_kind(facts, rates);
    let told = told.or_else(|| compared(facts, id, &rates)).or(beyond);
    let Some((new, old)) = told.or_else(|| pair(scope, &rates)) else {
        let start = facts.get(last).map_or(fact.range.start, |f| f.range.start);
        return out.unchecked(RULE.name, "D03", start..fact.range.end, vec![id, last], Reason::NoBase);
    };
    let words = |id: usize| facts.get(id).map_or("", |f| f.left.as_str());
    let either = |w: &str| words(new).contains(w) || words(old).contains(w) || fact.left.contains(w);
    let (rule, cue) = if either("比重") || either("占比") {
        ("share", "B04")
    } else if either("增速") || either("增长") || either("增幅") {
        (RULE.name, "D12")
    } else {
        (RULE.name, "D03")
    };
    let below = BELOW.iter().any(|w| words(old).ends_with(w)) && fact.left.starts_with('的');
    let falls = fact.direction < 0 || beyond.is_some() && (below || fact.left.starts_with(['低', '慢', '少']));
    let (high, low) = if falls { (old, new) } else { (new, old) };
    let from = facts.get(new.min(old)).map_or(fact.range.start, |f| f.range.start);
    let parts = vec![Term::plus(high), Term::minus(low)];
    let equation = Equation::Sum { parts, whole: vec![Term::plus(id)] };
    // 失业率由4.2%降至3.9%，就业率上升0.5个百分点: a rate that the points name is no other one.
    if rowed.is_none() && names_other(facts, id, new) && !scope.fits(&equation) {
        return out.unchecked(RULE.name, "D03", from..fact.range.end, vec![id, new, old], Reason::NoBase);
    }
    // 分别上升3.7个和1.5个百分点: points of a row have rates of a row.
    if rowed.is_none() && facts.row(id).len() > 1 && !scope.fits(&equation) {
        return out.unchecked(RULE.name, "D03", from..fact.range.end, vec![id, new, old], Reason::Ambiguous);
    }
    out.relation(Relation {
        rule,
        cue,
        kind: Kind::Difference,
        source: Source::Asserted,
        equation,
        range: from..fact.range.end,
        sure: true,
        warning: "W45",
    });
}

/// Whether the words before points name a rate, and neither those of the later one nor of the start of its movement do.
fn names_other(facts: &Facts, id: usize, new: usize) -> bool {
    let Some(name) = facts.get(id).and_then(Fact::changed).filter(|name| name.ends_with('率')) else { return false };
    let stem: Vec<char> = name.chars().rev().take(3).collect();
    let stem: String = stem.into_iter().rev().collect();
    let bears = |at: usize| facts.get(at).is_some_and(|f| f.left.contains(&stem) || f.label.words.contains(&stem));
    stem.chars().count() == 3 && !bears(new) && !new.checked_sub(1).is_some_and(bears)
}

/// 由95.2%升至96.5%，高于目标0.5个百分点: what was to be reached is no end of the movement before the points.
fn is_of_goal(fact: &Fact, id: usize, out: &mut Sink) -> bool {
    let said = fact.against_goal().is_some();
    if said && !out.computes(id) {
        out.unchecked(RULE.name, "D03", fact.range.clone(), vec![id], Reason::NoBase);
    }
    said
}

/// 适用率91.2%，采纳率97.6%，分别较上年（87.5%、96.1%）上升3.7个和1.5个百分点: of rows of points, of rates before and of rates in a bracket
/// those in one place.
fn in_row(facts: &Facts, id: usize) -> Option<(usize, usize)> {
    let (row, fact) = (facts.row(id), facts.get(id)?);
    let rates = |depth: u8| {
        let rate = |f: &Fact| is_rate(f) && f.place.depth == depth && f.place.segment == fact.place.segment;
        facts.pick(facts.in_sentence(fact.place.sentence).start..row.start, rate).collect::<Vec<usize>>()
    };
    let (new, old) = (rates(fact.place.depth), rates(fact.place.depth + 1));
    let at = id - row.start;
    let told = row.len() > 1 && old.len() == row.len();
    let own = new.len().checked_sub(row.len()).and_then(|from| new.get(from + at));
    own.zip(old.get(at)).filter(|_| told).map(|(new, old)| (*new, *old))
}

/// 回落3.8个百分点（上半年4.7%，一季度8.5%）: the brackets give both.
fn told_base(facts: &Facts, id: usize) -> Option<(usize, usize)> {
    let old = facts.base_behind(id, is_rate)?;
    let open = facts.get(old)?.place.bracket?;
    let mut others = (id + 1..id + 3).filter(|o| *o != old);
    let new = others.find(|o| facts.get(*o).is_some_and(|f| f.place.bracket == Some(open) && is_rate(f)))?;
    Some((new, old))
}

/// 结余率3.72%；上年为3.97%，降0.25个百分点: last year's rate, told by nothing but its year, and the one right before it.
fn apart(facts: &Facts, id: usize) -> Option<(usize, usize)> {
    let (fact, old, new) = (facts.get(id)?, id.checked_sub(1)?, id.checked_sub(2)?);
    let (base, own) = (facts.get(old)?, facts.get(new)?);
    let year = ["上年为", "上年", "上年是", "去年为", "去年", "上年同期为"].contains(&base.left.as_str());
    let beside = base.place.segment == fact.place.segment && base.place.clause + 1 == fact.place.clause;
    let near = own.place.segment + 1 == base.place.segment && own.place.sentence == base.place.sentence;
    let named = own.left.ends_with('率') || own.left.ends_with("率为");
    let levels = base.role != Role::Growth && own.role != Role::Growth;
    let said = year && beside && near && named && levels && fact.phrase.is_empty();
    (said && is_rate(base) && is_rate(own) && own.place.depth == fact.place.depth).then_some((new, old))
}

/// What a rate is below.
const BELOW: [&str; 4] = ["低于", "不及", "慢于", "落后于"];

/// 进度62.02%，低于75%的序时进度12.98个百分点: the rate that was to be reached, and the one before it.
fn target(facts: &Facts, id: usize) -> Option<(usize, usize)> {
    let (fact, old, new) = (facts.get(id)?, id.checked_sub(1)?, id.checked_sub(2)?);
    let (base, own) = (facts.get(old)?, facts.get(new)?);
    let said = BELOW.iter().any(|w| base.left.ends_with(w)) && fact.left.starts_with('的');
    let near = base.place.clause == fact.place.clause && own.place.segment == fact.place.segment;
    (said && near && is_rate(base) && is_rate(own)).then_some((new, old))
}

/// 进度53.4%，快于时序进度50%，快3.4个百分点: the rate that the clause before compares with, and the one before that.
fn beyond(facts: &Facts, id: usize) -> Option<(usize, usize)> {
    let (fact, old, new) = (facts.get(id)?, id.checked_sub(1)?, id.checked_sub(2)?);
    let word = fact.left.trim_end_matches(['了', '出']);
    let (base, own) = (facts.get(old)?, facts.get(new)?);
    let than = |w: char| word.starts_with(w) && base.left.strip_prefix(w).is_some_and(|words| words.starts_with('于'));
    let near = base.place.segment == fact.place.segment && own.place.segment == fact.place.segment;
    let said = word.chars().count() == 1 && ['快', '慢', '高', '低'].into_iter().any(than);
    (said && near && is_rate(base) && is_rate(own)).then_some((new, old))
}

/// 比去年同期（7.6%）回落, 较上年提高…，上年为60.7%: the nearest rate before and the one the words name.
fn compared(facts: &Facts, id: usize, rates: &[usize]) -> Option<(usize, usize)> {
    let old = facts.enclosed_base(id).filter(|b| facts.get(*b).is_some_and(is_rate));
    let old = old.or_else(|| facts.base_behind(id, is_rate))?;
    let own = |r: &&usize| facts.get(**r).is_some_and(|f| f.role != Role::Base) && **r != old;
    rates.iter().rev().find(own).map(|new| (*new, old))
}

fn is_rate(fact: &Fact) -> bool {
    fact.figure.unit.base == "%" && fact.figure.is_plain()
}

/// The later and the earlier rate: both ends of a movement, the base of a comparison, or this year's and last year's.
fn pair(scope: &Scope, rates: &[usize]) -> Option<(usize, usize)> {
    let facts = scope.facts;
    let with = |test: &dyn Fn(&Fact) -> bool| rates.iter().rev().copied().find(|r| facts.get(*r).is_some_and(test));
    let start = with(&|f| matches!(f.role, Role::From | Role::Base));
    let end = with(&|f| f.role == Role::To);
    if let (Some(from), Some(to)) = (start, end) {
        return Some((to, from));
    }
    if let Some(base) = start.filter(|b| facts.get(*b).is_some_and(|f| f.role == Role::Base)) {
        return rates.iter().rev().find(|r| **r < base).map(|r| (*r, base));
    }
    let past = |id: usize| facts.get(id).is_some_and(|f| f.period.is_past(facts.year));
    match rates {
        [a, b] if past(*a) && !past(*b) => Some((*b, *a)),
        [a, b] if past(*b) && !past(*a) => Some((*a, *b)),
        _ => None,
    }
}

/// 增长9.8%，占34.3%，提升2.4个百分点: it is the share that rose, and the growth before it is of another kind.
fn of_one_kind(facts: &Facts, mut rates: Vec<usize>) -> Vec<usize> {
    let role = |id: usize| facts.get(id).map(|f| f.role);
    let other = match rates.last().and_then(|last| role(*last)) {
        Some(Role::Share) => Some(Role::Growth),
        Some(Role::Growth) => Some(Role::Share),
        _ => return rates,
    };
    rates.retain(|r| role(*r) != other);
    rates
}
