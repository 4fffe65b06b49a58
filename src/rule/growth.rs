//! 同比增长 — growth: `current = previous × (1 + rate)`. Cues D01–D12.
#![doc = include_str!("growth.md")]

mod above;
mod against;
mod base;
mod both_years;
mod bracket;
mod contrary;
mod counted;
mod doubling;
mod ends;
mod last_year;
mod named;
mod points;
mod pulls;
mod serial;
mod siblings;
mod structure;
mod years;

use super::{Rule, Scope, Sink};
use crate::fact::{Fact, Role};
use crate::gather::Gather;
use crate::number::Dimension;
use crate::relation::{Equation, Kind, Reason, Relation, Source, Term};
use crate::text::Range;
use base::{home, in_its_year, is_net, is_of_other_term, loose_changes, stated, unheld};
use ends::{
    adjusted, change_beside, compared, ends, implied_by_base, named_behind, of_adjustment, of_all, of_change,
    of_difference,
};

pub(super) const RULE: Rule = Rule { code: "D", name: "growth", find };

fn find(scope: &Scope, out: &mut Sink) {
    for id in 0..scope.facts.list.len() {
        if scope.facts.get(id).is_some_and(|f| f.role == Role::Growth && f.figure.is_plain()) {
            growth(scope, id, out);
        }
        if scope.facts.get(id).is_some_and(|f| f.role == Role::Points) {
            points::state(scope, id, out);
        }
        doubling::state(scope, id, out);
    }
    pulls::state(scope, out);
}

fn relation(cue: &'static str, equation: Equation, range: Range, sure: bool) -> Relation {
    let (rule, kind, source, warning) = (RULE.name, Kind::Growth, Source::Asserted, "W02");
    Relation { rule, cue, kind, source, equation, range, sure, warning }
}

/// Rates that are bound in a way of their own, in the order in which they are looked for.
const SPECIAL: [fn(&Scope, usize, &mut Sink) -> bool; 6] =
    [bracket::state, siblings::state, counted::state, contrary::state, both_years::state, years::of_ends];

fn growth(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let Some(rate) = facts.get(id).filter(|_| !out.computes(id)) else { return };
    if serial::row(scope, id).len() > 1 {
        // 分别增长…、…: rates in a row have bases in a row, which texts seldom print.
        if serial::state(scope, id, out) {
            return;
        }
        return out.unchecked(RULE.name, "D10", rate.range.clone(), vec![id], Reason::NoBase);
    }
    if SPECIAL.iter().any(|state| state(scope, id, out)) {
        return;
    }
    if let Some(cue) = years::cue(scope, rate) {
        return years::state(scope, id, cue, out);
    }
    let both = ends(scope, id).map(|(subject, base)| (of_all(scope, id, subject, out).unwrap_or(subject), base));
    if last_year::state(scope, id, both.map(|(subject, _)| subject), out) {
        return;
    }
    let by_difference = || of_difference(scope, id, out).or_else(|| of_adjustment(scope, id, out));
    let told = || adjusted(scope, id).and_then(|_| by_difference()).is_none();
    let Some((subject, given)) = both.or_else(|| implied_by_base(scope, id)).filter(|_| told()) else {
        return match compared(scope, id).or_else(by_difference) {
            Some(pair) => of_change(scope, id, pair, out),
            None => out.unchecked(RULE.name, "D10", rate.range.clone(), vec![id], Reason::NoBase),
        };
    };
    let (subject, given) = match named_behind(scope, id) {
        Some((now, then)) if given.is_none() => (now, Some(then)),
        _ => (subject, given),
    };
    // 比上年末57.7万头增加5.04万头，下降8.7%: the rate stands behind the base, whatever the change between them says.
    let behind = || facts.base_before(id).filter(|b| *b > subject);
    let given = given.or_else(|| stated(scope, id, subject)).or_else(behind);
    let Some(current) = facts.get(subject) else { return };
    let other_term = |f: &Fact| is_of_other_term(rate, current, f) || base::is_of_whole_year(scope, current, f);
    let in_term = |base: &usize| !facts.get(*base).is_some_and(other_term);
    let given = given.filter(in_term);
    let range = current.range.start.min(rate.range.start)..rate.range.end.max(current.range.end);
    if let Some(reason) = base::open(rate, current) {
        return out.unchecked(RULE.name, "D01", range, vec![id, subject], reason);
    }
    let change = change_beside(scope, id).filter(|c| facts.get(*c).is_some_and(|f| f.is_like(current)));
    let mut bases: Vec<usize> = match given {
        Some(base) => vec![base],
        None => facts
            .base(change.unwrap_or(id), subject)
            .candidates()
            .into_iter()
            .filter(|b| *b != subject && in_term(b) && facts.get(*b).is_some_and(|f| f.is_like(current)))
            .gather(),
    };
    if bases.is_empty() {
        bases.extend(in_its_year(scope, id, subject));
    }
    state(scope, &Growth { id, rate, subject, change, bases, range }, out);
}

