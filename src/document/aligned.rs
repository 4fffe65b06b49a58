//! Tables whose columns only blanks set apart, as they are pasted from a PDF: 项目 预算数 支出数, then a name and two numbers a line.

use std::ops::Range;

/// How many numbers end a line of such a table at least.
const NUMBERS: usize = 2;
/// How many lines of numbers stand under its heading at least.
const LINES: usize = 2;

/// How many numbers end a line behind a name; none where there are too few.
pub(super) fn numbers(line: &str) -> Option<usize> {
    // Most lines end with words, which is known without parting them.
    let ended = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | '-' | '%' | '—');
    let words = line.trim_end().ends_with(ended).then(|| line.split_whitespace().rev())?;
    let count = words.clone().take_while(|word| is_number(word)).count();
    (count >= NUMBERS && words.clone().nth(count).is_some()).then_some(count)
}

/// A number as a cell holds it, with a digit or as a dash.
pub(super) fn is_number(word: &str) -> bool {
    let digits = word.trim_end_matches('%');
    let plain = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | '-');
    digits.chars().all(plain) && digits.contains(|c: char| c.is_ascii_digit()) || matches!(word, "-" | "—")
}

/// How many lines from a heading on are a table: every line behind it ends with as many numbers as the heading has words, but for those
/// of the names, of which there are one or two.
pub(super) fn rows(heading: &str, numbers: impl Iterator<Item = Option<usize>>) -> usize {
    let mut numbers = numbers.peekable();
    let first = numbers.peek().copied().flatten();
    if first.is_none() || !is_dated(heading) || heading.contains(['。', '；', '，']) {
        return 0;
    }
    let words = heading.split_whitespace().count();
    let body = |n: &Option<usize>| n.is_some_and(|n| n + 1 == words || n + 2 == words);
    let count = numbers.take_while(|n| body(n) && *n == first).count();
    if count >= LINES { count + 1 } else { 0 }
}

/// Whether the digits of a heading are those of years and months alone: 2024年决算数, 1-2月.
fn is_dated(heading: &str) -> bool {
    let behind = heading.split(|c: char| c.is_ascii_digit()).skip(1);
    behind.filter(|words| !words.is_empty()).all(|words| words.starts_with(['年', '月', '-', '—', '～']))
        && !heading.ends_with(|c: char| c.is_ascii_digit())
}

/// The cells of a line of so many columns: what stands before its numbers is its names, of which only the last may have blanks in it.
pub(super) fn cells(line: &str, columns: usize) -> Vec<(usize, Range<usize>)> {
    let at = |word: &str| word.as_ptr() as usize - line.as_ptr() as usize;
    let words: Vec<Range<usize>> = line.split_whitespace().map(|word| at(word)..at(word) + word.len()).collect();
    let numbers = numbers(line).unwrap_or(columns);
    let (names, values) = words.split_at(words.len().saturating_sub(numbers));
    let room = columns.saturating_sub(values.len());
    // 合计 without a number of its own stands under the names, not under their numbers.
    let first = room.saturating_sub(names.len().max(1));
    let mut out: Vec<(usize, Range<usize>)> = Vec::new();
    for (place, word) in names.iter().enumerate() {
        match out.last_mut() {
            Some((column, name)) if *column + 1 >= room => name.end = word.end,
            _ => out.push((first + place, word.clone())),
        }
    }
    out.extend(values.iter().enumerate().map(|(place, word)| (room + place, word.clone())));
    out
}
