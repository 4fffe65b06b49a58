//! Parts that a list divides again without ending there: 甲30万元；其中：乙0万元；丙30万元；丁18万元.

use super::cue::{Cue, is_within_at};
use crate::fact::Fact;
use crate::number::{Decimal, Exact};
use crate::rule::Scope;
use crate::rule::part_whole::sum;
use crate::text::Mention;

/// Words behind which a part is divided again.
const DIVIDED: [&str; 4] = ["其中", "具体是", "包括", "包含"];

/// How many parts a list has at most that is looked through for parts of its parts; a bound keeps time in proportion to the text.
const LONG: usize = 24;

/// A list without what only divides one of its parts, to the last digit: what the words say is divided, and what only the figures show
/// where the rest adds up to the whole. None where it divides nothing.
pub(in crate::rule::part_whole) fn undivided(scope: &Scope, whole: usize, parts: &[usize]) -> Option<Vec<usize>> {
    if parts.len() > LONG {
        return None;
    }
    let shown = without(scope, parts, |_, _| true);
    if shown.len() < parts.len() && scope.adds_up(&shown, whole) {
        return Some(shown);
    }
    let told = without(scope, parts, |head, next| DIVIDED.iter().any(|w| scope.facts.between(head, next).contains(w)));
    if told.len() < parts.len() { Some(told) } else { partly(scope, whole, parts) }
}

/// 完工33个，其中2022年15个，2023年21个中完工18个、在建3个: a list in which 中 divides a part on the spot. Either that part is meant or the first of its
/// own, whichever makes the whole; none of them where neither does, and nothing at all where no part is divided so.
pub(super) fn divided_on_the_spot(scope: &Scope, whole: usize, parts: &[usize]) -> Option<Vec<usize>> {
    let facts = scope.facts;
    let is_base = |id: usize| {
        let behind = |f: &Fact| facts.text.has(f.range.end, "中") && !facts.text.has(f.range.end, "中央");
        facts.get(id).is_some_and(behind)
    };
    let clause = |id: usize| facts.get(id).map(|f| f.place.clause);
    let (mut heads, mut firsts, mut rest) = (Vec::new(), Vec::new(), parts);
    while let Some((head, behind)) = rest.split_first() {
        let inner = behind.iter().take_while(|id| is_base(*head) && clause(**id) == clause(*head)).count();
        heads.push(*head);
        firsts.push(behind.first().copied().filter(|_| inner > 0).unwrap_or(*head));
        rest = behind.get(inner..).unwrap_or_default();
    }
    let divided = heads != firsts;
    let made = [heads, firsts].into_iter().find(|list| scope.adds_up(list, whole));
    divided.then(|| made.unwrap_or_default())
}

/// How many digits the amounts of a list have together at least that only the figures divide.
const TELLING: u32 = 10;

/// 甲106.4万元；乙620.3万元：农村392.6万元，城市79.1万元；丙26.9万元: what a colon or 主要 names some of, without the run behind it, where the
/// rest of the list adds up to the last digit.
fn partly(scope: &Scope, whole: usize, parts: &[usize]) -> Option<Vec<usize>> {
    let opens = |pair: &[usize]| match pair {
        [head, next] => scope.facts.between(*head, *next).mentions_any(&["：", "主要"]),
        _ => false,
    };
    let digits: u32 = parts.iter().filter_map(|id| scope.facts.get(*id)).map(|f| f.figure.digits()).sum();
    let mut heads = parts.windows(2).enumerate().filter(|(_, pair)| opens(pair)).map(|(at, _)| at + 1);
    let rest = |from: usize| {
        let without = |to: usize| [parts.get(..from).unwrap_or_default(), parts.get(to..).unwrap_or_default()].concat();
        (from + 1..parts.len()).map(without).find(|rest| rest.len() >= 2 && scope.adds_up(rest, whole))
    };
    heads.find_map(rest).filter(|_| digits >= TELLING)
}

/// 其中技术人员431人；技术人员中，高级146人、中级198人: where a later part of the sentence divides one of the parts of a list by its name.
pub(super) fn divided_again(scope: &Scope, cue: &Cue) -> Option<usize> {
    let facts = scope.facts;
    let end = facts.clauses.sentences().get(cue.sentence).map(|s| s.end).filter(|_| cue.named.is_empty())?;
    let segments = facts.clauses.segments();
    let later = segments.iter().skip(segments.partition_point(|s| s.start < cue.end));
    later.take_while(|s| s.start < end).take(LONG).find_map(|segment| {
        let next = facts.begin_in(segment.clone()).start;
        let first = facts.get(next).filter(|f| f.range.start < segment.end)?;
        let at = (segment.start..first.range.start).find(|i| is_within_at(scope, *i))?;
        let head = facts.levels_named(facts.text.words(segment.start..at), next).first().copied()?;
        let part = facts.get(head).is_some_and(|f| f.range.start >= cue.end && f.range.end <= segment.start);
        part.then_some(segment.start)
    })
}

/// The parts without the longest run behind each that adds up to it, where a test of both ends allows it.
fn without(scope: &Scope, parts: &[usize], test: impl Fn(usize, usize) -> bool) -> Vec<usize> {
    let mut out = Vec::new();
    let mut rest = parts;
    while let Some((head, behind)) = rest.split_first() {
        let inner = behind.first().filter(|next| test(*head, **next));
        let length = inner.map_or(0, |_| longest(scope, *head, behind));
        out.push(*head);
        rest = behind.get(length..).unwrap_or_default();
    }
    out
}

/// How many of some amounts, from the first on, add up to one; none where no such run does.
fn longest(scope: &Scope, whole: usize, amounts: &[usize]) -> usize {
    let value = |id: &usize| scope.facts.base_value(*id);
    let sums = amounts.iter().scan(Some(Decimal::ZERO), |sum, id| {
        *sum = sum.zip(value(id)).and_then(|(sum, value)| sum.plus(value));
        *sum
    });
    sums.zip(1..).filter(|(sum, _)| Some(*sum) == value(&whole)).last().map_or(0, |(_, length)| length)
}

/// The only part of a list. 其中甲560万元：乙339万元、丙221万元: what divides the first part adds up to it, and is no part beside it.
pub(super) fn only(scope: &Scope, whole: usize, parts: &[usize]) -> Option<usize> {
    let (head, rest) = parts.split_first()?;
    let colon = scope.facts.get(*head).is_some_and(|f| scope.facts.text.at(f.range.end) == Some('：'));
    let divided = colon && scope.adds_up(rest, *head) && !scope.fits(&sum(parts, whole));
    (rest.is_empty() || divided).then_some(*head)
}
