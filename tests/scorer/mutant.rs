//! One changed digit in each relation that holds.

use super::Case;
use super::labels::{Label, Span};
use super::score::{Alarm, Found, alarms};
use super::value::Values;
use gouji::report::Report;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// The gap must exceed the rounding this many times, so that no checker may excuse it.
const FACTOR: u32 = 4;

/// A text with one digit changed.
pub struct Mutant {
    /// The changed text.
    pub text: String,
    /// The kind of the relation it violates.
    kind: String,
    /// The place of the changed figure.
    span: Span,
    /// The figure before and after, for people.
    change: String,
}

/// One mutant for each relation that holds and has a figure that can be changed. The choice depends on nothing but the name and the place.
pub fn of(case: &Case) -> Vec<Mutant> {
    case.labels
        .iter()
        .enumerate()
        .filter(|(_, label)| label.holds)
        .filter_map(|(place, label)| change(case, place, label))
        .collect()
}

fn change(case: &Case, place: usize, label: &Label) -> Option<Mutant> {
    let mut choice = Choice::new(&case.name, place);
    let operands = if label.expression == "count" { 0 } else { label.operands.len() };
    let results = usize::from(label.kind != "bound");
    let mut slots: Vec<usize> = (0..operands + results).collect();
    while !slots.is_empty() {
        let slot = slots.swap_remove(choice.below(slots.len()));
        let (old, span) = match label.operands.get(slot).filter(|_| slot < operands) {
            Some(text) => (text, *label.operand_spans.get(slot)?),
            None => (&label.result, label.result_span),
        };
        if label.kind != "equal" && case.text.matches(old.as_str()).count() != 1 {
            continue; // restated: another place would still bear the relation out
        }
        let wrong: Vec<String> = variants(old)
            .into_iter()
            .filter(|new| {
                let mut changed = label.operands.clone();
                let mut result = label.result.as_str();
                match changed.get_mut(slot).filter(|_| slot < operands) {
                    Some(operand) => operand.clone_from(new),
                    None => result = new,
                }
                label.is_violated_by(&changed, result, FACTOR) == Some(true)
            })
            .collect();
        if wrong.is_empty() {
            continue;
        }
        let new = wrong.get(choice.below(wrong.len()))?;
        let (start, end) = span;
        let characters = || case.text.chars();
        let text = characters().take(start).chain(new.chars()).chain(characters().skip(end)).collect();
        return Some(Mutant { text, kind: label.kind.clone(), span, change: format!("{old:?} -> {new:?}") });
    }
    None
}

/// The figure with one digit changed, in every way that leaves no leading zero.
fn variants(old: &str) -> Vec<String> {
    const DIGITS: [&str; 2] = ["0123456789", "０１２３４５６７８９"];
    let characters: Vec<char> = old.chars().collect();
    let numeric = |c: &char| DIGITS.iter().any(|digits| digits.contains(*c));
    let first = characters.iter().position(numeric);
    let long = first.and_then(|first| characters.get(first + 1)).is_some_and(numeric);
    let mut all = Vec::new();
    for (i, c) in characters.iter().enumerate() {
        for digits in DIGITS.iter().filter(|digits| digits.contains(*c)) {
            for (value, new) in digits.chars().enumerate() {
                if new == *c || (value == 0 && Some(i) == first && long) {
                    continue;
                }
                all.push(characters.iter().enumerate().map(|(j, old)| if i == j { new } else { *old }).collect());
            }
        }
    }
    all
}

/// A small fixed sequence, different for each relation (FNV-1a, then xorshift).
struct Choice(u64);

impl Choice {
    fn new(name: &str, place: usize) -> Self {
        let seed = format!("{name}/{place}")
            .bytes()
            .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
        Self(seed | 1)
    }

    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap_or_default() % limit
    }
}

/// How many mutants were caught and blamed right.
#[derive(Default)]
pub struct Tally {
    /// Mutants made.
    pub made: usize,
    kinds: BTreeMap<String, Found>,
    caught: Found,
    blamed: Found,
    missed: Vec<String>,
}

impl Tally {
    /// Looks for a new alarm over the changed figure.
    pub fn add(&mut self, case: &Case, mutant: &Mutant, before: &[Alarm], after: &Report) {
        let known: BTreeSet<&Values> = before.iter().map(|alarm| &alarm.values).collect();
        let changed: BTreeSet<u32> = after
            .figures
            .iter()
            .filter(|figure| overlaps(mutant.span, (figure.start, figure.end)))
            .map(|figure| figure.id)
            .collect();
        let alarms = alarms(after);
        let new: Vec<&Alarm> = alarms
            .iter()
            .filter(|alarm| !known.contains(&alarm.values) && !alarm.figures.is_disjoint(&changed))
            .collect();
        let blamed = new.iter().any(|alarm| alarm.blamed.is_some_and(|figure| changed.contains(&figure)));
        self.made += 1;
        self.caught.count(!new.is_empty());
        self.blamed.count(blamed);
        self.kinds.entry(mutant.kind.clone()).or_default().count(!new.is_empty());
        let words: Vec<&str> = new.iter().map(|alarm| alarm.message.as_str()).collect();
        let how = if new.is_empty() { "missed" } else { "BLAMED WRONG" };
        if !blamed {
            self.missed.push(format!("{how}  {} {} {} {}", case.name, mutant.kind, mutant.change, words.join(" ｜ ")));
        }
    }

    /// Mutants caught, of 1000.
    pub fn caught(&self) -> usize {
        self.caught.per_mille()
    }

    /// Mutants blamed right, of 1000.
    pub fn blamed(&self) -> usize {
        self.blamed.per_mille()
    }
}

/// Labels count characters and reports UTF-16 units; the gold texts hold no character beyond the BMP.
fn overlaps((start, end): Span, (from, to): (u32, u32)) -> bool {
    usize::try_from(from).is_ok_and(|from| from < end) && usize::try_from(to).is_ok_and(|to| start < to)
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for line in &self.missed {
            writeln!(f, "{line}")?;
        }
        for (kind, found) in &self.kinds {
            writeln!(f, "  {kind:11} {:4} / {:4}", found.found, found.all)?;
        }
        write!(f, "mutants {}  caught {}‰  blamed right {}‰", self.made, self.caught(), self.blamed())
    }
}
