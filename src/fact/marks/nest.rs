//! What indicator is a part of what other: by the list marks across sentences and paragraphs, by what opens a list and by ； and ， within a
//! sentence. Where a list has already what its whole can bring, the next indicator stands beside the whole.

use super::Mark;
use crate::fact::Facts;
use crate::number::{Decimal, Exact};
use crate::token::clause::index_of;

/// An indicator whose parts may follow, with its rank among sentences and its depth within one.
struct Open {
    mark: usize,
    rank: u32,
    depth: usize,
}

/// The rank of a paragraph without a list mark.
const PLAIN: u32 = 90;

/// The rank of a list mark within a paragraph, before that of its level.
const WITHIN: u32 = 100;

/// How many ranks lie between two levels of list marks.
const STEP: u32 = 10;

/// How far what stands between two levels is from each.
const HALF: u32 = 5;

/// The places of indicators in their order.
struct Nest<'a> {
    facts: &'a Facts,
    /// What the parts of each indicator come to so far.
    filled: Vec<Option<Decimal>>,
    /// How many parts each has so far.
    parts: Vec<usize>,
    /// From the outermost on.
    open: Vec<Open>,
    paragraph: Option<usize>,
    sentence: Option<usize>,
    segment: Option<usize>,
    /// The rank of the sentence.
    rank: u32,
    /// How deep the last indicator of the sentence stands, and one more behind one that opens a list.
    depth: usize,
    /// The rank of the last indicator that stands alone in its sentence, in this paragraph.
    alone: Option<u32>,
}

/// Says of each indicator what it is a part of.
pub(super) fn settle(facts: &Facts, marks: &mut [Mark]) {
    let mut nest = Nest {
        facts,
        filled: vec![None; marks.len()],
        parts: vec![0; marks.len()],
        open: Vec::new(),
        paragraph: None,
        sentence: None,
        segment: None,
        rank: 0,
        depth: 0,
        alone: None,
    };
    for at in 0..marks.len() {
        let parent = match marks.get(at).and_then(|mark| mark.within) {
            Some(start) => marks.get(..at).unwrap_or(&[]).iter().rposition(|mark| mark.name.start == start),
            None => nest.place(marks, at),
        };
        let points = |at: usize| marks.get(at).and_then(|m| facts.base_value(m.points?));
        if let Some((parent, points)) = parent.zip(points(at))
            && let Some(filled) = nest.filled.get_mut(parent)
        {
            *filled = filled.unwrap_or_default().plus(points);
            nest.parts.get_mut(parent).into_iter().for_each(|parts| *parts += 1);
        }
        if let Some(mark) = marks.get_mut(at) {
            mark.parent = parent;
        }
    }
}

