//! 已开工34个、未开工1个，开工率97.14%: with what was not done before it, a rate is a matter of both.

use super::Named;
use crate::fact::Fact;

impl Named<'_> {
    /// 两类合计满意率93%: whether the rate is of several pairs together.
    pub(super) fn is_joint(&self) -> bool {
        ["合计", "综合", "总体", "平均"].iter().any(|w| self.rate.left.contains(w))
    }

    /// Whether a neighbouring amount is what the words say was not done.
    pub(super) fn has_undone(&self) -> bool {
        // 有2条拖到次年1月才完成验收，按期验收率75%: what was done late was not done in time.
        let late =
            |f: &Fact| ["拖到", "逾期", "延期", "超期"].iter().any(|w| f.left.contains(w) || f.right.starts_with(w));
        let undone = |f: &Fact| late(f) || ["未", "没有"].iter().any(|no| self.stands_behind(no, f));
        self.levels.iter().rev().take(2).any(|l| self.fact(*l).is_some_and(undone))
    }
}
