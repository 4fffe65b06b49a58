//! One share behind a row of amounts: 甲和乙分别进出口735.9亿元和354.1亿元，分别增长15.6%和5.1%，占进出口总值的82.1%.

use super::{ratio, relation};
use crate::fact::{Fact, Role};
use crate::gather::Gather;
use crate::relation::{Equation, Kind, Term};
use crate::rule::{Scope, Sink};

/// States that it is of the whole row where no amount of the row has it and all of them do; whether it is so.
pub(super) fn state(scope: &Scope, id: usize, phrase: &str, out: &mut Sink) -> bool {
    let facts = scope.facts;
    let alone = |f: &&Fact| f.role == Role::Share && f.left.starts_with('占') && facts.row(id).len() == 1;
    let Some(rate) = facts.get(id).filter(alone) else { return false };
    let level = |f: &Fact| f.is_level() && f.figure.is_plain() && f.place.segment == rate.place.segment;
    let sentence = facts.in_sentence(rate.place.sentence).start;
    let Some(last) = facts.pick(sentence..id, level).next_back() else { return false };
    let row: Vec<usize> = facts.row(last).gather();
    // 三保支出24.15亿元，保民生、保工资、保运转各…，占58.56%: a row that makes an amount before it is told of by that.
    if row.len() < 2 || row.last() != Some(&last) || out.added_up(last).next().is_some() {
        return false;
    }
    let part: Vec<Term> = row.iter().copied().map(Term::plus).gather();
    let wholes = facts.named(phrase, id, last).into_iter().filter(|whole| !row.contains(whole));
    let share = |whole: usize| Equation::Rate {
        part: part.clone(),
        whole: vec![Term::plus(whole)],
        less_one: false,
        sign: 1,
        rate: id,
    };
    let of_one = |whole: usize| row.iter().any(|one| scope.fits(&ratio(*one, whole, id)));
    let found = wholes.filter(|whole| !of_one(*whole)).map(share).find(|e| scope.fits(e));
    let Some(equation) = found else { return false };
    out.relation(relation("B01", Kind::Share, equation.clone(), facts.span(&equation.all()), true));
    true
}
