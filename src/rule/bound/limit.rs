//! H01–H03, H11: a figure that the words make a limit: 控制在预算9万元以内, 不超过标准20平方米, 快于全国水平（5.5%）.

use super::verb::of_levels;
use super::{RULE, line, relation};
use crate::catalog::label::speaks_of;
use crate::fact::{Fact, Facts, Role};
use crate::gather::Gather;
use crate::number::{Decimal, Dimension, Exact};
use crate::relation::{Order, Reason, Relation};
use crate::rule::{Scope, Sink};
use crate::text::{Lexicon, Mention};
use std::sync::LazyLock;

/// The total whose growth others are compared with.
const TOTAL: &str = "地区生产总值";
/// Words before the verb that change nothing.
static ADVERBS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::of(&[
        "严格", "均", "全部", "有效", "始终", "也", "并", "且", "都", "远", "远远", "明显", "总体", "成功", "继续",
        "稳定", "实际", "略", "大大", "完全", "提前",
    ])
});
/// What the words of a limit begin with.
const BEGINNINGS: [char; 18] =
    ['控', '不', '未', '没', '低', '小', '少', '高', '大', '多', '快', '优', '慢', '在', '稳', '保', '维', '达'];

/// States what a limit says of the figure before it.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let Some(fact) = facts.get(id) else { return };
    if let Some((order, words)) = beside(facts, fact) {
        return compare(scope, id, order, words, out);
    }
    if let Some(kept) = kept(scope, id) {
        return out.relation(kept);
    }
    let line = || Some(("H11", line::order(facts, id)?));
    let told = limit(facts, fact);
    let Some((cue, order)) = told.or_else(line) else { return };
    let subjects = subjects(facts, id);
    // 余额46亿元，其中一般18亿元、专项28亿元，控制在限额48亿元以内: what the nearest is a part of is spoken of.
    let whole = subjects.first().and_then(|near| out.added_up(*near).find(|whole| subjects.contains(whole)));
    if let Some(whole) = whole {
        let kept = relation(scope, cue, whole, order, id, "W30");
        if scope.fits(&kept.equation) {
            return out.relation(kept);
        }
    }
    let holds = |s: &usize| scope.fits(&relation(scope, cue, *s, order, id, "W30").equation);
    match subjects.as_slice() {
        [] => {}
        // 死亡率3.1‰，提前达到5‰的规划目标; 漏损率8.6%，优于9%的目标: of what is better the less there is of it, a line is reached from above.
        [near, ..] if told.is_none() && line::is_of_merit(fact) && !holds(near) => {}
        // 251万元，低于预算数13万元: so much less than the budget, not less than so much.
        [near, ..] if order == Order::Less && cue == "H02" && is_far_below(facts, *near, fact) => {
            out.unchecked(RULE.name, cue, fact.range.clone(), vec![id], Reason::Ambiguous)
        }
        [one] => out.relation(relation(scope, cue, *one, order, id, "W30")),
        [near, ..] if holds(near) => out.relation(relation(scope, cue, *near, order, id, "W30")),
        // An earlier figure may be the one meant; then there is nothing to fault.
        many if many.iter().any(holds) => {
            out.unchecked(RULE.name, cue, fact.range.clone(), vec![id], Reason::Ambiguous)
        }
        [near, ..] => out.relation(relation(scope, cue, *near, order, id, "W30")),
    }
}

