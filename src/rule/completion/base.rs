//! What a rate of completion is of: the budget that it names, in its sentence, its bracket, its paragraph or before.

use super::ratio;
use crate::fact::{Fact, Measure, agree};
use crate::gather::Gather;
use crate::relation::Equation;
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// How many facts away a budget is looked for.
const REACH: usize = 60;

/// The budget that a rate names, in its clause or in the bracket behind it: 执行率97.6%（按调整预算数计算）.
pub(super) fn wanted(scope: &Scope, rate: &Fact) -> Measure {
    let (facts, open) = (scope.facts, rate.range.end);
    let aside = facts.clauses.partner(open).filter(|close| *close > open).map(|close| open + 1..close);
    let aside = aside.filter(|aside| facts.begin_in(aside.clone()).is_empty()).map(|aside| facts.text.words(aside));
    match (Measure::of(&rate.phrase), aside) {
        (Measure::Unstated, Some(words)) if words.starts_with(['按', '以', '与']) => Measure::of(words),
        (named, _) => named,
    }
}

/// 执行率95.2%（支出合计476万元，预算合计500万元）: what the bracket behind a rate gives with it, of which the whole may stand first or last.
pub(super) fn given(scope: &Scope, rate: usize) -> Option<Equation> {
    let facts = scope.facts;
    let open = facts.get(rate)?.range.end;
    let inside = |f: &Fact| f.place.bracket == Some(open);
    let end = facts.clauses.partner(open)?;
    let amounts = facts.pick(facts.begin_in(open..end), |f| inside(f) && !f.takes_together()).gather();
    let [first, second] = amounts[..] else { return None };
    let (one, other) = (facts.get(first)?, facts.get(second)?);
    // 执行率100%（人员50万元，公用50万元）: one of the two is what was to be, the other is not; both are of this year.
    let due = |f: &Fact| f.measure.is_budget() || f.measure == Measure::Plan;
    let plain = |f: &&Fact| f.is_level() && f.figure.is_plain() && !f.period.is_past(facts.year);
    let level = one.is_like(other) && due(one) != due(other) && [one, other].iter().all(plain);
    let pairs = [ratio(first, second, rate), ratio(second, first, rate)];
    // 支出合计…，调整预算合计…: words that say what was spent and what could be are meant but for a slip.
    let told = level && other.measure.is_budget() && !one.measure.is_budget() && one.left.mentions("支出");
    let slip = || Some(ratio(first, second, rate)).filter(|equation| told && scope.is_stated_slip(equation));
    pairs.into_iter().find(|equation| level && scope.fits(equation)).or_else(slip)
}

/// 完成目标的107%（目标6000人）: the amount in the bracket behind a rate; in 完成预算的84%（甲预算18万元、…） it may be another item's.
pub(super) fn behind(scope: &Scope, id: usize, part: usize, wanted: Measure) -> Option<usize> {
    let facts = scope.facts;
    let (rate, own) = (facts.get(id)?, facts.get(part)?);
    let level = |f: &Fact| f.is_level() && f.is_like(own) && f.figure.is_plain() && f.measure != Measure::Outturn;
    let aside = |f: &Fact| f.place.bracket == Some(rate.range.end) && level(f);
    // 完成计划的100%（上半年20次，下半年20次）: two amounts that are no plans divide what was done.
    let divided = facts.get(id + 2).is_some_and(|f| aside(f) && f.measure != Measure::Plan && !f.measure.is_budget());
    let told = wanted != Measure::Outturn && !divided;
    let found = Some(id + 1).filter(|b| told && facts.get(*b).is_some_and(aside));
    let own_budget = || budget(scope, id, part, wanted).is_some_and(|b| b != part && scope.is_ratio(part, b, id));
    found.filter(|b| scope.is_ratio(part, *b, id) || !own_budget())
}

