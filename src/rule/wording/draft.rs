//! W34: what a template left behind: XX, 增加（减少）, 202 年度, ____.

use crate::fact::Facts;
use crate::rule::{Scope, Sink};
use crate::text::{Lexicon, Range};
use std::sync::LazyLock;

/// Pairs of which a writer has to strike one.
static PAIRS: LazyLock<Lexicon<()>> = LazyLock::new(|| {
    Lexicon::of(&[
        "增加（减少）",
        "减少（增加）",
        "增长（下降）",
        "下降（增长）",
        "上升（下降）",
        "增加/减少",
        "增长/下降",
        "有（无）",
    ])
});

/// Remarks on each place.
pub(super) fn left_over(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    for paragraph in facts.text.paragraphs() {
        let mut read = paragraph.range.start;
        for (at, sign) in facts.text.slice(paragraph.range.clone()).iter().enumerate() {
            if !matches!(sign, '（' | '/' | '年' | 'X' | '×' | '_') {
                continue;
            }
            let found = left_at(facts, paragraph.range.start + at, *sign, paragraph.range.end);
            if let Some(range) = found.filter(|range| range.start >= read) {
                read = range.end;
                out.note("W34", Vec::new(), range);
            }
        }
    }
}

/// What a template left behind, by a sign in it that says more than what it begins with.
fn left_at(facts: &Facts, at: usize, sign: char, end: usize) -> Option<Range> {
    let text = &facts.text;
    match sign {
        '年' => year(facts, at.checked_sub(3)?),
        '（' | '/' => (1..=2).filter_map(|back| at.checked_sub(back)).find_map(|start| {
            let (word, ()) = text.standing(&PAIRS, start).next()?;
            Some(start..start + word.chars().count())
        }),
        // A sign that stands for what is to be filled in is repeated.
        _ => (text.at(at + 1) == Some(sign)).then(|| blank(facts, at, end)).flatten().map(|end| at..end),
    }
}

/// Where a run of one sign ends that stands for what is to be filled in.
fn blank(facts: &Facts, at: usize, end: usize) -> Option<usize> {
    let text = &facts.text;
    let first = text.at(at)?;
    let previous = at.checked_sub(1).and_then(|i| text.at(i));
    let stop = at + (at..end).take_while(|i| text.at(*i) == Some(first)).count();
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
    let word =
        first == 'X' && (letter(previous) || text.at(stop).is_some_and(|c| c.is_ascii_alphanumeric() || c == '-'));
    // 张×× and 某×× hide a person's name on purpose.
    let hidden = first == '×' && previous.is_some_and(|c| "张王李赵刘陈杨黄周吴徐孙朱马胡郭林何高梁某".contains(c));
    (previous != Some(first) && !word && !hidden).then_some(stop)
}

/// A year that has a digit missing: 202 年.
fn year(facts: &Facts, at: usize) -> Option<Range> {
    let text = &facts.text;
    let previous = at.checked_sub(1).and_then(|i| text.at(i));
    let short = text.at(at + 2).is_some_and(|c| c.is_ascii_digit())
        && text.has(at, "20")
        && !previous.is_some_and(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '满' | '近' | '约'));
    short.then(|| at..at + 4 + usize::from(text.at(at + 4) == Some('度')))
}
