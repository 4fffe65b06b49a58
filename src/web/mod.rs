//! Everything that touches a browser (浏览器端).

pub mod api;
pub mod engine;
pub mod job;
pub mod ui;
pub mod worker;