/// 基本支出年初预算86万元，决算92万元；政府采购执行率93.4%: whether a rate in another part of the sentence names an item of its own.
fn is_others(rate: &Fact, own: &Fact) -> bool {
    const COMMON: [&str; 14] = [
        "预算",
        "资金",
        "支出",
        "全年",
        "年度",
        "整体",
        "项目",
        "部门",
        "单位",
        "经费",
        "总",
        "绩效",
        "执行率",
        "完成率",
    ];
    let item = COMMON.iter().fold(rate.left.as_str().to_owned(), |words, common| words.replace(common, ""));
    let letters: Vec<char> = item.chars().gather();
    let shared = letters.windows(2).any(|pair| own.left.contains(&pair.iter().collect::<String>()));
    rate.place.segment != own.place.segment && rate.left.ends_with('率') && letters.len() >= 3 && !shared
}

/// 部门预算5500万元。…项目支出3120万元，项目预算完成率93.1%: whether a rate names one kind of spending and a budget told before does not.
fn is_of_part(rate: &Fact, own: &Fact, budget: &Fact) -> bool {
    let far = budget.place.sentence != own.place.sentence;
    far && ["项目", "基本"].iter().any(|kind| rate.left.starts_with(kind) && !budget.left.contains(kind))
}

/// Whether a budget that does not bear out a rate may not be what the rate is of.
pub(super) fn is_of_another(scope: &Scope, (id, part): (usize, usize), base: usize, out: &Sink) -> bool {
    let facts = scope.facts;
    let (Some(rate), Some(own), Some(budget)) = (facts.get(id), facts.get(part), facts.get(base)) else { return true };
    // 实际支出中，基本支出192万元，执行率100%: the budget of all is none of an item's.
    let beside = budget.label.own || base + 1 == part && budget.label.key == own.label.key;
    // 支出3174万元，完成预算的98%；结转71万元: what was spent and what was left are all of the budget.
    let item = out.wholes_of(part).any(|whole| whole != base) && !beside;
    // 预算1070万元，其中基本支出500万元，执行率100%；…: what divides the budget is a budget, of which the rate may be.
    let listed = || out.sums_over(part).any(|(_, r)| r.cue == "A01" && r.equation.all().contains(&base));
    let divides = own.measure == Measure::Unstated && own.label.own && base < part && listed();
    let slip = || scope.is_likely_slip(&ratio(part, base, id));
    is_of_part(rate, own, budget) || is_others(rate, own) || (item || divides) && !slip()
}

/// The budget that the rate is of: the one it names, of the same item, in the sentence before the paragraph; else, in the
/// sentence, the funds that came in.
pub(super) fn budget(scope: &Scope, id: usize, part: usize, wanted: Measure) -> Option<usize> {
    let facts = scope.facts;
    let (rate, own) = (facts.get(id)?, facts.get(part)?);
    let is_base = |f: &Fact| match wanted {
        Measure::InitialBudget | Measure::AdjustedBudget | Measure::Plan => f.measure == wanted,
        _ => f.measure.is_budget() || f.measure == Measure::Plan,
    };
    let like = |f: &Fact| f.is_level() && f.is_like(own) && f.figure.is_plain();
    let of_item = |f: &Fact| {
        like(f)
            && is_base(f)
            && (!f.label.own
                || !own.label.own
                || f.label.key == own.label.key
                || agree(&f.label.key, &own.label.key)
                || (f.place.sentence == own.place.sentence
                    && f.place.segment == own.place.segment
                    && own.label.key.chars().count() <= 3))
    };
    let sentence = facts.in_sentence(rate.place.sentence).start..id;
    let paragraph = facts.in_paragraph(rate.place.paragraph).start..id;
    let near = if own.place.sentence == rate.place.sentence { sentence.clone() } else { paragraph.clone() };
    // 到位资金27.5万元，实际支出26.18万元，资金执行率95.2%.
    let funds = |f: &Fact| {
        like(f) && f.place.segment == own.place.segment && f.left.mentions_any(&["到位资金", "资金到位", "到位"])
    };
    // 支出预算为155.32亿元，实际完成174.24亿元，为年初预算的112.2%: right before what was spent a budget need not say which it is.
    let unnamed = |f: &Fact| like(f) && f.measure == Measure::Budget && f.place.segment == own.place.segment;
    let beside = part.checked_sub(1).filter(|b| wanted == Measure::InitialBudget && facts.get(*b).is_some_and(unnamed));
    let told = facts.pick(near, of_item).next_back().or(beside);
    told.or_else(|| facts.pick(paragraph, of_item).next_back()).or_else(|| {
        let wanted_funds = wanted == Measure::Unstated && generic(own);
        wanted_funds.then(|| facts.pick(sentence.start..part, funds).next_back()).flatten()
    })
}

