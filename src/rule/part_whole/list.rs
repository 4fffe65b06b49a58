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
    /// The totals that the cue names itself: 财政拨款收入中….
    named: Vec<usize>,
    /// Where the list ends, for cues that stand behind it: 由…构成.
    until: Option<usize>,
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
        let mut at = p.range.start;
        while at < p.range.end {
            let Some((word, code, partial)) = WORDS.iter().find(|(w, ..)| facts.text.has(at, w)) else {
                at += 1;
                continue;
            };
            let end = at + word.chars().count();
            let here = at;
            let sentence = crate::token::clause::index_of(facts.clauses.sentences(), at);
            let from = facts.clauses.sentences().get(sentence).map_or(at, |s| s.start);
            let (_, bracket) = facts.clauses.depth(from, at);
            let named = *word == "含"
                && (facts.text.has(at.saturating_sub(1), "不含")
                    || facts.text.has(at, "含义")
                    || facts.text.has(at, "含量"));
            if !named {
                // 由…构成: the list stands before the cue.
                let opened = if matches!(*word, "组成" | "构成") {
                    (from..at).rev().find(|i| facts.text.at(*i) == Some('由'))
                } else {
                    None
                };
                let (at, end, until) = match opened {
                    Some(open) => (open, open + 1, Some(at)),
                    None => (at, end, None),
                };
                let named = if *word == "如下" { named_before(scope, from, at) } else { Vec::new() };
                out.push(Cue { code, at, end, sentence, paragraph, bracket, partial: *partial, named, until });
            }
            at = here + word.chars().count();
        }
    }
    within_cues(scope, &mut out);
    out.sort_by_key(|cue| cue.at);
    out
}

/// `财政拨款支出主要内容如下`: the level that the words before the cue name.
fn named_before(scope: &Scope, from: usize, at: usize) -> Vec<usize> {
    let facts = scope.facts;
    let words = facts.text.words(from..at);
    let words = words.rsplit(['，', '；', '。']).next().unwrap_or("");
    let name = ["主要内容", "具体情况", "具体内容", "具体构成", "明细", "情况", "具体"]
        .iter()
        .fold(words, |w, tail| w.trim_end_matches(tail));
    let next = facts.list.partition_point(|f| f.range.end <= at);
    let mut named = facts.levels_named(name, next);
    named.truncate(1);
    named
}

/// `财政拨款收入中一般公共预算…9759.05万元，…`, `“三公”经费支出决算中，…`: the whole is named, not stated, in the sentence.
fn within_cues(scope: &Scope, out: &mut Vec<Cue>) {
    let facts = scope.facts;
    for (sentence, range) in facts.clauses.sentences().iter().enumerate() {
        let Some(first) = facts.in_sentence(sentence).next().and_then(|id| facts.get(id)) else { continue };
        let Some(at) = (range.start..first.range.start).find(|i| is_within(scope, *i)) else { continue };
        let words = facts.text.words(range.start..at);
        let name = words.rsplit(['，', '；', '：']).next().unwrap_or("");
        let next = facts.in_sentence(sentence).start;
        let named = facts.levels_named(name, next);
        if let Some(whole) = named.first() {
            out.push(Cue {
                code: "A01",
                at: at + 1,
                end: at + 1,
                sentence,
                paragraph: first.place.paragraph,
                bracket: None,
                partial: name.contains("主要"),
                named: vec![*whole],
                until: None,
            });
        }
    }
}

/// 中 as "within", not as part of a word.
fn is_within(scope: &Scope, at: usize) -> bool {
    let text = &scope.facts.text;
    text.at(at) == Some('中')
        && !at.checked_sub(1).and_then(|i| text.at(i)).is_some_and(|c| "其年当集空期之高初城华心".contains(c))
        && !text.at(at + 1).is_some_and(|c| "央心小介标国型期等学共层华医直".contains(c))
}

