//! Wholes that the words call for without a name of their own: 占调整预算的2.3%, 村民240人中满意223人，占92.9%.

use crate::fact::{Fact, Measure, normalize};
use crate::gather::Gather;
use crate::relation::Equation;
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// How many figures back a budget is looked for that its words name by its measure alone.
const BUDGETS: usize = 300;

/// How many figures back an amount is looked for that has the words of the share.
const NEAR: usize = 24;

/// 占全市中小学在校生的9.9% is of no 全市在校生: whether the words say more than a name does, and that more is no place.
pub(super) fn is_wider(name: &str, phrase: &str) -> bool {
    let mut left = name.chars().peekable();
    let words = normalize(phrase);
    let more: String = words.chars().filter(|c| left.next_if_eq(c).is_none()).collect();
    let place = ['省', '市', '州', '县', '区', '镇', '乡', '村', '国'];
    // 改造小区 are no place of theirs.
    let kind = more.ends_with_any(&["小区", "社区", "园区", "校区", "片区", "景区", "灌区"]);
    left.peek().is_none() && !more.is_empty() && (kind || !more.ends_with(place))
}

/// 占调整预算的2.3%: the budgets that are named so and no more, which are of everything, come before 基本支出调整预算; 占收入总预算的12% is of
/// 收支总预算 as well.
pub(super) fn of_all(scope: &Scope, (id, part): (usize, usize), phrase: &str) -> Vec<usize> {
    let facts = scope.facts;
    let (measure, Some(own)) = (Measure::of(phrase), facts.get(part)) else { return Vec::new() };
    let alone =
        matches!(phrase.trim_end_matches('数'), "年初预算" | "调整预算" | "调整后预算" | "全年预算" | "最终预算");
    let side = ["收入", "支出"].iter().find_map(|side| phrase.strip_prefix(side));
    let side = side.filter(|total| total.starts_with('总') || *total == "合计");
    let both = |f: &Fact| {
        let words =
            |total: &str| f.left.strip_suffix(total).map(|words| words.ends_with_any(&["收支", "收、支", "收入支出"]));
        side.and_then(words).unwrap_or_default()
    };
    let could = |f: &Fact| {
        let plain = f.is_level() && f.is_like(own) && f.figure.is_plain() && f.place.depth == 0;
        let budget = f.measure == measure && !f.label.own && f.left.contains(phrase.trim_end_matches('数'));
        plain && (alone && budget || both(f))
    };
    let near = id.saturating_sub(if alone || side.is_some() { BUDGETS } else { 0 })..id;
    facts.pick(near, could).filter(|w| *w != part).rev().gather()
}

/// 村民240人中满意223人，占92.9%: those of whom the clause itself says that the part is among them.
pub(super) fn taken_from(scope: &Scope, id: usize, part: usize) -> Option<usize> {
    let facts = scope.facts;
    let (rate, own) = (facts.get(id)?, facts.get(part)?);
    let among = |f: &Fact| {
        let said = f.right.starts_with('中') && f.place.clause == own.place.clause;
        said && f.is_level() && f.is_like(own) && f.figure.is_plain()
    };
    let bare = rate.left.starts_with('占') && rate.phrase.is_empty();
    part.checked_sub(1).filter(|w| bare && facts.get(*w).is_some_and(among))
}

/// 在治2217人，…，占在治人数的96.8%; 实际支出812.4万元，…，占实际支出的40%: the nearest amount of the paragraph whose words are those of the
/// share, where no name is long enough to be found by.
pub(super) fn told(scope: &Scope, (id, part): (usize, usize), phrase: &str, named: &[usize]) -> Option<usize> {
    let facts = scope.facts;
    let (rate, own) = (facts.get(id)?, facts.get(part)?);
    let words = ["总人数", "人数", "总数", "数"].iter().find_map(|noun| phrase.strip_suffix(noun)).unwrap_or(phrase);
    let exact = named.iter().any(|w| facts.naming(*w, phrase, id) == 3);
    let short = words.chars().count() >= 2 && normalize(words).chars().count() < 2 || normalize(words) == "总支出";
    let could = |f: &Fact| {
        let level = f.is_level() && f.is_like(own) && f.figure.is_plain() && f.place.depth <= rate.place.depth;
        level && f.figure.base() >= own.figure.base() && f.left.ends_with(words)
    };
    let start = facts.in_paragraph(rate.place.paragraph).start.max(part.saturating_sub(NEAR));
    let near = start.min(part)..part;
    let found: Vec<usize> = facts.pick(near, |f| short && !exact && could(f)).gather();
    // 全年实际支出1004万元。基本支出预算620万元，实际支出600万元: of several only the one that bears the share out is meant.
    let fitting = found.iter().rev().find(|w| scope.is_ratio(part, **w, id));
    let [one] = found.as_slice() else { return fitting.copied() };
    let bare = facts.get(*one).is_some_and(|f| f.left == words);
    Some(*one).filter(|_| bare || fitting.is_some())
}

/// 甲费70.98万元，其他费用4.38万元，其他费用占5.8%: whether the word before a share is the name of its part, which its list adds up with the
/// others.
pub(super) fn is_listed_by_name(scope: &Scope, (id, part): (usize, usize), whole: usize, out: &Sink) -> bool {
    let made = out.sums_over(part).any(|(_, sum)| {
        let of =
            matches!(&sum.equation, Equation::Sum { whole: of, .. } if matches!(of.as_slice(), [t] if t.fact == whole));
        of && scope.exact(&sum.equation)
    });
    made && is_called(scope, id, part)
}

/// Whether the word before 占 of a share is the very name of an amount.
pub(in crate::rule) fn is_called(scope: &Scope, id: usize, part: usize) -> bool {
    let (Some(rate), Some(own)) = (scope.facts.get(id), scope.facts.get(part)) else { return false };
    let noun = rate.left.rsplit_once('占').map_or("", |(noun, _)| noun.trim_start_matches(['，', '其', '中']));
    let noun = ["所", "类", "仅", "只", "约", "共"].iter().fold(noun, |noun, end| noun.trim_end_matches(end));
    let words = own.label.words.as_str();
    // 一二三产分别为8.6亿元、14.4亿元、13.0亿元，三产占36%: a name before a row is none of its first amount.
    let single = || own.label.own && scope.facts.row(part).len() == 1;
    noun.chars().count() >= 2 && (words == noun || words.ends_with(noun)) && single()
}