/// A rate of growth with all that it was bound to.
struct Growth<'a> {
    id: usize,
    rate: &'a Fact,
    subject: usize,
    change: Option<usize>,
    bases: Vec<usize>,
    range: Range,
}

impl Growth<'_> {
    fn ratio(&self, base: usize) -> Equation {
        self.from(self.subject, base)
    }

    /// The rate of an amount from a base.
    fn from(&self, subject: usize, base: usize) -> Equation {
        let (part, whole) = (vec![Term::plus(subject)], vec![Term::plus(base)]);
        Equation::Rate { part, whole, less_one: true, sign: self.rate.direction, rate: self.id }
    }

    /// The rate by the change alone, where no base is printed.
    fn implied(&self) -> Option<Equation> {
        self.change.map(|change| self.by_change(change))
    }

    /// The rate by a change that does not stand beside it, where the figures speak for it.
    fn by_loose_change(&self, scope: &Scope) -> Option<Equation> {
        let all = loose_changes(scope, self.id, self.subject);
        let net = all.iter().filter(|c| is_net(scope, (self.id, self.subject), **c)).map(|c| self.by_change(*c));
        let telling = self.rate.figure.digits() >= 2;
        let fitting = all.iter().map(|c| self.by_change(*c)).find(|e| telling && scope.fits(e));
        fitting.or_else(|| net.into_iter().find(|e| scope.is_likely_slip(e)))
    }

    /// 总支出520万元，其中甲340万元、乙180万元，较上年增加31万元，增长6.34%: behind a list the change may be that of its whole.
    fn of_whole(&self, scope: &Scope, out: &Sink) -> Option<Equation> {
        let facts = scope.facts;
        let own = facts.get(self.subject)?;
        let head = |f: &Fact| f.is_level() && f.is_like(own) && f.figure.is_plain() && f.place.depth == own.place.depth;
        let before = facts.in_sentence(self.rate.place.sentence).start..self.subject;
        let first = facts.pick(before.clone(), head).next();
        // 经费支出18.6万元，预算26万元，较上年20.2万元下降7.6%: a printed base leaves any amount of this part of the sentence.
        let beside = |f: &Fact| head(f) && f.place.segment == own.place.segment;
        let other = facts.pick(before, |f| !self.bases.is_empty() && beside(f)).rev();
        let mut wholes = out.wholes_of(self.subject).filter(|w| *w < self.subject).chain(first).chain(other);
        let equation = |whole: usize| match self.bases.as_slice() {
            [base] => Some(self.from(whole, *base)),
            _ => self.change.map(|change| self.of(whole, change)),
        };
        wholes.find_map(|whole| equation(whole).filter(|e| scope.fits(e)))
    }

    /// The rate of another amount than the nearest, which the change beside it makes true.
    fn of_other(&self, scope: &Scope, out: &Sink) -> Option<Equation> {
        self.named_again(scope).or_else(|| self.of_whole(scope, out)).or_else(|| self.of_name(scope))
    }

    fn by_change(&self, change: usize) -> Equation {
        self.of(self.subject, change)
    }

    fn of(&self, subject: usize, change: usize) -> Equation {
        let back = if self.rate.direction < 0 { Term::plus(change) } else { Term::minus(change) };
        let whole = vec![Term::plus(subject), back];
        Equation::Rate { part: vec![Term::plus(change)], whole, less_one: false, sign: 1, rate: self.id }
    }

    fn say(&self, scope: &Scope, cue: &'static str, equation: Equation, out: &mut Sink) {
        let (rule, cue) = home(self.rate, cue);
        if self.rate.figure.unit.dimension == Dimension::Bare && !scope.fits(&equation) {
            return out.unchecked(rule, cue, self.range.clone(), vec![self.id, self.subject], Reason::Ambiguous);
        }
        if let Some(reason) = unheld(scope, self.id, self.subject, &equation) {
            return out.unchecked(rule, cue, self.range.clone(), vec![self.id, self.subject], reason);
        }
        // 增长2倍 is often written for 是原来的2倍: a question of words.
        let as_multiple = match &equation {
            Equation::Rate { part, whole, less_one: true, sign, rate } if cue == "D06" => scope.fits(&Equation::Rate {
                part: part.clone(),
                whole: whole.clone(),
                less_one: false,
                sign: *sign,
                rate: *rate,
            }),
            _ => false,
        };
        out.relation(Relation { rule, ..relation(cue, equation, self.range.clone(), !as_multiple) });
    }
}

