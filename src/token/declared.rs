//! A unit that the text declares once (单位另行声明): 本报告金额单位除注明外均为万元, and on a line of its own （单位：万元）.
//!
//! It is lent to numbers that stand as amounts do in a sentence: right behind a name, with a mark behind them. The columns of a
//! table that a reader took for lines stand otherwise.

use super::{Mask, Token, TokenKind, amount, cell::unit_of};
use crate::number::{Dimension, Unit};
use crate::text::{LogicalText, Range};

/// Units of money that a text declares, longest first.
const UNITS: [&str; 5] = ["百万元", "万元", "千元", "亿元", "元"];
/// What joins 单位 to the unit it declares.
const JOINTS: [char; 5] = ['为', '以', '：', '是', '按'];
/// What stands before 单位 where it is the unit of amounts.
const KINDS: [&str; 5] = ["金额", "货币", "计量", "计价", "记账"];
/// How many characters stand between 单位 and its unit at most: （除特别注明外）均为.
const REACH: usize = 14;
/// How many characters a line has at most that does nothing but declare.
const LINE: usize = 14;
/// How many bytes of the original stand between a line and the words right below it.
const GAP: u32 = 8;
/// Words that ask for an amount: behind others that ask for a number it is a rate without its sign.
const ASKING: [&str; 5] = ["增加", "减少", "合计", "小计", "总计"];
/// What stands before a number that names something.
const NAMES: [char; 10] = ['第', '表', '图', '号', '注', '式', '至', '到', '自', '约'];

/// Lends declared units to the bare numbers behind the declaration.
pub(super) fn lend(text: &LogicalText, tokens: &mut [Token]) {
    let paragraphs = text.paragraphs().get(..text.prose()).unwrap_or_default();
    let level = |at: usize| paragraphs.get(at).and_then(|p| p.marker).map(|m| m.level);
    for (at, paragraph) in paragraphs.iter().enumerate() {
        let Some((unit, is_line)) = declaration(text, &paragraph.range) else { continue };
        let mut end = paragraphs.len();
        if is_line {
            // A table stands between a line that belongs to it and the next words.
            let next = paragraphs.get(at + 1).map(|p| text.span(&p.range).start);
            let near = next.is_some_and(|next| next <= text.span(&paragraph.range).end + GAP);
            if !near && paragraph.range.len() <= LINE {
                continue;
            }
            let above = (0..at).rev().find_map(level);
            let ends = |at: &usize| level(*at).is_some_and(|own| above.is_some_and(|above| own <= above));
            end = (at + 1..end).find(ends).unwrap_or(end);
        }
        let until = paragraphs.get(end.saturating_sub(1)).map_or(0, |p| p.range.end);
        let from = tokens.partition_point(|t| t.range.start < paragraph.range.start);
        let behind = tokens.iter_mut().skip(from).take_while(|t| t.range.start < until);
        for token in behind.filter(|t| is_amount(text, t, is_line)) {
            if let Some(figure) = amount::plain(text, &token.range, unit.clone()) {
                token.kind = TokenKind::Figure(figure);
            }
        }
        if !is_line {
            return;
        }
    }
}

/// The unit that a paragraph declares, and whether it does nothing else.
fn declaration(text: &LogicalText, range: &Range) -> Option<(Unit, bool)> {
    let words = text.words(range.clone());
    let (before, rest) = words.split_once("单位")?;
    let head: String = rest.chars().take(REACH).take_while(|c| !matches!(c, '。' | '；')).collect();
    let behind = UNITS.iter().find_map(|unit| {
        let (joint, tail) = head.split_once(unit)?;
        let ends = tail.chars().next().is_none_or(|c| !c.is_alphanumeric());
        (joint.ends_with(JOINTS) && ends).then_some(*unit)
    });
    let kind = KINDS.iter().any(|kind| before.ends_with(kind));
    let bare = before.trim_start_matches('（').is_empty();
    // 以万元为单位
    let ahead = before
        .strip_suffix('为')
        .and_then(|words| UNITS.iter().find(|u| words.strip_suffix(**u).is_some_and(|w| w.ends_with('以'))));
    let unit = behind.filter(|_| kind || bare).or(ahead.copied())?;
    Some((unit_of(unit)?, bare))
}

/// Whether a number stands as an amount does: right behind a name, with a mark behind it.
fn is_amount(text: &LogicalText, token: &Token, is_line: bool) -> bool {
    let Range { start, end } = token.range;
    let bare = match &token.kind {
        TokenKind::Excluded(mask) => *mask == Mask::NoUnit,
        TokenKind::Figure(figure) => {
            figure.unit.dimension == Dimension::Bare && ASKING.iter().any(|w| text.before(start).ends_with(w))
        }
    };
    let digits = text.words(start..end);
    let year = digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
    let before = start.checked_sub(1).and_then(|at| text.at(at));
    let named = before.is_some_and(|c| c.is_alphabetic() && !c.is_ascii() && !NAMES.contains(&c));
    let behind = text.at(end);
    let closed = behind.is_some_and(|c| matches!(c, '，' | '。' | '；' | '、' | '（' | '）' | '：'));
    let last = !is_line && behind.is_none_or(|c| c == '\n');
    bare && !year && digits.len() > 1 && named && (closed || last)
}
