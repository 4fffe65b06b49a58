//! I03: two amounts mentioned again as one: 湿地保护和候鸟监测专项55万元.

use super::{RULE, amounts::stem};
use crate::fact::{Fact, normalize};
use crate::relation::{Equation, Kind, Relation, Source, Term};
use crate::rule::{Scope, Sink};

/// How many amounts back the two are looked for.
const NEAR: usize = 60;

/// States the sums that hold to the last digit; names alone never make one.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    for id in facts.pick(0..facts.list.len(), |f| f.is_level() && f.figure.is_plain() && f.label.own) {
        let Some(fact) = facts.get(id) else { continue };
        let Some((a, b)) = halves(&fact.label.words) else { continue };
        let named = |name: &str| -> Vec<usize> {
            facts
                .pick(id.saturating_sub(NEAR)..id, |f: &Fact| {
                    f.is_level()
                        && f.is_like(fact)
                        && f.figure.is_plain()
                        && f.label.own
                        && f.place.sentence != fact.place.sentence
                        && stem(&f.label.key) == name
                })
                .collect()
        };
        let (first, second) = (named(&a), named(&b));
        let pair = first
            .iter()
            .flat_map(|x| second.iter().map(move |y| [*x, *y]))
            .find(|pair| pair[0] != pair[1] && scope.adds_up(pair, id));
        let Some([x, y]) = pair else { continue };
        let from = facts.get(x.min(y)).map_or(fact.range.start, |f| f.range.start);
        out.relation(Relation {
            rule: RULE.name,
            cue: "I03",
            kind: Kind::Sum,
            source: Source::Asserted,
            equation: Equation::Sum { parts: vec![Term::plus(x), Term::plus(y)], whole: vec![Term::plus(id)] },
            range: from..fact.range.end,
            sure: true,
            warning: "W03",
        });
    }
}

/// The two names that a name joins.
fn halves(words: &str) -> Option<(String, String)> {
    let (a, b) = ["以及", "及", "和", "与", "、"].iter().find_map(|joint| words.split_once(joint))?;
    let (a, b) = (stem(&normalize(a)), stem(&normalize(b)));
    (a.chars().count() >= 3 && b.chars().count() >= 3 && a != b).then_some((a, b))
}
