//! What a page shows → lines, tables, paragraphs in reading order.

pub(super) mod aligned;
mod band;
mod cell;
pub(super) mod continued;
pub(super) mod flow;
pub(super) mod furniture;
pub(super) mod line;
mod mark;
pub(super) mod paragraph;
pub(super) mod ruled;
mod ruling;
pub(super) mod table;
