//! Indicators with their points (指标及分值): 项目决策（20分），其中科学决策（10分）：必要性（5分）得5分，…. What is a figure of points and what one of what was
//! got, what indicator is a part of what other, is settled by brackets, marks and list marks alone; whether anything adds up is asked elsewhere.

mod got;
mod listed;
mod nest;
mod whole;

use super::{Facts, Role};
use crate::catalog::score::{names_points, names_score, names_total};
use crate::gather::{Gather, SortedSet};
use crate::number::Decimal;
use crate::text::{Range, marker};

/// What an indicator got (得分).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Got {
    /// Not told, or not clearly.
    Unsaid,
    /// A figure.
    Told(usize),
    /// 得满分: what its points are.
    Full,
    /// 该项不得分: nothing.
    Nothing,
}

impl Got {
    /// The figure that tells it.
    #[must_use]
    pub const fn told(self) -> Option<usize> {
        if let Self::Told(id) = self { Some(id) } else { None }
    }
}

/// An indicator (指标).
#[derive(Clone, Debug)]
pub struct Mark {
    /// Its name.
    pub name: Range,
    /// Where what it is told with ends: its bracket and the score right behind it.
    pub end: usize,
    /// What could be had (分值).
    pub points: Option<usize>,
    /// What was got.
    pub got: Got,
    /// Whether what was got stands right beside the points.
    pub beside: bool,
    /// The indicator that it is a part of.
    pub parent: Option<usize>,
    /// Where the name of the indicator begins that the words say it is a part of.
    within: Option<usize>,
    /// Whether its points stand in brackets.
    pub bracketed: bool,
    /// Whether words behind it open a list of its parts.
    opens: bool,
    /// Whether the list goes on in the next sentence.
    goes_on: bool,
    sentence: usize,
    paragraph: usize,
    /// The level of the list mark that its sentence begins with, where its name stands at the head of the sentence.
    head: Option<Option<u8>>,
}

/// How many characters a name has at most.
const NAME: usize = 40;

/// Reads the indicators of the words and what each is a part of; their figures are amounts of nothing else.
pub(super) fn settle(facts: &mut Facts) {
    let mut marks: Vec<Mark> =
        (0..facts.list.len()).filter_map(|id| bracketed(facts, id).or_else(|| paired(facts, id))).gather();
    if marks.is_empty() {
        return;
    }
    marks = listed::with_bare(facts, marks);
    got::settle(facts, &mut marks);
    nest::settle(facts, &mut marks);
    whole::settle(facts, &mut marks);
    let figures = |mark: &Mark| mark.points.into_iter().chain(mark.got.told());
    let parents: SortedSet<usize> = marks.iter().filter_map(|mark| mark.parent).gather_set();
    for (at, mark) in marks.iter().enumerate() {
        // 一、基本情况（自评得分100分）: a score in the bracket of an indicator is that of the indicator, never that of the whole.
        let scored =
            mark.bracketed && mark.got.told().is_some_and(|id| facts.get(id).is_some_and(|f| f.place.depth > 0));
        if mark.parent.is_some() || parents.contains(&at) || scored {
            let name = facts.text.words(mark.name.clone()).to_owned();
            for id in figures(mark) {
                let Some(fact) = facts.list.get_mut(id) else { continue };
                fact.role = Role::Other;
                fact.label.words.clone_from(&name);
            }
        }
    }
    facts.marks = marks;
}

/// Whether a figure is a plain number of points.
fn is_points(facts: &Facts, id: usize) -> bool {
    facts.get(id).is_some_and(|f| f.figure.unit.base == "分" && f.figure.is_plain())
}

/// The indicator whose bracket begins with a figure: 产出（50分）, 产出（分值50分，得分48分）, 产出（自评得分48分）, 产出48分（满分50分）.
fn bracketed(facts: &Facts, id: usize) -> Option<Mark> {
    let fact = facts.get(id).filter(|f| f.place.depth == 1 && f.figure.unit.base == "分")?;
    let open = fact.place.bracket?;
    let close = facts.clauses.partner(open)?;
    let last = id.checked_sub(1).and_then(|last| facts.get(last));
    if last.is_some_and(|f| f.place.bracket == Some(open)) {
        return None;
    }
    let (points, got) = inside(facts, id, open..close)?;
    let before = id.checked_sub(1).filter(|_| last.is_some_and(|f| f.range.end == open));
    let scored = before.filter(|before| is_points(facts, *before));
    let name = name(facts, scored.and_then(|s| facts.get(s)).map_or(open, |f| f.range.start), fact.place.clause)?;
    let got = got.or(scored);
    let beside = got.is_some() && points.is_some();
    let (sentence, paragraph) = (fact.place.sentence, fact.place.paragraph);
    let head = head(facts, sentence, name.start);
    let got = got.map_or(Got::Unsaid, Got::Told);
    Some(Mark {
        name,
        end: close + 1,
        points,
        got,
        beside,
        parent: None,
        within: None,
        bracketed: true,
        opens: false,
        goes_on: false,
        sentence,
        paragraph,
        head,
    })
}

