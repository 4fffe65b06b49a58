//! D01, D02: rates in a row: 受理a件，审结b件，比2021年分别上升x%和y%, with the amounts of that year elsewhere.

use super::relation;
use crate::fact::{Fact, Role};
use crate::gather::Gather;
use crate::relation::{Equation, Term};
use crate::rule::{Scope, Sink};
use crate::text::{Mention, Range};

/// The row of rates that a rate stands in; the verb may come again: 分别增长3.5%和下降24.8%.
pub(super) fn row(scope: &Scope, id: usize) -> Range {
    let facts = scope.facts;
    let joined = |a: usize| match (facts.get(a), facts.get(a + 1)) {
        (Some(x), Some(y)) => {
            let apart = facts.between(a, a + 1);
            let short = apart.starts_with(['、', '和', '与', '及']) && apart.chars().count() <= 4;
            short && x.role == Role::Growth && y.role == Role::Growth && x.figure.unit == y.figure.unit
        }
        _ => false,
    };
    let mut all = facts.row(id);
    while all.start > 0 && joined(all.start - 1) {
        all.start -= 1;
    }
    while joined(all.end - 1) {
        all.end += 1;
    }
    let each = facts.get(all.start).is_some_and(|f| f.left.mentions("分别"));
    if each { all } else { facts.row(id) }
}

/// States a rate of a row by its amount and that of the year it is compared with; false where they are not found.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) -> bool {
    let facts = scope.facts;
    if let Some((subject, equation)) = in_turn(scope, id) {
        out.relation(relation("D01", equation, facts.span(&[subject, id]), true));
        return true;
    }
    if let Some((subject, equation)) = behind(scope, id).or_else(|| in_halves(scope, id)) {
        out.relation(relation("D01", equation, facts.span(&[subject, id]), false));
        return true;
    }
    if let Some((subject, equation)) = in_rows(scope, id) {
        out.relation(relation("D02", equation, facts.span(&[subject, id]), false));
        return true;
    }
    let Some((rate, subject)) = facts.get(id).zip(levels(scope, id)) else { return false };
    let Some(own) = facts.get(subject) else { return false };
    let by_change = change(scope, id, subject).filter(|e| scope.fits(e) || scope.is_likely_slip(e)).map(|e| ("D02", e));
    let Some((cue, equation)) = by_change.or_else(|| by_year(scope, id, subject).map(|e| ("D01", e))) else {
        return false;
    };
    // A row leaves open which rate belongs to which amount; only the figures settle it.
    out.relation(relation(cue, equation, own.range.start..rate.range.end, false));
    true
}

/// The amount of the row before that stands where the rate stands in its own.
fn levels(scope: &Scope, id: usize) -> Option<usize> {
    let facts = scope.facts;
    let (rate, row) = (facts.get(id)?, row(scope, id));
    let level = |f: &Fact| f.is_level() && f.figure.is_plain() && f.place.depth == rate.place.depth;
    let all: Vec<usize> = facts.pick(facts.in_sentence(rate.place.sentence).start..row.start, level).gather();
    let like = |w: &[usize]| w.iter().all(|l| facts.get(*l).zip(facts.get(w[0])).is_some_and(|(a, b)| a.is_like(b)));
    // 238起，死亡67人，损失9万元，分别下降…: amounts of all kinds have rates of their own where they are as many.
    let told = |w: &&[usize]| like(w) || all.len() == row.len();
    let last = all.len().checked_sub(row.len()).and_then(|from| all.get(from..)).filter(told)?;
    last.get(id - row.start).copied()
}

/// 分别增加1.2万元、0.8万元，分别增长5%、4%: the change that stands where the rate stands in its own row.
fn change(scope: &Scope, id: usize, subject: usize) -> Option<Equation> {
    let facts = scope.facts;
    let (rate, row) = (facts.get(id)?, row(scope, id));
    let changes = facts.row(row.start.checked_sub(1)?);
    let change = (changes.len() == row.len()).then(|| changes.start + (id - row.start))?;
    let fact = facts.get(change).filter(|f| f.role == Role::Change && f.place.segment == rate.place.segment)?;
    let like = facts.get(subject).is_some_and(|own| own.is_like(fact)) && fact.direction == rate.direction;
    like.then(|| of_change(subject, change, (id, rate.direction)))
}

