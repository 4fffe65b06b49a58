//! What holds of a total holds of its change: the changes of all parts add up to the change of the whole (A01).

mod told;

use super::row::leaves_rest_untold;
use super::{lists, relation, sum};
use crate::catalog::unchanged::UNCHANGED;
use crate::fact::{Fact, Measure, Period, Role};
use crate::gather::Gather;
use crate::relation::{Equation, Kind, Order, Term};
use crate::rule::{Scope, Sink};
use crate::text::{Mention, Range};
use told::Told;

/// Words of what hardly changed.
const NEARLY: [&str; 4] = ["基本", "大体", "大致", "略"];
/// How many items make a long list.
const ITEMS: usize = 5;
/// Words of what was not there before.
const NEW: [&str; 6] = ["上年没有", "上年同期没有", "去年没有", "去年同期没有", "上年无此", "上年同期无此"];

/// States the change of every list whose whole and parts all say how they changed, and every change that is made up of those behind it.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    of_lists(scope, out);
    for id in 0..scope.facts.list.len() {
        made_up(scope, id, out);
        enclosed(scope, id, out);
    }
}

/// 本级收入增加365万元（税收增加146万元、非税增加219万元）: the changes in the bracket behind one, which make it to the last digit.
fn enclosed(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let change = |f: &Fact| f.role == Role::Change && f.direction != 0 && f.figure.is_plain();
    let Some(total) = facts.get(id).filter(|f| change(f)) else { return };
    let inside = |f: &Fact| change(f) && f.is_like(total) && f.place.bracket == Some(total.range.end);
    let parts: Vec<usize> = (id + 1..).take_while(|part| facts.get(*part).is_some_and(inside)).gather();
    let sign = |part: &usize| if facts.get(*part).is_some_and(|f| f.direction == total.direction) { 1 } else { -1 };
    let terms = parts.iter().map(|part| Term { fact: *part, sign: sign(part) }).gather();
    let equation = Equation::Sum { parts: terms, whole: vec![Term::plus(id)] };
    if parts.len() >= 2 && (scope.exact(&equation) || scope.is_likely_slip(&equation)) {
        let range = facts.span(&equation.all());
        out.relation(relation("A01", Kind::Sum, equation, range, false));
    }
}

/// 支出比上年增加2.28万元，其中：出国费增加6.24万元；用车费减少3.50万元；接待费减少0.46万元: changes alone, behind words that open a list
/// or give the reason.
fn made_up(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    // 收入增加3627万元，其中：甲增加365万元、乙增加3262万元: directly before the list the words need not say since when.
    let at_hand = |f: &Fact| facts.text.words(f.range.end..f.range.end + 3) == "，其中";
    let told = |f: &Fact| is_change(f) && (!f.phrase.is_empty() || at_hand(f));
    let Some(total) = facts.get(id).filter(|f| told(f) && !out.computes_sum(id)) else { return };
    let paragraph = facts.text.paragraphs().get(total.place.paragraph).map_or(total.range.end, |p| p.range.end);
    let words = facts.text.words(total.range.end..paragraph);
    let opens = ["其中", "主要是", "主要原因是", "原因是", "分别是"].iter().filter_map(|w| words.find(w)).min();
    // 增加1.55万元，原因主要是运行费增加。其中，运行费增加1.05万元，…: the reason may stand before the list.
    let among = words.find("其中").filter(|at| opens != Some(*at));
    for at in opens.into_iter().chain(among) {
        let from = total.range.end + words.get(..at).unwrap_or_default().chars().count();
        made_up_of(scope, (id, total), from..paragraph, out);
    }
}

fn is_change(fact: &Fact) -> bool {
    fact.role == Role::Change && fact.direction != 0 && fact.figure.is_plain() && fact.place.depth == 0
}

/// Which way an item goes: 运行费增加1.05万元, 增加运行费1.05万元.
fn direction(fact: &Fact) -> Option<i8> {
    let object = || fact.changes_an_object().filter(|_| fact.is_level() && fact.figure.is_plain());
    if is_change(fact) { Some(fact.direction) } else { object().filter(|_| fact.place.depth == 0) }
}

