//! B14: 变动率=（45.6-38）÷38=20%, 完成率=实际支出÷预算数=97.8%: a rate behind a division that is written out, its amounts as figures told before or
//! by the names under which they were told.

use super::relation;
use crate::fact::{Fact, Facts};
use crate::gather::Gather;
use crate::number::Dimension;
use crate::relation::{Equation, Kind, Relation, Term};
use crate::rule::{Scope, Sink};
use crate::text::{Mention, Range};

/// How many figures back an amount is looked for.
const REACH: usize = 60;

/// How many characters a term has at most.
const TERM: usize = 20;

/// How many characters a division in a bracket has at most.
const BRACKET: usize = 60;

/// Words in the names of rates that count how much something fell.
const FALLS: [&str; 7] = ["下降", "降低", "压减", "压缩", "节约", "减少", "降"];

/// One side of a division: its terms, and whether all of them are figures.
struct Side {
    terms: Vec<Term>,
    figures: bool,
}

/// States the division written right before a rate.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let rate = |f: &&Fact| f.figure.unit.dimension == Dimension::Percent;
    let Some(fact) = facts.get(id).filter(rate).filter(|_| !out.computes(id)) else { return };
    let Some(range) = behind(facts, fact).or_else(|| expression(facts, fact)) else { return };
    let Some((part, whole)) = sides(facts, &range).and_then(|(a, b)| Some((side(facts, id, a)?, side(facts, id, b)?)))
    else {
        return;
    };
    // 聘请3名专家打分，平均得分率=（90+92+94）÷3: a number that is divided by need not be the one that was told.
    let all = || part.terms.iter().chain(&whole.terms).filter_map(|term| facts.get(term.fact));
    if !all().zip(all().skip(1)).all(|(a, b)| a.is_like(b)) {
        return;
    }
    let written = part.figures && whole.figures;
    let equation = match (part.terms.as_slice(), whole.terms.as_slice()) {
        // （本年-上年）÷上年 is a growth.
        ([now, then], [base]) if then.sign < 0 && facts.base_value(then.fact) == facts.base_value(base.fact) => {
            let grown = |sign| Equation::Rate { part: vec![*now], whole: vec![*base], less_one: true, sign, rate: id };
            let falls = names_fall(facts, fact, range.start) && !scope.fits(&grown(1));
            grown(if falls { -1 } else { 1 })
        }
        _ => Equation::Rate { part: part.terms, whole: whole.terms, less_one: false, sign: 1, rate: id },
    };
    if scope.fits(&equation) || written || scope.is_likely_slip(&equation) {
        let growth = matches!(equation, Equation::Rate { less_one: true, .. });
        let kind = if growth { Kind::Growth } else { Kind::Ratio };
        let range = range.start.min(fact.range.start)..range.end.max(fact.range.end);
        out.relation(Relation { sure: written, ..relation("B14", kind, equation, range) });
    }
}

/// 下降率=, 压减率=: whether the name of a rate says that something fell.
fn names_fall(facts: &Facts, rate: &Fact, start: usize) -> bool {
    let begin = facts.clauses.clauses().get(rate.place.clause).map_or(start, |clause| clause.start.min(start));
    let name = facts.text.words(begin..start).trim_end_matches(['=', '（']).trim_end_matches(['率', '幅', '度']);
    name.ends_with_any(&FALLS)
}

/// What stands between the sign before a rate and the one before that, or the beginning of the clause.
fn expression(facts: &Facts, rate: &Fact) -> Option<Range> {
    let end = rate.range.start.checked_sub(1).filter(|at| facts.text.at(*at) == Some('='))?;
    let clause = facts.clauses.clauses().get(rate.place.clause)?;
    let start = (clause.start..end).rev().find(|at| facts.text.at(*at) == Some('=')).map_or(clause.start, |at| at + 1);
    let range = bare(facts, start..end);
    (range.len() >= 3).then(|| unwrapped(facts, range))
}

/// The same without ×100%.
fn bare(facts: &Facts, range: Range) -> Range {
    let words = facts.text.words(range.clone());
    let bare = words.strip_suffix("100%").and_then(|words| words.strip_suffix(['×', '*'])).unwrap_or(words);
    range.start..range.start + bare.chars().count()
}

/// 支出率96.2%（实际支出481万元÷全年预算500万元）: what the bracket behind a rate holds; a growth is no division alone.
fn behind(facts: &Facts, rate: &Fact) -> Option<Range> {
    const OTHER: [&str; 4] = ["增", "变动", "调整", "同比"];
    let start = facts.clauses.clauses().get(rate.place.clause)?.start.min(rate.range.start);
    let name = facts.text.words(start..rate.range.start).trim_end_matches(['=', '为', '达', '是', '：']);
    let divided = name.ends_with_any(&["率", "进度"]) && !name.mentions_any(&OTHER) && !name.mentions_any(&FALLS);
    let open = Some(rate.range.end).filter(|at| divided && facts.text.at(*at) == Some('（'))?;
    let range = bare(facts, open + 1..facts.clauses.partner(open)?);
    (range.len() <= BRACKET).then_some(range)
}

