//! E03 of one item after another: 安排甲300万元、乙500万元。甲拨付81.3万元，仅完成27.1%；乙拨付276.4万元，完成55.3%: what was spent of each item and the
//! amount that bears just its name before.

use super::{ratio, relation};
use crate::fact::{Fact, normalize};
use crate::number::Dimension;
use crate::rule::{Scope, Sink};

/// How many paragraphs back the amounts of the items may stand.
const REACH: usize = 3;

/// How many figures of an item are asked.
const FIGURES: usize = 12;

/// How many characters make the name of an item.
const NAME: usize = 3;

/// What a rate of an item is called that names nothing else.
const RATES: [&str; 16] = [
    "完成",
    "实际完成",
    "进度",
    "执行率",
    "预算执行率",
    "支出率",
    "支付率",
    "拨付率",
    "完成率",
    "执行进度",
    "支出进度",
    "支付进度",
    "拨付进度",
    "完成进度",
    "到位率",
    "资金到位率",
];

/// What was done with the money of an item, longest first.
const SPENT: [&str; 14] = [
    "实际支出",
    "实际支付",
    "实际完成",
    "实际到位",
    "到位",
    "已支付",
    "已拨付",
    "支出",
    "列支",
    "支付",
    "拨付",
    "使用",
    "执行",
    "完成",
];

/// States the rate of an item where its amounts bear it out; where a slip keeps them from that, only beside a rate of another item that
/// holds. Whether it did.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) -> bool {
    let Some((part, whole)) = pair(scope, id) else { return false };
    let equation = ratio(part, whole, id);
    let holds = |rate: usize| pair(scope, rate).is_some_and(|(p, w)| scope.is_ratio(p, w, rate));
    let sentence = scope.facts.get(id).map(|f| scope.facts.in_sentence(f.place.sentence)).unwrap_or_default();
    let borne = || sentence.into_iter().any(|rate| rate != id && holds(rate));
    let stated = scope.fits(&equation) || scope.is_stated_slip(&equation) && borne();
    if stated {
        let range = scope.facts.span(&equation.all());
        out.relation(relation("E03", equation, range, "W02"));
    }
    stated
}

/// What was spent of the item that a rate is of, right before it, and what the item was given.
fn pair(scope: &Scope, id: usize) -> Option<(usize, usize)> {
    let facts = scope.facts;
    let percent = |f: &Fact| f.figure.unit.dimension == Dimension::Percent && f.figure.is_plain();
    let rate = facts.get(id).filter(|f| percent(f))?;
    let words = rate.left.trim_end_matches(['为', '达', '到', '约']).trim_start_matches(['仅', '只', '已', '才']);
    let part = id.checked_sub(1).filter(|_| RATES.contains(&words))?;
    let own = facts.get(part).filter(|f| f.is_level() && f.figure.is_plain())?;
    let beside = own.place.segment == rate.place.segment && own.place.clause + 1 == rate.place.clause;
    // 除县级配套仅到位213万元（到位率50%）外: the rate may stand in the bracket of its amount.
    let beside = beside || rate.place.bracket == Some(own.range.end);
    let item = SPENT.iter().find_map(|verb| own.left.strip_suffix(verb)).filter(|_| beside)?;
    let name = normalize(item.trim_start_matches('除').trim_end_matches(['仅', '只', '才', '已']));
    let given = |w: &usize| {
        facts.get(*w).is_some_and(|f| {
            f.is_level()
                && f.is_like(own)
                && f.figure.is_plain()
                && !f.is_zero()
                && f.place.sentence < own.place.sentence
                && f.place.paragraph + REACH >= own.place.paragraph
                && !f.period.is_past(facts.year)
        })
    };
    let all = facts.of_item(&name);
    let before = all.get(..all.partition_point(|w| *w < part)).unwrap_or_default().iter().rev().take(FIGURES).copied();
    let mut named = before.filter(|w| name.chars().count() >= NAME && given(w));
    let whole = named.next()?;
    named.all(|w| facts.base_value(w) == facts.base_value(whole)).then_some((part, whole))
}
