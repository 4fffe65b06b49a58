//! The small algebra: what can be asserted of figures, and the one judge of it.

mod equation;
mod judge;
mod reach;
mod slip;
mod values;

pub use equation::{Equation, Order, Reason, Relation, Term};
pub(crate) use equation::{all_fall, ratio};
pub use judge::{Held, Judgement, Multiplier, fits, judge, judge_sums, may_lie_in};
pub(crate) use judge::{adds_up, is_close, is_exact, is_rounded, rate_scale};
pub use slip::{
    Digits, LIKELY, Slip, is_exact_slip, is_exchanged, is_one_slip_apart, is_shifted_product, is_unit_of_product,
    mending, slip,
};
pub use values::Values;

pub use crate::report::{RelationKind as Kind, Source, Verdict};
