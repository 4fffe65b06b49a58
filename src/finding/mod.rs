//! Judged relations → what a person should look at: workings, diagnoses, messages.

pub mod across;
pub mod blame;
mod closed;
pub mod doubt;
pub mod judged;
pub mod message;
mod number_text;
pub mod recipe;
pub mod working;

pub use judged::{Judged, judge_all};
