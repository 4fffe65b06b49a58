//! Rows of figures: which stand beside each other in a list of names or of numbers (并列的数).

use super::Facts;
use crate::text::Range;

/// How far a row of names is followed on either side of an amount.
const ROW: usize = 30;

impl Facts {
    /// The amounts of a row of names that an amount stands in, a few on either side: 甲86家、乙1126家、丙412家.
    #[must_use]
    pub fn named_row(&self, id: usize) -> Range {
        let joined = |a: usize| match (self.get(a), self.get(a + 1)) {
            (Some(x), Some(y)) if x.is_level() && y.is_level() && x.is_like(y) && y.figure.is_plain() => {
                let words = self.text.words(x.range.end..y.range.start);
                words.starts_with(['、', '和', '与', '及']) && !words.contains(['，', '；', '：', '。', '（', '）'])
            }
            _ => false,
        };
        let start = (id.saturating_sub(ROW)..id).rev().take_while(|at| joined(*at)).last().unwrap_or(id);
        let end = (id..id + ROW).find(|at| !joined(*at)).unwrap_or(id + ROW);
        start..end + 1
    }

    /// The row of figures that a figure stands in: 16.4%、42.6%和11.9%.
    #[must_use]
    pub fn row(&self, id: usize) -> Range {
        let joined = |a: usize| match (self.get(a), self.get(a + 1)) {
            (Some(x), Some(y)) => {
                matches!(self.text.slice(x.range.end..y.range.start), ['、'] | ['和'] | ['与'] | ['及'])
                    && x.figure.unit == y.figure.unit
            }
            _ => false,
        };
        let mut range = id..id + 1;
        while range.start > 0 && joined(range.start - 1) {
            range.start -= 1;
        }
        while joined(range.end - 1) {
            range.end += 1;
        }
        range
    }
}
