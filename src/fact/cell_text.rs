//! What a cell tells in words (单元格内的文字): 收入合计82.50万元，其中：拨款80.10万元，其他2.40万元.
//!
//! Such words are a text of their own: what stands in the cells beside them, a plan beside what became of it, is no neighbour of theirs.

use super::{CellPlace, Fact, Facts, Place, context};
use crate::number::Dimension;
use crate::text::{LogicalText, Range};

/// The words of a cell, read as a text of their own.
#[derive(Clone, Debug, Default)]
pub struct CellText {
    /// The index that its first fact has among those of the document.
    pub first: usize,
    /// Where it begins in the text of the document.
    pub start: usize,
    /// Its facts.
    pub facts: Facts,
}

/// How many figures the words of a cell tell at least that may have to do with each other.
const FIGURES: usize = 2;

impl Facts {
    /// The words of a cell as a text of their own, if they tell several figures in clauses.
    pub(super) fn of_cell(text: &LogicalText, range: &Range) -> Option<Self> {
        let words = text.words(range.clone());
        let numbers = words.split(|c: char| !c.is_ascii_digit() && c != '.').filter(|run| !run.is_empty()).count();
        if numbers < FIGURES || !words.contains(['，', '；', '。', '：', '=']) {
            return None;
        }
        let own = Self::new(LogicalText::new(words));
        let same = own.text.paragraphs().last().is_some_and(|p| p.range.end == range.len());
        // 举办培训12期，采购物资4类: figures of different things have nothing to do with each other.
        let rate = |f: &Fact| f.figure.unit.dimension == Dimension::Percent;
        let related = own.list.iter().any(rate)
            || own.list.iter().enumerate().any(|(at, f)| own.list.iter().skip(at + 1).any(|other| f.is_like(other)));
        (same && own.list.len() >= FIGURES && related).then_some(own)
    }

    /// Takes the facts of a cell's words in, in the order in which the words have them.
    pub(super) fn take_cell(&mut self, text: &LogicalText, start: usize, own: Self, cell: CellPlace) {
        let moved = |range: &Range| range.start + start..range.end + start;
        let first = self.cells();
        for fact in &own.list {
            let range = moved(&fact.range);
            let place = context::place(text, &self.clauses, range.start, Place::default());
            self.add_cell(Fact { range, place, cell: Some(cell), ..fact.clone() });
        }
        self.excluded.extend(own.excluded.iter().map(|(range, mask)| (moved(range), *mask)));
        self.cell_texts.push(CellText { first, start, facts: own });
    }

    /// Lets the words of cells be read as finely as the document prints, and in its year.
    pub(super) fn lend_precision(&mut self) {
        for cell in &mut self.cell_texts {
            cell.facts.precision = self.precision.clone();
            cell.facts.year = self.year.or(cell.facts.year);
            cell.facts.worths.clear();
            cell.facts.weigh(0);
        }
    }
}
