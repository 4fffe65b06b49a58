//! Lines in reading order → paragraphs.

use super::line::{Line, is_wide};
use super::mark::begins_with_mark;
use crate::gather::Gather;

/// Where the text of a stretch begins and ends across.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in super::super) struct Margins {
    pub left: i64,
    pub right: i64,
    /// How far the middles of two lines that follow each other are apart; 0 where nobody knows.
    pub leading: i64,
}

impl Margins {
    /// The margins of lines; `usual` is what other pages have.
    pub(in super::super) fn of(lines: &[&Line], usual: Option<i64>) -> Self {
        let left = lines.iter().map(|l| l.area.left).min().unwrap_or(0);
        let size = lines.iter().map(|l| l.size).max().unwrap_or(0);
        let mut rights: Vec<i64> = lines.iter().map(|l| l.area.right).gather();
        crate::order::by(&mut rights, |a, b| b.cmp(a));
        let most = rights.first().copied().unwrap_or(0);
        // Long lines that end at the same place show where the margin is; one line alone may be short.
        let agreed = rights.windows(2).find_map(|pair| match pair {
            [a, b] if (a - b) * 2 <= size && (a - left) * 3 >= (most - left) * 2 => Some(*a),
            _ => None,
        });
        let right = match agreed {
            Some(agreed) if most - agreed <= size * 3 => most,
            Some(agreed) => agreed,
            None => usual.filter(|usual| *usual >= most - size).map_or(most, |usual| usual.max(most)),
        };
        let mut leadings: Vec<i64> = lines.windows(2).filter_map(leading).gather();
        crate::order::by_key(&mut leadings, |item| *item);
        let leading = leadings.get(leadings.len() / 2).copied().unwrap_or(0);
        Self { left, right, leading }
    }
}

fn leading(pair: &[&Line]) -> Option<i64> {
    let [a, b] = pair else { return None };
    Some(b.middle() - a.middle()).filter(|apart| *apart > 0)
}

/// Whether a line runs on in the next one. `turned` says that a page or column ends between them.
pub(in super::super) fn runs_on(
    paragraph: &str,
    (a, b): (&Line, &Line),
    margins: (Margins, Margins),
    turned: bool,
) -> bool {
    let size = a.size.max(b.size);
    if (a.size - b.size).abs() * 100 > size * 12 {
        return false;
    }
    let stopped = paragraph.ends_with(['。', '；', '：', '！', '？', '”', '）']);
    let sentence = paragraph.contains(['，', '。', '；', '：']);
    let apart = b.middle() - a.middle();
    let usual = margins.0.leading;
    // Lines with Latin figures may stand further apart than others; a sentence goes on over them.
    let most = if sentence && !stopped { 180 } else { 135 };
    if !turned && (apart <= 0 || apart > size * 3 || (usual > 0 && apart * 100 > usual * most)) {
        return false;
    }
    // What stands first in the next line had no room in this one.
    let full = a.area.right + b.first_width + size * 6 / 10 >= margins.0.right;
    if !full {
        return false;
    }
    // A mark at the head of a line begins a paragraph, but within a sentence it may only have come to stand there.
    if begins_with_mark(&b.text()) && (stopped || !sentence) {
        return false;
    }
    let indent = |line: &Line, margins: Margins| line.area.left - margins.left;
    let (first, next) = (indent(a, margins.0), indent(b, margins.1));
    if next * 10 > size * 12 {
        // Both set in by the same, or both centred: a wrapped heading or a quotation, unless a sentence ends here.
        let alike = (first - next).abs() * 2 <= size || (a.area.middle().0 - b.area.middle().0).abs() * 2 <= size;
        return alike && !stopped;
    }
    true
}

/// Adds a line to what came before it in its paragraph.
pub(in super::super) fn append(paragraph: &mut String, line: &str) {
    let last = paragraph.chars().next_back();
    let first = line.chars().next();
    if let (Some(last), Some(first)) = (last, first) {
        let close = is_wide(last) || is_wide(first) || last == '-';
        let figure = (last.is_ascii_digit() || matches!(last, '.' | ',')) && first.is_ascii_digit();
        let figure = figure || (last.is_ascii_digit() && matches!(first, '.' | ',' | '%'));
        if !close && !figure {
            paragraph.push(' ');
        }
    }
    paragraph.push_str(line);
}
