//! L03–L05, L07: points for what was done, and points taken off.

use super::{is_score, is_total, relation};
use crate::fact::Fact;
use crate::gather::Gather;
use crate::number::{Dimension, Extent};
use crate::relation::{Equation, Kind, Relation, Term};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// Words for all that was taken off.
const TAKEN_OFF: [&str; 9] =
    ["扣分合计", "合计扣分", "累计扣分", "共扣分", "总扣分", "扣分共", "共计扣分", "共扣", "合计扣"];

/// States what a score says of the figures before it in its sentence.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) {
    let Some(fact) = scope.facts.get(id) else { return };
    let words = fact.left.trim_end_matches(['为', '是']);
    if words.ends_with_any(&TAKEN_OFF) {
        all_taken_off(scope, id, out);
    }
    reckoned(scope, id, out);
    if words.ends_with('得') || words.ends_with("得分") {
        for_rate(scope, id, out);
        for_target(scope, id, out);
        taken_off(scope, id, out);
    }
}

/// L03: 执行率96.5%，得9.65分（分值10分）.
fn for_rate(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let Some(fact) = facts.get(id) else { return };
    let sentence = facts.in_sentence(fact.place.sentence);
    let beside = |f: &Fact| f.place.segment == fact.place.segment;
    fn bare(f: &Fact) -> &str {
        f.left.trim_end_matches(['为', '是', '达', '到'])
    }
    let is_rate = |f: &Fact| beside(f) && f.figure.unit.dimension == Dimension::Percent && f.figure.is_plain();
    let mut rates = facts
        .pick(sentence.start..id, |f| is_rate(f) && ["执行率", "完成", "完成率"].iter().any(|w| bare(f).ends_with(w)));
    // 该指标满分10分; 得满分12分 is a score.
    let is_full = |f: &Fact| f.left.mentions("分值") || bare(f).ends_with("满分") && !f.left.mentions("得满分");
    let mut full = facts.pick(sentence.clone(), |f| beside(f) && is_score(f) && is_full(f));
    let scores = facts.pick(sentence, |f| beside(f) && is_score(f)).count();
    if let (Some(done), None, Some(points), None, 2) = (rates.next(), rates.next(), full.next(), full.next(), scores) {
        let equation = Equation::Score { score: id, points, done, due: None };
        out.relation(Relation { sure: false, ..relation(scope, "L03", Kind::Product, equation, "W24") });
    }
}

/// L03: 预算执行率9.72分（满分10分，按执行率97.2%折算）: the mark and the rate in the bracket right behind, where words say that it is reckoned so.
fn reckoned(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let Some(fact) = facts.get(id) else { return };
    let inside = |at: usize| facts.get(at).filter(|f| f.place.bracket == Some(fact.range.end));
    let (points, done) = (id + 1, id + 2);
    let Some((full, rate)) = inside(points).zip(inside(done)).filter(|_| inside(done + 1).is_none()) else { return };
    let words = facts.text.words(rate.range.end..rate.range.end + 3);
    let said = words.mentions_any(&["折算", "计算", "计分", "计得"]) && rate.left.mentions_any(&["执行率", "完成率"]);
    if said && is_score(full) && rate.figure.unit.dimension == Dimension::Percent && rate.figure.is_plain() {
        let equation = Equation::Score { score: id, points, done, due: None };
        out.relation(Relation { sure: false, ..relation(scope, "L03", Kind::Product, equation, "W24") });
    }
}

/// L04, L05: 目标200人，完成190人，10分得9.5分. A target that may not be exceeded counts the other way round.
fn for_target(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let (Some(fact), Some(points)) = (facts.get(id), id.checked_sub(1)) else { return };
    let Some(full) = facts.get(points).filter(|f| is_score(f)) else { return };
    // 10分得9.5分; 分值10分，得分9.5分
    let said = facts.between(points, id).trim_start_matches(['，', '、']);
    if said != "得" && !(full.left.ends_with("分值") && said == "得分") {
        return;
    }
    let before = facts.in_sentence(fact.place.sentence).start..points;
    let [target, actual] =
        facts.pick(before, |f| f.is_level() && f.place.depth == full.place.depth && !is_score(f)).gather()[..]
    else {
        return;
    };
    let (Some(wanted), Some(done)) = (facts.get(target), facts.get(actual)) else { return };
    let worded =
        wanted.left.mentions_any(&["目标", "计划", "任务", "指标值"]) && done.left.mentions_any(&["完成", "实际"]);
    if !worded || !wanted.is_like(done) || wanted.is_zero() || done.is_zero() || !done.figure.is_plain() {
        return;
    }
    let reverse = wanted.figure.extent == Extent::AtMost;
    let (over, under, cue) = if reverse { (target, actual, "L05") } else { (actual, target, "L04") };
    let equation = Equation::Score { score: id, points, done: over, due: Some(under) };
    out.relation(Relation { sure: false, ..relation(scope, cue, Kind::Product, equation, "W48") });
}

/// How many figures back the score of the whole is looked for.
const REACH: usize = 60;

/// L07: 总分91.5分。扣分合计8.5分: all that was taken off and the last score of the whole before it are full marks together.
fn all_taken_off(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let Some(fact) = facts.get(id) else { return };
    let likely = |f: &Fact| f.figure.value >= 60.into() && f.figure.value < 100.into();
    let total = |f: &Fact| is_score(f) && is_total(f) && likely(f) && f.place.paragraph + 3 >= fact.place.paragraph;
    let Some(score) = facts.pick(id.saturating_sub(REACH)..id, total).next_back() else { return };
    // 五项满分合计100分，共扣6分: what could be got may stand beside it.
    let whole = |f: &Fact| is_score(f) && f.figure.value == 100.into() && f.place.sentence == fact.place.sentence;
    let full = id.checked_sub(1).filter(|full| facts.get(*full).is_some_and(whole));
    let equation = match full {
        Some(full) => Equation::Sum { parts: vec![Term::plus(full), Term::minus(score)], whole: vec![Term::plus(id)] },
        None => {
            let terms = vec![Term::plus(score), Term::plus(id)];
            Equation::Fixed { terms, least: 100, most: 100, closed: true }
        }
    };
    let near = facts.get(score).is_some_and(|f| f.place.paragraph == fact.place.paragraph);
    if scope.fits(&equation) || near && scope.is_stated_slip(&equation) {
        out.relation(Relation { sure: near, ..relation(scope, "L07", Kind::Sum, equation, "W23") });
    }
}

/// L07: 扣5分，得95分.
fn taken_off(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let Some(fact) = facts.get(id) else { return };
    let scores: Vec<usize> = facts.pick(facts.in_sentence(fact.place.sentence).start..id, is_score).gather();
    let off = !scores.is_empty()
        && scores.iter().all(|s| {
            facts
                .get(*s)
                .is_some_and(|f| f.left.ends_with('扣') || f.left.ends_with("扣分") || f.left.ends_with("扣减"))
        });
    // 扣1分，得9分 speaks of one indicator, not of full marks.
    if !off || fact.figure.value < 60.into() {
        return;
    }
    let mut terms: Vec<Term> = scores.iter().map(|s| Term::plus(*s)).gather();
    terms.push(Term::plus(id));
    let equation = Equation::Fixed { terms, least: 100, most: 100, closed: true };
    if scope.fits(&equation) || scores.len() == 1 {
        out.relation(Relation { sure: is_total(fact), ..relation(scope, "L07", Kind::Sum, equation, "W23") });
    }
}
