//! Pages in order → one document: paragraphs and tables that go on over a page break are joined.

use super::super::{ReadError, Session};
use super::layout::continued::{agree, append as append_rows};
use super::layout::flow::Item;
use super::layout::line::Line;
use super::layout::paragraph::{Margins, append, runs_on};
use super::layout::table::Found;
use super::page::{Fate, Page};
use crate::document::{Builder, Document, Format};
use crate::gather::{Gather, SortedMap};

/// A paragraph that may go on.
struct Paragraph {
    text: String,
    last: Line,
    margins: Margins,
    origin: String,
}

/// A table that may go on.
struct Table {
    found: Found,
    header_rows: usize,
    origin: String,
}

struct Assembler<'s, 'l> {
    builder: Builder,
    session: &'s mut Session<'l>,
    paragraph: Option<Paragraph>,
    table: Option<Table>,
    /// The size of most of the text.
    body: i64,
    origin: String,
    /// Whether a page or column begins here.
    turned: bool,
    /// Whether a page begins here.
    fresh: bool,
}

/// The document of the pages.
///
/// # Errors
/// Where it has too much inside.
pub(super) fn assemble(pages: Vec<Page>, session: &mut Session) -> Result<Document, ReadError> {
    let usual = usual_rights(&pages);
    let mut out = Assembler {
        builder: Builder::new(Format::Pdf),
        session,
        paragraph: None,
        table: None,
        body: body_size(&pages),
        origin: String::new(),
        turned: false,
        fresh: false,
    };
    out.builder.pages(pages.len());
    for (i, page) in pages.into_iter().enumerate() {
        out.origin = ["第", &(i + 1).to_string(), "页"].concat();
        (out.turned, out.fresh) = (true, true);
        // What a refused page would have said is missing: nothing goes on over it.
        if !matches!(page.fate, Fate::Read | Fate::Blank) {
            out.close()?;
        }
        let usual = usual.get(&page.width).copied();
        for stretch in page.stretches {
            out.stretch(stretch, usual)?;
        }
        if !page.aside.is_empty() {
            out.close()?;
            for text in page.aside {
                out.builder.origin(&out.origin);
                out.builder.paragraph(&text);
            }
        }
    }
    out.close()?;
    Ok(out.builder.finish())
}

impl Assembler<'_, '_> {
    fn stretch(&mut self, items: Vec<Item>, usual: Option<i64>) -> Result<(), ReadError> {
        let lines: Vec<&Line> = items
            .iter()
            .filter_map(|item| match item {
                Item::Line(line) => Some(line),
                Item::Table(_) => None,
            })
            .gather();
        let margins = Margins::of(&lines, usual);
        self.turned = true;
        for item in items {
            match item {
                Item::Line(line) => {
                    for part in apart(line) {
                        self.line(part, margins)?;
                    }
                }
                Item::Table(found) => self.found(found)?,
            }
            (self.turned, self.fresh) = (false, false);
        }
        Ok(())
    }

    fn line(&mut self, line: Line, margins: Margins) -> Result<(), ReadError> {
        let text = line.text();
        if self.fresh && self.table.is_some() && is_continuation(&text) {
            self.fresh = true;
            return Ok(());
        }
        self.close_table()?;
        if let Some(open) = self
            .paragraph
            .as_mut()
            .filter(|open| runs_on(&open.text, (&open.last, &line), (open.margins, margins), self.turned))
        {
            append(&mut open.text, &text);
            (open.last, open.margins) = (line, margins);
            return Ok(());
        }
        self.close_paragraph()?;
        self.paragraph = Some(Paragraph { text, last: line, margins, origin: self.origin.clone() });
        Ok(())
    }

    fn found(&mut self, found: Found) -> Result<(), ReadError> {
        self.close_paragraph()?;
        if let Some(open) = self.table.as_mut().filter(|_| self.fresh) {
            if agree(&open.found, &found) {
                let repeated = append_rows(&mut open.found, found);
                open.header_rows = open.header_rows.max(repeated);
                return Ok(());
            }
            // A total in what goes on unruled may be of rows on the page before.
            if !open.found.ruled && !found.ruled {
                return self.rows_as_text(&found);
            }
        }
        self.close_table()?;
        self.table = Some(Table { found, header_rows: 0, origin: self.origin.clone() });
        Ok(())
    }