/// States that the changes of a sentence from some words on make up a change before it.
fn made_up_of(scope: &Scope, (id, total): (usize, &Fact), list: Range, out: &mut Sink) {
    let facts = scope.facts;
    let (from, paragraph) = (list.start, list.end);
    let sentence = crate::token::clause::index_of(facts.clauses.sentences(), from);
    if sentence > total.place.sentence + 1
        || facts.pick(facts.begin_in(total.range.end..from), |f| f.is_amount() && f.is_level()).count() > 1
    {
        return;
    }
    let end = facts.in_sentence(sentence).end;
    let mut parts: Vec<Term> = Vec::new();
    // 比预算减少0.31万元，比上年增加1.28万元: each adds up with its own.
    let alike = |f: &Fact| {
        let budget = |f: &Fact| Measure::of(&f.phrase).is_budget();
        direction(f).is_some() && f.is_like(total) && (f.phrase.is_empty() || budget(f) == budget(total))
    };
    for part in facts.pick(facts.begin_in(from..paragraph).start..end, alike) {
        let rises = facts.get(part).and_then(direction) == Some(total.direction);
        parts.push(Term { fact: part, sign: if rises { 1 } else { -1 } });
    }
    let list = facts.text.words(from..facts.clauses.sentences().get(sentence).map_or(from, |s| s.end));
    let alone = parts.len() == 1 && list.mentions_any(&UNCHANGED);
    let equation = Equation::Sum { parts: parts.clone(), whole: vec![Term::plus(id)] };
    // 执行557件，增加54件；再审1件，上年同期没有此类案件: where an item does not tell its change, only the figures say that these are all.
    let items = facts.pick(facts.begin_in(from..paragraph).start..end, |f| f.is_level() && f.is_like(total));
    // 主要是…增加基本支出142万元: what was raised as the main reason need not be all of it.
    let all = || !list.starts_with("主要") || parts.iter().all(|t| facts.get(t.fact).is_some_and(is_change));
    let told = || all() && !leaves_rest_untold(scope, &parts.iter().map(|t| t.fact).gather());
    let slip =
        || items.count() <= parts.len() && scope.is_likely_slip(&equation) && told() && are_all(scope, &parts, id);
    if alone && scope.exact(&equation) || parts.len() >= 2 && (scope.exact(&equation) || slip()) {
        let last = parts.last().and_then(|t| facts.get(t.fact)).map_or(total.range.end, |f| f.range.end);
        let kind = if alone { Kind::Equal } else { Kind::Sum };
        out.relation(relation("A01", kind, equation, total.range.start..last, false));
    }
}

/// 232.22亿元，增加46.56亿元。其中，甲47.85亿元，增加0.02亿元；乙184.24亿元，增加46.50亿元: whether what has changed makes the whole of what has, where
/// the words give all of it.
fn are_all(scope: &Scope, changes: &[Term], total: usize) -> bool {
    let subject = |id: usize| scope.facts.subject(id);
    let parts: Option<Vec<usize>> = changes.iter().map(|change| subject(change.fact)).gather_all();
    parts.zip(subject(total)).is_none_or(|(parts, whole)| parts.contains(&whole) || scope.fits(&sum(&parts, whole)))
}

fn of_lists(scope: &Scope, out: &mut Sink) {
    let lists = lists(out);
    if lists.is_empty() {
        return;
    }
    let told = Told::new(scope);
    for (parts, whole) in lists {
        let (totals, own) = told.of(scope, whole);
        for total in totals {
            of_list(scope, (&parts, whole), &told, (total, own), out);
        }
    }
}

/// States that the changes of the parts of a list make one of its whole; `total` also says whether it stands beside the whole.
fn of_list(scope: &Scope, (parts, whole): (&[usize], usize), told: &Told, total: (usize, bool), out: &mut Sink) {
    let facts = scope.facts;
    let (total, own) = total;
    let changes: Option<Vec<Change>> = parts.iter().map(|part| change(scope, *part, told, total)).gather_all();
    let Some(changes) = changes else { return };
    let terms: Vec<Term> = changes.iter().filter_map(|c| c.term).gather();
    let equation = Equation::Sum { parts: terms.clone(), whole: vec![Term::plus(total)] };
    let fits = scope.fits(&equation);
    // 收入640万元，同比增加60万元，其中拨款640万元，同比增加73万元: all of it this year need not have been all of it last year.
    let itself = terms.iter().any(|term| term.fact == total);
    if terms.is_empty() || itself || parts.len() == 1 && !fits {
        return;
    }
    let list = sum(parts, whole);
    // 出国费0万元: of what is nothing now, only the figures say whether it was nothing before.
    let said = own && changes.iter().all(|c| c.said);
    if !(said || fits || scope.fits(&list) && scope.is_likely_slip(&equation)) {
        return;
    }
    // 谷物15.03亿亩，增加3320万亩，其中玉米…、小麦…、稻谷…: items that make neither the whole nor its change are not all of them.
    if !fits && !scope.fits(&list) {
        return out.doubt(&list);
    }
    let range = facts.span(&equation.all());
    let start = facts.get(whole).map_or(range.start, |f| f.range.start.min(range.start));
    let kind = if terms.len() == 1 { Kind::Equal } else { Kind::Sum };
    let sure = !is_listed(scope, &terms) || !may_lack_ended(scope, &terms, total);
    out.relation(relation("A01", kind, equation, start..range.end, sure));
}

