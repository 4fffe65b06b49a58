//! Rows: amounts that stand next to each other under their own names, 设备款60万元、培训费45万元, and what their names claim.

use super::totals::announces;
use super::{is_within_one_in, sum};
use crate::catalog::partition::{is_complete, is_denied, is_whole_of};
use crate::fact::{Fact, Period, Role};
use crate::gather::Gather;
use crate::rule::Scope;
use crate::text::{Mention, Range};

/// What one person can be beside something else, so that groups named so may overlap.
const TRAITS: [&str; 11] =
    ["党员", "女", "青年", "退役军人", "少数民族", "学历", "本科", "研究生", "党纪", "政务", "骨干"];

/// What a post or its funding is called (编制类别、经费形式); nobody holds two posts.
const POSTS: [&str; 10] =
    ["行政", "参公", "参照公务员", "公务员", "事业", "工勤", "财政全供", "全额", "差额", "自收自支"];

/// The row that begins with a fact: amounts of one kind with nothing between them but 、 or 和 and a name.
pub(super) fn row(scope: &Scope, first: usize) -> Vec<usize> {
    let facts = scope.facts;
    let Some(head) = facts.get(first) else { return Vec::new() };
    let end = facts.in_sentence(head.place.sentence).end;
    let mut out = vec![first];
    for id in facts.pick(first + 1..end, |f| f.place.depth <= head.place.depth) {
        let (Some(fact), Some(last)) = (facts.get(id), out.last().copied()) else { break };
        let part = fact.is_level() && fact.figure.is_plain() && fact.is_like(head);
        if !part || fact.place.bracket != head.place.bracket || !is_joined(scope, last, id) {
            break;
        }
        out.push(id);
    }
    out
}

/// Whether only 、 or 和 and a name stand between two amounts, bracketed asides left out.
pub(super) fn is_joined(scope: &Scope, a: usize, b: usize) -> bool {
    let facts = scope.facts;
    let (Some(x), Some(y)) = (facts.get(a), facts.get(b)) else { return false };
    let (mut at, mut joined) = (x.range.end, false);
    while at < y.range.start {
        match facts.clauses.partner(at).filter(|close| *close > at && *close < y.range.start) {
            Some(close) => at = close,
            None => match facts.text.at(at) {
                Some('，' | '；' | '：' | '。' | '（' | '）') => return false,
                Some('、' | '和' | '及' | '与' | '以') => joined = true,
                _ if !joined => return false,
                _ => {}
            },
        }
        at += 1;
    }
    joined
}

/// Whether a row says behind its last amount that it goes on: 等, 以上.
pub(super) fn is_open(scope: &Scope, row: &[usize]) -> bool {
    let last = row.last().and_then(|id| scope.facts.get(*id));
    last.is_none_or(|f| {
        let rest = f.right.trim_start_matches("左右");
        rest.starts_with('等') || scope.facts.text.words(f.range.end..f.range.end + 2).starts_with("、")
    })
}

/// Words of what a list leaves over.
pub(super) const LEFT_OVER: [&str; 5] = ["其余", "剩余", "余下", "不足部分", "另"];

/// Words of what may be left over beside a list, or of what went the other way.
const REST: [&str; 13] = ["其他", "结余", "略有", "收回", "压", "减", "同时", "尚", "未", "待", "超出", "降", "含"];

/// 中央860万元，省级420万元，县级220万元；其余由企业自筹: whether the words leave room beside a list, whatever its amounts make: a rest, or what went
/// the other way, told behind it in its sentence or the next; a part of the sentence without an amount; 等, 主要, 重点; what an item
/// has from elsewhere (含上年结转5万元).
pub(super) fn leaves_rest_untold(scope: &Scope, list: &[usize]) -> bool {
    let facts = scope.facts;
    let fact = |id: Option<&usize>| id.and_then(|id| facts.get(*id));
    let (Some(first), Some(last)) = (fact(list.first()), fact(list.last())) else { return false };
    let (sentences, segments) = (facts.clauses.sentences(), facts.clauses.segments());
    let end = sentences.get(last.place.sentence).map_or(last.range.end, |s| s.end).max(last.range.end);
    let paragraph = facts.text.paragraphs().get(last.place.paragraph).map_or(end, |p| p.range.end);
    let next = sentences.get(last.place.sentence + 1).filter(|s| s.start < paragraph);
    let start = sentences.get(first.place.sentence).map_or(first.range.start, |s| s.start);
    let listed = facts.text.words(start..last.range.end);
    // 主要原因是甲增加5万元: what is behind is no less for that.
    let some = || listed.split("主要").skip(1).any(|rest| !rest.starts_with_any(&["是", "原因"]));
    let behind = facts.text.words(last.range.end..next.map_or(end, |s| s.end));
    let bare = |segment: &Range| segment.start < end && facts.begin_in(segment.clone()).is_empty();
    is_open(scope, list)
        || list.iter().any(|id| fact(Some(id)).is_some_and(|f| f.left.ends_with('等')))
        || segments.iter().skip(first.place.segment).take_while(|s| s.start < end).any(bare)
        || listed.mentions_any(&["重点", "含"])
        || some()
        || behind.mentions_any(&REST)
        || behind.mentions_any(&LEFT_OVER)
}

