//! 结转结余 — the balance: `opening + revenue = expenditure + closing`. Cues F01–F07.
#![doc = include_str!("carry_over.md")]

mod debt;
mod entry;
mod fund;
mod kept;
mod matters;
mod offset;
mod rolling;
mod sections;

use super::{Rule, Scope, Sink};
use crate::fact::{Fact, Facts};
use crate::gather::Gather;
use crate::relation::{Equation, Kind, Order, Relation, Source, Term};
use crate::text::{Mention, Range};
use entry::{Entry, Item, entries, entry};

pub(super) const RULE: Rule = Rule { code: "F", name: "carry_over", find };

fn find(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let told = entries(facts);
    let paragraph = |entry: &Entry| facts.get(entry.fact).map(|f| f.place.paragraph);
    for all in told.chunk_by(|a, b| paragraph(a) == paragraph(b)) {
        let mut segments: Vec<usize> = all.iter().filter_map(|e| facts.get(e.fact)).map(|f| f.place.segment).gather();
        segments.dedup();
        let within = |test: &dyn Fn(&Fact) -> bool| -> Vec<Entry> {
            all.iter().copied().filter(|e| facts.get(e.fact).is_some_and(test)).gather()
        };
        let mut stated = false;
        for segment in segments {
            let own = within(&|f| f.place.segment == segment);
            stated |= balance(scope, &own, true, out);
            total(scope, &own, Item::Revenue, Item::RevenueTotal, out);
            total(scope, &own, Item::Expenditure, Item::ExpenditureTotal, out);
        }
        if !stated {
            balance(scope, all, false, out);
        }
        totals_meet(scope, all, out);
    }
    sections::state(scope, &told, out);
    rolling::state(scope, out);
    debt::state(scope, out);
    offset::state(scope, out);
    for id in 1..facts.list.len() {
        handed_back(scope, id, out);
    }
    matters::state(scope, out);
    fund::state(scope, out);
    kept::state(scope, out);
}

/// The only amount of an item, where there is exactly one: of all funds together before that of one fund.
fn only(entries: &[Entry], item: Item) -> Option<Entry> {
    let of_all = entries.iter().any(|e| e.item == item && e.fund.is_none());
    entries.iter().filter(|e| e.item == item && (!of_all || e.fund.is_none())).single().copied()
}

fn relation(scope: &Scope, cue: &'static str, equation: Equation, sure: bool) -> Relation {
    let ids = equation.all();
    let bound =
        |pick: fn(&Range) -> usize| ids.iter().filter_map(|id| scope.facts.get(*id)).map(move |f| pick(&f.range));
    let range = bound(|r| r.start).min().unwrap_or(0)..bound(|r| r.end).max().unwrap_or(0);
    Relation { rule: RULE.name, cue, kind: Kind::Sum, source: Source::Asserted, equation, range, sure, warning: "W07" }
}

fn terms(ids: &[Option<Entry>]) -> Vec<Term> {
    ids.iter().flatten().map(|e| Term::plus(e.fact)).gather()
}

/// F01, F03, F04. Only amounts of one segment are faulted; spread over a paragraph they may have different scopes.
fn balance(scope: &Scope, entries: &[Entry], strict: bool, out: &mut Sink) -> bool {
    let facts = scope.facts;
    let (Some(opening), Some(revenue), Some(expenditure)) =
        (only(entries, Item::Opening), only(entries, Item::Revenue), only(entries, Item::Expenditure))
    else {
        return false;
    };
    // 上年结转0.1亿元，总收入1.5亿元: what the revenue was added up from is in it already.
    let added = out.added_up(opening.fact).any(|whole| whole == revenue.fact);
    if added || expenditure.fund.is_some() && revenue.fund != expenditure.fund {
        return false;
    }
    let (reserve, distribution, closing) =
        (only(entries, Item::Reserve), only(entries, Item::Distribution), only(entries, Item::Closing));
    let sources = terms(&[Some(opening), Some(revenue), reserve]);
    let equation = Equation::Sum { parts: sources.clone(), whole: terms(&[Some(expenditure), distribution, closing]) };
    let cue = if opening.fund.is_some() || revenue.fund.is_some() {
        "F04"
    } else if closing.is_some() {
        "F01"
    } else {
        "F03"
    };
    let last =
        [opening, revenue, expenditure].into_iter().chain(closing).map(|e| e.fact).max().and_then(|id| facts.get(id));
    let strict = strict && (revenue.fund.is_none() || expenditure.fund.is_some());
    let nothing_left = last.is_some_and(|f| {
        ["无结余", "无结转", "没有结余", "没有结转"].iter().any(|w| rest_of_sentence(facts, f).contains(w))
    });
    if scope.fits(&equation) || (closing.is_some() || nothing_left) && (strict || scope.is_slip(&equation)) {
        out.relation(relation(scope, cue, equation, strict));
        return true;
    }
    // Without a closing amount less may be spent than came in, never more.
    let within = Equation::Order { left: terms(&[Some(expenditure)]), order: Order::AtMost, right: sources };
    if closing.is_some() || reserve.is_some() || scope.fits(&within) {
        return false;
    }
    if strict {
        out.relation(Relation { kind: Kind::Bound, ..relation(scope, cue, within, false) });
    } else if scope.is_slip(&equation) {
        out.relation(relation(scope, cue, equation, false));
    } else {
        return false;
    }
    true
}

