//! A workbook is read as its print would show it, and what is not seen at a glance is said.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a broken promise must fail loudly

#[path = "sheets/far.rs"]
mod far;
#[path = "sheets/form.rs"]
mod form;
#[path = "sheets/large.rs"]
mod large;
#[path = "sheets/number.rs"]
mod number;
#[path = "sheets/text.rs"]
mod text;
#[path = "sheets/writer.rs"]
mod writer;
