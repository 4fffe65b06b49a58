//! A stretch of a document as a document of its own.

use super::{Document, Remark, Table};
use crate::gather::Gather;
use crate::text::{Block, Span};

impl Document {
    /// What stands in a stretch: its text, the blocks as far as they stand in it, and the tables and remarks that begin in it. A remark on
    /// the whole belongs to the stretch at the head, one at its end to the last. Pages are counted in the whole alone.
    #[must_use]
    pub fn part(&self, stretch: Span) -> Self {
        let is_last = stretch.end as usize == self.text.len();
        let inside = |at: u32| at >= stretch.start && (at < stretch.end || is_last);
        let moved = |span: Span| {
            Span::new(span.start.saturating_sub(stretch.start), span.end.min(stretch.end).saturating_sub(stretch.start))
        };
        let cut = |block: &Block| Block { span: moved(block.span), kind: block.kind };
        let table = |table: &Table| {
            let mut table = table.clone();
            table.cells.iter_mut().for_each(|cell| cell.span = moved(cell.span));
            table
        };
        let begin = |table: &Table| table.cells.first().map(|cell| cell.span.start);
        let remark = |remark: &Remark| Remark { span: remark.span.map(moved), ..remark.clone() };
        // A long text has many blocks and tables, and may have many stretches.
        let first = self.blocks.partition_point(|block| block.span.end <= stretch.start);
        let blocks = self.blocks.iter().skip(first).take_while(|block| block.span.start < stretch.end);
        let tables_before = self.tables.partition_point(|table| begin(table) < Some(stretch.start));
        let tables = self.tables.iter().skip(tables_before).take_while(|table| begin(table).is_some_and(inside));
        let before = self.origins.iter().rfind(|(from, _)| *from < stretch.start);
        let own = self.origins.iter().filter(|(from, _)| inside(*from));
        Self {
            text: self.text.get(stretch.start as usize..stretch.end as usize).unwrap_or_default().to_owned(),
            format: self.format,
            blocks: blocks.map(cut).gather(),
            tables: tables.map(table).gather(),
            tables_before,
            pages: None,
            origins: before
                .into_iter()
                .chain(own)
                .map(|(from, words)| (from.saturating_sub(stretch.start), words.clone()))
                .gather(),
            remarks: self
                .remarks
                .iter()
                .filter(|r| r.span.map_or(stretch.start == 0, |span| inside(span.start)))
                .map(remark)
                .gather(),
        }
    }
}
