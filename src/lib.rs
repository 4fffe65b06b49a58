//! gouji 勾稽 recomputes every figure and relation of a 部门整体支出绩效自评报告.

pub mod app;
pub mod report;
#[cfg(feature = "web")]
pub mod web;
