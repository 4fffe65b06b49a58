//! Where the reports of a collection begin.
//!
//! A report begins at a title that names another unit, or is the title of the report before it once more, and only where the
//! numbers of the chapters start anew behind it: a running head, a list of contents or a heading inside a report does neither.

use crate::catalog::organization::{is_name, named_in};
use crate::catalog::title::is_of_unit;
use crate::document::Document;
use crate::text::{BlockKind, Marker, Span, marker_of};

/// Bytes of full sentences that a report has at least, some 300 characters; less is a list of contents.
const SENTENCES: usize = 900;

/// A report of a collection (汇编中的一份报告).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Part {
    /// Where it stands.
    pub span: Span,
    /// Its title, without blanks.
    pub title: String,
    /// The unit that its title names.
    pub unit: Option<String>,
    /// Bytes of full sentences in it.
    sentences: usize,
}

impl Part {
    /// Whose report it is, else what it is called.
    pub fn name(&self) -> &str {
        self.unit.as_ref().unwrap_or(&self.title)
    }

    /// Whether a title that follows is that of another report: of another unit, or the same words once more.
    fn is_followed_by(&self, next: &Self) -> bool {
        let is_same = |a: &str, b: &str| a.ends_with(b) || b.ends_with(a);
        let other = match (&self.unit, &next.unit) {
            (Some(a), Some(b)) => !is_same(a, b),
            (None, Some(_)) => true,
            (_, None) => false,
        };
        other || self.title == next.title
    }
}

/// The reports that a document consists of; a single one where it is no collection.
pub(super) fn parts(document: &Document) -> Vec<Part> {
    let mut walk = Walk::default();
    for block in document.blocks.iter().filter(|block| block.kind != BlockKind::Cell) {
        let (start, end) = (block.span.start as usize, block.span.end as usize);
        let mut at = start;
        for line in document.text.get(start..end).unwrap_or_default().split_inclusive('\n') {
            walk.line(at as u32, line.trim());
            at += line.len();
        }
    }
    walk.finish(document.text.len() as u32)
}

/// What is known on the way down a document.
#[derive(Default)]
struct Walk {
    /// The reports that have ended.
    ended: Vec<Part>,
    /// The report that the line stands in.
    current: Part,
    /// The highest number of a chapter in it so far.
    chapters: u32,
    /// A title behind which no chapter has begun yet.
    title: Option<Part>,
    /// The line before, where it is the name of a unit.
    name: Option<(u32, String)>,
}

impl Walk {
    fn line(&mut self, start: u32, line: &str) {
        if line.is_empty() {
            return;
        }
        let sentences = if line.contains('。') { line.len() } else { 0 };
        let mark = marker_of(line).filter(|mark| mark.level <= 1 && mark.ordinal > 0);
        let name = self.name.take();
        match mark {
            Some(mark) if mark.level > 0 => self.chapter(mark),
            _ if self.title_at(start, line, name) => {}
            Some(mark) => self.chapter(mark),
            None => {
                self.name = unit_alone(&compact(line)).map(|unit| (start, unit));
            }
        }
        self.title.as_mut().unwrap_or(&mut self.current).sentences += sentences;
    }

    /// Takes a line for a title that a report may begin with, or for more of the title right before it.
    fn title_at(&mut self, start: u32, line: &str, name: Option<(u32, String)>) -> bool {
        // Most lines are longer than a title, blanks and all.
        let words = if line.len() <= 400 { compact(line) } else { return false };
        if let Some(title) = self.title.as_mut().filter(|title| title.sentences == 0) {
            title.unit = title.unit.take().or_else(|| unit_of(&words)).or_else(|| unit_alone(&words));
            return is_of_unit(&words);
        }
        if !is_of_unit(&words) {
            return false;
        }
        let (start, unit) = match (unit_of(&words), name) {
            (None, Some((start, name))) => (start, Some(name)),
            (own, _) => (start, own),
        };
        let title = Part { span: Span::new(start, start), title: words, unit, sentences: 0 };
        self.current.sentences += self.title.replace(title).map_or(0, |passed| passed.sentences);
        true
    }

    /// A chapter begins: the first one of another report ends the one before.
    fn chapter(&mut self, mark: Marker) {
        if let Some(title) = self.title.take() {
            let is_first = self.chapters == 0 && self.current.title.is_empty();
            if mark.ordinal == 1 && self.chapters > 1 && self.current.is_followed_by(&title) {
                self.chapters = 0;
                let mut ended = std::mem::replace(&mut self.current, title);
                ended.span.end = self.current.span.start;
                self.ended.push(ended);
            } else {
                self.current.sentences += title.sentences;
                if is_first {
                    (self.current.title, self.current.unit) = (title.title, title.unit);
                }
            }
        }
        self.chapters = self.chapters.max(mark.ordinal);
    }

    /// The reports; what has no sentences to speak of is the list of contents of the next one, or the end of the last.
    fn finish(mut self, end: u32) -> Vec<Part> {
        self.current.span.end = end;
        self.current.sentences += self.title.map_or(0, |title| title.sentences);
        self.ended.push(self.current);
        let mut out: Vec<Part> = Vec::new();
        let mut from = 0;
        for part in self.ended {
            if part.sentences >= SENTENCES {
                out.push(Part { span: Span::new(from, part.span.end), ..part });
                from = part.span.end;
            }
        }
        if let Some(last) = out.last_mut() {
            last.span.end = end;
        }
        out
    }
}

/// The unit that a title names.
fn unit_of(title: &str) -> Option<String> {
    named_in(title).map(|unit| marked(unit, title))
}

/// The unit whose name is all that a line holds: 某局, 某局（本级）.
fn unit_alone(line: &str) -> Option<String> {
    let bare = line.trim_end_matches(['）', ')']).trim_end_matches("本级").trim_end_matches(['（', '(']);
    is_name(bare).then(|| marked(bare.to_owned(), line))
}

/// The office itself is another than the unit with all below it.
fn marked(unit: String, line: &str) -> String {
    if line.contains("本级") { unit + "（本级）" } else { unit }
}

/// A line without blanks.
fn compact(line: &str) -> String {
    line.chars().filter(|c| !c.is_whitespace()).collect()
}
