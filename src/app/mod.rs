//! The state of the page without any browser: what is shown, what is chosen, what was asked.
//!
//! `Action` goes in, `State` comes out; effects live in `web/ui/hook`. It knows the report object and nothing of the engine.

pub mod action;
pub mod answer;
pub mod block;
pub mod checked;
pub mod decision;
pub mod documents;
pub mod filter;
mod listed;
pub mod order;
pub mod reduce;
pub mod state;
pub mod stated;
pub mod strip;
pub mod table;

pub use crate::place;
