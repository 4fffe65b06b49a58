//! Which line breaks are soft: a PDF's text layer breaks every line, a word processor's text only paragraphs.

use super::logical::fold;
use super::marker::{Marker, marker, may_begin};
use crate::gather::Gather;

/// First characters of the units that a line break most often parts from their number.
const UNIT_STARTS: [char; 20] = [
    '万', '亿', '元', '%', '％', '‰', '个', '人', '件', '户', '家', '辆', '台', '项', '批', '次', '份', '名', '亩',
    '吨',
];

/// Units of which the first character begins other words as well.
const UNIT_WORDS: [&str; 10] = ["公里", "公顷", "公斤", "平方", "立方", "千瓦", "毫米", "厘米", "小时", "百分点"];

/// A line of the original text with what decides how it joins the next.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// First byte that is not blank.
    pub start: usize,
    /// One past the last byte that is not blank.
    pub end: usize,
    indent: usize,
    width: usize,
    ending: Option<char>,
    punctuated: bool,
    digit_end: bool,
    /// Whether it ends with a number that has decimals.
    decimal_end: bool,
    unit_start: bool,
    /// Whether it is a short whole number and nothing else.
    bare: bool,
    marker: Option<Marker>,
}

/// A page number on a line of its own: `- 12 -`, `第12页`, `第 3 页 共 20 页`.
fn is_page_number(line: &str) -> bool {
    let dash = |c| matches!(c, '-' | '—' | '–' | '－');
    if !line.starts_with(dash) && !line.starts_with('第') {
        return false;
    }
    let words: String = line.chars().filter(|c| !c.is_whitespace()).collect();
    if words.starts_with('第') && words.ends_with('页') {
        let named = words.chars().all(|c| c.is_numeric() || matches!(c, '第' | '页' | '共' | '，' | ',' | '/'));
        return named && words.contains(char::is_numeric);
    }
    let bare = line.trim_matches(|c: char| dash(c) || c.is_whitespace());
    line.starts_with(dash) && line.ends_with(dash) && !bare.is_empty() && bare.chars().all(|c| c.is_ascii_digit())
}

/// The list mark that a line begins with.
fn mark_of(body: &str) -> Option<Marker> {
    if !body.starts_with(may_begin) {
        return None;
    }
    let mut head = ['\0'; 12];
    let read = head.iter_mut().zip(body.chars().filter(|c| !c.is_whitespace()));
    let length = read.map(|(slot, c)| *slot = fold(c)).count();
    marker(head.get(..length)?)
}

/// Whether a line ends with a number that has decimals: 银行存款利息 46,912.88.
fn ends_with_decimals(body: &str) -> bool {
    let head = body.trim_end_matches(|c: char| c.is_ascii_digit());
    head.len() < body.len() && head.strip_suffix('.').is_some_and(|whole| whole.ends_with(|c: char| c.is_ascii_digit()))
}

/// How many characters say at the end of a title what it is: 自评报告（节选）.
const ASIDE: usize = 6;

/// Whether a line has clause marks of its own, behind its list mark. A quoted word in a heading is none: “三公”经费情况; nor is a short
/// bracket that ends it.
fn is_punctuated(body: &str, mark: usize) -> bool {
    let aside = body.strip_suffix('）').and_then(|head| head.rsplit_once('（'));
    let body = aside.filter(|(_, words)| words.chars().count() <= ASIDE).map_or(body, |(title, _)| title);
    let rest = body.chars().filter(|c| !c.is_whitespace()).skip(mark);
    rest.into_iter().any(|c| matches!(c, '，' | '。' | '；' | '：' | '、' | ',' | ';' | '（'))
}

/// Display columns: a Han character takes two.
fn columns(text: &str) -> usize {
    let narrow = |c: char| !matches!(c, '\u{4e00}'..='\u{9fff}') && fold(c).is_ascii();
    text.chars().map(|c| if narrow(c) { 1 } else { 2 }).sum()
}

/// What stands between two lines.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Gap {
    /// How many lines that say nothing.
    pub blank: usize,
    /// Whether a page number is among them.
    page: bool,
}

/// The lines that are not blank, each with the gap before it; page numbers and where they stand go to `pages`.
pub(super) fn lines(text: &str, pages: &mut Vec<std::ops::Range<usize>>) -> Vec<(Line, Gap)> {
    let mut out = Vec::new();
    let mut offset = 0;
    let mut gap = Gap::default();
    for raw in text.split('\n') {
        let body = raw.trim();
        let lead = raw.len() - raw.trim_start().len();
        let page = is_page_number(body);
        if body.is_empty() || page {
            gap = Gap { blank: gap.blank + 1, page: gap.page || page };
            pages.extend(page.then(|| offset + lead..offset + lead + body.len()));
        } else {
            let mark = mark_of(body);
            out.push((
                Line {
                    start: offset + lead,
                    end: offset + lead + body.len(),
                    indent: columns(raw.get(..lead).unwrap_or("").trim_matches('\u{feff}')),
                    width: columns(raw.trim_end()),
                    ending: body.chars().next_back(),
                    punctuated: is_punctuated(body, mark.map_or(0, |m| m.length)),
                    digit_end: body.ends_with(|c: char| c.is_numeric() || matches!(c, '.' | ',' | '万' | '亿')),
                    decimal_end: ends_with_decimals(body),
                    unit_start: body.starts_with(UNIT_STARTS) || UNIT_WORDS.iter().any(|word| body.starts_with(word)),
                    bare: body.len() <= 3 && body.bytes().all(|b| b.is_ascii_digit()),
                    marker: mark,
                },
                std::mem::take(&mut gap),
            ));
        }
        offset += raw.len() + 1;
    }
    out
}

