//! What was read, whatever the format: one text with its blocks, its tables and what the reader has to say.
//!
//! Cells and paragraphs stand in the text in reading order, so that a number in a table has a place like any other.
//! A document is built by a [`Builder`], which lays the text out and keeps every place right; pasted text is read where it is
//! ([`Document::of_text`]) and never changed.

mod aligned;
mod builder;
mod grid;
mod headed;
mod heading;
mod paired;
mod part;
mod plain;
mod stacked;
mod table;

pub use builder::Builder;
pub use grid::{Grid, GridCell};
pub use heading::{are_column_numbers, in_brackets, is_number, numbered};
pub use table::{Cell, Table, cell_name};

use crate::report::Level;
use crate::text::{Block, Span};

/// A document (文档).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// The whole text.
    pub text: String,
    /// What it was read from.
    pub format: Format,
    /// The stretches of the text that hold something, in reading order.
    pub blocks: Vec<Block>,
    /// The tables, in reading order; a nested one after the one it stands in.
    pub tables: Vec<Table>,
    /// How many tables of the whole stand before these, where this is a stretch of a document.
    pub tables_before: usize,
    /// Pages, where the format has pages.
    pub pages: Option<usize>,
    /// From which byte on the text stands at a place that people know: 第3页, 页脚, 脚注2. In order.
    pub origins: Vec<(u32, String)>,
    /// What the reader had to decide or could not read.
    pub remarks: Vec<Remark>,
}

/// A file format (文件格式).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// Plain text.
    #[default]
    Text,
    /// Markdown.
    Markdown,
    /// Comma, semicolon or tab separated values.
    Csv,
    /// A web page, or what was copied from one.
    Html,
    /// Word, Office Open XML.
    Docx,
    /// Excel, Office Open XML.
    Xlsx,
    /// Excel 97–2003.
    Xls,
    /// OpenDocument spreadsheet.
    Ods,
    /// Portable Document Format.
    Pdf,
}

impl Format {
    /// Its name in the report object.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Markdown => "markdown",
            Self::Csv => "csv",
            Self::Html => "html",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Xls => "xls",
            Self::Ods => "ods",
            Self::Pdf => "pdf",
        }
    }
}

/// Something that the reader decided or could not read (读取说明).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// How much it matters.
    pub level: Level,
    /// A stable word for programs.
    pub code: &'static str,
    /// One Chinese sentence for people.
    pub message: String,
    /// The same in English.
    pub english: String,
    /// The place it speaks of.
    pub span: Option<Span>,
}

impl Document {
    /// The place of a byte in words for people: 第3页. Empty where the format has no such places.
    #[must_use]
    pub fn origin(&self, at: u32) -> &str {
        let index = self.origins.partition_point(|(from, _)| *from <= at);
        index.checked_sub(1).and_then(|i| self.origins.get(i)).map_or("", |(_, words)| words.as_str())
    }
}
