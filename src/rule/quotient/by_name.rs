//! B08: rates of the two amounts that their name leaves no other reading for: 立案26件，结案21件，支出进度80%; 退回31件，退件率.

use super::undone;
use crate::fact::{Fact, Measure, Role};
use crate::gather::Gather;
use crate::relation::{Equation, ratio};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// 立案26件，结案21件，支出进度80%: the two amounts of its segment, part and whole, that the name of a rate leaves no other reading for.
pub(super) fn by_name(scope: &Scope, id: usize, fact: &Fact, out: &Sink) -> Option<(usize, usize)> {
    const NAMES: [&str; 13] = [
        "执行率",
        "支出进度",
        "支付进度",
        "拨付进度",
        "支付率",
        "完成率",
        "开工率",
        "到位率",
        "执行进度",
        "支出率",
        "拨付率",
        "完成",
        "比率",
    ];
    let facts = scope.facts;
    // 在岗1600人，超目标100人，完成率106.67%: how far it went beyond its goal is no part of it.
    let level = |f: &Fact| f.is_level() && f.figure.is_plain() && f.against_goal().is_none();
    let beside = |f: &Fact| level(f) && f.place.segment == fact.place.segment;
    let mut segment: Vec<usize> = facts.pick(facts.in_sentence(fact.place.sentence).start..id, beside).gather();
    // 争取资金863.5万元，包括甲480万元、乙383.5万元，拨出742.6万元，拨付率86%: what only divides the first of them is passed over.
    let head = segment.first().copied();
    // 预算875万元，支出802.16万元，完成91.68%，未完成的72.84万元…: with what is left of it, what was done divides nothing.
    let left = |other: &usize| facts.get(*other).is_some_and(|f| f.left.starts_with(['未', '尚', '剩', '余']));
    let divides = |part: usize| {
        let mut sums = out.sums_over(part).filter(|(_, r)| r.equation.facts().1 == head && head < Some(part));
        sums.any(|(_, r)| !r.equation.all().iter().any(left))
    };
    segment.retain(|part| !divides(*part));
    let [first, last] = segment[..] else { return None };
    // 修缮96座，计划120座，完成80%: what was to be done may stand behind what was.
    let planned = |id: usize| facts.get(id).is_some_and(|f| f.measure == Measure::Plan || f.measure.is_budget());
    let turned = planned(last) && !planned(first);
    let (whole, part) = if turned { (last, first) } else { (first, last) };
    let (of, own) = (facts.get(whole)?, facts.get(part)?);
    // 开工26个，完工21个，开工率100%: the rate is not of what was done first.
    let denied = |name: &str| name.strip_suffix('率').is_some_and(|stem| of.left.ends_with(stem));
    // 退回31件，退件率: the rate is named after what was counted last.
    let named = named_after(fact, own) || NAMES.iter().any(|n| fact.left.ends_with(n) && !denied(n));
    // 人口32万人，受益人口30万人，普及率93.75%: those who have something are not named by the rate, the figures have to.
    let share = ratio(part, whole, id);
    let named = named || fact.left.ends_with("普及率") && (scope.fits(&share) || scope.is_likely_slip(&share));
    let sized = of.is_like(own) && of.figure.base() >= own.figure.base() && !of.is_zero() && !is_next(of, own);
    // 预算102.19万元，结转15.20万元，执行率85.13%: what is left is not what was spent; nor what is finished all that was begun.
    let rest = fact.left.ends_with("开工率") && own.left.mentions_any(&["竣工", "完工"])
        || own.role == Role::Rest
        || own.left.ends_with_any(&["结转", "结余", "未支付", "未支出"]);
    // 预算85万元，支出83万元，资金使用率97.6%，项目完成率100%: two amounts have one rate.
    let told = || {
        out.rates_of(part).any(|r| matches!(&r.equation, Equation::Rate { whole: of, rate, .. } if *rate != id && of.first().is_some_and(|t| t.fact == whole)))
    };
    (named && sized && !rest && !undone::is_denied(fact, own) && (scope.fits(&share) || !told()))
        .then_some((part, whole))
}

/// 首批120万元，第二批60万元，到位率100%: whether two amounts are told as one behind the other, of which none is a part of the other.
fn is_next(first: &Fact, second: &Fact) -> bool {
    const NEXT: [(&[&str], &[&str]); 3] =
        [(&["首", "第一"], &["第二", "次", "末"]), (&["一期"], &["二期"]), (&["上半年"], &["下半年"])];
    let opens = |fact: &Fact, words: &[&str]| fact.left.starts_with_any(words);
    NEXT.iter().any(|(one, other)| opens(first, one) && opens(second, other))
}

/// 退件率 is named after 退回, 投诉率 after 投诉: the first character of a short name opens the words of the count before it.
fn named_after(rate: &Fact, part: &Fact) -> bool {
    let name = rate.left.trim_end_matches(['为', '达', '约']);
    let Some(noun) = name.strip_suffix('率').filter(|noun| (1..=3).contains(&noun.chars().count())) else {
        return false;
    };
    // 不诉率 behind 不起诉 is of what both come to.
    let begun = |c: char| c != '不' && part.left.starts_with(c);
    let first = || part.left.chars().count() <= 4 && name.chars().next().is_some_and(begun);
    // 应入学312人，实入学312人，入学率; 应种38.6万剂次，实种37.8万剂次，接种率
    let real = || part.left.strip_prefix('实').is_some_and(|verb| !verb.is_empty() && noun.ends_with(verb));
    first() || real() || noun.chars().count() >= 2 && part.left.ends_with(noun)
}
