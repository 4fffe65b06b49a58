//! What stands in a document but not in the text that is read from it, so that no gap is silent.

use crate::document::{Builder, Remark};
use crate::gather::SortedMap;
use crate::reader::remark;
use crate::text::Span;

/// Something that is left out or settled (未读内容).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Loss {
    /// A tracked insertion, deletion or move: the final text is read.
    Revision,
    /// Hidden words.
    Hidden,
    /// A chart, whose figures are in a part of its own.
    Chart,
    /// A diagram (SmartArt).
    Diagram,
    /// An embedded workbook or other file.
    Object,
    /// Another document that is only shown here.
    Chunk,
    /// A picture.
    Picture,
    /// A comment.
    Comment,
    /// A sign of a symbol font that has no character.
    Sign,
}

/// How often each was met, and the first place of it.
#[derive(Debug, Default)]
pub(super) struct Losses(SortedMap<Loss, (usize, Span)>);

impl Losses {
    /// Notes what was met in words that now stand at this place.
    pub(super) fn note(&mut self, losses: &[Loss], span: Span) {
        for loss in losses {
            self.0.entry(*loss).or_insert((0, span)).0 += 1;
        }
    }

    /// How often this was met.
    pub(super) fn count(&self, loss: Loss) -> usize {
        self.0.get(&loss).map_or(0, |(count, _)| *count)
    }

    /// Says all of it.
    pub(super) fn tell(&self, out: &mut Builder) {
        for (loss, (count, span)) in &self.0 {
            let say: fn(usize) -> Remark = match loss {
                Loss::Revision => remark::revisions,
                Loss::Hidden => |places| remark::hidden_text(places, false),
                Loss::Chart => remark::charts,
                Loss::Diagram => remark::diagrams,
                Loss::Object => remark::objects,
                Loss::Chunk => remark::chunks,
                Loss::Picture => remark::pictures,
                Loss::Comment => remark::comments,
                Loss::Sign => remark::signs,
            };
            let span = Some(*span).filter(|s| s.end > s.start);
            out.remark(Remark { span, ..say(*count) });
        }
    }
}
