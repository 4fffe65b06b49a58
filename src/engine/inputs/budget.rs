//! The budgets and the outturn of the whole and of projects, and what was added during the year (年初预算、追加、全年预算、决算).

use super::amount::is_sum_of_money;
use super::scope::{REACH, is_narrower, is_planned};
use super::settled_in_words_first;
use crate::fact::{Fact, Facts, Measure};
use crate::gather::Gather;
use crate::number::Exact;
use crate::text::Mention;

/// What stands before the figure of the opening budget of the whole.
const OPENING: [&str; 10] = [
    "年初部门预算",
    "部门年初预算",
    "单位年初预算",
    "年初预算总",
    "整体支出年初预算",
    "总支出年初预算",
    "年初单位预算",
    "年初批复部门预算",
    "部门预算年初",
    "单位预算年初",
];

/// What an office calls itself behind 我 and 本; 我县 is no office.
const OWNERS: [&str; 12] = ["局", "会", "院", "校", "委", "办", "厅", "馆", "站", "中心", "镇", "街道"];

/// What stands before the figure of all spending; 支出总计 also holds what was carried forward.
const SPENDING: [&str; 9] =
    ["整体支出", "总支出", "支出合计", "支出总额", "全年支出", "年度支出", "本年支出", "部门支出", "单位支出"];

/// What is only a part of the whole, wherever it stands before the figure.
const PART: [&str; 9] = ["项目", "基本", "财政拨款", "经费", "收入", "基金", "一般公共预算", "其中", "采购"];

/// The figures that are found, by the keys of their inputs.
pub(super) fn budgets(facts: &Facts, plans: bool) -> Vec<(&'static str, usize)> {
    let current: Vec<usize> = facts.pick(0..facts.list.len(), |fact| is_current(facts, fact)).gather();
    let whole = whole(facts, &current, plans);
    let project = project(facts, &current, plans);
    let keys = ["openingBudget", "fullYearBudget", "outturn", "supplement"];
    let project_keys = ["projectOpeningBudget", "", "projectOutturn", "projectSupplement"];
    let named = |keys: [&'static str; 4], found: Budgets| {
        keys.into_iter().zip([found.opening, found.full_year, found.outturn, found.supplement])
    };
    let all = named(keys, whole).chain(named(project_keys, project));
    all.filter_map(|(key, id)| Some((key, id?))).filter(|(key, _)| !key.is_empty()).gather()
}

/// What was planned, added and spent.
#[derive(Clone, Copy, Debug, Default)]
struct Budgets {
    opening: Option<usize>,
    full_year: Option<usize>,
    outturn: Option<usize>,
    supplement: Option<usize>,
}

fn whole(facts: &Facts, current: &[usize], plans: bool) -> Budgets {
    let is_form = facts.text.from(0).contains(ROW);
    let of = |measures: &[Measure], words: &[&str]| {
        settled_in_words_first(facts, current, |fact| {
            let named = |list: &[&str]| said(fact).mentions_any(list);
            measures.contains(&fact.measure)
                && (is_of_form(facts, fact, is_form) || named(words) && !named(&PART) && !is_part(facts, fact, plans))
        })
    };
    let mut openings = OPENING.map(str::to_owned).to_vec();
    openings.extend(["我", "本"].iter().flat_map(|we| OWNERS.map(|owner| [we, owner, "年初预算"].concat())));
    let openings: Vec<&str> = openings.iter().map(String::as_str).gather();
    let opening = of(&[Measure::InitialBudget], &openings).or_else(|| of_nothing_else(facts, current, plans));
    let full_year = of(&[Measure::AdjustedBudget], &["部门", "单位", "整体支出", "总支出"])
        .or_else(|| beside(facts, opening?, Measure::AdjustedBudget));
    let outturn = of(&[Measure::Outturn, Measure::Unstated], &SPENDING)
        .or_else(|| beside(facts, opening?, Measure::Outturn).filter(|id| facts.get(*id).is_some_and(is_unnamed)));
    Budgets {
        opening,
        full_year,
        outturn,
        supplement: supplement(facts, current, opening, [full_year, outturn], |_| false),
    }
}

/// 2024年年初预算3,256.40万元，年中追加726.35万元，…: an opening budget that names no item, of a report in which no item has a greater one.
fn of_nothing_else(facts: &Facts, current: &[usize], plans: bool) -> Option<usize> {
    let opening = |id: &usize| facts.get(*id).filter(|fact| fact.measure == Measure::InitialBudget);
    let greatest = current.iter().filter(|id| opening(id).is_some()).filter_map(|id| facts.base_value(*id)).max();
    let found = settled_in_words_first(facts, current, |fact| {
        // 我县年初预算 is no office's.
        let owned = || fact.left.contains(['省', '市', '县', '区', '乡', '镇']);
        let bare = !fact.label.own && is_unnamed(fact) && fact.place.depth == 0 && fact.cell.is_none();
        bare && fact.measure == Measure::InitialBudget && !owned() && !is_part(facts, fact, plans)
    })?;
    (facts.base_value(found) == greatest).then_some(found)
}

