//! I10: what stands beside an amount that is said again: 收入3618万元，比上年增加214万元.

use super::{is_misprint, relation};
use crate::fact::{Fact, Role, agree};
use crate::relation::Equation;
use crate::rule::{Scope, Sink};

/// How many figures behind an amount are its companions.
const BESIDE: usize = 3;

/// States that figures with the same words behind the same amount are the same.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let pairs: Vec<(usize, usize)> = out.stated_by(super::RULE.name).filter_map(|r| again(&r.equation)).collect();
    for (first, second) in pairs {
        let (ours, theirs) = (beside(scope, first), beside(scope, second));
        for x in ours {
            if let Some(y) = theirs.iter().copied().find(|y| same_words(scope, x, *y)) {
                compare(scope, (first, second), (x, y), out);
            }
        }
    }
}

/// The two amounts that an equation says are one.
fn again(equation: &Equation) -> Option<(usize, usize)> {
    match equation {
        Equation::Sum { parts, whole } => match (parts.as_slice(), whole.as_slice()) {
            ([first], [second]) => Some((first.fact, second.fact)),
            _ => None,
        },
        _ => None,
    }
}

/// The figures behind an amount in its part of the sentence.
fn beside(scope: &Scope, id: usize) -> Vec<usize> {
    let Some(fact) = scope.facts.get(id) else { return Vec::new() };
    let near = |f: &Fact| f.place.segment == fact.place.segment && f.place.depth == fact.place.depth;
    (id + 1..=id + BESIDE).take_while(|next| scope.facts.get(*next).is_some_and(near)).collect()
}

fn same_words(scope: &Scope, x: usize, y: usize) -> bool {
    let (Some(a), Some(b)) = (scope.facts.get(x), scope.facts.get(y)) else { return false };
    let words = |f: &Fact| f.left.replace("同比", "");
    let moved = matches!(a.role, Role::Change | Role::Growth) && a.direction != 0;
    let telling = words(a).chars().count() >= if moved { 2 } else { 4 };
    a.role == b.role
        && (moved || a.is_level())
        && a.figure.unit == b.figure.unit
        && a.figure.is_plain()
        && b.figure.is_plain()
        && telling
        && words(a) == words(b)
}

/// States that the companions are one: where they are, or where a slip of the pen parts them and the amounts are one for sure.
fn compare(scope: &Scope, amounts: (usize, usize), (x, y): (usize, usize), out: &mut Sink) {
    let get = |id: usize| scope.facts.get(id);
    let (Some(a), Some(b), Some(one), Some(other)) = (get(x), get(y), get(amounts.0), get(amounts.1)) else { return };
    let equal = scope.facts.base_value(x) == scope.facts.base_value(y);
    let digits = one.figure.digits();
    let sure = digits >= 5 || digits >= 4 && agree(&one.label.key, &other.label.key);
    let opposed = one.label.key.contains("收入") != other.label.key.contains("收入");
    let slip = || sure && !opposed && is_misprint(&a.figure, &b.figure);
    if one.place.sentence != other.place.sentence && !a.is_zero() && (equal || slip()) {
        out.relation(relation("I10", x, y, a.range.start..b.range.end, false));
    }
}