/// Whether changes are many, or more than two in paragraphs of their own: in such a list hardly anyone would miss an item that ended.
fn is_listed(scope: &Scope, items: &[Term]) -> bool {
    let paragraphs = items.iter().filter_map(|term| Some(scope.facts.get(term.fact)?.place.paragraph)).gather_set();
    items.len() >= ITEMS || items.len() > 2 && paragraphs.len() == items.len()
}

/// Whether what ended last year could be what is lacking: no list of this year's items tells it, so that the whole rose by less or fell by more.
fn may_lack_ended(scope: &Scope, items: &[Term], total: usize) -> bool {
    let rises = scope.facts.get(total).is_some_and(|f| f.direction > 0);
    let (items, whole) = (items.to_vec(), vec![Term::plus(total)]);
    let (left, right) = if rises { (whole, items) } else { (items, whole) };
    scope.fits(&Equation::Order { left, order: Order::AtMost, right })
}

/// How a part changed.
struct Change {
    /// The change, signed by the direction of the whole; none where it did not change.
    term: Option<Term>,
    /// Whether the words say that it is the change since the same time.
    said: bool,
}

/// How a part changed since the time that the change of its whole is told of; `None` where unsaid.
fn change(scope: &Scope, part: usize, told: &Told, total: usize) -> Option<Change> {
    let facts = scope.facts;
    let sum = facts.get(total)?;
    // 较2024年减少…，其中：接待费较上年减少…: last year by its number and by its name are one.
    let base = |id: usize| {
        let words = facts.comparison(id);
        let short = words.mentions_any(&["上月", "上季", "环比"]);
        (Measure::of(&words) == Measure::Outturn, short, Period::of(&words).resolved(facts.year))
    };
    let signed = |id: usize| {
        let same = facts.get(id).is_some_and(|f| f.direction == sum.direction);
        Some(Term { fact: id, sign: if same { 1 } else { -1 } })
    };
    let (changes, own) = told.of(scope, part);
    let since = base(total);
    let alike = |id: &usize| facts.get(*id).is_some_and(|f| f.is_like(sum));
    if let Some(id) = changes.iter().copied().filter(alike).find(|id| base(*id) == since) {
        return Some(Change { term: signed(id), said: own });
    }
    // 收入67949万元，比上年增加6517万元。地方留存51653万元，增加6455万元: since when, the whole has said.
    if let Some(id) = changes.iter().copied().filter(alike).find(|id| facts.comparison(*id).is_empty()) {
        return Some(Change { term: signed(id), said: false });
    }
    if !changes.is_empty() {
        return None;
    }
    let words = words_behind(scope, part);
    if words.mentions_any(&NEW) {
        let sign = sum.direction;
        return Some(Change { term: Some(Term { fact: part, sign }), said: false });
    }
    // 比上年增加60万元，其中…乙费300万元，与年初预算持平: what it did not differ from is another base.
    let planned = |words: &str| words.mentions_any(&["预算", "计划", "任务"]);
    let alike = planned(words) == planned(&facts.comparison(total)) && !words.mentions_any(&["上月", "环比"]);
    let level = alike && words.mentions_any(&UNCHANGED);
    let zero = facts.get(part).is_some_and(Fact::is_zero) && !words.contains('比');
    (level || zero).then_some(Change { term: None, said: level && !words.mentions_any(&NEARLY) })
}

/// The words behind an amount, up to the next that has a name.
fn words_behind<'a>(scope: &'a Scope, part: usize) -> &'a str {
    let facts = scope.facts;
    let end = facts.get(part).map_or(0, |f| f.range.end);
    let next = facts.list.iter().skip(part + 1).find(|f| f.is_level() && f.label.own);
    let last = facts.text.paragraphs().last().map_or(end, |p| p.range.end);
    facts.text.words(end..next.map_or(last, |f| f.range.start).min(end + 60))
}
