//! A02 of counts in units of their own: 预算单位26个，包括局机关1个、中学7所、小学18所. Whoever counts what organizations there are of names each in its way.

use super::{kind_of, relation, sum};
use crate::fact::Fact;
use crate::gather::Gather;
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// How organizations are counted.
const UNITS: [&str; 7] = ["个", "所", "家", "处", "站", "院", "户"];

/// How many parts make such a list, and at most.
const PARTS: std::ops::RangeInclusive<usize> = 2..=12;

/// States every list of that kind that adds up, or is kept from that by a slip.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let counts = |f: &Fact| f.is_level() && f.figure.is_plain() && UNITS.contains(&f.figure.unit.base.as_str());
    for whole in scope.levels(|f| f.left.mentions_any(&["单位", "机构", "学校"]) && counts(f)) {
        let Some(total) = facts.get(whole) else { continue };
        let opens = |words: &str| facts.text.has(total.range.end, words);
        if !["，包括", "，其中", "：", "，分别为", "（"].iter().any(|words| opens(words)) || out.computes_sum(whole)
        {
            continue;
        }
        // Each stands right behind the last, by its name.
        let beside = |id: &usize| {
            let words = facts.between(id - 1, *id);
            let near = *id == whole + 1 || words.starts_with('、') && !words.contains(['，', '；', '。']);
            near && facts.get(*id).is_some_and(|f| counts(f) && f.place.sentence == total.place.sentence && f.label.own)
        };
        let parts: Vec<usize> = (whole + 1..whole + 1 + PARTS.end()).take_while(beside).gather();
        let unlike = parts.iter().any(|part| facts.get(*part).is_some_and(|f| !f.is_like(total)));
        let equation = sum(&parts, whole);
        let fits = scope.fits(&equation);
        if PARTS.contains(&parts.len()) && unlike && (fits || parts.len() > 2 && scope.is_stated_slip(&equation)) {
            let range = facts.span(&equation.all());
            out.relation(relation("A02", kind_of(scope, whole), equation, range, fits));
        }
    }
}
