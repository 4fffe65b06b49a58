//! What a reader knows of the structure of a text: which stretches are paragraphs and which are cells of tables.

use super::Span;

/// A stretch of the original text (文本块), in reading order; stretches do not overlap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
}

/// What a stretch of text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// Lines of which nobody has said whether a break ends a paragraph: pasted text, text files.
    Lines,
    /// One paragraph (段落); breaks inside it are soft.
    Paragraph,
    /// A heading (标题).
    Heading,
    /// A cell of a table (单元格); its words are no sentence.
    Cell,
}