/// 发放贷款736笔、3.12亿元，同比增加24笔、0.14亿元，分别增长3.37%和4.70%: three rows, of amounts, of their changes and of the rates of these;
/// the verb of the changes stands before the first of them alone.
fn in_rows(scope: &Scope, id: usize) -> Option<(usize, Equation)> {
    let facts = scope.facts;
    let row = row(scope, id);
    let start = row.start.checked_sub(2 * row.len())?;
    let (levels, changes) = (start..start + row.len(), start + row.len()..row.start);
    let rate = facts.get(id)?;
    let first = facts.get(changes.start).filter(|f| f.role == Role::Change && f.direction == rate.direction)?;
    let beside =
        |f: &Fact| f.figure.is_plain() && f.place.segment == rate.place.segment && f.place.depth == rate.place.depth;
    let changed = |id: usize| {
        let joined = || facts.between(id - 1, id).starts_with(['、', '和', '与', '及']);
        facts.get(id).is_some_and(|f| {
            beside(f) && (f.role == Role::Change && f.direction == first.direction || f.is_level() && joined())
        })
    };
    let level = |id: usize| facts.get(id).is_some_and(|f| beside(f) && f.is_level());
    if !levels.clone().all(level) || !changes.clone().all(changed) {
        return None;
    }
    let equation = |at: usize| {
        let (subject, change) = (levels.start + at, changes.start + at);
        let like = facts.get(subject)?.is_like(facts.get(change)?);
        like.then(|| of_change(subject, change, (row.start + at, rate.direction)))
    };
    let all: Vec<Equation> = (0..row.len()).map(equation).gather_all()?;
    let own = all.get(id - row.start)?;
    let borne = all.iter().filter(|e| *e != own).any(|e| scope.fits(e));
    let told = scope.fits(own) || borne && scope.is_stated_slip(own);
    told.then(|| (levels.start + (id - row.start), own.clone()))
}

/// What a change makes of the amount before it.
fn of_change(subject: usize, change: usize, (rate, direction): (usize, i8)) -> Equation {
    let back = if direction < 0 { Term::plus(change) } else { Term::minus(change) };
    let (part, whole) = (vec![Term::plus(change)], vec![Term::plus(subject), back]);
    Equation::Rate { part, whole, less_one: false, sign: 1, rate }
}

fn grown(subject: usize, base: usize, (id, rate): (usize, &Fact)) -> Equation {
    let (part, whole) = (vec![Term::plus(subject)], vec![Term::plus(base)]);
    Equation::Rate { part, whole, less_one: true, sign: rate.direction, rate: id }
}

/// 事故9起、死亡8人，同比上年（12起、9人）分别下降25.0%和11.1%: a row of amounts, a bracket with those of the time that the words name, and the
/// rates, each of its kind in its place.
fn in_turn(scope: &Scope, id: usize) -> Option<(usize, Equation)> {
    let facts = scope.facts;
    let all = row(scope, id).map(|at| {
        let (now, then) = (levels(scope, at)?, facts.enclosed_in_turn(at)?);
        let like = facts.get(now)?.is_like(facts.get(then)?);
        like.then_some((now, grown(now, then, (at, facts.get(at)?))))
    });
    all.gather_all()?.get(id - row(scope, id).start).cloned()
}

/// 分别增长17.3%和17.5%（上年分别为365个、31.1亿元）: as many amounts of the year before stand right behind the row, in its order. What
/// grew is the amount in the same place of its row, else the one of the sentence that bears the rate out.
fn behind(scope: &Scope, id: usize) -> Option<(usize, Equation)> {
    let facts = scope.facts;
    let (rate, row) = (facts.get(id)?, row(scope, id));
    let bases = row.end..row.end + row.len();
    let first = facts.get(bases.start).filter(|f| f.period.is_past(facts.year))?;
    let beside = |f: &Fact| f.is_level() && f.figure.is_plain() && f.place.clause == first.place.clause;
    let (last, ends) = (facts.get(row.end - 1)?, facts.get(bases.end));
    let listed = facts.pick(bases.clone(), beside).count() == row.len() && !ends.is_some_and(beside);
    let near = first.place.sentence == last.place.sentence || first.place.bracket == Some(last.range.end);
    let base = bases.start + (id - row.start);
    let like = |f: &Fact| f.is_level() && f.figure.is_plain() && facts.get(base).is_some_and(|b| b.is_like(f));
    let before = facts.pick(facts.in_sentence(rate.place.sentence).start..row.start, like);
    let place = levels(scope, id).filter(|l| facts.get(*l).is_some_and(like));
    let all = place.into_iter().chain(before.rev()).map(|subject| (subject, grown(subject, base, (id, rate))));
    let all: Vec<(usize, Equation)> = all.filter(|_| listed && near).gather();
    let meant = all.iter().find(|(_, e)| scope.fits(e)).or_else(|| all.iter().find(|(_, e)| scope.is_likely_slip(e)));
    meant.cloned()
}

