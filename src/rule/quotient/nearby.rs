//! B08, D01: rates that no words bind to their amounts, where of all pairs of amounts around them just one gives the rate.
//!
//! It never says that a rate is wrong: what is not found stays open. Each wider circle of amounts is asked only where the one
//! inside it has no answer, and only while there are so few pairs that chance hardly hits the rate.

mod ways;

use super::denied::Worded;
use super::relation;
use crate::fact::{Fact, Facts, Role};
use crate::gather::Gather;
use crate::number::format::digits;
use crate::number::{Decimal, Dimension};
use crate::relation::{Equation, Kind, Relation, ratio};
use crate::rule::{Scope, Sink};
use crate::text::Mention;
use ways::{Tried, Way, equation, ways};

/// How many facts back the widest circle reaches.
const REACH: usize = 40;

/// How many pairs a rate printed to whole per cents may be tried with; each place printed behind the point makes chance ten times
/// rarer, so that one pair in fifty hits a rate it has nothing to do with.
const PAIRS: usize = 2;

/// How many digits a rate has at least that is looked for in the whole document.
const TELLING: u32 = 3;

/// What a rate is not told of, but to be reached or held against.
const AIMS: [&str; 10] = ["目标", "标准", "要求", "指标", "水平", "序时", "力争", "确保", "红线", "任务"];

/// Whether a rate is one that was to be reached: 高于95%的目标, 目标值（92%）.
fn is_aim(facts: &Facts, rate: &Fact) -> bool {
    let behind = rate.right.strip_prefix('的').unwrap_or(&rate.right);
    let than = rate.left.ends_with_any(&["高于", "低于", "达到", "超过", "超出", "不足", "比", "离", "距"]);
    let clause = facts.clauses.clauses().get(rate.place.clause).map_or(rate.range.start, |c| c.start);
    let before = facts.text.words(clause.min(rate.range.start)..rate.range.start);
    than || behind.mentions_any(&AIMS) || before.mentions_any(&AIMS) && rate.role != Role::Completion
}

fn amount(fact: &Fact) -> bool {
    let stated = fact.is_level() || matches!(fact.role, Role::Change | Role::Rest | Role::Base | Role::From);
    stated && fact.is_amount() && fact.figure.is_plain() && !fact.is_zero() && fact.figure.unit.base != "分"
}

/// The circles of amounts around a rate, from its part of the sentence outwards.
/// The last circle is that of what the whole document is told of, where the words name it: 相当于年初预算的15.5%.
fn circles<'a>(facts: &'a Facts, id: usize, rate: &'a Fact) -> impl Iterator<Item = Vec<usize>> + 'a {
    let sentence = facts.in_sentence(rate.place.sentence);
    let is_beside = |f: &Fact| f.place.segment == rate.place.segment;
    // 网办率94.0%（网办57565件）: what a rate is of may stand right behind it; but 下降4.7%，未达到160万次 compares with another time.
    let could = |f: &Fact| amount(f) && is_beside(f) && (rate.role != Role::Growth || f.period.is_past(facts.year));
    let behind = facts.pick(id + 1..sentence.end.min(id + 2), could).next();
    let near = id.saturating_sub(REACH);
    let all: Vec<usize> = facts.pick(near..id, amount).gather();
    let outside = all.partition_point(|amount| *amount < sentence.start);
    // Each is gathered when those inside it had no answer.
    (0..4).map(move |circle| {
        let own = || all.iter().copied().skip(outside);
        match circle {
            0 => own().filter(|id| facts.get(*id).is_some_and(is_beside)).chain(behind).gather(),
            1 => own().chain(behind).gather(),
            2 => all.iter().copied().chain(behind).gather(),
            _ => {
                let everything: Vec<usize> = facts.of_everything(&rate.phrase).gather();
                if everything.is_empty() { everything } else { everything.into_iter().chain(own()).gather() }
            }
        }
    })
}

/// States the rate where just one pair of amounts gives it.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let percent = |f: &&Fact| matches!(f.figure.unit.dimension, Dimension::Percent | Dimension::PerMille);
    let Some(rate) = facts.get(id).filter(percent) else { return };
    let ways = ways(rate);
    let of_row = rate.left.is_empty() || rate.left.mentions_any(&["分别", "依次", "合计", "共占", "两者"]);
    if ways.is_empty() || of_row || is_aim(facts, rate) {
        return;
    }
    if let Some(pair) = executed(scope, id, rate) {
        return say(scope, id, Way::Share, pair, out);
    }
    if let Some(share) = misprinted(scope, id, rate) {
        let range = facts.span(&share.all());
        return out.relation(Relation { sure: false, ..relation("B08", Kind::Ratio, share, range) });
    }
    let limit = PAIRS * 10usize.saturating_pow(rate.figure.places);
    // 3.1亿元 and 2.6亿元 are rounded so much that they give every rate near 19%: the amounts as printed have to give it.
    let worded = Worded::new(scope, id, rate);
    let ways: Vec<Tried> = ways.into_iter().map(|way| Tried::new(scope, id, rate, way)).gather();
    let mut last = Vec::new();
    for (nth, circle) in circles(facts, id, rate).enumerate() {
        // What the circle inside it had no answer for has none in one that holds no more.
        if circle == last {
            continue;
        }
        let most = limit.div_euclid(ways.len());
        // Nor has a pair of it; but the last circle goes around none.
        let asked = if nth < 3 { last.as_slice() } else { &[] };
        let Some(pairs) = pairs(scope, &worded, (&circle, asked), most, out) else { return };
        let all = pairs.iter().flat_map(|pair| ways.iter().map(move |tried| (tried, *pair)));
        let giving = all.filter(|(tried, pair)| tried.gives(scope, *pair));
        let fitting: Vec<(Way, (usize, usize))> = giving.map(|(tried, pair)| (tried.way, pair)).gather();
        match fitting.as_slice() {
            [] => {}
            [(way, pair)] => return say(scope, id, *way, *pair, out),
            // 节约10万元，节支率5%: what was saved of the budget, or what was spent less than it, is one reading in two forms.
            [first, second] if first.0 != second.0 && first.1.1 == second.1.1 => {
                let told = if first.0 == Way::Share { first.1 } else { second.1 };
                return say(scope, id, Way::Share, told, out);
            }
            _ => return,
        }
        last = circle;
    }
}

