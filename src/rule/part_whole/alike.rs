//! A18: totals of what several clauses call alike: 机关编制12名、实有11名；中心编制15名、实有14名，编制总数27名，实有总数25名;
//! 军人满意284人，…；家属满意193人，…。两类对象合计满意477人.

use super::totals::{said_before, said_together};
use super::{kind_of, relation, sum};
use crate::fact::Fact;
use crate::gather::Gather;
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// What the name of such a total ends with.
const NUMBERS: [&str; 3] = ["总数", "总人数", "总量"];

/// How many characters what is called alike has at least and at most.
const NAME: std::ops::RangeInclusive<usize> = 2..=6;

/// States every such total that its parts make.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    for id in scope.levels(|f| f.place.depth == 0) {
        let Some(parts) = parts(scope, id).filter(|_| !out.computes_sum(id)) else { continue };
        let equation = sum(&parts, id);
        // Some may be counted twice, or be none of those that are called alike.
        if scope.fits(&equation) {
            let range = facts.span(&equation.all());
            out.relation(relation("A18", kind_of(scope, id), equation, range, true));
        }
    }
}

/// What the words of a total call alike, with how many they say there are of it.
fn called<'a>(scope: &'a Scope, id: usize) -> Option<(&'a str, Option<usize>)> {
    let fact = scope.facts.get(id)?;
    let words = fact.left.trim_end_matches(['为', '是', '达', '有']);
    let ends = words.ends_with_any(&NUMBERS);
    let numbered = || NUMBERS.iter().find_map(|number| words.strip_suffix(number)).map(|name| (name, None));
    let numbered = if ends { numbered() } else { None };
    let together = || {
        const TOTALS: [&str; 4] = ["合计", "共计", "总计", "共"];
        if !fact.left.mentions_any(&TOTALS) {
            return None;
        }
        let count = said_together(fact).or_else(|| said_before(scope, id))?;
        let (_, name) = TOTALS.iter().find_map(|word| words.split_once(word))?;
        Some((name, Some(count)))
    };
    numbered.or_else(together).filter(|(name, _)| name.chars().count() >= *NAME.start())
}

/// The amounts of the sentence, or of the one before it, that end with the longest tail of the name that two of them have.
fn parts(scope: &Scope, id: usize) -> Option<Vec<usize>> {
    let facts = scope.facts;
    let total = facts.get(id)?;
    let (name, count) = called(scope, id)?;
    let like = |f: &Fact| {
        f.is_level() && f.is_like(total) && f.figure.is_plain() && f.place.depth == 0 && f.measure == total.measure
    };
    let of = |sentence: usize| facts.pick(facts.in_sentence(sentence).start..id, like).gather();
    let here: Vec<usize> = of(total.place.sentence);
    let before = if here.is_empty() { of(total.place.sentence.checked_sub(1)?) } else { here };
    let tails = name.char_indices().filter_map(|(at, _)| name.get(at..));
    let tails = tails.filter(|tail| NAME.contains(&tail.chars().count()));
    let bears = |id: &usize, tail: &str| facts.get(*id).is_some_and(|f| f.left.ends_with(tail));
    let named = tails.map(|tail| -> Vec<usize> { before.iter().copied().filter(|id| bears(id, tail)).gather() });
    let parts = named.into_iter().find(|parts| parts.len() >= 2)?;
    // 上年编制总数: another total is none of the parts.
    let other = |id: &usize| facts.get(*id).is_some_and(|f| f.left.mentions_any(&["合计", "共", "总", "其中"]));
    let apart = parts.windows(2).all(|two| {
        let clause = |id: usize| facts.get(id).map(|f| f.place.clause);
        matches!(two, [a, b] if clause(*a) != clause(*b))
    });
    (apart && !parts.iter().any(other) && count.is_none_or(|n| n == parts.len())).then_some(parts)
}