fn rest_of_sentence<'a>(facts: &'a Facts, fact: &Fact) -> &'a str {
    let end = facts.clauses.sentences().get(fact.place.sentence).map_or(fact.range.end, |s| s.end);
    facts.text.words(fact.range.end..end)
}

/// F02: 本年收入、年初结转，收入总计.
fn total(scope: &Scope, entries: &[Entry], item: Item, whole: Item, out: &mut Sink) {
    let (Some(year), Some(total)) = (only(entries, item), only(entries, whole)) else { return };
    let sides: [Item; 2] =
        if item == Item::Revenue { [Item::Reserve, Item::Opening] } else { [Item::Distribution, Item::Closing] };
    let others = sides.map(|side| only(entries, side));
    let before = others.iter().flatten().all(|e| e.fact < total.fact) && year.fact < total.fact;
    let complete = others[1].is_some() && before;
    let parts = terms(&[Some(year), others[0], others[1]]);
    // 支出70亿元，加上上解1亿元和结转下年4亿元后，支出总计…: what a longer sum was stated to make is not these alone.
    let longer = |r: &Relation| r.equation.all().len() > parts.len() + 1 && r.equation.all().contains(&year.fact);
    if complete && !out.sums_to(total.fact).any(longer) {
        out.relation(relation(scope, "F02", Equation::Sum { parts, whole: terms(&[Some(total)]) }, true));
    }
}

/// F02: 收入总计 = 支出总计.
fn totals_meet(scope: &Scope, entries: &[Entry], out: &mut Sink) {
    let (Some(left), Some(right)) = (only(entries, Item::RevenueTotal), only(entries, Item::ExpenditureTotal)) else {
        return;
    };
    if left.fund != right.fund {
        return;
    }
    let meet = |rest: Option<usize>| {
        let whole = [right.fact].into_iter().chain(rest).map(Term::plus).gather();
        Equation::Sum { parts: terms(&[Some(left)]), whole }
    };
    // 收入总计120万元，支出总计112万元，结转下年8万元: what is left, told behind both totals, is in neither.
    let rest = only(entries, Item::Closing).filter(|rest| rest.fact > left.fact.max(right.fact));
    let left_over = rest
        .map(|rest| meet(Some(rest.fact)))
        .filter(|e| !scope.fits(&meet(None)) && (scope.fits(e) || scope.is_stated_slip(e)));
    match left_over.or_else(|| printed_rest(scope, left.fact, right.fact).map(|rest| meet(Some(rest)))) {
        Some(equation) => out.relation(relation(scope, "F01", equation, true)),
        None => out.relation(Relation { kind: Kind::Equal, ..relation(scope, "F02", meet(None), true) }),
    }
}

/// 收入总计843亿元，支出总计716亿元，资金结余结转127亿元: what is kept, behind both totals in their paragraph, is their difference.
fn printed_rest(scope: &Scope, left: usize, right: usize) -> Option<usize> {
    let facts = scope.facts;
    let total = facts.get(left)?;
    let kept = |f: &Fact| {
        let named = f.left.mentions_any(&["结余", "结转"]);
        named && f.is_level() && f.is_like(total) && f.figure.is_plain() && f.place.depth == 0
    };
    let behind = left.max(right) + 1..facts.in_paragraph(total.place.paragraph).end;
    facts.pick(behind, kept).find(|rest| scope.adds_up(&[right, *rest], left))
}

/// F05: 年末结余5万元，其中财政收回3万元.
fn handed_back(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let (Some(fact), Some(whole)) = (facts.get(id), facts.get(id - 1)) else { return };
    if !fact.is_level() || !whole.is_level() {
        return;
    }
    let back =
        fact.left.mentions_any(&["财政收回", "上缴财政", "上缴国库", "交回财政", "收回财政", "缴回财政", "规定收回"]);
    let kept = || whole.left.mentions_any(&["结余", "结转", "未使用", "未支出"]) && !whole.left.contains('率');
    if back
        && kept()
        && fact.is_like(whole)
        && fact.place.segment == whole.place.segment
        && whole.figure.is_plain()
        && fact.figure.is_plain()
    {
        let equation =
            Equation::Order { left: vec![Term::plus(id)], order: Order::AtMost, right: vec![Term::plus(id - 1)] };
        out.relation(Relation { kind: Kind::Bound, warning: "W30", ..relation(scope, "F05", equation, true) });
        // 未使用的158万元，财政收回58万元，其余100万元结转: what was left of it.
        let rest = facts.get(id + 1).filter(|f| f.left.starts_with_any(&["其余", "剩余", "余下"]) && f.is_like(fact));
        let both = Equation::Sum { parts: vec![Term::plus(id), Term::plus(id + 1)], whole: vec![Term::plus(id - 1)] };
        if rest.is_some_and(|f| f.place.segment == fact.place.segment) && scope.exact(&both) {
            out.relation(relation(scope, "F05", both, true));
        }
    }
}
