//! Markdown (`CommonMark` with the tables of GitHub): the text that it shows, numbers of lists and tables kept.

use super::{ReadError, Session, html};
use crate::document::{Builder, Document, Format, Grid, GridCell};
use crate::gather::Gather;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::borrow::Cow;

/// Whether a text is written in Markdown: it has a table's line of dashes below a line with bars, or at least two headings.
/// Single signs are not enough, since reading a plain text as Markdown would swallow them.
pub(super) fn is_markdown(text: &str) -> bool {
    let mut before = "";
    let mut headings = 0;
    for line in text.lines() {
        let line = line.trim_end();
        if is_rule_of_table(line) && before.contains('|') {
            return true;
        }
        let words = line.trim_start_matches('#');
        if (1..=6).contains(&(line.len() - words.len())) && words.starts_with(' ') {
            headings += 1;
        }
        before = line;
    }
    headings >= 2
}

fn is_rule_of_table(line: &str) -> bool {
    line.contains('|') && line.contains("--") && line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '))
}

/// The text with every table ended at its last line with a bar: by GitHub's rules the words right below it are rows of one cell, but no
/// report means that.
fn with_ended_tables(text: &str) -> Cow<'_, str> {
    let (mut ended, mut taken) = (String::new(), 0);
    let (mut before, mut inside, mut at) = ("", false, 0);
    for line in text.split_inclusive('\n') {
        let words = line.trim_end();
        if inside && !words.is_empty() && !words.contains('|') {
            ended.push_str(text.get(taken..at).unwrap_or_default());
            ended.push('\n');
            taken = at;
        }
        inside = words.contains('|') && (inside || is_rule_of_table(words) && before.contains('|'));
        at += line.len();
        before = words;
    }
    if taken == 0 {
        return Cow::Borrowed(text);
    }
    ended.push_str(text.get(taken..).unwrap_or_default());
    Cow::Owned(ended)
}

/// The text with every table of tabs written with bars: Markdown knows none, but cells are pasted from a spreadsheet into any text.
fn with_barred_tables(text: &str) -> Cow<'_, str> {
    let lines: Vec<&str> = text.lines().gather();
    let is_tabbed = |line: &&str| line.trim().contains('\t') && !line.contains(['|', '<']);
    let runs = lines.chunk_by(|one, two| is_tabbed(one) == is_tabbed(two));
    let is_table = |run: &[&str]| run.len() >= 2 && run.first().is_some_and(is_tabbed);
    // Lines of code are kept as they are.
    if text.contains("```") || !runs.clone().any(is_table) {
        return Cow::Borrowed(text);
    }
    let mut out = String::new();
    for run in runs {
        if !is_table(run) {
            run.iter().for_each(|line| out.extend([line, "\n"]));
            continue;
        }
        let columns = run.iter().map(|line| line.split('\t').count()).max().unwrap_or(0);
        out.push('\n');
        for (at, line) in run.iter().enumerate() {
            let cells = line.split('\t').map(str::trim).collect::<Vec<_>>().join(" | ");
            let missing = columns.saturating_sub(line.split('\t').count());
            out.extend(["| ", cells.as_str(), &" | ".repeat(missing), " |\n"]);
            if at == 0 {
                out.extend(["|", &"---|".repeat(columns), "\n"]);
            }
        }
        out.push('\n');
    }
    Cow::Owned(out)
}

/// Reads a text in Markdown.
///
/// # Errors
/// Where nothing is left of it, or there is too much.
pub(super) fn read(text: &str, session: &mut Session) -> Result<Document, ReadError> {
    let mut page = Page::new();
    let text = with_barred_tables(text);
    let text = with_ended_tables(&text);
    for (event, at) in Parser::new_ext(&text, Options::ENABLE_TABLES).into_offset_iter() {
        if page.began(at.start) {
            session.step(at.start, text.len())?;
        }
        page.take(event, session)?;
        session.depth(page.lists.len())?;
    }
    page.end_words();
    let document = page.builder.finish();
    if document.blocks.is_empty() { Err(ReadError::Empty) } else { Ok(document) }
}

