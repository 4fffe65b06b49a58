//! W21: more people than posts: 编制30名，实有在职人员33人.

use super::band;
use crate::fact::{Fact, Facts};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// States that the people of a sentence fill no more than its posts, where it gives one number of each.
pub(super) fn filled(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    for sentence in 0..facts.clauses.sentences().len() {
        if let (Some(posts), Some(people)) = (only(facts, sentence, is_posts), only(facts, sentence, is_people))
            && are_of_one_kind(facts, posts, people)
            && !includes_others(facts, people)
        {
            out.ask("W21", band(people, posts, 0, 100));
        }
    }
}

/// 行政编制 are posts for civil servants alone: they are no bound for all the people of an office.
fn are_of_one_kind(facts: &Facts, posts: usize, people: usize) -> bool {
    const KINDS: [&str; 6] = ["行政", "事业", "工勤", "参公", "政法", "专项"];
    let says = |id: usize, kind: &str| facts.get(id).is_some_and(|fact| fact.left.contains(kind));
    KINDS.iter().all(|kind| says(posts, kind) == says(people, kind))
}

/// 在岗33人（含聘用5人）: not all of them fill a post.
fn includes_others(facts: &Facts, people: usize) -> bool {
    let Some(fact) = facts.get(people) else { return true };
    let end = facts.clauses.sentences().get(fact.place.sentence).map_or(fact.range.end, |s| s.end);
    let behind = facts.text.words(fact.range.end..end.max(fact.range.end));
    behind.mentions_any(&["含", "包括", "其中"]) && behind.mentions_any(&OTHERS)
}

/// Those who fill no post.
const OTHERS: [&str; 10] = ["退休", "临聘", "聘用", "合同", "编外", "编制外", "遗属", "劳务", "平均", "借调"];

fn only(facts: &Facts, sentence: usize, test: fn(&Fact) -> bool) -> Option<usize> {
    let mut ids = facts.pick(facts.in_sentence(sentence), move |f| {
        f.is_level()
            && f.figure.is_plain()
            && !f.is_zero()
            && f.place.depth == 0
            && matches!(f.figure.unit.base.as_str(), "人" | "名" | "个")
            && test(f)
    });
    ids.next().filter(|_| ids.next().is_none())
}

fn is_posts(fact: &Fact) -> bool {
    const OTHER: [&str; 6] = ["编制外", "编外", "空编", "超编", "在编", "实有"];
    fact.left.mentions("编制") && !fact.left.mentions_any(&OTHER)
}

/// Those who fill a post; hired hands and the retired do not.
fn is_people(fact: &Fact) -> bool {
    fact.figure.unit.base != "个"
        && fact.left.mentions_any(&["在职", "在编", "实有", "在岗"])
        && !fact.left.mentions_any(&OTHERS)
}
