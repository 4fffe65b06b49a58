//! Relations as equations over `+`, `−` and `×`; a ratio is a product, so nothing is ever divided.

use super::{Kind, Source};
use crate::gather::Gather;
use crate::number::{Decimal, Figure};
use crate::text::Range;

/// A fact with its sign in a sum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Term {
    /// Index of the fact.
    pub fact: usize,
    /// +1 or −1.
    pub sign: i8,
}

impl Term {
    /// Added.
    #[must_use]
    pub const fn plus(fact: usize) -> Self {
        Self { fact, sign: 1 }
    }

    /// Taken away.
    #[must_use]
    pub const fn minus(fact: usize) -> Self {
        Self { fact, sign: -1 }
    }

    /// With the other sign.
    #[must_use]
    pub const fn turned(self) -> Self {
        Self { fact: self.fact, sign: -self.sign }
    }
}

/// How two amounts stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Order {
    /// `<`.
    Less,
    /// `≤`.
    AtMost,
    /// `=`.
    Equal,
    /// `≥`.
    AtLeast,
    /// `>`.
    Greater,
}

impl Order {
    /// The sign as printed in a working.
    #[must_use]
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Less => "<",
            Self::AtMost => "≤",
            Self::Equal => "=",
            Self::AtLeast => "≥",
            Self::Greater => ">",
        }
    }

    /// What holds when this does not.
    #[must_use]
    pub const fn opposite(self) -> &'static str {
        match self {
            Self::Less => "≥",
            Self::AtMost => ">",
            Self::Equal => "≠",
            Self::AtLeast => "<",
            Self::Greater => "≤",
        }
    }
}

/// What is asserted of the figures.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Equation {
    /// `Σ parts = Σ whole`: totals, differences, balances, restatements.
    Sum {
        /// The computed side.
        parts: Vec<Term>,
        /// The stated side, one term but for funds against uses.
        whole: Vec<Term>,
    },
    /// `Σ part = Σ whole × (sign · rate + less_one)`: shares, ratios, growth.
    Rate {
        /// The dividend.
        part: Vec<Term>,
        /// The divisor.
        whole: Vec<Term>,
        /// Growth counts from 1.
        less_one: bool,
        /// −1 where the words say that it fell.
        sign: i8,
        /// The stated rate.
        rate: usize,
    },
    /// `left order right`.
    Order {
        /// Left side.
        left: Vec<Term>,
        /// How they stand.
        order: Order,
        /// Right side; none compares with zero.
        right: Vec<Term>,
    },
    /// A stated number of listed names.
    Count {
        /// The stated number.
        stated: usize,
        /// How many names are listed.
        listed: u32,
        /// Whether the list says that it is not complete.
        open: bool,
    },
    /// `Π factors = result × per`.
    Product {
        /// The factors: price, quantity, how many times.
        factors: Vec<usize>,
        /// How many the price is for: 每10股; none for one.
        per: Option<usize>,
        /// The stated product.
        result: usize,
    },
    /// `least ≤ Σ terms ≤ most` with whole numbers that usage or the calendar fixes: the band of a grade, full marks, days between two dates.
    Fixed {
        /// The terms.
        terms: Vec<Term>,
        /// The least value.
        least: u32,
        /// The greatest value.
        most: u32,
        /// Whether the greatest value belongs to it.
        closed: bool,
    },
    /// `least % ≤ Σ part ÷ Σ whole ≤ most %`: how far usage lets two amounts be apart.
    Band {
        /// The dividend.
        part: Vec<Term>,
        /// The divisor.
        whole: Vec<Term>,
        /// The least share in per cent.
        least: u32,
        /// The greatest share in per cent; it belongs to the band.
        most: u32,
    },
    /// `small = large × hundredths ÷ 100`: one amount in two measures of which the law says how many of the one the other is.
    Conversion {
        /// The amount in the smaller measure.
        small: usize,
        /// The amount in the larger measure.
        large: usize,
        /// How many of the smaller measure the larger is, in hundredths.
        hundredths: u32,
    },
    /// `start × Π (1 + rate) = end`: growth over several years.
    Compound {
        /// The amount at the beginning; none where `end` is the rate of all years together.
        start: Option<usize>,
        /// The rate of each year, one term for each; a fall is taken away.
        rates: Vec<Term>,
        /// The amount at the end, or the rate of all years.
        end: usize,
    },
    /// `score = points × done ÷ due`, never more than `points`.
    Score {
        /// The score that was given.
        score: usize,
        /// The points that could be had.
        points: usize,
        /// What was done, or a rate.
        done: usize,
        /// What was due; none where `done` is a rate.
        due: Option<usize>,
    },
}

