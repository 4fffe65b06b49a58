//! The desk (案头): what is worked out beyond the text of one report — its structure, its indicators, the summary of many.
//!
//! It is a page of its own beside the report's and a module of its own, fetched when it is first opened, so that the page paints early.
//! Here is its state without any browser; `web/ui/desk` draws it.

pub mod brief;
pub mod calculator;
mod decided;
pub mod message;
pub mod packs;
pub mod project;
pub mod state;
pub mod structure;
pub mod summary;