/// 事故150起，死亡21人、受伤160人；上年为200起，死亡24人、受伤200人，三项分别下降…: as many amounts of last year behind as many of this year, each of the
/// kind in its place.
fn in_halves(scope: &Scope, id: usize) -> Option<(usize, Equation)> {
    let facts = scope.facts;
    let (rate, row) = (facts.get(id)?, row(scope, id));
    let level = |f: &Fact| f.is_level() && f.figure.is_plain() && !f.is_zero() && f.place.depth == rate.place.depth;
    let start = facts.in_sentence(rate.place.sentence).start.max(row.start.saturating_sub(4 * row.len() + 2));
    let all: Vec<usize> = facts.pick(start..row.start, level).gather();
    // 三项分别下降: the number of the items may be a figure itself.
    let all = match all.split_last() {
        Some((last, rest)) if last + 1 == row.start && facts.get(*last)?.figure.unit.base == "项" => rest,
        _ => all.as_slice(),
    };
    let both = all.len().checked_sub(2 * row.len()).and_then(|from| all.get(from..))?;
    let (now, then) = both.split_at(row.len());
    let like = |(a, b): (&usize, &usize)| facts.get(*a).zip(facts.get(*b)).is_some_and(|(a, b)| a.is_like(b));
    let past = |id: &usize| facts.get(*id).is_some_and(|f| f.period.is_past(facts.year));
    let told = now.iter().zip(then).all(like) && then.iter().all(past) && !now.iter().any(past);
    let of = |at: usize| {
        Some((*now.get(at)?, grown(*now.get(at)?, *then.get(at)?, (row.start + at, facts.get(row.start + at)?))))
    };
    let at = id - row.start;
    let borne = (0..row.len()).filter(|other| *other != at).filter_map(of).any(|(_, e)| scope.fits(&e));
    // 批次和人次分别比上年的365批次、552人次上升12.9%和17.4%: the verb of them all may say the wrong way.
    let turned = (0..row.len()).all(|other| of(other).is_some_and(|(_, e)| scope.fits(&e.turned())));
    of(at).filter(|(_, e)| told && (scope.fits(e) || turned || borne && scope.is_stated_slip(e)))
}

/// The amount of the same item in the year that the comparison names, which bears the rate out.
fn by_year(scope: &Scope, id: usize, subject: usize) -> Option<Equation> {
    let facts = scope.facts;
    let rate = facts.get(id)?;
    let ratio = |base: usize| grown(subject, base, (id, rate));
    let bases = facts.in_named_year(id, subject, &facts.comparison(row(scope, id).start));
    let key = |id: usize| facts.get(id).map(|f| &f.label.key);
    let single = bases.first().copied().filter(|b| bases.len() == 1 && key(*b) == key(subject));
    let slip = || single.map(ratio).filter(|e| scope.is_likely_slip(e));
    let fitting = bases.iter().map(|b| ratio(*b)).find(|e| scope.fits(e));
    fitting.or_else(|| beside_base(scope, id, subject).map(ratio).filter(|e| scope.fits(e))).or_else(slip)
}

/// 2014年受理11210件，审结9882件: the amount that stands to the base of another rate of the row as the amounts of now to each other.
fn beside_base(scope: &Scope, id: usize, subject: usize) -> Option<usize> {
    let facts = scope.facts;
    let row = row(scope, id);
    let words = facts.comparison(row.start);
    row.clone().filter(|other| *other != id).find_map(|other| {
        let (own, rate) = (levels(scope, other)?, facts.get(other)?);
        let bases = facts.in_named_year(other, own, &words);
        let base = bases.into_iter().find(|b| scope.fits(&grown(own, *b, (other, rate))))?;
        let beside = (base + subject).checked_sub(own)?;
        let (first, found) = (facts.get(base)?, facts.get(beside)?);
        let like = found.is_level() && found.figure.is_plain() && facts.get(subject)?.is_like(found);
        (like && found.place.sentence == first.place.sentence).then_some(beside)
    })
}
