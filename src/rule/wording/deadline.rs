//! W40: published later than the law allows: 8月5日批复，9月10日公开.

use crate::fact::{Day, Facts};
use crate::rule::{Scope, Sink};
use crate::text::{Lexicon, Range};
use std::sync::LazyLock;

/// Days from the approval to the publication (预算法第十四条).
const ALLOWED: i64 = 20;

/// Words of an approval, and of a publication.
static SAID: LazyLock<Lexicon<bool>> =
    LazyLock::new(|| Lexicon::new([("批复", false), ("公开", true), ("公布", true), ("公示", true)]));

/// Remarks on days of publication that come too late after the approval of the same accounts, in the same paragraph.
pub(super) fn late(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let mut approved: Option<(usize, &str, Day)> = None;
    for clause in facts.clauses.clauses() {
        let Some(published) = facts.text.found(&SAID, clause.clone()).map(|(_, _, published)| published).max() else {
            continue;
        };
        let words = facts.text.words(clause.clone());
        let Some(day) = facts.days(clause.clone()).into_iter().next() else { continue };
        let paragraph = paragraph_of(facts, clause);
        if !published {
            approved = Some((paragraph, words, day));
        } else if let Some((same, before, from)) = approved.take()
            && same == paragraph
            && speak_of_one(before, words)
            && day.number - from.number > ALLOWED
        {
            out.note("W40", Vec::new(), day.range);
        }
    }
}

/// The approval of a budget says nothing about when the final accounts are due.
fn speak_of_one(approved: &str, published: &str) -> bool {
    !["预算", "决算"].iter().any(|word| published.contains(word) && !approved.contains(word))
}

fn paragraph_of(facts: &Facts, range: &Range) -> usize {
    facts.text.paragraphs().partition_point(|p| p.range.end <= range.start)
}