/// 宣传费控制在预算18万元以内，实际支出17.2万元: what was spent, right behind its limit. Where the sentence says that a target was missed or more
/// was spent, it need not hold.
fn kept(scope: &Scope, id: usize) -> Option<Relation> {
    const SPENT: [&str; 6] = ["实际", "实际支出", "实际使用", "实际开支", "实际执行", "实际发生"];
    const AIM: [&str; 4] = ["目标", "要求", "标准", "定额"];
    const MISSED: [&str; 6] = ["超", "未", "扣", "不得分", "说明", "原因"];
    let facts = scope.facts;
    let (limit, next) = (facts.get(id)?, facts.get(id + 1)?);
    let said = SPENT.contains(&next.left.trim_end_matches('为')) && next.is_level() && next.figure.is_plain();
    if !said {
        return None;
    }
    let (item, budget) = limit.left.split_once("控制在")?;
    let named = !item.is_empty() && budget.chars().count() <= 10 && within(facts, limit);
    let beside = next.place.clause == limit.place.clause + 1 && next.place.segment == limit.place.segment;
    let stated = relation(scope, "H01", id + 1, Order::AtMost, id, "W30");
    let sentence = facts.clauses.sentences().get(limit.place.sentence)?;
    let before = facts.text.words(sentence.start..limit.range.start.max(sentence.start));
    let behind = facts.text.words(next.range.end..sentence.end.max(next.range.end));
    let told = !before.mentions_any(&AIM) && !behind.mentions_any(&MISSED);
    (named && beside && next.is_like(limit) && (told || scope.fits(&stated.equation))).then_some(stated)
}

/// Whether the words behind a figure make it the most there may be.
fn within(facts: &Facts, fact: &Fact) -> bool {
    ["以内", "之内", "以下", "内", "范围内", "限额内", "限额以内"]
        .iter()
        .any(|words| facts.text.has(fact.range.end, words))
}

/// Whether a figure is not half of another.
fn is_far_below(facts: &Facts, subject: usize, limit: &Fact) -> bool {
    let twice = limit.figure.base().and_then(|base| base.times(Decimal::TWO));
    twice.zip(facts.base_value(subject)).is_some_and(|(twice, subject)| twice < subject)
}

/// The words without what stands before a verb and changes nothing.
pub(super) fn after_adverbs(words: &str) -> &str {
    let mut out = words;
    while let Some(shorter) = ADVERBS.starts(out).find_map(|(adverb, ())| out.strip_prefix(adverb)) {
        out = shorter;
    }
    out
}

/// The limit that the words around a figure make of it; they stand at the head of their clause.
fn limit(facts: &Facts, fact: &Fact) -> Option<(&'static str, Order)> {
    const NOUNS: [&str; 15] = [
        "标准",
        "预算",
        "概算",
        "计划",
        "上限",
        "限额",
        "限价",
        "定额",
        "指标",
        "目标",
        "编制",
        "控制数",
        "要求",
        "规定",
        "任务",
    ];
    let words = Some(after_adverbs(&fact.left)).filter(|words| words.starts_with(BEGINNINGS))?;
    let behind = |list: &[&str]| list.iter().any(|w| facts.text.has(fact.range.end, w));
    let noun = |rest: &str| rest.chars().count() <= 10 && rest.mentions_any(&NOUNS);
    if words.starts_with("控制在") {
        return within(facts, fact).then_some(("H01", Order::AtMost));
    }
    for verb in ["不超过", "未超过", "未超出", "没有超过", "不高于", "未突破", "没有突破", "不大于"]
    {
        if words.strip_prefix(verb).is_some_and(noun) {
            return Some(("H02", Order::AtMost));
        }
    }
    for verb in ["低于", "小于", "少于"] {
        if words.strip_prefix(verb).is_some_and(|r| noun(r) && !r.contains('比')) && !behind(&["的"]) {
            return Some(("H02", Order::Less));
        }
    }
    if let Some(order) = compared(words, fact).filter(|_| !behind(&["的"])) {
        return Some(("H11", order));
    }
    let at_least = ["在", "稳定在", "保持在", "维持在", "达到", "达"]
        .iter()
        .any(|verb| words.strip_prefix(verb).is_some_and(|r| r.is_empty() || noun(r)));
    (at_least && behind(&["以上", "及以上"])).then_some(("H03", Order::AtLeast))
}

/// Units of how long something takes.
const DURATIONS: [&str; 9] = ["个工作日", "工作日", "天", "日", "小时", "个小时", "分钟", "个月", "秒"];

