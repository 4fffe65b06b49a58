//! 得分与等级 — scores, grades and the rates that scores are given for. Cues L01–L10 and L14–L16; L11–L13 are the tables'.
#![doc = include_str!("score.md")]

mod grade;
mod listed;
mod lost;
mod marked;
mod points;
mod rate;
mod tree;
mod turns;

use super::{Rule, Scope, Sink};
use crate::catalog::score::names_total;
use crate::fact::{Fact, Role};
use crate::gather::Gather;
use crate::number::{Decimal, Exact};
use crate::relation::{Equation, Kind, Order, Relation, Source, Term};
use crate::text::Mention;

pub(super) const RULE: Rule = Rule { code: "L", name: "score", find };

fn find(scope: &Scope, out: &mut Sink) {
    for id in 0..scope.facts.list.len() {
        let Some(fact) = scope.facts.get(id) else { continue };
        if is_score(fact) {
            if !is_rated_each(scope, fact) {
                total(scope, id, out);
            }
            turns::state(scope, id, out);
            marked::state(scope, id, out);
            grade::state(scope, id, out);
            points::state(scope, id, out);
            lost::state(scope, id, out);
        }
        rate::state(scope, id, out);
        small_firms(scope, id, out);
    }
    tree::state(scope, out);
}

/// A relation over the figures of an equation.
fn relation(scope: &Scope, cue: &'static str, kind: Kind, equation: Equation, warning: &'static str) -> Relation {
    let range = scope.facts.span(&equation.all());
    Relation { rule: RULE.name, cue, kind, source: Source::Asserted, equation, range, sure: true, warning }
}

/// A plain number of points.
fn is_score(fact: &Fact) -> bool {
    // 投入20分，得19.5: a number that was got of points needs no unit.
    let bare = || fact.left.contains('分') || matches!(fact.left.as_str(), "得" | "实得" | "自评得");
    (fact.figure.unit.base == "分" || fact.figure.unit.base.is_empty() && bare())
        && fact.figure.is_plain()
        && fact.figure.unit.scale == crate::number::Decimal::ONE
}

/// Whether the words before a score make it the score of the whole.
fn is_total(fact: &Fact) -> bool {
    names_total(&fact.left)
}

/// L01, L06: 预算执行10分、产出48分、…，自评96分.
fn total(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let Some(fact) = facts.get(id) else { return };
    let full_marks =
        fact.left.ends_with("分值合计") || fact.left.ends_with("总分值") || fact.left.ends_with("分值共计");
    // 比部门整体的90.6分高出1.5分: another's score and how far it is away are no points of this one.
    let own = |f: &Fact| is_score(f) && !matches!(f.role, Role::Base | Role::Change);
    let beside = |f: &Fact| own(f) && f.place.depth == fact.place.depth && f.place.sentence == fact.place.sentence;
    let sentence = facts.in_sentence(fact.place.sentence);
    let hundred = lost::is_got_of_hundred(scope, id);
    let before: Vec<usize> = facts.pick(sentence.start..id, beside).filter(|_| !hundred).gather();
    // 决策20分得19分，过程30分得27.5分，…，合计93.3分: behind marks in turn bare words for a sum mean what was got.
    let summed = || is_bare_sum(fact) && got_in_turn(scope, &before).is_some_and(|got| got.len() >= 3);
    let composed = is_composed(scope, fact);
    // 总分100分，自评得96.6分: what could be had is no sum of what was got.
    if !full_marks && (!is_total(fact) && !summed() && !composed && !hundred || facts.is_full_marks(id)) {
        return;
    }
    let listed = composed || ["，其中", "："].iter().any(|words| facts.text.has(fact.range.end, words));
    let after: Vec<usize> = if listed { facts.pick(id + 1..sentence.end, beside).gather() } else { Vec::new() };
    // 自评93分，评价等级为优。其中：预算执行分值10分，得9分；…: the next sentence may list the points got of each mark.
    let next = if listed || !before.is_empty() { Vec::new() } else { listed_next(scope, fact) };
    let previous = if listed || !before.is_empty() { Vec::new() } else { listed_before(scope, fact) };
    let parts =
        [bracketed(scope, id), after, next, previous].into_iter().find(|parts| parts.len() >= 2).unwrap_or(before);
    let parts = got(scope, parts);
    // Points that could be had, or were taken off, do not add up to a score.
    let other = |p: &usize| {
        facts.get(*p).is_some_and(|f| {
            is_total(f) && f.left != RATED
                || is_lost(f)
                || f.left.mentions_any(&["扣", "满分", "权重"])
                || !full_marks && f.left.mentions("分值")
        })
    };
    if parts.len() < 2 || parts.iter().any(other) {
        return;
    }
    let equation = |parts: &[usize]| Equation::Sum {
        parts: parts.iter().map(|p| Term::plus(*p)).gather(),
        whole: vec![Term::plus(id)],
    };
    // 预算执行率得分9.8分。总分96.3分，其中产出…、效益…、满意度…: what was scored in a sentence before may be one of the parts.
    let told = scored_before(scope, fact).filter(|score| !parts.contains(score));
    let with: Vec<usize> = told.iter().copied().chain(parts.iter().copied()).gather();
    let more = told.is_some() && !scope.fits(&equation(&parts));
    let meant = more && (scope.fits(&equation(&with)) || scope.is_stated_slip(&equation(&with)));
    if more && !meant && !scope.is_likely_slip(&equation(&parts)) {
        return;
    }
    let parts = if meant { with } else { parts };
    let equation = equation(&parts);
    let cue = if full_marks { "L06" } else { "L01" };
    // 10分 10分 of a table in words: marks and points stand side by side.
    let beside = |p: &usize| facts.get(*p).is_some_and(|f| f.left.is_empty());
    if scope.fits(&equation) || parts.len() >= 3 && !parts.iter().any(beside) {
        out.relation(relation(scope, cue, Kind::Sum, equation, "W23"));
    }
}

