//! The quarters of a year (季度): 一至三季度分别为58人次、71人次、96人次，第四季度91人次 are all of it, and 前三季度累计 the first three.

use super::row::leaves_rest_untold;
use super::{is_near, kind_of, relation, sum};
use crate::fact::Fact;
use crate::gather::Gather;
use crate::rule::{Scope, Sink};
use crate::text::{Mention, Range, Words};

/// How many amounts before its quarters a year may stand, and how many of the quarters before a total are asked.
const REACH: usize = 12;

/// Words of several quarters, longest first, with those that they take in.
const SPANS: [(&str, Range); 11] = [
    ("一至三季度", 0..3),
    ("前三个季度", 0..3),
    ("前三季度", 0..3),
    ("一至二季度", 0..2),
    ("前两季度", 0..2),
    ("上半年", 0..2),
    ("下半年", 2..4),
    ("第一季度", 0..1),
    ("第二季度", 1..2),
    ("第三季度", 2..3),
    ("第四季度", 3..4),
];
/// The same of one quarter, which longer words may hold as well.
const SINGLE: [&str; 4] = ["一季度", "二季度", "三季度", "四季度"];
/// Words of a row of quarters, with how many there are.
const ROWS: [(&str, usize); 9] = [
    ("一至四季度", 4),
    ("四个季度", 4),
    ("各季度", 4),
    ("分季度", 4),
    ("按季度", 4),
    ("逐季度", 4),
    ("一至三季度", 3),
    ("前三个季度", 3),
    ("前三季度", 3),
];
/// What stands between such words and the amounts of their row.
const IN_ORDER: [&str; 4] = ["分别", "依次", "逐季", "各"];

/// An amount and the quarters that it is of.
type Part = (usize, Range);

/// States every year that its quarters make, and what some of them make together.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    for paragraph in 0..facts.text.paragraphs().len() {
        let all = parts(scope, facts.in_paragraph(paragraph));
        for from in 0..all.len() {
            let Some(run) = (2..=4).filter_map(|n| all.get(from..from + n)).find(|run| is_year(scope, run)) else {
                continue;
            };
            let ids: Vec<usize> = run.iter().map(|(id, _)| *id).gather();
            if let Some((whole, sure)) = year(scope, &ids) {
                add(scope, &ids, whole, sure, out);
            }
        }
        all.iter().enumerate().for_each(|(at, told)| together(scope, all.get(..at).unwrap_or(&[]), told, out));
    }
}

fn add(scope: &Scope, parts: &[usize], whole: usize, sure: bool, out: &mut Sink) {
    let equation = sum(parts, whole);
    let range = scope.facts.span(&equation.all());
    out.relation(relation("A09", kind_of(scope, whole), equation, range, sure));
}

/// The amounts of a range that are of some quarters.
fn parts(scope: &Scope, range: Range) -> Vec<Part> {
    let facts = scope.facts;
    let mut all: Vec<Part> = Vec::new();
    for id in facts.pick(range, |f| f.is_level() && f.figure.is_plain() && f.place.depth == 0) {
        if all.last().is_some_and(|(last, _)| *last >= id) {
            continue;
        }
        match row(scope, id) {
            Some(row) => all.extend(row.enumerate().map(|(at, id)| (id, at..at + 1))),
            None => all.extend(facts.get(id).and_then(quarters).map(|span| (id, span))),
        }
    }
    all
}

/// The row of quarters that an amount begins: 四个季度依次完成4560亩、2730亩、1140亩、2970亩.
fn row(scope: &Scope, first: usize) -> Option<Range> {
    let facts = scope.facts;
    let fact = facts.get(first)?;
    let clause = facts.clauses.clauses().get(fact.place.clause)?.start;
    let words = facts.text.words(clause..fact.range.start);
    if !words.contains('季') {
        return None;
    }
    // 分季度为…: words that divide by quarters need say no more.
    let divides =
        |name: &str, rest: &str| name.starts_with(['分', '按', '逐']) && matches!(rest, "为" | "看，" | "看，为" | "");
    let told = |(name, _): &&(&str, usize)| {
        words.rsplit_once(name).is_some_and(|(_, rest)| rest.mentions_any(&IN_ORDER) || divides(name, rest))
    };
    let (_, count) = ROWS.iter().find(told)?;
    let row = super::row::row(scope, first);
    (row.len() == *count && row.last() == Some(&(first + count - 1))).then(|| first..first + count)
}

/// The quarters that the words around an amount name.
fn quarters(fact: &Fact) -> Option<Range> {
    let in_words = |words: &Words| {
        words.mentions_any(&["季", "半"]).then_some(())?;
        let long = SPANS.iter().find(|(name, _)| words.contains(name)).map(|(_, span)| span.clone());
        long.or_else(|| SINGLE.iter().position(|name| words.contains(name)).map(|at| at..at + 1))
    };
    in_words(&fact.left).or_else(|| in_words(&fact.right))
}

/// Whether amounts of one sentence and one kind are of all quarters, each once, with nothing of the kind between.
fn is_year(scope: &Scope, run: &[Part]) -> bool {
    let facts = scope.facts;
    let (Some((first, _)), Some((last, _))) = (run.first(), run.last()) else { return false };
    let Some(head) = facts.get(*first) else { return false };
    let mut spans: Vec<Range> = run.iter().map(|(_, span)| span.clone()).gather();
    crate::order::by_key(&mut spans, |span| span.start);
    let joined = spans.windows(2).all(|pair| matches!(pair, [a, b] if a.end == b.start));
    let whole = spans.first().is_some_and(|s| s.start == 0) && spans.last().is_some_and(|s| s.end == 4);
    let like = |f: &Fact| f.is_amount() && f.is_like(head) && f.place.depth == 0 && !is_of_year(scope, f);
    let here =
        |(id, _): &Part| facts.get(*id).is_some_and(|f| f.is_like(head) && f.place.sentence == head.place.sentence);
    joined && whole && run.iter().all(here) && facts.pick(*first..last + 1, like).count() == run.len()
}

