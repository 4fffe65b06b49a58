//! Bases and changes that stand off their rate of growth: in the bracket behind it, in the clause after it, before the amount.

use crate::fact::{Fact, Period, Role, is_cause, likeness, normalize};
use crate::gather::Gather;
use crate::relation::{Equation, Reason, Term, ratio};
use crate::rule::Scope;
use crate::text::Mention;

/// Why an amount cannot be what a rate says has grown: 由2020年的120亿元增加到2023年的186亿元，2024年1-9月增长6.2% is of a later time.
pub(super) fn open(rate: &Fact, current: &Fact) -> Option<Reason> {
    if !current.figure.is_plain() {
        return Some(Reason::Vague);
    }
    let later = matches!((rate.period, current.period), (Period::Year(own), Period::Year(told)) if own > told);
    (later && rate.left.contains('年')).then_some(Reason::NoBase)
}

/// 环比增长6.2%，上年同期7.7万辆; 2022年10.71亿元，2023年一季度2.00亿元，环比下降31.59%: whether an amount is that of a year, and the rate
/// that of a month or quarter against the last one.
pub(super) fn is_of_other_term(rate: &Fact, current: &Fact, base: &Fact) -> bool {
    let year = || base.period != current.period && !base.left.mentions_any(&["月", "季", "周", "旬"]);
    rate.left.mentions("环比") && (base.left.mentions_any(&["上年", "去年"]) || year())
}

/// Words of a part of a year, and those of all of it or of a day at its end.
const TERMS: [&str; 3] = ["月", "季度", "半年"];
const WHOLE: [&str; 6] = ["12月", "十二月", "全年", "末", "底", "31日"];

/// 2017年5871元。2018年1至9月，…4759元，同比增长9.6%: whether an amount of another sentence is that of a whole year, and what has grown that of
/// a part of one.
pub(super) fn is_of_whole_year(scope: &Scope, current: &Fact, base: &Fact) -> bool {
    let head = |f: &Fact| {
        let start = scope.facts.clauses.sentences().get(f.place.sentence).map_or(f.range.start, |s| s.start);
        scope.facts.text.words(start.min(f.range.start)..f.range.start)
    };
    let apart = base.place.sentence != current.place.sentence && matches!(base.period, Period::Year(_));
    let part = |f: &Fact| head(f).mentions_any(&TERMS);
    apart && part(current) && !part(base) && !head(current).mentions_any(&WHOLE)
}

/// Words of a growth at the prices of another year.
const PRICES: [&str; 4] = ["可比价", "不变价", "实际增长", "实际下降"];

/// Words of a growth of another scope than that of the amounts, unless its base stands right behind them.
const SCOPES: [&str; 4] = ["可比", "同口径", "扣除", "剔除"];

/// What statistics tell the growth of at constant prices (国家统计局: 国民经济核算), whatever amounts they print beside it.
const OUTPUT: [&str; 3] = ["生产总值", "GDP", "增加值"];

/// How many characters behind a rate say how it was worked out: （按可比价格计算）.
const BEHIND: usize = 10;

/// Why a rate that fails is not held against the amounts beside it.
pub(super) fn unheld(scope: &Scope, id: usize, subject: usize, equation: &Equation) -> Option<Reason> {
    if scope.fits(equation) {
        None
    } else if !is_of_now(scope, id, equation) && is_incomparable(scope, id, subject, equation) {
        Some(Reason::Incomparable)
    } else {
        (names_another(scope, id, equation) || is_of_change(scope, subject, equation)).then_some(Reason::NoBase)
    }
}

/// 24493万元，同口径减少3308万元，下降13.5%: whether a change was divided by what it led to, which no other scope makes so by chance.
fn is_of_now(scope: &Scope, id: usize, equation: &Equation) -> bool {
    let Equation::Rate { part, whole, less_one: false, .. } = equation else { return false };
    match (part.as_slice(), whole.as_slice()) {
        ([change], [now, _]) => scope.fits(&ratio(change.fact, now.fact, id)),
        _ => false,
    }
}

/// 两年累计压减59.22万元，其中当年少支出22.57万元，下降9.74%: whether a change and its rate would be those of what is itself a change.
fn is_of_change(scope: &Scope, subject: usize, equation: &Equation) -> bool {
    let by_change = matches!(equation, Equation::Rate { whole, less_one: false, .. } if whole.len() == 2);
    by_change && scope.facts.get(subject).is_some_and(|f| f.changed().is_some())
}

