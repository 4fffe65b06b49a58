//! C02, C05, C09: what words call a difference, where just one pair of the amounts beside it lies so far apart: 由45人扩充到60人，扩充15人.
//!
//! The rules of differences ask which amount is compared with which, and leave open what the words do not settle. Here the words only
//! say that it is a difference, and the figures have to say of what, to the last digit. It is called wrong only where the amount right
//! before it and another one of the sentence are one slip of the pen away, which chance hardly makes.

use crate::fact::{Fact, Facts, Measure, Role};
use crate::gather::Gather;
use crate::number::Decimal;
use crate::relation::{Equation, Kind, Relation, Source, Term};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// How many amounts before a difference are asked, and how many behind it.
const BEFORE: usize = 5;
const BEHIND: usize = 2;

/// How many facts back they are looked for.
pub(super) const REACH: usize = 40;

/// How many characters the words of a difference have; longer ones name a thing of its own.
const WORDS: usize = 8;

/// Words of what came on top, with which those of a difference begin or end.
const MORE: [&str; 24] = [
    "多",
    "超",
    "超出",
    "超过",
    "高出",
    "净增",
    "新增",
    "增",
    "增加",
    "增收",
    "增支",
    "扩充",
    "加密",
    "扩大",
    "延长",
    "上涨",
    "涨",
    "提高",
    "超支",
    "超期",
    "多出",
    "增长",
    "调增",
    "净调增",
];

/// Words of what came off or is not there.
const LESS: [&str; 36] = [
    "少",
    "差",
    "缺",
    "欠",
    "短",
    "缺口",
    "尚差",
    "还差",
    "相差",
    "低于",
    "净减",
    "减",
    "减少",
    "下降",
    "降",
    "压减",
    "压缩",
    "消除",
    "缩短",
    "提前",
    "节约",
    "节余",
    "结余",
    "节省",
    "让利",
    "剩",
    "剩余",
    "余下",
    "还剩",
    "结转",
    "扣",
    "失",
    "丢",
    "失分",
    "留待下年",
    "快",
];

/// What fills the words of a difference.
const FILL: [char; 10] = ['了', '约', '共', '为', '达', '的', '资', '金', '数', '额'];

/// Whether the words before an amount call it a difference.
fn is_difference(fact: &Fact) -> bool {
    let words = fact.left.trim_end_matches(FILL);
    let begins = |list: &[&str]| words.starts_with_any(list) || words.ends_with_any(list);
    let undone = words.starts_with('未') || words.ends_with("未完成") || words.ends_with("未支出");
    let short = (1..=WORDS).contains(&words.chars().count());
    short && (begins(&MORE) || begins(&LESS) || undone)
}

fn amount(fact: &Fact) -> bool {
    let stated = fact.is_level() || matches!(fact.role, Role::Base | Role::From);
    stated && fact.is_amount() && fact.figure.is_plain() && !fact.is_zero()
}

/// The amounts beside a difference, in its sentence.
fn beside(facts: &Facts, id: usize, fact: &Fact) -> Vec<usize> {
    let like = |f: &Fact| amount(f) && f.is_like(fact);
    let sentence = facts.in_sentence(fact.place.sentence);
    let behind = facts.pick(id + 1..sentence.end, |f| like(f) && f.place.segment == fact.place.segment).take(BEHIND);
    let start = sentence.start.max(id.saturating_sub(REACH));
    let before: Vec<usize> = facts.pick(start..id, like).rev().take(BEFORE).gather();
    before.into_iter().chain(behind).gather()
}

/// States the difference where just one pair of amounts has it.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let told = |f: &Fact| matches!(f.role, Role::Level | Role::Change | Role::Rest) && f.measure != Measure::Plan;
    let Some(fact) = facts.get(id).filter(|f| f.is_amount() && told(f) && is_difference(f)) else { return };
    let near = beside(facts, id, fact);
    // 其中项目结余128.41万元、基本支出结余22.99万元: what is known to be a part is no difference as well.
    if near.len() < 2 || out.added_up(id).next().is_some() {
        return;
    }
    // 非税31397万元，多4155万元，升15.25%: what the rate behind a change bears out is no difference from another amount beside it.
    let borne = borne_out(scope, id, out);
    let own = |a: usize, b: usize| borne.is_none_or(|whole| a == whole || b == whole);
    let apart = |a: usize, b: usize| a != b && own(a, b) && are_of_one_kind(facts, fact, [a, b]);
    let pairs = near.iter().flat_map(|a| near.iter().map(move |b| (*a, *b))).filter(|(a, b)| apart(*a, *b));
    let value = |id: usize| facts.base_value(id);
    let mut fitting: Vec<(usize, usize)> = pairs.filter(|(a, b)| scope.adds_up(&[*b, id], *a)).gather();
    fitting.dedup_by_key(|(a, b)| (value(*a), value(*b)));
    let [(high, low)] = fitting[..] else {
        if let Some((high, low)) = slipped(scope, id, &near).filter(|_| fitting.is_empty() && borne.is_none()) {
            say(scope, id, (high, low), false, out);
        }
        return;
    };
    // 比上年多2人: of small numbers only the two right beside the difference tell.
    let adjacent = || near.iter().take(2).all(|a| *a == high || *a == low);
    let small = fact.figure.unit.is_whole() && fact.figure.value < Decimal::TEN;
    if small && !adjacent() {
        return;
    }
    say(scope, id, (high, low), true, out);
}

