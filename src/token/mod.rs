//! Text → figures and digits that are none.
//!
//! One pass over the logical text. Every run of digits ends either as a [`Figure`] or as an exclusion with its reason;
//! nothing is lost between the two. What a figure is a figure *of* is decided later, in `fact`.
#![doc = include_str!("figure.md")]
#![doc = include_str!("mask.md")]

mod amount;
mod cell;
pub mod clause;
mod declared;
mod han_numeral;
mod mask;
mod unit_name;
mod unit_table;
mod vague;

pub use cell::{cell_figure, unit_of};
pub use mask::Mask;

use crate::number::{Dimension, Figure};
use crate::text::{LogicalText, Range};

/// A run of the logical text that holds a number.
#[derive(Clone, Debug)]
pub struct Token {
    /// Its characters, unit included.
    pub range: Range,
    /// What it is.
    pub kind: TokenKind,
}

/// What a run with a number is.
#[derive(Clone, Debug)]
pub enum TokenKind {
    /// A figure (数据).
    Figure(Figure),
    /// Digits that are no figure, with the reason.
    Excluded(Mask),
}

impl TokenKind {
    /// A number, read or not, and no name or mark.
    fn is_number(&self) -> bool {
        matches!(self, Self::Figure(_) | Self::Excluded(Mask::NoUnit | Mask::Idiom))
    }
}

/// The pages that document and test the number forms and the exclusions.
pub const PAGES: [(&str, &str); 2] = [("figure", include_str!("figure.md")), ("mask", include_str!("mask.md"))];

/// Reads all tokens of the words of a text, in order; cells of tables are read one by one.
#[must_use]
pub fn scan(text: &LogicalText) -> Vec<Token> {
    let mut out = Vec::new();
    for paragraph in text.paragraphs().iter().take(text.prose()) {
        let mut from = paragraph.range.start;
        if let Some(mark) = paragraph.marker {
            let end = from + mark.length;
            if text.at(from) != Some('#') {
                out.push(Token { range: from..end, kind: TokenKind::Excluded(Mask::ListMark) });
            }
            from = end;
        }
        scan_into(text, from..paragraph.range.end, &mut out);
    }
    lend_units(text, &mut out);
    declared::lend(text, &mut out);
    out
}

/// Reads the tokens of a range.
#[must_use]
pub fn scan_range(text: &LogicalText, range: Range) -> Vec<Token> {
    let mut out = Vec::new();
    scan_into(text, range, &mut out);
    lend_units(text, &mut out);
    out
}

fn scan_into(text: &LogicalText, range: Range, out: &mut Vec<Token>) {
    let mut at = range.start;
    while at < range.end {
        let Some(token) = token_at(text, at, range.end, out) else {
            at += 1;
            continue;
        };
        at = token.range.end.max(at + 1);
        out.push(token);
    }
}

fn token_at(text: &LogicalText, at: usize, end: usize, before: &[Token]) -> Option<Token> {
    let c = text.at(at)?;
    if c.is_ascii_alphabetic() {
        let (range, reason) = mask::word(text, at, end)?;
        return Some(Token { range, kind: TokenKind::Excluded(reason) });
    }
    let arabic = c.is_ascii_digit();
    if !arabic && !han_numeral::may_start(c) {
        return None;
    }
    if let Some((range, reason)) = mask::excluded(text, at, end) {
        return Some(Token { range, kind: TokenKind::Excluded(reason) });
    }
    if arabic {
        return Some(amount::read(text, at, end, before));
    }
    han_numeral::read(text, at, end)
}

/// `12、8.5、3.5万元`: a unit given once, at the end of a list, is lent to the bare numbers before it.
fn lend_units(text: &LogicalText, tokens: &mut [Token]) {
    for i in (1..tokens.len()).rev() {
        let (head, tail) = tokens.split_at_mut(i);
        let (Some(bare), Some(full)) = (head.last_mut(), tail.first()) else {
            continue;
        };
        let joined = matches!(text.slice(bare.range.end..full.range.start), ['、'] | ['和'] | ['与'] | ['及']);
        let TokenKind::Figure(full) = &full.kind else { continue };
        let lent = match &bare.kind {
            TokenKind::Excluded(mask) => *mask == Mask::NoUnit,
            // 拉动增长0.7个、5.1个、6.5个百分点: the first of a long unit may stand behind each number.
            TokenKind::Figure(own) => full.unit.dimension == Dimension::Points && own.unit.base == "个",
        };
        if joined
            && lent
            && let Some(figure) = amount::plain(text, &bare.range, full.unit.clone())
        {
            bare.kind = TokenKind::Figure(figure);
        }
    }
}
