//! What is left of points, row by row: 分值 − 扣分 = 得分; proven by the rows that agree.

use super::left::{agree, sums};
use crate::catalog::heading::{is_points_name, is_score_name};
use crate::fact::{Lane, Layout};
use crate::gather::Gather;
use crate::rule::{Scope, Sink};

/// States it for a lane that has each of these columns once.
pub(super) fn state(scope: &Scope, layout: &Layout, lane: &Lane, out: &mut Sink) {
    let only = |named: &dyn Fn(&str) -> bool| {
        let head = |column: &&u32| layout.columns.get(**column as usize).and_then(|c| c.heads.last());
        lane.values.iter().filter(|column| head(column).is_some_and(|head| named(head))).single().copied()
    };
    let less = only(&|head| head == "扣分" || head == "扣分值");
    let (points, score) =
        (only(&is_points_name), only(&|head| is_score_name(head) && !is_points_name(head) && !head.contains('值')));
    if let (Some(points), Some(less), Some(score)) = (points, less, score) {
        agree(scope, sums(layout, lane, &[less, score], &[points]), out);
    }
}