/// Words before the verb of a rate that name nothing of their own.
const GENERAL: [&str; 12] =
    ["总量", "总额", "总数", "总体", "整体", "规模", "合计", "总计", "全年", "数量", "水平", "幅度"];

/// 收入112.8亿元，上年同期108.6亿元，支出同比下降3.8%: whether a rate names what has grown, and neither amount bears that name.
fn names_another(scope: &Scope, id: usize, equation: &Equation) -> bool {
    let facts = scope.facts;
    let Some(rate) = facts.get(id) else { return false };
    let named = ["同比", "环比"].iter().find_map(|word| rate.left.split_once(word)).map(|(head, _)| normalize(head));
    // 收入 alone, which stands for all of it, may be that of what was told.
    let noun = named.or_else(|| rate.changed()).unwrap_or_default().replace('总', "");
    let other = |f: &Fact| f.label.key.chars().count() >= 2 && likeness(&f.label.key, &noun) == 0;
    let amounts = equation.all().into_iter().filter(|other| *other != id).filter_map(|id| facts.get(id));
    noun.chars().count() >= 2 && !is_cause(&noun) && !GENERAL.contains(&noun.as_str()) && amounts.into_iter().all(other)
}

/// Whether a rate need not be what the amounts beside it make: at comparable prices or of a comparable scope, or from less than nothing.
fn is_incomparable(scope: &Scope, id: usize, subject: usize, equation: &Equation) -> bool {
    let facts = scope.facts;
    let (Some(rate), Some(own)) = (facts.get(id), facts.get(subject)) else { return false };
    let below = |equation: &Equation| match equation {
        Equation::Rate { whole, .. } => {
            matches!(whole[..], [base] if facts.get(base.fact).is_some_and(|f| f.figure.value.is_sign_negative()))
        }
        _ => false,
    };
    let start = facts.clauses.clauses().get(rate.place.clause).map_or(rate.range.start, |c| c.start);
    let before = facts.text.words(start..rate.range.start);
    let behind: String = facts.text.from(rate.range.end).chars().take(BEHIND).take_while(|c| *c != '，').collect();
    // 同口径较上年131,577万元下降32.56%
    let based = id
        .checked_sub(1)
        .and_then(|b| facts.get(b))
        .is_some_and(|b| b.place.clause == rate.place.clause && b.role == Role::Base);
    let says = |words: &str| words.mentions_any(&PRICES) || !based && words.mentions_any(&SCOPES);
    // 同口径减少3308万元，下降13.5%: the change before the rate bears the words for both.
    let beside = |f: &Fact| f.role == Role::Change && f.place.segment == rate.place.segment && says(&f.left);
    let moved = id.checked_sub(1).and_then(|change| facts.get(change)).is_some_and(beside);
    let told = moved || says(before) || behind.starts_with('（') && says(&behind);
    told || below(equation) || own.left.mentions_any(&OUTPUT) || own.label.key.mentions_any(&OUTPUT)
}

/// 增长4.2%（上年2731亿元）, 增加426条（2022年为4390条），增长9.7%: the base next to the rate that only its period names.
pub(super) fn stated(scope: &Scope, id: usize, subject: usize) -> Option<usize> {
    let facts = scope.facts;
    let (rate, own) = (facts.get(id)?, facts.get(subject)?);
    let beside = |f: &Fact| {
        f.is_level()
            && f.is_like(own)
            && f.figure.is_plain()
            && !f.label.own
            && f.place.segment == rate.place.segment
            && f.measure.is_budget() == own.measure.is_budget()
    };
    // 是上年15亿元的3倍，即增长2倍: the base of the multiple before it.
    let multiple = id.checked_sub(1).and_then(|m| facts.get(m)).filter(|m| m.role == Role::Multiple);
    let multiplied = id.checked_sub(2).filter(|b| {
        let base = |f: &Fact| f.role == Role::Base && f.is_like(own) && f.place.segment == rate.place.segment;
        multiple.is_some() && facts.get(*b).is_some_and(base)
    });
    if multiplied.is_some() {
        return multiplied;
    }
    // 2011年收入133亿元，增长44%、利润3.8亿元: both are of the year that the sentence tells of.
    let earlier = |f: &Fact| !f.period.is_same(own.period, facts.year);
    let past = |f: &Fact| beside(f) && f.period.is_past(facts.year) && earlier(f);
    let before = id.checked_sub(1).filter(|b| *b > subject && facts.get(*b).is_some_and(past));
    // 签约64份，同比增长5%，去年同期签约61份
    let again =
        || facts.base_behind(id, |f| f.is_level() && f.is_like(own)).filter(|b| *b == id + 1 && subject + 1 == id);
    before.or_else(again).or_else(|| {
        let behind = facts.get(id + 1).filter(|f| past(f) || beside(f) && is_last_term(rate, f))?;
        // 增长5%，上年增长4%，上年为…: what stands behind another rate is not this one's.
        (behind.place.depth > rate.place.depth || behind.place.depth == 0).then_some(id + 1)
    })
}