/// 高于上年末的11.57%, 高于保有量任务56万亩: the figure is what the words compare with, not by how much.
fn compared(words: &str, fact: &Fact) -> Option<Order> {
    const LEVELS: [&str; 8] = ["目标", "目标值", "任务", "任务数", "标准", "占比", "比重", "限额"];
    let (order, rest) = of_levels().find_map(|(verb, order)| words.strip_prefix(verb).map(|rest| (*order, rest)))?;
    let named = rest.strip_suffix('的').map_or(rest.ends_with_any(&LEVELS), |base| !base.is_empty());
    // 平均用时9个工作日，快于上年的12个工作日: what takes less time is faster.
    let timed = DURATIONS.contains(&fact.figure.unit.base.as_str()) && words.starts_with(['快', '慢']);
    let order = match order {
        Order::Greater if timed => Order::Less,
        Order::Less if timed => Order::Greater,
        order => order,
    };
    (named && rest.chars().count() <= 16).then_some(order)
}

/// The figures of like unit in the clauses before a limit, nearest first.
fn subjects(facts: &Facts, id: usize) -> Vec<usize> {
    let Some(limit) = facts.get(id) else { return Vec::new() };
    // 平均每人108元，没有超过每人每餐60元标准: what is told of one meal bounds nothing else.
    let each = |f: &Fact| ["每餐", "每次", "每天", "每日", "每晚", "每月"].iter().position(|per| f.left.contains(per));
    let stated = |f: &Fact| {
        f.is_like(limit)
            && each(f) == each(limit)
            && f.figure.is_plain()
            && f.place.depth == limit.place.depth
            && f.place.segment == limit.place.segment
            && f.place.clause < limit.place.clause
            && matches!(f.role, Role::Level | Role::Rate | Role::Share | Role::Completion | Role::Other | Role::To)
            && (!f.measure.is_budget() || limit.measure == crate::fact::Measure::Unstated)
    };
    facts.pick(facts.in_sentence(limit.place.sentence).start..id, stated).rev().gather()
}

/// H11: `快于全国水平（5.5%）`: the order that the words before a bracket give, with these words.
fn beside<'a>(facts: &'a Facts, fact: &Fact) -> Option<(Order, &'a str)> {
    let open = fact.place.bracket.filter(|b| *b + 1 == fact.range.start)?;
    if facts.clauses.partner(open) != Some(fact.range.end)
        || fact.figure.unit.dimension != Dimension::Percent
        || !fact.figure.is_plain()
    {
        return None;
    }
    let clause = facts.clauses.clauses().get(fact.place.clause)?;
    let words = facts.text.words(clause.start..open);
    let last = words.rsplit(['）', '、']).next()?;
    let (verb, order) = of_levels().find(|(verb, _)| last.contains(verb)).copied()?;
    let (_, compared) = last.rsplit_once(verb)?;
    (!compared.is_empty() && compared.chars().count() <= 12).then_some((order, words))
}

fn compare(scope: &Scope, id: usize, order: Order, words: &str, out: &mut Sink) {
    let facts = scope.facts;
    let Some(fact) = facts.get(id) else { return };
    let rate = |f: &Fact| {
        f.is_like(fact)
            && f.figure.is_plain()
            && f.place.depth < fact.place.depth
            && f.direction >= 0
            && matches!(f.role, Role::Growth | Role::Rate | Role::Completion | Role::Level)
    };
    let own = facts.pick(facts.in_sentence(fact.place.sentence).start..id, rate).next_back();
    // 全县GDP增速快于…: the growth of the total itself, stated before in the paragraph.
    let total = speaks_of(words, TOTAL).then(|| {
        let of_total = |f: &Fact| {
            rate(f)
                && f.role == Role::Growth
                && facts
                    .clauses
                    .sentences()
                    .get(f.place.sentence)
                    .is_some_and(|s| speaks_of(facts.text.words(s.start..f.range.start), TOTAL))
        };
        facts.pick(facts.in_paragraph(fact.place.paragraph).start..id, of_total).next()
    });
    let subject = own.or(total.flatten());
    if let Some(subject) = subject {
        out.relation(relation(scope, "H11", subject, order, id, "W04"));
    }
}
