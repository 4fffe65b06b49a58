//! List marks and heading numbers (序号): 一、 （一） 1、 1. （1） ① A． 第一部分.

use super::logical::{fold, is_blank, is_han};

/// Characters that a mark and what tells it apart take at most.
const LONGEST: usize = 12;

/// The Han digits of list marks.
const HAN_DIGITS: &str = "一二三四五六七八九";

/// A mark at the head of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marker {
    /// Depth in the usual order of official documents: 0 第一部分, 1 一、, 2 （一）, 3 1、, 4 （1）, 5 ① and A．
    pub level: u8,
    /// The number it carries, from 1.
    pub ordinal: u32,
    /// Characters it takes.
    pub length: usize,
}

/// Whether a mark may begin with a character: Han ones are those of numbers.
pub(super) fn may_begin(c: char) -> bool {
    !is_han(c) || matches!(c, '第' | '十') || HAN_DIGITS.contains(c)
}

/// The mark that the characters begin with, if any. Blanks must already be gone.
#[must_use]
pub fn marker(chars: &[char]) -> Option<Marker> {
    let first = *chars.first()?;
    if let '①'..='⑳' = first {
        return Some(Marker { level: 5, ordinal: first as u32 - '①' as u32 + 1, length: 1 });
    }
    if let Some(marker) = letter(chars) {
        return Some(marker);
    }
    if first == '#' {
        let length = chars.iter().take_while(|c| **c == '#').count();
        return Some(Marker { level: 0, ordinal: 0, length });
    }
    if first == '第' {
        let (ordinal, digits) = han(chars.get(1..)?)?;
        let after = *chars.get(1 + digits)?;
        return matches!(after, '部' | '章' | '条').then_some(Marker {
            level: u8::from(after == '条'),
            ordinal,
            length: 2 + digits + usize::from(after == '部'),
        });
    }
    let bracket = matches!(first, '（' | '(');
    let body = chars.get(usize::from(bracket)..)?;
    let (level, ordinal, digits) = match (han(body), arabic(body)) {
        (Some((ordinal, digits)), _) => (1, ordinal, digits),
        (None, Some((ordinal, digits))) => (3, ordinal, digits),
        (None, None) => return None,
    };
    let after = *body.get(digits)?;
    if bracket {
        return matches!(after, '）' | ')').then_some(Marker { level: level + 1, ordinal, length: digits + 2 });
    }
    let rest = body.get(digits + 1..).unwrap_or_default();
    let number = digits < 3 && is_counted(rest);
    let point = matches!(after, '.' | '．') && (number || !rest.first().is_some_and(char::is_ascii_digit));
    (point || matches!(after, '、') || (level == 3 && matches!(after, '）' | ')'))).then_some(Marker {
        level,
        ordinal,
        length: digits + 1,
    })
}

/// The mark that a line begins with as it was given, blanks and full-width signs and all.
#[must_use]
pub fn marker_of(line: &str) -> Option<Marker> {
    if !line.starts_with(may_begin) {
        return None;
    }
    let mut head = ['\0'; LONGEST];
    let read = head.iter_mut().zip(line.chars().filter(|c| !is_blank(*c)));
    let length = read.map(|(slot, c)| *slot = fold(c)).count();
    marker(head.get(..length)?)
}

/// 1.3个乡镇, 2.2023年: whether the digits behind a point are a number of their own, of what has no decimals or of a year.
fn is_counted(chars: &[char]) -> bool {
    const WHOLE: &str = "家名户项所起";
    let digits = chars.iter().take_while(|c| c.is_ascii_digit()).count();
    let (unit, next) = (chars.get(digits), chars.get(digits + 1));
    match unit {
        Some('个') => !matches!(next, Some('百' | '月' | '亿' | '点' | '小')),
        Some('年') => digits == 4 && matches!(chars.first_chunk(), Some(['1', '9'] | ['2', '0'])),
        Some(unit) => WHOLE.contains(*unit),
        None => false,
    }
}

/// A．征地补偿, B、城市建设: a letter with its point before words.
fn letter(chars: &[char]) -> Option<Marker> {
    let [letter @ 'A'..='Z', '.' | '．' | '、', next, ..] = chars else { return None };
    (!next.is_ascii()).then(|| Marker { level: 5, ordinal: *letter as u32 - 'A' as u32 + 1, length: 2 })
}

fn arabic(chars: &[char]) -> Option<(u32, usize)> {
    let length = chars.iter().take_while(|c| c.is_ascii_digit()).count();
    let digits = chars.get(..length).filter(|d| (1..=3).contains(&d.len()))?;
    Some((digits.iter().filter_map(|c| c.to_digit(10)).fold(0, |value, d| value * 10 + d), length))
}

fn han(chars: &[char]) -> Option<(u32, usize)> {
    let digit = |c: &char| HAN_DIGITS.chars().position(|d| d == *c).map(|i| i as u32 + 1);
    let length = chars.iter().take_while(|c| **c == '十' || digit(c).is_some()).count();
    let word = chars.get(..length)?;
    let value = match word {
        [] => return None,
        [d] if *d == '十' => 10,
        [d] => digit(d)?,
        ['十', d] => 10 + digit(d)?,
        [d, '十'] => digit(d)? * 10,
        [d, '十', e] => digit(d)? * 10 + digit(e)?,
        _ => return None,
    };
    Some((value, length))
}
