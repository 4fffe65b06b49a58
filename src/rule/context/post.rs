//! W21: more people than posts: 编制30名，实有在职人员33人.

use super::band;
use crate::fact::{Fact, Facts};
use crate::rule::{Scope, Sink};

/// States that the people of a sentence fill no more than its posts, where it gives one number of each.
pub(super) fn filled(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    for sentence in 0..facts.clauses.sentences().len() {
        if let (Some(posts), Some(people)) = (only(facts, sentence, is_posts), only(facts, sentence, is_people)) {
            out.ask("W21", band(people, posts, 0, 100));
        }
    }
}

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
    fact.left.contains("编制") && !OTHER.iter().any(|word| fact.left.contains(word))
}

/// Those who fill a post; hired hands and the retired do not.
fn is_people(fact: &Fact) -> bool {
    const OTHER: [&str; 9] = ["退休", "临聘", "聘用", "合同", "编外", "编制外", "遗属", "劳务", "平均"];
    fact.figure.unit.base != "个"
        && ["在职", "在编", "实有", "在岗"].iter().any(|word| fact.left.contains(word))
        && !OTHER.iter().any(|word| fact.left.contains(word))
}