/// `part = whole × rate`.
pub(crate) fn ratio(part: usize, whole: usize, rate: usize) -> Equation {
    Equation::Rate { part: vec![Term::plus(part)], whole: vec![Term::plus(whole)], less_one: false, sign: 1, rate }
}

/// Whether the rates of all years are falls, and so the rate of all years together: 下降0.47%, 增长率为-0.47%.
pub(crate) fn all_fall<'f>(rates: &[Term], of: impl Fn(usize) -> Option<&'f Figure>) -> bool {
    let negative = |fact: usize| of(fact).is_some_and(|figure| figure.value < Decimal::ZERO);
    rates.iter().all(|rate| (rate.sign < 0) != negative(rate.fact))
}

impl Equation {
    /// Every fact that takes part: what it is computed from, then what is stated.
    #[must_use]
    pub fn facts(&self) -> (Vec<usize>, Option<usize>) {
        let both = |a: &[Term], b: &[Term]| a.iter().chain(b).map(|t| t.fact).gather();
        let ids = |terms: &[Term]| both(terms, &[]);
        let (operands, result) = match self {
            Self::Sum { parts, whole } => match whole.as_slice() {
                [one] => (ids(parts), Some(one.fact)),
                many => (both(parts, many), None),
            },
            Self::Rate { part, whole, rate, .. } => (both(part, whole), Some(*rate)),
            Self::Order { left, right, .. } => (both(left, right), None),
            Self::Band { part, whole, .. } => (both(part, whole), None),
            Self::Conversion { small, large, .. } => (vec![*small, *large], None),
            Self::Count { stated, .. } => (Vec::new(), Some(*stated)),
            Self::Product { factors, per, result } => (factors.iter().copied().chain(*per).gather(), Some(*result)),
            Self::Fixed { terms, .. } => match terms.as_slice() {
                [one] => (Vec::new(), Some(one.fact)),
                many => (ids(many), None),
            },
            Self::Compound { start: Some(start), rates, end } => {
                (vec![*start, *end], rates.first().map(|rate| rate.fact))
            }
            Self::Compound { start: None, rates, end } => (ids(rates), Some(*end)),
            Self::Score { score, points, done, due } => {
                ([*points, *done].into_iter().chain(*due).gather(), Some(*score))
            }
        };
        // One more may come behind them: see [`Self::all`].
        let mut fresh = Vec::with_capacity(operands.len() + 1);
        for id in operands {
            if !fresh.contains(&id) {
                fresh.push(id);
            }
        }
        (fresh, result)
    }

    /// The share that the rest has in the same whole; none of what is no share.
    #[must_use]
    pub fn of_the_rest(&self) -> Option<Self> {
        let Self::Rate { part, whole, less_one: false, sign, rate } = self else { return None };
        let part = whole.iter().copied().chain(part.iter().map(|term| term.turned())).gather();
        Some(Self::Rate { part, whole: whole.clone(), less_one: false, sign: *sign, rate: *rate })
    }

    /// The same with the change going the other way: a rise for a fall, what was added for what was taken away.
    #[must_use]
    pub fn turned(&self) -> Self {
        match self.clone() {
            Self::Rate { part, whole, less_one, sign, rate } => Self::Rate { part, whole, less_one, sign: -sign, rate },
            Self::Sum { parts, whole } => Self::Sum { parts: parts.into_iter().map(Term::turned).gather(), whole },
            other => other,
        }
    }

