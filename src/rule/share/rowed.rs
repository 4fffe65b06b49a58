//! B01 of names in a row: 同城、异地、国际业务量分别占全部业务量的16.3%、81.4%和2.3%, whose amounts stand before the sentence.

use super::serial::serial_part;
use super::{RULE, ratio, relation};
use crate::fact::Fact;
use crate::gather::Gather;
use crate::relation::{Equation, Kind, Reason, Term};
use crate::rule::{Scope, Sink};
use crate::text::{Mention, Range};

/// How many paragraphs back the amounts may stand.
const REACH: usize = 4;

/// How many amounts on either side of one may be told beside it.
const BESIDE: usize = 6;

/// States one share of a row by the name in the same place; false where the words before the row are no names, one for each share.
pub(super) fn state(scope: &Scope, id: usize, phrase: &str, out: &mut Sink) -> bool {
    let row = scope.facts.row(id);
    let Some(names) = names(scope, &row).filter(|_| serial_part(scope, id).is_none()) else { return false };
    let Some(rate) = scope.facts.get(id) else { return false };
    let parts = amounts(scope, &row, &names);
    let whole = parts.as_ref().and_then(|parts| whole(scope, (id, phrase), parts, out));
    let shares: Vec<Equation> = match (&parts, whole) {
        (Some(parts), Some(whole)) => parts.iter().zip(row.clone()).map(|(p, r)| ratio(*p, whole, r)).gather(),
        _ => Vec::new(),
    };
    let wrong = shares.iter().filter(|share| !scope.fits(share)).count();
    let own = shares.get(id - row.start).filter(|share| scope.fits(share) || wrong == 1 && shares.len() >= 3);
    match own {
        Some(share) => out.relation(relation("B01", Kind::Share, share.clone(), scope.facts.span(&share.all()), true)),
        None => out.unchecked(RULE.name, "B02", rate.range.clone(), vec![id], Reason::NoBase),
    }
    true
}

/// 位居前三的：甲类783件、乙类579件、丙类562件，占总量的77%: one share behind a row of names, which only all of them bear out.
pub(super) fn of_all(scope: &Scope, id: usize, phrase: &str, out: &mut Sink) -> bool {
    let facts = scope.facts;
    let (Some(rate), Some(last)) = (facts.get(id), id.checked_sub(1)) else { return false };
    let Some(own) = facts.get(last).filter(|f| f.is_level() && f.place.segment == rate.place.segment) else {
        return false;
    };
    let row = facts.named_row(last);
    let behind = row.len() >= 2 && row.end == last + 1 && own.place.clause < rate.place.clause;
    if !behind || facts.row(id).len() > 1 || out.added_up(last).next().is_some() {
        return false;
    }
    let before = facts.in_paragraph(own.place.paragraph).start..row.start;
    let like = |f: &Fact| f.is_level() && f.is_like(own) && f.figure.is_plain();
    let wholes: Vec<usize> =
        facts.named(phrase, id, last).into_iter().filter(|w| !row.contains(w)).chain(facts.pick(before, like)).gather();
    let part: Vec<Term> = row.clone().map(Term::plus).gather();
    let share = |whole: usize, part: Vec<Term>| Equation::Rate {
        part,
        whole: vec![Term::plus(whole)],
        less_one: false,
        sign: 1,
        rate: id,
    };
    let found = wholes.iter().map(|w| share(*w, part.clone())).find(|e| scope.fits(e));
    let single = wholes.iter().map(|w| share(*w, vec![Term::plus(last)])).any(|e| scope.fits(&e));
    let Some(equation) = found.filter(|_| !single) else { return false };
    out.relation(relation("B01", Kind::Share, equation.clone(), facts.span(&equation.all()), true));
    true
}

/// The names before 分别占, where they are as many as the shares.
pub(super) fn names(scope: &Scope, row: &Range) -> Option<Vec<String>> {
    let facts = scope.facts;
    let first = facts.get(row.start).filter(|_| row.len() >= 2)?;
    let clause = facts.clauses.clauses().get(first.place.clause)?;
    let words = facts.text.words(clause.start..first.range.start.max(clause.start));
    let (head, _) = words.split_once("分别占").or_else(|| words.split_once("各占"))?;
    let names: Vec<&str> = head.split(['、', '和', '与', '及']).gather();
    let told = names.len() == row.len() && names.iter().all(|n| n.chars().count() >= 2);
    // The fewest letters by which all of them differ.
    let keys = |n: usize| names.iter().map(|name| name.chars().take(n).collect::<String>()).gather();
    let distinct =
        |keys: &Vec<String>| keys.iter().enumerate().all(|(at, key)| !keys.iter().skip(at + 1).any(|k| k == key));
    (2..=4).map(keys).find(distinct).filter(|_| told)
}

