//! G05, G06: people: those in post by kind, and posts against people.

use super::sum;
use crate::fact::Fact;
use crate::gather::Gather;
use crate::relation::{Equation, Relation, Term};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// Kinds of posts.
const POSTS: [&str; 7] = ["行政", "参公", "参照公务员", "公务员", "事业", "工勤", "政法"];

/// Kinds of people that exclude each other; two of one row make a list complete.
const KINDS: [&[&str]; 3] = [&POSTS, &["离休", "退休"], &["在职", "离退休", "离休", "退休"]];

/// Words of what a sentence may tell behind a list of those in post: posts that are vacant, and who is paid in all.
const BESIDE: [&str; 7] = ["空编", "缺编", "空缺", "空岗", "超编", "供养", "总数"];

/// States both.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    for id in 0..scope.facts.list.len() {
        if scope.facts.get(id).is_some_and(is_people) {
            by_kind(scope, id, out);
        }
        posts(scope, id, out);
    }
}

fn is_people(fact: &Fact) -> bool {
    fact.is_level() && fact.figure.is_plain() && matches!(fact.figure.unit.base.as_str(), "人" | "名" | "位")
}

/// G05: 在职60人，其中行政42人、事业18人.
fn by_kind(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let Some(fact) = facts.get(id) else { return };
    let whole = fact.left.mentions_any(&["在职", "在编", "离退休", "总人数", "实有"]);
    let cue = fact.range.end..fact.range.end + 4;
    let listed = facts.text.words(cue).starts_with("，其中")
        || facts.text.words(fact.range.end..fact.range.end + 3).starts_with("：");
    if !whole || !listed {
        return;
    }
    let all: Vec<usize> = facts
        .pick(id + 1..facts.in_sentence(fact.place.sentence).end, |f| {
            is_people(f) && f.place.depth == fact.place.depth && f.place.segment == fact.place.segment
        })
        .gather();
    // 其中离休1人、退休28人，供养人员总数68人: what counts all, or what is vacant, is no kind of those in post.
    let beside = |id: &usize| facts.get(*id).is_some_and(|f| f.left.mentions_any(&BESIDE));
    let listed = all.iter().position(beside).unwrap_or(all.len());
    let parts = if all.iter().skip(listed).all(beside) { all.get(..listed).unwrap_or_default() } else { &all };
    let kind_in = |row: &[&str], p: &usize| facts.get(*p).and_then(|f| row.iter().rposition(|k| f.left.contains(k)));
    let complete = KINDS.iter().any(|row| {
        let mut kinds: Vec<Option<usize>> = parts.iter().map(|p| kind_in(row, p)).gather();
        let total = kinds.len();
        crate::order::by_key(&mut kinds, |item| *item);
        kinds.dedup();
        kinds.len() == total && !kinds.contains(&None)
    });
    if parts.len() >= 2 && complete {
        let end = parts.last().and_then(|p| facts.get(*p)).map_or(fact.range.end, |f| f.range.end);
        out.relation(sum("G05", parts, id, fact.range.start..end, "W31"));
    }
}

/// G06: 编制65名，实有60人，空编5名; the posts may stand in the sentence before: 编制58名：…。实有55人，…，空编3个.
fn posts(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let counted = |f: &&Fact| is_people(f) || f.is_level() && f.figure.is_plain() && f.figure.unit.base == "个";
    let Some(fact) = facts.get(id).filter(counted) else { return };
    let over = fact.left.ends_with_any(&["超编", "超配"]);
    let is_vacant = |f: &Fact| f.left.ends_with_any(&["空编", "缺编", "空缺", "空岗"]);
    let vacant = is_vacant(fact);
    if !over && !vacant {
        return;
    }
    let sentence = facts.in_sentence(fact.place.sentence).start..id;
    let before = facts.in_sentence(fact.place.sentence.saturating_sub(1)).start..id;
    let place = |f: &Fact| f.place.paragraph == fact.place.paragraph;
    // 编制79名，其中公务员编制32名、事业编制47名: the posts of one kind are none beside those of all.
    let mut posts: Vec<usize> = facts
        .pick(before, |f| {
            (is_people(f) || counted(&f)) && place(f) && f.left.mentions("编制") && !f.left.mentions("在编")
        })
        .gather();
    let of_kind: Vec<usize> = posts.iter().copied().filter(|id| out.added_up(*id).next().is_some()).gather();
    // …，空编7名，其中机关空编2名: nor is what is vacant of one kind what is vacant of all.
    if !fact.left.starts_with("其中") && !out.added_up(id).any(|whole| facts.get(whole).is_some_and(is_vacant)) {
        posts.retain(|id| !of_kind.contains(id));
    }
    let mut posts = posts.into_iter();
    let mut people = facts.pick(sentence, |f| is_people(f) && f.left.mentions_any(&["实有", "在编", "在职", "在岗"]));
    let (Some(posts_id), None, Some(people_id), None) = (posts.next(), posts.next(), people.next(), people.next())
    else {
        return;
    };
    let (more, less) = if over { (people_id, posts_id) } else { (posts_id, people_id) };
    let equation = Equation::Sum { parts: vec![Term::plus(more), Term::minus(less)], whole: vec![Term::plus(id)] };
    // 行政实有26人，空编2名；事业实有33人，空编3名；领导职数空缺2名: each kind has its own; 实有59人（含编外5人）: nor do all who are there hold posts.
    let segments = || of_kind.iter().filter_map(|id| facts.get(*id)).map(|f| f.place.segment);
    let one = |f: &Fact| f.left.mentions_any(&POSTS) || segments().any(|s| s == f.place.segment);
    let each = facts.get(people_id).is_some_and(one)
        || one(fact)
        || fact.left.chars().count() > 4
        || facts.pick(facts.in_sentence(fact.place.sentence), is_vacant).nth(1).is_some();
    let words = facts.clauses.sentences().get(fact.place.sentence).map_or("", |s| facts.text.words(s.clone()));
    let beyond = words.mentions_any(&["编外", "借调", "聘用", "冻结"]);
    if (beyond || each && !of_kind.is_empty()) && !scope.fits(&equation) {
        return;
    }
    let start = facts.get(posts_id.min(people_id)).map_or(fact.range.start, |f| f.range.start);
    out.relation(Relation { equation, ..sum("G06", &[], id, start..fact.range.end, "W31") });
}
