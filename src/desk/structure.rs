//! What a report's money is made of (收支结构): headline amounts with parts that add up to them, as the check itself found.

use super::brief::{Amount, find};
use crate::gather::Gather;
use crate::number::Decimal;
use crate::number::format::{fixed, quotient};
use crate::report::{Figure, Relation, RelationKind, Report, Verdict};
use serde::{Deserialize, Serialize};

/// Beyond so many parts a drawing says less than the list in the text.
const MOST_PARTS: usize = 12;

/// A headline amount with the parts that add up to it (构成).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Structure {
    /// The whole.
    pub whole: Amount,
    /// What its parts are told apart by.
    pub by: Aspect,
    /// The parts, each with its share in per cent.
    pub parts: Vec<(Amount, Option<String>)>,
}

/// What the parts of an amount are told apart by (分类口径).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Aspect {
    /// 收入来源.
    Source,
    /// 支出性质: 基本支出, 项目支出.
    Nature,
    /// 经济分类: 工资福利支出, 商品和服务支出 ….
    Class,
    /// 资金: 一般公共预算, 政府性基金.
    Fund,
    /// 功能分类: 一般公共服务支出, 社会保障和就业支出 ….
    Function,
    /// Anything else: projects, units.
    #[default]
    Item,
}

/// Words of labels that tell the aspect, the more telling first.
const ASPECTS: [(&str, Aspect); 16] = [
    ("政府性基金", Aspect::Fund),
    ("国有资本经营预算", Aspect::Fund),
    ("一般公共服务", Aspect::Function),
    ("社会保障和就业", Aspect::Function),
    ("住房保障", Aspect::Function),
    ("基本支出", Aspect::Nature),
    ("人员经费", Aspect::Nature),
    ("公用经费", Aspect::Nature),
    ("工资福利支出", Aspect::Class),
    ("商品和服务支出", Aspect::Class),
    ("资本性支出", Aspect::Class),
    ("财政拨款收入", Aspect::Source),
    ("事业收入", Aspect::Source),
    ("其他收入", Aspect::Source),
    ("上级补助", Aspect::Source),
    ("年初结转", Aspect::Source),
];

impl Aspect {
    fn of<'a>(labels: impl Iterator<Item = &'a str> + Clone) -> Self {
        let told = |word: &str| labels.clone().any(|label| label.contains(word));
        ASPECTS.iter().find(|(word, _)| told(word)).map_or(Self::Item, |(_, aspect)| *aspect)
    }
}

/// The structures of a report, in the order of its headline amounts: each from a sum that was checked and holds.
#[must_use]
pub(super) fn structures(report: &Report, headlines: &[Amount]) -> Vec<Structure> {
    let mut out: Vec<Structure> = Vec::new();
    for whole in headlines.iter().filter(|whole| value(&whole.base).is_some_and(|value| !value.is_zero())) {
        for relation in report.relations.iter().filter(|relation| is_whole(report, relation, whole)) {
            if let Some(structure) = structure(report, whole, relation)
                && !out.iter().any(|other| is_same(other, &structure))
            {
                out.push(structure);
            }
        }
    }
    out
}

/// Whether a relation says what an amount adds up from.
fn is_whole(report: &Report, relation: &Relation, whole: &Amount) -> bool {
    let holds = matches!(relation.verdict, Verdict::Exact | Verdict::Rounded | Verdict::Coarse);
    let is_sum = relation.kind == RelationKind::Sum && !relation.formula.contains('−') && relation.rule != "carry_over";
    let result = relation.result.and_then(|id| find(report, id));
    let is_it = |result: &Figure| {
        result.base_value == whole.base && result.base_unit == "元" && is_called(result.label.as_deref(), &whole.label)
    };
    holds && is_sum && result.is_some_and(is_it)
}

/// Whether a label speaks of a headline item; the first word of a cell's label is that of its row.
fn is_called(label: Option<&str>, headline: &str) -> bool {
    let core = headline.trim_start_matches('总').trim_matches(['“', '”']);
    let core = core.strip_suffix("”经费").unwrap_or(core);
    label.and_then(|label| label.split(' ').next()).is_some_and(|row| row.contains(core) || row.ends_with('计'))
}

