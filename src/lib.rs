//! gouji 勾稽 recomputes every figure and relation of a 部门整体支出绩效自评报告.
//!
//! The pipeline, module by module in reading order: [`reader`] → [`document`] → [`text`] → [`number`] → [`token`] → [`fact`] → [`relation`] → [`rule`] →
//! [`finding`] → [`engine`] → [`report`]. [`check`] runs all of it.
#![warn(missing_docs)]
// Decimals panic where they overflow: sums and differences of amounts are `Exact`'s, which say so instead.
#![deny(clippy::arithmetic_side_effects)]

pub mod aggregate;
pub mod app;
pub mod catalog;
pub mod desk;
pub mod document;
pub mod engine;
pub mod export;
pub mod fact;
pub mod finding;
mod gather;
pub mod indicator;
pub mod number;
mod order;
pub mod pack;
pub mod place;
pub mod project;
pub mod reader;
pub mod relation;
pub mod report;
pub mod rule;
pub mod summary;
pub mod text;
pub mod token;
#[cfg(feature = "web")]
pub mod web;

pub use engine::{check, check_claims, check_document, check_text_claims};
pub use indicator::calculate;
pub use reader::read;
