//! 已开工34个、未开工1个，开工率97.14%: with what was not done before it, a rate is a matter of both.

use super::Named;
use crate::fact::Fact;

impl Named<'_> {
    /// Whether a neighbouring amount is what the words say was not done.
    pub(super) fn has_undone(&self) -> bool {
        let undone = |f: &Fact| ["未", "没有"].iter().any(|no| self.stands_behind(no, f));
        self.levels.iter().rev().take(2).any(|l| self.fact(*l).is_some_and(undone))
    }
}
