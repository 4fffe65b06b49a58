//! A total with its parts, over all the lines that it crosses: proven by those that agree.

use super::line::{Line, sum};
use super::relation;
use crate::catalog::heading::{is_average_name, is_change_name};
use crate::fact::{Layout, Role};
use crate::gather::Gather;
use crate::number::{Dimension, Exact};
use crate::relation::{Equation, Term};
use crate::rule::{Scope, Sink};

/// How many parts a line has at most that is asked for a slip; each of their digits is tried.
const ASKED: usize = 64;

/// Digits from which a sum hardly holds by chance.
const TELLING: u32 = 4;

/// A reading of what a total covers (合计的一种读法).
pub(super) struct Family {
    lines: Vec<Line>,
    /// Whether the layout leaves no other reading.
    clear: bool,
    /// Whether the parts need not be all there are, so that a slip alone says that something is wrong.
    open: bool,
}

impl Family {
    /// Reads the total and its parts on every line, where other readings are left.
    pub fn new(scope: &Scope, layout: &Layout, whole: u32, parts: &[u32], cross: &[u32], down: bool) -> Self {
        Self::read(scope, layout, whole, parts, cross, down, false).asked(scope)
    }

    /// The same, be it the only reading, before the odd lines are asked for a slip, which takes far longer than all else.
    pub fn read(
        scope: &Scope,
        layout: &Layout,
        whole: u32,
        parts: &[u32],
        cross: &[u32],
        down: bool,
        clear: bool,
    ) -> Self {
        let at = |line: u32, of: u32| if down { layout.at(of, line) } else { layout.at(line, of) };
        let is_average = |column: u32| {
            layout.columns.get(column as usize).is_some_and(|c| c.heads.iter().any(|head| is_average_name(head)))
        };
        let is_change = |column: u32| {
            layout.columns.get(column as usize).is_some_and(|c| c.heads.last().is_some_and(|head| is_change_name(head)))
        };
        let line = |cross: &u32| {
            let column = if down { *cross } else { whole };
            let whole = at(*cross, whole).filter(|_| !is_average(column)).filter(|id| is_addend(scope, *id))?;
            let found: Vec<usize> = parts.iter().filter_map(|part| at(*cross, *part)).gather();
            let like = scope.facts.get(whole)?;
            let same =
                found.iter().all(|id| is_addend(scope, *id) && scope.facts.get(*id).is_some_and(|f| f.is_like(like)));
            let blanks = parts.len() - found.len();
            let terms = found.iter().map(|id| Term::plus(*id)).gather();
            let equation = Equation::Sum { parts: terms, whole: vec![Term::plus(whole)] };
            let fits = scope.fits(&equation);
            if fits && is_hollow(scope, &found, whole) {
                return None;
            }
            // 合计 ‖ 88.5 below scores of 90, 80 and 95: of scores a mean is told as often as a sum.
            // 105.13 ‖ 100.00 ‖ 105.05 without a heading may be rates.
            let headed = layout.columns.get(column as usize).is_some_and(|c| !c.heads.is_empty())
                || layout.columns.iter().all(|c| c.heads.is_empty()) && like.figure.unit.dimension == Dimension::Money;
            let scored = like.figure.unit.base == "分";
            let odd = !fits && (scored || !headed);
            let told = !odd || !scored || !is_mean(scope, &found, whole);
            (same && !found.is_empty() && told).then_some(Line {
                whole,
                changes: down && is_change(column),
                parts: found,
                blanks,
                fits,
                odd,
            })
        };
        Self { lines: cross.iter().filter_map(line).gather(), clear, open: false }
    }

    /// Without the odd lines that no slip explains.
    fn asked(mut self, scope: &Scope) -> Self {
        let slip = |line: &Line| line.parts.len() <= ASKED && scope.is_stated_slip(&line.equation());
        self.lines.retain(|line| !line.odd || slip(line));
        self
    }

    /// Without the lines whose parts come to less than the total, as those do that are not all there are.
    pub fn without_short(mut self, scope: &Scope) -> Self {
        self.lines.retain(|line| line.fits || line.sum(scope) > scope.facts.base_value(line.whole));
        self
    }

    /// Whether two lines hold to the last digit, and all others do but for two digits exchanged in one.
    pub fn is_kept(&self, scope: &Scope) -> bool {
        let failing = || self.lines.iter().filter(|line| !line.fits);
        let exchanged = failing().all(|line| scope.is_exchanged(&line.equation()));
        self.is_exact(scope) && self.good(scope) >= 2 && failing().count() <= 1 && exchanged
    }

    /// Whether two lines hold to the last digit, and all others do but for a slip in one.
    pub fn is_kept_by_slip(&self, scope: &Scope) -> bool {
        let failing = || self.lines.iter().filter(|line| !line.fits);
        let slips = failing().all(|line| scope.is_stated_slip(&line.equation()));
        self.is_exact(scope) && self.good(scope) >= 2 && failing().count() <= 1 && slips
    }

