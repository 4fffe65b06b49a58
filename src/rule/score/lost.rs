//! L07 of one mark: 预算执行（20分）18.3分、…。预算执行扣分1.7分: what was lost of a mark is the mark without what was got of it. A mark may be lost
//! for several reasons, so that what does not fit is never faulted.

use super::{is_score, is_total, relation};
use crate::fact::Fact;
use crate::gather::Gather;
use crate::number::Decimal;
use crate::relation::{Equation, Kind, Relation, Term};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// How many figures back a mark is looked for.
const REACH: usize = 40;

/// How many characters before a figure are asked for the name of its mark.
const WORDS: usize = 24;

/// How many characters before a bracket are the name of a mark at most.
const NAME: usize = 16;

/// Words of a total.
const TOTALS: [&str; 4] = ["合计", "共计", "累计", "总计"];

/// A mark: what it is called, what could be had and what was got.
struct Mark<'a> {
    name: &'a str,
    full: usize,
    got: usize,
}

/// States what was lost of the mark that the words before name, where the figures bear it out.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let words = |f: &Fact| f.left.trim_end_matches(['了', '为', '分']).ends_with(['扣', '失']);
    let Some(fact) = facts.get(id).filter(|f| words(f)) else { return };
    if let Some(relation) = of_hundred(scope, id) {
        return out.relation(relation);
    }
    let total = is_all(fact);
    if let Some(relation) = left(scope, id, fact).filter(|_| total) {
        out.relation(relation);
    }
    if out.computes(id) {
        return;
    }
    if total {
        return all(scope, id, fact, out);
    }
    let start = facts.clauses.sentences().get(fact.place.sentence).map_or(0, |s| s.start);
    let said = facts.text.words(start.max(fact.range.start.saturating_sub(WORDS))..fact.range.start);
    let said = bare(said.trim_end_matches(['了', '为', '分', '扣', '失', '，', '（']));
    let marks = (id.saturating_sub(REACH)..id).filter_map(|at| mark(scope, at));
    let lost = |mark: Mark| {
        let name = bare(mark.name);
        let parts = vec![Term::plus(mark.full), Term::minus(mark.got)];
        let equation = Equation::Sum { parts, whole: vec![Term::plus(id)] };
        Some(equation).filter(|e| name.chars().count() >= 2 && said.ends_with(name) && scope.fits(e))
    };
    if let Some(equation) = marks.filter_map(lost).next_back() {
        return out.relation(relation(scope, "L07", Kind::Difference, equation, "W24"));
    }
    let open = told(scope, id, said).or_else(|| of_row(scope, id));
    if let Some(equation) = open.filter(|e| scope.fits(e) || scope.is_stated_slip(e)) {
        let sure = scope.fits(&equation);
        out.relation(Relation { sure, ..relation(scope, "L07", Kind::Difference, equation, "W24") });
    }
}

/// 预算编制（15分）得13.5分；…。其中预算编制扣1.5分、…: what was lost of a mark of that very name, where what is lost of each is told once.
fn told(scope: &Scope, id: usize, said: &str) -> Option<Equation> {
    let named = |at: usize| {
        mark(scope, at).filter(|mark| bare(mark.name).chars().count() >= 2 && said.ends_with(bare(mark.name)))
    };
    let mark = (id.saturating_sub(REACH)..id).filter_map(named).single()?;
    let parts = vec![Term::plus(mark.full), Term::minus(mark.got)];
    Some(Equation::Sum { parts, whole: vec![Term::plus(id)] })
}

