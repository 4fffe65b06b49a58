//! 公车运行完成预算的94%, 总执行率96.9%, 基本支出调整预算4240万元，执行率99.5%: a rate whose words, or a budget right before it, say of which
//! item it is, or that it is of all of them.

use super::{RULE, ratio, relation, wanted};
use crate::fact::{Fact, Measure, normalize};
use crate::gather::Gather;
use crate::relation::Reason;
use crate::rule::{Scope, Sink};

/// Of what a rate is.
enum Subject {
    /// 总体完成预算的88%: of the heads of the lists.
    All,
    /// 接待完成预算的77%: of the budget and the outturn that bear this name.
    Item(String),
    /// 项目支出调整预算7500万元，执行率97%: of this budget and the outturn that bears its name.
    Budget(usize, String),
}

/// How many figures back the two amounts are looked for.
const REACH: usize = 30;

/// What a name says beside the item: of which kind the amount is.
const KINDS: [&str; 12] =
    ["年初", "调整", "全年", "预算数", "预算", "决算数", "决算", "执行", "部分", "实际", "支出", "费"];

/// The item alone: 项目支出调整预算, 项目部分 and 项目支出 are 项目.
fn item(words: &str) -> String {
    let mut key = words;
    while let Some(rest) = KINDS.iter().find_map(|kind| key.strip_suffix(kind)) {
        key = rest;
    }
    key.to_owned()
}

fn subject(scope: &Scope, id: usize) -> Option<Subject> {
    let facts = scope.facts;
    let rate = facts.get(id).filter(|f| f.place.depth == 0)?;
    let ends = ["预算执行率", "执行率", "预算完成率", "完成率"];
    let head = ends.iter().find_map(|end| rate.left.strip_suffix(end));
    let head =
        head.or_else(|| rate.left.split_once("完成").filter(|_| !rate.phrase.is_empty()).map(|(head, _)| head))?;
    if ["总", "总体", "总的", "整体", "综合", "合计"].contains(&head) {
        return Some(Subject::All);
    }
    let named = |words: &str| Some(item(&normalize(words))).filter(|name| name.chars().count() >= 2);
    if !head.is_empty() {
        return named(head).map(Subject::Item);
    }
    let of_item = |f: &Fact| f.is_level() && f.figure.is_plain() && f.label.own && f.measure.is_budget();
    let beside = |f: &Fact| f.place.clause + 1 == rate.place.clause && f.place.segment == rate.place.segment;
    let budget = id.checked_sub(1).and_then(|b| facts.get(b)).filter(|f| of_item(f) && beside(f))?;
    named(&budget.label.key).map(|name| Subject::Budget(id - 1, name))
}

/// States the rate of what its words name; whether they name amounts at all.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) -> bool {
    let Some((budgets, spent)) = subject(scope, id).map(|subject| amounts(scope, id, &subject, out)) else {
        return false;
    };
    let pair = |test: &dyn Fn(usize, usize) -> bool| {
        let mut pairs = spent.iter().flat_map(|s| budgets.iter().map(move |b| (*s, *b)));
        pairs.find(|(s, b)| test(*s, *b))
    };
    if budgets.is_empty() || spent.is_empty() {
        return false;
    }
    let only = || match (spent.as_slice(), budgets.as_slice()) {
        ([s], [b]) => Some((*s, *b)),
        _ => pair(&|s, b| scope.is_likely_slip(&ratio(s, b, id))),
    };
    let Some(range) = scope.facts.get(id).map(|f| f.range.clone()) else { return true };
    match pair(&|s, b| scope.is_ratio(s, b, id)).or_else(only) {
        Some((spent, budget)) => {
            let equation = ratio(spent, budget, id);
            let range = scope.facts.span(&equation.all());
            out.relation(relation("E03", equation, range, "W02"));
        }
        None => out.unchecked(RULE.name, "E03", range, vec![id], Reason::Ambiguous),
    }
    true
}

/// The budgets and the outturns that the words can mean, nearest first.
fn amounts(scope: &Scope, id: usize, subject: &Subject, out: &Sink) -> (Vec<usize>, Vec<usize>) {
    let facts = scope.facts;
    let Some(rate) = facts.get(id) else { return Default::default() };
    let wanted = wanted(scope, rate);
    let said = matches!(wanted, Measure::InitialBudget | Measure::AdjustedBudget);
    let whole = |l: usize| out.wholes_of(l).next();
    let told = |l: usize| facts.get(l).map_or(Measure::Unstated, |f| f.measure);
    // 预算36万元，其中运行24万元、接待12万元: the parts of a budget are budgets.
    let measure = |l: usize| match told(l) {
        Measure::Unstated => whole(l).map_or(Measure::Unstated, told),
        measure => measure,
    };
    let named = |l: usize, f: &Fact| match subject {
        Subject::All => whole(l).is_none() && f.place.depth == 0 && !matches!(measure(l), Measure::Unstated),
        Subject::Item(name) | Subject::Budget(_, name) => f.label.own && item(&f.label.key) == *name,
    };
    let start = facts.in_paragraph(rate.place.paragraph).start.max(id.saturating_sub(REACH));
    let level = |f: &Fact| f.is_level() && f.is_amount() && f.figure.is_plain() && !f.period.is_past(facts.year);
    let all: Vec<usize> = facts.pick(start..id, level).filter(|l| facts.get(*l).is_some_and(|f| named(*l, f))).gather();
    let of = |test: &dyn Fn(Measure) -> bool| all.iter().rev().copied().filter(|l| test(measure(*l))).gather();
    let mut budgets: Vec<usize> = of(&|m| if said { m == wanted } else { m.is_budget() });
    if let Subject::Budget(budget, _) = subject {
        budgets = vec![*budget];
    }
    (budgets, of(&|m| matches!(m, Measure::Outturn | Measure::Unstated)))
}
