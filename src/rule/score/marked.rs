//! L01: 得分94分。分项为：执行9分（满分10分）、产出47分（50分）、…: points got with their full marks in brackets, behind the score of the whole.
//! That the marks make a hundred says that these are all of them.

use super::{is_score, is_total, relation};
use crate::fact::Fact;
use crate::gather::Gather;
use crate::relation::{Equation, Kind, Term};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// How many marks make a list.
const MARKS: usize = 3;

/// States the total of the points listed behind it, in its sentence or the next of its paragraph.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let Some(fact) = facts.get(id).filter(|f| is_total(f) && f.place.depth == 0) else { return };
    if facts.is_full_marks(id) {
        return;
    }
    let end = facts.in_sentence(fact.place.sentence + 1).end.max(id + 1);
    // 上年分项：执行9.2分（10分）、…: nor are last year's points those of this year.
    let past = |f: &Fact| {
        let sentence = facts.clauses.sentences().get(f.place.sentence).map_or(0, |s| s.start);
        let words = facts.text.words(sentence..f.range.start);
        f.place.sentence != fact.place.sentence && words.mentions_any(&["上年", "去年", "上一年", "往年"])
    };
    let same = |f: &Fact| f.place.depth == 0 && f.place.paragraph == fact.place.paragraph;
    let got = |f: &Fact| is_score(f) && same(f) && !past(f);
    let other = |f: &Fact| is_total(f) || f.left.mentions_any(&["扣", "失", "满分", "分值", "权重"]);
    let listed: Vec<(usize, usize)> =
        facts.pick(id + 1..end, |f| got(f) && !other(f)).filter_map(|part| Some((part, mark(scope, part)?))).gather();
    let terms = |ids: &mut dyn Iterator<Item = usize>| ids.map(Term::plus).gather();
    let marks = terms(&mut listed.iter().map(|(_, mark)| *mark));
    let all = Equation::Fixed { terms: marks, least: 100, most: 100, closed: true };
    if listed.len() >= MARKS && scope.fits(&all) {
        let parts = terms(&mut listed.iter().map(|(part, _)| *part));
        let equation = Equation::Sum { parts, whole: vec![Term::plus(id)] };
        if !out.computes(id) {
            out.relation(relation(scope, "L01", Kind::Sum, equation, "W23"));
        }
        in_all(scope, id, listed.iter().map(|(_, mark)| *mark).gather(), out);
    }
}

/// L06: 满分100分，自评94分。…: what could be got in all, right before what was got.
pub(super) fn in_all(scope: &Scope, id: usize, marks: Vec<usize>, out: &mut Sink) {
    let facts = scope.facts;
    let named = |f: &Fact| f.left.ends_with_any(&["满分", "总分", "分值", "总分值", "满分为", "总分为"]);
    let said = |full: &usize| facts.get(*full).is_some_and(|f| is_score(f) && named(f));
    let parts = marks.into_iter().map(Term::plus).gather();
    if let Some(full) = id.checked_sub(1).filter(said) {
        let equation = Equation::Sum { parts, whole: vec![Term::plus(full)] };
        if scope.fits(&equation) {
            out.relation(relation(scope, "L06", Kind::Sum, equation, "W23"));
        }
    }
}

/// The one score in the bracket right behind another.
fn mark(scope: &Scope, part: usize) -> Option<usize> {
    let (own, mark) = (scope.facts.get(part)?, part + 1);
    let inside = |id: usize| scope.facts.get(id).is_some_and(|f| f.place.bracket == Some(own.range.end));
    let full = scope.facts.get(mark).is_some_and(is_score);
    (full && inside(mark) && !inside(mark + 1)).then_some(mark)
}
