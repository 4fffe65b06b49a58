//! L01: 执行20分，得19.2分；产出45分，得43.5分；效益35分，得33.8分。合计96.5分: what was got of each mark in its part of a sentence, behind which
//! stands the score of the whole. That the marks make a hundred says that these are all of them.

use super::{is_score, is_total, relation};
use crate::fact::Fact;
use crate::gather::Gather;
use crate::relation::{Equation, Kind, Term};
use crate::rule::{Scope, Sink};

/// How many marks make a list.
const MARKS: usize = 3;

/// How many figures before their sum the marks stand.
const REACH: usize = 60;

/// States the total of the marks told in turn right before it.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    full_marks(scope, id, out);
    // 总分100分，自评得96分：执行20分得19.2分，…: they may stand behind.
    let opens = |f: &Fact| facts.text.has(f.range.end, "：") && said(f).ends_with('得');
    let Some(fact) = facts.get(id).filter(|f| is_total(f) || is_summed(f) || opens(f)) else { return };
    if facts.is_full_marks(id) || out.computes(id) {
        return;
    }
    let sentence = facts.in_sentence(fact.place.sentence);
    let listed = if opens(fact) { id + 1..sentence.end } else { sentence.start..id };
    let mut before: Vec<usize> = facts.pick(listed, |f| is_score(f) && f.place.depth == 0).gather();
    if before.is_empty() {
        let same = |f: &Fact| is_score(f) && f.place.depth == 0 && f.place.paragraph == fact.place.paragraph;
        let previous = fact.place.sentence.checked_sub(1);
        before.extend(previous.into_iter().flat_map(|s| facts.pick(facts.in_sentence(s), same)));
    }
    // 自评满分100分，预算管理20分得19分: what all of it can bring is no mark of its own.
    before.retain(|mark| facts.get(*mark).is_some_and(|f| f.figure.value < 100.into()));
    let segment = |id: &usize| facts.get(*id).map(|f| f.place.segment);
    // Behind a colon the marks may stand clause by clause.
    let apart = |a: &usize, b: &usize| segment(a) == segment(b) && !(opens(fact) && facts.is_full_marks(*b));
    let turns = before.chunk_by(apart).map(|turn| turn_of(scope, turn));
    let Some((marks, got)) = turns.gather_all().map(|all| all.into_iter().unzip::<_, _, Vec<_>, Vec<_>>()) else {
        return;
    };
    let terms: Vec<Term> = marks.iter().copied().map(Term::plus).gather();
    let all = Equation::Fixed { terms, least: 100, most: 100, closed: true };
    if marks.len() >= MARKS && scope.fits(&all) {
        let parts = got.into_iter().map(Term::plus).gather();
        let equation = Equation::Sum { parts, whole: vec![Term::plus(id)] };
        out.relation(relation(scope, "L01", Kind::Sum, equation, "W23"));
        super::marked::in_all(scope, id, marks, out);
    }
}

/// L06: 投入15分，得14.5分；过程35分，得33分；…。各项指标满分合计100分: what could be got of all marks told in turn in the paragraph.
fn full_marks(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let summed = |f: &&Fact| {
        let words = said(f).trim_end_matches('计');
        ["满分合", "分值合", "满分共", "分值共", "满分总"].iter().any(|tail| words.ends_with(tail))
    };
    let Some(fact) = facts.get(id).filter(summed).filter(|_| !out.computes(id)) else { return };
    let paragraph = facts.in_paragraph(fact.place.paragraph).start.max(id.saturating_sub(REACH));
    // 投入（15分）得14.5分: they may stand in brackets.
    let told = |f: &Fact| is_score(f) && f.place.depth <= 1;
    let marks: Vec<usize> = facts.pick(paragraph..id, told).filter(|mark| facts.is_full_marks(*mark)).gather();
    let parts = marks.iter().copied().map(Term::plus).gather();
    let equation = Equation::Sum { parts, whole: vec![Term::plus(id)] };
    // 决策20分，得19分，其中立项10分，得9.5分，…: a mark may be part of another.
    let segment = |mark: &usize| facts.get(*mark).map(|f| f.place.segment);
    let apart = || marks.windows(2).all(|pair| matches!(pair, [a, b] if segment(a) != segment(b)));
    if marks.len() >= MARKS && (scope.fits(&equation) || apart() && scope.is_stated_slip(&equation)) {
        out.relation(relation(scope, "L06", Kind::Sum, equation, "W23"));
    }
}

/// 合计96.03分, 总计96.13分: whether the words say no more than that scores are added up.
fn is_summed(fact: &Fact) -> bool {
    ["合计", "总计", "共计", "合计得", "总计得"].contains(&fact.left.trim_end_matches(['为', '是']))
}

/// The mark of one part of a sentence and what was got of it: 产出50分，四项分别得19分、15分、9分、5分，共48分; 满意度10分得满分.
fn turn_of(scope: &Scope, turn: &[usize]) -> Option<(usize, usize)> {
    let facts = scope.facts;
    let (mark, behind) = turn.split_first()?;
    let full = facts.get(*mark)?;
    if said(full).ends_with('得') || full.left.ends_with('扣') {
        return None;
    }
    if behind.is_empty() {
        let words = facts.text.words(full.range.end..full.range.end + 4);
        return words.trim_start_matches('，').starts_with("得满").then_some((*mark, *mark));
    }
    let ends = |id: &usize, word: char| facts.get(*id).is_some_and(|f| said(f).ends_with(word));
    let first = behind.iter().copied().find(|id| ends(id, '得'))?;
    let row = facts.row(first);
    let summed = behind.iter().copied().find(|id| *id >= row.end && ends(id, '共'));
    let got = if row.len() > 1 { summed? } else { first };
    Some((*mark, got))
}

/// The words before a score without its filling.
fn said(fact: &Fact) -> &str {
    fact.left.trim_end_matches(['为', '是', '分'])
}
