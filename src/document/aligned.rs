//! Tables whose columns only blanks set apart, as they are pasted from a PDF: 项目 预算数 支出数, then a name and two numbers a line.

use crate::gather::Gather;
use std::ops::Range;

/// How many numbers end a line of such a table at least.
const NUMBERS: usize = 2;
/// How many lines of numbers stand under its heading at least.
const LINES: usize = 2;

/// How many numbers end a line behind a name; none where there are too few.
pub(super) fn numbers(line: &str) -> Option<usize> {
    // Most lines end with words, which is known without parting them.
    let ended = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | '-' | '%' | '—' | '/');
    let words = line.trim_end().ends_with(ended).then(|| line.split_whitespace().rev())?;
    let count = words.clone().take_while(|word| is_number(word)).count();
    (count >= NUMBERS && words.clone().nth(count).is_some()).then_some(count)
}

/// A number as a cell holds it, with a digit or as a dash.
pub(super) fn is_number(word: &str) -> bool {
    let digits = word.trim_end_matches('%');
    let plain = |c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | '-');
    digits.chars().all(plain) && digits.contains(|c: char| c.is_ascii_digit()) || matches!(word, "-" | "—" | "/")
}

/// How many lines from a heading on are a table: every line behind it ends with as many numbers as the heading has words, but for those
/// of the names, of which there are one or two, or more where all words of the heading are ones that head columns; or each of its words
/// stands under one of these.
pub(super) fn rows<'a>(heading: &str, lines: impl Iterator<Item = (&'a str, Option<usize>)>) -> usize {
    let mut lines = lines.peekable();
    // 栏次 1 2 3: the numbers of the columns stand between the heading and the first row.
    let counted = usize::from(lines.next_if(|(line, _)| counts_columns(line)).is_some());
    let Some((first, numbers)) = lines.peek().copied() else { return 0 };
    // Most lines are prose, which a mark tells without parting them.
    if heading.contains(['。', '；', '，']) {
        return 0;
    }
    let heads = heads(heading);
    if numbers.is_none() && heads.is_none() || !is_dated(heading) {
        return 0;
    }
    if let Some(heads) = heads.filter(|heads| is_under(heads, first)) {
        return lines.take_while(|(line, _)| is_under(&heads, line)).count() + 1 + counted;
    }
    let words = heading.split_whitespace().count();
    let told = numbers.is_some_and(|n| heads_all(heading, n));
    let body = |n: &Option<usize>| n.is_some_and(|n| n + 1 == words || n + 2 == words || told && n + 2 < words);
    let count = lines.take_while(|(_, n)| body(n) && *n == numbers).count();
    if count >= LINES { count + 1 + counted } else { 0 }
}

/// How many numbers a line ends with, and how many such lines stand together, where no heading above them is understood.
const BARE: usize = 3;

/// How many lines are a table without a heading: each a name and as many numbers as the first.
pub(super) fn bare_rows(numbers: impl Iterator<Item = Option<usize>>) -> usize {
    let mut numbers = numbers.peekable();
    let first = numbers.peek().copied().flatten().filter(|count| *count >= BARE);
    let count = first.map_or(0, |_| numbers.take_while(|count| *count == first).count());
    if count >= BARE { count } else { 0 }
}

/// Whether a line holds the numbers of the columns and nothing else.
pub(super) fn counts_columns(line: &str) -> bool {
    line.trim_start().strip_prefix("栏次").is_some_and(|rest| {
        let mut numbers = rest.split_whitespace().zip(1usize..).peekable();
        numbers.peek().is_some()
            && numbers.all(|(word, n)| word.split('=').next().is_some_and(|own| own.parse() == Ok(n)))
    })
}

/// What heads a column of numbers.
const NUMBERED: [&str; 6] = ["数", "率", "额", "分值", "得分", "权重"];
/// What heads a column of words, or of words and numbers.
const WORDED: [&str; 9] = ["值", "情况", "原因", "措施", "指标", "性质", "单位", "备注", "说明"];
/// How many words a heading has at least whose rows stand under them one by one.
const HEADS: usize = 4;

/// A word of a heading without what its bracket adds: 全年预算数（A）.
pub(super) fn bare(word: &str) -> &str {
    word.find(['(', '（']).and_then(|at| word.get(..at)).unwrap_or(word)
}

/// The words of a heading that all head columns, but for the first, which may head the names: 项目资金（万元） 全年预算数（A） … 得分.
fn heads(heading: &str) -> Option<Vec<&str>> {
    let known = |word: &&str| NUMBERED.iter().chain(&WORDED).any(|end| bare(word).ends_with(end));
    let words: Vec<&str> = heading.split_whitespace().gather();
    let all = words.len() >= HEADS && words.iter().skip(1).all(known);
    let numbered = words.iter().filter(|word| is_numbered(word)).count();
    (all && numbered >= NUMBERS).then_some(words)
}

fn is_numbered(word: &str) -> bool {
    NUMBERED.iter().any(|end| bare(word).ends_with(end))
}

/// Whether the last words of a heading, as many as a line ends with numbers, all head numbers.
fn heads_all(heading: &str, numbers: usize) -> bool {
    heading.split_whitespace().rev().take(numbers).all(is_numbered)
}

/// Whether the words of a line stand one by one under those of a heading, of which the last may have nothing below.
fn is_under(heads: &[&str], line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().gather();
    let full = words.len() == heads.len() || words.len() + 1 == heads.len();
    let mut pairs = heads.iter().zip(&words).skip(1).filter(|(head, _)| is_numbered(head)).peekable();
    full && pairs.peek().is_some()
        && !words.first().is_some_and(|word| is_number(word))
        && pairs.all(|(_, word)| is_number(word))
}

/// Whether the digits of a heading outside brackets are those of years and months alone: 2024年决算数, 1-2月, 执行率（B/A×100%）.
pub(super) fn is_dated(heading: &str) -> bool {
    let dated = |word: &str| {
        let behind = bare(word).split(|c: char| c.is_ascii_digit()).skip(1);
        let mut behind = behind.filter(|words| !words.is_empty());
        behind.all(|words| words.starts_with(['年', '月', '-', '—', '～']))
            && !bare(word).ends_with(|c: char| c.is_ascii_digit())
    };
    heading.split_whitespace().all(dated)
}

/// The cells of a line below a heading: what stands before its numbers is its names, of which only the last may have blanks in it.
pub(super) fn cells(line: &str, heading: &str) -> Vec<(usize, Range<usize>)> {
    let at = |word: &str| word.as_ptr() as usize - line.as_ptr() as usize;
    let words: Vec<Range<usize>> = line.split_whitespace().map(|word| at(word)..at(word) + word.len()).gather();
    if heads(heading).is_some_and(|heads| is_under(&heads, line)) {
        return words.into_iter().enumerate().gather();
    }
    let columns = heading.split_whitespace().count();
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