/// States what a cue asserts.
pub(super) fn state(scope: &Scope, cue: &Cue, out: &mut Sink) {
    let wholes = wholes(scope, cue);
    if wholes.is_empty() {
        return;
    }
    let items = parts(scope, cue);
    if items.is_empty() {
        return;
    }
    let heads: Vec<usize> = items.iter().filter_map(|item| item.first().copied()).collect();
    let all: Vec<usize> = items.concat();
    let mut done: Vec<Measure> = Vec::new();
    // Parts that name no measure belong to one of the measures of the whole: to the one that they add up to, else to the nearest.
    let unnamed = all.iter().all(|id| scope.facts.get(*id).is_some_and(|f| f.measure == Measure::Unstated));
    let fitting = wholes.iter().copied().find(|w| scope.fits(&sum(&all, *w)));
    let wholes: Vec<usize> =
        if unnamed && wholes.len() > 1 { fitting.or(wholes.first().copied()).into_iter().collect() } else { wholes };
    for whole in wholes {
        let Some(total) = scope.facts.get(whole) else { continue };
        let like = |ids: &[usize]| {
            ids.iter()
                .copied()
                .filter(|id| scope.facts.get(*id).is_some_and(|f| f.is_like(total) && *id != whole))
                .collect::<Vec<_>>()
        };
        let measured = column(scope, &like(&all), total.measure);
        // Numbered items give their amount at their head, and may explain it with others behind.
        let heads = like(&heads);
        let by_head = heads.len() >= 2
            && heads != measured
            && total.measure != Measure::Outturn
            && scope.fits(&sum(&heads, whole));
        let by_slip = heads.len() >= 3
            && heads != measured
            && !scope.fits(&sum(&measured, whole))
            && scope.is_slip(&sum(&heads, whole));
        let column = if by_head || by_slip { heads } else { measured };
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
    let same = |a: Measure, b: Measure| a == b || (a.is_budget() && b.is_budget());
    let distinct = parts.iter().map(of).filter(|m| *m != Measure::Unstated).collect::<std::collections::BTreeSet<_>>();
    match distinct.len() {
        0 => parts.to_vec(),
        1 if measure == Measure::Unstated || distinct.iter().all(|m| same(*m, measure)) => parts.to_vec(),
        // 追加 among the items of a total is how they came about, not another measure of them.
        1 if distinct.iter().all(|m| matches!(m, Measure::Supplement | Measure::Plan)) => parts.to_vec(),
        _ if parts.iter().any(|id| same(of(id), measure)) => parts
            .iter()
            .copied()
            .filter(|id| {
                same(of(id), measure)
                    || (of(id) == Measure::Unstated && scope.facts.get(*id).is_some_and(Fact::is_zero))
            })
            .collect(),
        _ => Vec::new(),
    }
}

/// The totals that a cue can speak of: the level before it, and the same item's other measures beside that.
fn wholes(scope: &Scope, cue: &Cue) -> Vec<usize> {
    if !cue.named.is_empty() {
        return cue.named.clone();
    }
    let facts = scope.facts;
    let paragraph = facts.in_paragraph(cue.paragraph);
    let before = |f: &Fact| {
        f.is_level()
            && f.range.end <= cue.at
            && f.figure.is_plain()
            && (f.place.depth == 0 || f.place.bracket == cue.bracket)
    };
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

/// The levels that a cue opens, item by item: to the end of its bracket, segment or sentence, or over the numbered
/// paragraphs behind it.
fn parts(scope: &Scope, cue: &Cue) -> Vec<Vec<usize>> {
    let single = |ids: Vec<usize>| ids.into_iter().map(|id| vec![id]).collect();
    let facts = scope.facts;
    let level = |f: &Fact| {
        f.is_level() && f.figure.is_plain() && f.range.start >= cue.end && cue.until.is_none_or(|u| f.range.end <= u)
    };
    if let Some(close) = cue.bracket.and_then(|b| facts.clauses.partner(b)) {
        return single(
            facts
                .pick(facts.in_sentence(cue.sentence), |f| {
                    level(f) && f.range.end <= close && f.place.bracket == cue.bracket
                })
                .collect(),
        );
    }
    let sentence = facts.in_sentence(cue.sentence);
    let last = sentence.end;
    let nested = nested_cue(scope, cue);
    let mut inline: Vec<usize> = facts
        .pick(sentence.start..last, |f| level(f) && f.place.depth == 0)
        .filter(|id| {
            facts
                .get(*id)
                .is_some_and(|f| nested.is_none_or(|(at, until)| f.range.start < at || f.range.start >= until))
        })
        .collect();
    let end = facts.text.paragraphs().get(cue.paragraph).map_or(0, |p| p.range.end);
    let tail_free = !facts.pick(facts.in_paragraph(cue.paragraph), |f| f.range.start >= cue.end).any(|_| true);
    if tail_free && end.saturating_sub(cue.end) <= 3 {
        return paragraph_items(scope, cue.paragraph);
    }
    // 资本性支出86.83万元，主要包括办公设备购置；对企业补助…: a list of names ends with its segment.
    let segment = crate::token::clause::index_of(facts.clauses.segments(), cue.at);
    let own = inline.iter().any(|id| facts.get(*id).is_some_and(|f| f.place.segment == segment));
    if !own && facts.text.at(cue.end) != Some('：') {
        inline.clear();
    }
    single(inline)
}

/// The first list inside this one: where it begins and where it ends.
fn nested_cue(scope: &Scope, cue: &Cue) -> Option<(usize, usize)> {
    let facts = scope.facts;
    let sentence = facts.clauses.sentences().get(cue.sentence)?.clone();
    let at = (cue.end..sentence.end).find(|i| {
        WORDS.iter().any(|(w, _, _)| *w != "如下" && facts.text.has(*i, w))
            && facts.clauses.depth(sentence.start, *i).0 == 0
            && preceded_by_level(scope, cue.end, *i)
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
fn paragraph_items(scope: &Scope, paragraph: usize) -> Vec<Vec<usize>> {
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
        let head = facts.pick(facts.in_paragraph(index), |f| {
            f.is_level() && f.figure.is_plain() && f.place.depth == 0 && f.range.start < cut
        });
        let mut measures = Vec::new();
        let mut item = Vec::new();
        for id in head {
            let measure = facts.get(id).map(|f| f.measure).unwrap_or_default();
            let own = facts.get(id).is_some_and(|f| f.label.own);
            if measures.contains(&measure) || (!measures.is_empty() && own && measure == Measure::Unstated) {
                continue;
            }
            measures.push(measure);
            item.push(id);
        }
        if !item.is_empty() {
            out.push(item);
        }
        if level.is_none() && (out.is_empty() || out.len() > 40) {
            break;
        }
    }
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
    out.list(whole, parts);
    if let [one] = parts {
        let bound = within(parts, whole);
        let zero = facts.get(*one).is_some_and(Fact::is_zero);
        let all = sum(parts, whole);
        if scope.exact(&all) && !zero {
            out.relation(relation(cue.code, kind, all, range, true));
        } else if let Some(run) = over_sentences(scope, cue, whole, parts) {
            out.relation(relation(cue.code, kind, sum(&run, whole), range, true));
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
    if let Some(run) = over_sentences(scope, cue, whole, parts) {
        out.relation(relation(cue.code, kind, sum(&run, whole), range, true));
        return;
    }
    let open = cue.partial || facts.text.has(end, "等");
    if !open && is_closed(scope, cue, whole, parts) {
        out.relation(relation(cue.code, kind, all, range, true));
        return;
    }
    if let Some(run) = runs.iter().filter(|_| !open).find(|run| {
        scope.is_likely_slip(&sum(run, whole))
            && run.len() >= if is_people(total) { 4 } else { 2 }
            && one_segment(scope, cue, run)
    }) {
        out.relation(relation(cue.code, kind, sum(run, whole), range, true));
        return;
    }
    if open && parts.len() >= 4 && scope.is_slip(&all) {
        // A list of many that only a slip keeps from adding up claimed to be complete after all.
        out.relation(relation(cue.code, kind, all, range, true));
        return;
    }
    let bound = within(parts, whole);
    if scope.fits(&bound) {
        out.relation(relation("A06", Kind::Bound, bound, range, false));
    } else {
        out.unchecked(
            super::RULE.name,
            cue.code,
            range,
            [parts, &[whole]].concat(),
            crate::relation::Reason::Ambiguous,
        );
    }
}

/// Whether a list keeps to the segment of its cue, or runs over ； as a list opened by a colon does.
fn one_segment(scope: &Scope, cue: &Cue, run: &[usize]) -> bool {
    let segment = crate::token::clause::index_of(scope.facts.clauses.segments(), cue.at);
    let inside = |id: &usize| scope.facts.get(*id).is_some_and(|f| f.place.segment == segment);
    scope.facts.text.at(cue.end) == Some('：') || run.iter().all(inside) || !run.iter().take(2).all(inside)
}

/// One person can be in two groups, so groups of people may overlap.
fn is_people(fact: &Fact) -> bool {
    matches!(fact.figure.unit.base.as_str(), "人" | "名" | "人次" | "位")
}

/// 其中，甲公司…23.9亿元。乙公司…16.75亿元。: the list goes on at the heads of the next sentences.
fn over_sentences(scope: &Scope, cue: &Cue, whole: usize, parts: &[usize]) -> Option<Vec<usize>> {
    let facts = scope.facts;
    let total = facts.get(whole)?;
    let mut run = parts.to_vec();
    for sentence in cue.sentence + 1..cue.sentence + 6 {
        let level = |f: &Fact| {
            f.is_level()
                && f.is_like(total)
                && f.figure.unit.dimension == Dimension::Money
                && f.place.depth == 0
                && f.figure.is_plain()
                && f.place.paragraph == cue.paragraph
        };
        run.push(facts.pick(facts.in_sentence(sentence), level).next()?);
        let digits: u32 = run.iter().filter_map(|id| facts.get(*id)).map(|f| f.figure.digits()).sum();
        let equation = sum(&run, whole);
        if (digits >= 7 && scope.fits(&equation)) || (digits >= 9 && run.len() >= 3 && scope.is_slip(&equation)) {
            return Some(run);
        }
    }
    None
}

/// Whether the list claims to be complete: standard parts of a standard whole, or parts worded alike.
fn is_closed(scope: &Scope, cue: &Cue, whole: usize, parts: &[usize]) -> bool {
    let facts = scope.facts;
    let keys: Vec<&str> =
        parts.iter().filter_map(|id| facts.get(*id)).filter(|f| f.label.own).map(|f| f.label.key.as_str()).collect();
    if keys.len() < parts.len() {
        return false;
    }
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
    !is_people(total)
        && worded_alike
        && total.figure.unit.is_whole()
        && (parts.len() >= 3 || colon || total.figure.unit.base == "辆")
}
