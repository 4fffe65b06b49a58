//! What an average is of, where its own words or those of its count name it (平均的对象).

use super::NAME;
use crate::fact::normalize;
use crate::rule::Scope;
use crate::text::Mention;

/// 公用经费按在编68人计算，人均3万元: the item that the words of the count right before an average name.
pub(super) fn reckoned(scope: &Scope, id: usize) -> Option<String> {
    let average = scope.facts.get(id)?;
    let count = id.checked_sub(1).and_then(|c| scope.facts.get(c))?;
    let beside = count.place.segment == average.place.segment && count.place.clause + 1 >= average.place.clause;
    let said = count.right.starts_with_any(&["计算", "测算", "核算"]);
    let item = count.left.rsplit_once('按').map(|(item, _)| normalize(item)).filter(|_| beside && said)?;
    (item.chars().count() >= NAME).then_some(item)
}

/// 三公经费5.94万元，其中运行维护费5.16万元，车均运行维护费: of some amounts those that bear the name of what is averaged, said or
/// inherited, all where none does.
pub(super) fn called(scope: &Scope, item: &str, mut amounts: Vec<usize>) -> Vec<usize> {
    let bears = |id: &usize| scope.facts.get(*id).is_some_and(|f| f.label.key.ends_with(item));
    if item.chars().count() >= NAME && amounts.iter().any(bears) {
        amounts.retain(bears);
    }
    amounts
}
