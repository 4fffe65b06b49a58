//! W40: published later than the law allows: 8月5日批复，9月10日公开.

use crate::fact::{Day, Facts};
use crate::rule::{Scope, Sink};
use crate::text::Range;

/// Days from the approval to the publication (预算法第十四条).
const ALLOWED: i64 = 20;

/// Whether a clause speaks of a publication, or else of an approval.
fn is_published(clause: &[char]) -> Option<bool> {
    let mut approved = None;
    for word in clause.windows(2) {
        match word {
            ['公', '开' | '布' | '示'] => return Some(true),
            ['批', '复'] => approved = Some(false),
            _ => {}
        }
    }
    approved
}

/// Remarks on days of publication that come too late after the approval of the same accounts, in the same paragraph.
pub(super) fn late(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let mut approved: Option<(usize, &str, Day)> = None;
    for clause in facts.clauses.clauses() {
        let Some(published) = is_published(facts.text.slice(clause.clone())) else { continue };
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
