//! B08: 从构成看，工资性8476元，占64.5%；经营性2318元，占17.6%; the whole stands in another sentence, and only the figures found it for one of the shares: the
//! others of the sentence are of it as well.

use super::relation;
use crate::fact::{Fact, Role};
use crate::relation::{Equation, Kind, Relation, ratio};
use crate::rule::{Scope, Sink};

/// States every share that is left open by the whole that another share of its sentence was found to be of, a slip of the pen aside.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    for id in facts.pick(0..facts.list.len(), |f| f.role == Role::Share && f.phrase.is_empty() && f.figure.is_plain()) {
        let Some((part, own)) = id.checked_sub(1).and_then(|part| Some((part, facts.get(part)?))) else { continue };
        if out.computes(id) || !is_divided(own) {
            continue;
        }
        let sentence = facts.in_sentence(own.place.sentence);
        let whole = facts.pick(sentence.clone(), |f| is_divided(f) && f.is_like(own)).find_map(|other| {
            let mut rates = out.rates_of(other).filter(|r| r.rule == super::RULE.name && scope.fits(&r.equation));
            rates.find_map(|r| match &r.equation {
                Equation::Rate { whole, less_one: false, rate, .. } if *rate == other + 1 => {
                    whole.first().map(|t| t.fact)
                }
                _ => None,
            })
        });
        let Some(whole) = whole.filter(|whole| !sentence.contains(whole)) else { continue };
        let equation = ratio(part, whole, id);
        if scope.fits(&equation) || scope.is_stated_slip(&equation) {
            let range = own.range.start..facts.get(id).map_or(own.range.end, |rate| rate.range.end);
            let sure = scope.fits(&equation);
            out.relation(Relation { sure, ..relation("B08", Kind::Ratio, equation, range) });
        }
    }
}

/// Whether an amount can be a part of something.
fn is_divided(fact: &Fact) -> bool {
    fact.is_level() && fact.figure.is_plain() && !fact.is_zero()
}
