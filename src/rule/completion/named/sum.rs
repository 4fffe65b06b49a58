//! Where two amounts of a named rate stand in a sum that was stated before: side by side, or one taken from the other.

use crate::relation::Equation;

/// Whether an amount is a part of a sum beside another; what the other is taken from is none.
pub(super) fn is_part(sum: &Equation, id: usize, other: usize) -> bool {
    let Equation::Sum { parts, .. } = sum else { return false };
    let sign = |id: usize| parts.iter().find(|t| t.fact == id).map(|t| t.sign);
    sign(id).is_some() && sign(id) == sign(other)
}

/// Whether an amount is what a difference takes away.
pub(super) fn is_taken(difference: &Equation, id: usize) -> bool {
    matches!(difference, Equation::Sum { parts, .. } if parts.iter().any(|t| t.fact == id && t.sign < 0))
}

/// What a part was taken from, where an equation takes it.
pub(super) fn left_of(equation: &Equation, part: usize) -> Option<usize> {
    let Equation::Sum { parts, .. } = equation else { return None };
    match parts.as_slice() {
        [from, taken] if from.sign > 0 && taken.sign < 0 && taken.fact == part => Some(from.fact),
        _ => None,
    }
}
