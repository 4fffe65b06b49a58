//! I08: an item's paragraph gives its amount at its head and again in its sentence.

use super::stem::Stems;
use super::{is_misprint, relation};
use crate::fact::{Fact, Measure};
use crate::gather::Gather;
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// “…（项）”2.63万元，…2023年预算安排2.63万元; 缴费支出25.7万元，…，缴费支出决算为25.70万元.
pub(super) fn state(scope: &Scope, stems: &Stems, out: &mut Sink) {
    let facts = scope.facts;
    for paragraph in 0..facts.text.paragraphs().len() {
        let ids = facts.in_paragraph(paragraph);
        let Some(head) = facts.pick(ids.clone(), |f| f.is_level() && f.place.depth == 0).next() else { continue };
        let Some(first) = facts
            .get(head)
            .filter(|f| f.label.own && f.measure == Measure::Unstated && f.figure.is_plain() && !f.is_for_each())
        else {
            continue;
        };
        // A budget beside it is what the head could be, unless its digits are those of the outturn.
        let budgets: Vec<usize> = facts.pick(ids.clone(), |f| f.measure.is_budget()).gather();
        let is_budget = budgets.iter().any(|b| facts.base_value(*b) == first.figure.base());
        let can_be = |f: &Fact| budgets.is_empty() || !is_budget && is_nearly(first, f);
        // 支出2.38万元。…年初预算安排3.50万元: what there was to spend when the year began is no account of what was spent.
        // 增发国债10亿元，其中当年预算安排5亿元: a part of the head is not the head again.
        let said = |f: &Fact| f.left.ends_with("预算安排") && !f.left.mentions_any(&["年初", "其中"]);
        let planned = |f: &Fact| !f.label.own && said(f) && !f.period.is_past(facts.year);
        let spent = |id: usize, f: &Fact| {
            let named = f.label.own && stems.get(id) == stems.get(head);
            can_be(f) && is_outturn(first, f, named) && f.period.is_same(first.period, facts.year)
        };
        let like = |f: &Fact| f.is_level() && f.is_like(first) && f.figure.is_plain() && f.place.depth == 0;
        let mut others = facts.pick(head + 1..ids.end, like).filter_map(|id| Some((id, facts.get(id)?)));
        if let Some((id, second)) = others.find(|(id, f)| planned(f) || spent(*id, f)) {
            out.relation(relation("I08", head, id, first.range.start..second.range.end, planned(second)));
        }
    }
}

/// Whether an outturn is that of the head: by its own name, or by its digits where it has none: 全年支出决算为25.70万元.
fn is_outturn(first: &Fact, f: &Fact, named: bool) -> bool {
    let inherited = f.label.words.is_empty() || f.label.words == first.label.words;
    let unnamed = || !f.label.own && inherited && f.left.ends_with("支出决算为");
    f.measure == Measure::Outturn && (named || unnamed() && is_nearly(first, f))
}

/// Whether two amounts are the same, or one is a misprint of the other.
fn is_nearly(first: &Fact, other: &Fact) -> bool {
    let misprinted = || {
        other.figure.digits() >= 3
            && other.figure.unit == first.figure.unit
            && is_misprint(&first.figure, &other.figure)
    };
    first.figure.base() == other.figure.base() || misprinted()
}
