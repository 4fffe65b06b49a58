//! ——甲564万元，占项目支出56%；↵——乙232万元，占23%: items under one mark, each with its amount and its share, are of one whole.

use crate::fact::Fact;
use crate::rule::{Scope, Sink};
use crate::text::Paragraph;

/// Marks of items that have no number.
const MARKS: [char; 9] = ['—', '●', '•', '▲', '◆', '■', '·', '○', '※'];

/// The whole of the share in the item right before, for a bare share in an item that begins with its amount.
pub(super) fn whole_before(scope: &Scope, id: usize, part: usize, out: &Sink) -> Option<usize> {
    let facts = scope.facts;
    let (rate, own) = (facts.get(id).filter(|f| f.phrase.is_empty())?, facts.get(part)?);
    let before = rate.place.paragraph.checked_sub(1)?;
    let opens = facts.in_paragraph(rate.place.paragraph).start == part && part + 1 == id;
    if !opens || mark(scope, before)? != mark(scope, rate.place.paragraph)? {
        return None;
    }
    let first = facts.in_paragraph(before).start;
    let greater = |f: &Fact| f.is_like(own) && f.figure.base() > own.figure.base();
    let whole = out.shared_by(first).next()?;
    facts.get(first).filter(|f| f.is_like(own) && f.place.paragraph == before)?;
    facts.get(whole).filter(|f| greater(f) && f.place.paragraph < before).map(|_| whole)
}

/// What an item begins with: the level of its number, or the character that marks it.
fn mark(scope: &Scope, paragraph: usize) -> Option<(Option<u8>, char)> {
    let p: &Paragraph = scope.facts.text.paragraphs().get(paragraph)?;
    match p.marker {
        Some(marker) => Some((Some(marker.level), ' ')),
        None => scope.facts.text.at(p.range.start).filter(|c| MARKS.contains(c)).map(|c| (None, c)),
    }
}
