//! Where a figure stands, in words for people: `二（一）1 第2句`, `二 第3段 第1句`, `第3页 表2 第5行第4列`, `收支总表!C7`.

use crate::document::Document;
use crate::fact::{CellPlace, Fact, Facts};

/// How many bytes the marks and numbers of a place hardly ever exceed.
const USUAL: usize = 40;

/// The places of all facts.
pub(super) struct Places<'a> {
    document: &'a Document,
    facts: &'a Facts,
    /// For each paragraph, where it stands.
    paths: Vec<Path>,
}

/// Where a paragraph stands (段落位置).
struct Path {
    /// The marks that lead to it.
    marks: String,
    /// Which of the paragraphs under the last of them it is, headings left out.
    nth: usize,
}

impl<'a> Places<'a> {
    /// Reads the marks of all paragraphs.
    pub(super) fn new(document: &'a Document, facts: &'a Facts) -> Self {
        let mut stack: Vec<(u8, String)> = Vec::new();
        let mut paths: Vec<Path> = Vec::new();
        let mut nth = 0;
        for p in facts.text.paragraphs() {
            if let Some(mark) = p.marker.filter(|m| m.ordinal > 0) {
                nth = 0;
                stack.retain(|(level, _)| *level < mark.level);
                let words = facts.text.words(p.range.start..p.range.start + mark.length);
                stack.push((mark.level, words.trim_end_matches(['、', '.']).to_owned()));
            }
            nth += usize::from(!p.heading);
            paths.push(Path { marks: stack.iter().map(|(_, words)| words.as_str()).collect(), nth });
        }
        Self { document, facts, paths }
    }

    /// The place of a fact.
    pub(super) fn of(&self, fact: usize) -> String {
        let Some(fact) = self.facts.get(fact) else { return String::new() };
        let named = fact.cell.is_some_and(|c| self.document.tables.get(c.table).is_some_and(|t| t.corner.is_some()));
        // The name of a sheet is a part of its cells' names.
        let origin = if named { "" } else { self.document.origin(self.facts.text.span(&fact.range).start) };
        let mut out = String::with_capacity(origin.len() + USUAL);
        out.push_str(origin);
        out.push_str(if origin.is_empty() { "" } else { " " });
        match fact.cell {
            Some(cell) => out.push_str(&self.cell(cell)),
            None => self.sentence(fact, &mut out),
        }
        out
    }

    fn sentence(&self, fact: &Fact, out: &mut String) {
        let place = &fact.place;
        let sentence = place.sentence + 1 - self.facts.clauses.first_sentence(place.paragraph).min(place.sentence);
        let path = self.paths.get(place.paragraph).filter(|path| !path.marks.is_empty());
        let paragraph = match path {
            Some(Path { marks, nth }) => {
                out.push_str(marks);
                // A bracket sets itself apart.
                out.push_str(if marks.ends_with('）') { "" } else { " " });
                Some(*nth).filter(|nth| *nth > 1)
            }
            None => Some(place.paragraph + 1),
        };
        if let Some(nth) = paragraph {
            out.push('第');
            out.push_str(itoa::Buffer::new().format(nth));
            out.push_str("段 ");
        }
        out.push('第');
        out.push_str(itoa::Buffer::new().format(sentence));
        out.push('句');
    }

    fn cell(&self, place: CellPlace) -> String {
        let named = self.document.tables.get(place.table).and_then(|table| table.name(place.row, place.column));
        named.unwrap_or_else(|| {
            let table = self.document.tables_before + place.table + 1;
            format!("表{table} 第{}行第{}列", place.row + 1, place.column + 1)
        })
    }
}
