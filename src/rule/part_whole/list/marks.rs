//! Whether a list divides points that could be had, that were got or that were lost.

use super::cue::Cue;
use crate::rule::Scope;
use crate::text::Mention;

/// Whether a list divides full marks: 满分100分，其中….
pub(super) fn cue_of_marks(scope: &Scope, cue: &Cue) -> bool {
    marks_before(scope, cue, &["分值", "满分", "权重"])
}

/// Whether the amount right before a list is called so.
pub(super) fn marks_before(scope: &Scope, cue: &Cue, words: &[&str]) -> bool {
    let before =
        scope.facts.in_sentence(cue.sentence).find(|id| scope.facts.get(*id).is_some_and(|f| f.range.end <= cue.at));
    let last = before.and_then(|id| scope.facts.get(id));
    last.is_some_and(|f| f.left.mentions_any(words))
}
