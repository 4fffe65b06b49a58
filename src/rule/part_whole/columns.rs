//! A list with two columns: 项目7个、642.30万元，其中经常性项目5个、503.80万元，一次性项目2个、138.50万元.
//!
//! Where one column adds up, the list is complete, and the other one should add up as well.

use super::{kind_of, relation, sum};
use crate::fact::Fact;
use crate::gather::{Gather, SortedSet};
use crate::relation::Equation;
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// Who can be counted twice though the money is not: 3家 and 5家 may be 6家.
const OWNERS: [&str; 8] = ["家", "户", "人", "名", "位", "人次", "单位", "户次"];

/// States the other columns of every list of which one adds up, from column to column.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let mut lists: Vec<(Vec<usize>, usize)> =
        out.stated_by(super::RULE.name).filter(|r| scope.fits(&r.equation)).filter_map(|r| list(&r.equation)).gather();
    let mut known: SortedSet<(usize, Vec<usize>)> =
        lists.iter().map(|(parts, whole)| (*whole, parts.clone())).gather_set();
    while let Some((parts, whole)) = lists.pop() {
        for beside in [usize::checked_add as fn(usize, usize) -> Option<usize>, usize::checked_sub] {
            let other = |id: usize| beside(id, 1).filter(|other| is_beside(scope, id, *other));
            let Some(column) = parts.iter().map(|id| other(*id)).gather_all() else { continue };
            let Some(total) = other(whole).filter(|total| is_column(scope, &parts, &column, *total)) else { continue };
            if column_of(scope, (whole, &column), total, out) && known.insert((total, column.clone())) {
                lists.push((column, total));
            }
        }
    }
}

/// States a column that adds up, or that only a slip keeps from it; whether it adds up.
fn column_of(scope: &Scope, (head, column): (usize, &[usize]), total: usize, out: &mut Sink) -> bool {
    let equation = sum(column, total);
    let fits = scope.fits(&equation);
    let owned = |id: usize| scope.facts.get(id).is_some_and(|f| OWNERS.contains(&f.figure.unit.base.as_str()));
    // 642户1168人，其中城市46户71人、农村596户1097人: who lives in one of these households lives in no other.
    let shared = owned(total) && !owned(head);
    // 差额0.6万元: a gap is printed without its direction.
    let gap = scope.facts.get(total).is_some_and(|f| f.left.mentions_any(&["差值", "差额", "差异", "相差"]));
    let known = shared || gap || column.iter().any(|id| out.added_up(*id).next().is_some());
    if fits || !known && scope.is_stated_slip(&equation) {
        let range = scope.facts.span(&equation.all());
        out.relation(relation("A10", kind_of(scope, total), equation, range, fits));
    }
    fits
}

/// The parts and the whole of a sum, of a difference as well: what is left and what was taken make what there was.
fn list(equation: &Equation) -> Option<(Vec<usize>, usize)> {
    let Equation::Sum { parts, whole } = equation else { return None };
    let rest = whole.first().filter(|_| whole.len() == 1)?.fact;
    match parts.as_slice() {
        [from, taken] if from.sign > 0 && taken.sign < 0 => Some((vec![taken.fact, rest], from.fact)),
        [_, _, ..] if parts.iter().all(|t| t.sign > 0) => Some((parts.iter().map(|t| t.fact).gather(), rest)),
        _ => None,
    }
}

/// Whether two amounts of two kinds stand side by side and are of one thing.
fn is_beside(scope: &Scope, id: usize, other: usize) -> bool {
    let facts = scope.facts;
    let (Some(one), Some(two)) = (facts.get(id), facts.get(other)) else { return false };
    // 平均班额45人, 人均收入2.5万元: averages add up to nothing.
    two.is_level()
        && !two.is_for_each()
        && !two.left.contains('均')
        && two.figure.is_plain()
        && (!two.is_like(one) || is_verb(&two.left) && two.left != one.left)
        && two.place.depth == one.place.depth
        && two.place.segment == one.place.segment
        && two.place.clause.abs_diff(one.place.clause) <= 1
}

/// Whether the amounts beside a list are a column of their own: of one kind, none of them twice, and none that can overlap.
fn is_column(scope: &Scope, parts: &[usize], column: &[usize], total: usize) -> bool {
    let Some(head) = scope.facts.get(total) else { return false };
    let single = column.windows(2).all(|pair| matches!(pair, [a, b] if a != b)) && !column.contains(&total);
    let apart = column.first().zip(parts.first()).is_some_and(|(a, b)| {
        scope.facts.get(*a).zip(scope.facts.get(*b)).is_some_and(|(a, b)| !a.is_like(b))
            || is_told_alike(scope, column, head)
    });
    single && apart && column.iter().all(|id| scope.facts.get(*id).is_some_and(|f| f.is_like(head)))
}

/// Whether words are no more than a verb: 审结, 已拨付.
fn is_verb(words: &str) -> bool {
    (1..=4).contains(&words.chars().count())
}

/// 受理120件，审结110件，其中甲类受理70件、审结65件: whether the same is told of each amount of a column as of its total.
fn is_told_alike(scope: &Scope, column: &[usize], total: &Fact) -> bool {
    let last = |f: &Fact| f.left.trim_end_matches(['数', '了', '额', '金']).chars().last();
    let verb = last(total);
    let told = |f: &Fact| is_verb(&f.left) && last(f) == verb;
    verb.is_some() && column.iter().all(|id| scope.facts.get(*id).is_some_and(told))
}