/// 1.部门决策，分值20分，得分19分: the indicator whose points and score stand behind its name, each named.
fn paired(facts: &Facts, id: usize) -> Option<Mark> {
    let fact = facts.get(id).filter(|f| f.place.depth == 0 && f.figure.unit.base == "分" && !f.left.is_empty())?;
    let next = facts.get(id + 1).filter(|next| is_points(facts, id + 1) && next.place.depth == 0)?;
    let score = facts.between(id, id + 1).strip_prefix('，').is_some_and(names_score);
    if !score || !names_points(&fact.left) || !is_points(facts, id) {
        return None;
    }
    let end = facts.clauses.clauses().get(fact.place.clause)?.start.checked_sub(1)?;
    let named = matches!(facts.text.at(end), Some('，' | '：'));
    let name = name(facts, end, fact.place.clause.checked_sub(1)?).filter(|_| named)?;
    let head = head(facts, fact.place.sentence, name.start);
    Some(Mark {
        name,
        end: next.range.end,
        points: Some(id),
        got: Got::Told(id + 1),
        beside: true,
        parent: None,
        within: None,
        bracketed: true,
        opens: false,
        goes_on: false,
        sentence: fact.place.sentence,
        paragraph: fact.place.paragraph,
        head,
    })
}

/// The points and the score that a bracket holds, where it holds nothing else.
fn inside(facts: &Facts, first: usize, bracket: Range) -> Option<(Option<usize>, Option<usize>)> {
    const MARKS: [char; 6] = ['，', '、', '；', '：', '为', '是'];
    let (mut points, mut got, mut at) = (None, None, bracket.start + 1);
    for id in first..first + 3 {
        let Some(fact) = facts.get(id).filter(|f| f.range.start < bracket.end) else { break };
        let words = facts.text.words(at..fact.range.start).trim_matches(MARKS);
        let place = if names_points(words) {
            &mut points
        } else if names_score(words) {
            &mut got
        } else {
            return None;
        };
        if place.is_some() || !is_points(facts, id) || fact.place.bracket != Some(bracket.start) {
            return None;
        }
        *place = Some(id);
        at = fact.range.end;
    }
    (facts.text.words(at..bracket.end).is_empty() && points.or(got).is_some()).then_some((points, got))
}

/// The name that ends at a place: back to the last mark, without list mark and 其中; none where it is that of the whole.
fn name(facts: &Facts, end: usize, clause: usize) -> Option<Range> {
    let start = facts.clauses.clauses().get(clause)?.start.max(end.saturating_sub(NAME));
    let words = facts.text.words(start..end);
    let cut = words.rsplit(['、', '（', ' ']).next().unwrap_or(words);
    let cut = cut.trim_start_matches("其中").trim_start_matches(['一', '二', '三', '四', '五', '是']);
    let length = cut.chars().count();
    let from = end - length;
    let numbered = marker(facts.text.slice(from..end)).map_or(0, |mark| mark.length);
    (length >= numbered + 2 && !names_total(cut) && !cut.ends_with("满分")).then_some(from + numbered..end)
}

/// Whether a name stands at the head of its sentence, and behind a list mark of which level.
fn head(facts: &Facts, sentence: usize, name: usize) -> Option<Option<u8>> {
    let start = facts.clauses.sentences().get(sentence)?.start;
    let mark = marker(facts.text.slice(start..name));
    let length = mark.map_or(0, |mark| mark.length);
    (start + length == name).then_some(mark.map(|mark| mark.level))
}

impl Facts {
    /// Whether a figure is the full marks (分值) for which the next one is what was got: 投入15分得14.5分, 过程（25分），实得24分.
    #[must_use]
    pub fn is_full_marks(&self, id: usize) -> bool {
        let points = |id| self.get(id).is_some_and(|f| f.figure.unit.base == "分");
        let got = |words: &str| matches!(words, "得" | "实得" | "评得" | "自评得") || words.ends_with("算得");
        let words = self.between(id, id + 1).trim_matches(['，', '（', '）', '分', '为', '是']);
        // 总分100分，共扣4.9分: of a hundred points nothing can be lost but what could be had.
        let all = self.get(id).is_some_and(|f| f.figure.value == Decimal::ONE_HUNDRED);
        let lost = || all && words.chars().count() <= 4 && words.ends_with('扣');
        points(id) && points(id + 1) && (got(words) || lost())
    }
}