impl Nest<'_> {
    /// The indicator that one is a part of; it may have parts itself from then on.
    fn place(&mut self, marks: &[Mark], at: usize) -> Option<usize> {
        let mark = marks.get(at)?;
        if self.sentence != Some(mark.sentence) {
            self.begin(marks, mark);
        }
        self.descend(marks, at);
        let depth = self.depth;
        let (rank, outer) = (self.rank, |open: &Open| (open.rank, open.depth));
        self.open.retain(|open| outer(open) < (rank, depth));
        let parent = self.open.last().map(|open| open.mark);
        self.open.push(Open { mark: at, rank, depth });
        self.depth = depth + usize::from(mark.opens);
        parent
    }

    /// Begins a sentence: closes what its list mark, or those of the paragraphs before it, closes.
    fn begin(&mut self, marks: &[Mark], mark: &Mark) {
        let goes_on =
            |open: &Open| marks.get(open.mark).is_some_and(|last| last.goes_on && last.sentence + 1 == mark.sentence);
        if self.open.iter().any(goes_on) {
            while self.open.last().is_some_and(|open| !goes_on(open)) {
                self.open.pop();
            }
            self.depth = self.open.last().map_or(0, |open| open.depth + 1);
        } else {
            // What stands within a sentence, or has its parts there, has none behind it.
            let has_parts =
                |open: &Open, own: &Mark| marks.get(open.mark + 1).is_some_and(|m| m.sentence == own.sentence);
            let stays = |open: &Open, own: &Mark| own.head.is_some() && !has_parts(open, own);
            self.open.retain(|open| marks.get(open.mark).is_some_and(|own| stays(open, own)));
            self.headings(mark);
            self.depth = 0;
            self.rank = self.rank_of(mark);
            let lone = mark.head.is_some() && self.is_lone(mark);
            self.alone = if lone { Some(self.rank) } else { self.alone };
        }
        (self.sentence, self.segment) = (Some(mark.sentence), None);
    }

    /// Closes what the list marks of the paragraphs since the last indicator close.
    fn headings(&mut self, mark: &Mark) {
        let since = self.paragraph.map_or(mark.paragraph, |last| last + 1);
        for paragraph in since..=mark.paragraph {
            let level = self.facts.text.paragraphs().get(paragraph).and_then(|p| p.marker).map(|m| m.level);
            if let Some(level) = level {
                let rank = of_level(level);
                self.open.retain(|open| open.rank < rank);
            }
            self.alone = None;
        }
        self.paragraph = Some(mark.paragraph);
    }

    /// How far out the indicators of a sentence stand that are in no list of it.
    fn rank_of(&self, mark: &Mark) -> u32 {
        let paragraph = self.facts.text.paragraphs().get(mark.paragraph);
        let plain = paragraph.and_then(|p| p.marker).map_or(PLAIN, |m| of_level(m.level));
        let lone = self.is_lone(mark);
        // 管理过程（20分）↵1.预算编制（8分）…: a heading without a mark heads the numbers that begin behind it.
        let next = self.facts.text.paragraphs().get(mark.paragraph + 1).and_then(|p| p.marker);
        let heads = next.filter(|m| plain == PLAIN && lone && m.ordinal == 1);
        match (mark.head.flatten(), self.alone, heads) {
            (Some(level), _, _) => WITHIN + of_level(level),
            (None, Some(rank), _) if !lone => rank + HALF,
            (None, _, Some(next)) => of_level(next.level) - HALF,
            _ => plain,
        }
    }

    /// 预算配置（16分）。: whether an indicator is all that its sentence says.
    fn is_lone(&self, mark: &Mark) -> bool {
        mark.head.is_some() && matches!(self.facts.text.at(mark.end), Some('。' | '\n') | None)
    }

    /// Finds the list of its sentence that an indicator stands in.
    fn descend(&mut self, marks: &[Mark], at: usize) {
        let Some(mark) = marks.get(at) else { return };
        let base = self.open.iter().filter(|open| open.rank < self.rank).count();
        let segments = self.facts.clauses.segments();
        let segment = index_of(segments, mark.name.start);
        let fresh = self.segment.is_some_and(|last| last != segment);
        let within = |m: &&Mark| index_of(segments, m.name.start) == segment;
        let opening = marks.iter().skip(at).take_while(within).filter(|m| m.opens).count();
        if fresh {
            self.depth = self.depth.saturating_sub(opening);
        }
        // 产出（50分）得46分，其中数量18分、质量28分；效益（30分）: a list of scores has no points in it.
        let scored = at.checked_sub(1).and_then(|last| marks.get(last)).is_some_and(|last| last.points.is_none());
        if fresh && opening == 0 && scored && mark.points.is_some() {
            self.depth = self.depth.saturating_sub(1);
        }
        self.segment = Some(segment);
        // 过程（30分）：预算编制10分，预算执行20分: no indicator in brackets has a bare one beside it.
        while self.depth > 0 && (mark.bracketed || fresh) {
            let list = self.open.get(base..).unwrap_or(&[]).iter().rfind(|open| open.depth < self.depth);
            let Some(whole) = list.map(|open| open.mark) else { break };
            let value = |at: usize| marks.get(at).and_then(|m| self.facts.base_value(m.points?));
            let (Some(most), Some(own)) = (value(whole), value(at)) else { break };
            let filled = self.filled.get(whole).copied().flatten();
            // Behind a mere ， a list that has too much already goes on.
            // 规范（5分）、基本规范（3分）: what is as much as its whole alone is one of several choices.
            let chosen = !fresh && !mark.opens && self.parts.get(whole) == Some(&1);
            let full = !chosen && filled.is_some_and(|filled| filled == most || fresh && filled > most);
            let all = filled.unwrap_or_default().plus(own);
            let over = fresh && opening == 0 && all.is_some_and(|all| all > most);
            if !(full || over || mark.opens && own > most) {
                break;
            }
            self.depth -= 1;
        }
    }
}

/// The rank of a list mark of a level.
fn of_level(level: u8) -> u32 {
    STEP + STEP * u32::from(level)
}