/// The nearest amounts before the sentence that the names begin, all of one kind.
fn amounts(scope: &Scope, row: &Range, names: &[String]) -> Option<Vec<usize>> {
    let facts = scope.facts;
    let place = facts.get(row.start)?.place;
    let before =
        facts.in_paragraph(place.paragraph.saturating_sub(REACH)).start..facts.in_sentence(place.sentence).start;
    let named = |name: &String| {
        let begins = |f: &Fact| f.left.trim_start_matches("其中").starts_with(name.as_str());
        facts.pick(before.clone(), |f| f.is_level() && f.figure.is_plain() && begins(f)).next_back()
    };
    let parts = names.iter().map(named).gather_all()?;
    let first = facts.get(*parts.first()?)?;
    parts.iter().all(|p| facts.get(*p).is_some_and(|f| f.is_like(first))).then_some(parts)
}

/// What the amounts were added up to, else what the words name and most shares bear out.
fn whole(scope: &Scope, (id, phrase): (usize, &str), parts: &[usize], out: &Sink) -> Option<usize> {
    let first = parts.first().copied()?;
    let row = scope.facts.row(id);
    let fitting = |whole: &usize| {
        let fits = parts.iter().zip(row.clone()).filter(|(p, rate)| scope.is_ratio(**p, *whole, *rate)).count();
        fits * 2 > parts.len()
    };
    out.added_up(first).chain(scope.facts.named(phrase, id, first)).find(fitting)
}

/// 三类业务收入占比分别为8.6%、62.8%、1.2%: shares of things that have no amounts here, one each, cannot be checked.
pub(super) fn is_of_others(scope: &Scope, id: usize, _: &str, out: &mut Sink) -> bool {
    let row = scope.facts.row(id);
    let each = |f: &&Fact| f.left.ends_with_any(&["分别为", "分别是", "依次为", "依次是", "各为", "分别占", "各占"]);
    let first = scope.facts.get(row.start).filter(|f| row.len() > 1 && f.phrase.is_empty()).filter(each);
    let first = first.filter(|_| serial_part(scope, id).is_none());
    if let Some(range) = first.and_then(|_| scope.facts.get(id)).map(|f| f.range.clone()) {
        out.unchecked(RULE.name, "B02", range, vec![id], Reason::NoBase);
    }
    first.is_some()
}

/// 甲54亿元，乙190.6亿元，分别为各自总投资的66%和65%: a whole of each one's own is not that of both.
pub(super) fn is_of_own(scope: &Scope, id: usize, phrase: &str, out: &mut Sink) -> bool {
    let range = scope.facts.get(id).filter(|_| phrase.starts_with("各自")).map(|f| f.range.clone());
    range.map(|range| out.unchecked(RULE.name, "B01", range, vec![id], Reason::NoBase)).is_some()
}

/// A级86家、B级1126家、C级412家，A级占5.3%; 男生60人，女生40人，女生占40%: all of the row that a part stands in, where no other amount is as
/// great as one of them and the figures say so.
pub(super) fn of_row(scope: &Scope, id: usize, part: usize, others: &[usize], out: &mut Sink) -> bool {
    let facts = scope.facts;
    let row = Some(facts.named_row(part)).filter(|row| row.len() > 1).unwrap_or_else(|| clauses(scope, id, part));
    let greatest = row.clone().filter_map(|item| facts.base_value(item)).max();
    let less = |w: &usize| row.contains(w) || facts.base_value(*w) < greatest;
    let alone = row.len() > 1 && others.iter().all(less);
    let whole = row.clone().map(Term::plus).gather();
    let share = Equation::Rate { part: vec![Term::plus(part)], whole, less_one: false, sign: 1, rate: id };
    let told = alone && scope.fits(&share);
    if told {
        out.relation(relation("B02", Kind::Share, share.clone(), facts.span(&share.all()), true));
    }
    told
}

/// The amounts before a share that stand in neighbouring clauses around its part, each under a name of its own.
fn clauses(scope: &Scope, id: usize, part: usize) -> Range {
    let facts = scope.facts;
    let joined = |a: &usize| {
        let (Some(one), Some(next)) = (facts.get(*a), facts.get(a + 1)) else { return false };
        let told =
            |f: &Fact| f.is_level() && f.label.own && f.figure.is_plain() && f.place.segment == one.place.segment;
        *a + 1 < id && told(one) && told(next) && one.is_like(next) && next.place.clause == one.place.clause + 1
    };
    let first = (part.saturating_sub(BESIDE)..part).rev().take_while(joined).last().unwrap_or(part);
    let last = (part..part + BESIDE).find(|a| !joined(a)).unwrap_or(part);
    first..last + 1
}