/// One person can be in two groups, so groups of people may overlap.
pub(super) fn is_people(fact: &Fact) -> bool {
    matches!(fact.figure.unit.base.as_str(), "人" | "名" | "人次" | "位")
}

/// The names that the parts of a list have of their own; none where one has no name.
pub(super) fn names<'a>(scope: &'a Scope, parts: &[usize]) -> Option<Vec<&'a str>> {
    let name = |id: &usize| scope.facts.get(*id).filter(|f| f.label.own).map(|f| f.label.words.as_str());
    parts.iter().map(name).gather_all()
}

/// Whether the names say that nothing is left out: the parts of a standard whole, 满意 and 不满意, 其他 at the end.
pub(super) fn is_exhaustive(names: &[&str]) -> bool {
    let other = |name: &&str| {
        name.starts_with_any(&["其他", "其余", "其它"]) && name.chars().count() <= 6
            // 磷钾肥及其他: the last name takes in what has none.
            || name.ends_with_any(&["及其他", "和其他", "与其他", "及其它", "和其它", "及其余"])
    };
    is_complete(names) || is_denied(names) || (names.len() >= 2 && names.last().is_some_and(other))
}

/// Whether the names of some parts leave nothing of their whole out.
pub(super) fn exhausts(scope: &Scope, parts: &[usize], whole: usize) -> bool {
    let of_whole = |names: &[&str]| scope.facts.get(whole).is_some_and(|f| is_whole_of(&f.label.words, names));
    names(scope, parts)
        .is_some_and(|names| is_exhaustive(&names) || of_whole(&names) || is_counted_by(scope, &names, whole))
        && !divides_another(scope, parts, whole)
}

/// How many characters make words that say of what else a row is.
const HEAD: usize = 3;

/// 一般贸易出口、一般贸易进口 of 进出口: whether all names begin with words that the whole's own lack, so that they divide another.
pub(super) fn divides_another(scope: &Scope, parts: &[usize], whole: usize) -> bool {
    let Some(named) = names(scope, parts).filter(|names| names.len() >= 2) else { return false };
    let first = named.first().copied().unwrap_or_default();
    let common = |head: &str| named.iter().all(|name| name.starts_with(head));
    let heads = first.char_indices().skip(HEAD).filter_map(|(at, _)| first.get(..at));
    let told = scope.facts.get(whole).map_or("", |f| f.label.words.as_str());
    heads.take_while(|head| common(head)).last().is_some_and(|head| !told.contains(head) && !told.is_empty())
}

/// How many characters behind an amount name what it counts.
const NOUN: usize = 12;

/// 23个村（社区），其中行政村19个、社区4个: whether a whole is counted by just the names of its parts.
fn is_counted_by(scope: &Scope, names: &[&str], whole: usize) -> bool {
    let Some(total) = scope.facts.get(whole).filter(|f| f.figure.unit.is_whole()) else { return false };
    let end = scope.facts.clauses.sentences().get(total.place.sentence).map_or(total.range.end, |s| s.end);
    let words = scope.facts.text.words(total.range.end..end.min(total.range.end + NOUN));
    let noun = words.split(['，', '；', '。', '：']).next().unwrap_or_default();
    let counted: Vec<&str> = noun.split(['（', '）', '、', '和']).filter(|word| !word.is_empty()).gather();
    let bears = |name: &str, word: &str| name.ends_with(word);
    counted.len() >= 2
        && counted.len() == names.len()
        && counted.iter().all(|word| names.iter().any(|name| bears(name, word)))
        && names.iter().all(|name| counted.iter().any(|word| bears(name, word)))
}

/// Whether names are worded alike: 城镇人口 and 乡村人口.
pub(super) fn is_alike(names: &[&str]) -> bool {
    let alike = |a: &str, b: &str| {
        let tail = a.chars().rev().zip(b.chars().rev()).take_while(|(x, y)| x == y).count();
        let head = a.chars().zip(b.chars()).take_while(|(x, y)| x == y).count();
        tail.max(head) >= 2
    };
    names.windows(2).all(|w| matches!(w, [a, b] if alike(a, b)))
}

