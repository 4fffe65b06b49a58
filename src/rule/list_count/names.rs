//! Reading a list of names: where its items part, how many readings it allows.

use crate::fact::Facts;
use crate::text::Range;

/// A list of names.
pub(super) struct Listing {
    /// How many names, in each reading of its marks; the plainest first.
    pub readings: Vec<u32>,
    /// Whether it ends with 等.
    pub open: bool,
    /// Whether its items look like names throughout.
    pub clean: bool,
    /// Where it ends.
    pub end: usize,
}

/// Reads a list that begins at a position and ends before a limit.
///
/// It ends at its first ， or ；; where a list is written with these marks, reading on to the full stop is another reading.
pub(super) fn forward(facts: &Facts, from: usize, limit: usize) -> Option<Listing> {
    let hard = stop(facts, from, limit, &['。', '：', '！', '？', '\n']);
    let soft = stop(facts, from, hard, &['，', '；']);
    let first = items(facts, from..soft, false);
    let all = items(facts, from..hard, true);
    let end = |item: &Range| item.end;
    let mut readings = Vec::new();
    let mut open = false;
    let mut clean = false;
    let mut last = soft;
    if first.len() >= 2 && first.iter().all(|i| is_free(facts, i)) {
        open = first.last().is_some_and(|i| closes_with_more(facts, i));
        clean = first.iter().all(|i| is_name(facts, i));
        last = first.last().map_or(soft, end);
        readings.extend(lengths(facts, &first, open));
    }
    if soft < hard && all.len() >= 2 && all.iter().all(|i| is_free(facts, i) && i.len() <= 24) {
        if readings.is_empty() {
            open = all.last().is_some_and(|i| closes_with_more(facts, i));
            last = hard;
        }
        readings.extend(lengths(facts, &all, open));
        clean = clean && !facts.text.slice(soft..hard).contains(&'、');
    }
    (!readings.is_empty()).then_some(Listing { readings, open, clean, end: last })
}

/// The first of the marks outside brackets, or the limit.
pub(super) fn stop(facts: &Facts, from: usize, limit: usize, marks: &[char]) -> usize {
    let mut i = from;
    while i < limit {
        match facts.text.at(i) {
            Some('（') => i = facts.clauses.partner(i).filter(|p| *p > i).unwrap_or(i),
            Some(c) if marks.contains(&c) => return i,
            None => return i,
            _ => {}
        }
        i += 1;
    }
    limit
}

/// The items of a range: parted by 、, by two titles side by side, and with `all` by ， and ； as well.
pub(super) fn items(facts: &Facts, range: Range, all: bool) -> Vec<Range> {
    let mut out = Vec::new();
    let (mut begin, mut i) = (range.start, range.start);
    let mut push = |item: Range| {
        if !item.is_empty() {
            out.push(item);
        }
    };
    while i < range.end {
        let next = facts.text.at(i + 1);
        match facts.text.at(i) {
            Some('（') => i = facts.clauses.partner(i).filter(|p| *p > i && *p < range.end).unwrap_or(i),
            Some('、') => {
                push(begin..i);
                begin = i + 1;
            }
            Some('，' | '；') if all => {
                push(begin..i);
                begin = i + 1;
            }
            Some('》') if next == Some('《') => {
                push(begin..i + 1);
                begin = i + 1;
            }
            Some('”') if next == Some('“') => {
                push(begin..i + 1);
                begin = i + 1;
            }
            _ => {}
        }
        i += 1;
    }
    push(begin..range.end);
    out
}

/// How many names the items are: a last item with 和 may be two.
fn lengths(facts: &Facts, items: &[Range], open: bool) -> Vec<u32> {
    let count = items.len() as u32;
    let joined = items.last().is_some_and(|last| has_joint(facts, last));
    match (joined, open) {
        (true, _) => vec![count + 1, count],
        (false, _) => vec![count],
    }
}

/// 和、与、及 inside an item, outside brackets and not at its ends.
pub(super) fn has_joint(facts: &Facts, item: &Range) -> bool {
    let words = outside_brackets(facts, item);
    let length = words.len();
    words.iter().enumerate().any(|(i, c)| matches!(c, '和' | '与' | '及') && i >= 1 && i + 2 < length)
}

fn outside_brackets(facts: &Facts, item: &Range) -> Vec<char> {
    let mut out = Vec::new();
    let mut i = item.start;
    while i < item.end {
        match facts.text.at(i) {
            Some('（') => i = facts.clauses.partner(i).filter(|p| *p > i).unwrap_or(i),
            Some(c) => out.push(c),
            None => {}
        }
        i += 1;
    }
    out
}

fn closes_with_more(facts: &Facts, item: &Range) -> bool {
    let words = outside_brackets(facts, item);
    words.ends_with(&['等']) || words.ends_with(&['等', '等'])
}

/// No figure stands in the item outside brackets.
fn is_free(facts: &Facts, item: &Range) -> bool {
    let first = facts.list.partition_point(|f| f.range.start < item.start);
    let inside = |at: usize| {
        (item.start..at).any(|i| facts.text.at(i) == Some('（') && facts.clauses.partner(i).is_some_and(|p| p > at))
    };
    facts.list.iter().skip(first).take_while(|f| f.range.start < item.end).all(|f| inside(f.range.start))
}

fn is_name(facts: &Facts, item: &Range) -> bool {
    (2..=24).contains(&outside_brackets(facts, item).len())
}