/// How the words that are being gathered are to be laid.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Manner {
    Paragraph,
    Heading,
    Lines,
}

/// What was read so far.
struct Page {
    builder: Builder,
    words: String,
    manner: Manner,
    /// Open lists: the number of the next item, where they are numbered.
    lists: Vec<Option<u64>>,
    grid: Grid,
    row: u32,
    column: u32,
    markup: String,
    told: usize,
}

/// Bytes between two looks at whether to go on.
const STRIDE: usize = 1 << 16;

impl Page {
    fn new() -> Self {
        Self {
            builder: Builder::new(Format::Markdown),
            words: String::new(),
            manner: Manner::Paragraph,
            lists: Vec::new(),
            grid: Grid::default(),
            row: 0,
            column: 0,
            markup: String::new(),
            told: 0,
        }
    }

    fn began(&mut self, at: usize) -> bool {
        let far = at >= self.told + STRIDE;
        if far {
            self.told = at;
        }
        far
    }

    fn take(&mut self, event: Event<'_>, session: &mut Session) -> Result<(), ReadError> {
        match event {
            Event::Start(tag) => self.open(&tag),
            Event::End(tag) => self.close(tag, session)?,
            Event::Text(words) | Event::Code(words) => self.words.push_str(&words),
            Event::SoftBreak | Event::HardBreak => self.words.push('\n'),
            Event::Html(markup) => self.markup.push_str(&markup),
            Event::InlineHtml(tag) if tag.starts_with("<br") => self.words.push('\n'),
            _ => {}
        }
        Ok(())
    }

    fn open(&mut self, tag: &Tag<'_>) {
        match tag {
            Tag::Heading { .. } => self.begin_words(Manner::Heading),
            Tag::CodeBlock(_) => self.begin_words(Manner::Lines),
            Tag::Paragraph if self.words.is_empty() => self.begin_words(Manner::Paragraph),
            Tag::List(first) => {
                self.end_words();
                self.lists.push(*first);
            }
            Tag::Item => {
                self.begin_words(Manner::Paragraph);
                if let Some(Some(number)) = self.lists.last_mut() {
                    self.words = format!("{number}. ");
                    *number += 1;
                }
            }
            Tag::Table(_) => {
                self.end_words();
                (self.row, self.column) = (0, 0);
            }
            Tag::TableCell => self.words.clear(),
            _ => {}
        }
    }

    fn close(&mut self, tag: TagEnd, session: &mut Session) -> Result<(), ReadError> {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::CodeBlock | TagEnd::Item => self.end_words(),
            TagEnd::List(_) => drop(self.lists.pop()),
            TagEnd::TableCell => {
                session.cells(1)?;
                let words = std::mem::take(&mut self.words);
                self.grid.cells.push(GridCell::new(self.row, self.column, words));
                self.column += 1;
            }
            TagEnd::TableHead | TagEnd::TableRow => {
                self.grid.header_rows = self.grid.header_rows.max(u32::from(tag == TagEnd::TableHead));
                (self.row, self.column) = (self.row + 1, 0);
            }
            TagEnd::Table => drop(self.builder.table(std::mem::take(&mut self.grid))),
            TagEnd::HtmlBlock => {
                let markup = std::mem::take(&mut self.markup);
                html::read_into(&markup, &mut self.builder, session)?;
            }
            _ => {}
        }
        Ok(())
    }

    fn begin_words(&mut self, manner: Manner) {
        self.end_words();
        self.manner = manner;
    }

    fn end_words(&mut self) {
        let words = std::mem::take(&mut self.words);
        match self.manner {
            Manner::Heading => self.builder.heading(&words),
            Manner::Paragraph if !words.contains('\n') => self.builder.paragraph(&words),
            // Offices end every paragraph with one break, which Markdown takes for blank: whether a line goes on, its words tell.
            Manner::Paragraph | Manner::Lines => self.builder.lines(&words),
        };
        self.manner = Manner::Paragraph;
    }
}
