//! Lists that a cue opens: 其中、包括、含, in one sentence or over numbered paragraphs.

use super::{kind_of, relation, sum, within};
use crate::fact::{Fact, Measure};
use crate::number::Dimension;
use crate::relation::Kind;
use crate::rule::{Scope, Sink};
use crate::text::Range;

/// A cue with the facts before and behind it.
pub(super) struct Cue {
    code: &'static str,
    at: usize,
    end: usize,
    sentence: usize,
    paragraph: usize,
    /// The bracket it stands in.
    bracket: Option<usize>,
    /// The words admit that the list is not complete: 主要、等.
    partial: bool,
}

/// Words that open a list, longest first. `中` and `按…分` need a figure before them in the same item.
const WORDS: &[(&str, &str, bool)] = &[
    ("主要包括", "A06", true),
    ("主要有", "A06", true),
    ("其中主要", "A06", true),
    ("其中", "A01", false),
    ("分别是", "A02", false),
    ("包括", "A02", false),
    ("包含", "A02", false),
    ("组成", "A02", false),
    ("构成", "A02", false),
    ("含", "A15", false),
    ("如下", "A01", false),
    ("主要用于以下方面", "A01", false),
];

/// All cues of the text, in order.
pub(super) fn cues(scope: &Scope) -> Vec<Cue> {
    let facts = scope.facts;
    let mut out = Vec::new();
    for (paragraph, p) in facts.text.paragraphs().iter().enumerate() {
        if facts.in_paragraph(paragraph).is_empty() {
            continue;
        }
        let mut at = p.range.start;
        while at < p.range.end {
            let Some((word, code, partial)) = WORDS.iter().find(|(w, ..)| facts.text.has(at, w)) else {
                at += 1;
                continue;
            };
            let end = at + word.chars().count();
            let sentence = crate::token::clause::index_of(facts.clauses.sentences(), at);
            let from = facts.clauses.sentences().get(sentence).map_or(at, |s| s.start);
            let (_, bracket) = facts.clauses.depth(from, at);
            let named = *word == "含" && (facts.text.has(at.saturating_sub(1), "不含") || facts.text.has(at, "含义") || facts.text.has(at, "含量"));
            if !named {
                out.push(Cue { code, at, end, sentence, paragraph, bracket, partial: *partial });
            }
            at = end;
        }
    }
    out
}

/// States what a cue asserts.
pub(super) fn state(scope: &Scope, cue: &Cue, out: &mut Sink) {
    let wholes = wholes(scope, cue);
    if wholes.is_empty() {
        return;
    }
    let parts = parts(scope, cue);
    if parts.is_empty() {
        return;
    }
    let mut done: Vec<Measure> = Vec::new();
    for whole in wholes {
        let Some(total) = scope.facts.get(whole) else { continue };
        let like: Vec<usize> = parts.iter().copied().filter(|id| scope.facts.get(*id).is_some_and(|f| f.is_like(total) && *id != whole)).collect();
        let column = column(scope, &like, total.measure);
        if column.is_empty() || done.contains(&total.measure) {
            continue;
        }
        done.push(total.measure);
        judge_list(scope, cue, whole, &column, out);
    }
}

/// The parts that give the same measure as the total: budgets with the budget, outturns with the outturn.
fn column(scope: &Scope, parts: &[usize], measure: Measure) -> Vec<usize> {
    let of = |id: &usize| scope.facts.get(*id).map(|f| f.measure).unwrap_or_default();
    let exact: Vec<usize> = parts.iter().copied().filter(|id| of(id) == measure).collect();
    let distinct = parts.iter().map(of).filter(|m| *m != Measure::Unstated).collect::<std::collections::BTreeSet<_>>();
    if distinct.len() <= 1 || exact.is_empty() {
        return parts.to_vec();
    }
    parts.iter().copied().filter(|id| of(id) == measure || (of(id) == Measure::Unstated && scope.facts.get(*id).is_some_and(Fact::is_zero))).collect()
}

