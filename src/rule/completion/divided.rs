//! Rates that a bracket behind a rate divides: 完成37.9亿元，为预算的104.2%（其中：市本级为预算的100.6%，开发区为预算的129.2%）.

use crate::gather::Gather;
use crate::rule::Scope;

/// Words that end the name of such a rate.
const ENDS: [&str; 4] = ["为", "完成", "达", "是"];

/// Whether a rate of such a bracket has a name that no amount before it bears: of what, the text does not say.
pub(super) fn is_untold(scope: &Scope, id: usize) -> bool {
    let facts = scope.facts;
    let Some(rate) = facts.get(id) else { return false };
    let Some(open) = rate.place.bracket else { return false };
    let name = ENDS.iter().find_map(|end| rate.left.split_once(end)).map_or("", |(name, _)| name);
    let before: Vec<_> = (facts.in_sentence(rate.place.sentence).start..id).filter_map(|at| facts.get(at)).gather();
    let behind_rate = before.iter().any(|f| f.range.end == open && f.figure.unit.base == "%");
    let borne = || before.iter().any(|f| f.is_level() && f.left.contains(name));
    behind_rate && name.chars().count() >= 2 && !borne()
}
