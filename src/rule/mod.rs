//! What the text asserts: one file and one page a rule family.
//!
//! A rule only *states* relations. It never adds, compares, rounds or words a message; where several figures could be meant
//! it may ask [`Scope::fits`] which reading holds, and says nothing, or "unchecked", when that does not settle it.

mod bound;
mod carry_over;
mod completion;
mod difference;
mod growth;
mod list_count;
mod part_whole;
mod quotient;
mod restatement;
mod score;
mod share;
mod wording;

use crate::fact::Facts;
use crate::relation::{Equation, Reason, Relation, Values, Verdict, judge};
use crate::text::Range;

/// A rule family (规则).
pub struct Rule {
    /// The letter of its cues.
    pub code: &'static str,
    /// Its stable name, which is also its file's.
    pub name: &'static str,
    /// Its page: documentation, help and tests.
    pub page: &'static str,
    find: fn(&Scope, &mut Sink),
}

/// The one list of rules, in the order in which they run; later ones see what earlier ones stated.
pub const RULES: &[Rule] = &[
    part_whole::RULE,
    difference::RULE,
    growth::RULE,
    completion::RULE,
    share::RULE,
    quotient::RULE,
    restatement::RULE,
    list_count::RULE,
    bound::RULE,
    carry_over::RULE,
    score::RULE,
    wording::RULE,
];

/// What a rule may look at.
pub struct Scope<'a> {
    /// The facts of the text.
    pub facts: &'a Facts,
    values: Values<'a>,
}

impl Scope<'_> {
    /// Whether an equation holds at the precision of the document.
    #[must_use]
    pub fn fits(&self, equation: &Equation) -> bool {
        matches!(judge(equation, &self.values).verdict, Verdict::Exact | Verdict::Rounded)
    }

    /// Whether an equation holds to the last digit.
    #[must_use]
    pub fn exact(&self, equation: &Equation) -> bool {
        judge(equation, &self.values).verdict == Verdict::Exact
    }

    /// Whether a single slip of the pen would make an equation hold, no rounding does, and chance hardly would: for readings
    /// that only the figures speak for.
    #[must_use]
    pub fn is_slip(&self, equation: &Equation) -> bool {
        crate::relation::slip(equation, &self.values, 8)
    }

    /// The same for readings that the words already make likely.
    #[must_use]
    pub fn is_likely_slip(&self, equation: &Equation) -> bool {
        crate::relation::slip(equation, &self.values, 45)
    }
}

/// A relation that the words announce but that could not be bound.
#[derive(Clone, Debug)]
pub struct Unbound {
    /// The rule.
    pub rule: &'static str,
    /// The cue.
    pub cue: &'static str,
    /// The words.
    pub range: Range,
    /// The figures it speaks of.
    pub facts: Vec<usize>,
    /// Why.
    pub reason: Reason,
}

/// A remark that is no arithmetic.
#[derive(Clone, Debug)]
pub struct Note {
    /// The warning.
    pub warning: &'static str,
    /// The figures it speaks of.
    pub facts: Vec<usize>,
    /// The words.
    pub range: Range,
}

/// What the rules have stated.
#[derive(Default)]
pub struct Sink {
    /// Relations to be judged.
    pub relations: Vec<Relation>,
    /// Relations that could not be bound.
    pub unbound: Vec<Unbound>,
    /// Remarks.
    pub notes: Vec<Note>,
    /// Lists that a cue opened: each part with its whole, whether they add up or not.
    lists: Vec<(usize, usize)>,
}

impl Sink {
    /// States a relation, once.
    pub fn relation(&mut self, relation: Relation) {
        if !self.relations.iter().rev().take(400).any(|r| r.equation == relation.equation) {
            self.relations.push(relation);
        }
    }

    /// Says that a relation was not checked.
    pub fn unchecked(&mut self, rule: &'static str, cue: &'static str, range: Range, facts: Vec<usize>, reason: Reason) {
        self.unbound.push(Unbound { rule, cue, range, facts, reason });
    }

    /// Makes a remark.
    pub fn note(&mut self, warning: &'static str, facts: Vec<usize>, range: Range) {
        self.notes.push(Note { warning, facts, range });
    }

    /// Remembers a list that a cue opened.
    pub fn list(&mut self, whole: usize, parts: &[usize]) {
        self.lists.extend(parts.iter().map(|part| (*part, whole)));
    }

    /// A rate that one rule could not bind and another did is no longer open.
    fn drop_settled(&mut self) {
        let bound: Vec<usize> = self.relations.iter().filter_map(|r| if let Equation::Rate { rate, .. } = r.equation { Some(rate) } else { None }).collect();
        self.unbound.retain(|open| open.facts.first().is_none_or(|rate| !bound.contains(rate)));
    }

    /// The wholes that a fact was stated to be a part of.
    pub fn wholes_of(&self, fact: usize) -> impl Iterator<Item = usize> + '_ {
        let listed = self.lists.iter().filter(move |(part, _)| *part == fact).map(|(_, whole)| *whole);
        self.added_up(fact).chain(listed)
    }

    /// The wholes that a fact was added up to.
    pub fn added_up(&self, fact: usize) -> impl Iterator<Item = usize> + '_ {
        self.relations.iter().filter_map(move |r| match &r.equation {
            Equation::Sum { parts, whole } if r.rule == part_whole::RULE.name && parts.iter().any(|t| t.fact == fact) => whole.first().map(|t| t.fact),
            _ => None,
        })
    }
}

/// Runs all rules over the facts.
#[must_use]
pub fn run(facts: &Facts) -> Sink {
    let scope = Scope { facts, values: Values::printed(facts) };
    let mut sink = Sink::default();
    for rule in RULES {
        (rule.find)(&scope, &mut sink);
    }
    sink.drop_settled();
    sink
}
