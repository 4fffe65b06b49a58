//! Shares that are closed (凑整): rounded one by one they would not add up to the whole, so that one of them was printed a last place higher or
//! lower. Statistical offices do so: 0–14岁17.04 %, 15–59岁60.92 %, 60岁以上22.04 % are printed as 17.1 %, 60.9 %, 22.0 %.

use super::Judged;
use crate::fact::Facts;
use crate::gather::{Gather, SortedMap, SortedSet};
use crate::number::format::{quotient, round};
use crate::number::{Allowance, Decimal, Exact};
use crate::relation::{Equation, Term, Values, Verdict, adds_up, rate_scale};

/// How many shares one after the other are tried as those of one whole.
const MOST: usize = 12;

/// A share: the part, its base, the printed rate.
#[derive(Clone, Copy)]
struct Share {
    part: usize,
    base: usize,
    rate: usize,
}

/// Takes shares for rounded that are a last place off where, rounded one by one, they and those of the other parts would not add up, and
/// as printed they do.
pub(super) fn settle(judged: &mut [Judged], facts: &Facts) {
    let values = Values::printed(facts);
    let off: Vec<(usize, usize)> = (0..)
        .zip(judged.iter())
        .filter(|(_, j)| j.fails())
        .filter_map(|(at, j)| Some((at, share(j).filter(|s| is_last_place(*s, &values))?.rate)))
        .gather();
    if off.is_empty() {
        return;
    }
    let closed = closed(judged, &values);
    for (at, _) in off.into_iter().filter(|(_, rate)| closed.contains(rate)) {
        judged[at].verdict = Verdict::Rounded;
        judged[at].allowance = Allowance::Printed;
    }
}

fn share(judged: &Judged) -> Option<Share> {
    match &judged.relation.equation {
        Equation::Rate { part, whole, less_one: false, sign, rate } if *sign >= 0 => match (&part[..], &whole[..]) {
            ([part], [base]) => Some(Share { part: part.fact, base: base.fact, rate: *rate }),
            _ => None,
        },
        _ => None,
    }
}

/// By how much a printed share is more than the rounded one.
fn moved(share: Share, values: &Values) -> Option<Decimal> {
    let figure = values.figure(share.rate)?;
    let exact = quotient(values.base(share.part)?, values.base(share.base)?)?.times(rate_scale(figure))?;
    figure.value.minus(round(exact, figure.places))
}

/// Whether a printed share is one of the two next to the rounded one.
fn is_last_place(share: Share, values: &Values) -> bool {
    let place = || values.figure(share.rate).map(|figure| figure.printed_unit());
    moved(share, values).zip(place()).is_some_and(|(by, place)| by.abs() <= place)
}

/// Whether shares that add up as printed need not have done so rounded one by one: all that rounding does not explain were moved the
/// same way.
fn needs_closing(group: &[Share], failing: &SortedSet<usize>, values: &Values) -> bool {
    let odd = group.iter().filter(|share| failing.contains(&share.rate));
    let Some(moves) = odd.map(|share| moved(*share, values)).gather_all() else { return false };
    moves.iter().all(|by| *by >= Decimal::ZERO) || moves.iter().all(|by| *by <= Decimal::ZERO)
}

/// The rates that add up with those of the other parts to that of the whole, or to 100 %, and had to be moved for it.
fn closed(judged: &[Judged], values: &Values) -> SortedSet<usize> {
    let shares: Vec<Share> = judged.iter().filter_map(share).gather();
    let mut of: SortedMap<usize, Vec<Share>> = SortedMap::new();
    shares.iter().for_each(|share| of.entry(share.part).or_default().push(*share));
    let by_rate: SortedMap<usize, Share> = shares.iter().map(|share| (share.rate, *share)).gather_map();
    let found = |part: usize, base: usize| of.get(&part)?.iter().find(|s| s.base == base).copied();
    let printed = |rate: usize| values.figure(rate).map(|figure| figure.value);
    let sum = |group: &[Share]| group.iter().try_fold(Decimal::ZERO, |sum, share| sum.plus(printed(share.rate)?));
    // The shares of the parts in one base, where that of the whole is their sum.
    let divided = |parts: &[Term], whole: usize, base: usize| {
        let group = parts.iter().map(|part| found(part.fact, base)).gather_all()?;
        let all = if whole == base { Decimal::ONE_HUNDRED } else { printed(found(whole, base)?.rate)? };
        (sum(&group) == Some(all)).then_some(group)
    };
    let mut groups: Vec<Vec<Share>> = Vec::new();
    for equation in judged.iter().filter(|j| j.holds()).map(|j| &j.relation.equation) {
        match equation {
            Equation::Fixed { terms, least: 100, most: 100, .. } => {
                let group = terms.iter().map(|t| by_rate.get(&t.fact).copied()).gather_all();
                groups.extend(group.filter(|group| sum(group) == Some(Decimal::ONE_HUNDRED)));
            }
            Equation::Sum { parts, whole } => {
                let ([first, ..], [whole]) = (&parts[..], &whole[..]) else { continue };
                let bases = of.get(&first.fact).into_iter().flatten().map(|share| share.base);
                groups.extend(bases.filter_map(|base| divided(parts, whole.fact, base)));
            }
            _ => {}
        }
    }
    // The parts of one whole one after the other, whatever adds them up.
    for (at, first) in shares.iter().enumerate() {
        let run = shares.iter().skip(at).take_while(|s| s.base == first.base).take(MOST);
        let (mut parts, mut group) = (Vec::new(), Vec::new());
        for share in run {
            parts.push(share.part);
            group.push(*share);
            if sum(&group) == Some(Decimal::ONE_HUNDRED) && adds_up(&parts, first.base, values) {
                groups.push(group);
                break;
            }
        }
    }
    let failing = judged.iter().filter(|j| j.fails()).filter_map(share).map(|share| share.rate).gather_set();
    let closed = groups.into_iter().filter(|group| needs_closing(group, &failing, values));
    closed.flatten().map(|share| share.rate).gather_set()
}
