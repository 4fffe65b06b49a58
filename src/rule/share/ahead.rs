//! 生态修复占比最低，为项目支出的9.3%: a share without a subject of its own, behind a clause without a figure that begins with the name of
//! its part.

use crate::fact::Fact;
use crate::gather::Gather;
use crate::rule::Scope;

/// How many figures back the part is looked for.
const REACH: usize = 40;

/// How many characters make a name that a clause does not begin with by chance.
const NAME: usize = 3;

/// 甲类642人、乙类138人，甲类过半，占55.8%: the only amount of the sentence whose name the clause before begins with, which has no exact
/// figure, where nothing but 占 stands before the share.
pub(super) fn spoken_of(scope: &Scope, id: usize) -> Option<usize> {
    let facts = scope.facts;
    let rate = facts.get(id).filter(|f| f.phrase.is_empty() && f.left == "占")?;
    let clause = facts.clauses.clauses().get(rate.place.clause.checked_sub(1)?)?;
    let sentence = facts.in_sentence(rate.place.sentence).start;
    if facts.begin_in(clause.clone()).any(|f| f < sentence || facts.get(f).is_some_and(|f| f.figure.is_plain())) {
        return None;
    }
    let words = facts.text.words(clause.clone());
    let named = |f: &Fact| {
        let name = f.label.words.as_str();
        f.is_level() && f.figure.is_plain() && f.label.own && name.chars().count() >= 2 && words.starts_with(name)
    };
    facts.pick(sentence.max(id.saturating_sub(REACH))..id, named).single()
}

/// The nearest amount whose name the clause before a share begins with.
pub(super) fn named(scope: &Scope, id: usize) -> Option<usize> {
    let facts = scope.facts;
    let rate = facts.get(id).filter(|f| !f.phrase.is_empty() && f.place.depth == 0)?;
    let head = rate.left.split_once(&rate.phrase).map(|(head, _)| head)?;
    let bare = ["为", "是", "占", "仅为", "仅占", "只占", "达到"].contains(&head);
    let told = rate.place.clause.checked_sub(1).filter(|_| bare)?;
    let clause = facts.clauses.clauses().get(told)?;
    let sentence = facts.clauses.sentences().get(rate.place.sentence)?;
    if clause.start < sentence.start || !facts.begin_in(clause.clone()).is_empty() {
        return None;
    }
    let words = facts.text.words(clause.clone());
    let named = |f: &Fact| {
        let name = f.label.words.as_str();
        f.is_level() && f.figure.is_plain() && f.label.own && name.chars().count() >= NAME && words.starts_with(name)
    };
    facts.pick(id.saturating_sub(REACH)..id, named).next_back()
}
