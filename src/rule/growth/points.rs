//! D03, D12, B04: 由40%升至45%，提高5个百分点: what lies between two rates.

use super::{RULE, above, against, structure};
use crate::fact::{Fact, Facts, Period, Role};
use crate::gather::Gather;
use crate::relation::{Equation, Kind, Reason, Relation, Source, Term};
use crate::rule::{Scope, Sink};
use crate::text::{Mention, Range};

/// States the difference of two rates in percentage points.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let Some(fact) = facts.get(id).filter(|f| f.figure.is_plain()) else { return };
    // 年均提高1.5个百分点 divides what lies between the rates; 第二产业投资拉动全区固投增长5.2个百分点 tells of what another one pulls.
    let no_difference = fact.left.mentions_any(&["年均", "每年", "月均", "拉动", "带动"]);
    if no_difference || is_of_goal(fact, id, out) || above::state(scope, id, out) || against::state(scope, id, out) {
        return;
    }
    if fact.direction == 0 {
        return by_figures(scope, id, out);
    }
    let rate = |f: &Fact| is_rate(f) && f.place.depth <= fact.place.depth && f.place.segment == fact.place.segment;
    // 比规定的70%高出20.80个百分点，上年为…，同比上升…: what other points were told of is no base of these.
    let role = |id: usize| facts.get(id).map(|f| f.role);
    let told_of = |r: usize| role(r) == Some(Role::Base) && role(r + 1) == Some(Role::Points) && r + 1 != id;
    let mut rates: Vec<usize> = facts.pick(facts.in_sentence(fact.place.sentence).start..id, rate).gather();
    rates.retain(|r| !told_of(*r));
    let rowed = in_row(facts, id);
    let told = rowed.or_else(|| told_base(facts, id)).or_else(|| structure::shares(facts, id));
    let told = told.or_else(|| apart(facts, id)).or_else(|| behind(scope, id));
    let Some(last) = rates.last().copied().or(told.map(|(new, _)| new)) else { return };
    let rates = of_one_kind(facts, rates);
    let told = told.or_else(|| compared(facts, id, &rates));
    let Some((new, old)) = told.or_else(|| pair(scope, &rates)) else {
        let start = facts.get(last).map_or(fact.range.start, |f| f.range.start);
        by_figures(scope, id, out);
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
    let from = facts.get(new.min(old)).map_or(fact.range.start, |f| f.range.start);
    let equation = distance((new, old), fact.direction, id);
    // 失业率由4.2%降至3.9%，就业率上升0.5个百分点: a rate that the points name is no other one.
    if rowed.is_none() && names_other(facts, id, new) && !scope.fits(&equation) {
        return out.unchecked(RULE.name, "D03", from..fact.range.end, vec![id, new, old], Reason::NoBase);
    }
    // 分别上升3.7个和1.5个百分点: points of a row have rates of a row.
    if rowed.is_none() && facts.row(id).len() > 1 && !scope.fits(&equation) {
        return out.unchecked(RULE.name, "D03", from..fact.range.end, vec![id, new, old], Reason::Ambiguous);
    }
    out.relation(Relation { rule, ..relation(cue, equation, from..fact.range.end) });
}

/// 城区满意率97.3%，乡镇满意率88.5%，两者相差8.8个百分点: where no words bind the points, the only two rates of the sentence that lie so far
/// apart.
fn by_figures(scope: &Scope, id: usize, out: &mut Sink) {
    /// How many figures back the rates are looked for.
    const REACH: usize = 40;
    /// How many pairs may be tried for points without a digit behind the point; each digit more makes chance ten times rarer.
    const PAIRS: usize = 2;
    let facts = scope.facts;
    let Some(fact) = facts.get(id) else { return };
    let before = facts.in_sentence(fact.place.sentence).start.max(id.saturating_sub(REACH))..id;
    let rates: Vec<usize> = facts.pick(before, |f| is_rate(f) && f.role != Role::Growth).rev().gather();
    if rates.len() * rates.len() > 2 * PAIRS * 10usize.saturating_pow(fact.figure.places) {
        return;
    }
    let pairs = rates.iter().flat_map(|a| rates.iter().map(move |b| (*a, *b))).filter(|(a, b)| a != b);
    let value = |id: usize| facts.base_value(id);
    let mut fitting: Vec<(usize, usize)> = pairs.filter(|(high, low)| scope.adds_up(&[*low, id], *high)).gather();
    fitting.dedup_by_key(|(high, low)| (value(*high), value(*low)));
    if let [(high, low)] = fitting[..] {
        let way = if is_turned(facts, (high, low), fact) { -1 } else { 1 };
        out.relation(relation("D03", distance((high, low), way, id), facts.span(&[high, low, id])));
    }
}