/// The amount that a change made the rate beside it of.
fn borne_out(scope: &Scope, id: usize, out: &Sink) -> Option<usize> {
    out.rates_of(id).find_map(|r| match &r.equation {
        Equation::Rate { whole, .. } if whole.len() > 1 && scope.fits(&r.equation) => whole.first().map(|t| t.fact),
        _ => None,
    })
}

/// 102个部门，其中81个部门公开104个项目，增加21个项目: whether the words behind its unit let a number be the difference of two others.
fn are_of_one_kind(facts: &Facts, fact: &Fact, pair: [usize; 2]) -> bool {
    let noun: String = fact.right.chars().take(2).collect();
    let counted = matches!(fact.figure.unit.base.as_str(), "个" | "项" | "家") && noun.chars().count() == 2;
    let other = |id: usize| {
        let words = facts.get(id).and_then(|f| f.right.split(|c: char| c.is_ascii_digit()).next());
        words.is_some_and(|words| words.chars().count() >= 2 && !words.contains(&noun))
    };
    !(counted && pair.into_iter().all(other))
}

/// 年初2015.6万元，最终调整为3542.2万元，净调增1256.6万元: the amount right before a difference and another of the sentence, where a slip of the
/// pen alone keeps them so far apart.
fn slipped(scope: &Scope, id: usize, near: &[usize]) -> Option<(usize, usize)> {
    let facts = scope.facts;
    // 赤字135亿元，比上年增加15亿元，其中…: what is compared with another year is none of what stands beside it.
    // 受理1846件，答复1779件，未办结76件: nor what was not done of something else.
    let fact = facts.get(id).filter(|f| f.phrase.is_empty() && !f.left.contains(['较', '比', '未']))?;
    // 收入512万元、支出498万元，与上年相比，分别减少24万元、32万元: nor is a change in a row, or one with what it is compared with before it.
    if facts.row(id).len() > 1 || fact.left.mentions("分别") || !facts.comparison(id).is_empty() {
        return None;
    }
    let before: Vec<usize> = near.iter().copied().filter(|other| *other < id).gather();
    let (last, others) = before.split_first()?;
    let beside = |f: &Fact| f.place.segment == fact.place.segment && f.place.clause + 2 >= fact.place.clause;
    let last = *last;
    facts.get(last).filter(|f| beside(f))?;
    // 包括甲480万元、乙265万元，拨出742万元，留待下年121万元: the other one is the next before it, or the head of the sentence.
    // 甲41.3万元；乙38.7万元；丙3.6万元，结余10万元: of a list, what is less than another was not all that was taken from the head.
    let most = others.iter().rev().skip(1).all(|other| facts.base_value(*other) <= facts.base_value(last));
    let ends = [others.first(), others.last().filter(|_| most)].into_iter().flatten().copied();
    let pairs = ends.flat_map(|other| [(last, other), (other, last)]);
    let mut slips = pairs.filter(|(high, low)| {
        let larger = facts.base_value(*high) > facts.base_value(*low);
        larger && scope.is_slip(&equation((*high, *low), id))
    });
    slips.next()
}

fn equation((high, low): (usize, usize), id: usize) -> Equation {
    Equation::Sum { parts: vec![Term::plus(high), Term::minus(low)], whole: vec![Term::plus(id)] }
}

/// `high − low = difference`, which belongs to the rule of differences.
pub(super) fn difference(scope: &Scope, cue: &'static str, pair: (usize, usize), id: usize) -> Relation {
    let range = scope.facts.span(&[pair.0, pair.1, id]);
    let (kind, source, equation) = (Kind::Difference, Source::Asserted, equation(pair, id));
    Relation { rule: "difference", cue, kind, source, equation, range, sure: true, warning: "W45" }
}

fn say(scope: &Scope, id: usize, pair: (usize, usize), sure: bool, out: &mut Sink) {
    out.relation(Relation { sure, ..difference(scope, "C02", pair, id) });
}
