//! What a score table gives for a value; always 参考.

use crate::number::Exact;
use crate::number::format::plain;
use crate::number::{Band, Decimal, Ratio};
use crate::pack::{Scoring, Table};
use crate::relation::may_lie_in;
use crate::report::{Confirmation, IndicatorScore};

/// The points for a value; `None` on overflow.
pub(super) fn score(value: Ratio, scoring: &Scoring) -> Option<IndicatorScore> {
    let lies = |band: &Band| may_lie_in(value, value, band);
    let points = match &scoring.table {
        Table::Bands(bands) => {
            let points = bands.iter().find(|(band, _)| lies(band) == Some(true)).map(|(_, points)| *points)?;
            plain(points)
        }
        Table::Steps { within, each, deduct } => plain(steps(scoring.full, within, *each, *deduct, &lies)?),
        Table::Proportion(whole) if lies(&Band::from(*whole))? => plain(scoring.full),
        Table::Proportion(_) if lies(&Band::up_to(Decimal::ZERO))? => plain(Decimal::ZERO),
        Table::Proportion(whole) => Ratio::whole(scoring.full).times(value)?.over(Ratio::whole(*whole))?.fixed(2)?,
    };
    Some(IndicatorScore {
        value: points,
        full: plain(scoring.full),
        rule: scoring.rule.clone(),
        status: Confirmation::Reference,
    })
}

/// Takes points off for every full step beyond a band, on either side of it. A pack may cut its steps as fine as it likes, so they
/// are not gone one by one: the first that is not reached, or that leaves no point, is looked for by halves.
fn steps(
    full: Decimal,
    within: &Band,
    each: Decimal,
    deduct: Decimal,
    lies: &impl Fn(&Band) -> Option<bool>,
) -> Option<Decimal> {
    let left = |count: u64| full.minus(deduct.times(count.into())?);
    let reaches = |count: u64| {
        let distance = each.times(count.into())?;
        let above = match within.most {
            Some(end) => lies(&Band::from(end.value.plus(distance)?))?,
            None => false,
        };
        let below = match within.least {
            Some(end) => lies(&Band::up_to(end.value.minus(distance)?))?,
            None => false,
        };
        Some(above || below)
    };
    let is_last = |count: u64| Some(left(count)? <= Decimal::ZERO || !reaches(count + 1)?);
    let (mut least, mut most) = (0, 1_u64);
    while !is_last(most)? {
        (least, most) = (most, most.checked_mul(2)?);
    }
    while least < most {
        let middle = least.midpoint(most);
        if is_last(middle)? { most = middle } else { least = middle + 1 }
    }
    Some(left(least)?.max(Decimal::ZERO))
}