/// Takes out the page numbers without dashes: a number alone on its line where a wrapped paragraph was broken off by the end of the
/// page. A wrapped line before it would have had room for it, were it part of the sentence.
pub(super) fn drop_bare_pages(
    lines: Vec<(Line, Gap)>,
    wrap: Option<usize>,
    pages: &mut Vec<std::ops::Range<usize>>,
) -> Vec<(Line, Gap)> {
    let Some(wrap) = wrap else { return lines };
    let mut out: Vec<(Line, Gap)> = Vec::with_capacity(lines.len());
    let mut rest = lines.into_iter().peekable();
    while let Some((line, gap)) = rest.next() {
        let broken = out.last().is_some_and(|(last, _)| {
            last.width * 100 >= wrap * 80 && !last.is_terminal() && !last.digit_end && !last.bare
        });
        match rest.peek_mut() {
            Some((next, behind)) if line.bare && broken && !next.bare && !next.unit_start => {
                pages.push(line.start..line.end);
                *behind = Gap { blank: behind.blank + gap.blank + 1, page: true };
            }
            _ => out.push((line, gap)),
        }
    }
    out
}

/// How wide the lines of a hard-wrapped text are; `None` where lines are whole paragraphs.
pub(super) fn wrap_width(lines: &[(Line, Gap)]) -> Option<usize> {
    let mut widths: Vec<usize> = lines.iter().map(|(line, _)| line.width).gather();
    crate::order::by_key(&mut widths, |item| *item);
    let longest = *widths.get(widths.len().saturating_sub(1).saturating_sub(widths.len() / 20))?;
    let full = widths.iter().filter(|w| **w * 100 >= longest * 85).count();
    // Paragraphs of like length end with a stop; wrapped lines break off anywhere.
    let broken = lines.iter().filter(|(line, _)| line.width * 100 >= longest * 85 && !line.is_terminal()).count();
    let wrapped = full * 10 >= widths.len() * 3 && broken * 4 >= full;
    (widths.len() >= 4 && wrapped && (24..=200).contains(&longest)).then_some(longest)
}

impl Line {
    fn is_terminal(&self) -> bool {
        matches!(self.ending, Some('。' | '！' | '？' | '；' | '：' | ':' | ';' | '!' | '?'))
    }

    /// A heading or title has no clause marks of its own and ends without a stop.
    fn is_title(&self, wrap: Option<usize>) -> bool {
        let short = wrap.map_or(self.width <= 60, |w| self.width * 100 < w * 80);
        let plain = !self.punctuated || self.marker.is_some_and(|m| m.level <= 2 && self.width <= 60);
        short && plain && !self.is_terminal() && !self.digit_end
    }

    /// A line cannot be the last of its paragraph where it ends with a comma or inside an amount.
    fn breaks_off(&self, next: &Line) -> bool {
        matches!(self.ending, Some('，' | ',' | '、' | '（' | '“' | '《')) || (self.digit_end && next.unit_start)
    }

    /// Whether the break between this line and the next is only the wrapping of one paragraph.
    pub(super) fn flows_into(&self, next: &Line, gap: Gap, wrap: Option<usize>) -> bool {
        if (gap.blank == 0 || gap.page) && next.marker.is_none() && self.breaks_off(next) {
            return true;
        }
        if next.marker.is_some() || self.is_title(wrap) {
            return false;
        }
        // A sentence goes on where a page number stands between its halves.
        if gap.page && !self.is_terminal() && (self.punctuated || self.digit_end) {
            return true;
        }
        let fills = |share: usize| wrap.is_some_and(|w| self.width * 100 >= w * share);
        if gap.blank > 0 {
            // A page ends in the middle of a paragraph; a title before a blank line stands alone, unless it is full.
            let full = if self.punctuated || self.digit_end { fills(80) } else { fills(96) };
            return full && !self.is_terminal() && next.indent <= self.indent;
        }
        if next.indent > self.indent || (next.indent >= 2 && self.is_terminal()) {
            return false;
        }
        // A line that ends with an amount, its unit declared elsewhere, is an item of a list where nothing is wrapped, or all are set in.
        let set_in = self.indent >= 2 && next.indent >= 2;
        if self.decimal_end && !next.unit_start && (wrap.is_none() || set_in) {
            return false;
        }
        if self.is_terminal() { fills(88) } else { wrap.is_none() || fills(50) }
    }
}
