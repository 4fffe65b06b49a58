//! Everything that touches a browser (浏览器端).

pub mod engine;
pub mod job;
pub mod ui;
