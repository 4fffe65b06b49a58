//! F01 of all that came and went: 收入总量341.3亿元。…，支出总量297.9亿元。收支相抵后，年终结余43.4亿元; and what is lacking:
//! 收入1543亿元；支出1715亿元。加上调入10亿元，收支总量相抵，差额162亿元.

use super::relation;
use crate::fact::{Fact, Role};
use crate::gather::Gather;
use crate::relation::{Equation, Kind, Relation, Term};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// What all is called that went.
const SPENT: [&str; 4] = ["支出总量", "支出总计", "支出合计", "总支出"];
/// How many amounts of a side are asked whether they leave the gap.
const SIDES: usize = 4;
/// How many figures back the two sides are looked for.
const REACH: usize = 40;

/// States what is left once both sides are set against each other, where words say that they are.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    lacking(scope, out);
    let facts = scope.facts;
    let kept =
        |f: &Fact| f.is_level() && f.figure.is_plain() && f.place.depth == 0 && f.left.mentions_any(&["结余", "结转"]);
    for id in facts.pick(1..facts.list.len(), kept) {
        let Some(rest) = facts.get(id).filter(|f| is_offset(scope, id, f)) else { continue };
        // What came may fill the paragraph above.
        let start = facts.in_paragraph(rest.place.paragraph.saturating_sub(1)).start.max(id.saturating_sub(REACH));
        let side = |words: &'static [&'static str]| {
            let total =
                move |f: &Fact| f.is_level() && f.is_like(rest) && f.figure.is_plain() && f.left.mentions_any(words);
            facts.pick(start..id, total).next_back()
        };
        let sides = side(&["收入总量", "收入总计", "收入合计", "总收入"]).zip(side(&SPENT));
        let Some((came, went)) = sides.filter(|_| !out.computes_sum(id)) else { continue };
        // 收支相抵后，结转下年2.5亿元，净结余0.2亿元: of several amounts that are left, the first is not all.
        let more = |f: &Fact| kept(f) && f.place.sentence == rest.place.sentence;
        let several = facts.get(id + 1).is_some_and(more) && !facts.between(id, id + 1).mentions("其中");
        let equation = Equation::Sum { parts: vec![Term::plus(came)], whole: vec![Term::plus(went), Term::plus(id)] };
        // 本年收入合计1250万元，年初结转100万元: what was carried in is in no income of the year.
        let carried = |f: &Fact| f.left.mentions_any(&["年初结转", "年初结余", "上年结转", "上年结余"]);
        let near = came.min(went)..facts.in_sentence(rest.place.sentence).end;
        let plain = !several && facts.pick(near, carried).next().is_none();
        if scope.fits(&equation) || plain && scope.is_stated_slip(&equation) {
            out.relation(Relation { kind: Kind::Difference, ..relation(scope, "F01", equation, true) });
        }
    }
}

/// Whether words set both sides against each other, or what is left stands right behind all that went.
fn is_offset(scope: &Scope, id: usize, rest: &Fact) -> bool {
    let facts = scope.facts;
    let behind = |f: &Fact| f.left.mentions_any(&SPENT) && f.place.sentence + 1 == rest.place.sentence;
    facts.between(id - 1, id).mentions("收支相抵")
        || facts.get(id - 1).is_some_and(behind) && rest.left.trim_end_matches('为') == "年终结余"
}

/// What expenditure is more than revenue and all that is added to it.
fn lacking(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let amount = |f: &Fact| f.is_level() && f.figure.is_plain() && f.place.depth == 0;
    let lacks = |f: &Fact| {
        matches!(f.role, Role::Rest | Role::Level)
            && f.figure.is_plain()
            && f.left.trim_end_matches('为').ends_with_any(&["差额", "赤字", "缺口"])
    };
    for id in facts.pick(2..facts.list.len(), lacks) {
        let Some(gap) = facts.get(id).filter(|_| facts.between(id - 1, id).mentions_any(&["收支总量相抵", "收支相抵"]))
        else {
            continue;
        };
        let added = |f: &Fact| amount(f) && f.is_like(gap) && f.left.mentions_any(&["加上", "调入", "结转"]);
        let own = facts.in_sentence(gap.place.sentence).start..id;
        let added: Vec<usize> = facts.pick(own, added).gather();
        let end = added.first().copied().unwrap_or(id);
        let start = facts.in_paragraph(gap.place.paragraph).start.max(id.saturating_sub(REACH));
        // 收入52.3亿元，其中税收收入42.3亿元: a part is not what came.
        let side = |word: &'static str| {
            let named =
                move |f: &Fact| amount(f) && f.is_like(gap) && f.left.mentions(word) && !f.left.mentions("其中");
            let whole = |other: &usize| out.added_up(*other).next().is_none();
            facts.pick(start..end, named).rev().filter(whole).take(SIDES).gather()
        };
        let (came, went) = (side("收入"), side("支出"));
        let equation = |came: usize, went: usize| {
            let less = std::iter::once(came).chain(added.iter().copied()).map(Term::minus);
            Equation::Sum { parts: std::iter::once(Term::plus(went)).chain(less).gather(), whole: vec![Term::plus(id)] }
        };
        let all = || came.iter().flat_map(|came| went.iter().map(|went| equation(*came, *went)));
        let others = facts.pick(start..end, |f| amount(f) && f.is_like(gap)).count();
        let alone =
            || all().next().filter(|e| came.len() == 1 && went.len() == 1 && others == 2 && scope.is_stated_slip(e));
        if let Some(equation) = all().find(|e| scope.exact(e)).or_else(alone).filter(|_| !out.computes_sum(id)) {
            out.relation(Relation { kind: Kind::Difference, ..relation(scope, "F01", equation, true) });
        }
    }
}