/// 投入得13.5分，扣1.5分；过程得27.2分，扣2.8分；…。四类满分分别是15分、30分、…: what was got and lost of each mark in turn, the marks in a row
/// behind.
fn of_row(scope: &Scope, id: usize) -> Option<Equation> {
    let facts = scope.facts;
    let fact = facts.get(id)?;
    let turn = |at: usize| {
        let (got, lost) = (at.checked_sub(1).and_then(|got| facts.get(got))?, facts.get(at)?);
        let words = lost.left.ends_with('扣') && got.left.ends_with('得') && is_score(got) && is_score(lost);
        (words && got.place.segment == lost.place.segment).then_some(at)
    };
    let sentence = Some(facts.in_sentence(fact.place.sentence)).filter(|all| all.len() <= REACH)?;
    let turns: Vec<usize> = sentence.clone().filter_map(turn).gather();
    let marks = |f: &Fact| {
        is_score(f) && f.left.mentions("满分") && f.left.ends_with_any(&["分别为", "分别是", "依次为", "依次是"])
    };
    let behind = sentence.end..facts.in_sentence(fact.place.sentence + 1).end;
    let row = facts.row(facts.pick(behind, marks).next()?);
    let full = turns.iter().position(|at| *at == id).filter(|_| row.len() == turns.len()).map(|at| row.start + at)?;
    let parts = vec![Term::plus(full), Term::minus(id.checked_sub(1)?)];
    Some(Equation::Sum { parts, whole: vec![Term::plus(id)] })
}

/// 一共扣4.3分: whether words say no more than that it was lost in all; 产出指标合计扣2.8分 is of one of them.
fn is_all(fact: &Fact) -> bool {
    const ALL: [&str; 5] = ["共", "一共", "总共", "以上共", "各项共"];
    let words = fact.left.trim_end_matches(['了', '为', '分', '扣', '失']);
    ALL.contains(&words) || TOTALS.contains(&words)
}

/// 决策扣1.5分…；产出扣2.8分…。一共扣4.3分: what was lost of all marks that the paragraph tells before.
fn all(scope: &Scope, id: usize, total: &Fact, out: &mut Sink) {
    let facts = scope.facts;
    let start = facts.in_paragraph(total.place.paragraph).start.max(id.saturating_sub(REACH));
    let start = facts.pick(start..id, is_all).next_back().map_or(start, |last| last + 1);
    let lost = |f: &Fact| {
        let one = f.left.ends_with('扣') && !f.left.mentions_any(&TOTALS);
        one && is_score(f) && f.place.depth == total.place.depth
    };
    // 产出扣2.8分，其中数量扣1.8分、质量扣1分: what one of them consists of is in it.
    let whole = |id: &usize| !out.added_up(*id).any(|whole| facts.get(whole).is_some_and(lost));
    let parts: Vec<usize> = facts.pick(start..id, lost).filter(whole).gather();
    let equation = Equation::Sum { parts: parts.into_iter().map(Term::plus).gather(), whole: vec![Term::plus(id)] };
    let sure = scope.fits(&equation);
    if equation.all().len() > 2 && (sure || scope.is_stated_slip(&equation)) {
        out.relation(Relation { sure, ..relation(scope, "L07", Kind::Sum, equation, "W24") });
    }
}

/// 满分100分，总分93.60分…。共扣6.40分: what was got is what could be had without what was lost.
fn left(scope: &Scope, lost: usize, total: &Fact) -> Option<Relation> {
    let facts = scope.facts;
    let before = facts.in_paragraph(total.place.paragraph).start.max(lost.saturating_sub(REACH))..lost;
    let score = |f: &Fact| is_score(f) && f.place.depth == 0 && f.figure.base() > total.figure.base();
    let full = facts.pick(before.clone(), |f| score(f) && f.left.ends_with("满分")).next()?;
    let got = facts.pick(before, |f| score(f) && is_total(f) && !f.left.ends_with("满分")).next()?;
    let parts = vec![Term::plus(full), Term::minus(lost)];
    let equation = Equation::Sum { parts, whole: vec![Term::plus(got)] };
    let sure = scope.fits(&equation);
    let told = full != got && (sure || scope.is_stated_slip(&equation));
    told.then(|| Relation { sure, ..relation(scope, "L07", Kind::Difference, equation, "W24") })
}

/// What was got in the end is called so.
const GOT: [&str; 8] = ["得", "实得", "得分", "最后得分", "最终得分", "综合得分", "自评得分", "自评得"];

