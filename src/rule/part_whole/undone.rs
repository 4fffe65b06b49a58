//! A08 without its word: 检查55家，合格51家，不合格4家; 设定指标8项，完成7项，1项未达标: what is so and what is not so make all of them.

use super::{kind_of, relation, sum};
use crate::fact::Fact;
use crate::gather::Gather;
use crate::number::Dimension;
use crate::rule::{Scope, Sink};
use crate::text::{Mention, Words};

/// What counted things are, and what the others of them are.
const SIDES: [(&[&str], &[&str]); 5] = [
    (&["完成", "达标", "达到", "实现", "达成"], &["未", "没"]),
    (&["合格"], &["不合格"]),
    (&["满分"], &["扣分"]),
    (&["审结", "结案", "执结", "办结"], &["未结", "未审结", "未执结"]),
    (&["采纳", "办结", "整改", "通过", "验收", "交付"], &["未采纳", "未办结", "未整改", "未通过", "未验收", "未交付"]),
];
/// Words of only some of what was not.
const SOME: [&str; 12] =
    ["其中", "长期", "逾期", "上年", "以上", "终本", "上诉", "新收", "清理", "化解", "历年", "疑难"];
/// Words of what lies between the two.
const BETWEEN: [&str; 5] = ["基本", "部分", "大部", "较", "超"];
/// How many characters before or behind a number say what is so of it.
const NEAR: usize = 10;

/// States every pair that leaves nothing of its whole.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let level = |f: &Fact| {
        f.is_level() && f.figure.is_plain() && f.figure.unit.dimension == Dimension::Count && f.place.depth == 0
    };
    for done in scope.levels(level).filter(|id| *id > 0) {
        let Some(fact) = facts.get(done) else { continue };
        let sentence = facts.in_sentence(fact.place.sentence);
        let like = |f: &Fact| level(f) && f.is_like(fact);
        let Some(rest) = facts.pick(done + 1..sentence.end, like).next() else { continue };
        if !facts.get(rest).is_some_and(|other| are_sides(fact, other)) || out.computes(rest) {
            continue;
        }
        // 长期未结案件12件, 其中满意度未达标1项: some of what was not is not all of it.
        // 未结诉前调解案件86件, 疑难未结8件
        let pending = |f: &Fact| f.left.contains("未结") && !(f.left.ends_with("未结") && f.left.chars().count() <= 4);
        if facts.get(rest).is_some_and(|f| f.left.mentions_any(&SOME) || pending(f)) {
            continue;
        }
        // 新收290件，审结280件，未结40件: what came in is not all where more was there before.
        let all = |id: &usize| !facts.get(*id).is_some_and(|f| f.left.mentions("新收"));
        let before: Vec<usize> = facts.pick(sentence.start..done, like).rev().filter(all).gather();
        let pair = [done, rest];
        let fitting = before.iter().find(|whole| scope.fits(&sum(&pair, **whole)));
        // 检测样品60份，合格57份，合格率95%，不合格3份: the rate between says of which they are a part.
        let rated = |whole: &&usize| {
            let percent = |f: &Fact| f.figure.is_plain() && f.figure.unit.dimension == Dimension::Percent;
            let mut rates = facts.pick(done + 1..rest + 2, percent);
            rates.any(|rate| {
                facts.get(rate).is_some_and(|f| f.figure.digits() >= 3) && scope.is_ratio(done, **whole, rate)
            })
        };
        // With no other number of them in the sentence, and no word of the others, nothing else is left to be meant.
        let alone = || {
            let others = facts.pick(rest + 1..sentence.end, like).next().is_some() || tells_others(scope, rest);
            before.first().filter(|_| before.len() == 1 && !others)
        };
        let slip = |whole: &&usize| scope.is_stated_slip(&sum(&pair, **whole));
        let chosen = fitting.or_else(|| before.iter().find(rated)).or_else(|| alone().filter(slip));
        if let Some(whole) = chosen {
            let equation = sum(&pair, *whole);
            let range = facts.span(&equation.all());
            out.relation(relation("A08", kind_of(scope, *whole), equation, range, true));
        }
    }
}

/// 完成20项，2项未达标，其余跨年实施: whether the rest of the sentence behind a number has words for others.
fn tells_others(scope: &Scope, id: usize) -> bool {
    let facts = scope.facts;
    let Some(fact) = facts.get(id) else { return false };
    let end = facts.clauses.sentences().get(fact.place.sentence).map_or(fact.range.end, |s| s.end);
    facts.text.words(fact.range.end..end).mentions_any(&["其余", "其他", "剩余", "另有", "另外", "还有", "尚有"])
}

/// Whether the words at two numbers say of one thing that it is so and that it is not.
fn are_sides(one: &Fact, other: &Fact) -> bool {
    let is_not = around(other);
    let mut denied = SIDES.iter().filter(|(_, not_so)| is_not.mentions_any(not_so)).peekable();
    if denied.peek().is_none() {
        return false;
    }
    let is = around(one);
    let between = |words: &Words| words.mentions_any(&BETWEEN);
    !between(&is) && !between(&is_not) && denied.any(|(so, not_so)| is.mentions_any(so) && !is.mentions_any(not_so))
}

/// The words right at a number: the last before it and the first behind it.
fn around(fact: &Fact) -> Words {
    let skipped = fact.left.chars().count().saturating_sub(NEAR);
    let words: String = fact.left.chars().skip(skipped).chain(['，']).chain(fact.right.chars().take(NEAR)).collect();
    words.into()
}
