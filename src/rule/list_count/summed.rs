//! G01 of amounts: 实施项目3个，支出1035万元。其中：甲486万元，乙260万元，丙215万元，丁74万元. Amounts that come to their whole to the last digit are all there are,
//! so that a number of projects told with them is that of the amounts.

use super::{count, is_number_of_things, number};
use crate::fact::{Fact, names_money};
use crate::gather::Gather;
use crate::number::Dimension;
use crate::relation::{Equation, Relation, Term};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// How many amounts a list has at least that divides its whole by projects.
const PARTS: usize = 3;

/// How many figures before a list and its whole their number may stand.
const REACH: usize = 4;

/// States how many projects every sum over projects has.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let told: Vec<Relation> = out.stated_by("part_whole").filter_map(|r| of_sum(scope, &r.equation, out)).gather();
    told.into_iter().for_each(|relation| out.relation(relation));
}

fn of_sum(scope: &Scope, equation: &Equation, out: &Sink) -> Option<Relation> {
    let facts = scope.facts;
    let Equation::Sum { parts, whole } = equation else { return None };
    let ([whole], Some(first), Some(last)) = (whole.as_slice(), parts.first(), parts.last()) else { return None };
    let is_listed = |term: &Term| term.sign > 0 && facts.get(term.fact).is_some_and(is_project);
    let place = facts.get(first.fact).map(|f| f.place)?;
    let near = whole.fact < first.fact && facts.get(whole.fact)?.place.paragraph == place.paragraph;
    if parts.len() < PARTS || !near || !parts.iter().all(is_listed) || !scope.exact(equation) {
        return None;
    }
    let is_number = |f: &Fact| {
        let named = f.right.starts_with("项目") || f.left.ends_with("项目");
        named && f.place.depth == 0 && is_number_of_things(f) && number(f) != Some(1)
    };
    // 甲公司26个项目64000万元、乙单位18个项目36300万元；债券249485万元，用于…: projects with an amount of their own are those of it.
    let of_other = |id: usize| {
        let amount = facts.get(id + 1).filter(|f| f.figure.unit.dimension == Dimension::Money && id + 1 != whole.fact);
        amount.zip(facts.get(id)).is_some_and(|(amount, number)| amount.place.clause == number.place.clause)
    };
    let before = facts.in_paragraph(place.paragraph).start.max(whole.fact.saturating_sub(REACH))..first.fact;
    let next = last.fact + 1;
    let behind = next..(next + 1).min(facts.in_sentence(place.sentence).end.max(next));
    let closes = |f: &Fact| is_number(f) && f.left.ends_with('共');
    let mut numbers = facts.pick(before, is_number).chain(facts.pick(behind, closes)).filter(|id| !of_other(*id));
    let stated = numbers.next().filter(|stated| numbers.next().is_none() && !out.computes(*stated))?;
    let listed = u32::try_from(parts.len()).ok()?;
    let sure = facts.get(stated).and_then(number) == Some(listed);
    Some(Relation { sure, ..count("G01", stated, listed, false, facts.span(&[stated, first.fact, last.fact])) })
}

/// Whether an amount bears the name of a project, not of a kind of spending.
fn is_project(fact: &Fact) -> bool {
    let key = fact.label.key.as_str();
    let kind = key.ends_with('费') || names_money(key) || key.mentions_any(&["补助", "财政", "自筹"]);
    let money = fact.figure.unit.dimension == Dimension::Money;
    money && fact.label.own && fact.cell.is_none() && !kind
}
