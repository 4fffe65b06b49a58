//! C05 over a section: 调整后预算520万元。…全年支出487.4万元，…。年末结转32.6万元: what is left of what could be spent, which stand in sentences or
//! paragraphs before, or are what the document told of everything. Only what the figures make to the last digit is stated; where words say what is taken from what
//! (收支相抵), a slip is one.

use super::relation;
use crate::fact::{Fact, Measure};
use crate::gather::Gather;
use crate::number::Dimension;
use crate::relation::{Equation, Kind, Relation, Term};
use crate::rule::{Scope, Sink};
use crate::text::{Mention, Range};

/// How many figures back the amounts are looked for.
const REACH: usize = 40;

/// How many digits what is left has at least that hardly any two amounts make by chance.
const DIGITS: u32 = 4;

/// What is left is called.
const KEPT: [&str; 14] = [
    "结转",
    "结余",
    "结转结余",
    "结转和结余",
    "盈余",
    "未执行完",
    "未支出",
    "未使用",
    "未执行",
    "未完成支出",
    "剩余",
    "结余资金",
    "节约",
    "节约资金",
];

/// States what is left of a budget or of what came in, where the sentence itself does not give both.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let amount = |f: &Fact| {
        let own = f.is_amount() && f.figure.is_plain() && f.cell.is_none() && f.place.depth == 0;
        own && f.figure.unit.dimension == Dimension::Money && f.figure.digits() >= DIGITS && !is_opening(f)
    };
    let is_adjusted = |f: &Fact| words(f).ends_with("调整") && !words(f).contains('后');
    let told = |f: &Fact| amount(f) && (words(f).ends_with_any(&KEPT) || is_adjusted(f));
    for id in facts.pick(0..facts.list.len(), told) {
        let all = facts.get(id).is_some_and(is_adjusted);
        let found = || if all { adjusted(scope, id) } else { made(scope, id) };
        let slip = || if all { None } else { offset(scope, id) };
        if !out.computes(id)
            && let Some((equation, sure)) = found().map(|e| (e, true)).or_else(|| Some((slip()?, false)))
        {
            let stated = Relation {
                rule: "difference",
                kind: Kind::Difference,
                warning: "W45",
                ..relation(scope, "C05", equation, sure)
            };
            out.relation(stated);
        }
    }
}

/// The words before an amount without those that only lead to it.
fn words(fact: &Fact) -> &str {
    fact.left.trim_end_matches(['为', '是', '有', '的', '共', '计', '数', '额'])
}

/// 上年结转, 年初结余: whether words name what was left before.
fn is_opening(fact: &Fact) -> bool {
    fact.left.mentions_any(&["上年", "年初", "期初", "以前年度", "历年"])
}

/// The amounts of one kind around what is left, nearest first, and of the whole document.
fn around(scope: &Scope, id: usize, words: &[&str], test: impl Fn(&Fact) -> bool) -> Vec<usize> {
    let facts = scope.facts;
    let Some(own) = facts.get(id) else { return Vec::new() };
    let end = facts.in_sentence(own.place.sentence).end;
    let range: Range = id.saturating_sub(REACH)..end;
    let like = |f: &Fact| {
        f.is_level() && f.is_like(own) && f.figure.is_plain() && f.cell.is_none() && !f.period.is_past(facts.year)
    };
    let near = facts.pick(range, |f| like(f) && test(f)).rev().filter(|other| *other != id);
    let all = words.iter().flat_map(|words| facts.of_everything(words)).filter(|w| facts.get(*w).is_some_and(like));
    near.chain(all).gather()
}

fn came(fact: &Fact) -> bool {
    let named = fact.left.mentions_any(&["收入", "预算", "到位", "总计", "之和"]) && !fact.left.contains('支');
    (named || fact.measure.is_budget()) && (!is_opening(fact) || fact.left.ends_with("之和"))
}

fn spent(fact: &Fact) -> bool {
    (fact.measure == Measure::Outturn || fact.left.mentions("支出")) && !fact.measure.is_budget() && !came(fact)
}

/// 预算调整幅度偏大，调整额6330万元: by how much the budget of everything was adjusted.
fn adjusted(scope: &Scope, id: usize) -> Option<Equation> {
    let facts = scope.facts;
    let own = facts.get(id)?;
    let first = |words: &str| facts.of_everything(words).find(|w| facts.get(*w).is_some_and(|f| f.is_like(own)));
    let parts = vec![Term::plus(first("调整预算")?), Term::minus(first("年初预算")?)];
    Some(Equation::Sum { parts, whole: vec![Term::plus(id)] }).filter(|e| scope.exact(e))
}

/// What is left as the one difference of what came in, with what was there before, and what was spent.
fn made(scope: &Scope, id: usize) -> Option<Equation> {
    let sources = around(scope, id, &["调整预算", "年初预算"], came);
    let outlays = around(scope, id, &["全年支出"], spent);
    let openings: Vec<usize> = around(scope, id, &[], is_opening).into_iter().take(2).gather();
    let of = |terms: Vec<Term>| Equation::Sum { parts: terms, whole: vec![Term::plus(id)] };
    let pairs = || sources.iter().flat_map(|source| outlays.iter().map(move |outlay| (*source, *outlay)));
    let alone =
        pairs().map(|(source, outlay)| of(vec![Term::plus(source), Term::minus(outlay)])).find(|e| scope.exact(e));
    alone.or_else(|| {
        let with = |opening: usize| {
            pairs().map(move |(source, outlay)| vec![Term::plus(source), Term::plus(opening), Term::minus(outlay)])
        };
        openings.iter().flat_map(|opening| with(*opening)).map(of).find(|e| scope.exact(e))
    })
}

/// 全年总收入4634万元，…。总支出4455万元，…。收支相抵，本年盈余179万元: all that came in less all that was spent, by the words.
fn offset(scope: &Scope, id: usize) -> Option<Equation> {
    let facts = scope.facts;
    let start = facts.clauses.sentences().get(facts.get(id)?.place.sentence)?.start;
    let said = facts.text.words(start..facts.get(id)?.range.start).mentions_any(&["收支相抵", "收支相减"]);
    let all =
        |words: &'static [&'static str]| move |f: &Fact| f.left.trim_end_matches(['为', '达']).ends_with_any(words);
    let income = around(scope, id, &[], all(&["总收入", "收入合计", "收入总计", "决算收入", "收入决算"]));
    let outlay = around(scope, id, &[], all(&["总支出", "支出合计", "支出总计", "决算支出", "支出决算"]));
    let parts = vec![Term::plus(*income.first()?), Term::minus(*outlay.first()?)];
    let equation = Equation::Sum { parts, whole: vec![Term::plus(id)] };
    Some(equation).filter(|e| said && scope.is_stated_slip(e))
}
