//! What the rules have stated.

mod asked;
pub(super) mod based;
mod cell;
pub(super) mod each;
pub(super) mod meant;
pub(super) mod moved;
pub(super) mod overruled;
pub(super) mod reread;
pub(super) mod turned;
pub(super) mod unfilled;

use crate::fact::PerFact;
use crate::gather::{Gather, SortedMap, SortedSet};
use crate::relation::{Equation, Kind, Reason, Relation, Term};
use crate::text::Range;
use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

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
    /// What the remark is about, where its words do not say it themselves.
    pub name: Option<&'static str>,
}

/// What usage expects of figures though the text does not say so (预期): judged as a relation is, but a figure that falls
/// short of it contradicts nothing.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Expectation {
    /// The warning where it is not met.
    pub warning: &'static str,
    /// What is expected.
    pub equation: Equation,
}

/// What the rules have stated. Relations only grow through [`Sink::relation`], so that the indices stay true.
#[derive(Default)]
pub struct Sink {
    /// Relations to be judged.
    pub relations: Vec<Relation>,
    /// Relations that could not be bound.
    pub unbound: Vec<Unbound>,
    /// Remarks.
    pub notes: Vec<Note>,
    /// What usage expects.
    pub expectations: Vec<Expectation>,
    /// The same, to expect nothing twice.
    expected: HashSet<Expectation>,
    /// Every equation stated, with the place of its relation, to state none twice.
    stated: HashMap<Equation, usize>,
    /// For each rule, the places of its relations, in order.
    rules: SortedMap<&'static str, Vec<usize>>,
    /// The facts that some relation computes.
    results: PerFact<bool>,
    /// For each part, the sums that add it up, by the places of their relations.
    sums: PerFact<Vec<usize>>,
    /// For each whole, the sums and differences that make it, by the places of their relations.
    wholes: PerFact<Vec<usize>>,
    /// The facts that the words multiply, and what they come to.
    multiplied: PerFact<bool>,
    /// For each part, the ratios that compare it, by the places of their relations.
    ratios: PerFact<Vec<usize>>,
    /// For each part, the whole of the list that a cue opened, whether the list adds up or not.
    lists: PerFact<Vec<usize>>,
    /// The cues that left a fact open, which later rules ask.
    open: HashSet<(&'static str, usize)>,
    /// What later statements speak against.
    doubted: HashSet<Equation>,
}

impl Sink {
    /// States a relation, once.
    pub fn relation(&mut self, relation: Relation) {
        let place = self.relations.len();
        let stated = match self.stated.entry(relation.equation.clone()) {
            Entry::Occupied(stated) => Some(*stated.get()),
            Entry::Vacant(stated) => {
                stated.insert(place);
                None
            }
        };
        if let Some(at) = stated {
            // What only the figures spoke for belongs to the rule that has words for it.
            let weak = |r: &&mut Relation| {
                r.rule == "part_whole"
                    && (relation.rule == "difference" || relation.rule == "list_count" && r.cue == "A18")
                    || r.rule == "restatement" && relation.rule == "carry_over"
            };
            if let Some(before) = self.relations.get_mut(at).filter(weak) {
                let old = self.rules.entry(before.rule).or_default();
                if let Ok(place) = old.binary_search(&at) {
                    old.remove(place);
                }
                let new = self.rules.entry(relation.rule).or_default();
                new.insert(new.partition_point(|place| *place < at), at);
                *before = relation;
            }
            return;
        }
        self.rules.entry(relation.rule).or_default().push(place);
        // What is said again is not computed.
        if relation.kind != Kind::Equal {
            relation.equation.facts().1.into_iter().for_each(|result| *self.results.at(result) = true);
        }
        if let (Equation::Sum { parts, .. }, true) = (&relation.equation, relation.rule == "part_whole") {
            for part in parts {
                self.sums.at(part.fact).push(place);
            }
        }
        match &relation.equation {
            Equation::Sum { whole, .. } => index(&mut self.wholes, whole, place),
            Equation::Rate { part, .. } => index(&mut self.ratios, part, place),
            Equation::Product { .. } if relation.rule == "product" => {
                relation.equation.all().into_iter().for_each(|id| *self.multiplied.at(id) = true);
            }
            _ => {}
        }
        self.relations.push(relation);
    }

