//! W11, W12, W20: what was spent against its budget and against the year before.

use super::{band, is_money};
use crate::fact::{Fact, Facts, Measure, Period, Role};
use crate::gather::{Gather, SortedMap};
use crate::number::Dimension;
use crate::rule::{Scope, Sink};

const THREE_PUBLIC: &str = "“三公”经费";

/// The items that may not exceed their budget, by their standard names, and the warning that each raises.
const CAPPED: [(&str, &str); 7] = [
    (THREE_PUBLIC, "W11"),
    ("因公出国费", "W11"),
    ("公务用车购置及运行维护费", "W11"),
    ("公务用车购置费", "W11"),
    ("公务用车运行维护费", "W11"),
    ("公务接待费", "W11"),
    ("公用经费", "W20"),
];

/// Where figures stand that belong together: a sentence, or a row of a table.
type Spot = (Option<usize>, usize);

/// The budgets and the outturns of one item.
#[derive(Default)]
struct Item {
    budgets: Vec<usize>,
    budgets_at: SortedMap<Spot, Vec<usize>>,
    outturns: Vec<(Spot, usize)>,
}

/// W11, W20: 公务接待费预算2万元，决算2.6万元.
pub(super) fn against_budget(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let mut items: SortedMap<&str, Item> = SortedMap::new();
    for (id, fact) in facts.list.iter().enumerate().filter(|(_, fact)| is_money(facts, fact)) {
        let Some((name, _)) = CAPPED.iter().find(|(name, _)| *name == fact.label.key) else { continue };
        let item = items.entry(name).or_default();
        let spot = fact.cell.map_or((None, fact.place.sentence), |cell| (Some(cell.table), cell.row as usize));
        if fact.measure.is_budget() {
            item.budgets.push(id);
            item.budgets_at.entry(spot).or_default().push(id);
        } else if fact.measure == Measure::Outturn {
            item.outturns.push((spot, id));
        }
    }
    for (name, item) in items {
        let Some((_, warning)) = CAPPED.iter().find(|(capped, _)| *capped == name) else { continue };
        if let Some((spent, budget)) = item.pair(facts) {
            out.ask(warning, band(spent, budget, 0, 100));
        }
    }
}

impl Item {
    /// An outturn with its budget: the two of one sentence or row, else the only two there are.
    fn pair(&self, facts: &Facts) -> Option<(usize, usize)> {
        let beside = |(spot, spent): &(Spot, usize)| match self.budgets_at.get(spot).map(Vec::as_slice) {
            Some([budget]) => Some((*spent, *budget)),
            _ => None,
        };
        let outturns: Vec<usize> = self.outturns.iter().map(|(_, id)| *id).gather();
        let alone = || Some((only(facts, &outturns)?, only(facts, &self.budgets)?));
        self.outturns.iter().find_map(beside).or_else(alone)
    }
}

/// The first of several figures of one value; none where their values differ.
fn only(facts: &Facts, ids: &[usize]) -> Option<usize> {
    let first = *ids.first()?;
    ids.iter().all(|id| facts.base_value(*id) == facts.base_value(first)).then_some(first)
}

/// W12: “三公”经费支出8.35万元，上年7.9万元; or only 比上年增加0.45万元.
pub(super) fn against_last_year(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let whole = |fact: &Fact| fact.label.key == THREE_PUBLIC && fact.figure.unit.dimension == Dimension::Money;
    for (id, fact) in facts.list.iter().enumerate().filter(|(_, fact)| whole(fact)) {
        let last_year = |other: &Fact| {
            whole(other)
                && matches!(other.role, Role::Level | Role::Base | Role::From)
                && other.period.is_same(Period::Previous, facts.year)
                && other.period != Period::Unstated
                && other.measure.is_budget() == fact.measure.is_budget()
                && !other.is_zero()
        };
        if is_money(facts, fact) && fact.cell.is_none() {
            let mut bases = facts.pick(facts.in_sentence(fact.place.sentence), last_year);
            if let (Some(base), None) = (bases.next(), bases.next()) {
                return out.ask("W12", band(id, base, 0, 100));
            }
        }
    }
    let grown = |fact: &Fact| {
        whole(fact)
            && fact.role == Role::Change
            && fact.direction > 0
            && !fact.is_zero()
            && (Period::of(&fact.phrase) == Period::Previous || Period::of(&fact.phrase).is_past(facts.year))
    };
    if let Some(fact) = facts.list.iter().position(grown) {
        let range = facts.get(fact).map(|f| f.range.clone()).unwrap_or_default();
        out.note("W12", vec![fact], range);
    }
}
