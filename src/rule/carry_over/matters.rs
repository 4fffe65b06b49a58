//! F07: the balance of matters handled: 新收申请96件，上年结转5件，办结97件，结转下年4件.
//!
//! The annual report on open government divides its applications so: what came in and what was left of the year before is
//! answered or left for the next year. What came in may have the opening already within it.

use super::relation;
use crate::fact::{Facts, Period};
use crate::gather::Gather;
use crate::relation::{Equation, Term};
use crate::rule::{Scope, Sink};
use crate::text::{Mention, Words};

/// What a count is in the balance.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// 上年结转.
    Opening,
    /// 新收、受理.
    Received,
    /// 应办理: what came in with what was left over.
    Due,
    /// 答复、办结.
    Done,
    /// 结转下年.
    Closing,
}

/// States the balance of each sentence, or of two, that give all of it.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    for sentence in 0..facts.clauses.sentences().len() {
        let own = parts(facts, sentence);
        let before = || sentence.checked_sub(1).filter(|before| goes_on(facts, *before, sentence));
        match balance(scope, &own) {
            Some(equation) => out.relation(relation(scope, "F07", equation, true)),
            None if only(&own, Part::Done).is_some() && only(&own, Part::Closing).is_some() => {
                // 收到96件，上年结转5件。办结97件，结转下年4件: told in two sentences, of which only the figures say that they are one.
                let Some(before) = before() else { continue };
                let both: Vec<(usize, Part)> = parts(facts, before).into_iter().chain(own).gather();
                let told = balance(scope, &both).filter(|e| scope.fits(e) || scope.is_stated_slip(e));
                told.into_iter().for_each(|equation| out.relation(relation(scope, "F07", equation, true)));
            }
            // 新收案件…。基层法院…。全年审结…。年末未结…: in more of them only where they agree.
            None if only(&own, Part::Closing).is_some() => {
                let told = balance(scope, &so_far(facts, sentence)).filter(|e| scope.fits(e));
                told.into_iter().for_each(|equation| out.relation(relation(scope, "F07", equation, true)));
            }
            None => {}
        }
    }
}

/// The counts of a sentence that are in the balance.
fn parts(facts: &Facts, sentence: usize) -> Vec<(usize, Part)> {
    facts.in_sentence(sentence).filter_map(|id| Some((id, part(facts, id)?))).gather()
}

/// The counts of a paragraph up to the end of a sentence that are in the balance.
fn so_far(facts: &Facts, sentence: usize) -> Vec<(usize, Part)> {
    /// How many figures back they are looked for.
    const REACH: usize = 40;
    let end = facts.in_sentence(sentence).end;
    let paragraph = end.checked_sub(1).and_then(|last| facts.get(last)).map_or(0, |f| f.place.paragraph);
    let start = facts.in_paragraph(paragraph).start.max(end.saturating_sub(REACH));
    (start..end).filter_map(|id| Some((id, part(facts, id)?))).gather()
}

/// Whether two sentences stand in one paragraph.
fn goes_on(facts: &Facts, before: usize, sentence: usize) -> bool {
    let paragraph = |s: usize| facts.in_sentence(s).next().and_then(|id| facts.get(id)).map(|f| f.place.paragraph);
    paragraph(before).is_some() && paragraph(before) == paragraph(sentence)
}

/// The one count that is a part of the balance.
fn only(parts: &[(usize, Part)], part: Part) -> Option<usize> {
    parts.iter().filter(|(_, p)| *p == part).map(|(id, _)| *id).single()
}

/// The balance, where all of it is told.
fn balance(scope: &Scope, parts: &[(usize, Part)]) -> Option<Equation> {
    let facts = scope.facts;
    let (done, closing) = (only(parts, Part::Done)?, only(parts, Part::Closing)?);
    let ends = vec![Term::plus(done), Term::plus(closing)];
    let of =
        |starts: Vec<usize>| Equation::Sum { parts: starts.into_iter().map(Term::plus).gather(), whole: ends.clone() };
    let equation = match (only(parts, Part::Due), only(parts, Part::Received), only(parts, Part::Opening)) {
        (Some(due), ..) => of(vec![due]),
        (None, Some(received), Some(opening)) => {
            let within = of(vec![received]);
            if scope.fits(&within) { within } else { of(vec![received, opening]) }
        }
        // Nothing was left of the year before, where the figures say so.
        (None, Some(received), None) => Some(of(vec![received])).filter(|e| scope.fits(e))?,
        _ => return None,
    };
    let like = |id: &usize| facts.get(*id).zip(facts.get(done)).is_some_and(|(f, d)| f.is_like(d));
    equation.all().iter().all(like).then_some(equation)
}

/// What a count is, by the words on both sides of it; a verb before the number may leave its 年 behind it.
fn part(facts: &Facts, id: usize) -> Option<Part> {
    const CARRIED: [&str; 6] = ["结转", "转到", "转至", "转入", "顺延", "延至"];
    const DONE: [&str; 6] = ["答复", "办结", "办复", "审结", "结案", "计办理"];
    const RECEIVED: [&str; 7] = ["新收", "收到", "受理", "接收", "新收到", "共收", "收各类"];
    // 旧存 and 未结 are what the statistics of courts (司法统计) call both ends.
    const OLD: [&str; 6] = ["旧存", "上年未结", "上年存案", "年初未结", "去年存案", "年初存案"];
    const PENDING: [&str; 6] = ["未结", "未审结", "未办结", "未执结", "未审执结", "存案"];
    let fact = facts.get(id).filter(|f| f.is_amount() && f.figure.is_plain() && f.figure.unit.is_whole())?;
    let left = &fact.left;
    // 另有25件顺延到下年度答复
    let behind = &fact.right;
    let has = |words: &Words, list: &[&str]| words.mentions_any(list);
    let next = |words: &Words| has(words, &["下年", "下一年", "次年", "明年"]) || is_later(words, facts.year);
    if has(left, &CARRIED) || has(behind, &CARRIED) {
        let closes = next(left) || next(behind);
        let opens = has(left, &["上年", "上一年", "去年", "年初"]) || fact.period.is_past(facts.year);
        return if closes { Some(Part::Closing) } else { opens.then_some(Part::Opening) };
    }
    let bare = left.trim_end_matches(['案', '件', '事', '项', '的', '有', '为', '共']);
    // 长期未结, 超审限未结, 其中一年以上未结: what is pending of some kind is not all that is.
    let all =
        || ["年末", "期末", "月底", "尚", "仍", "还"].iter().fold(bare, |words, now| words.trim_start_matches(now));
    if has(left, &OLD) || bare.ends_with_any(&PENDING) && PENDING.contains(&all()) && fact.is_level() {
        return Some(if has(left, &OLD) { Part::Opening } else { Part::Closing });
    }
    let ends = |list: &[&str]| left.mentions_any(list) && fact.is_level() && !fact.period.is_past(facts.year);
    if ends(&["应办理", "应答复", "应办"]) {
        Some(Part::Due)
    } else if ends(&DONE) {
        Some(Part::Done)
    } else {
        ends(&RECEIVED).then_some(Part::Received)
    }
}

fn is_later(words: &str, year: Option<i32>) -> bool {
    matches!((Period::of(words), year), (Period::Year(own), Some(year)) if own > year)
}
