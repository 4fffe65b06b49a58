//! L04, L05: rows of quantitative indicators, 年度指标值 against 实际完成值.

use super::{RULE, relation};
use crate::fact::{Form, Part};
use crate::number::{Decimal, Dimension, Extent};
use crate::relation::{Equation, Kind, Reason, Relation};
use crate::rule::{Scope, Sink};

/// States what the score of a row says of its target and of what was done. Where a place gives points by steps, a difference
/// is only a remark.
pub(super) fn state(scope: &Scope, form: &Form, row: u32, (points, score): (usize, usize), out: &mut Sink) {
    let (Some(target), Some(actual)) = (form.only(row, Part::Target), form.plain(row, Part::Done)) else { return };
    let (Some(wanted), Some(done)) = (form.get(target), form.get(actual)) else { return };
    // ≥4艘 ‖ 3: what was done may leave out the unit of the target, which only figures that fit can show.
    let bare = done.figure.unit.dimension == Dimension::Bare && wanted.figure.unit.scale == Decimal::ONE;
    let alike = wanted.is_like(done);
    if !alike && !bare || wanted.is_zero() || done.is_zero() {
        return;
    }
    let value = |id: usize| form.get(id).map(|f| f.figure.value);
    let is_full = value(points) == value(score);
    let forward = Equation::Score { score, points, done: actual, due: Some(target) };
    let reverse = Equation::Score { score, points, done: target, due: Some(actual) };
    let (equation, cue) = match wanted.figure.extent {
        // Full points say no more than that the target was reached, of which any number is evidence.
        _ if !alike && is_full => return,
        Extent::AtLeast if !alike && !scope.fits(&forward) => return,
        Extent::AtMost if !alike && !scope.fits(&reverse) => return,
        Extent::Plain if !alike && !scope.fits(&forward) && !scope.fits(&reverse) => return,
        Extent::AtLeast => (forward, "L04"),
        Extent::AtMost => (reverse, "L05"),
        // A bare 90万元 does not say which way is good.
        Extent::Plain if scope.fits(&forward) => (forward, "L04"),
        Extent::Plain if scope.fits(&reverse) => (reverse, "L05"),
        _ => {
            let range = form.get(score).map_or(0..0, |fact| fact.range.clone());
            return out.unchecked(RULE.name, "L04", range, vec![score, points, target, actual], Reason::Ambiguous);
        }
    };
    out.relation(Relation { sure: false, ..relation(form, cue, Kind::Product, equation, "W48") });
}