fn structure(report: &Report, whole: &Amount, relation: &Relation) -> Option<Structure> {
    let figures: Vec<&Figure> = relation.operands.iter().filter_map(|id| find(report, *id)).gather();
    if !(2..=MOST_PARTS).contains(&figures.len()) {
        return None;
    }
    let labels = figures.iter().map(|figure| figure.label.as_deref()).gather_all()?;
    let part = |(figure, label): (&&Figure, String)| {
        let amount = Amount {
            label,
            measure: whole.measure.clone(),
            period: whole.period.clone(),
            value: figure.value.clone(),
            unit: figure.unit.clone(),
            base: figure.base_value.clone(),
            figure: figure.id,
        };
        let share = share(&figure.base_value, &whole.base);
        (amount, share)
    };
    let parts: Vec<_> = figures.iter().zip(without_common_words(&labels)).map(part).gather();
    let by = Aspect::of(parts.iter().map(|(part, _)| part.label.as_str()));
    Some(Structure { whole: whole.clone(), by, parts })
}

/// The label of a cell is that of its row, then that of its column: what all have in common tells none apart.
fn without_common_words(labels: &[&str]) -> Vec<String> {
    let words: Vec<Vec<&str>> = labels.iter().map(|label| label.split(' ').gather()).gather();
    let is_common = |word: &str| words.iter().all(|label| label.len() > 1 && label.contains(&word));
    let own = |label: &Vec<&str>| label.iter().copied().filter(|word| !is_common(word)).gather().join(" ");
    words.iter().map(own).gather()
}

/// Told twice in a report, in words and in a table, a structure is drawn once.
fn is_same(one: &Structure, other: &Structure) -> bool {
    let amounts = |structure: &Structure| {
        let mut out: Vec<String> = structure.parts.iter().map(|(part, _)| part.base.clone()).gather();
        crate::order::by(&mut out, |a, b| a.cmp(b));
        out
    };
    one.whole.base == other.whole.base && amounts(one) == amounts(other)
}

fn value(base: &str) -> Option<Decimal> {
    base.parse().ok()
}

/// A share in per cent with two places.
fn share(part: &str, whole: &str) -> Option<String> {
    let hundredfold = value(part)?.checked_mul(Decimal::ONE_HUNDRED)?;
    quotient(hundredfold, value(whole)?).map(|share| fixed(share, 2))
}

/// An item with its budget and its outturn (预算与决算).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair<'a> {
    /// What was planned.
    pub budget: &'a Amount,
    /// What was done.
    pub outturn: &'a Amount,
    /// How much of the plan that is, in per cent.
    pub rate: Option<String>,
}

/// The measures that plan, the last in force first.
const PLANNED: [&str; 3] = ["adjustedBudget", "budget", "initialBudget"];
/// The measures that report.
const DONE: [&str; 2] = ["outturn", "stated"];

/// Each item that has both, once, with the budget last in force.
#[must_use]
pub fn pairs(amounts: &[Amount]) -> Vec<Pair<'_>> {
    let of = |outturn: &Amount, measure: &str| {
        amounts.iter().find(|a| (&a.label, a.measure.as_str(), &a.period) == (&outturn.label, measure, &outturn.period))
    };
    let mut out: Vec<Pair<'_>> = Vec::new();
    for outturn in amounts.iter().filter(|a| DONE.contains(&a.measure.as_str())) {
        let is_new =
            out.iter().all(|pair| (&pair.outturn.label, &pair.outturn.period) != (&outturn.label, &outturn.period));
        let budget = PLANNED.iter().find_map(|measure| of(outturn, measure));
        if let Some(budget) = budget.filter(|_| is_new) {
            out.push(Pair { budget, outturn, rate: share(&outturn.base, &budget.base) });
        }
    }
    out
}

/// “三公”经费 and its parts (“三公”三项).
const THREE_PUBLIC: [&str; 4] = ["“三公”经费", "因公出国费", "公务用车购置及运行维护费", "公务接待费"];

/// An item over two years: last year's outturn, this year's budget and outturn, as far as the report has them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Years<'a> {
    /// The item.
    pub label: &'static str,
    /// Its amounts.
    pub amounts: [Option<&'a Amount>; 3],
}

/// 三公 and its parts over two years; nothing where the report does not speak of them.
#[must_use]
pub fn three_public<'a>(amounts: &'a [Amount], earlier: &'a [Amount]) -> Vec<Years<'a>> {
    let first = |list: &'a [Amount], label: &str, measures: &[&str]| {
        measures.iter().find_map(|measure| list.iter().find(|a| a.label == label && a.measure == *measure))
    };
    THREE_PUBLIC
        .into_iter()
        .map(|label| Years {
            label,
            amounts: [first(earlier, label, &DONE), first(amounts, label, &PLANNED), first(amounts, label, &DONE)],
        })
        .filter(|years| years.amounts.iter().any(Option::is_some))
        .gather()
}
