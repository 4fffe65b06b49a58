//! H12: a limit or a base that is named again without its figure: 债务限额80万元，余额72万元，余额控制在限额以内.

use super::relation;
use crate::fact::{Fact, Facts, Measure, Period, Role};
use crate::gather::Gather;
use crate::relation::Order;
use crate::rule::{Scope, Sink};
use crate::text::{Lexicon, Mention};
use crate::token::clause::index_of;
use std::sync::LazyLock;

static VERBS: LazyLock<Lexicon<Order>> = LazyLock::new(|| {
    Lexicon::new([
        ("控制在", Order::AtMost),
        ("未超过", Order::AtMost),
        ("不超过", Order::AtMost),
        ("没有超过", Order::AtMost),
        ("未超出", Order::AtMost),
        ("未突破", Order::AtMost),
        ("没有突破", Order::AtMost),
        ("不高于", Order::AtMost),
        ("低于", Order::Less),
        ("小于", Order::Less),
        ("高于", Order::Greater),
        ("大于", Order::Greater),
        ("超过", Order::Greater),
        ("超出", Order::Greater),
    ])
});
/// What may be named again; 预算 beside 决算 is H04's.
const NAMES: [&str; 10] =
    ["债务限额", "限额", "核定编制", "编制数", "编制", "上年同期", "上年末", "上年", "去年", BUDGET];
/// What is to be kept to, not compared with.
const BUDGET: &str = "预算";

/// States what every such clause says.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    for clause in facts.clauses.clauses() {
        let mut said = facts.text.found(&VERBS, clause.clone());
        let Some((at, order, name)) = said.find_map(|verb| says(facts, verb, clause.end)) else { continue };
        let words = facts.text.words(clause.start..at);
        let own = super::limit::after_adverbs(words);
        // 市级和县级政府债务余额均不超过限额
        if own.is_empty() && words.starts_with(['均', '都']) || words.ends_with_any(&["余额均", "余额都"]) {
            each(scope, at, order, name, out);
        }
        let Some((subject, named)) = pair(facts, at, own, name).or_else(|| of_debt(scope, at, own, name)) else {
            continue;
        };
        let kept = relation(scope, "H12", subject, order, named, if order == Order::AtMost { "W30" } else { "W04" });
        // 年初预算5万元，年中追加1万元，支出5.6万元，控制在预算以内: of which budget that is said the words leave open.
        if name != BUDGET || scope.fits(&kept.equation) {
            out.relation(kept);
        }
    }
}

/// 一般债务限额21亿元、专项债务限额46亿元。一般债务余额20亿元、专项债务余额45亿元，均控制在限额以内: each with the limit of its name, in the sentence or the one
/// before.
fn each(scope: &Scope, at: usize, order: Order, name: &str, out: &mut Sink) {
    let facts = scope.facts;
    let end = facts.list.partition_point(|f| f.range.end <= at);
    // 市级和县级政府债务余额均不超过限额, a sentence of its own: what it speaks of ends the one before.
    let Some(sentence) = end.checked_sub(1).and_then(|last| facts.get(last)).map(|f| f.place.sentence) else { return };
    let item = |f: &Fact, noun: &str| f.left.strip_suffix(noun).map(|item| item.trim_start_matches("其中").to_owned());
    for subject in facts.pick(facts.in_sentence(sentence).start..end, plain) {
        let Some((own, kind)) = facts.get(subject).and_then(|f| Some((f, item(f, "余额")?))) else { continue };
        let limited =
            |f: &Fact| plain(f) && f.is_like(own) && item(f, name).is_some_and(|other| other.ends_with(&kind));
        let before = facts.in_sentence(sentence.saturating_sub(1)).start..end;
        if let Some(limit) = facts.pick(before, limited).single().filter(|_| kind.chars().count() >= 2) {
            out.relation(relation(scope, "H12", subject, order, limit, "W30"));
        }
    }
}

