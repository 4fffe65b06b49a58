//! One way of working a column out of others, over all rows: proven by those that agree.

use crate::fact::{Lane, Layout, Role};
use crate::gather::Gather;
use crate::number::Dimension;
use crate::relation::{Equation, Term};
use crate::rule::Scope;

/// A row with the equation that a way makes of it.
pub(super) struct Line {
    pub equation: Equation,
    fits: bool,
    /// Whether it tells one way from another: equal amounts are 100 % of each other in every way.
    telling: bool,
}

impl Line {
    /// Whether the rate is that of what was left: 预算50万元，决算40万元，20%.
    pub fn is_of_rest(&self, scope: &Scope) -> bool {
        let Equation::Rate { part, whole, rate, .. } = &self.equation else { return false };
        let (part, whole, rate) = (part.clone(), whole.clone(), *rate);
        scope.fits(&Equation::Rate { part, whole, less_one: true, sign: -1, rate })
    }

    /// Whether a fall is printed without its sign: 1186 ‖ 1142 ‖ 3.71%.
    pub fn is_unsigned(&self, scope: &Scope) -> bool {
        let Equation::Rate { part, whole, less_one: true, sign: 1, rate } = &self.equation else { return false };
        let (part, whole, rate) = (part.clone(), whole.clone(), *rate);
        !self.fits && scope.fits(&Equation::Rate { part, whole, less_one: true, sign: -1, rate })
    }

    /// The fact that the row works out.
    pub fn result(&self) -> Option<usize> {
        match &self.equation {
            Equation::Rate { rate, .. } => Some(*rate),
            Equation::Sum { whole, .. } => whole.first().map(|t| t.fact),
            Equation::Product { factors, .. } => factors.first().copied(),
            _ => None,
        }
    }
}

/// A way of working a column out (算法).
pub(super) struct Way {
    pub cue: &'static str,
    pub lines: Vec<Line>,
    /// Whether the headings say that it is the way.
    clear: bool,
}

impl Way {
    /// Works a column out of another and of a number that stands, for each row, in the row and column of `second`.
    pub fn new(
        scope: &Scope,
        layout: &Layout,
        lane: &Lane,
        cue: &'static str,
        (column, a): (u32, u32),
        second: &dyn Fn(u32) -> Option<(u32, u32)>,
        clear: bool,
    ) -> Self {
        let line = |row: u32| {
            let (result, first) = (layout.at(row, column)?, layout.at(row, a)?);
            let second = second(row).and_then(|(row, column)| layout.at(row, column))?;
            let equation = equation(scope, cue, (result, first, second))?;
            let fits = scope.fits(&equation);
            let telling = scope.facts.base_value(first) != scope.facts.base_value(second);
            Some(Line { equation, fits, telling })
        };
        let lines = lane.rows.iter().filter_map(|row| line(row.row)).gather();
        Self { cue, lines, clear }
    }

    /// Whether the headings say that it is the way.
    pub fn is_clear(&self) -> bool {
        self.clear
    }

    /// Whether some row bears it out.
    pub fn holds_once(&self) -> bool {
        self.good() > 0
    }

    fn good(&self) -> usize {
        self.lines.iter().filter(|l| l.fits).count()
    }

    fn bad(&self) -> usize {
        self.lines.len() - self.good()
    }

    /// How well a way does against others: rows of equal amounts and of nothing bear out every way.
    pub fn rank(&self) -> (usize, std::cmp::Reverse<usize>, usize, bool) {
        (self.telling(), std::cmp::Reverse(self.bad()), self.good(), self.clear)
    }

    fn telling(&self) -> usize {
        self.lines.iter().filter(|l| l.fits && l.telling).count()
    }

    /// Whether enough rows bear it out, or the headings leave no other.
    pub fn is_proven(&self) -> bool {
        let (good, bad) = (self.good(), self.bad());
        self.telling() >= 2 && good > bad || self.clear && good + 1 >= bad
    }
}

/// What a row says by a way; none where it says nothing: of zeros, and of amounts of another kind.
fn equation(scope: &Scope, cue: &str, (result, a, b): (usize, usize, usize)) -> Option<Equation> {
    let facts = scope.facts;
    let (own, first, second) = (facts.get(result)?, facts.get(a)?, facts.get(b)?);
    // 占比 ‖ 33.80 ‖ 32.60 ‖ -1.20: in a row of rates all three are points of them.
    let rates = [own, first, second]
        .iter()
        .all(|f| f.role == Role::Rate && f.figure.unit.dimension == own.figure.unit.dimension);
    // 得分率: what the points of a row and its score make is the only rate of them.
    let amount = |f: &crate::fact::Fact| {
        let points = cue == "C02" && rates;
        f.figure.is_plain()
            && (f.role != Role::Rate || cue == "L03" || points)
            && (f.figure.unit.dimension != Dimension::Percent || points)
    };
    if cue == "B09" {
        let (total, count) = (first, second.figure.unit.dimension);
        let is_spread =
            own.is_like(total) && !second.is_like(total) && matches!(count, Dimension::Count | Dimension::Bare);
        return (own.figure.is_plain() && !own.is_zero() && amount(second) && is_spread).then_some(Equation::Product {
            factors: vec![result, b],
            per: None,
            result: a,
        });
    }
    if !own.figure.is_plain()
        || !amount(first)
        || !amount(second)
        || !first.is_like(second)
        || second.is_zero() && cue != "C02"
        || a == b
    {
        return None;
    }
    // From less than nothing nothing grows by a rate.
    if cue == "D01" && second.figure.value.is_sign_negative() {
        return None;
    }
    if cue == "C02" {
        let parts = vec![Term::plus(a), Term::minus(b)];
        // Nothing may stand for what was not told; of equal amounts it is their difference.
        let equal = !first.is_zero() && facts.base_value(a) == facts.base_value(b);
        return (own.is_like(first) && (!own.is_zero() || equal))
            .then_some(Equation::Sum { parts, whole: vec![Term::plus(result)] });
    }
    let rate = matches!(own.figure.unit.dimension, Dimension::Percent | Dimension::Bare);
    let (part, whole) = (vec![Term::plus(a)], vec![Term::plus(b)]);
    // Nothing is no part worth telling of, but what is gone fell by all there was.
    (rate && (!first.is_zero() || cue == "D01")).then_some(Equation::Rate {
        part,
        whole,
        less_one: cue == "D01",
        sign: 1,
        rate: result,
    })
}