/// 因公出国（境）费决算6.24万元，完成预算的78%: the item's own budget in a later paragraph, where the figures speak for it.
pub(super) fn elsewhere(scope: &Scope, id: usize, part: usize, wanted: Measure) -> Option<usize> {
    let facts = scope.facts;
    let own = facts.get(part)?;
    if !wanted.is_budget() {
        return (wanted == Measure::Unstated).then(|| allotted(scope, id, part)).flatten();
    }
    // 全年预算为8万元 behind other figures of the paragraph is the budget of what the paragraph begins with.
    let headed = |f: &Fact| {
        let first = facts.in_paragraph(f.place.paragraph).next().and_then(|first| facts.get(first));
        !f.label.own && first.is_some_and(|first| first.label.key == own.label.key)
    };
    let budget = |f: &Fact| {
        let of_item = own.label.own && (f.label.key == own.label.key || headed(f));
        f.is_level() && f.is_like(own) && f.figure.is_plain() && f.measure.is_budget() && of_item
    };
    // 调整后预算 in an earlier paragraph, where the outturn is that of everything; 完成预算的97.5% may be of any of the budgets there.
    let of_all = |f: &Fact| {
        let named = f.measure == wanted || wanted == Measure::Budget && f.measure.is_budget();
        f.is_level() && f.is_like(own) && named && f.figure.is_plain()
    };
    let mut far: Vec<usize> = facts.pick(id + 1..(id + REACH).min(facts.list.len()), budget).gather();
    far.extend(facts.pick(id.saturating_sub(REACH)..id, |f| (!own.label.own || is_all(own)) && of_all(f)).rev());
    bears_out(scope, id, part, &far)
}

/// 下达地力保护补贴3120万元、…。…地力保护补贴支出3118.62万元，执行率99.96%: what the paragraphs before gave an item of this name, or
/// the budget of everything, where the figures speak for it.
fn allotted(scope: &Scope, id: usize, part: usize) -> Option<usize> {
    let facts = scope.facts;
    let own = facts.get(part)?;
    let item = |f: &Fact| f.label.key.trim_end_matches("支出").to_owned();
    let (key, all) = (item(own), !own.label.own || is_all(own));
    let named = |f: &Fact| f.label.own && key.chars().count() >= 3 && agree(&item(f), &key);
    let level = |f: &Fact| f.is_level() && f.is_like(own) && f.figure.is_plain() && !f.period.is_past(facts.year);
    let before = facts.pick(id.saturating_sub(REACH)..part, |f| level(f) && (named(f) || all && f.measure.is_budget()));
    let mut far: Vec<usize> = before.rev().gather();
    // 下达资金684万元，其中…，支出674万元，执行率98.5%: what the sentence begins with.
    let sentence = facts.in_sentence(facts.get(id)?.place.sentence).start;
    far.extend(facts.pick(sentence..part, |f| level(f) && f.figure.base() >= own.figure.base()).next());
    bears_out(scope, id, part, &far)
}

/// 全年实际支出: whether words name everything that was spent.
fn is_all(fact: &Fact) -> bool {
    let named = [
        "支出",
        "总支出",
        "全年支出",
        "实际支出",
        "支出合计",
        "决算支出",
        "列支",
        "实际列支",
        "全年列支",
        "拨付",
        "支付",
        "累计支付",
        "收入",
        "总收入",
    ];
    named.contains(&fact.label.key.as_str()) || fact.label.key.ends_with("整体支出")
}

/// The amount under which a rate holds, else the one that a slip of the pen keeps from it.
fn bears_out(scope: &Scope, id: usize, part: usize, far: &[usize]) -> Option<usize> {
    let fitting = far.iter().find(|b| scope.is_ratio(part, **b, id));
    fitting.or_else(|| far.iter().find(|b| scope.is_likely_slip(&ratio(part, **b, id)))).copied()
}

/// A level whose words are only a verb: 执行482.5万元.
fn generic(fact: &Fact) -> bool {
    fact.label.key.chars().count() <= 3 || fact.measure == Measure::Outturn
}