/// 本年支出 of one kind of funds, or spending that is only planned; 整体支出 and 总支出 are always of the whole.
fn is_part(facts: &Facts, fact: &Fact, plans: bool) -> bool {
    let whole = ["整体支出", "总支出"].iter().any(|word| said(fact).contains(word));
    !whole && is_narrower(facts, fact) || fact.measure == Measure::Unstated && is_planned(facts, fact, plans)
}

fn project(facts: &Facts, current: &[usize], plans: bool) -> Budgets {
    let of = |measures: &[Measure]| {
        measures.iter().find_map(|measure| {
            settled_in_words_first(facts, current, |fact| {
                let stated = || *measure != Measure::Unstated || !is_planned(facts, fact, plans);
                fact.measure == *measure && is_project(fact) && stated()
            })
        })
    };
    let opening = of(&[Measure::InitialBudget]);
    let full_year = of(&[Measure::AdjustedBudget]);
    let outturn = of(&[Measure::Outturn, Measure::Unstated]);
    let supplement = supplement(facts, current, opening, [full_year, outturn], is_project);
    Budgets { opening, full_year, outturn, supplement }
}

/// 年初预算800万元，全年执行数950万元: it says what it measures and of nothing else.
fn is_unnamed(fact: &Fact) -> bool {
    fact.label.key.is_empty()
}

/// What was added during the year: named so, or it makes the opening budget the later one.
fn supplement(
    facts: &Facts,
    current: &[usize],
    opening: Option<usize>,
    later: [Option<usize>; 2],
    is_named: fn(&Fact) -> bool,
) -> Option<usize> {
    let added = |id: &usize| {
        let sum = |later: usize| {
            let opening = facts.base_value(opening?)?;
            Some(opening.plus(facts.base_value(*id)?)? == facts.base_value(later)?)
        };
        later.iter().flatten().any(|later| sum(*later) == Some(true))
    };
    let is_added = |id: &usize| facts.get(*id).is_some_and(|fact| fact.measure == Measure::Supplement);
    let all: Vec<usize> = current.iter().copied().filter(is_added).gather();
    let proven: Vec<usize> = all.iter().copied().filter(added).gather();
    super::settled(facts, &proven).or_else(|| settled_in_words_first(facts, &all, is_named))
}

/// The one other figure of a measure in the sentence of a figure.
fn beside(facts: &Facts, id: usize, measure: Measure) -> Option<usize> {
    let sentence = facts.get(id).filter(|fact| fact.cell.is_none())?.place.sentence;
    let alike = |fact: &Fact| is_current(facts, fact) && fact.measure == measure;
    facts.pick(facts.in_sentence(sentence), alike).single()
}

fn is_current(facts: &Facts, fact: &Fact) -> bool {
    is_sum_of_money(fact) && !fact.period.is_past(facts.year)
}

/// The words that name a figure: those before it, or of its row and column.
fn said(fact: &Fact) -> &str {
    if fact.cell.is_some() { &fact.label.words } else { &fact.left }
}

/// What the first row of a self-evaluation form (自评表) is called.
const ROW: &str = "年度资金总额";

/// Whether a figure is of that row; hardly any text names it.
fn is_of_form(facts: &Facts, fact: &Fact, is_named: bool) -> bool {
    match fact.cell {
        Some(place) => {
            let of_whole = |title: &str| title.contains("部门") || title.contains("整体");
            let table = facts.tables.get(place.table);
            table.is_some_and(|table| of_whole(&table.title)) && fact.label.words.starts_with(ROW)
        }
        None => {
            is_named
                && facts.text.paragraphs().get(fact.place.paragraph).is_some_and(|paragraph| {
                    let near = fact.range.start.saturating_sub(REACH).max(paragraph.range.start);
                    let before = facts.text.words(near..fact.range.start);
                    before.rsplit_once(ROW).is_some_and(|(_, row)| !row.contains(['。', '；']) && !row.contains("其中"))
                })
        }
    }
}

/// Whether a figure is of all projects: 项目支出, 年初预算安排项目资金, 年初批复项目预算.
fn is_project(fact: &Fact) -> bool {
    let mut name = fact.label.key.as_str();
    for word in ["预算安排", "批复", "安排"] {
        name = name.strip_prefix(word).unwrap_or(name);
    }
    matches!(name, "项目支出" | "项目" | "项目资金" | "项目资金方面" | "项目预算")
}
