//! A whole that is printed behind its shares: 甲占支出总预算的78.3%，乙占支出总预算的21.7%。四、收支总预算。收支总预算1085万元.

use super::part::{is_budget, part};
use super::siblings::{self, Pair, groups};
use super::{RULE, ratio, relation};
use crate::fact::{Fact, Measure, Role};
use crate::gather::Gather;
use crate::number::{Decimal, Dimension};
use crate::relation::{Equation, Kind, Reason};
use crate::rule::{Scope, Sink};
use crate::text::Range;

/// How many figures behind the last of its shares a whole is looked for.
const REACH: usize = 48;

/// How many digits a share has at least that chance hardly makes fit.
const DIGITS: u32 = 3;

/// How many shares without words for their whole speak for one behind them.
const BARE: usize = 4;

/// States a share of an amount behind it that most shares of the same words bear out, two of them at least: each by as many digits as
/// chance hardly gives. One that it does not bear out is stated as well, since what all others are of it is of too. Where no words
/// name it, four of a sentence have to, and all of them.
pub(super) fn state(scope: &Scope, (id, part): (usize, usize), phrase: &str, out: &mut Sink) -> bool {
    let facts = scope.facts;
    let Some(own) = facts.get(part) else { return false };
    let named = phrase.chars().count() >= 2;
    let Some(group) = groups(scope, id, part, phrase).pop().filter(|group| group.contains(&(id, part))) else {
        return false;
    };
    let fits = |(rate, part): &Pair, whole: usize| scope.is_ratio(*part, whole, *rate);
    let telling = |(rate, part): &Pair| {
        let many_digits = |f: &Fact| (!named || f.figure.digits() >= DIGITS) && f.figure.value < Decimal::ONE_HUNDRED;
        facts.get(*rate).is_some_and(many_digits) && facts.get(*part).is_some_and(|f| !f.is_zero())
    };
    let least = if named { 2.max(group.len().div_ceil(2)) } else { BARE.max(group.len()) };
    let telling: Vec<&Pair> = group.iter().filter(|pair| telling(pair)).gather();
    // With fewer that bear an amount out it is none of theirs.
    let Some(spare) = telling.len().checked_sub(least) else { return false };
    let could = |f: &Fact| f.is_level() && f.is_like(own) && f.figure.is_plain() && f.figure.base() > own.figure.base();
    let last = group.iter().map(|(rate, _)| *rate).max().unwrap_or(id);
    let found = facts.pick(id + 1..last + REACH, could).find(|whole| {
        let is_part = group.iter().any(|(_, part)| part == whole);
        !is_part && telling.iter().filter(|pair| !fits(pair, *whole)).nth(spare).is_none()
    });
    if let Some(whole) = found {
        let share = ratio(part, whole, id);
        let holds = scope.fits(&share);
        out.relation(relation("B02", Kind::Share, share.clone(), facts.span(&share.all()), holds));
    }
    found.is_some()
}

/// 占任务数的96.3%, 占调整预算的97.1%: a task or a budget is the one that a share of the paragraph was printed with, 占全年预算105万元的5.4%, stands
/// behind its shares, is what they make up together, or is no other amount.
pub(super) fn of_budget(scope: &Scope, (id, part): (usize, usize), phrase: &str, range: Range, out: &mut Sink) {
    let told = || {
        let facts = scope.facts;
        let (rate, own) = (facts.get(id)?, facts.get(part)?);
        let base = |f: &Fact| {
            f.role == Role::Base && f.is_like(own) && is_budget(phrase) && Measure::of(&f.phrase).is_budget()
        };
        let whole = facts.pick(facts.in_paragraph(rate.place.paragraph).start..id, base).next_back()?;
        Some(ratio(part, whole, id)).filter(|share| scope.is_slip(share) || scope.fits(share))
    };
    if let Some(share) = told() {
        let holds = scope.fits(&share);
        out.relation(relation("B12", Kind::Share, share.clone(), scope.facts.span(&share.all()), holds));
    } else if !state(scope, (id, part), phrase, out) && !siblings::state(scope, id, part, phrase, out) {
        out.unchecked(RULE.name, "B12", range, vec![id, part], Reason::NoBase);
    }
}

/// 年初预算只有实际支出的55.9%: one amount that is told of everything as a share of another.
pub(super) fn of_two(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    for id in facts.pick(0..facts.list.len(), |f| {
        f.figure.unit.dimension == Dimension::Percent && f.figure.is_plain() && f.left.ends_with('的')
    }) {
        let words = facts.get(id).map_or("", |f| f.left.trim_end_matches('的'));
        let Some((own, of)) = ["只有", "仅为", "仅有", "相当于"].iter().find_map(|verb| words.split_once(verb))
        else {
            continue;
        };
        let told = |words: &str| facts.of_everything(words).next();
        let share = told(own).zip(told(of)).filter(|_| !out.computes(id)).map(|(part, whole)| ratio(part, whole, id));
        if let Some(share) = share.filter(|share| scope.fits(share) || scope.is_stated_slip(share)) {
            let (range, holds) = (facts.span(&share.all()), scope.fits(&share));
            out.relation(relation("B01", Kind::Share, share, range, holds));
        }
    }
}

/// 四季度支出796万元，占全年支出的34.5%: what the whole document told first is meant, wherever it is. Where a slip keeps the share from it, or it holds of
/// another amount that is told of everything, so that the wrong one was divided by, the words deny what the figures find.
pub(super) fn of_everything(scope: &Scope, id: usize, phrase: &str, out: &mut Sink) -> bool {
    const OTHERS: [&str; 4] = ["年初预算", "调整预算", "全年支出", "全年追加"];
    let facts = scope.facts;
    let found = || {
        let part = part(scope, id).filter(|(_, plain)| *plain)?.0;
        let own = facts.get(part).filter(|f| f.cell.is_none() && f.figure.digits() >= DIGITS)?;
        let of = |words: &str| {
            let like = |w: &usize| facts.get(*w).is_some_and(|f| f.is_like(own) && f.figure.base() > own.figure.base());
            facts.of_everything(words).filter(like).filter(|w| *w != part).map(|w| ratio(part, w, id)).gather()
        };
        let meant: Vec<Equation> = of(phrase);
        let share = meant.first().filter(|_| !meant.iter().any(|share| scope.fits(share)))?;
        let others = || OTHERS.into_iter().flat_map(of).any(|share| scope.fits(&share));
        let far = facts.named(phrase, id, part).is_empty();
        // 上级追加资金802万元占全年追加的69.8%: what the clause says itself, of the only amount of its name, needs no other reason.
        let said = || {
            let beside = facts.get(id).is_some_and(|f| f.place.clause == own.place.clause) && part + 1 == id;
            beside && meant.windows(2).all(|two| two.first().map(Equation::all) == two.last().map(Equation::all))
        };
        (far && (scope.is_stated_slip(share) || others() || said())).then(|| share.clone())
    };
    let share = facts.get(id).filter(|f| f.role == Role::Share && f.phrase == phrase).and_then(|_| found());
    if let Some(share) = share.clone() {
        out.relation(relation("B01", Kind::Share, share.clone(), facts.span(&share.all()), false));
    }
    share.is_some()
}
