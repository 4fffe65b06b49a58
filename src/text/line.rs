//! Which line breaks are soft: a PDF's text layer breaks every line, a word processor's text only paragraphs.

use super::marker::{Marker, marker};

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
    unit_start: bool,
    marker: Option<Marker>,
}

/// A page number on a line of its own: `- 12 -`.
fn is_page_number(line: &str) -> bool {
    let dash = |c| matches!(c, '-' | '—' | '–' | '－');
    let bare = line.trim_matches(|c: char| dash(c) || c.is_whitespace());
    line.starts_with(dash) && line.ends_with(dash) && !bare.is_empty() && bare.chars().all(|c| c.is_ascii_digit())
}

/// Display columns: a Han character takes two.
fn columns(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
}

/// The lines that are not blank, each with the number of blank lines before it.
pub(super) fn lines(text: &str) -> Vec<(Line, usize)> {
    let mut out = Vec::new();
    let mut offset = 0;
    let mut blank = 0;
    for raw in text.split('\n') {
        let body = raw.trim();
        let lead = raw.len() - raw.trim_start().len();
        if body.is_empty() || is_page_number(body) {
            blank += 1;
        } else {
            let head: Vec<char> = body.chars().filter(|c| !c.is_whitespace()).take(12).collect();
            out.push((
                Line {
                    start: offset + lead,
                    end: offset + lead + body.len(),
                    indent: columns(raw.get(..lead).unwrap_or("").trim_matches('\u{feff}')),
                    width: columns(raw.trim_end()),
                    ending: body.chars().next_back(),
                    punctuated: body.contains(['，', '。', '；', '：', '、', ',', ';', '（', '“']),
                    digit_end: body.ends_with(|c: char| c.is_numeric() || matches!(c, '.' | ',' | '万' | '亿')),
                    unit_start: body.starts_with(['万', '亿', '元', '%', '％', '个', '人', '件', '户', '家', '辆']),
                    marker: marker(&head),
                },
                std::mem::take(&mut blank),
            ));
        }
        offset += raw.len() + 1;
    }
    out
}

/// How wide the lines of a hard-wrapped text are; `None` where lines are whole paragraphs.
pub(super) fn wrap_width(lines: &[(Line, usize)]) -> Option<usize> {
    let mut widths: Vec<usize> = lines.iter().map(|(line, _)| line.width).collect();
    widths.sort_unstable();
    let longest = *widths.get(widths.len().saturating_sub(1).saturating_sub(widths.len() / 20))?;
    let full = widths.iter().filter(|w| **w * 100 >= longest * 85).count();
    (widths.len() >= 4 && full * 10 >= widths.len() * 3 && (24..=200).contains(&longest)).then_some(longest)
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

    /// Whether the break between this line and the next is only the wrapping of one paragraph.
    pub(super) fn flows_into(&self, next: &Line, blank: usize, wrap: Option<usize>) -> bool {
        if self.digit_end && next.unit_start && blank == 0 {
            return true;
        }
        if next.marker.is_some() || self.is_title(wrap) {
            return false;
        }
        let fills = |share: usize| wrap.is_some_and(|w| self.width * 100 >= w * share);
        if blank > 0 {
            return fills(80) && !self.is_terminal() && next.indent <= self.indent;
        }
        if next.indent > self.indent || (next.indent >= 2 && self.is_terminal()) {
            return false;
        }
        if self.is_terminal() { fills(88) } else { wrap.is_none() || fills(50) }
    }
}
