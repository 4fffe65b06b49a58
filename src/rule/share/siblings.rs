//! Shares of a total that is printed nowhere, which they make up together: 基本支出800万元，占总支出的80%；项目支出200万元，占总支出的20%.

use super::part::part;
use super::relation;
use crate::catalog::partition::is_complete;
use crate::fact::{Fact, Role};
use crate::gather::Gather;
use crate::relation::{Equation, Kind, Term};
use crate::rule::{Scope, Sink};

/// How many digits a share has at least that chance hardly makes fit.
const DIGITS: u32 = 3;

/// How many figures before and behind a share its siblings stand.
const REACH: usize = 24;

/// A share with the amount that it is of.
pub(super) type Pair = (usize, usize);

/// States the share of what all that are shares of one total come to; false where they do not make a hundred, or do not fit their
/// amounts and nothing says that they should.
pub(super) fn state(scope: &Scope, id: usize, part: usize, phrase: &str, out: &mut Sink) -> bool {
    let facts = scope.facts;
    let hundred = |group: &[Pair]| {
        let rates = group.iter().map(|(rate, _)| Term::plus(*rate)).gather();
        scope.fits(&Equation::Fixed { terms: rates, least: 100, most: 100, closed: true })
    };
    // 城镇90199人，占63.89%；乡村50979人，占36.11%: without words for their total only the figures say that it is both of them.
    let borne = |group: &[Pair]| {
        let whole = whole(group);
        let telling = |(rate, _): &Pair| facts.get(*rate).is_some_and(|f| f.figure.digits() >= DIGITS);
        // 13500万元，占90%；1200万元，占8%；300万元，占2%: nor make all of them hold to the last digit.
        let bears = |pair: &Pair| {
            let share = share_of(*pair, &whole);
            if telling(pair) { scope.fits(&share) } else { scope.exact(&share) }
        };
        group.iter().all(bears)
    };
    let named = phrase.chars().count() >= 2;
    let divided = |group: &&Vec<Pair>| {
        group.len() > 1 && group.contains(&(id, part)) && hundred(group) && (named || borne(group))
    };
    let groups = groups(scope, id, part, phrase);
    let Some(group) = groups.iter().find(divided) else { return false };
    let share = share_of((id, part), &whole(group));
    let holds = scope.fits(&share);
    // What divides one total divides it as the shares do; 甲县税收60万元，占总收入的60%。乙县税收30万元，占总收入的40% are of two.
    let told = holds || is_beside(scope, group) && is_split(scope, group);
    if told {
        out.relation(relation("B02", Kind::Share, share.clone(), facts.span(&share.all()), holds));
    }
    told
}

/// 甲占本级收入的94.56%；…，乙占本级收入的5.44%: states the share of what another of its group was stated to be of.
pub(super) fn again(scope: &Scope, id: usize, phrase: &str, out: &mut Sink) -> bool {
    let Some(pair) = part(scope, id).map(|(part, _)| (id, part)) else { return false };
    let is_stated = |group: &Vec<Pair>| {
        let states = |whole: Vec<Term>| group.iter().any(|other| out.states(&share_of(*other, &whole)));
        group.contains(&pair) && states(whole(group))
    };
    let Some(group) = groups(scope, pair.0, pair.1, phrase).into_iter().find(is_stated) else { return false };
    let share = share_of(pair, &whole(&group));
    let holds = scope.fits(&share);
    if holds {
        out.relation(relation("B02", Kind::Share, share.clone(), scope.facts.span(&share.all()), true));
    }
    holds
}

/// 直接持有970万股，占股份总数的60.59%，间接持有30万股，占1.87%，合计1000万股: whether all shares of what the words name are of parts that make an
/// amount, and none is a share of it.
pub(super) fn are_of_none(scope: &Scope, (id, part): Pair, phrase: &str, whole: usize) -> bool {
    let make = |group: &Vec<Pair>| {
        let parts: Vec<usize> = group.iter().map(|(_, part)| *part).gather();
        let any = || group.iter().any(|(rate, part)| scope.is_ratio(*part, whole, *rate));
        parts.len() >= 2 && scope.adds_up(&parts, whole) && !any()
    };
    groups(scope, id, part, phrase).first().is_some_and(make)
}

/// What the parts of a group come to.
fn whole(group: &[Pair]) -> Vec<Term> {
    group.iter().map(|(_, part)| Term::plus(*part)).gather()
}

fn share_of((rate, own): Pair, whole: &[Term]) -> Equation {
    Equation::Rate { part: vec![Term::plus(own)], whole: whole.to_vec(), less_one: false, sign: 1, rate }
}

/// The shares of what the words name, with their parts: those of the sentence, of the paragraph, of all around.
pub(super) fn groups(scope: &Scope, id: usize, part: usize, phrase: &str) -> Vec<Vec<Pair>> {
    let facts = scope.facts;
    let (Some(rate), Some(own)) = (facts.get(id), facts.get(part)) else { return Vec::new() };
    // 基本支出800万元，占总支出的80%；项目支出200万元，占20%: within a sentence the total is named once.
    let named = |f: &Fact| f.phrase == phrase || f.phrase.is_empty() && f.place.sentence == rate.place.sentence;
    let alike = |f: &Fact| f.role == Role::Share && named(f) && f.figure.is_plain();
    let pair = |rate: usize| {
        let level =
            |f: &Fact| f.is_level() && f.is_like(own) && f.figure.is_plain() && f.place.depth == own.place.depth;
        let start = facts.in_sentence(facts.get(rate)?.place.sentence).start;
        facts.pick(start..rate, level).next_back().map(|part| (rate, part))
    };
    let near = id.saturating_sub(REACH)..id + REACH;
    let within =
        |test: &dyn Fn(&Fact) -> bool| facts.pick(near.clone(), |f| alike(f) && test(f)).map(pair).gather_all();
    let sentence: Option<Vec<Pair>> = within(&|f| f.place.sentence == rate.place.sentence);
    if phrase.chars().count() < 2 {
        return sentence.into_iter().gather();
    }
    let paragraph = within(&|f| f.place.paragraph == rate.place.paragraph);
    [sentence, paragraph, within(&|_| true)].into_iter().flatten().gather()
}

/// Whether each share stands right behind its own part.
fn is_beside(scope: &Scope, group: &[Pair]) -> bool {
    let beside = |(rate, part): &Pair| {
        let clause = |id: usize| scope.facts.get(id).map(|f| f.place.clause);
        part + 1 == *rate && clause(*rate) <= clause(*part).map(|c| c + 1)
    };
    group.iter().all(beside)
}

/// Whether the names of the parts are those of a whole that is divided.
fn is_split(scope: &Scope, group: &[Pair]) -> bool {
    let parts = || group.iter().filter_map(|(_, part)| scope.facts.get(*part));
    let names: Vec<&str> = parts().map(|f| f.label.words.as_str()).gather();
    let first = parts().next().map(|f| f.period);
    parts().all(|f| f.label.own && Some(f.period) == first) && is_complete(&names)
}
