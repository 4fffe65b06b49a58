//! Amounts that a line item, a measure and a year single out (科目、口径、年度).

use super::scope::{is_narrower, is_planned};
use super::{is_stated, settled_in_words_first};
use crate::catalog::input::{INPUTS, Input};
use crate::catalog::label::canonical;
use crate::fact::{Fact, Facts, Measure, Period, Role};
use crate::gather::Gather;
use crate::number::Dimension;
use crate::text::Lexicon;
use std::sync::LazyLock;

/// Where an input stands: the items that name it, its measures in the order in which they are looked for, its year.
struct Source {
    key: &'static str,
    items: &'static [&'static str],
    measures: &'static [Measure],
    last_year: bool,
}

const BUDGET: &[Measure] = &[Measure::InitialBudget, Measure::Budget, Measure::AdjustedBudget];
const OUTTURN: &[Measure] = &[Measure::Outturn, Measure::Unstated];

const fn now(key: &'static str, items: &'static [&'static str], measures: &'static [Measure]) -> Source {
    Source { key, items, measures, last_year: false }
}

const fn before(key: &'static str, items: &'static [&'static str], measures: &'static [Measure]) -> Source {
    Source { key, items, measures, last_year: true }
}

const THREE_PUBLIC: &[&str] = &["“三公”经费"];
const ABROAD: &[&str] = &["因公出国费"];
const VEHICLES: &[&str] = &["公务用车购置及运行维护费"];
const RECEPTION: &[&str] = &["公务接待费"];
const OFFICE: &[&str] = &["公用经费"];
const PROCUREMENT: &[&str] = &["政府采购", "政府采购支出", "政府采购总额", "政府采购支出总额", "政府采购金额"];
const ANY: &[Measure] = &[
    Measure::Unstated,
    Measure::Outturn,
    Measure::InitialBudget,
    Measure::Budget,
    Measure::AdjustedBudget,
    Measure::Plan,
];

const SOURCES: &[Source] = &[
    now("threePublicBudget", THREE_PUBLIC, BUDGET),
    before("threePublicBudgetLastYear", THREE_PUBLIC, BUDGET),
    now("threePublicOutturn", THREE_PUBLIC, OUTTURN),
    before("threePublicOutturnLastYear", THREE_PUBLIC, OUTTURN),
    now("abroadBudget", ABROAD, BUDGET),
    now("abroadOutturn", ABROAD, OUTTURN),
    now("vehicleBudget", VEHICLES, BUDGET),
    now("vehicleOutturn", VEHICLES, OUTTURN),
    now("receptionBudget", RECEPTION, BUDGET),
    now("receptionOutturn", RECEPTION, OUTTURN),
    now("officeBudget", OFFICE, BUDGET),
    now("officeOutturn", OFFICE, OUTTURN),
    now("procurementBudget", PROCUREMENT, BUDGET),
    now("procurementOutturn", PROCUREMENT, OUTTURN),
    now("carriedIn", &["上年结转和结余"], ANY),
    now("carriedOut", &["年末结转和结余"], ANY),
    now("fixedAssets", &["固定资产", "固定资产总额", "固定资产原值"], OUTTURN),
    now("assetsInUse", &["在用固定资产", "在用固定资产总额"], OUTTURN),
    now("payables", &["应付账款", "应付账款总额"], OUTTURN),
    now("receivables", &["应收账款", "应收账款总额"], OUTTURN),
    now("generalOutturn", &["一般公共预算支出", "一般公共预算财政拨款支出"], OUTTURN),
];

/// The names of all inputs.
static NAMES: LazyLock<Lexicon<()>> = LazyLock::new(|| Lexicon::new(INPUTS.iter().map(|input| (input.name, ()))));

/// The figures that inputs may be read from, beside those of their items: a long text is looked through once, not for each input.
pub(super) struct Shelf<'a> {
    facts: &'a Facts,
    /// Amounts of money that are told with a rate of an item.
    rated: Vec<(String, usize)>,
    /// What is stated under the name of an input.
    named: Vec<(&'static str, usize)>,
}

impl<'a> Shelf<'a> {
    /// Looks a text through.
    pub(super) fn new(facts: &'a Facts) -> Self {
        let all = || facts.list.iter().enumerate();
        let name = |fact: &Fact| {
            let words = fact.label.words.as_str();
            NAMES.starts(words).map(|(name, ())| name).find(|name| *name == words && is_stated(fact))
        };
        Self {
            facts,
            rated: all().filter_map(|(id, fact)| Some((rated(fact)?, id))).gather(),
            named: all().filter_map(|(id, fact)| Some((name(fact)?, id))).gather(),
        }
    }

    /// The amounts of several items, in the order of the text.
    fn of(&self, items: &[&str]) -> Vec<usize> {
        let is_money = |id: &usize| self.facts.get(*id).is_some_and(is_money);
        let own = items.iter().flat_map(|item| self.facts.of_item(item)).copied().filter(is_money);
        let rated = self.rated.iter().filter(|(item, _)| items.contains(&item.as_str())).map(|(_, id)| *id);
        let mut ids: Vec<usize> = own.chain(rated).gather();
        crate::order::by_key(&mut ids, |id| *id);
        ids
    }

    /// The figure that an input is read from.
    pub(super) fn amount(&self, input: &Input, plans: bool) -> Option<usize> {
        match SOURCES.iter().find(|source| source.key == input.key) {
            Some(source) => of_source(self.facts, source, &self.of(source.items), plans),
            None => {
                let named = self.named.iter().filter(|(name, _)| *name == input.name);
                settled_in_words_first(self.facts, &named.map(|(_, id)| *id).gather(), |_| true)
            }
        }
    }
}

fn of_source(facts: &Facts, source: &Source, ids: &[usize], plans: bool) -> Option<usize> {
    source.measures.iter().find_map(|measure| {
        settled_in_words_first(facts, ids, |fact| {
            fact.measure == *measure
                && (*measure != Measure::Unstated
                    || fact.label.own && (is_balance(fact) || !is_planned(facts, fact, plans)))
                && is_of_year(facts, fact, source.last_year)
                && !(is_balance(fact) && is_narrower(facts, fact))
        })
    })
}

fn is_money(fact: &Fact) -> bool {
    fact.is_amount() && fact.figure.is_plain() && fact.figure.unit.base == "元"
}

/// The item that a figure's words give a rate of: “三公”经费变动率：本年9万元 speaks of 三公经费.
fn rated(fact: &Fact) -> Option<String> {
    if !fact.label.key.ends_with('率') || !is_money(fact) {
        return None;
    }
    let plain = ["变动率", "控制率", "执行率"].iter().find_map(|rate| fact.label.key.strip_suffix(rate));
    plain.map(canonical)
}

/// Whether a figure is of the year of the report, or of the one before it.
fn is_of_year(facts: &Facts, fact: &Fact, last_year: bool) -> bool {
    let level = matches!(fact.role, Role::Level | Role::To);
    if !last_year {
        // 为预算84.95万元的87.29% states the budget; the balance at the beginning of the year is this year's.
        let states = level || fact.role == Role::Base && fact.measure.is_budget();
        return states && (fact.label.key == "上年结转和结余" || !fact.period.is_past(facts.year));
    }
    let previous = match fact.period {
        Period::Previous => true,
        Period::Year(year) => facts.year == Some(year + 1),
        _ => false,
    };
    previous && (level || matches!(fact.role, Role::Base | Role::From))
}

fn is_balance(fact: &Fact) -> bool {
    matches!(fact.label.key.as_str(), "上年结转和结余" | "年末结转和结余")
}

/// Money, for the other readers of inputs.
pub(super) fn is_sum_of_money(fact: &Fact) -> bool {
    is_stated(fact) && fact.figure.unit.dimension == Dimension::Money && fact.figure.unit.base == "元"
}
