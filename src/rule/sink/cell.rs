//! What was stated of the words of a cell joins what was stated of the document.

use super::{Expectation, Note, Sink, Unbound};
use crate::fact::CellText;
use crate::gather::Gather;
use crate::relation::Relation;
use crate::text::Range;

impl Sink {
    /// Takes in all that was stated of a cell's words, by the facts and places of the document.
    pub(in crate::rule) fn take(&mut self, own: Self, cell: &CellText) {
        let range = |range: Range| range.start + cell.start..range.end + cell.start;
        let facts = |facts: Vec<usize>| facts.into_iter().map(|fact| fact + cell.first).gather();
        for relation in own.relations {
            let (equation, range) = (relation.equation.moved(cell.first), range(relation.range));
            self.relation(Relation { equation, range, ..relation });
        }
        for open in own.unbound {
            self.unbound.push(Unbound { range: range(open.range), facts: facts(open.facts), ..open });
        }
        for note in own.notes {
            self.notes.push(Note { range: range(note.range), facts: facts(note.facts), ..note });
        }
        for Expectation { warning, equation } in own.expectations {
            self.ask(warning, equation.moved(cell.first));
        }
    }
}
