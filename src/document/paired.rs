//! Forms of two lanes whose columns only blanks set apart: 项目 预算数 项目 预算数, 收入 on the left and 支出 on the right.

use super::aligned::{counts_columns, is_number};
use super::headed::{Cells, heading, is_named, words};
use crate::gather::Gather;
use std::ops::Range;

/// How many rows with all their numbers such a form has at least.
const FULL: usize = 2;

/// The rows of the form that begins with a line, the headings with them.
pub(super) fn rows(lines: &[&str]) -> Option<Vec<Cells>> {
    // 收 入 支 出 above the headings.
    let above = halves(lines.first()?);
    let heads = heading(lines.get(usize::from(above.is_some()))?)?;
    let width = (heads.len() % 2 == 0).then_some(heads.len() >> 1).filter(|width| *width >= 2)?;
    let begins = |at: usize| heads.get(at).is_some_and(|word| is_named(word.0));
    if !begins(0) || !begins(width) || (1..width).any(begins) {
        return None;
    }
    let mut out: Vec<Cells> = Vec::new();
    out.extend(above.map(|[left, right]| vec![(0, left), (width, right)]));
    out.push(heads.iter().map(|word| word.1.clone()).enumerate().gather());
    let counts = heads.get(1).is_some_and(|word| matches!(word.0, "行次" | "序号"));
    let mut full = 0;
    for line in lines.get(out.len()..)? {
        let Some(lanes) = lanes(line, width - 1) else { break };
        full += usize::from(lanes.iter().all(|lane| lane.numbers.len() == width - 1));
        let numbered = line.trim_start().starts_with("栏次") || counts_columns(line);
        let mut row: Cells = Vec::new();
        for (lane, first) in lanes.iter().zip([0, width]) {
            row.extend(lane.name.clone().map(|name| (first, name)));
            let room = width - lane.numbers.len();
            // One of 行次 and 金额 is the count of the line; of two amounts nothing says which.
            if room > 1 && !lane.numbers.is_empty() && !counts && !numbered {
                return None;
            }
            let from = first + if numbered { room } else { 1 };
            row.extend(lane.numbers.iter().cloned().enumerate().map(|(at, range)| (from + at, range)));
        }
        out.push(row);
    }
    (full >= FULL).then_some(out)
}

/// 收 入 支 出: the two words of a line, be there blanks within them or not.
fn halves(line: &str) -> Option<[Range<usize>; 2]> {
    let at = |word: &str| word.as_ptr() as usize - line.as_ptr() as usize;
    let all: Vec<&str> = line.split_whitespace().gather();
    let (left, right) = all.split_at_checked(all.len() >> 1).filter(|(left, right)| left.len() == right.len())?;
    let range = |words: &[&str]| Some(at(words.first()?)..at(words.last()?) + words.last()?.len());
    let short = all.iter().map(|word| word.chars().count()).sum::<usize>() <= 8;
    let plain = !all.iter().any(|word| word.contains(|c: char| !c.is_alphabetic()));
    if short && plain { Some([range(left)?, range(right)?]) } else { None }
}

/// What one lane of a line holds.
#[derive(Default)]
struct Lane {
    name: Option<Range<usize>>,
    numbers: Vec<Range<usize>>,
}

/// The lanes of a line: a name ends the numbers before it. A name alone stands on the left unless it speaks of what is spent.
fn lanes(line: &str, most: usize) -> Option<[Lane; 2]> {
    let mut found: Vec<(&str, Lane)> = Vec::new();
    for (word, range) in words(line) {
        match found.last_mut() {
            Some((_, lane)) if is_number(word) => lane.numbers.push(range),
            None if is_number(word) => return None,
            _ => found.push((word, Lane { name: Some(range), numbers: Vec::new() })),
        }
    }
    let long = |word: &str| word.contains(['。', '；', '：', '，']) || word.chars().count() > 30;
    if found.len() > 2 || found.iter().any(|(word, lane)| lane.numbers.len() > most || long(word)) {
        return None;
    }
    let mut found = found.into_iter();
    let (word, first) = found.next()?;
    Some(match found.next() {
        Some((_, second)) => [first, second],
        None if word.ends_with("支出") => [Lane::default(), first],
        None => [first, Lane::default()],
    })
}
