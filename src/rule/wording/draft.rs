//! W34: what a template left behind: XX, 增加（减少）, 202 年度, ____.

use crate::fact::Facts;
use crate::gather::Gather;
use crate::rule::{Scope, Sink};
use crate::text::{Lexicon, Range};
use std::sync::LazyLock;

/// What a place begins with that a template left behind.
#[derive(Clone, Copy)]
enum Left {
    /// Pairs of which a writer has to strike one.
    Pair,
    /// A sign that stands for what is to be filled in, where it is repeated.
    Blank,
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
    Lexicon::new(pairs.map(|pair| (pair, Left::Pair)).into_iter().chain(blanks))
});

/// Remarks on each place.
pub(super) fn left_over(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    for paragraph in facts.text.paragraphs() {
        let ends = facts.text.found(&BEGINNINGS, paragraph.range.clone()).filter_map(|(at, word, left)| match left {
            Left::Pair => Some(at..at + word.chars().count()),
            Left::Blank => Some(at..blank(facts, at, paragraph.range.end)?),
        });
        let mut places: Vec<Range> = ends.chain(years(facts, paragraph.range.clone())).gather();
        crate::order::by_key(&mut places, |place| place.start);
        let mut read = paragraph.range.start;
        for place in places.into_iter() {
            if place.start >= read {
                read = place.end;
                out.note("W34", Vec::new(), place);
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

/// The years that have a digit missing: 202 年.
fn years(facts: &Facts, range: Range) -> impl Iterator<Item = Range> {
    let text = &facts.text;
    let number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '满' | '近' | '约');
    let long = move |at: usize| at.checked_sub(1).and_then(|before| text.at(before)).is_some_and(number);
    let start = range.start;
    let written = text.slice(range).windows(4).enumerate();
    let short = written.filter(|(_, c)| matches!(c, ['2', '0', '0'..='9', '年'])).map(move |(at, _)| start + at);
    short.filter(move |at| !long(*at)).map(|at| at..at + 4 + usize::from(text.at(at + 4) == Some('度')))
}