/// The totals that a cue can speak of: the level before it, and the same item's other measures beside that.
fn wholes(scope: &Scope, cue: &Cue) -> Vec<usize> {
    let facts = scope.facts;
    let paragraph = facts.in_paragraph(cue.paragraph);
    let before = |f: &Fact| f.is_level() && f.range.end <= cue.at && f.figure.is_plain() && (f.place.depth == 0 || f.place.bracket == cue.bracket);
    let sentence = facts.in_sentence(cue.sentence);
    let head = |range: Range| -> Vec<usize> {
        // The head of a sentence, with its other measures: 年初预算…，支出决算….
        let mut ids = facts.pick(range, before);
        let Some(first) = ids.next() else { return Vec::new() };
        let mut out = vec![first];
        out.extend(ids.take_while(|id| facts.get(*id).is_some_and(|f| !f.label.own || same_item(facts, first, *id))));
        out
    };
    let here: Vec<usize> = facts.pick(sentence, before).collect();
    let Some(last) = here.last().copied() else {
        let earlier = facts.pick(paragraph, before).next_back().and_then(|id| facts.get(id)).map(|f| f.place.sentence);
        return earlier.map(|s| head(facts.in_sentence(s))).unwrap_or_default();
    };
    // Other measures of the same item stand directly before.
    let mut out = vec![last];
    for id in here.iter().rev().skip(1) {
        let (Some(a), Some(b)) = (facts.get(*id), facts.get(last)) else { break };
        if a.measure == b.measure || b.label.own && !same_item(facts, *id, last) {
            break;
        }
        out.push(*id);
    }
    out
}

fn same_item(facts: &crate::fact::Facts, a: usize, b: usize) -> bool {
    match (facts.get(a), facts.get(b)) {
        (Some(a), Some(b)) => a.label.key == b.label.key,
        _ => false,
    }
}

/// The levels that a cue opens: to the end of its bracket, segment or sentence, or over the numbered paragraphs behind it.
fn parts(scope: &Scope, cue: &Cue) -> Vec<usize> {
    let facts = scope.facts;
    let level = |f: &Fact| f.is_level() && f.figure.is_plain() && f.range.start >= cue.end;
    if let Some(close) = cue.bracket.and_then(|b| facts.clauses.partner(b)) {
        return facts.pick(facts.in_sentence(cue.sentence), |f| level(f) && f.range.end <= close && f.place.bracket == cue.bracket).collect();
    }
    let sentence = facts.in_sentence(cue.sentence);
    let last = sentence.end;
    let nested = nested_cue(scope, cue);
    let mut out: Vec<usize> = facts
        .pick(sentence.start..last, |f| level(f) && f.place.depth == 0)
        .filter(|id| facts.get(*id).is_some_and(|f| nested.is_none_or(|(at, until)| f.range.start < at || f.range.start >= until)))
        .collect();
    let end = facts.text.paragraphs().get(cue.paragraph).map_or(0, |p| p.range.end);
    let tail_free = !facts.pick(facts.in_paragraph(cue.paragraph), |f| f.range.start >= cue.end).any(|_| true);
    if tail_free && end.saturating_sub(cue.end) <= 3 {
        out = paragraph_items(scope, cue.paragraph, cue);
    }
    out
}

/// The first list inside this one: where it begins and where it ends.
fn nested_cue(scope: &Scope, cue: &Cue) -> Option<(usize, usize)> {
    let facts = scope.facts;
    let sentence = facts.clauses.sentences().get(cue.sentence)?.clone();
    let at = (cue.end..sentence.end).find(|i| {
        WORDS.iter().any(|(w, _, _)| *w != "如下" && facts.text.has(*i, w)) && facts.clauses.depth(sentence.start, *i).0 == 0 && preceded_by_level(scope, cue.end, *i)
    })?;
    // Within a list over ；, a nested list ends with its own segment; within a list over ， it goes to the end.
    let segment = crate::token::clause::index_of(facts.clauses.segments(), at);
    let segment = facts.clauses.segments().get(segment)?.clone();
    Some((at, segment.end))
}

fn preceded_by_level(scope: &Scope, from: usize, at: usize) -> bool {
    scope.facts.list.iter().any(|f| f.is_level() && f.place.depth == 0 && f.range.start >= from && f.range.end <= at)
}

/// The head figures of the numbered paragraphs behind an opening like 其中： or 具体情况如下：.
pub(super) fn paragraph_items(scope: &Scope, paragraph: usize, cue: &Cue) -> Vec<usize> {
    let facts = scope.facts;
    let paragraphs = facts.text.paragraphs();
    let mut out = Vec::new();
    let mut level = None;
    let mut ordinal = 0;
    for (index, p) in paragraphs.iter().enumerate().skip(paragraph + 1) {
        match (p.marker, level) {
            (Some(m), None) => level = Some(m.level),
            (Some(m), Some(l)) if m.level < l => break,
            (Some(m), Some(l)) if m.level == l && m.ordinal <= ordinal => break,
            (None, None) if p.heading => break,
            _ => {}
        }
        if level.is_some() && p.marker.is_none_or(|m| Some(m.level) != level) {
            continue;
        }
        if let Some(m) = p.marker {
            ordinal = m.ordinal;
        }
        let cut = cue_in(scope, p.range.clone());
        let head = facts.pick(facts.in_paragraph(index), |f| f.is_level() && f.figure.is_plain() && f.place.depth == 0 && f.range.start < cut);
        let mut measures = Vec::new();
        for id in head {
            let measure = facts.get(id).map(|f| f.measure).unwrap_or_default();
            let own = facts.get(id).is_some_and(|f| f.label.own);
            if measures.contains(&measure) || (!measures.is_empty() && own && measure == Measure::Unstated) {
                continue;
            }
            measures.push(measure);
            out.push(id);
        }
        if level.is_none() && (out.is_empty() || out.len() > 40) {
            break;
        }
    }
    let _ = cue;
    out
}

