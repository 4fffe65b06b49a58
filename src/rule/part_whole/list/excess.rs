//! What the words of a list let its parts not be: more than their whole.

use super::claim::{is_clause_row, is_row, is_spread};
use super::cue::Cue;
use super::rated::{is_average, is_net};
use crate::fact::Fact;
use crate::number::Dimension;
use crate::rule::Scope;
use crate::rule::part_whole::row::is_people;
use crate::rule::part_whole::{exceeds, leaves_one_out};

/// How many characters make words a name of something.
const NAME: usize = 3;

/// Whether a list is more than its whole on its own showing: its first part alone is, or its parts, each in a part of the sentence
/// of its own, bear the name of the whole, 估计损失金额, and together are.
pub(super) fn is_too_much(scope: &Scope, whole: usize, parts: &[usize]) -> bool {
    let facts = scope.facts;
    let Some(total) = facts.get(whole) else { return false };
    let exceeds = |id: &usize| facts.base_value(*id) > facts.base_value(whole);
    let name: String = total.left.chars().skip(total.left.chars().count().saturating_sub(NAME + 1)).collect();
    let named = |id: &usize| facts.get(*id).is_some_and(|f| f.left.ends_with(&name) || f.right.ends_with(&name));
    let apart = is_spread(scope, parts) && name.chars().count() > NAME && parts.iter().all(named);
    parts.first().is_some_and(exceeds) || apart
}

/// 肉类产量6.3万吨，其中猪肉产量4.9万吨；禽肉产量10.8万吨: the one part that alone is more than its whole, where every part bears the first
/// character of the whole's name and the list says what it is by its own.
pub(super) fn greater(scope: &Scope, cue: &Cue, whole: usize, parts: &[usize]) -> Option<usize> {
    let facts = scope.facts;
    let measured = |f: &Fact| f.figure.unit.dimension == Dimension::Count;
    let total = facts.get(whole).filter(|f| measured(f) && f.label.own && !is_average(scope, f) && !is_net(f))?;
    let kind = total.label.key.chars().next()?;
    let named = |id: &usize| facts.get(*id).is_some_and(|f| f.label.own && f.label.key.contains(kind));
    let mut more = parts.iter().copied().filter(|id| exceeds(scope, &[*id], whole));
    let one = more.next().filter(|_| more.next().is_none());
    one.filter(|_| cue.code == "A01" && !cue.partial && parts.iter().all(named))
}

/// Whether a list that is more than its whole says itself that it cannot be: but for one part, or by its words.
pub(super) fn is_over(scope: &Scope, cue: &Cue, whole: usize, parts: &[usize]) -> bool {
    counts_one_over(scope, parts, whole) || is_told_over(scope, cue, whole, parts)
}

/// Verbs that put each part in one place alone.
const PLACED: [&str; 4] = ["计入", "转入", "记入", "划入"];

/// 募集资金784万元，其中计入股本43万元，计入资本公积762万元: whether amounts told clause by clause right behind their whole say each where it went.
/// Whatever is counted by its kind may be counted twice.
fn is_told_over(scope: &Scope, cue: &Cue, whole: usize, parts: &[usize]) -> bool {
    let behind = scope.facts.get(whole).is_some_and(|f| f.range.end + 1 == cue.at);
    let each = || parts.iter().all(|part| !exceeds(scope, &[*part], whole));
    let placed =
        |verb: &str| parts.iter().all(|id| scope.facts.get(*id).is_some_and(|f| f.label.words.starts_with(verb)));
    behind && !cue.partial && each() && is_clause_row(scope, parts) && PLACED.into_iter().any(placed)
}

/// How many digits a whole has at least that parts hardly make by chance.
const TELLING: u32 = 4;