    fn rows_as_text(&mut self, found: &Found) -> Result<(), ReadError> {
        self.close_table()?;
        self.builder.origin(&self.origin);
        for row in found.pieces.chunk_by(|a, b| a.row == b.row) {
            self.builder.paragraph(&row.iter().map(|p| p.text.as_str()).collect::<Vec<_>>().join(" "));
        }
        self.session.characters(self.builder.length())
    }

    fn close(&mut self) -> Result<(), ReadError> {
        self.close_paragraph()?;
        self.close_table()
    }

    fn close_paragraph(&mut self) -> Result<(), ReadError> {
        let Some(open) = self.paragraph.take() else { return Ok(()) };
        self.builder.origin(&open.origin);
        let stopped = open.text.contains(['。', '；', '，', '：']);
        if open.last.size * 100 >= self.body * 115 && !stopped {
            self.builder.heading(&open.text);
        } else {
            self.builder.paragraph(&open.text);
        }
        self.session.characters(self.builder.length())
    }

    fn close_table(&mut self) -> Result<(), ReadError> {
        let Some(open) = self.table.take() else { return Ok(()) };
        self.builder.origin(&open.origin);
        self.session.cells(open.found.pieces.iter().filter(|p| !p.text.is_empty()).count())?;
        self.builder.table(open.found.grid(open.origin, open.header_rows));
        self.session.characters(self.builder.length())
    }
}

/// Things that share a line by chance, as a unit above a table and the office that drew it up.
fn apart(line: Line) -> Vec<Line> {
    const WIDE: i64 = 5;
    let mut out: Vec<Line> = Vec::new();
    for segment in line.segments.clone() {
        match out.last_mut().filter(|last| segment.area.left - last.area.right < line.size * WIDE) {
            Some(last) => {
                last.area = last.area.with(&segment.area);
                last.segments.push(segment);
            }
            None => out.push(Line { area: segment.area, segments: vec![segment], ..line.clone() }),
        }
    }
    out
}

/// 续表: what stands above the rest of a table.
fn is_continuation(text: &str) -> bool {
    let bare: String = text.chars().filter(|c| !c.is_whitespace() && !"（）()【】[]-—".contains(*c)).collect();
    matches!(bare.as_str(), "续" | "续表" | "续上表" | "接上表" | "接上页" | "续上页")
}

fn lines(pages: &[Page]) -> impl Iterator<Item = (&Page, &Line)> {
    pages.iter().flat_map(|page| {
        page.stretches.iter().flatten().filter_map(move |item| match item {
            Item::Line(line) => Some((page, line)),
            Item::Table(_) => None,
        })
    })
}

/// The size of most of the text, outside tables.
fn body_size(pages: &[Page]) -> i64 {
    let mut sizes: SortedMap<i64, usize> = SortedMap::new();
    for (_, line) in lines(pages) {
        *sizes.entry(line.size / 500).or_default() += line.segments.iter().map(|s| s.text().len()).sum::<usize>();
    }
    sizes.into_iter().max_by_key(|(_, count)| *count).map_or(0, |(size, _)| size * 500)
}

/// Where most long lines end, by the width of their pages.
fn usual_rights(pages: &[Page]) -> SortedMap<i64, i64> {
    const STEP: i64 = 4_000;
    let mut counts: SortedMap<i64, SortedMap<i64, usize>> = SortedMap::new();
    for (page, line) in lines(pages).filter(|(page, line)| line.area.width() * 2 > page.width) {
        *counts.entry(page.width).or_default().entry(line.area.right / STEP).or_default() += 1;
    }
    let most = |rights: SortedMap<i64, usize>| rights.into_iter().max_by_key(|(_, count)| *count);
    counts.into_iter().filter_map(|(width, rights)| most(rights).map(|(right, _)| (width, right * STEP))).gather_map()
}