/// 全州政府债务限额669亿元，其中…。全州地方政府债务余额662亿元，其中…，控制在省下达的限额以内: the balance that heads the sentence, and the limit of the same
/// name that heads the one before.
fn of_debt(scope: &Scope, at: usize, own: &str, name: &str) -> Option<(usize, usize)> {
    let facts = scope.facts;
    let sentence = index_of(facts.clauses.sentences(), at);
    // 省批准2022年我市政府债务限额 and 2022年全市政府债务余额执行数 are of one debt, 市本级政府债务余额 is of another.
    let item = |f: &Fact, noun: &str| {
        let (words, rest) = f.left.rsplit_once(noun).filter(|(words, _)| words.ends_with("债务"))?;
        let ends = rest.trim_end_matches(['为', '达', '是', '数']);
        ["", "执行", "合计", "共"].contains(&ends).then(|| OWNERS.map(|owner| words.contains(owner)))
    };
    let head = |sentence: usize| facts.pick(facts.in_sentence(sentence), plain).next();
    let (subject, limit) = (head(sentence)?, head(sentence.checked_sub(1)?)?);
    let (spoken, named) = (facts.get(subject)?, facts.get(limit)?);
    // 2023年限额600亿元。2024年末余额662亿元 are of two years.
    let dated = !matches!((spoken.period, named.period), (Period::Year(a), Period::Year(b)) if a != b);
    let same = item(spoken, "余额")? == item(named, "限额")? && spoken.is_like(named) && dated;
    let near = spoken.place.paragraph == named.place.paragraph && spoken.range.end <= at;
    (own.is_empty() && name.ends_with("限额") && same && near).then_some((subject, limit))
}

/// Words that tell a part of a debt from all of it.
const OWNERS: [&str; 11] =
    ["本级", "市级", "县级", "区级", "省级", "一般", "专项", "新增", "再融资", "开发区", "高新区"];

/// A stated amount in no bracket.
fn plain(f: &Fact) -> bool {
    f.is_level() && f.figure.is_plain() && f.place.depth == 0
}

/// 控制在限额以内, from its verb on: the order and the name, with nothing but 以内 or 水平 behind it.
fn says(facts: &Facts, (at, verb, order): (usize, &str, Order), end: usize) -> Option<(usize, Order, &'static str)> {
    const ENDS: [&str; 9] = ["以内", "之内", "范围内", "范围以内", "内", "水平", "数", "之下", ""];
    let text = &facts.text;
    let denied = at.checked_sub(1).and_then(|i| text.at(i)).is_some_and(|c| matches!(c, '未' | '不' | '有'));
    let from = at + verb.chars().count();
    let named = |at: usize| NAMES.iter().find(|name| text.has(at, name)).map(|name| (at, name));
    let (from, name) = named(from).or_else(|| given(text.words(from..end)).and_then(|skip| named(from + skip)))?;
    let behind = text.words(from + name.chars().count()..end);
    let last = behind.trim_end_matches(['，', '。', '；', '：', '\n']);
    let kept = *name != BUDGET || order == Order::AtMost;
    (!denied && kept && ENDS.contains(&last)).then_some((at, order, *name))
}

/// 省下达的债务限额: how many characters before a limit say who set it.
fn given(words: &str) -> Option<usize> {
    let (before, _) = words.split_once("限额")?;
    let by = before.trim_end_matches("债务").trim_end_matches("政府").trim_end_matches("地方");
    let short = before.chars().count() <= SETTER;
    (short && by.ends_with(['的', '定', '达', '准'])).then(|| before.chars().count())
}

/// How many characters say at most who set a limit, and of what it is.
const SETTER: usize = 14;

/// The figure that is spoken of and the one that is named, both in the sentence before the words.
fn pair(facts: &Facts, at: usize, own: &str, name: &str) -> Option<(usize, usize)> {
    let sentence = index_of(facts.clauses.sentences(), at);
    let ids = facts.in_sentence(sentence);
    let end = facts.list.partition_point(|f| f.range.end <= at);
    let usable = |f: &Fact| {
        matches!(f.role, Role::Level | Role::Base | Role::To | Role::Rate) && f.figure.is_plain() && f.place.depth == 0
    };
    let is_named = |f: &Fact| f.left.contains(name) || (f.role == Role::Base && f.phrase.contains(name));
    let named = facts.pick(ids.start..end, |f| usable(f) && is_named(f)).next_back()?;
    let limit = facts.get(named)?;
    let spoken = |f: &Fact| {
        usable(f)
            && f.role != Role::Base
            && f.is_like(limit)
            && !is_named(f)
            && (own.is_empty() || f.left.ends_with(own))
            && f.measure != Measure::Supplement
            // 预算18.60万元，其中接待8万元，…: only what was spent keeps to a budget.
            && (name != BUDGET || f.measure == Measure::Outturn || f.left.ends_with_any(&["支出", "使用", "开支"]))
    };
    // Nearest before the base; behind it only what the words name again.
    let before = facts.pick(ids.start..named, spoken).next_back();
    let behind = facts.pick(named + 1..end, spoken).next();
    let subject = if own.is_empty() { before.or(behind) } else { behind.or(before) }?;
    Some((subject, named))
}
