//! Word documents are read as they are printed, and what is not read is said.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // a broken promise must fail loudly

#[path = "docx/list.rs"]
mod list;
#[path = "docx/table.rs"]
mod table;
#[path = "docx/words.rs"]
mod words;
#[path = "docx/writer.rs"]
mod writer;

use writer::{Docx, HEAD, p, r, styled};

/// The text of a document that only has a body.
fn text(body: &str) -> String {
    Docx::new(body).text()
}
