//! B01: which of the amounts that its words name a share is of.

use super::settled::{is_told_alike, only_bearing};
use super::{called, ratio};
use crate::gather::Gather;
use crate::relation::{Equation, Order, Term};
use crate::rule::{Scope, Sink};

/// Which of the levels that its words name a share is of, and whether that is sure.
pub(super) fn of_named(
    scope: &Scope,
    (id, part): (usize, usize),
    phrase: &str,
    named: &[usize],
    out: &Sink,
) -> Option<(usize, bool)> {
    let facts = scope.facts;
    let fitting = |list: &[usize]| list.iter().copied().find(|w| scope.is_ratio(part, *w, id));
    // What bears the name in the sentence itself is meant before what bears it elsewhere.
    let here = facts.in_sentence(facts.get(id)?.place.sentence);
    let near: Vec<usize> =
        named.iter().copied().filter(|w| here.contains(w) && facts.naming(*w, phrase, id) == 3).gather();
    if let ([whole], None) = (near.as_slice(), fitting(&near))
        && scope.is_stated_slip(&ratio(part, *whole, id))
    {
        return Some((*whole, true));
    }
    if let Some(whole) = fitting(named) {
        return Some((whole, true));
    }
    let best = named.first().map_or((0, 0), |w| (facts.naming(*w, phrase, id), *w));
    // 占年度计划的104.2%: a plan that is named by no more than that may be another's in another part of the sentence.
    let segment = |fact: usize| facts.get(fact).map(|f| f.place.segment);
    let nameless = crate::fact::normalize(phrase).chars().count() < 2;
    let own = |w: usize| !nameless || segment(w) == segment(id) || scope.is_stated_slip(&ratio(part, w, id));
    let exact = named.iter().copied().find(|w| facts.naming(*w, phrase, id) == 3 && own(*w));
    // 甲7个，占项目总数的53.85%；乙4个，占30.77%: what the words name and a share of the sentence is of.
    let alike = || named.iter().copied().find(|w| is_told_alike(scope, id, (phrase, *w), out));
    let exact = exact.or_else(|| only_bearing(scope, phrase, named)).or_else(alike);
    // A name that only resembles the words is none where the part is larger.
    let holds = |whole: usize| {
        let (left, right) = (vec![Term::plus(part)], vec![Term::plus(whole)]);
        scope.fits(&Equation::Order { left, order: Order::AtMost, right })
    };
    let wider = |w: usize| facts.get(w).is_some_and(|f| called::is_wider(&f.label.key, phrase));
    // 争取一般公共预算资金486.6亿元。↵…，占一般公共预算支出的19.04%: less so in another paragraph.
    let paragraph = |fact: usize| facts.get(fact).map(|f| f.place.paragraph);
    // 占服务进口总额的39.6%: imports are no exports and imports.
    let traded = |w: usize| {
        let one = phrase.contains(['进', '出']) && phrase.contains('口') && !phrase.contains("进出口");
        one && facts.get(w).is_some_and(|f| f.left.contains("进出口"))
    };
    let apart = |w: usize| wider(w) || traded(w) || paragraph(w) != paragraph(id);
    let slip = || named.iter().copied().find(|w| scope.is_likely_slip(&ratio(part, *w, id)));
    match (exact, best) {
        (Some(whole), _) => Some((whole, true)),
        (None, (2, whole))
            if holds(whole) && own(whole) && (!apart(whole) || scope.is_stated_slip(&ratio(part, whole, id))) =>
        {
            Some((whole, false))
        }
        _ => slip().map(|whole| (whole, false)),
    }
}
