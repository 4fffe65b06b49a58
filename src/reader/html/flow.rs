//! The content of a page in order: paragraphs, and tables whose cells hold content again.

use super::drop::{Dropped, attribute, dropped};
use super::table::{OpenTable, TableNode};
use html5gum::StartTag;

/// A piece of content.
#[derive(Debug)]
pub(super) enum Node {
    /// A paragraph.
    Words {
        /// What it says.
        text: String,
        /// Whether it is a heading.
        heading: bool,
    },
    /// A table.
    Table(TableNode),
}

/// Elements that begin and end a paragraph.
const BLOCKS: [&str; 28] = [
    "p",
    "div",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "section",
    "article",
    "header",
    "footer",
    "main",
    "blockquote",
    "pre",
    "hr",
    "body",
    "html",
    "figure",
    "figcaption",
    "address",
    "center",
];
const VOID: [&str; 12] = ["br", "hr", "img", "input", "meta", "link", "col", "area", "base", "embed", "source", "wbr"];

/// The content as it comes in.
#[derive(Debug, Default)]
pub(super) struct Flow {
    boxes: bool,
    /// The page, then the open cell of each open table.
    nodes: Vec<Vec<Node>>,
    tables: Vec<OpenTable>,
    words: String,
    heading: bool,
    raised: bool,
    /// Open lists: the number of the next item, none where items have dots.
    lists: Vec<Option<u32>>,
    skipped: Option<(String, usize, Dropped)>,
    navigation: usize,
    hidden: usize,
}

impl Flow {
    /// Nothing yet.
    pub fn new(boxes: bool) -> Self {
        Self { boxes, nodes: vec![Vec::new()], ..Self::default() }
    }

    /// How deep tables and lists stand inside each other.
    pub fn depth(&self) -> usize {
        self.tables.len() + self.lists.len()
    }

    /// Whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.words.trim().is_empty() && self.tables.is_empty() && self.nodes.iter().all(Vec::is_empty)
    }

    /// Characters left out as navigation, and as hidden.
    pub fn left_out(&self) -> (usize, usize) {
        (self.navigation, self.hidden)
    }

    /// An element begins.
    pub fn open(&mut self, tag: &StartTag<()>) {
        let name = String::from_utf8_lossy(&tag.name).into_owned();
        if let Some((skipped, depth, _)) = &mut self.skipped {
            *depth += usize::from(*skipped == name);
            return;
        }
        let void = VOID.contains(&name.as_str()) || tag.self_closing && name.starts_with("o:");
        if let Some(why) = dropped(tag, &name, self.boxes).filter(|_| !void) {
            if why != Dropped::Hidden || BLOCKS.contains(&name.as_str()) {
                self.flush();
            }
            self.skipped = Some((name, 1, why));
            return;
        }
        match name.as_str() {
            "table" => {
                self.flush();
                self.tables.push(OpenTable::default());
            }
            "tr" => {
                self.end_cell();
                if let Some(table) = self.tables.last_mut() {
                    table.row();
                }
            }
            "td" | "th" => self.begin_cell(tag, name == "th"),
            "caption" => self.flush(),
            "br" => self.words.push('\n'),
            "sup" => self.raised = true,
            _ if BLOCKS.contains(&name.as_str()) => {
                self.flush();
                self.block(tag, &name);
            }
            _ => {}
        }
    }

    fn block(&mut self, tag: &StartTag<()>, name: &str) {
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => self.heading = true,
            "ol" => {
                let start = attribute(tag, "start").and_then(|n| n.parse().ok()).unwrap_or(1);
                self.lists.push(Some(start));
            }
            "ul" => self.lists.push(None),
            // The number that the browser shows is part of what a person reads.
            "li" => {
                if let Some(Some(next)) = self.lists.last_mut() {
                    self.words.push_str(&next.to_string());
                    self.words.push_str(". ");
                    *next += 1;
                }
            }
            _ => {}
        }
    }

    fn begin_cell(&mut self, tag: &StartTag<()>, head: bool) {
        if self.tables.is_empty() {
            return self.flush();
        }
        self.end_cell();
        self.flush();
        let span = |name: &str| attribute(tag, name).and_then(|n| n.trim().parse().ok()).unwrap_or(1);
        let (rows, columns) = (span("rowspan"), span("colspan"));
        if let Some(table) = self.tables.last_mut() {
            table.begin_cell(rows, columns, head);
            if table.in_cell() {
                self.nodes.push(Vec::new());
            }
        }
    }

    fn end_cell(&mut self) {
        if self.tables.last().is_some_and(OpenTable::in_cell) {
            self.flush();
            let nodes = self.nodes.pop().unwrap_or_default();
            if let Some(table) = self.tables.last_mut() {
                table.end_cell(nodes);
            }
        }
    }

    /// An element ends.
    pub fn close(&mut self, name: &str) {
        if let Some((skipped, depth, _)) = &mut self.skipped {
            *depth -= usize::from(skipped == name);
            if *depth == 0 {
                self.skipped = None;
            }
            return;
        }
        match name {
            "table" => self.end_table(),
            "td" | "th" | "tr" => self.end_cell(),
            "caption" => self.caption(),
            "sup" => self.raised = false,
            "ol" | "ul" => {
                self.flush();
                self.lists.pop();
            }
            _ if BLOCKS.contains(&name) => {
                self.flush();
                self.heading = false;
            }
            _ => {}
        }
    }

    fn end_table(&mut self) {
        self.end_cell();
        if let Some(table) = self.tables.pop() {
            self.flush();
            let node = Node::Table(table.finish());
            self.nodes.last_mut().map(|nodes| nodes.push(node)).unwrap_or_default();
        }
    }

    fn caption(&mut self) {
        let words = std::mem::take(&mut self.words);
        match self.tables.last_mut().filter(|table| !table.in_cell()) {
            Some(table) => table.caption(&words),
            None => self.words = words,
        }
    }

    /// Characters.
    pub fn words(&mut self, words: &str) {
        if let Some((_, _, why)) = &self.skipped {
            let count = words.chars().filter(|c| !c.is_whitespace()).count();
            match why {
                Dropped::Navigation => self.navigation += count,
                Dropped::Hidden => self.hidden += count,
                Dropped::Machinery => {}
            }
            return;
        }
        for c in words.chars() {
            match c {
                // A break of the page's source is a blank.
                c if c.is_ascii_whitespace() => {
                    if !self.words.ends_with(|last: char| last.is_whitespace()) {
                        self.words.push(' ');
                    }
                }
                '2' if self.raised => self.words.push('²'),
                '3' if self.raised => self.words.push('³'),
                c => self.words.push(c),
            }
        }
    }

    /// Ends the paragraph; each line of one that was broken by hand is one of its own.
    fn flush(&mut self) {
        let words = std::mem::take(&mut self.words);
        let heading = self.heading;
        if let Some(nodes) = self.nodes.last_mut() {
            let lines = words.split('\n').map(str::trim).filter(|line| !line.is_empty());
            nodes.extend(lines.map(|line| Node::Words { text: line.to_owned(), heading }));
        }
    }

    /// The content of the page; what was left open ends with it.
    pub fn finish(mut self) -> Vec<Node> {
        self.flush();
        while !self.tables.is_empty() {
            self.end_table();
        }
        self.nodes.into_iter().next().unwrap_or_default()
    }
}
