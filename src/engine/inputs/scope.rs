//! What the words around a figure say of its scope: a part of the funds, a plan that was not carried out yet (口径).

use crate::fact::{Fact, Facts, Measure};
use crate::text::{Mention, Range};

/// Words of a narrower scope: balances and spending of one kind of funds are not those of the whole.
const NARROWER: [&str; 6] = ["财政拨款", "基金", "国有资本", "专户", "项目", "专项"];

/// How many characters before a figure can say of which funds it is.
pub(super) const REACH: usize = 100;

/// Whether the sentence of a figure, or the heading that its paragraph begins with, speaks of one kind of funds.
pub(super) fn is_narrower(facts: &Facts, fact: &Fact) -> bool {
    let speaks = |range: Range| {
        let words = facts.text.words(range).replace("非财政拨款", "");
        NARROWER.iter().any(|word| words.contains(word))
    };
    if fact.cell.is_some() {
        return NARROWER.iter().any(|word| fact.label.words.contains(word));
    }
    let sentences = facts.clauses.sentences();
    let near = fact.range.start.saturating_sub(REACH);
    let own = sentences.get(fact.place.sentence).map_or(near, |sentence| sentence.start.max(near));
    let paragraph = facts.text.paragraphs().get(fact.place.paragraph).map_or(own, |p| p.range.start);
    let first = crate::token::clause::index_of(sentences, paragraph);
    let heading = sentences.get(first).filter(|s| facts.in_sentence(first).is_empty() && s.len() <= REACH).cloned();
    speaks(own..fact.range.start) || heading.is_some_and(speaks)
}

/// Whether a figure whose measure is not said is of a budget: words of arranging, a part of a budget, or a document that only
/// plans.
pub(super) fn is_planned(facts: &Facts, fact: &Fact, plans: bool) -> bool {
    plans || fact.left.contains("安排") || is_part_of_budget(facts, fact)
}

/// 年初预算800万元，其中基本支出500万元，项目支出300万元: the parts of a budget are budgets, as long as nothing was spent.
fn is_part_of_budget(facts: &Facts, fact: &Fact) -> bool {
    if fact.cell.is_some() {
        return false;
    }
    let before = facts.in_sentence(fact.place.sentence);
    let mut measured = facts.pick(before, |f| {
        f.range.start < fact.range.start && f.is_like(fact) && f.is_level() && f.measure != Measure::Unstated
    });
    let Some(whole) = measured.next_back().and_then(|id| facts.get(id)).filter(|f| f.measure.is_budget()) else {
        return false;
    };
    let words = facts.text.words(whole.range.end..fact.range.start);
    words.starts_with_any(&["，其中", "，包括", "（其中", "（包括"])
}

/// A budget's explanation (预算说明): its title says so, or it states budgets and nothing that was carried out this year.
pub(super) fn only_plans(facts: &Facts) -> bool {
    let title = facts.text.paragraphs().iter().take(3).map(|p| facts.text.words(p.range.clone()));
    let title: String = title.collect();
    if ["决算", "执行", "自评", "评价", "报告", "整体支出"].iter().any(|word| title.contains(word)) {
        return false;
    }
    let current = |fact: &&Fact| !fact.period.is_past(facts.year) && fact.figure.unit.base == "元";
    let mut measures = facts.list.iter().filter(current).map(|fact| fact.measure);
    let budgets = measures.clone().any(|measure| measure == Measure::Budget);
    title.contains("预算") || budgets && !measures.any(|measure| measure == Measure::Outturn)
}
