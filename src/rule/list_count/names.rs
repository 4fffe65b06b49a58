//! Reading a list of names: where its items part, how many readings it allows.

use crate::fact::Facts;
use crate::gather::Gather;
use crate::text::{Mention, Range};

/// A list of names.
pub(super) struct Listing {
    /// How many names, in each reading of its marks; the plainest first.
    pub readings: Vec<u32>,
    /// Whether it ends with 等.
    pub open: bool,
    /// Whether its items look like names throughout.
    pub clean: bool,
    /// Whether it is three plain names or more, or two of one kind, and the sentence ends with it or goes on to their amounts.
    pub whole: bool,
    /// Where it ends.
    pub end: usize,
}

/// What comes behind a list of names where it goes on to their amounts.
const AMOUNTS: [&str; 5] = ["，依次", "，分别", "，金额", "，预算", "，合计"];

/// Reads a list that begins at a position and ends before a limit.
///
/// It ends at its first ， or ；; where a list is written with these marks, reading on to the full stop is another reading.
pub(super) fn forward(facts: &Facts, from: usize, limit: usize) -> Option<Listing> {
    let hard = stop(facts, from, limit, &['。', '：', '！', '？', '\n']);
    // 甲经费，乙经费，金额依次为: the amounts of a list written with commas end it.
    let amounts = (from..hard).find(|at| AMOUNTS.iter().any(|w| facts.text.has(*at, w)));
    let hard = amounts.unwrap_or(hard);
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
    let marks: &[char] = if amounts.is_some() { &['、', '；'] } else { &['、', '，'] };
    let semicolons = first.len() == 1 && !facts.text.slice(from..hard).iter().any(|c| marks.contains(c));
    let list = if semicolons { &all } else { &first };
    let whole = is_whole(facts, list) && (semicolons && last == hard || is_closed(facts, soft, limit));
    (!readings.is_empty()).then_some(Listing { readings, open, clean: clean || semicolons && whole, whole, end: last })
}

/// Whether the items are a list of plain names: three or more, or two that end alike.
fn is_whole(facts: &Facts, list: &[Range]) -> bool {
    let ends_alike = |a: &Range, b: &Range| facts.text.at(a.end - 1) == facts.text.at(b.end - 1);
    let many = list.len() >= 3 || matches!(list, [a, b] if ends_alike(a, b));
    many && list.iter().all(|item| item.len() <= 14 && is_plain(facts, item, false))
}

/// Whether nothing more of a list can follow: the paragraph or sentence ends, or a clause comes that has figures.
fn is_closed(facts: &Facts, at: usize, limit: usize) -> bool {
    let clauses = facts.clauses.clauses();
    let next = clauses.get(crate::token::clause::index_of(clauses, at + 1));
    let counted = next.is_some_and(|c| c.start == at + 1 && !facts.begin_in(c.clone()).is_empty());
    counted || at >= limit || facts.text.at(at) == Some('。') || AMOUNTS.iter().any(|w| facts.text.has(at, w))
}

/// A name, without words that could join two names or begin another list; the first item may begin with a verb.
pub(super) fn is_plain(facts: &Facts, item: &Range, first: bool) -> bool {
    const JOINTS: [&str; 5] = ["以及", "及", "和", "与", "或"];
    const BEGINNINGS: [&str; 7] = ["关于", "的", "对", "从", "在", "开展", "为"];
    let words = facts.text.words(item.clone()).replace("涉及", "").replace("普及", "");
    let inner = words.mentions_any(&JOINTS) || !first && words.mentions_any(&BEGINNINGS);
    (2..=16).contains(&words.chars().count()) && !inner
}

/// The characters of a range that stand outside brackets, with their places.
pub(super) fn outside(facts: &Facts, range: Range) -> impl Iterator<Item = (usize, char)> + '_ {
    let mut next = range.start;
    std::iter::from_fn(move || {
        while next < range.end {
            let (at, c) = (next, facts.text.at(next)?);
            let close = (c == '（').then(|| facts.clauses.partner(at)).flatten().filter(|p| *p > at);
            next = close.unwrap_or(at) + 1;
            if close.is_none() {
                return Some((at, c));
            }
        }
        None
    })
}

/// The first of the marks outside brackets, or the limit.
pub(super) fn stop(facts: &Facts, from: usize, limit: usize, marks: &[char]) -> usize {
    outside(facts, from..limit).find(|(_, c)| marks.contains(c)).map_or(limit, |(at, _)| at)
}

/// The items of a range: parted by 、, by two titles side by side, and with `all` by ， and ； as well.
pub(super) fn items(facts: &Facts, range: Range, all: bool) -> Vec<Range> {
    let mut out = Vec::new();
    let mut begin = range.start;
    let mut push = |item: Range| {
        if !item.is_empty() {
            out.push(item);
        }
    };
    for (at, c) in outside(facts, range.clone()) {
        let doubled = matches!((c, facts.text.at(at + 1)), ('》', Some('《')) | ('”', Some('“')));
        if c == '、' || all && matches!(c, '，' | '；') || doubled {
            push(begin..at + usize::from(doubled));
            begin = at + 1;
        }
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
    outside(facts, item.clone()).map(|(_, c)| c).gather()
}

fn closes_with_more(facts: &Facts, item: &Range) -> bool {
    let words = outside_brackets(facts, item);
    words.ends_with(&['等']) || words.ends_with(&['等', '等'])
}

/// No figure stands in the item outside brackets.
fn is_free(facts: &Facts, item: &Range) -> bool {
    let first = facts.list.partition_point(|f| f.range.start < item.start);
    let named = |at: usize| outside(facts, item.clone()).any(|(i, _)| i == at);
    facts.list.iter().skip(first).take_while(|f| f.range.start < item.end).all(|f| !named(f.range.start))
}

fn is_name(facts: &Facts, item: &Range) -> bool {
    (2..=24).contains(&outside_brackets(facts, item).len())
}