/// 前三季度支出1086万元，仅占全年支出2215万元的49%，第四季度支出1129万元: whether an amount between its quarters is that of the year; never what was
/// planned (占全年2215万元预算的49%), nor another year's.
fn is_of_year(scope: &Scope, fact: &Fact) -> bool {
    let other = |words: &str| words.mentions_any(&["预算", "计划", "目标", "任务", "上年", "去年", "同期"]);
    fact.left.ends_with_any(&["全年", "全年支出", "全年收入", "全年总支出", "全年总收入"])
        && !other(&fact.left)
        && !other(&fact.right)
        && !fact.period.is_past(scope.facts.year)
}

/// The year of its quarters: the amount before them that they make or that a slip keeps from it, else the one right before them.
fn year(scope: &Scope, parts: &[usize]) -> Option<(usize, bool)> {
    let facts = scope.facts;
    let first = *parts.first()?;
    let head = facts.get(first)?;
    let like = |f: &Fact| f.is_level() && f.is_like(head) && f.figure.is_plain() && f.place.depth == 0;
    let last = parts.last().copied().unwrap_or(first);
    let inner = facts.pick(first..last, |f| is_of_year(scope, f) && f.is_like(head) && f.figure.is_plain()).next();
    if let Some(whole) = inner {
        // 占全年2215万元、占全年收入2215万元: without the name of what the quarters are of, an amount may be another.
        let named = || {
            let year = facts.get(whole).map_or("", |f| f.left.as_str());
            ["支出", "收入"].iter().any(|word| year.contains(word) && head.left.contains(word))
        };
        let holds = scope.fits(&sum(parts, whole))
            || named() && scope.is_stated_slip(&sum(parts, whole)) && !leaves_rest_untold(scope, parts);
        return holds.then_some((whole, true));
    }
    let from = facts.in_paragraph(head.place.paragraph.saturating_sub(1)).start;
    let before: Vec<usize> = facts.pick(from..first, like).rev().take(REACH).gather();
    let fitting = before.iter().copied().find(|whole| scope.fits(&sum(parts, *whole)));
    if let Some(whole) = fitting {
        return Some((whole, true));
    }
    // Of a budget not all need be spent.
    let spent: Vec<usize> =
        before.into_iter().filter(|id| facts.get(*id).is_some_and(|f| !f.measure.is_budget())).gather();
    let likely = spent.iter().copied().find(|whole| scope.is_likely_slip(&sum(parts, *whole)));
    let Some(nearest) = spent.first().copied().filter(|_| likely.is_none()) else {
        return likely.map(|whole| (whole, true)).or_else(|| far(scope, parts));
    };
    let beside = facts.get(nearest).is_some_and(|f| f.place.segment == head.place.segment);
    let told = scope.is_stated_slip(&sum(parts, nearest));
    let claimed = (told || beside && is_near(scope, parts, nearest)).then_some((nearest, beside));
    claimed.or_else(|| far(scope, parts))
}

/// 全年支出2023.40万元。…一至四季度分别支出…: what the text told of the whole year before, where the quarters make it but for a slip.
fn far(scope: &Scope, parts: &[usize]) -> Option<(usize, bool)> {
    let facts = scope.facts;
    let first = *parts.first()?;
    let head = facts.get(first).filter(|f| !f.figure.unit.is_whole())?;
    let year = |f: &Fact| {
        let told = f.is_level() && f.is_like(head) && f.figure.is_plain() && f.place.depth == 0;
        told && f.left.mentions_any(&["全年", "总支出", "支出合计", "决算"]) && !f.measure.is_budget()
    };
    let before: Vec<usize> = facts.pick(0..first, year).take(REACH).gather();
    let fitting = before.iter().copied().find(|whole| scope.fits(&sum(parts, *whole)));
    let slip = || before.iter().copied().find(|whole| scope.is_likely_slip(&sum(parts, *whole)));
    fitting.map(|whole| (whole, true)).or_else(|| slip().map(|whole| (whole, false)))
}

/// 前三季度累计1129万元: what the quarters told before it in its paragraph make.
fn together(scope: &Scope, before: &[Part], told: &Part, out: &mut Sink) {
    const TOTALS: [&str; 4] = ["累计", "合计", "共", "共计"];
    let facts = scope.facts;
    let (id, span) = told;
    let total = |f: &&Fact| f.left.trim_end_matches(['为', '达']).ends_with_any(&TOTALS);
    let Some(fact) = facts.get(*id).filter(total) else { return };
    let near =
        |id: usize| facts.get(id).is_some_and(|f| f.is_like(fact) && f.place.sentence + 1 >= fact.place.sentence);
    let single = |quarter: usize| {
        let mut found =
            before.iter().rev().take(REACH).filter(|(id, span)| *span == (quarter..quarter + 1) && near(*id));
        found.next().map(|(id, _)| *id).filter(|_| found.next().is_none())
    };
    let parts: Option<Vec<usize>> = span.clone().map(single).gather_all();
    if let Some(parts) = parts.filter(|parts| parts.len() >= 2) {
        add(scope, &parts, *id, true, out);
    }
}
