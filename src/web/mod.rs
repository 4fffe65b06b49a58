//! Everything that touches a browser (浏览器端).

pub mod api;
pub mod engine;
pub mod host;
pub mod job;
pub mod mount;
pub mod parcel;
pub mod ui;
pub mod worker;
