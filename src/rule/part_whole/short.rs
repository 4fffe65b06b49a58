//! Lists that say themselves that they are not all of their whole.

use super::added;
use super::row::names;
use crate::fact::{Fact, Role};
use crate::gather::Gather;
use crate::relation::{Equation, Term, ratio};
use crate::rule::Scope;
use crate::text::Mention;

/// Kinds that are told from the top, with what ends such a list (旅游景区质量等级的划分与评定, 旅游饭店星级的划分与评定): below what is told there
/// may be more, down to 1A and one star.
const GRADED: [(&str, [&str; 3]); 2] = [("A级", ["1A", "A级以下", "以下"]), ("星级", ["一星", "1星", "以下"])];

/// The kinds that are told of all, where others hardly ever are: the ways of trade (海关统计, 贸易方式), what is built to be sold (国家统计局,
/// 房地产开发投资按用途分).
const TOLD: [&[&str]; 2] = [&["一般贸易", "加工贸易"], &["住宅", "办公楼", "商业营业用房"]];

/// Whether names are those of kinds that a list leaves some out of: 5A级、4A级、3A级; 一般贸易、加工贸易.
fn is_of_some(names: &[&str]) -> bool {
    let graded = |(grade, last): &(&str, [&str; 3])| {
        names.iter().all(|name| name.contains(grade)) && !names.iter().any(|name| name.mentions_any(last))
    };
    let told = |kinds: &&[&str]| {
        names.len() == kinds.len() && kinds.iter().all(|kind| names.iter().any(|name| name.contains(kind)))
    };
    GRADED.iter().any(graded) || TOLD.iter().any(told)
}

/// 甲占65.5%、乙占25.0%、丙占8.2%: whether each part has a share of the whole beside it that bears it out, and the shares leave
/// something over; then no digit is wrong, and the list says itself that it is not complete.
pub(super) fn leaves_rest(scope: &Scope, parts: &[usize], whole: usize) -> bool {
    let facts = scope.facts;
    let share = |part: usize| {
        let own = facts.get(part)?;
        let beside = |f: &Fact| f.role == Role::Share && f.figure.is_plain() && f.place.segment == own.place.segment;
        let rate = (part + 1..part + 3).find(|id| facts.get(*id).is_some_and(beside))?;
        let of_whole = ratio(part, whole, rate);
        scope.fits(&of_whole).then_some(rate)
    };
    let sum = || added(scope, parts).zip(facts.base_value(whole)).is_some_and(|(sum, whole)| sum < whole);
    if names(scope, parts).is_some_and(|names| is_of_some(&names)) && sum() {
        return true;
    }
    let Some(rates) = parts.iter().map(|part| share(*part)).gather_all() else { return false };
    let hundred =
        Equation::Fixed { terms: rates.into_iter().map(Term::plus).gather(), least: 100, most: 100, closed: true };
    parts.len() >= 2 && !scope.fits(&hundred)
}