/// 环比增长5.4%，二季度为352.4亿元: a month or quarter right behind a rate on the last one.
fn is_last_term(rate: &Fact, behind: &Fact) -> bool {
    let words = behind.left.trim_end_matches(['为', '是']);
    rate.left.mentions("环比") && (words.ends_with("季度") || words.ends_with('月') || words.ends_with("月份"))
}

/// 较2010年压缩2%: the same item's amount of the year that the words name, wherever it makes the rate, with digits enough.
pub(super) fn in_its_year(scope: &Scope, id: usize, subject: usize) -> Option<usize> {
    let facts = scope.facts;
    let rate = facts.get(id).filter(|f| matches!(Period::of(&f.phrase), Period::Year(_)))?;
    let ratio = |base: usize| Equation::Rate {
        part: vec![Term::plus(subject)],
        whole: vec![Term::plus(base)],
        less_one: true,
        sign: rate.direction,
        rate: id,
    };
    facts.in_named_year(id, subject, &rate.phrase).into_iter().find(|base| scope.fits(&ratio(*base)))
}

/// Whether a change is one of the whole: what came anew says nothing of what went. 增长14.4%，其中甲30.4亿元，增加4.2亿元: nor is a change
/// behind another amount this one's, or behind a rate under a name of its own: 下降23.6%，主要是土地出让支出减少2211亿元; nor is what is told of another:
/// 存款2760亿元，增加285亿元，其中住户存款1767亿元，增长10.3%.
pub(super) fn is_net(scope: &Scope, (rate, subject): (usize, usize), change: usize) -> bool {
    let net = |f: &Fact| f.role == Role::Change || f.left.contains('净');
    let Some(fact) = scope.facts.get(change) else { return false };
    let other = scope.facts.pick(rate..change.max(rate), |f| f.is_level() && f.is_like(fact)).next();
    let named = change > rate && fact.changed().is_some_and(|name| name.chars().count() >= 2);
    let rated = change + 1 != rate && scope.facts.get(change + 1).is_some_and(|f| f.role == Role::Growth);
    let anothers = || rated && scope.facts.subject(change).is_some_and(|own| own != subject);
    other.is_none() && !named && net(fact) && !anothers()
}

/// The amounts that can be the change of a rate without standing beside it: 净增8.5万户，期末实有186.9万户，较年初增长4.8%.
/// None is sure; the figures have to speak for it.
pub(super) fn loose_changes(scope: &Scope, id: usize, subject: usize) -> Vec<usize> {
    let facts = scope.facts;
    let (Some(rate), Some(own)) = (facts.get(id), facts.get(subject)) else { return Vec::new() };
    let net = |f: &Fact| {
        let words = f.left.trim_end_matches(['了', '约']);
        let names: [&str; 2] = if rate.direction < 0 { ["净减", "减少"] } else { ["净增", "新增"] };
        f.is_level() && words.mentions_any(&names)
    };
    let change = |f: &Fact| f.role == Role::Change && f.direction == rate.direction && !f.is_of_change();
    let like = |f: &Fact| f.is_like(own) && f.figure.is_plain() && f.place.segment == rate.place.segment;
    let sentence = facts.in_sentence(rate.place.sentence);
    let mut out: Vec<usize> = facts
        .pick(sentence.start..(id + 3).min(sentence.end), |f| like(f) && (net(f) || change(f)))
        .filter(|c| *c != subject)
        .gather();
    out.reverse();
    out
}

/// The family and the cue: an excess over a task is a matter of completion, a rise without a base one of differences.
pub(super) fn home(rate: &Fact, cue: &'static str) -> (&'static str, &'static str) {
    if rate.left.mentions("超额") {
        ("completion", "E04")
    } else if rate.figure.unit.dimension == crate::number::Dimension::Times {
        (super::RULE.name, "D06")
    } else if cue == "D02" && rate.direction > 0 {
        ("difference", "C04")
    } else {
        (super::RULE.name, cue)
    }
}