/// Whether names are cut in different ways, so that one person can bear several: 党员, 妇女, 青年.
fn crosses(names: &[&str]) -> bool {
    names.iter().any(|name| name.mentions_any(&TRAITS))
}

/// 行政10人、参公33人: whether every name is that of a post, each of another.
fn is_of_posts(names: &[&str]) -> bool {
    let posts: Vec<Option<&str>> =
        names.iter().map(|name| POSTS.iter().find(|post| name.contains(**post)).copied()).gather();
    posts.iter().enumerate().all(|(at, post)| post.is_some() && !posts.iter().take(at).any(|other| other == post))
}

/// Whether the parts of a list are people who may be counted by several of its names.
pub(super) fn may_overlap(scope: &Scope, parts: &[usize]) -> bool {
    let people = parts.first().and_then(|id| scope.facts.get(*id)).is_some_and(is_people);
    people && names(scope, parts).is_some_and(|names| crosses(&names) && !is_exhaustive(&names))
}

/// Whether a row of named amounts behind its whole lists all of it, as rows do unless they say otherwise. People can be counted
/// twice, so there the names have to exclude each other, or there have to be many.
pub(super) fn is_whole_row(scope: &Scope, row: &[usize]) -> bool {
    let Some(names) = names(scope, row).filter(|names| names.len() >= 2) else { return false };
    let Some(first) = row.first().and_then(|id| scope.facts.get(*id)) else { return false };
    let apart = is_exhaustive(&names)
        || names.len() >= 4
        || is_of_posts(&names)
        || (!crosses(&names) && (names.len() >= 3 || is_alike(&names)));
    !is_open(scope, row) && (!is_people(first) || apart)
}

/// One in how many of the whole a row may leave open before it looks as if it left something out.
const CLOSE: u32 = 20;

/// Whether a row that is usually all of its whole, but need not be, is kept from that by a slip: where chance hardly explains the
/// gap, or where hardly anything is left over. In numbers of two digits nearly every gap is one digit wide.
pub(super) fn is_usual_slip(scope: &Scope, parts: &[usize], whole: usize) -> bool {
    let equation = sum(parts, whole);
    if is_within_one_in(scope, parts, whole, CLOSE) {
        return scope.is_stated_slip(&equation);
    }
    scope.is_coarse(&equation) || scope.is_likely_slip(&equation)
}

/// 受理120件，批准90件，不批准25件: of what came in some may not be decided yet.
pub(super) fn is_undecided(whole: &Fact, names: &[&str]) -> bool {
    const DONE: [&str; 5] = ["审结", "办结", "审理终结", "决定", "答复"];
    const INTAKE: [&str; 7] = ["受理", "收到", "接收", "新收", "接报", "移送", "申请"];
    let told = |words: &[&str]| whole.left.mentions_any(words);
    is_denied(names) && !is_complete(names) && told(&INTAKE) && !told(&DONE)
}

/// 分别提供学位1080个、360个、540个，共1620个: whether parts are some of a row, two at least, and not those that a total may name: what they make is
/// no sum then but one that leaves something out. 火电、水电、风电、光电…，水、风、光等共…: behind a row, what stands together may be added up alone.
pub(super) fn leaves_row(scope: &Scope, parts: &[usize], whole: usize) -> bool {
    let summed = scope.facts.get(whole).is_some_and(announces);
    parts.iter().any(|id| {
        let row = scope.facts.named_row(*id);
        let taken: Vec<usize> = row.clone().filter(|member| parts.contains(member)).gather();
        let together = taken.windows(2).all(|pair| matches!(pair, [a, b] if a + 1 == *b));
        let some = taken.len() >= 2 && row.clone().any(|member| member != whole && !taken.contains(&member));
        some && (summed || !together || whole < row.start)
    })
}

/// 2021年120.56亿元，2022年141.02亿元，2023年261.58亿元: whether amounts of several years stand together of which none is called a change.
pub(super) fn are_of_years(scope: &Scope, ids: &[usize]) -> bool {
    let facts = || ids.iter().filter_map(|id| scope.facts.get(*id));
    let mut years = facts().filter_map(|f| match f.period.resolved(scope.facts.year) {
        Period::Year(year) => Some(year),
        _ => None,
    });
    let first = years.next();
    let several = first.is_some() && years.any(|year| Some(year) != first);
    several && !facts().any(|f| matches!(f.role, Role::Change | Role::Rest))
}
