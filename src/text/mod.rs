//! The original text and places in it.
//!
//! Two coordinates exist: byte [`Span`]s into the text as given, and character positions in the [`LogicalText`],
//! in which blanks and soft line breaks are gone and full-width and traditional forms are folded.
//! Everything between the reader and the report works on the logical text; nothing is ever said of it to people.

mod block;
mod lexicon;
mod line;
mod logical;
mod marker;
mod mention;
mod source;
mod span;
mod traditional;

pub use block::{Block, BlockKind};
pub use lexicon::Lexicon;
pub(crate) use logical::is_han;
pub use logical::{LogicalText, Paragraph, Range};
pub use marker::{Marker, marker, marker_of};
pub use mention::{Mention, Words};
pub use source::SourceText;
pub use span::Span;
