//! Behind a list that adds up, a share may be of its last amount or of all of it.

use super::part::serial_part;
use super::ratio;
use super::whole::has_own_share;
use crate::fact::Fact;
use crate::rule::{Scope, Sink};

/// 中央86万元、县级58万元，为计划310万元的105%: behind a list that adds up, its whole may be meant; the figures say so.
pub(super) fn of_list(scope: &Scope, id: usize, (part, base): (usize, usize), out: &Sink) -> usize {
    let fits = |part: usize| scope.fits(&ratio(part, base, id));
    out.added_up(part).find(|whole| !fits(part) && fits(*whole)).unwrap_or(part)
}

/// 专项支出1386万元，其中甲724万元、乙524万元、丙138万元，占项目支出的30.1%: of which of the two the figures have to say; none where
/// neither is near any of the wholes that the words name.
pub(super) fn of_either(
    scope: &Scope,
    (id, part): (usize, usize),
    named: &[usize],
    (rate, phrase): (&Fact, &str),
    out: &Sink,
) -> Option<usize> {
    let shared = |p: usize| has_own_share(scope, p, rate, phrase);
    let told = |whole: &usize| {
        let sums = || out.sums_over(part).filter(|(_, sum)| sum.equation.all().contains(whole));
        *whole < part && !sums().any(|(_, sum)| sum.equation.all().into_iter().any(shared))
    };
    let apart = scope.facts.get(part).is_some_and(|f| f.place.clause != rate.place.clause && f.place.depth == 0);
    let Some(whole) = out.added_up(part).find(told).filter(|_| apart) else { return Some(part) };
    let any = |p: usize, test: &dyn Fn(usize) -> bool| named.iter().any(|w| *w != p && test(*w));
    let fits = |p: usize| any(p, &|w| scope.fits(&ratio(p, w, id)));
    let near = |p: usize| any(p, &|w| scope.is_likely_slip(&ratio(p, w, id)));
    [part, whole].into_iter().find(|p| fits(*p)).or_else(|| [whole, part].into_iter().find(|p| near(*p)))
}

/// 甲362.74万元、乙298.15万元、丙204.63万元，分别占总支出的36.14%、…: whether all other shares of a row are of one whole, which the words of this
/// one then mean too, whatever other amount it may happen to fit.
pub(super) fn has_row(scope: &Scope, (id, part): (usize, usize), whole: usize) -> bool {
    let row = scope.facts.row(id);
    let told = row.len() >= 3 && serial_part(scope, id) == Some(part);
    let holds = |rate: usize| serial_part(scope, rate).is_some_and(|p| scope.fits(&ratio(p, whole, rate)));
    told && row.filter(|rate| *rate != id).all(holds)
}