/// Whether a score is all that was to be had, by its words.
fn is_hundred(scope: &Scope, id: usize) -> bool {
    let full =
        |f: &Fact| is_score(f) && f.left.ends_with_any(&["总分", "满分"]) && f.figure.value == Decimal::ONE_HUNDRED;
    scope.facts.get(id).is_some_and(full)
}

/// 总分100分，共扣9.5分，得90.5分: whether a score is what was got of a hundred, right behind it or behind what was lost.
pub(super) fn is_got_of_hundred(scope: &Scope, id: usize) -> bool {
    let fact = |back: usize| id.checked_sub(back).and_then(|at| scope.facts.get(at));
    let lost = fact(1).is_some_and(|f| f.left.ends_with('扣') && is_score(f));
    let hundred = |back: usize| id.checked_sub(back).is_some_and(|at| is_hundred(scope, at));
    let got = fact(0).is_some_and(|f| GOT.contains(&f.left.as_str()));
    got && (hundred(1) || lost && hundred(2))
}

/// 总分100分，扣4.4分，其中甲扣2.4分、…，最后得分95.6分: a hundred without what was lost of it is what was got in the end, told behind in the sentence.
fn of_hundred(scope: &Scope, lost: usize) -> Option<Relation> {
    let facts = scope.facts;
    let full = lost.checked_sub(1).filter(|full| is_hundred(scope, *full))?;
    let own = facts.get(lost).filter(|f| is_score(f) && f.place.depth == 0)?;
    let end = |f: &Fact| is_score(f) && GOT.contains(&f.left.trim_end_matches(['为', '是'])) && f.place.depth == 0;
    let got = facts.pick(lost + 1..facts.in_sentence(own.place.sentence).end, end).next()?;
    let parts = vec![Term::plus(full), Term::minus(lost)];
    let equation = Equation::Sum { parts, whole: vec![Term::plus(got)] };
    Some(relation(scope, "L07", Kind::Difference, equation, "W24"))
}

/// A name without what only says that it is a mark.
fn bare(name: &str) -> &str {
    let name = name.trim_end_matches("满分");
    ["类指标", "指标", "方面", "类"].iter().find_map(|end| name.strip_suffix(end)).unwrap_or(name)
}

/// The mark that two figures beside each other give: 决策（15分）14.2分, 决策14.2分（15分）, 决策15分得14.2分, 决策满分15分，自评14.2分.
fn mark<'a>(scope: &'a Scope, first: usize) -> Option<Mark<'a>> {
    let facts = scope.facts;
    let (one, two) = (facts.get(first)?, facts.get(first + 1)?);
    if !is_score(one) || !is_score(two) || one.place.sentence != two.place.sentence {
        return None;
    }
    let behind = |a: &Fact, b: &Fact| b.place.bracket == Some(a.range.end);
    let got = |f: &Fact| f.left.ends_with('得') || f.left.ends_with("自评");
    let bracketed = one.place.bracket.is_some_and(|open| facts.clauses.partner(open) == Some(one.range.end));
    let told = !bracketed && facts.is_full_marks(first) || one.left.ends_with("满分") && got(two);
    if behind(one, two) {
        return Some(Mark { name: &one.left, full: first + 1, got: first });
    }
    if told {
        return Some(Mark { name: &one.left, full: first, got: first + 1 });
    }
    // 决策（15分）14.2分: the name stands before the bracket.
    let open = one.place.bracket.filter(|open| facts.clauses.partner(*open) == Some(one.range.end))?;
    let name = facts.text.words(open.saturating_sub(NAME)..open);
    let name = name.rsplit(['，', '、', '：', '；', '。']).next().unwrap_or_default();
    // 决策（15分）得14.2分
    let next =
        ["", "得", "自评得"].contains(&facts.text.words(one.range.end + 1..two.range.start.max(one.range.end + 1)));
    next.then_some(Mark { name, full: first, got: first + 1 })
}