/// 自评得92.3分，构成为：决策20分，得17.5分；…: whether the words behind a score say that it is made up of what follows.
fn is_composed(scope: &Scope, fact: &Fact) -> bool {
    ["，构成为：", "，分项为：", "，具体为：", "，其构成为："]
        .iter()
        .any(|words| scope.facts.text.has(fact.range.end, words))
}

/// 自评得分96分（投入10分得9.8分，过程20分得18.5分，…）: the points of the bracket behind a score, where it tells marks in turn.
fn bracketed(scope: &Scope, id: usize) -> Vec<usize> {
    let facts = scope.facts;
    let Some(fact) = facts.get(id) else { return Vec::new() };
    let inside = |f: &Fact| is_score(f) && f.place.bracket == Some(fact.range.end);
    let points: Vec<usize> = facts.pick(id + 1..facts.in_sentence(fact.place.sentence).end, inside).gather();
    // 失分项为产出40分得36分、…: marks that are not all a hundred are only some.
    let marks = points.iter().filter(|id| !is_got(scope, **id)).filter_map(|id| facts.base_value(*id));
    let all = marks.into_iter().try_fold(Decimal::ZERO, |sum, mark| sum.plus(mark));
    if all == Some(Decimal::ONE_HUNDRED) && got_in_turn(scope, &points).is_some() { points } else { Vec::new() }
}

/// 合计失分6.5分, 产出失3.7分: whether words name points that were not got.
fn is_lost(fact: &Fact) -> bool {
    fact.left.mentions("失分") || fact.left.trim_end_matches(['了', '为', '去']).ends_with('失')
}

/// 合计, 总计, 共得: words for a sum that do not say of what.
fn is_bare_sum(fact: &Fact) -> bool {
    let words = fact.left.trim_end_matches(['得', '分', '为', '是']);
    ["合计", "总计", "共计", "共", "四项合计", "累计", "总共", "合"].contains(&words)
}

/// The last score of a single mark in the sentences of the paragraph before a total.
fn scored_before(scope: &Scope, total: &Fact) -> Option<usize> {
    let facts = scope.facts;
    let got = |f: &Fact| is_score(f) && !is_total(f) && f.left.trim_end_matches(['为', '是', '分']).ends_with('得');
    let start = facts.in_paragraph(total.place.paragraph).start;
    facts.pick(start..facts.in_sentence(total.place.sentence).start, got).next_back()
}

/// 管理25分，得23分；产出40分，得38分；…。总评94分: the points got of each mark in the sentence before, where the marks are all there are.
fn listed_before(scope: &Scope, fact: &Fact) -> Vec<usize> {
    let facts = scope.facts;
    let listed = |f: &Fact| is_score(f) && f.place.depth == 0 && f.place.paragraph == fact.place.paragraph;
    let Some(sentence) = fact.place.sentence.checked_sub(1) else { return Vec::new() };
    let points: Vec<usize> = facts.pick(facts.in_sentence(sentence), listed).gather();
    let Some(got) = got_in_turn(scope, &points) else { return Vec::new() };
    let lost = |id: &usize| facts.get(*id).is_some_and(|f| f.left.ends_with('扣'));
    let mark = |id: &&usize| !got.contains(id) && !lost(id);
    let mut marks = points.iter().filter(mark).filter_map(|id| facts.base_value(*id));
    let all = marks.try_fold(Decimal::ZERO, |sum, mark| sum.plus(mark));
    if all == Some(Decimal::ONE_HUNDRED) { points } else { Vec::new() }
}