/// The same without a bracket that holds all of it.
fn unwrapped(facts: &Facts, range: Range) -> Range {
    let whole =
        facts.text.at(range.start) == Some('（') && facts.clauses.partner(range.start) == range.end.checked_sub(1);
    if whole { range.start + 1..range.end - 1 } else { range }
}

/// The places of signs outside brackets.
fn signs(facts: &Facts, range: &Range, wanted: &[char]) -> Vec<usize> {
    let mut out = Vec::new();
    let mut at = range.start;
    while at < range.end {
        match facts.text.at(at) {
            Some('（') => at = facts.clauses.partner(at).unwrap_or(at),
            Some(c) if wanted.contains(&c) => out.push(at),
            _ => {}
        }
        at += 1;
    }
    out
}

/// The two sides of the one division.
fn sides(facts: &Facts, range: &Range) -> Option<(Range, Range)> {
    let [at] = signs(facts, range, &['÷', '/'])[..] else { return None };
    Some((unwrapped(facts, range.start..at), unwrapped(facts, at + 1..range.end)))
}

/// The amounts that one side adds and takes away.
fn side(facts: &Facts, id: usize, range: Range) -> Option<Side> {
    let (mut terms, mut figures, mut start, mut plus) = (Vec::new(), true, range.start, true);
    for end in signs(facts, &range, &['+', '-']).into_iter().chain([range.end]) {
        let (fact, figure) = amount(facts, id, start..end)?;
        terms.push(if plus { Term::plus(fact) } else { Term::minus(fact) });
        figures &= figure;
        plus = facts.text.at(end) == Some('+');
        start = end + 1;
    }
    Some(Side { terms, figures })
}

/// The amount that a term means, and whether the term is a figure.
fn amount(facts: &Facts, id: usize, term: Range) -> Option<(usize, bool)> {
    let words = facts.text.words(term.clone());
    if words.is_empty() || term.len() > TERM {
        return None;
    }
    let own = facts.begin_in(term.start..term.start + 1).start;
    if facts.get(own).is_some_and(|f| f.range == term && f.is_amount()) {
        return Some((own, true));
    }
    // 决算481万元÷预算500万元: a figure with its name.
    let ids = facts.begin_in(term.clone());
    if let Some(fact) = facts.get(ids.start).filter(|f| ids.len() == 1 && f.range.end == term.end && f.is_amount()) {
        let name = facts.text.words(term.start..fact.range.start);
        return (!name.contains(|c: char| c.is_ascii_digit())).then_some((ids.start, true));
    }
    let number = words.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ','));
    let start = facts.in_paragraph(facts.get(id)?.place.paragraph).start.max(id.saturating_sub(REACH));
    let told = || facts.pick(start..id, |f| f.is_amount() && f.figure.is_plain()).rev();
    let found = if number {
        let same = |f: &Fact| {
            let rest = facts.text.words(f.range.clone()).strip_prefix(words);
            rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_ascii_digit() || c == '.'))
        };
        one(facts, told().filter(|id| facts.get(*id).is_some_and(same)).gather())
    } else {
        named(facts, &told().gather(), words)
    };
    Some((found?, number))
}

/// The amount told under a name: under this very name, else under one that it begins or ends, else under what it begins with.
fn named(facts: &Facts, told: &[usize], name: &str) -> Option<usize> {
    const LEAST: usize = 3;
    let bare = |id: &usize| facts.get(*id).map_or("", |f| f.left.trim_end_matches(['为', '是', '共']));
    let long = name.chars().count() >= LEAST;
    let ways: [&dyn Fn(&str) -> bool; 3] =
        [&|left| left == name, &|left| long && (left.starts_with(name) || left.ends_with(name)), &|left| {
            left.chars().count() >= LEAST && name.starts_with(left)
        }];
    let found = ways.iter().map(|way| told.iter().copied().filter(|id| way(bare(id))).gather());
    found.into_iter().find(|ids| !ids.is_empty()).and_then(|ids| one(facts, ids))
}

/// The first of some amounts, where all are the same.
fn one(facts: &Facts, ids: Vec<usize>) -> Option<usize> {
    let first = *ids.first()?;
    ids.iter().all(|id| facts.base_value(*id) == facts.base_value(first)).then_some(first)
}
