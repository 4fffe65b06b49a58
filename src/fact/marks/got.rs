//! What was got of an indicator: right behind its bracket, or as the only score up to the next indicator.

use super::{Got, Mark, is_points};
use crate::catalog::score::names_total;
use crate::fact::{Fact, Facts};
use crate::gather::Gather;
use crate::text::{Mention, Range};

/// Words behind an indicator that open a list of its parts.
const OPENING: [&str; 12] = [
    "：",
    "，其中",
    "，包括",
    "，包含",
    "，主要包括",
    "，分为",
    "，具体为",
    "，分别为",
    "，由",
    "包括",
    "其中",
    "；其中",
];

/// The same behind a stop.
const GOING_ON: [&str; 3] = ["。其中", "。包括", "。分别为"];

/// Reads the scores and whether a list of parts follows.
pub(super) fn settle(facts: &Facts, marks: &mut [Mark]) {
    let starts: Vec<(usize, usize)> = marks.iter().map(|mark| (mark.name.start, mark.sentence)).gather();
    for (at, mark) in marks.iter_mut().enumerate() {
        if mark.got == Got::Unsaid
            && let Some((id, fact)) = right_behind(facts, mark.end).and_then(|id| Some((id, facts.get(id)?)))
        {
            (mark.got, mark.beside, mark.end) = (Got::Told(id), mark.points.is_some(), fact.range.end);
        }
        let behind = facts.text.from(mark.end);
        mark.opens = behind.starts_with_any(&OPENING);
        mark.goes_on = behind.starts_with_any(&GOING_ON);
        if mark.got == Got::Unsaid {
            let next = starts.get(at + 1).map_or(usize::MAX, |next| next.0);
            mark.got = alone(facts, mark, mark.end..end_of(facts, mark).min(next));
        }
    }
}

/// （5分）得4分, （10分）9.4分, （5分），得4分: the score right behind a bracket.
pub(super) fn right_behind(facts: &Facts, end: usize) -> Option<usize> {
    let id = facts.begin_in(end..end + 8).start;
    let fact = facts.get(id).filter(|f| is_points(facts, id) && f.place.depth == 0)?;
    let words = facts.text.words(end..fact.range.start);
    let score = ["", "得", "，得", "得分", "，得分", "自评", "，自评", "自评得", "，自评得", "实得", "，实得"];
    (score.contains(&words) && facts.row(id).len() == 1).then_some(id)
}

/// Where the words about an indicator end at the latest: with its sentence, or with its paragraph where it heads its sentence.
fn end_of(facts: &Facts, mark: &Mark) -> usize {
    if mark.head.is_some() {
        facts.text.paragraphs().get(mark.paragraph).map_or(mark.end, |p| p.range.end)
    } else {
        facts.clauses.sentences().get(mark.sentence).map_or(mark.end, |s| s.end)
    }
}

/// The one score that some words tell.
fn alone(facts: &Facts, mark: &Mark, range: Range) -> Got {
    let points = mark.points.and_then(|id| facts.base_value(id));
    let score = |f: &Fact| {
        let words = f.left.trim_end_matches(['为', '是', '了', '：', '分']);
        let ends = words.ends_with('得') || words.ends_with_any(&["自评", "评"]) && f.figure.base() <= points;
        let whole = names_total(&f.left) && f.figure.base() > points || f.left.mentions_any(&["总", "合计", "共得"]);
        ends && !whole && !f.left.mentions_any(&["扣", "每", "可得", "最高"])
    };
    let words = facts.text.words(range.clone());
    let ids = facts.begin_in(range);
    let told: Vec<usize> =
        facts.pick(ids, |f| f.place.depth == 0 && score(f)).filter(|id| is_points(facts, *id)).gather();
    let nothing = words.mentions_any(&["不得分", "未得分"]);
    let full = words.mentions_any(&["得满分", "满分完成"]);
    match told[..] {
        [id] if !nothing && !full && facts.row(id).len() == 1 => Got::Told(id),
        [] if nothing && !full => Got::Nothing,
        [] if full && !nothing && mark.points.is_some() => Got::Full,
        _ => Got::Unsaid,
    }
}
