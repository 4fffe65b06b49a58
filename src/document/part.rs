//! A stretch of a document as a document of its own.

use super::{Document, Remark, Table};
use crate::text::{Block, Span};

impl Document {
    /// What stands in a stretch: its text, and the blocks, tables and remarks that begin in it. A remark on the whole belongs to
    /// the stretch at the head. Pages are counted in the whole alone.
    #[must_use]
    pub fn part(&self, stretch: Span) -> Self {
        let inside = |at: u32| (stretch.start..stretch.end).contains(&at);
        let moved = |span: Span| {
            Span::new(span.start.saturating_sub(stretch.start), span.end.min(stretch.end).saturating_sub(stretch.start))
        };
        let cut = |block: &Block| Block { span: moved(block.span), kind: block.kind };
        let table = |table: &Table| {
            let mut table = table.clone();
            table.cells.iter_mut().for_each(|cell| cell.span = moved(cell.span));
            table
        };
        let remark = |remark: &Remark| Remark { span: remark.span.map(moved), ..remark.clone() };
        let before = self.origins.iter().rfind(|(from, _)| *from < stretch.start);
        let own = self.origins.iter().filter(|(from, _)| inside(*from));
        Self {
            text: self.text.get(stretch.start as usize..stretch.end as usize).unwrap_or_default().to_owned(),
            format: self.format,
            blocks: self.blocks.iter().filter(|block| block.span.overlaps(stretch)).map(cut).collect(),
            tables: self
                .tables
                .iter()
                .filter(|t| t.cells.first().is_some_and(|c| inside(c.span.start)))
                .map(table)
                .collect(),
            pages: None,
            origins: before
                .into_iter()
                .chain(own)
                .map(|(from, words)| (from.saturating_sub(stretch.start), words.clone()))
                .collect(),
            remarks: self
                .remarks
                .iter()
                .filter(|r| r.span.map_or(stretch.start == 0, |span| inside(span.start)))
                .map(remark)
                .collect(),
        }
    }
}