    /// Says that a relation was not checked.
    pub fn unchecked(
        &mut self,
        rule: &'static str,
        cue: &'static str,
        range: Range,
        facts: Vec<usize>,
        reason: Reason,
    ) {
        self.open.extend(facts.first().map(|fact| (cue, *fact)));
        self.unbound.push(Unbound { rule, cue, range, facts, reason });
    }

    /// Makes a remark.
    pub fn note(&mut self, warning: &'static str, facts: Vec<usize>, range: Range) {
        self.notes.push(Note { warning, facts, range, name: None });
    }

    /// Makes a remark whose words do not say what it is about.
    pub fn named_note(&mut self, warning: &'static str, name: &'static str, range: Range) {
        self.notes.push(Note { warning, facts: Vec::new(), range, name: Some(name) });
    }

    /// Asks of figures what usage expects of them, once.
    pub fn ask(&mut self, warning: &'static str, equation: Equation) {
        let expectation = Expectation { warning, equation };
        if self.expected.insert(expectation.clone()) {
            self.expectations.push(expectation);
        }
    }

    /// Remembers a list that a cue opened.
    pub fn list(&mut self, whole: usize, parts: &[usize]) {
        for part in parts {
            self.lists.at(*part).push(whole);
        }
    }

    /// Leaves open what was stated, because what is stated beside it speaks against it.
    pub fn doubt(&mut self, equation: &Equation) {
        self.doubted.insert(equation.clone());
    }

    /// Of what is doubted nothing is known.
    pub(super) fn drop_doubted(&mut self) {
        let doubted = std::mem::take(&mut self.doubted);
        let (open, rest) = std::mem::take(&mut self.relations).into_iter().partition(|r| doubted.contains(&r.equation));
        self.relations = rest;
        let open: Vec<Relation> = open;
        for Relation { rule, cue, range, equation, .. } in open {
            self.unchecked(rule, cue, range, equation.all(), Reason::Ambiguous);
        }
    }

    /// Takes back a rate's relations and remarks stated since there were so many; sums are never taken back.
    pub(super) fn rewind(&mut self, relations: usize, unbound: usize) {
        for taken in self.relations.drain(relations..) {
            self.stated.remove(&taken.equation);
            if let Equation::Rate { part, .. } = &taken.equation
                && let Some(part) = part.first()
            {
                self.ratios.at(part.fact).retain(|place| *place < relations);
            }
            if let Some(result) = taken.equation.facts().1 {
                *self.results.at(result) = false;
            }
        }
        for places in self.rules.values_mut() {
            places.truncate(places.partition_point(|place| *place < relations));
        }
        self.unbound.truncate(unbound);
    }

    /// A rate that one rule could not bind and another did is no longer open, nor is a change that bears out a rate.
    pub(super) fn drop_settled(&mut self) {
        let changes = self.relations.iter().filter_map(|r| match &r.equation {
            Equation::Rate { part, less_one: false, .. } => part.first().map(|t| t.fact),
            _ => None,
        });
        let changes: SortedSet<usize> = changes.gather_set();
        let results = std::mem::take(&mut self.results);
        let settled =
            |open: &Unbound, f: &usize| results.is_set(*f) || open.rule == "difference" && changes.contains(f);
        self.unbound.retain(|open| !open.facts.first().is_some_and(|f| settled(open, f)));
        self.results = results;
    }
}

/// Remembers the place of a relation by the first of its terms.
fn index(places: &mut PerFact<Vec<usize>>, terms: &[Term], place: usize) {
    if let Some(term) = terms.first() {
        places.at(term.fact).push(place);
    }
}
