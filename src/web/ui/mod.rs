//! The page: panels know the state, components know only their props, words know the languages.

pub mod app;
pub mod component;
pub mod desk;
pub mod hook;
pub mod page;
pub mod panel;
pub mod words;
