//! D12: what the parts pull a growth up or down: 地方投资拉动增长10.7个百分点，中央投资负向拉动8.7个百分点，投资增长2.0%.

use super::relation;
use crate::catalog::industry::{INDUSTRIES, SECTORS};
use crate::fact::{Fact, Role};
use crate::gather::Gather;
use crate::relation::{Equation, Kind, Relation, Term, ratio};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// Words by which a part pulls down.
const DOWN: [&str; 4] = ["负向", "下拉", "拉低", "拖累"];
/// Words by which a part pulls at all.
const PULLS: [&str; 2] = ["拉动", "带动"];
/// How many paragraphs before the pulls the growth may stand.
const REACH: usize = 2;

/// States the growth that all pulls of a paragraph make to the last digit; some of them may be left out.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let down = |f: &Fact| f.left.mentions_any(&DOWN);
    let said = |id: usize| facts.get(id).is_some_and(|f| f.left.mentions_any(&PULLS) || down(f));
    let points = |f: &Fact| f.role == Role::Points && f.figure.is_plain();
    // 分别拉动增长0.7个、5.1个百分点: the words stand before the first of a row.
    let pulled = |id: &usize| said(*id) || said(facts.row(*id).start);
    for paragraph in 0..facts.text.paragraphs().len() {
        let mut terms: Vec<Term> = Vec::new();
        for id in facts.pick(facts.in_paragraph(paragraph), points).filter(pulled) {
            // The head of the list says one of them before.
            let again = terms.iter().any(|t| facts.base_value(t.fact) == facts.base_value(id));
            if !again {
                terms.push(if facts.get(id).is_some_and(down) { Term::minus(id) } else { Term::plus(id) });
            }
        }
        let Some(first) = terms.first().filter(|_| terms.len() >= 2).map(|t| t.fact) else { continue };
        let grown = |f: &Fact| f.role == Role::Growth && f.direction > 0 && f.figure.is_plain();
        let before = || facts.pick(facts.in_paragraph(paragraph.saturating_sub(REACH)).start..first, grown).rev();
        let equation = |whole: usize| Equation::Sum { parts: terms.clone(), whole: vec![Term::plus(whole)] };
        let exact = before().find(|whole| scope.exact(&equation(*whole)));
        let told = before().find(|whole| {
            let sentence = |id: usize| facts.get(id).map(|f| f.place.sentence);
            sentence(*whole) < sentence(first)
        });
        let told = told.filter(|whole| divides(scope, first, terms.len()) && scope.is_stated_slip(&equation(*whole)));
        if let Some(whole) = exact.or(told) {
            let equation = equation(whole);
            let range = facts.span(&equation.all());
            out.relation(Relation { kind: Kind::Difference, ..relation("D12", equation, range, false) });
        }
    }
    contributions(scope, out);
    shares(scope, out);
}

/// 贡献率为6.6%，拉动增长0.2个百分点: a share in a growth and the points that it is; only where they agree with the growth that the paragraph tells
/// first.
fn contributions(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let points = |f: &Fact| f.role == Role::Points && f.figure.is_plain() && f.left.mentions_any(&PULLS);
    for id in facts.pick(1..facts.list.len(), points) {
        let (Some(fact), Some(rate)) = (facts.get(id), facts.get(id - 1)) else { continue };
        let beside = rate.place.segment == fact.place.segment && rate.place.clause + 1 == fact.place.clause;
        let named = rate.left.mentions("贡献率") && rate.figure.unit.base == "%" && rate.figure.is_plain();
        let grown = |f: &Fact| f.role == Role::Growth && f.figure.unit.base == "%" && f.figure.is_plain();
        let first = facts.pick(facts.in_paragraph(fact.place.paragraph).start..id - 1, grown).next();
        let Some(first) = first.filter(|_| beside && named && !out.takes(id)) else { continue };
        let equation = ratio(id, first, id - 1);
        if scope.fits(&equation) {
            out.relation(relation("D12", equation, facts.span(&[first, id]), false));
        }
    }
}

/// 第一产业比重提高0.3个百分点，第二产业下降3.1个百分点，第三产业提高2.8个百分点: what some of the three industries gain of the whole the others lose.
fn shares(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    for sentence in 0..facts.clauses.sentences().len() {
        let points = |f: &Fact| f.role == Role::Points && f.figure.is_plain();
        let all: Vec<usize> = facts.pick(facts.in_sentence(sentence), points).gather();
        let [first, _, last] = all[..] else { continue };
        let before = facts.clauses.sentences().get(sentence.saturating_sub(1)).map_or(0, |s| s.start);
        let end = facts.get(last).map_or(before, |f| f.range.end);
        let own = facts.clauses.sentences().get(sentence).map_or(before, |s| s.start);
        let told = facts.text.words(own..end).mentions_any(&["比重", "占比", "比例"]);
        let words = facts.text.words(before..end);
        // 各回落0.3个和0.5个百分点: the verb stands once before a row.
        let way = |id: &usize| facts.get(facts.row(*id).start).map_or(0, |f| f.direction);
        let up: Vec<Term> = all.iter().filter(|id| way(id) > 0).copied().map(Term::plus).gather();
        let fell: Vec<Term> = all.iter().filter(|id| way(id) < 0).copied().map(Term::plus).gather();
        // 第一产业比重16.4%，下降1.1个百分点: the share itself may stand before what it lost, but no growth.
        let shared = |id: &usize| {
            let share = id.checked_sub(1).and_then(|last| facts.get(last));
            share.is_some_and(|f| f.figure.unit.base == "%" && f.left.mentions_any(&["比重", "占比", "比例"]))
        };
        // 第二产业增速提高2.1个百分点: a growth gains nothing of the whole.
        let of_growth =
            |id: &usize| facts.get(*id).is_some_and(|f| f.left.mentions_any(&["增速", "增幅", "增长", "贡献", "拉动"]));
        if !told
            || all.iter().any(of_growth)
            || last != first + 2 && !all.iter().all(shared)
            || up.len() + fell.len() < 3
            || up.is_empty()
            || fell.is_empty()
            || !SECTORS.iter().all(|names| words.mentions_any(names))
        {
            continue;
        }
        let (parts, whole) = if up.len() == 1 { (fell, up) } else { (up, fell) };
        let equation = Equation::Sum { parts, whole };
        // 第二产业中工业占比: what is part of an industry gains and loses nothing of the whole by itself.
        let words = facts.text.words(own..end);
        let whole = INDUSTRIES.iter().all(|names| words.mentions_any(names))
            && !words.mentions_any(&["产业中", "其中", "内部"]);
        if scope.fits(&equation) || whole && scope.is_stated_slip(&equation) {
            let stated = relation("D12", equation, facts.span(&all), true);
            out.relation(Relation { kind: Kind::Difference, warning: "W45", ..stated });
        }
    }
}

/// 从县属和省属看: whether the words divide the growth into so many parts, which are all of them.
fn divides(scope: &Scope, first: usize, parts: usize) -> bool {
    let Some(sentence) = scope.facts.get(first).map(|f| f.place.sentence) else { return false };
    let head = scope.facts.head_of(sentence).split(['，', '：']).next().unwrap_or_default();
    scope.facts.is_division(sentence) && head.split(['和', '与', '及', '、']).count() == parts && parts > 1
}
