//! W34: what a template left behind: XX, 增加（减少）, 202 年度, ____.

use crate::fact::Facts;
use crate::rule::{Scope, Sink};
use crate::text::Lexicon;
use std::sync::LazyLock;

/// What a place begins with that a template left behind.
#[derive(Clone, Copy)]
enum Left {
    /// Pairs of which a writer has to strike one.
    Pair,
    /// A sign that stands for what is to be filled in, where it is repeated.
    Blank,
    /// The first digits of a year.
    Year,
}

static BEGINNINGS: LazyLock<Lexicon<Left>> = LazyLock::new(|| {
    let pairs = [
        "增加（减少）",
        "减少（增加）",
        "增长（下降）",
        "下降（增长）",
        "上升（下降）",
        "增加/减少",
        "增长/下降",
        "有（无）",
    ];
    let blanks = ["XX", "××", "__"].map(|sign| (sign, Left::Blank));
    Lexicon::new(pairs.map(|pair| (pair, Left::Pair)).into_iter().chain(blanks).chain([("20", Left::Year)]))
});

/// Remarks on each place.
pub(super) fn left_over(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    for paragraph in facts.text.paragraphs() {
        let mut read = paragraph.range.start;
        for (at, word, left) in facts.text.found(&BEGINNINGS, paragraph.range.clone()) {
            let end = match left {
                _ if at < read => None,
                Left::Pair => Some(at + word.chars().count()),
                Left::Blank => blank(facts, at, paragraph.range.end),
                Left::Year => year(facts, at),
            };
            if let Some(end) = end {
                read = end;
                out.note("W34", Vec::new(), at..end);
            }
        }
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

/// Where a year ends that has a digit missing: 202 年.
fn year(facts: &Facts, at: usize) -> Option<usize> {
    let text = &facts.text;
    let previous = at.checked_sub(1).and_then(|i| text.at(i));
    let short = text.at(at + 2).is_some_and(|c| c.is_ascii_digit())
        && text.at(at + 3) == Some('年')
        && !previous.is_some_and(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '满' | '近' | '约'));
    short.then(|| at + 4 + usize::from(text.at(at + 4) == Some('度')))
}