    /// The same of facts whose indices are so much greater: those of a text within a document.
    #[must_use]
    pub fn moved(self, by: usize) -> Self {
        let id = |fact: usize| fact + by;
        let terms = |terms: Vec<Term>| terms.into_iter().map(|t| Term { fact: id(t.fact), ..t }).gather();
        match self {
            Self::Sum { parts, whole } => Self::Sum { parts: terms(parts), whole: terms(whole) },
            Self::Rate { part, whole, less_one, sign, rate } => {
                Self::Rate { part: terms(part), whole: terms(whole), less_one, sign, rate: id(rate) }
            }
            Self::Order { left, order, right } => Self::Order { left: terms(left), order, right: terms(right) },
            Self::Count { stated, listed, open } => Self::Count { stated: id(stated), listed, open },
            Self::Product { factors, per, result } => {
                Self::Product { factors: factors.into_iter().map(id).gather(), per: per.map(id), result: id(result) }
            }
            Self::Fixed { terms: list, least, most, closed } => Self::Fixed { terms: terms(list), least, most, closed },
            Self::Band { part, whole, least, most } => {
                Self::Band { part: terms(part), whole: terms(whole), least, most }
            }
            Self::Conversion { small, large, hundredths } => {
                Self::Conversion { small: id(small), large: id(large), hundredths }
            }
            Self::Compound { start, rates, end } => {
                Self::Compound { start: start.map(id), rates: terms(rates), end: id(end) }
            }
            Self::Score { score, points, done, due } => {
                Self::Score { score: id(score), points: id(points), done: id(done), due: due.map(id) }
            }
        }
    }

    /// The same of another fact in the place of one; what is no sum, rate or product stays as it is.
    #[must_use]
    pub fn with(&self, fact: usize, other: usize) -> Self {
        let swap = |id: usize| if id == fact { other } else { id };
        let terms = |terms: &[Term]| terms.iter().map(|t| Term { fact: swap(t.fact), ..*t }).gather();
        match self {
            Self::Sum { parts, whole } => Self::Sum { parts: terms(parts), whole: terms(whole) },
            Self::Rate { part, whole, less_one, sign, rate } => {
                let (part, whole, rate) = (terms(part), terms(whole), swap(*rate));
                Self::Rate { part, whole, less_one: *less_one, sign: *sign, rate }
            }
            Self::Product { factors, per, result } => Self::Product {
                factors: factors.iter().copied().map(swap).gather(),
                per: per.map(swap),
                result: swap(*result),
            },
            _ => self.clone(),
        }
    }

    /// Every fact that takes part.
    #[must_use]
    pub fn all(&self) -> Vec<usize> {
        let (mut operands, result) = self.facts();
        operands.extend(result);
        operands
    }
}

/// A relation (勾稽关系): an equation with who says so and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relation {
    /// The rule that stated it.
    pub rule: &'static str,
    /// The cue it was read from.
    pub cue: &'static str,
    /// What kind.
    pub kind: Kind,
    /// Who asserts it.
    pub source: Source,
    /// What is asserted.
    pub equation: Equation,
    /// The words that assert it.
    pub range: Range,
    /// Whether the reading is safe: an inconsistency is an error, else something to ask about.
    pub sure: bool,
    /// The warning that an inconsistency raises.
    pub warning: &'static str,
}

impl Relation {
    /// Whether it adds up or takes away; what is told again does not.
    #[must_use]
    pub fn adds_up(&self) -> bool {
        matches!(self.equation, Equation::Sum { .. }) && self.kind != Kind::Equal
    }
}

/// Why a relation that the words announce was not checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    /// No base, no denominator, no total in reach.
    NoBase,
    /// More than one candidate, and not exactly one of them fits.
    Ambiguous,
    /// A vague number takes part.
    Vague,
    /// Numbers too large to compute exactly.
    Overflow,
    /// A cell that takes part is empty; empty is not zero.
    Blank,
    /// Whether a department has institutions beside its administrative units is not said.
    Units,
    /// Across reports: one that takes part is not there, or does not say it.
    Absent,
    /// Across reports: only one of the two tells it.
    OneSided,
    /// A rate of growth at comparable prices or of a comparable scope, or from less than nothing.
    Incomparable,
}

impl Reason {
    /// One Chinese sentence.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::NoBase => "文中没有找到用于计算的基数",
            Self::Ambiguous => "有多个可能的对应数据，无法确定是哪一个",
            Self::Vague => "含有约数，无法精确核对",
            Self::Overflow => "数字过大，无法精确计算",
            Self::Units => "文中没有写明部门是否含有事业单位，小于表中的数不一定有误",
            Self::Absent => "有单位的报告不在其中，或没有写出这项数据",
            Self::OneSided => "只有一方的报告提到",
            Self::Incomparable => "增长率按可比价格、可比口径计算，或基数为负，不能由两个数直接算出",
            Self::Blank => "有单元格为空，空白不一定是零",
        }
    }
}
