//! What 其中 tells once more of everything told before: 招生3938人，在校生9909人，毕业3000人（其中技工学校招生1591人，在校生3964人，毕业1519人）.

use super::cue::Cue;
use crate::fact::Fact;
use crate::gather::Gather;
use crate::relation::{Kind, Reason};
use crate::rule::part_whole::{RULE, relation, within};
use crate::rule::{Scope, Sink};
use crate::text::Range;

/// States that each part is within the amount of its own name, or leaves open whether it is of that; false where the parts have names of their own.
pub(super) fn state(scope: &Scope, cue: &Cue, whole: usize, parts: &[usize], range: &Range, out: &mut Sink) -> bool {
    let facts = scope.facts;
    let Some(total) = facts.get(whole).filter(|_| parts.len() >= 2) else { return false };
    let beside = |f: &Fact| f.is_level() && f.is_like(total) && f.label.own && f.range.end <= cue.at;
    let told: Vec<usize> = facts.pick(facts.in_sentence(total.place.sentence), beside).gather();
    let name = |id: usize| facts.get(id).filter(|f| f.label.own).map(|f| f.label.words.as_str());
    let own = |part: &usize| {
        let ends = |other: &usize| name(*part).zip(name(*other)).is_some_and(|(part, other)| part.ends_with(other));
        told.iter().copied().filter(|other| !parts.contains(other)).rfind(ends)
    };
    let Some(pairs) = parts.iter().map(|part| Some((*part, own(part)?))).gather_all() else { return false };
    let apart =
        pairs.iter().enumerate().all(|(at, (_, other))| pairs.iter().skip(at + 1).all(|(_, next)| next != other));
    if !apart || !pairs.iter().any(|(_, other)| *other == whole) {
        return false;
    }
    for (part, other) in pairs {
        let bound = within(&[part], other);
        if scope.fits(&bound) {
            out.relation(relation("A05", Kind::Bound, bound, range.clone(), false));
        } else {
            // 甲县汉族94万人、少数民族360人；乙县汉族101万人、少数民族937人: the names may be those of another thing as well.
            out.unchecked(RULE.name, "A05", range.clone(), vec![part, other], Reason::Ambiguous);
        }
    }
    true
}