/// 合格率98.4%，上年抽检320批次，合格率97.5%，下降0.9个百分点: whether the words say the other way than rates moved of which the one told
/// right before is that of last year.
fn is_turned(facts: &Facts, (high, low): (usize, usize), points: &Fact) -> bool {
    let past = |words: &str| words.mentions_any(&["上年", "去年", "上一年"]);
    let between = facts.text.words(facts.span(&[high, low]));
    let last = facts.get(high.max(low)).is_some_and(|f| f.place.clause + 1 == points.place.clause);
    let falls = high > low;
    let named = facts.get(high).zip(facts.get(low)).is_some_and(|(a, b)| a.left == b.left && a.left.ends_with('率'));
    let moved = ["提升", "提高", "上升", "增长", "增加", "下降", "降低", "回落", "减少"];
    let said = points.phrase.is_empty() && moved.contains(&points.left.trim_end_matches('了'));
    let way = if falls { -1 } else { 1 };
    last && named && said && past(between) && points.direction * way < 0
}

/// What one rate lies above another, or below it.
pub(super) fn distance((new, old): (usize, usize), direction: i8, id: usize) -> Equation {
    let (high, low) = if direction < 0 { (old, new) } else { (new, old) };
    Equation::Sum { parts: vec![Term::plus(high), Term::minus(low)], whole: vec![Term::plus(id)] }
}

pub(super) fn relation(cue: &'static str, equation: Equation, range: Range) -> Relation {
    let source = Source::Asserted;
    Relation { rule: RULE.name, cue, kind: Kind::Difference, source, equation, range, sure: true, warning: "W45" }
}

/// Whether the words before points name a rate, and neither those of the later one nor of the start of its movement do.
fn names_other(facts: &Facts, id: usize, new: usize) -> bool {
    let Some(name) = facts.get(id).and_then(Fact::changed).filter(|name| name.ends_with('率')) else { return false };
    let stem: Vec<char> = name.chars().rev().take(3).gather();
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
        facts.pick(facts.in_sentence(fact.place.sentence).start..row.start, rate).gather()
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

/// 城镇化率46.6%，提高0.9个百分点（2020年末为45.7%）, 低于序时进度23.0个百分点（序时进度按50%计）: the only rate of the bracket behind points, of a year
/// before or called what they are measured from, and the one right before them.
fn behind(scope: &Scope, id: usize) -> Option<(usize, usize)> {
    let facts = scope.facts;
    let (fact, old, new) = (facts.get(id)?, id + 1, id.checked_sub(1)?);
    let (base, own) = (facts.get(old)?, facts.get(new)?);
    let inside = |f: &Fact| f.place.bracket == Some(fact.range.end);
    let phrase = fact.phrase.trim_end_matches(['末', '底', '的']);
    let named = phrase.chars().count() >= 3 && base.left.contains(phrase);
    let earlier = matches!(base.period, Period::Year(_)) && base.period != own.period;
    // 提高0.4个百分点（2020年为91.2%）: which year bare words are held against only the figures say.
    let fits = || scope.fits(&distance((new, old), fact.direction, id));
    let then = (earlier || base.period.is_past(facts.year)) && phrase.is_empty() && fits();
    let from = named || then || fact.left.chars().count() >= 4 && base.left.starts_with(last_noun(&fact.left));
    let beside = own.place.segment == fact.place.segment && own.place.depth == fact.place.depth;
    let levels = own.role != Role::Growth && base.role != Role::Growth && is_rate(own) && is_rate(base);
    let alone = inside(base) && !facts.get(old + 1).is_some_and(inside);
    (from && beside && levels && alone).then_some((new, old))
}

/// 序时进度 of 低于序时进度: what words hold a rate against.
fn last_noun(words: &str) -> &str {
    let held = ["高于", "高出", "低于", "快于", "慢于", "超过"].iter().filter_map(|way| words.rsplit_once(way));
    held.map(|(_, noun)| noun).find(|noun| noun.chars().count() >= 2).unwrap_or(words)
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

/// 比去年同期（7.6%）回落, 较上年提高…，上年为60.7%: the nearest rate before and the one the words name.
fn compared(facts: &Facts, id: usize, rates: &[usize]) -> Option<(usize, usize)> {
    let old = facts.enclosed_base(id).filter(|b| facts.get(*b).is_some_and(is_rate));
    let old = old.or_else(|| facts.base_behind(id, is_rate))?;
    let own = |r: &&usize| facts.get(**r).is_some_and(|f| f.role != Role::Base) && **r != old;
    rates.iter().rev().find(own).map(|new| (*new, old))
}

pub(super) fn is_rate(fact: &Fact) -> bool {
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
    // 收入比去年同期增长12.2%，税收增长9.8%，增幅回落19.8个百分点: what a growth is compared with is no time of its own.
    let own = |f: &Fact| f.role != Role::Growth || f.phrase.is_empty();
    let past = |id: usize| facts.get(id).is_some_and(|f| own(f) && f.period.is_past(facts.year));
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
        Some(Role::Share | Role::Ratio) => Some(Role::Growth),
        Some(Role::Growth) => Some(Role::Share),
        _ => return rates,
    };
    rates.retain(|r| role(*r) != other);
    rates
}
