//! A figure that belongs elsewhere: a rate on another base, the rate of the rest, the figure beside it, last year's.

use super::super::Judged;
use super::super::number_text::{in_unit, with_unit};
use super::{Court, diagnosed};
use crate::fact::Fact;
use crate::gather::Gather;
use crate::number::{Decimal, Dimension, Exact, Figure};
use crate::relation::{Equation, Kind, Term, Values, fits};
use crate::report::Diagnosis;

/// How many amounts of a paragraph are tried as the base of a rate.
const BASES: usize = 24;

/// One in so many: the chance below which an amount that gives a rate as printed is no chance.
const CHANCE: u32 = 20;

/// How far away a figure is beside another.
const BESIDE: usize = 4;

/// Digits that a figure has at least which is the same as another only because it was copied.
const TELLING: u32 = 3;

impl Court<'_> {
    /// What a failing relation would hold with, had a figure not come from elsewhere.
    pub(super) fn elsewhere(&self, failing: &Judged) -> Option<Diagnosis> {
        self.other_base(failing).or_else(|| self.last_years(failing)).or_else(|| self.copied(failing))
    }

    /// A rate of the rest, turned upside down, or on the other base that its own amounts give; points that are a rate.
    pub(super) fn own_base(&self, failing: &Judged) -> Option<Diagnosis> {
        let (part, whole, less_one, rate) = match &failing.relation.equation {
            Equation::Rate { part, whole, less_one, rate, .. } => (part, whole, *less_one, *rate),
            _ => return self.of_points(failing),
        };
        let said = |text: String| Some(diagnosed("wrongBase", text, rate));
        let printed = || self.facts.get(rate).map(|fact| with_unit(&fact.figure)).unwrap_or_default();
        if failing.relation.equation.of_the_rest().is_some_and(|rest| fits(&rest, &Values::printed(self.facts))) {
            return said(format!("“{}”恰为其余部分所占的比率，可能两者写反", printed()));
        }
        if !less_one && self.gives(failing, whole, part) {
            return said(format!("分子与分母颠倒后，与“{}”相符，可能两者写反", printed()));
        }
        let change = if less_one { [part.as_slice(), &negative(whole)].concat() } else { part.clone() };
        let bases = own_bases(failing, part, whole, less_one);
        let base = bases.into_iter().find(|base| self.gives(failing, &change, base))?;
        self.on_base(rate, &base)
    }

    /// 由16.8%下降到9.6%，下降42.86个百分点: the relative change of a rate, printed as points.
    fn of_points(&self, failing: &Judged) -> Option<Diagnosis> {
        let Equation::Sum { parts, whole } = &failing.relation.equation else { return None };
        let ([change, base], [points]) = (parts.as_slice(), whole.as_slice()) else { return None };
        let of = |term: &Term| self.facts.get(term.fact).map(|fact| &fact.figure);
        let (rate, printed) = (of(change)?, of(points)?);
        let is_points = rate.unit.dimension == Dimension::Percent && printed.unit.dimension == Dimension::Points;
        let relative = |base: &Term| Equation::Rate {
            part: parts.clone(),
            whole: vec![Term::plus(base.fact)],
            less_one: false,
            sign: 1,
            rate: points.fact,
        };
        let values = Values::printed(self.facts);
        let earlier = [change, base].into_iter().find(|base| fits(&relative(base), &values)).filter(|_| is_points)?;
        let text = format!(
            "“{}”恰为对“{}”的相对变动幅度，可能把百分数写成了百分点",
            with_unit(printed),
            with_unit(of(earlier)?)
        );
        Some(diagnosed("wrongBase", text, points.fact))
    }

    /// A rate on another amount of the paragraph than the words name.
    fn other_base(&self, failing: &Judged) -> Option<Diagnosis> {
        let Equation::Rate { part, whole, less_one, rate, .. } = &failing.relation.equation else { return None };
        let base = |id: usize| vec![Term::plus(id)];
        let is_base = |id: &usize| {
            let change = if *less_one { [part.as_slice(), &[Term::minus(*id)]].concat() } else { part.clone() };
            self.gives(failing, &change, &base(*id))
        };
        let found = self.amounts_near(failing, *rate, whole).into_iter().find(is_base)?;
        self.on_base(*rate, &base(found))
    }

    /// Whether a share has the rate that a relation states. A wrong base may come with the wrong direction: 3215, 上年3388, 增长5.4%.
    fn gives(&self, failing: &Judged, part: &[Term], whole: &[Term]) -> bool {
        let Equation::Rate { less_one, sign, rate, .. } = failing.relation.equation else { return false };
        let signs: &[i8] = if less_one { &[1, -1] } else { &[sign] };
        let with = |sign| Equation::Rate { part: part.to_vec(), whole: whole.to_vec(), less_one: false, sign, rate };
        signs.iter().any(|sign| fits(&with(*sign), &Values::printed(self.facts)))
    }

    fn on_base(&self, rate: usize, base: &[Term]) -> Option<Diagnosis> {
        let printed = with_unit(&self.facts.get(rate)?.figure);
        let first = &self.facts.get(base.first()?.fact)?.figure;
        let amount = in_unit(Values::printed(self.facts).sum(base)?, &first.unit, first.places);
        let text = format!("若以“{amount}{}”为基数，则与“{printed}”相符，可能用错了基数", first.unit.name);
        Some(diagnosed("wrongBase", text, rate))
    }

    /// The amounts of the paragraph that could be a base, the nearest first; none where one of so many would give the rate by chance.
    fn amounts_near(&self, failing: &Judged, rate: usize, whole: &[Term]) -> Vec<usize> {
        let of = |id: usize| self.facts.get(id);
        let Some((fact, base)) = of(rate).zip(whole.first().and_then(|term| of(term.fact))) else { return Vec::new() };
        let is_base = |f: &Fact| f.is_amount() && f.figure.is_plain() && f.is_like(base) && !f.is_zero();
        let paragraph = self.facts.in_paragraph(fact.place.paragraph);
        let mut near: Vec<usize> =
            self.facts.pick(paragraph, is_base).filter(|id| !failing.facts.contains(id)).gather();
        crate::order::by_key(&mut near, |id| id.abs_diff(rate));
        near.truncate(BASES);
        if is_telling(&fact.figure, near.len() as u32) { near } else { Vec::new() }
    }

    /// An amount that is the same as that of the item in another year.
    fn last_years(&self, failing: &Judged) -> Option<Diagnosis> {
        let own = |id: &usize| {
            let fact = self.telling(failing, *id)?;
            let base = self.facts.base_value(*id);
            let is_past = |f: &Fact| f.period != fact.period && f.period.is_past(self.facts.year);
            let is_stale =
                |other: &&usize| self.facts.get(**other).is_some_and(is_past) && self.facts.base_value(**other) == base;
            self.facts.of_item(&fact.label.key).iter().filter(|other| *other != id).find(is_stale)?;
            let text = format!("“{}”与该项以前年度的数相同，可能沿用了旧数", with_unit(&fact.figure));
            Some(diagnosed("lastYear", text, *id))
        };
        failing.facts.iter().find_map(own)
    }

    /// A figure that is the same as the one beside it that measures the same.
    fn copied(&self, failing: &Judged) -> Option<Diagnosis> {
        let is_list = matches!(failing.relation.equation, Equation::Sum { .. });
        let own = |id: &usize| {
            let fact = self.telling(failing, *id)?;
            let is_near = |f: &Fact| f.is_like(fact) && f.place.paragraph == fact.place.paragraph;
            // A list may hold its copy; a budget and its outturn are the same often enough.
            let is_own = |other: &usize| !is_list && failing.facts.contains(other);
            let is_like = |other: &usize| !is_own(other) && self.facts.get(*other).is_some_and(is_near);
            let before = (id.saturating_sub(BESIDE)..*id).rev().find(is_like);
            let behind = (id + 1..=id + BESIDE).find(is_like);
            let mut beside = before.into_iter().chain(behind);
            let is_same = beside.any(|other| self.facts.base_value(other) == self.facts.base_value(*id));
            let text = || format!("“{}”与相邻的数相同，可能误抄", with_unit(&fact.figure));
            is_same.then(|| diagnosed("copied", text(), *id))
        };
        failing.facts.iter().rev().find_map(own)
    }

    /// A figure of a failing relation that is the same as another only because it was copied: with digits enough, and not in a
    /// relation that says that two are the same, or that one is above the other.
    fn telling(&self, failing: &Judged, id: usize) -> Option<&Fact> {
        let is_order =
            matches!(failing.relation.equation, Equation::Order { .. }) || failing.relation.kind == Kind::Equal;
        self.facts.get(id).filter(|fact| !is_order && fact.figure.is_plain() && fact.figure.digits() >= TELLING)
    }
}

/// The bases that come of the same amounts: that of this period for that of the last, and the other way round.
fn own_bases(failing: &Judged, part: &[Term], whole: &[Term], less_one: bool) -> Vec<Vec<Term>> {
    let is_change = matches!(failing.relation.kind, Kind::Growth | Kind::Difference);
    match whole {
        _ if less_one => vec![part.to_vec()],
        [_] if is_change => vec![[whole, part].concat(), [whole, &negative(part)].concat()],
        [one, other] => [one, other].map(|term| vec![Term::plus(term.fact)]).to_vec(),
        _ => Vec::new(),
    }
}

/// Whether one of so many amounts hardly gives a rate as printed by chance.
fn is_telling(rate: &Figure, count: u32) -> bool {
    let tries = Decimal::from(count * CHANCE * 2);
    let width = rate.printed_half().times(tries);
    width.zip(rate.base()).is_some_and(|(width, base)| width <= base.abs())
}

/// Terms with the other sign.
fn negative(terms: &[Term]) -> Vec<Term> {
    terms.iter().map(|term| term.turned()).gather()
}
