//! A total whose verb a later part of the sentence says again of each group: 处分25.8万人，…；处分甲18人，乙1355人，…其他人员17.8万人.

use super::{kind_of, relation, sum};
use crate::fact::Fact;
use crate::gather::Gather;
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// How long the verb may be.
const VERB: std::ops::RangeInclusive<usize> = 2..=4;

/// States every such total whose groups end with the rest.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let level = |f: &Fact| f.is_level() && f.figure.is_plain() && f.place.depth == 0;
    for whole in facts.pick(0..facts.list.len(), level) {
        let Some(total) = facts.get(whole).filter(|f| VERB.contains(&f.left.chars().count())) else { continue };
        let behind = facts.in_sentence(total.place.sentence).end;
        let again = |f: &Fact| {
            level(f)
                && f.is_like(total)
                && f.place.segment > total.place.segment
                && f.left.strip_prefix(total.left.as_str()).is_some_and(|name| name.chars().count() >= 2)
        };
        let Some(first) = facts.pick(whole + 1..behind, again).next() else { continue };
        let segment = facts.get(first).map(|f| f.place.segment);
        let groups: Vec<usize> =
            facts.pick(first..behind, |f| Some(f.place.segment) == segment && level(f) && f.is_like(total)).gather();
        let last = groups.last().and_then(|id| facts.get(*id));
        let rest = last.is_some_and(|f| f.left.mentions_any(&["其他", "其余"]));
        let equation = sum(&groups, whole);
        let fits = scope.fits(&equation);
        if groups.len() >= 3 && rest && (fits || scope.is_stated_slip(&equation)) {
            let range = facts.span(&equation.all());
            out.relation(relation("A10", kind_of(scope, whole), equation, range, fits));
        }
    }
}
