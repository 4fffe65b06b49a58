//! D12: what the parts pull a growth up or down: 地方投资拉动增长10.7个百分点，中央投资负向拉动8.7个百分点，投资增长2.0%.

use super::relation;
use crate::fact::{Fact, Role};
use crate::number::Dimension;
use crate::relation::{Equation, Kind, Relation, Term, ratio};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// Words by which a part pulls down.
const DOWN: [&str; 4] = ["负向", "下拉", "拉低", "拖累"];
/// How many paragraphs before the pulls the growth may stand.
const REACH: usize = 2;

/// Words of how far a part moves the whole.
const PULLS: [&str; 2] = ["拉动", "带动"];

/// 贡献率6.6%，拉动增长0.2个百分点: states that a pull is so much of the growth of all, of the one before that bears it out.
fn contributed(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let rate =
        |f: &Fact| f.left.mentions("贡献率") && f.figure.unit.dimension == Dimension::Percent && f.figure.is_plain();
    for id in facts.pick(0..facts.list.len(), rate) {
        let Some(part) = facts.get(id) else { continue };
        let points = |f: &Fact| f.role == Role::Points && f.figure.is_plain() && f.left.mentions_any(&PULLS);
        let pull = facts.pick(id + 1..id + 3, |f| points(f) && f.place.sentence == part.place.sentence).next();
        let grown = |f: &Fact| f.role == Role::Growth && f.figure.is_plain();
        let before = facts.in_paragraph(part.place.paragraph.saturating_sub(REACH)).start..id;
        let told = |pull: usize| facts.pick(before, grown).map(|whole| ratio(pull, whole, id)).find(|e| scope.fits(e));
        if let Some(equation) = pull.and_then(told) {
            let range = facts.span(&equation.all());
            out.relation(Relation { kind: Kind::Ratio, ..relation("D12", equation, range, false) });
        }
    }
}

/// States the growth that all pulls of a paragraph make to the last digit; some of them may be left out.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    contributed(scope, out);
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
}

/// 从县属和省属看: whether the words divide the growth into so many parts, which are all of them.
fn divides(scope: &Scope, first: usize, parts: usize) -> bool {
    let Some(sentence) = scope.facts.get(first).map(|f| f.place.sentence) else { return false };
    let head = scope.facts.head_of(sentence).split(['，', '：']).next().unwrap_or_default();
    scope.facts.is_division(sentence) && head.split(['和', '与', '及', '、']).count() == parts && parts > 1
}