fn state(scope: &Scope, growth: &Growth, out: &mut Sink) {
    let facts = scope.facts;
    let zero = |base: &usize| facts.get(*base).is_some_and(Fact::is_zero);
    let open = |reason, cue, out: &mut Sink| {
        out.unchecked(RULE.name, cue, growth.range.clone(), vec![growth.id, growth.subject], reason);
    };
    match (growth.bases.as_slice(), growth.implied()) {
        ([base], _) if zero(base) => {
            if !zero(&growth.subject) {
                // D08: nothing grows from zero by a percentage.
                let stated = relation("D08", growth.ratio(*base), growth.range.clone(), true);
                out.relation(Relation { warning: "W05", ..stated });
            }
        }
        ([base], _) => {
            let own = growth.ratio(*base);
            let other = || growth.of_whole(scope, out).or_else(|| growth.of_outturn(scope, *base));
            let step = || growth.of_step(scope, *base).or_else(|| growth.of_told(scope, out));
            let told = || growth.of_difference_told(scope, out).or_else(|| growth.by_itself(scope, *base));
            let equation = if scope.fits(&own) { None } else { other().or_else(step).or_else(told) };
            growth.say(scope, "D01", equation.unwrap_or(own), out);
        }
        ([], Some(own)) => {
            let equation = if scope.fits(&own) {
                None
            } else {
                let other = growth.of_other(scope, out).or_else(|| growth.of_greater(scope, out));
                other.or_else(|| growth.of_budget(scope)).or_else(|| growth.of_told(scope, out))
            };
            growth.say(scope, "D02", equation.unwrap_or(own), out);
        }
        ([], None) => match growth.by_loose_change(scope) {
            Some(equation) => growth.say(scope, "D02", equation, out),
            None => open(Reason::NoBase, "D10", out),
        },
        (many, _) => match many.iter().filter(|b| scope.fits(&growth.ratio(**b))).gather().as_slice() {
            [one] => growth.say(scope, "D01", growth.ratio(**one), out),
            _ if let Some(told) = growth.of_told(scope, out) => growth.say(scope, "D02", told, out),
            _ => open(Reason::Ambiguous, "D01", out),
        },
    }
}