/// 全年支出21217万元：基本支出…。预算执行率96.29%: what was spent and the budget that the whole document told first, where a rate names no item and has
/// digits enough that chance hardly makes it fit.
fn executed(scope: &Scope, id: usize, rate: &Fact) -> Option<(usize, usize)> {
    const COMMON: [&str; 7] = ["部门", "整体", "支出", "全年", "年度", "总体", "预算"];
    let item = rate.left.trim_end_matches(['为', '达', '是']).strip_suffix("执行率")?;
    let named = !COMMON.iter().fold(item.to_owned(), |words, common| words.replace(common, "")).is_empty();
    let facts = scope.facts;
    let budgets = || ["调整预算", "年初预算"].into_iter().flat_map(|words| facts.of_everything(words));
    let mut pairs = facts.of_everything("全年支出").flat_map(|part| budgets().map(move |whole| (part, whole)));
    let told = !named && rate.figure.digits() >= TELLING;
    pairs.find(|pair| told && scope.is_close(&equation(Way::Share, rate, *pair, id)))
}

/// 全年支出21217万元。…预算执行率96.29%: the two told first of everything, where one digit keeps the rate of execution from them.
fn misprinted(scope: &Scope, id: usize, rate: &Fact) -> Option<Equation> {
    let facts = scope.facts;
    let bare = rate.left.trim_end_matches(['为', '达', '是']);
    let named = ["预算执行率", "支出执行率", "整体支出预算执行率", "部门预算执行率"].contains(&bare);
    let part = facts.of_everything("全年支出").next().filter(|_| named)?;
    let whole = facts.of_everything("调整预算").next()?;
    Some(ratio(part, whole, id)).filter(|share| scope.is_slip(share))
}

/// An amount with its digits and how many of them are behind the point, and whether it was asked before.
type Near<'a> = (usize, &'a Fact, Option<(i128, u32)>, bool);

/// The pairs of amounts of a circle that can give a rate, each pair of values once and one of the two at least in the sentence of the rate, but
/// for those of which both were asked before; none where there are more than so many, those included.
fn pairs(
    scope: &Scope,
    worded: &Worded,
    (circle, asked): (&[usize], &[usize]),
    most: usize,
    out: &Sink,
) -> Option<Vec<(usize, usize)>> {
    let (facts, rate) = (scope.facts, worded.rate);
    let sentence = facts.in_sentence(rate.place.sentence);
    // The same amount told twice is asked once, where it stands nearest. In their shortest form equal numbers have the same digits.
    let mut near: Vec<Near> = Vec::with_capacity(circle.len());
    for id in circle.iter().rev() {
        let (Some(fact), value) = (facts.get(*id), facts.base_value(*id).map(digits)) else { continue };
        if !near.iter().any(|(_, other, known, _)| *known == value && other.is_like(fact)) {
            near.push((*id, fact, value, asked.contains(id)));
        }
    }
    let here: Vec<Near> = near.iter().filter(|(id, ..)| sentence.contains(id)).copied().gather();
    let (mut count, mut found) = (0, Vec::with_capacity(near.len()));
    for (part, own, _, again) in near.iter().filter(|(_, own, ..)| worded.could_be_part(own) && !is_contrary(rate, own))
    {
        let wholes = if sentence.contains(part) { &near } else { &here };
        for (whole, of, _, too) in wholes.iter().filter(|(whole, ..)| whole != part) {
            if of.is_like(own) && is_telling(of) && worded.could_divide((*part, *whole), out) {
                count += 1;
                found.extend(Some((*part, *whole)).filter(|_| !(*again && *too)));
            }
            if count > most {
                return None;
            }
        }
    }
    Some(found)
}

/// 减少25.60万元，增长4.00%的是人员经费: whether an amount changed the other way than a rate of growth.
fn is_contrary(rate: &Fact, part: &Fact) -> bool {
    part.role == Role::Change && rate.role == Role::Growth && part.direction * rate.direction < 0
}

/// 占总人口31万人的26%；…，占老年人口的4%: whether the words of another share call an amount its whole.
pub(super) fn is_of_other(scope: &Scope, rate: &Fact, whole: usize) -> bool {
    let base = |f: &Fact| f.role == Role::Base && f.left.starts_with('占') && f.place.clause != rate.place.clause;
    rate.role == Role::Share && !rate.phrase.is_empty() && scope.facts.get(whole).is_some_and(base)
}

/// 2起 of 3起: of what can be counted on the fingers too many numbers are two thirds of each other.
fn is_telling(whole: &Fact) -> bool {
    !whole.figure.unit.is_whole() || whole.figure.value >= Decimal::TEN
}

fn say(scope: &Scope, id: usize, way: Way, pair: (usize, usize), out: &mut Sink) {
    let Some(rate) = scope.facts.get(id) else { return };
    let equation = equation(way, rate, pair, id);
    let range = scope.facts.span(&equation.all());
    let stated = relation("B08", Kind::Ratio, equation, range);
    out.relation(match way {
        Way::Share => stated,
        Way::Growth => Relation { rule: "growth", cue: "D01", kind: Kind::Growth, ..stated },
    });
}
