//! D12: 增长9.8%，高出整体增速7.7个百分点: how far a growth lies above the growth of something else.

use super::relation;
use crate::fact::{Fact, Facts, Period, Role};
use crate::gather::Gather;
use crate::relation::{Equation, Kind, Relation, Term};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// How many figures back the growth of the whole is looked for.
const REACH: usize = 60;

/// States how far one growth lies above another; false where the words do not say so or nothing in reach bears them out.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) -> bool {
    let facts = scope.facts;
    let called = item(scope, id);
    let fits =
        |(own, other, direction): &(usize, usize, i8)| scope.fits(&distance(facts, *own, *other, *direction, id));
    let found = called.filter(fits).or_else(|| aside(scope, id)).or_else(|| named(scope, id));
    let Some((own, other, direction)) = found.or_else(|| enclosed(scope, id)).or(called) else { return false };
    let said = called.is_some_and(|(_, with, _)| with == other);
    let (Some(first), Some(fact)) = (facts.get(own.min(other)), facts.get(id)) else { return false };
    let stated = relation("D12", distance(facts, own, other, direction, id), first.range.start..fact.range.end, said);
    out.relation(Relation { kind: Kind::Difference, warning: "W45", ..stated });
    true
}

/// A growth less another; one that falls has its sign in its verb.
fn distance(facts: &Facts, own: usize, other: usize, direction: i8, id: usize) -> Equation {
    let term = |fact: usize, sign: i8| {
        let falls = facts.get(fact).is_some_and(|f| f.role == Role::Growth && f.direction < 0);
        Term { fact, sign: if falls { -sign } else { sign } }
    };
    let (high, low) = if direction < 0 { (other, own) } else { (own, other) };
    Equation::Sum { parts: vec![term(high, 1), term(low, -1)], whole: vec![Term::plus(id)] }
}

/// What the growth of everything is called by whose it is.
const WHOLES: [&str; 8] = ["全国", "全省", "全市", "全区", "全州", "全县", "总体", "整体"];

/// Words that stand before what a growth is held against, and behind it.
const WAYS: [(&str, i8); 7] =
    [("高出", 1), ("高于", 1), ("快于", 1), ("领先", 1), ("低于", -1), ("慢于", -1), ("落后", -1)];
const BEHIND: [(&str, i8); 7] = [("高出", 1), ("高", 1), ("快", 1), ("多", 1), ("低", -1), ("慢", -1), ("少", -1)];

/// Which way the words compare a growth with that of something else: 高出整体增速, 低于全省平均水平, 比外贸总体快.
fn compared(words: &str) -> Option<i8> {
    let before = WAYS.into_iter().find_map(|(way, direction)| {
        let (own, with) = words.rsplit_once(way)?;
        let rate = own.mentions_any(&["增速", "增幅"]);
        let named = with.mentions_any(&["增速", "增幅", "平均", "整体", "总体"]);
        (rate || named).then_some(direction)
    });
    let behind = || {
        let (head, direction) = BEHIND.into_iter().find_map(|(way, d)| Some((words.strip_suffix(way)?, d)))?;
        let (own, with) = head.rsplit_once(['比', '较'])?;
        let rate = own.mentions_any(&["增速", "增幅"]) || own.is_empty();
        let named = with.mentions_any(&["增速", "增幅", "平均"]) || with.mentions_any(&WHOLES);
        (rate && named).then_some(direction)
    };
    before.or_else(behind)
}

/// Whether a fact is how much something grew, or fell.
fn moves(fact: &Fact) -> bool {
    fact.role == Role::Growth && fact.direction != 0 && fact.figure.unit.base == "%" && fact.figure.is_plain()
}

fn rises(fact: &Fact) -> bool {
    fact.role == Role::Growth && fact.direction > 0 && fact.figure.unit.base == "%" && fact.figure.is_plain()
}

/// The name of what the words hold a growth against, and which way: 快于城镇居民, 增速比存款低.
fn against(words: &str) -> Option<(&str, i8)> {
    let before = WAYS.into_iter().find_map(|(way, direction)| words.rsplit_once(way).map(|all| (all, direction)));
    let behind = || {
        let (head, direction) = BEHIND.into_iter().find_map(|(way, d)| Some((words.strip_suffix(way)?, d)))?;
        Some((head.rsplit_once(['比', '较'])?, direction))
    };
    let ((own, with), direction) = before.or_else(behind)?;
    let name = with.trim_end_matches("增速").trim_end_matches("增幅").trim_end_matches('的');
    let meant = own.is_empty() || own.ends_with("增速") || own.ends_with("增幅");
    let item = name.chars().count() >= 2 && Period::of(name) == Period::Unstated && !name.mentions_any(&["平均", "体"]);
    (meant && item && !name.mentions_any(&WHOLES)).then_some((name, direction))
}

