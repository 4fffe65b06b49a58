//! Everything that touches a browser (浏览器端).

pub mod api;
pub mod desk;
pub mod download;
pub mod engine;
pub mod english;
pub mod host;
pub mod inbox;
pub mod intake;
pub mod job;
pub mod lane;
pub mod mount;
pub mod office;
pub mod parcel;
mod stated;
pub mod ui;
pub mod worker;
