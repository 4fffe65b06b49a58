//! Indicators without brackets, in the list that a bracket opens: 过程（25分）：预算编制10分，预算执行15分.

use super::{Got, Mark, is_points};
use crate::catalog::score::names_score;
use crate::fact::{Fact, Facts};
use crate::gather::Gather;
use crate::number::{Decimal, Exact};
use crate::text::{Mention, Range};
use crate::token::clause::index_of;

/// How many characters a bare name has at most.
const NAME: usize = 24;

/// Words behind which points are something else than what an indicator can bring.
const OTHER: [&str; 14] =
    ["得", "扣", "失", "小计", "合计", "共计", "总计", "共", "满分", "分值", "权重", "总", "平均", "自评"];

impl Mark {
    /// The same with its figure for what was got.
    fn scored(self) -> Self {
        Self { got: self.points.map_or(Got::Unsaid, Got::Told), points: None, ..self }
    }
}

/// The indicators together with those of the lists that they open.
pub(super) fn with_bare(facts: &Facts, marks: Vec<Mark>) -> Vec<Mark> {
    let taken: Vec<usize> = marks.iter().flat_map(|m| m.points.into_iter().chain(m.got.told())).gather();
    let mut bare = Vec::new();
    for (at, mark) in marks.iter().enumerate() {
        let next = marks.get(at + 1).filter(|next| next.sentence == mark.sentence);
        let sentence = facts.clauses.sentences().get(mark.sentence).map_or(mark.end, |s| s.end);
        let behind = mark.end.max(facts.get(score_behind(facts, mark)).map_or(0, |f| f.range.end));
        let range = behind..next.map_or(sentence, |next| next.name.start.max(behind));
        let opened = ["：", "，其中", "：其中", "，包括", "，包含"].iter().any(|words| facts.text.has(behind, words));
        if !opened && bare.last().is_none_or(|last: &Mark| last.sentence != mark.sentence) {
            continue;
        }
        let free = |id: &usize| !taken.contains(id) && is_points(facts, *id);
        let ids: Vec<usize> = facts.pick(facts.begin_in(range), is_item).filter(free).gather();
        let scored = behind > mark.end && !come_to(facts, &ids, mark.points);
        bare.extend(
            ids.into_iter().filter_map(|id| item(facts, id)).map(|item| if scored { item.scored() } else { item }),
        );
    }
    let mut all = marks;
    all.append(&mut bare);
    in_order(&mut all);
    let mut more = included(facts, &all);
    all.append(&mut more);
    in_order(&mut all);
    all
}

/// Puts indicators in the order of the text, each once.
fn in_order(marks: &mut Vec<Mark>) {
    crate::order::by_key(marks, |mark| (mark.name.start, mark.within.is_none()));
    marks.dedup_by_key(|mark| mark.name.start);
}

/// The figure right behind the bracket of an indicator that says what was got of it; none is beyond all figures.
fn score_behind(facts: &Facts, mark: &Mark) -> usize {
    super::got::right_behind(facts, mark.end).unwrap_or(usize::MAX)
}

/// 产出（50分）得46分，其中数量20分、质量30分: whether the parts are what could be had, not what was got.
fn come_to(facts: &Facts, ids: &[usize], points: Option<usize>) -> bool {
    let sum = ids.iter().try_fold(Decimal::ZERO, |sum, id| sum.plus(facts.base_value(*id)?));
    sum.is_some_and(|sum| points.and_then(|id| facts.base_value(id)) == Some(sum))
}

/// A named number of points outside brackets that is no score.
fn is_item(fact: &Fact) -> bool {
    let named = (2..=NAME).contains(&fact.left.chars().count());
    let limit = fact.right.starts_with_any(&["以上", "以下", "以内", "制", "的", "得"]);
    let words = fact.left.trim_end_matches(['为', '是', '了', '各', '分']);
    let other = words.ends_with_any(&OTHER) || fact.left.starts_with_any(&["每", "以上", "以下", "以内", "的"]);
    fact.place.depth == 0 && named && !names_score(&fact.left) && !other && !limit
}

/// The indicator of a bare figure.
fn item(facts: &Facts, id: usize) -> Option<Mark> {
    let fact = facts.get(id)?;
    let name = super::name(facts, fact.range.start, fact.place.clause)?;
    Some(Mark {
        name,
        end: fact.range.end,
        points: Some(id),
        got: Got::Unsaid,
        beside: false,
        parent: None,
        within: None,
        bracketed: false,
        opens: false,
        goes_on: false,
        sentence: fact.place.sentence,
        paragraph: fact.place.paragraph,
        head: None,
    })
}

/// 其中财务制度包括甲1分、乙2分；运行监管包括丙2分、丁2分: the lists of the sentence behind one with indicators, each named by what it divides.
fn included(facts: &Facts, marks: &[Mark]) -> Vec<Mark> {
    let (segments, sentences) = (facts.clauses.segments(), facts.clauses.sentences());
    let mut out = Vec::new();
    for wholes in marks.chunk_by(|a, b| a.sentence == b.sentence) {
        let Some(range) = wholes.first().and_then(|mark| sentences.get(mark.sentence + 1)) else { continue };
        let inside = segments.iter().skip(index_of(segments, range.start)).take_while(|s| s.start < range.end);
        for (name, behind) in inside.filter_map(|segment| divided(facts, segment)) {
            let named = |mark: &&Mark| facts.text.words(mark.name.clone()) == name;
            let Some(whole) = wholes.iter().find(named) else { continue };
            let plain = |id: &usize| is_points(facts, *id);
            let ids = facts.pick(facts.begin_in(behind), |f| f.place.depth == 0).filter(plain);
            let within = Some(whole.name.start);
            out.extend(ids.filter_map(|id| item(facts, id)).map(|mark| Mark { within, ..mark }));
        }
    }
    out
}

/// 财务制度包括甲1分: the name before 包括 at the head of a segment, and what stands behind it.
fn divided<'a>(facts: &'a Facts, segment: &Range) -> Option<(&'a str, Range)> {
    let words = facts.text.words(segment.clone());
    let (name, rest) = ["包括", "包含", "分为"].iter().find_map(|cue| words.split_once(cue))?;
    let name = name.trim_start_matches("其中").trim_start_matches(['，', '：']);
    let short = (2..=NAME).contains(&name.chars().count());
    let start = segment.end - rest.chars().count();
    (short && !name.contains(['，', '、', '：'])).then_some((name, start..segment.end))
}