/// 城镇居民收入增长5.2%，农村居民收入增长7.4%，快于城镇居民2.2个百分点: the growth right before, and the only one before it in its sentence that
/// bears the name.
fn item(scope: &Scope, id: usize) -> Option<(usize, usize, i8)> {
    let facts = scope.facts;
    let fact = facts.get(id)?;
    let (name, direction) = against(&fact.left)?;
    let own = id.checked_sub(1)?;
    let place = |f: &Fact| (f.place.segment, f.place.depth);
    facts.get(own).filter(|f| moves(f) && place(f) == place(fact) && !f.left.contains(name))?;
    let bears = |id: usize| facts.get(id).is_some_and(|f| f.left.contains(name));
    let sentence = facts.in_sentence(fact.place.sentence).start..own;
    let mut others = facts.pick(sentence, moves).filter(|o| bears(*o) || facts.subject(*o).is_some_and(bears));
    let other = others.next().filter(|_| others.next().is_none())?;
    // 实际增长 and 名义增长 are two growths of one thing, and so are those of a month and of half a year.
    let words = facts.text.words(facts.span(&[other, id]));
    let clear = !words.mentions_any(&["实际", "名义", "可比", "累计", "季", "半年", "月"]);
    (clear || scope.fits(&distance(facts, own, other, direction, id))).then_some((own, other, direction))
}

/// 增长9.8%，高出整体增速7.7个百分点: the growth right before, and one further back that the points lead to.
fn named(scope: &Scope, id: usize) -> Option<(usize, usize, i8)> {
    let facts = scope.facts;
    let fact = facts.get(id)?;
    let direction = compared(&fact.left)?;
    let last = id.checked_sub(1)?;
    let beside = |own: usize| facts.get(own).filter(|f| rises(f) && f.place.segment == fact.place.segment);
    // 增长10.8%（全国增长9.3%），增速高于全国平均水平1.5个百分点: the other one stands in the bracket between.
    let enclosed = beside(last).is_some_and(|f| f.place.depth > fact.place.depth);
    let own = if enclosed { last.checked_sub(1)? } else { last };
    beside(own).filter(|f| f.place.depth == fact.place.depth)?;
    if enclosed {
        return scope.exact(&distance(facts, own, last, direction, id)).then_some((own, last, direction));
    }
    let mut before = facts.pick(own.saturating_sub(REACH)..own, moves).rev();
    // 农业下降2.1%。工业增长5.6%，高出全省7.7个百分点: a fall is the whole's only where it stands first in its paragraph.
    let could = |other: usize| {
        let first = |f: &Fact| facts.pick(facts.in_paragraph(f.place.paragraph), moves).next() == Some(other);
        facts.get(other).is_some_and(|f| rises(f) || first(f) && f.place.paragraph == fact.place.paragraph)
    };
    let bears = |other: usize| could(other) && scope.exact(&distance(facts, own, other, direction, id));
    before.find(|other| bears(*other)).map(|other| (own, other, direction))
}

/// 增幅比全省平均增幅（15.97%）高6个百分点: the other growth in brackets, and the one growth of the paragraph that bears it out.
fn aside(scope: &Scope, id: usize) -> Option<(usize, usize, i8)> {
    let facts = scope.facts;
    let fact = facts.get(id)?;
    let other = id.checked_sub(1)?;
    let base = facts.get(other)?;
    let enclosed = base.place.depth > fact.place.depth && base.place.clause == fact.place.clause;
    let clause = facts.clauses.clauses().get(fact.place.clause)?;
    let head = facts.text.words(clause.start..base.range.start.max(clause.start));
    if !enclosed || base.figure.unit.base != "%" || !head.mentions_any(&["增速", "增幅"]) {
        return None;
    }
    let direction = match facts.between(other, id).trim_start_matches('）') {
        "高" | "高出" | "快" => 1,
        "低" | "慢" => -1,
        _ => return None,
    };
    let holds = |own: &usize| {
        let equation = distance(facts, *own, other, direction, id);
        scope.fits(&equation) || scope.is_coarse(&equation)
    };
    facts
        .pick(facts.in_paragraph(fact.place.paragraph).start..other, rises)
        .filter(holds)
        .single()
        .map(|own| (own, other, direction))
}

/// 增长8.4%，比全省（7.7%）和全国（7.0%）分别高0.7、1.4个百分点: as many other growths in brackets as points, in their order, and the growth
/// before them.
fn enclosed(scope: &Scope, id: usize) -> Option<(usize, usize, i8)> {
    let facts = scope.facts;
    let (fact, row) = (facts.get(id)?, facts.row(id));
    let bases = row.start.checked_sub(row.len())?..row.start;
    let aside = |f: &Fact| f.figure.unit.base == "%" && f.figure.is_plain() && f.place.depth > fact.place.depth;
    let listed = facts.pick(bases.clone(), |f| aside(f) && f.place.clause == fact.place.clause).count() == row.len();
    let clause = facts.clauses.clauses().get(fact.place.clause)?;
    let compares = ["比", "较"].iter().any(|w| facts.text.has(clause.start, w));
    let words = facts.between(row.start - 1, row.start).trim_start_matches('）').trim_start_matches("分别");
    let direction = match words {
        "高" | "高出" | "快" => 1,
        "低" | "慢" => -1,
        _ => return None,
    };
    let beside = |f: &Fact| rises(f) && f.place.depth == fact.place.depth && f.place.segment == fact.place.segment;
    let before = facts.in_sentence(fact.place.sentence).start..bases.start;
    let own = facts.pick(before, beside).next_back().filter(|_| listed && compares)?;
    let other = bases.start + (id - row.start);
    let equation = distance(facts, own, other, direction, id);
    (scope.fits(&equation) || scope.is_stated_slip(&equation)).then_some((own, other, direction))
}