/// Where the first list inside a range begins.
fn cue_in(scope: &Scope, range: Range) -> usize {
    let end = range.end;
    range.clone().find(|i| scope.facts.text.has(*i, "其中")).unwrap_or(end)
}

/// States the relation of one whole with one column of parts.
fn judge_list(scope: &Scope, cue: &Cue, whole: usize, parts: &[usize], out: &mut Sink) {
    let facts = scope.facts;
    let Some(total) = facts.get(whole) else { return };
    let end = parts.last().and_then(|id| facts.get(*id)).map_or(cue.end, |f| f.range.end);
    let range = total.range.start.min(cue.at)..end.max(total.range.end);
    let kind = kind_of(scope, whole);
    if let [one] = parts {
        let bound = within(parts, whole);
        let zero = facts.get(*one).is_some_and(Fact::is_zero);
        let all = sum(parts, whole);
        if scope.exact(&all) && !zero {
            out.relation(relation(cue.code, kind, all, range, true));
        } else if total.figure.unit.dimension != Dimension::Bare && !zero {
            out.relation(relation("A05", Kind::Bound, bound, range, !cue.partial && !is_people(total)));
        }
        return;
    }
    // A list can be followed by words that are no part of it: the longest run from its head that adds up is the list.
    let runs: Vec<&[usize]> = (2..=parts.len()).rev().filter_map(|n| parts.get(..n)).collect();
    if let Some(run) = runs.iter().find(|run| scope.fits(&sum(run, whole))) {
        out.relation(relation(cue.code, kind, sum(run, whole), range, true));
        return;
    }
    let all = sum(parts, whole);
    let open = cue.partial || says_more(scope, cue, end);
    if !open && is_closed(scope, cue, whole, parts) {
        out.relation(relation(cue.code, kind, all, range, true));
        return;
    }
    if let Some(run) = runs.iter().find(|run| scope.is_slip(&sum(run, whole)) && run.len() >= 2 && !is_people(total)) {
        out.relation(relation(cue.code, kind, sum(run, whole), range, true));
        return;
    }
    let bound = within(parts, whole);
    if scope.fits(&bound) {
        out.relation(relation("A06", Kind::Bound, bound, range, false));
    } else {
        out.unchecked(super::RULE.name, cue.code, range, [parts, &[whole]].concat(), crate::relation::Reason::Ambiguous);
    }
}

/// One person can be in two groups, so groups of people may overlap.
fn is_people(fact: &Fact) -> bool {
    matches!(fact.figure.unit.base.as_str(), "人" | "名" | "人次" | "位")
}

/// 等 behind the last figure.
fn says_more(scope: &Scope, cue: &Cue, end: usize) -> bool {
    let _ = cue;
    scope.facts.text.has(end, "等")
}

/// Whether the list claims to be complete: standard parts of a standard whole, or parts worded alike.
fn is_closed(scope: &Scope, cue: &Cue, whole: usize, parts: &[usize]) -> bool {
    let facts = scope.facts;
    let keys: Vec<&str> = parts.iter().filter_map(|id| facts.get(*id)).map(|f| f.label.key.as_str()).collect();
    if crate::catalog::partition::is_complete(&keys) {
        return true;
    }
    let Some(total) = facts.get(whole) else { return false };
    let alike = |a: &str, b: &str| {
        let tail = a.chars().rev().zip(b.chars().rev()).take_while(|(x, y)| x == y).count();
        let head = a.chars().zip(b.chars()).take_while(|(x, y)| x == y).count();
        tail.max(head) >= 2
    };
    let worded_alike = keys.windows(2).all(|w| matches!(w, [a, b] if alike(a, b)));
    let colon = facts.text.at(cue.end) == Some('：') || cue.code == "A02";
    !is_people(total) && worded_alike && total.figure.unit.is_whole() && (parts.len() >= 3 || colon || total.figure.unit.base == "辆")
}

