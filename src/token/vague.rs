//! Vague numbers (约数): 余、多、约、近、以上、不足 …

use crate::number::Extent;
use crate::text::{Lexicon, LogicalText, Range};
use std::sync::LazyLock;

/// Words before a number that make it vague.
static BEFORE: LazyLock<Lexicon<Extent>> = LazyLock::new(|| {
    Lexicon::new([
        ("不少于", Extent::AtLeast),
        ("不低于", Extent::AtLeast),
        ("不高于", Extent::AtMost),
        ("不超过", Extent::AtMost),
        ("不大于", Extent::AtMost),
        ("未超过", Extent::AtMost),
        ("不多于", Extent::AtMost),
        ("不到", Extent::AtMost),
        ("不足", Extent::AtMost),
        ("超过", Extent::AtLeast),
        ("高于", Extent::AtLeast),
        ("至少", Extent::AtLeast),
        ("突破", Extent::AtLeast),
        ("大于", Extent::AtLeast),
        ("逾", Extent::AtLeast),
        ("≥", Extent::AtLeast),
        ("≤", Extent::AtMost),
        ("大约", Extent::About),
        ("约", Extent::About),
        ("近", Extent::About),
        ("将近", Extent::About),
        ("接近", Extent::About),
        ("几乎", Extent::About),
        ("超", Extent::AtLeast),
    ])
});

/// Words behind a unit that make the number vague.
static AFTER: LazyLock<Lexicon<Extent>> = LazyLock::new(|| {
    Lexicon::new([
        ("及以上", Extent::AtLeast),
        ("以上", Extent::AtLeast),
        ("及以下", Extent::AtMost),
        ("以下", Extent::AtMost),
        ("以内", Extent::AtMost),
        ("之内", Extent::AtMost),
        ("左右", Extent::About),
        ("上下", Extent::About),
        ("有余", Extent::About),
    ])
});

/// Nouns of what is exactly so much: 高于95%的目标.
const SET: [&str; 8] = ["目标", "指标", "标准", "要求", "任务", "规定", "水平", "计划"];

/// What the words around a number with its unit say of it.
pub(super) fn around(text: &LogicalText, range: &Range) -> Extent {
    let before = || before(text, range.start).filter(|extent| *extent != Extent::AtLeast || !is_set(text, range));
    let more = || is_and_more(text, range.end).then_some(Extent::AtLeast);
    after(text, range.end).or_else(more).or_else(before).unwrap_or(Extent::Plain)
}

/// 增长了6.4倍多, 三小时多: whether 多 stands behind a unit, and not before a noun as in 6个多功能厅.
fn is_and_more(text: &LogicalText, end: usize) -> bool {
    let ends = || text.at(end + 1).is_none_or(|c| matches!(c, '，' | '。' | '；' | '、' | '）'));
    text.at(end) == Some('多') && (end.checked_sub(1).and_then(|at| text.at(at)) == Some('倍') || ends())
}

/// 高于95%的目标: whether the words compare with what was set; 不低于95%的目标 sets it.
fn is_set(text: &LogicalText, range: &Range) -> bool {
    let noun = |at: usize| SET.iter().any(|noun| text.has(at, noun));
    let behind = text.at(range.end) == Some('的') && (1..=5).any(|skip| noun(range.end + skip));
    let words = text.before(range.start);
    let sets = |way: &&str| words.strip_suffix(*way).is_some_and(|head| !head.ends_with('不'));
    behind && ["高于", "超过", "超"].iter().any(sets)
}

/// Characters that make a word of the next: 节约、附近.
const PREFIXES: &str = "节合制签违公预契条附邻最临亲反";

/// What stands before the number.
pub(super) fn before(text: &LogicalText, at: usize) -> Option<Extent> {
    let words = text.before(at);
    let is_own = |word: &str| {
        let head = words.strip_suffix(word).and_then(|head| head.chars().next_back());
        word.chars().count() > 1 || !head.is_some_and(|c| PREFIXES.contains(c))
    };
    BEFORE.ends(words).find(|(word, _)| is_own(word)).map(|(_, extent)| extent)
}

/// 余、多、来 between number and unit: their length.
pub(super) fn inside(text: &LogicalText, at: usize) -> usize {
    usize::from(matches!(text.at(at), Some('余' | '多' | '来')))
}

/// What stands behind the unit.
pub(super) fn after(text: &LogicalText, at: usize) -> Option<Extent> {
    text.standing(&AFTER, at).next().map(|(_, extent)| extent)
}
