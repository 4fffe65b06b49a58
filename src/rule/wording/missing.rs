//! W22: what the indicators of an evaluation are computed from and the text does not give.

use super::title;
use crate::fact::{Fact, Measure, Period};
use crate::number::Dimension;
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// Remarks on each input that a report on a whole department lacks; the place is its title.
pub(super) fn inputs(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let Some((_, range)) = title::title(facts) else { return };
    let words = facts.text.words(range.clone());
    // A form is not asked for what the report tells.
    if !words.mentions("整体支出") || !words.mentions("绩效") || !words.mentions("报告") {
        return;
    }
    let given = |test: &dyn Fn(&Fact) -> bool| facts.list.iter().any(test);
    let names = |fact: &Fact, word: &str| fact.left.contains(word) || fact.label.words.contains(word);
    let three_public = |fact: &Fact| fact.label.key == "“三公”经费";
    let last_year = |fact: &Fact| fact.period != Period::Unstated && fact.period.is_same(Period::Previous, facts.year);
    // The budget of one item is not that of the whole.
    const ITEMS: [&str; 9] = ["项目", "专项", "三公", "接待", "出国", "车", "人员", "公用", "采购"];
    let budget = |fact: &Fact| {
        matches!(fact.measure, Measure::InitialBudget | Measure::Budget)
            && fact.is_level()
            && fact.figure.unit.dimension == Dimension::Money
            && !ITEMS.iter().any(|word| names(fact, word))
    };
    // 行政编制实有在职人数217人 counts people, not posts.
    let posts = |fact: &Fact| {
        names(fact, "编制")
            && matches!(fact.figure.unit.base.as_str(), "人" | "名" | "个")
            && !["实有", "在职", "在编", "在岗", "编制外"].iter().any(|word| names(fact, word))
    };
    let missing = [
        ("编制数", !given(&posts)),
        ("上年三公经费", given(&three_public) && !given(&|f| three_public(f) && last_year(f))),
        ("年初预算总额", !given(&budget)),
    ];
    for (name, _) in missing.into_iter().filter(|(_, missing)| *missing) {
        out.named_note("W22", name, range.clone());
    }
}
