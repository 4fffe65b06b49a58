//! What speaks for a slip: the relations that it mends and breaks, what is printed elsewhere, and how many slips would do.

use super::super::Judged;
use super::super::number_text::printed;
use super::{Court, MOST};
use crate::gather::{Gather, SortedMap};
use crate::number::{Decimal, Figure};
use crate::relation::{Equation, Slip, Values, Verdict, is_close, judge, mending};
use std::cmp::Ordering;

/// How likely a slip is the cause: the first difference decides.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Likelihood {
    /// How many relations it mends, less those it breaks.
    mended: i32,
    /// A changed digit is likelier than two exchanged.
    one_digit: bool,
    /// What is printed twice is hardly ever wrong.
    alone: bool,
    /// Lists are often given by size: one that a slip leaves in order is likelier than one that it leaves without.
    by_size: bool,
    /// How many more zeros it ends with than what is printed: round amounts become crooked, not the other way round.
    rounder: i32,
}

impl Likelihood {
    /// Whether nothing but a figure's shape tells two slips apart.
    fn ties(&self, other: &Self) -> bool {
        (self.mended, self.one_digit, self.alone) == (other.mended, other.one_digit, other.alone)
    }
}

/// The likeliest slip.
pub(super) struct Best {
    pub slip: Slip,
    /// Slips in other figures that would explain as much, the likelier first.
    pub rivals: Vec<Slip>,
    /// How many relations it mends, less those it breaks.
    pub mended: i32,
}

/// The slips of one figure that are equally likely.
struct Suspect {
    likelihood: Likelihood,
    slip: Slip,
    /// Whether it is a close one.
    close: bool,
    /// How many of them there are, the close ones several times.
    count: usize,
    /// How many digits could have been mistyped.
    digits: usize,
}

impl Suspect {
    /// The likelier first. Of equally likely ones it is the figure with more such slips for each of its digits: a short figure
    /// has few slips, so that one which explains the gap is hardly ever chance.
    fn before(&self, other: &Self) -> Ordering {
        let odds = (other.count * self.digits).cmp(&(self.count * other.digits));
        other.likelihood.cmp(&self.likelihood).then(odds)
    }
}

/// How much more a slip counts after which amounts give the printed rate, and not only amounts rounded like them.
const CLOSE: usize = 4;

/// How many zeros a printed number ends with, where there are enough to be a choice.
fn trailing_zeros(figure: &Figure) -> i32 {
    let digits = printed(figure).replace(['.', ','], "");
    let zeros = digits.len() - digits.trim_end_matches('0').len();
    if zeros < 2 { 0 } else { i32::try_from(zeros).unwrap_or_default() }
}

/// How many digits of a figure are printed.
fn printed_digits(figure: &Figure) -> usize {
    printed(figure).chars().filter(char::is_ascii_digit).count().max(1)
}

impl Court<'_> {
    /// The slip that mends the failing relation and most of the others; where several would, the likeliest. What would mend as
    /// much in another figure, by as small a slip, is named beside it: how round or short a figure is only tells whom to ask first.
    pub(super) fn best_slip(&self, failing: &Judged) -> Option<Best> {
        let values = Values::printed(self.facts);
        let mut suspects: SortedMap<usize, Suspect> = SortedMap::new();
        for slip in mending(&failing.relation.equation, &values, &failing.facts) {
            self.suspect_also(&mut suspects, slip, &failing.relation.equation);
        }
        // Figures in the order of the relation, which decides last.
        let mut found: Vec<Suspect> = failing.facts.iter().filter_map(|fact| suspects.remove(fact)).gather();
        crate::order::by(&mut found, Suspect::before);
        let mut found = found.into_iter();
        let first = found.next()?;
        let rivals = found.filter(|s| s.likelihood.ties(&first.likelihood)).map(|s| s.slip).gather();
        Some(Best { slip: first.slip, rivals, mended: first.likelihood.mended })
    }

    /// Takes a slip in: the likelier ones of a figure count, and equally likely ones together.
    fn suspect_also(&self, suspects: &mut SortedMap<usize, Suspect>, slip: Slip, equation: &Equation) {
        let likelihood = self.likelihood(&slip, equation);
        let digits = self.facts.get(slip.fact).map_or(1, |f| printed_digits(&f.figure));
        let close = is_close(equation, &Values::with(self.facts, slip.fact, &slip.figure));
        let count = if close { CLOSE } else { 1 };
        match suspects.get_mut(&slip.fact) {
            Some(known) if known.likelihood > likelihood => {}
            Some(known) if known.likelihood == likelihood => {
                known.count += count;
                if close && !known.close {
                    (known.slip, known.close) = (slip, close);
                }
            }
            _ => drop(suspects.insert(slip.fact, Suspect { likelihood, slip, close, count, digits })),
        }
    }

    fn likelihood(&self, slip: &Slip, equation: &Equation) -> Likelihood {
        let figure = self.facts.get(slip.fact).map(|f| &f.figure);
        let printed = figure.map(trailing_zeros).unwrap_or_default();
        Likelihood {
            mended: self.score(slip.fact, &slip.figure),
            one_digit: !slip.exchanged,
            alone: !figure.is_some_and(|f| self.is_restated(f)),
            by_size: is_by_size(equation, &Values::with(self.facts, slip.fact, &slip.figure)),
            rounder: trailing_zeros(&slip.figure) - printed,
        }
    }

    /// How many relations a changed figure mends, less those it breaks.
    fn score(&self, fact: usize, figure: &Figure) -> i32 {
        let values = Values::with(self.facts, fact, figure);
        let touched = self.of_fact.of(fact);
        let judged = touched.iter().take(MOST).filter_map(|i| self.judged.get(*i));
        let printed = Values::printed(self.facts);
        judged.map(|j| weight(j, judge(&j.relation.equation, &values).verdict) + completed(j, &printed, &values)).sum()
    }

    /// Whether a long figure is printed again elsewhere: a slip is hardly ever made twice.
    fn is_restated(&self, figure: &Figure) -> bool {
        let again = |base: Decimal| self.facts.printing(base).len() > 1;
        figure.digits() >= 3 && figure.base().is_some_and(again)
    }
}

/// Whether a sum has three parts or more, none greater than the one before it.
fn is_by_size(equation: &Equation, values: &Values) -> bool {
    let Equation::Sum { parts, .. } = equation else { return false };
    let sizes: Vec<Decimal> = parts.iter().filter_map(|part| values.base(part.fact)).gather();
    sizes.len() >= 3 && sizes.is_sorted_by(|a, b| a >= b)
}

/// A list that may be no more than its whole, but is all of it to the last digit, is hardly so by chance.
fn completed(judged: &Judged, printed: &Values, changed: &Values) -> i32 {
    let Equation::Order { left, right, .. } = &judged.relation.equation else { return 0 };
    let is_all = |values: &Values| left.len() > 1 && values.sum(left).is_some_and(|sum| values.sum(right) == Some(sum));
    match (is_all(printed), is_all(changed)) {
        (false, true) => 3,
        (true, false) => -3,
        _ => 0,
    }
}

/// What it counts that one relation is mended.
pub(super) const MENDED: i32 = 3;

/// What it counts that a relation would come out another way. What held to the last digit is hurt where only whole numbers
/// taken for rounded ones would still excuse it.
fn weight(judged: &Judged, after: Verdict) -> i32 {
    match after {
        Verdict::Exact | Verdict::Rounded | Verdict::Coarse if judged.fails() => MENDED,
        Verdict::Coarse if judged.holds() => -2,
        Verdict::Inconsistent if judged.holds() => -4,
        _ => 0,
    }
}
