//! W16–W19: how far spending is from its budget, what was added in the year, what was carried over.

use super::{band, between, has_reason, is_money};
use crate::fact::{Fact, Facts, Measure, Role};
use crate::number::Dimension;
use crate::relation::{Equation, Term};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// Below and above these a rate of execution asks for a reason.
const USUAL: (u32, u32) = (90, 120);
/// What projects may spend of their opening budget.
const PROJECT: u32 = 200;
/// From here an added budget scores nothing (湖南省通用表).
const ADDED: u32 = 30;
/// An item without a purpose may hold so much of the budget.
const RESERVED: u32 = 10;
/// What may be left over at the end of the year.
const LEFT: u32 = 10;

/// How far before a rate the words are looked at that make it another one, in characters.
const AROUND: usize = 150;

/// W16: 完成年初预算的63%, and no reason behind it.
pub(super) fn rates(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    for (id, fact) in facts.list.iter().enumerate().filter(|(_, fact)| is_execution(facts, fact)) {
        if !has_reason(facts, fact) {
            out.ask("W16", between(id, USUAL.0, USUAL.1));
        }
    }
}

/// The rate at which a year's budget was spent. What came in, and what was spent by the middle of the year, is no such rate;
/// what should be small, 三公 and other running costs, is none to be explained either.
fn is_execution(facts: &Facts, fact: &Fact) -> bool {
    if fact.figure.unit.dimension != Dimension::Percent || !fact.figure.is_plain() || fact.cell.is_some() {
        return false;
    }
    // Hardly any rate is of a budget.
    if fact.role != Role::Completion && !fact.left.mentions("率") && !fact.phrase.contains('率') {
        return false;
    }
    let said = [fact.left.as_str(), &fact.phrase].concat();
    let named = fact.role == Role::Completion && said.mentions("预算") || said.mentions("预算执行率");
    if !named || fact.is_zero() {
        return false;
    }
    let start = facts.text.paragraphs().get(fact.place.paragraph).map_or(0, |p| p.range.start);
    let words = facts.text.words(start.max(fact.range.start.saturating_sub(AROUND))..fact.range.end);
    const OTHER: [&str; 14] = [
        "收入",
        "上半年",
        "季度",
        "月",
        "累计",
        "目标",
        "进度",
        "低于",
        "追加",
        "控制",
        "三公",
        "接待",
        "出国",
        "用车",
    ];
    let year_end = words.replace("12月", "");
    // 完成年初预算的36%，快于序时进度: a rate that is measured by the months gone is none of the year.
    let sentence = facts.clauses.sentences().get(fact.place.sentence).map_or(fact.range.end, |s| s.end);
    let behind = facts.text.words(fact.range.end..sentence.max(fact.range.end));
    // 1—4月，…收入…。↵支出…，完成年初预算38.2%: the paragraph before says which months.
    let before = facts.text.paragraphs().get(fact.place.paragraph.saturating_sub(1)).map_or(start, |p| p.range.start);
    let before = before.max(start.saturating_sub(MONTHS));
    !is_running(facts.text.words(before..start.max(before)))
        && !behind.mentions("序时")
        && !year_end.mentions_any(&OTHER)
}

/// How many characters before a sentence may say of which months it speaks.
const MONTHS: usize = 300;

/// Whether words speak of a part of the year: 上半年, 1—4月, 截至4月底.
fn is_running(words: &str) -> bool {
    let year_end = words.replace("12月", "");
    let months = |(at, _): (usize, &str)| {
        let mut before = year_end.get(..at).unwrap_or_default().chars().rev().skip_while(char::is_ascii_digit);
        before.next().is_some_and(|c| matches!(c, '-' | '—' | '－' | '～' | '~' | '至' | '到'))
    };
    let named = year_end.mentions_any(&["上半年", "季度", "月底", "月末", "月份"]);
    named || year_end.match_indices('月').any(months)
}

