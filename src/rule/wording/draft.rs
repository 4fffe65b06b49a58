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
        let mut at = paragraph.range.start;
        while at < paragraph.range.end {
            match place(facts, at, paragraph.range.end) {
                Some(range) => {
                    at = range.end;
                    out.note("W34", Vec::new(), range);
                }
                None => at += 1,
            }
        }
    }
}

fn place(facts: &Facts, at: usize, end: usize) -> Option<Range> {
    let text = &facts.text;
    if let Some((pair, ())) = text.standing(&PAIRS, at).next() {
        return Some(at..at + pair.chars().count());
    }
    let first = text.at(at)?;
    let previous = at.checked_sub(1).and_then(|i| text.at(i));
    let run = |c: char| at + (at..end).take_while(|i| text.at(*i) == Some(c)).count();
    if matches!(first, 'X' | '×' | '_') && previous != Some(first) {
        let stop = run(first);
        let letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
        let word =
            first == 'X' && (letter(previous) || text.at(stop).is_some_and(|c| c.is_ascii_alphanumeric() || c == '-'));
        // 张×× and 某×× hide a person's name on purpose.
        let hidden = first == '×' && previous.is_some_and(|c| "张王李赵刘陈杨黄周吴徐孙朱马胡郭林何高梁某".contains(c));
        return (stop - at >= 2 && !word && !hidden).then_some(at..stop);
    }
    // A year with a digit missing: 202 年.
    let digits = (at..end).take(4).take_while(|i| text.at(*i).is_some_and(|c| c.is_ascii_digit())).count();
    let year = digits == 3
        && text.has(at, "20")
        && text.at(at + 3) == Some('年')
        && !previous.is_some_and(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '满' | '近' | '约'));
    year.then(|| at..at + 4 + usize::from(text.at(at + 4) == Some('度')))
}