/// The points of the next sentence, where it lists them behind 其中 or mark by mark.
fn listed_next(scope: &Scope, fact: &Fact) -> Vec<usize> {
    let facts = scope.facts;
    let listed = |f: &Fact| is_score(f) && f.place.depth == 0 && f.place.paragraph == fact.place.paragraph;
    let points: Vec<usize> = facts.pick(facts.in_sentence(fact.place.sentence + 1), listed).gather();
    let next = facts.clauses.sentences().get(fact.place.sentence + 1);
    let opens = next.is_some_and(|s| facts.text.has(s.start, "其中"));
    if opens || got_in_turn(scope, &points).is_some() { points } else { Vec::new() }
}

/// Whether the words before a score say that it was got.
fn is_got(scope: &Scope, id: usize) -> bool {
    scope.facts.get(id).is_some_and(|f| f.left.trim_end_matches('分').ends_with('得'))
}

/// What was got is called so as well where it is told of each mark.
const RATED: &str = "自评";

/// Whether a score is one of several of its sentence that are called so.
fn is_rated_each(scope: &Scope, fact: &Fact) -> bool {
    let rated = |f: &Fact| f.left == RATED && is_score(f);
    rated(fact) && scope.facts.pick(scope.facts.in_sentence(fact.place.sentence), rated).count() > 1
}

/// 决策20分得18.5分，过程25分扣1.9分得23.1分: marks in turn, each with what was got of it and perhaps what was lost.
fn got_in_turn(scope: &Scope, points: &[usize]) -> Option<Vec<usize>> {
    // 投入15分，自评14.2分；过程30分，自评28.5分: told of each, it is no total.
    let rated = |id: &usize| scope.facts.get(*id).is_some_and(|f| f.left == RATED);
    let each = points.iter().filter(|id| rated(id)).count() >= 2;
    let is_got = |scope: &Scope, id: usize| is_got(scope, id) || each && rated(&id);
    let got: Vec<usize> = points.iter().copied().filter(|id| is_got(scope, *id)).gather();
    let first = points.first().filter(|id| !is_got(scope, **id))?;
    // 执行10分，按91%计得9.1分: rates may stand between.
    let beside = |a: usize, b: usize| scope.facts.pick(a + 1..b, Fact::is_amount).next().is_none();
    let steady = points
        .windows(2)
        .all(|two| matches!(two, [a, b] if beside(*a, *b) && !(is_got(scope, *a) && is_got(scope, *b))));
    (got.len() >= 2 && steady && got.last() == points.last() && first < got.first()?).then_some(got)
}

/// 分值10分，得9分；分值50分，得48分: of marks told in turn, the points got; nothing where only some are told so.
fn got(scope: &Scope, parts: Vec<usize>) -> Vec<usize> {
    if let Some(got) = got_in_turn(scope, &parts) {
        return got;
    }
    let (marks, rest): (Vec<usize>, Vec<usize>) = parts.into_iter().partition(|id| scope.facts.is_full_marks(*id));
    if marks.is_empty() || rest.iter().all(|id| is_got(scope, *id)) { rest } else { Vec::new() }
}

/// L10: 政府采购支出总额75万元。授予中小企业合同金额60万元.
fn small_firms(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let Some(fact) = facts.get(id).filter(|f| f.is_level() && f.figure.is_plain() && f.left.mentions("授予中小企业"))
    else {
        return;
    };
    // 优先采购节水产品64万元: a kind of purchase is no total.
    let total = |f: &Fact| f.left.mentions_any(&["政府采购", "采购总", "采购支出", "采购规模"]);
    let whole = |f: &Fact| {
        f.is_level()
            && f.is_like(fact)
            && f.figure.is_plain()
            && total(f)
            && !f.left.mentions("授予")
            && !f.measure.is_budget()
    };
    let paragraph = facts.in_paragraph(fact.place.paragraph).start..id;
    let Some(total) = facts.pick(paragraph, whole).next() else { return };
    let equation = Equation::Order { left: vec![Term::plus(id)], order: Order::AtMost, right: vec![Term::plus(total)] };
    out.relation(relation(scope, "L10", Kind::Bound, equation, "W32"));
}