    /// Without the lines that fail though no slip of the pen explains it: 年末余额 ‖ 880.30 ‖ 910.10 ‖ 910.10 below no heading. In numbers of things
    /// any slip does.
    pub fn without_odd(mut self, scope: &Scope) -> Self {
        self.lines.retain(|line| {
            let equation = line.equation();
            let counted = scope.facts.get(line.whole).is_some_and(|f| f.figure.unit.is_whole());
            line.fits || if counted { scope.is_stated_slip(&equation) } else { scope.is_slip(&equation) }
        });
        self
    }

    /// The same of parts that need not be all there are.
    pub fn open(self) -> Self {
        Self { open: true, ..self }
    }

    /// Lines that agree though at least two parts are not zero: chance hardly does that.
    fn good(&self, scope: &Scope) -> usize {
        self.lines.iter().filter(|line| line.fits && line.is_weighty(scope)).count()
    }

    fn bad(&self) -> usize {
        self.lines.iter().filter(|l| !l.fits).count()
    }

    /// Whether every line that agrees does so to the last digit.
    pub fn is_exact(&self, scope: &Scope) -> bool {
        self.lines.iter().filter(|l| l.fits).all(|l| scope.adds_up(&l.parts, l.whole))
    }

    /// Whether so many lines agree that no heading has to say that they do.
    pub fn is_borne_out(&self, scope: &Scope) -> bool {
        let (good, bad) = (self.good(scope), self.bad());
        good >= 3 && bad * 3 <= good
    }

    /// Whether every line agrees, and not all of them by being empty.
    pub fn holds(&self, scope: &Scope) -> bool {
        self.bad() == 0 && self.good(scope) >= 1
    }

    /// Whether all lines hold to the last digit, two at least of numbers that hardly do so by chance.
    pub fn is_told_twice(&self, scope: &Scope) -> bool {
        let telling =
            |l: &&Line| l.parts.len() >= 2 && scope.facts.get(l.whole).is_some_and(|f| f.figure.digits() >= TELLING);
        self.holds(scope) && self.is_exact(scope) && self.lines.iter().filter(telling).count() >= 2
    }

    fn is_proven(&self, scope: &Scope) -> bool {
        let (good, bad) = (self.good(scope), self.bad());
        !self.open && good > bad
            || (self.clear && good + 1 >= bad && (good > 0 || self.lines.iter().all(|l| l.is_near(scope))))
    }

    /// How well a reading does against others of the same total.
    pub fn rank(&self, scope: &Scope) -> (usize, std::cmp::Reverse<usize>, bool) {
        (self.good(scope), std::cmp::Reverse(self.bad()), self.clear)
    }

    /// States what holds; what does not only where the reading is proven or one digit would mend it.
    pub fn state(&self, scope: &Scope, out: &mut Sink) {
        let proven = self.is_proven(scope);
        for line in &self.lines {
            let equation = relation(scope, &line.parts, line.whole, proven && line.blanks == 0);
            let Some(mut relation) = equation else { continue };
            if line.changes && !line.fits && self.good(scope) >= 2 {
                line.leave(scope, out);
                continue;
            }
            let slip = if self.open { Scope::is_slip } else { Scope::is_likely_slip };
            // 2 + 0 = 2 says nothing where the other lines do not agree.
            let fits = line.fits
                && (proven || self.clear || self.bad() == 0 || line.parts.len() == 1 || line.is_weighty(scope));
            if fits || (proven && line.blanks == 0) || slip(scope, &relation.equation) {
                relation.sure = line.fits || relation.sure;
                out.relation(relation);
            } else if proven || self.clear {
                line.leave(scope, out);
            }
        }
    }

    /// Says of every line that it was not checked.
    pub fn leave(&self, scope: &Scope, out: &mut Sink) {
        self.lines.iter().for_each(|line| line.leave(scope, out));
    }
}

/// The best of several readings as they were read, if any line speaks for it or the layout does; of equals the last.
pub(super) fn best(scope: &Scope, families: Vec<Family>) -> Option<Family> {
    let useful = |f: &Family| f.clear || f.lines.iter().any(|l| l.fits);
    let asked = families.into_iter().filter(useful).map(|family| family.asked(scope));
    asked.filter(|family| !family.lines.is_empty()).max_by_key(|f| f.rank(scope))
}

/// 1 + 0 + 1 = 0 of numbers that may all be rounded: whether a sum only holds because its gap is as large as what it comes to.
fn is_hollow(scope: &Scope, parts: &[usize], whole: usize) -> bool {
    let gap = sum(scope, parts)
        .zip(scope.facts.base_value(whole))
        .and_then(|(sum, whole)| Some((sum.minus(whole)?.abs(), whole)));
    gap.is_some_and(|(gap, whole)| !gap.is_zero() && gap.plus(gap).is_none_or(|twice| twice >= whole.abs()))
}

/// Whether a whole lies between the least and the greatest of its parts.
fn is_mean(scope: &Scope, parts: &[usize], whole: usize) -> bool {
    let base = |id: &usize| scope.facts.base_value(*id);
    let (least, most) = (parts.iter().filter_map(base).min(), parts.iter().filter_map(base).max());
    let whole = base(&whole);
    least <= whole && whole <= most
}

/// Rates are not added up.
fn is_addend(scope: &Scope, id: usize) -> bool {
    scope.facts.get(id).is_some_and(|f| f.role != Role::Rate && f.figure.unit.dimension != Dimension::Percent)
}
