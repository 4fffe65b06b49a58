//! Lines beside each other → rows: words in the middle of a wrapped label share its row, whatever line they stand on.

use super::super::geometry::Area;
use super::line::{Line, Word};
use super::paragraph::append;
use crate::gather::Gather;

/// A row of what may be a table, with the lines that it is made of.
#[derive(Clone, Debug)]
pub(super) struct Row {
    pub lines: Vec<Line>,
    /// What stands apart in it.
    pub words: Vec<Word>,
    /// The same, with words that are only a blank apart as one, unless they are figures.
    pub cells: Vec<Word>,
    /// Whether a column of it has two figures above each other, so that it may be two rows.
    pub stacked: bool,
}

impl Row {
    pub(super) fn area(&self) -> Area {
        self.lines.iter().map(|line| line.area).reduce(|a, b| a.with(&b)).unwrap_or_default()
    }

    pub(super) fn size(&self) -> i64 {
        self.lines.iter().map(|line| line.size).max().unwrap_or(0)
    }

    fn of(lines: &[Line]) -> Self {
        if let [line] = lines {
            let words = line.segments.iter().flat_map(|s| &s.words).cloned().gather();
            return Self { lines: lines.to_vec(), words, cells: cells(line), stacked: false };
        }
        let mut words: Vec<Word> =
            lines.iter().flat_map(|line| &line.segments).flat_map(|s| &s.words).cloned().gather();
        crate::order::by_key(&mut words, |word| word.area.left);
        let mut stacks: Vec<(i64, Vec<Word>)> = Vec::new();
        for word in words {
            match stacks.last_mut().filter(|(right, _)| word.area.left < *right) {
                Some((right, stack)) => {
                    *right = (*right).max(word.area.right);
                    stack.push(word);
                }
                None => stacks.push((word.area.right, vec![word])),
            }
        }
        let stacks: Vec<Vec<Word>> = stacks.into_iter().map(|(_, stack)| from_top(stack)).gather();
        let stacked = stacks.iter().any(|stack| has_two_figures(stack));
        let words: Vec<Word> = stacks.into_iter().filter_map(joined).gather();
        Self { lines: lines.to_vec(), cells: words.clone(), words, stacked }
    }
}

/// The rows of lines that run from the top down.
pub(super) fn rows(lines: &[Line]) -> Vec<Row> {
    let beside = |a: &Line, b: &Line| (b.middle() - a.middle()) * 10 < a.size.max(b.size) * 8;
    lines.chunk_by(beside).map(Row::of).gather()
}

fn from_top(mut stack: Vec<Word>) -> Vec<Word> {
    crate::order::by_key(&mut stack, |word| (word.area.top, word.area.left));
    stack
}

/// A figure that breaks off behind its comma or point goes on below; any other is whole.
fn has_two_figures(stack: &[Word]) -> bool {
    let figures: Vec<&str> = stack.iter().map(|word| word.text.as_str()).filter(|text| is_amount(text)).gather();
    figures.iter().rev().skip(1).any(|text| !text.ends_with([',', '.']))
}

/// Words above each other as one.
fn joined(stack: Vec<Word>) -> Option<Word> {
    stack.into_iter().reduce(|mut above, below| {
        append(&mut above.text, &below.text);
        above.area = above.area.with(&below.area);
        above
    })
}

fn cells(line: &Line) -> Vec<Word> {
    let mut out: Vec<Word> = Vec::new();
    for segment in &line.segments {
        for (i, word) in segment.words.iter().enumerate() {
            let apart = |last: &Word| (word.area.left - last.area.right) * 10 >= line.size * 6 && is_amount(&word.text);
            match out.last_mut().filter(|last| i > 0 && !apart(last)) {
                Some(last) => {
                    last.text.push(' ');
                    last.text.push_str(&word.text);
                    last.area = last.area.with(&word.area);
                }
                None => out.push(word.clone()),
            }
        }
    }
    out
}

/// A figure and nothing else.
pub(super) fn is_amount(text: &str) -> bool {
    let text = ["万元", "元", "%", "％"].iter().find_map(|unit| text.strip_suffix(unit)).unwrap_or(text);
    text.contains(|c: char| c.is_ascii_digit())
        && text.chars().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.' | '-' | '－' | '(' | ')' | '（' | '）'))
}