/// W16–W18: 年初预算120万元，年中追加150万元.
pub(super) fn supplements(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let measure = |term: &Term| facts.get(term.fact).map(|f| f.measure);
    let mut found = Vec::new();
    for relation in &out.relations {
        let Equation::Sum { parts, whole } = &relation.equation else { continue };
        let ([a, b], [spent]) = (parts.as_slice(), whole.as_slice()) else { continue };
        let pair = match (measure(a), measure(b)) {
            (Some(Measure::InitialBudget), Some(Measure::Supplement)) => (a.fact, b.fact),
            (Some(Measure::Supplement), Some(Measure::InitialBudget)) => (b.fact, a.fact),
            _ => continue,
        };
        if a.sign > 0 && b.sign > 0 {
            found.push((pair.0, pair.1, Some(spent.fact).filter(|spent| is_project(facts, *spent))));
        }
    }
    found.extend(beside(facts).map(|(initial, added)| (initial, added, None)));
    for (initial, added, project) in found {
        if let Some(project) = project {
            out.ask("W16", band(project, initial, 0, PROJECT));
        }
        out.ask("W17", band(added, initial, 0, ADDED));
        out.ask("W18", band(added, initial, 0, 100));
    }
    unassigned(facts, out);
}

fn is_project(facts: &Facts, id: usize) -> bool {
    facts.get(id).is_some_and(|fact| fact.label.words.mentions("项目"))
}

/// An opening budget and what was added to it, each the only one of its sentence.
fn beside(facts: &Facts) -> impl Iterator<Item = (usize, usize)> + '_ {
    (0..facts.clauses.sentences().len()).filter_map(move |sentence| {
        let range = facts.in_sentence(sentence);
        let only = |measure: Measure| {
            let mut ids =
                facts.pick(range.clone(), move |f| f.measure == measure && f.place.depth == 0 && is_money(facts, f));
            ids.next().filter(|_| ids.next().is_none())
        };
        Some((only(Measure::InitialBudget)?, only(Measure::Supplement)?))
    })
}

/// W18: 年初预算500万元，其中代编预算80万元: money without a purpose yet.
fn unassigned(facts: &Facts, out: &mut Sink) {
    const UNASSIGNED: [&str; 6] = ["代编预算", "预留资金", "待分配", "待细化", "未细化", "机动经费"];
    let is_whole = |f: &Fact| is_money(facts, f) && f.measure.is_budget();
    for (id, fact) in facts.list.iter().enumerate() {
        if fact.cell.is_none() && fact.left.mentions_any(&UNASSIGNED) && is_money(facts, fact) {
            let before = facts.in_sentence(fact.place.sentence).start..id;
            if let Some(whole) = facts.pick(before, is_whole).next() {
                out.ask("W18", band(id, whole, 0, RESERVED));
            }
        }
    }
}

/// W19: 支出合计500万元，年末结转和结余86万元.
pub(super) fn carried_over(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let left = only(facts, |f| f.label.key == "年末结转和结余" && !f.measure.is_budget());
    let spent = only(facts, |f| f.label.key == "总支出" && !f.measure.is_budget() && f.label.own);
    // （四）“三公”经费。当年支出75.89万元: what is less than some spending of the year is not all of it.
    let all = |spent: usize| {
        let more = |f: &Fact| {
            let year = f.is_level() && !f.period.is_past(facts.year) && !f.measure.is_budget();
            year && is_money(facts, f) && f.left.ends_with("支出") && f.figure.base() > facts.base_value(spent)
        };
        !facts.list.iter().any(more)
    };
    if let (Some(left), Some(spent)) = (left, spent.filter(|spent| all(*spent))) {
        out.ask("W19", band(left, spent, 0, LEFT));
    }
}

/// The figure of the text that passes a test; none where several values do.
fn only(facts: &Facts, test: impl Fn(&Fact) -> bool) -> Option<usize> {
    let mut ids = facts.list.iter().enumerate().filter(|(_, f)| test(f) && is_money(facts, f)).map(|(id, _)| id);
    let first = ids.next()?;
    ids.all(|id| facts.base_value(id) == facts.base_value(first)).then_some(first)
}
