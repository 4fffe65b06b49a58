//! The ways from two amounts to a rate that its words leave (算法), and whether two amounts give it.

use super::super::less::{is_of_more, may_be_less};
use crate::fact::{Fact, Role};
use crate::number::Decimal;
use crate::relation::{Equation, Multiplier, Term, ratio};
use crate::rule::Scope;
use crate::text::Mention;

/// Names of rates of what was not spent or came off, which many give as a rate of the two amounts themselves.
const OFF: [&str; 12] = ["节约", "节支", "节省", "压减", "压缩", "核减", "下浮", "降", "减", "可用率", "缩短", "让利"];

/// Names of rates of what came on top.
const ON: [&str; 9] = ["增", "升", "涨", "提标", "反弹", "偏多", "调整", "幅度", "超"];

/// A way from two amounts to a rate.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// One of the other.
    Share,
    /// How much one is above or below the other.
    Growth,
}

/// The ways that the words of a rate leave.
pub(super) fn ways(rate: &Fact) -> Vec<Way> {
    let moved = || rate.left.mentions_any(&OFF) || rate.left.mentions_any(&ON);
    match rate.role {
        Role::Growth => vec![Way::Growth, Way::Share],
        Role::Share | Role::Completion | Role::Ratio => vec![Way::Share],
        Role::Rate | Role::Other if moved() => vec![Way::Share, Way::Growth],
        Role::Rate | Role::Other => vec![Way::Share],
        _ => Vec::new(),
    }
}

/// A way with what a rate makes of a whole on it, and how the two amounts stand: asked of many pairs.
pub(super) struct Tried {
    pub(super) way: Way,
    by: Option<Multiplier>,
    /// Whether the part has to be less than the whole, or more; none where it may be either.
    less: Option<bool>,
}

impl Tried {
    pub(super) fn new(scope: &Scope, id: usize, rate: &Fact, way: Way) -> Self {
        let falls = falls(rate);
        let (by, less) = match way {
            Way::Share => (scope.multiplier(id, false, 1), is_of_more(rate).then_some(true)),
            Way::Growth => {
                let less = (rate.figure.value >= Decimal::ZERO).then_some(falls);
                (scope.multiplier(id, true, if falls { -1 } else { 1 }), less)
            }
        };
        Self { way, by, less }
    }

    /// Whether two amounts give the rate as both are printed.
    pub(super) fn gives(&self, scope: &Scope, (part, whole): (usize, usize)) -> bool {
        let could = self.less.is_none_or(|less| {
            let (low, high) = if less { (part, whole) } else { (whole, part) };
            may_be_less(scope.facts, low, high)
        });
        could && self.by.is_some_and(|by| scope.makes_as_printed(by, part, whole))
    }
}

/// Whether a rate of growth is one of a fall.
fn falls(rate: &Fact) -> bool {
    rate.direction < 0 || rate.direction == 0 && rate.left.mentions_any(&OFF)
}

pub(super) fn equation(way: Way, rate: &Fact, (part, whole): (usize, usize), id: usize) -> Equation {
    match way {
        Way::Share => ratio(part, whole, id),
        Way::Growth => {
            let (part, whole) = (vec![Term::plus(part)], vec![Term::plus(whole)]);
            Equation::Rate { part, whole, less_one: true, sign: if falls(rate) { -1 } else { 1 }, rate: id }
        }
    }
}
