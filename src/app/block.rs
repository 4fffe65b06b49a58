//! Blocks: the paragraphs of the report as they are drawn, cut into pieces at figures and findings.
//!
//! Blocks are built once per report and shared, so that choosing a finding redraws only the paragraphs it touches.

use super::place::{self, Bytes};
use crate::report::{FigureStatus, Severity};
use std::rc::Rc;

/// A paragraph as it is drawn.
#[derive(Debug, PartialEq, Eq)]
pub struct Block {
    /// Its number among the blocks, from 0.
    pub number: usize,
    /// How it is set.
    pub level: Level,
    /// Its text, cut where the drawing changes.
    pub pieces: Vec<Piece>,
}

/// How a block is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// 标题.
    Title,
    /// 一、 or （一）.
    Heading,
    /// 正文.
    Paragraph,
}

/// A stretch of a block that is drawn alike.
#[derive(Debug, PartialEq, Eq)]
pub struct Piece {
    /// The text.
    pub text: Rc<str>,
    /// What it is.
    pub kind: PieceKind,
    /// The finding that it takes part in: the gravest one, if several.
    pub finding: Option<(u32, Severity)>,
}

/// What a piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PieceKind {
    /// Words.
    Words,
    /// A figure (数据).
    Figure(u32, FigureStatus),
    /// Digits that are no figure (非数据), by their place in the report's list.
    Excluded(u32),
}

/// A mark to lay on the text; marks of one kind do not overlap.
#[derive(Clone, Copy, Debug)]
pub struct Mark {
    /// Where.
    pub bytes: Bytes,
    /// What.
    pub kind: PieceKind,
    /// The finding it takes part in.
    pub finding: Option<(u32, Severity)>,
}

/// How far down a title is looked for.
const TITLE_LINES: usize = 5;

/// Which of the first lines holds the title.
pub fn title_line(text: &str, title: Option<&str>) -> Option<usize> {
    let title = title?;
    place::lines(text).take(TITLE_LINES).position(|line| line.of(text).contains(title))
}

/// The block of the line with this number. `marks` are sorted by place and do not overlap.
pub fn block(text: &str, line: Bytes, number: usize, title_line: Option<usize>, marks: &[Mark]) -> Block {
    let words = line.of(text);
    // An organisation set above the title belongs to it.
    let is_title = title_line.is_some_and(|at| number == at || number < at && is_short(words));
    Block { number, level: if is_title { Level::Title } else { level(words) }, pieces: pieces(text, line, marks) }
}

/// A stretch of the text, cut at the marks that meet it.
pub fn pieces(text: &str, line: Bytes, marks: &[Mark]) -> Vec<Piece> {
    let from = marks.partition_point(|mark| mark.bytes.end <= line.start);
    let to = marks.partition_point(|mark| mark.bytes.start < line.end);
    let marks = marks.get(from..to).unwrap_or(&[]);
    let mut pieces = Vec::with_capacity(marks.len() * 2 + 1);
    let mut at = line.start;
    for mark in marks {
        // A figure that a line break cuts in two is drawn in both lines.
        let bytes = Bytes { start: mark.bytes.start.max(at), end: mark.bytes.end.min(line.end) };
        if bytes.start >= bytes.end {
            continue;
        }
        push(&mut pieces, text, Bytes { start: at, end: bytes.start }, PieceKind::Words, None);
        push(&mut pieces, text, bytes, mark.kind, mark.finding);
        at = bytes.end;
    }
    push(&mut pieces, text, Bytes { start: at, end: line.end }, PieceKind::Words, None);
    pieces
}

fn push(pieces: &mut Vec<Piece>, text: &str, bytes: Bytes, kind: PieceKind, finding: Option<(u32, Severity)>) {
    let words = bytes.of(text);
    if !words.is_empty() {
        pieces.push(Piece { text: words.into(), kind, finding });
    }
}

/// A heading is short, begins with a list mark of the first two levels and ends without a full stop.
fn level(words: &str) -> Level {
    let han = |character: char| "一二三四五六七八九十".contains(character);
    let mark = words.trim_start_matches(['（', '(']).trim_start_matches(han);
    let bracketed = words.starts_with(['（', '(']);
    let is_mark = words.trim_start_matches(['（', '(']).starts_with(han)
        && if bracketed { mark.starts_with(['）', ')']) } else { mark.starts_with('、') };
    if is_mark && is_short(words) { Level::Heading } else { Level::Paragraph }
}

fn is_short(words: &str) -> bool {
    const LONGEST: usize = 40;
    words.chars().count() <= LONGEST && !words.contains(['。', '；', '，'])
}