/// 其中甲28316平方米、乙9485平方米、丙14207平方米 of 42523: whether a row is more than its whole by just one of three parts and more, which was left out
/// of it. 公立2316张、民营2207张、中医985张 of 4523: where that is the last one, it may be told of the others.
fn counts_one_over(scope: &Scope, parts: &[usize], whole: usize) -> bool {
    // 视力3120人、…、精神2981人、多重879人: who is counted by what he is like may be counted twice; a 人次 is counted once.
    let people = |f: &Fact| is_people(f) && f.figure.unit.base != "人次";
    let telling = scope.facts.get(whole).is_some_and(|f| f.figure.digits() >= TELLING && !people(f));
    telling && is_row(scope, parts) && leaves_one_out(scope, parts, whole) && !is_topped(scope, parts, whole)
}

/// Whether the parts before the last make the whole to the last digit: the last may divide it once more.
fn is_topped(scope: &Scope, parts: &[usize], whole: usize) -> bool {
    let told = |last: &usize| scope.facts.get(*last).is_some_and(|f| !f.is_zero());
    parts.split_last().is_some_and(|(last, before)| told(last) && before.len() >= 2 && scope.adds_up(before, whole))
}

/// 共52万元（其中甲422万元、乙6万元）: a list in the bracket right behind its whole can be of nothing else.
pub(super) fn is_bracketed(scope: &Scope, cue: &Cue, whole: usize) -> bool {
    let end = scope.facts.get(whole).map(|f| f.range.end);
    !cue.partial && cue.bracket.is_some() && cue.bracket == end && end.is_some_and(|end| end + 1 == cue.at)
}

/// 102个部门，其中81个部门公开了104个项目，建成场所105个: whether a count in the unit of anything has a name of its own, before or behind it.
pub(super) fn is_other_thing(scope: &Scope, part: usize, whole: usize) -> bool {
    let count = |id: usize| scope.facts.get(id).filter(|f| f.figure.unit.base == "个");
    let noun = |f: &Fact| f.right.chars().take(2).collect::<String>();
    let other =
        |part: &Fact, whole: &Fact| part.label.own || noun(part).chars().count() == 2 && noun(part) != noun(whole);
    count(part).zip(count(whole)).is_some_and(|(part, whole)| other(part, whole))
}

/// Whether only names stand between a cue and the first amount behind it.
pub(super) fn names_only(scope: &Scope, cue: &Cue, part: usize) -> bool {
    let start = scope.facts.get(part).map_or(cue.end, |f| f.range.start);
    scope.facts.text.words(cue.end..start.max(cue.end)).contains('、')
}

/// How many figures behind the first amount of a sentence those that it tells besides may stand.
const TOLD: usize = 24;

/// 向甲提供1500万元、向乙提供1.24亿元。其中最大的一笔1.24亿元; 调研公司165家，…，其中甲获196家机构调研: whether the part that a list tells is one of the
/// amounts before told again, or of other things than the whole.
pub(super) fn is_told_of_another(scope: &Scope, part: usize, whole: usize) -> bool {
    let facts = scope.facts;
    let (Some(own), Some(total)) = (facts.get(part), facts.get(whole)) else { return false };
    let again = |f: &Fact| f.is_like(own) && f.figure.base() == own.figure.base();
    let noun = |f: &Fact| f.right.chars().take(2).collect::<String>();
    // 分别有22家、18家、15家公司: the noun of a row stands behind its last.
    let last = facts.row(whole).end.checked_sub(1).and_then(|last| facts.get(last)).unwrap_or(total);
    let unlike = own.figure.unit.is_whole() && noun(own).chars().count() == 2 && noun(last).chars().count() == 2;
    facts.pick(whole..part, again).next().is_some() || unlike && noun(own) != noun(last)
}

/// 中央收入4097亿元，…；地方收入49996亿元，…。其中，土地出让收入42606亿元: the last amount of the sentence before that the part is no more than.
pub(super) fn later_whole(scope: &Scope, part: usize, whole: usize) -> Option<usize> {
    let facts = scope.facts;
    let (own, total) = (facts.get(part)?, facts.get(whole)?);
    let behind = whole + 1..facts.in_sentence(total.place.sentence).end.min(whole + TOLD).min(part);
    let could = |f: &Fact| f.is_level() && f.is_like(own) && f.figure.is_plain() && f.place.depth == total.place.depth;
    facts.pick(behind, |f| could(f) && f.figure.base() >= own.figure.base()).next_back()
}
