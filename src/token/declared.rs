//! A unit that the text declares once (单位另行声明): 本报告金额单位除注明外均为万元, and on a line of its own （单位：万元）.
//!
//! It is lent to numbers that stand as amounts do in a sentence: right behind a name, with a mark behind them. The columns of a
//! table that a reader took for lines stand otherwise.

use super::{Mask, Token, TokenKind, amount, cell::unit_of};
use crate::number::{Dimension, Unit};
use crate::text::{LogicalText, Mention, Paragraph, Range};

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

/// Lends declared units to the bare numbers behind the declaration: to all of them, or to those of the section that a line heads.
pub(super) fn lend(text: &LogicalText, tokens: &mut [Token]) {
    let paragraphs = text.paragraphs().get(..text.prose()).unwrap_or_default();
    let (mut of_all, mut of_section, mut heading) = (None, None, None);
    let mut tokens = tokens.iter_mut().peekable();
    for (at, paragraph) in paragraphs.iter().enumerate() {
        let level = paragraph.marker.map(|m| m.level);
        let ends = |(_, above): &(Unit, Option<u8>)| level.is_some_and(|own| above.is_some_and(|above| own <= above));
        of_section = of_section.filter(|section| !ends(section));
        heading = level.or(heading);
        match declaration(text, &paragraph.range) {
            Some((unit, false)) => of_all = Some(unit),
            Some((unit, true)) if !heads_table(text, paragraphs.get(at..at + 2)) => of_section = Some((unit, heading)),
            _ => {}
        }
        let section = of_section.as_ref().map(|(unit, _)| unit);
        while let Some(token) = tokens.next_if(|t| t.range.start < paragraph.range.end) {
            let Some(unit) = section.or(of_all.as_ref()).filter(|_| is_amount(text, token, section.is_some())) else {
                continue;
            };
            if let Some(figure) = amount::plain(text, &token.range, unit.clone()) {
                token.kind = TokenKind::Figure(figure);
            }
        }
    }
}

/// Whether a table stands between a line that does nothing but declare and the next words; the line is then the table's.
fn heads_table(text: &LogicalText, pair: Option<&[Paragraph]>) -> bool {
    match pair {
        Some([line, next]) => {
            line.range.len() <= LINE && text.span(&next.range).start > text.span(&line.range).end + GAP
        }
        _ => true,
    }
}

/// The unit that a paragraph declares, and whether it begins with that.
fn declaration(text: &LogicalText, range: &Range) -> Option<(Unit, bool)> {
    let words = text.words(range.clone());
    words.match_indices("单位").find_map(|(at, word)| declared(words.get(..at)?, words.get(at + word.len()..)?))
}

/// The unit between the words before 单位 and those behind it, and whether nothing stands before.
fn declared(before: &str, behind: &str) -> Option<(Unit, bool)> {
    let named = || {
        let head: String = behind.chars().take(REACH).take_while(|c| !matches!(c, '。' | '；')).collect();
        UNITS.iter().find_map(|unit| {
            let (joint, tail) = head.split_once(unit)?;
            let ends = tail.chars().next().is_none_or(|c| !c.is_alphanumeric());
            (joint.ends_with(JOINTS) && ends).then_some(*unit)
        })
    };
    let kind = before.ends_with_any(&KINDS);
    let bare = before.trim_start_matches('（').is_empty();
    // 以万元为单位
    let ahead = before
        .strip_suffix('为')
        .and_then(|words| UNITS.iter().find(|u| words.strip_suffix(**u).is_some_and(|w| w.ends_with('以'))));
    let unit = (kind || bare).then(named).flatten().or(ahead.copied())?;
    Some((unit_of(unit)?, bare))
}

/// Whether a number stands as an amount does: right behind a name, with a mark behind it.
fn is_amount(text: &LogicalText, token: &Token, is_line: bool) -> bool {
    let Range { start, end } = token.range;
    let bare = match &token.kind {
        TokenKind::Excluded(mask) => *mask == Mask::NoUnit,
        TokenKind::Figure(figure) => {
            figure.unit.dimension == Dimension::Bare && text.before(start).ends_with_any(&ASKING)
        }
    };
    let digits = text.words(start..end);
    let year = digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
    let before = start.checked_sub(1).and_then(|at| text.at(at));
    let named = before.is_some_and(|c| c == '”' || c.is_alphabetic() && !c.is_ascii() && !NAMES.contains(&c));
    let behind = text.at(end);
    let closed = behind.is_some_and(|c| matches!(c, '，' | '。' | '；' | '、' | '（' | '）' | '：'));
    let last = !is_line && behind.is_none_or(|c| c == '\n');
    bare && !year && digits.len() > 1 && named && (closed || last)
}
