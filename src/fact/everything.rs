//! Amounts told of everything (总数): the budgets of a whole department and what it spent, which later sections point back to by their measure alone:
//! 相当于年初预算的15.5%, 占全年支出的35.7%.

use super::{Fact, Facts, Measure};
use crate::gather::Gather;
use crate::text::Mention;

/// How many a text has at most: those that come first are of everything, later ones of ever smaller things.
const MOST: usize = 8;

/// What everything that was spent or came in is called, without its measure.
const ALL: [&str; 9] = ["支出", "总支出", "全年支出", "支出决算", "决算支出", "支出合计", "整体支出", "收入", "总收入"];

/// The first of them in the words of a text, in its order.
pub(super) fn of(facts: &Facts) -> Vec<usize> {
    let told = |f: &Fact| {
        // 年初预算批复我局收入2014万元 is of everything; 养护项目年初预算2000万元 is not, nor what is told of the project behind it.
        // 1.预算情况。年初预算7236万元: what a heading says it is about is no project.
        let heading = !f.label.own && f.label.words.ends_with_any(&["情况", "方面"]);
        let budget = matches!(f.measure, Measure::InitialBudget | Measure::AdjustedBudget);
        let all = ALL.contains(&f.label.key.as_str()) || budget && f.label.key.ends_with("收入");
        let named = f.label.words.is_empty() || heading || is_added(f) || all;
        f.is_level() && f.is_amount() && f.figure.is_plain() && f.place.depth == 0 && named && kind(f).is_some()
    };
    facts.pick(0..facts.list.len(), |f| told(f) && !f.period.is_past(facts.year)).take(MOST).gather()
}

/// 全年追加预算1284万元: whether words name all that was added.
fn is_added(fact: &Fact) -> bool {
    fact.measure == Measure::Supplement && fact.left.mentions_any(&["全年追加", "年中追加", "共追加", "累计追加"])
}

/// The measure of an amount; what is called an expenditure was spent.
fn kind(fact: &Fact) -> Option<Measure> {
    match fact.measure {
        Measure::Unstated => fact.left.ends_with("支出").then_some(Measure::Outturn),
        Measure::Plan => None,
        Measure::Supplement => is_added(fact).then_some(Measure::Supplement),
        measure => Some(measure),
    }
}

impl Facts {
    /// The amounts told of everything that words name by nothing but a measure: 年初预算, 全年支出; none where they say more.
    pub fn of_everything(&self, words: &str) -> impl Iterator<Item = usize> {
        let bare = words.trim_end_matches(['数', '额']);
        let wanted = match bare {
            "年初预算" | "年初部门预算" => Some(Measure::InitialBudget),
            "调整预算" | "调整后预算" | "全年预算" | "最终预算" => Some(Measure::AdjustedBudget),
            "全年支出" | "实际支出" | "总支出" | "支出总" | "全年实际支出" | "全年总支出" | "支出合计" => {
                Some(Measure::Outturn)
            }
            "全年追加" | "年中追加" | "追加预算" | "追加资金" | "全年追加预算" => {
                Some(Measure::Supplement)
            }
            _ => None,
        };
        let named = move |id: &&usize| wanted.is_some() && self.get(**id).and_then(kind) == wanted;
        self.everything.iter().filter(named).copied()
    }
}
