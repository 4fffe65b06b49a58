//! Where the reports of a collection begin.
//!
//! A report begins at a title that names another unit, or is the title of the report before it once more, and only where the
//! numbers of the chapters (一、, 第一部分) start anew behind it: a running head, a list of contents or a heading inside a report does
//! neither. A report that names no unit takes the first one that a title inside it names.

use crate::catalog::organization::{is_name, named_in};
use crate::catalog::title::is_of_unit;
use crate::document::Document;
use crate::text::{BlockKind, Marker, Span, marker_of};

/// Bytes of sentences and cells that a report has at least, some 30 characters; less is a list of contents.
const SUBSTANCE: usize = 90;

/// Bytes that the line of a title has at most, blanks and all.
const LINE: usize = 400;

/// Words that declare a unit of amounts.
const DECLARING: [&str; 5] = ["单位：", "单位:", "单位为", "单位均为", "单位以"];

/// A report of a collection (汇编中的一份报告).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Part {
    /// Where it stands.
    pub span: Span,
    /// Its title, without blanks.
    title: String,
    /// The unit that its title names.
    pub unit: Option<String>,
    /// Bytes of sentences and cells in it.
    substance: usize,
}

impl Part {
    /// Whose report it is, else what it is called.
    pub fn name(&self) -> &str {
        self.unit.as_ref().unwrap_or(&self.title)
    }
}

/// The reports that a document consists of; one or none where it is no collection.
pub(super) fn parts(document: &Document) -> Vec<Part> {
    let mut walk = Walk::default();
    for block in &document.blocks {
        let (start, end) = (block.span.start as usize, block.span.end as usize);
        if block.kind == BlockKind::Cell {
            walk.add(end - start);
            continue;
        }
        let mut at = start;
        for line in document.text.get(start..end).unwrap_or_default().split_inclusive('\n') {
            walk.line(at as u32, line.trim());
            at += line.len();
        }
    }
    let preface = walk.first.and_then(|at| document.text.get(..at as usize)).unwrap_or_default();
    // 本汇编金额单位均为万元: what a preface says of all reports is lost where each is read alone.
    let is_for_all = DECLARING.iter().any(|words| preface.contains(words));
    if is_for_all { Vec::new() } else { walk.finish(document.text.len() as u32) }
}

/// What is known on the way down a document.
#[derive(Default)]
struct Walk {
    /// Where the first title stands.
    first: Option<u32>,
    /// The reports that have ended.
    ended: Vec<Part>,
    /// The report that the line stands in.
    current: Part,
    /// The highest number of a chapter in it so far.
    chapters: u32,
    /// Whether a 第二部分 or a later one has begun in it: its chapters start anew under each.
    is_divided: bool,
    /// A title behind which no chapter has begun yet.
    title: Option<Part>,
    /// The name of a unit on a line of its own, and nothing but short lines since.
    name: Option<(u32, String)>,
}

impl Walk {
    fn line(&mut self, start: u32, line: &str) {
        if line.is_empty() {
            return;
        }
        let mark = marker_of(line).filter(|mark| mark.level <= 1 && mark.ordinal > 0);
        // 附件1：某局…报告 is none, 县财政局： is.
        let stops = line.contains('。');
        let is_sentence = stops || line.contains('；') || line.ends_with(['：', ':']);
        match mark {
            Some(mark) if mark.level > 0 => self.chapter(mark),
            _ if !is_sentence && line.len() <= LINE && self.title_at(start, &compact(line)) => {}
            Some(mark) => self.chapter(mark),
            None => {}
        }
        if mark.is_some() || is_sentence {
            self.name = None;
        }
        if stops {
            self.add(line.len());
        }
    }

    /// Counts what is more than a list of contents.
    fn add(&mut self, bytes: usize) {
        self.title.as_mut().unwrap_or(&mut self.current).substance += bytes;
    }

    /// Takes a line for a title that a report may begin with, for more of the title right before it, or for the name above or below one.
    fn title_at(&mut self, start: u32, words: &str) -> bool {
        let (is_title, alone) = (is_of_unit(words), unit_alone(words));
        let unit = is_title.then(|| unit_of(words)).flatten();
        if let Some(title) = self.title.as_mut().filter(|title| title.substance == 0)
            && (unit.is_none() || title.unit.is_none() || title.unit == unit)
        {
            title.unit = title.unit.take().or(unit).or(alone);
            return is_title;
        }
        if !is_title {
            self.name = alone.map(|unit| (start, unit)).or_else(|| self.name.take());
            return false;
        }
        let (start, unit) = match (unit, self.name.take()) {
            (None, Some((start, name))) => (start, Some(name)),
            (own, _) => (start, own),
        };
        self.first = self.first.or(Some(start));
        let title = Part { span: Span::new(start, start), title: words.to_owned(), unit, substance: 0 };
        self.current.substance += self.title.replace(title).map_or(0, |passed| passed.substance);
        true
    }

    /// A chapter begins: the first one of another report ends the one before.
    fn chapter(&mut self, mark: Marker) {
        if let Some(title) = self.title.take() {
            let is_anew = mark.ordinal == 1 && self.chapters > 1;
            if is_anew && self.is_followed_by(&title) {
                (self.chapters, self.is_divided) = (0, false);
                let mut ended = std::mem::replace(&mut self.current, title);
                ended.span.end = self.current.span.start;
                self.ended.push(ended);
            } else {
                self.current.substance += title.substance;
                if self.current.title.is_empty() {
                    self.current.title = title.title;
                }
                self.current.unit = self.current.unit.take().or(title.unit);
            }
        }
        self.is_divided |= mark.level == 0 && mark.ordinal > 1;
        self.chapters = self.chapters.max(mark.ordinal);
    }

    /// Whether a title is that of another report than the one it stands in: of another unit, or the same words once more.
    fn is_followed_by(&self, next: &Part) -> bool {
        match (&self.current.unit, &next.unit) {
            (Some(own), Some(other)) if !is_same(own, other) => true,
            // A running head comes again above the chapters of each 部分.
            _ => self.current.title == next.title && !self.is_divided,
        }
    }

    /// The reports; what has no substance is the list of contents of the next one, or the end of the last.
    fn finish(mut self, end: u32) -> Vec<Part> {
        self.current.span.end = end;
        self.current.substance += self.title.map_or(0, |title| title.substance);
        self.ended.push(self.current);
        let mut out: Vec<Part> = Vec::new();
        let mut from = 0;
        for part in self.ended {
            if part.substance >= SUBSTANCE {
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

/// Whether two names can be those of one unit, one of them shorter: 教育局 and 某县教育局, 市场监管局 and 市场监督管理局.
fn is_same(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    let mut rest = long.chars();
    short.chars().last() == long.chars().last() && short.chars().all(|c| rest.any(|other| other == c))
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
