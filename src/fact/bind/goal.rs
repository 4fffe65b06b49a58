//! What was to be reached (目标), and by how much something went beyond it: 超目标126户, 高于目标0.5个百分点.

use crate::fact::{Fact, Facts, Measure, Role, likeness, normalize};
use crate::gather::Gather;
use crate::number::Dimension;
use crate::text::Mention;

/// How many figures back a goal is looked for that another paragraph tells.
const REACH: usize = 200;

/// How many characters the words of a goal have that stand between the comparison and the figure.
const NOUN: usize = 8;

/// What something that was to be reached is called.
const GOALS: [&str; 6] = ["目标", "计划", "任务", "指标", "要求", "规定"];

/// What makes the amounts of a paragraph goals.
const AIMS: [&str; 3] = ["目标", "计划", "任务"];

/// Words that put what was reached before what was to be, and which way.
const WAYS: [(&str, i8); 10] = [
    ("超过", 1),
    ("超出", 1),
    ("超额完成", 1),
    ("超", 1),
    ("高于", 1),
    ("高出", 1),
    ("优于", 1),
    ("低于", -1),
    ("少于", -1),
    ("不及", -1),
];

/// The same behind the words for what was to be: 比目标高.
const BEHIND: [(&str, i8); 8] =
    [("高出", 1), ("多出", 1), ("超出", 1), ("提高", 1), ("高", 1), ("多", 1), ("低", -1), ("少", -1)];

/// Whether words end with what something that was to be reached is called, and are little more.
fn is_goal(words: &str) -> bool {
    let noun = words.trim_end_matches(['值', '数', '量', '的']);
    noun.chars().count() <= NOUN && noun.ends_with_any(&GOALS) && !noun.contains("预算")
}

impl Fact {
    /// Which way words compare with what was to be reached, where no figure stands in them: 超目标, 比计划多, 超额.
    #[must_use]
    pub fn against_goal(&self) -> Option<i8> {
        let words = self.left.trim_end_matches(['了', '约', '近', '达', '出']);
        if words.ends_with("超额") || words.ends_with("超额完成") {
            return Some(1);
        }
        // Nearly all words name no goal, and this is asked of every figure.
        if !self.left.mentions_any(&GOALS) {
            return None;
        }
        let before = |(way, direction): &(&str, i8)| {
            let (_, noun) = words.rsplit_once(way)?;
            is_goal(noun).then_some(*direction)
        };
        let behind = |(way, direction): &(&str, i8)| {
            let (_, noun) = words.strip_suffix(way)?.rsplit_once(['比', '较'])?;
            is_goal(noun).then_some(*direction)
        };
        WAYS.iter().find_map(before).or_else(|| BEHIND.iter().find_map(behind))
    }
}

impl Facts {
    /// What was reached and what was to be, for a figure that says how far they are apart, and whether one part of a sentence
    /// tells both and nothing else of the kind.
    #[must_use]
    pub fn reached(&self, id: usize) -> Option<(usize, usize, bool)> {
        let fact = self.get(id)?;
        let here = |f: &Fact| {
            can_be_reached(f, fact) && f.place.segment == fact.place.segment && f.place.depth <= fact.place.depth
        };
        let near: Vec<usize> = self.pick(self.in_sentence(fact.place.sentence).start..id, here).gather();
        let planned = |id: &usize| self.get(*id).is_some_and(|f| f.measure == Measure::Plan);
        let (goals, done): (Vec<usize>, Vec<usize>) = near.into_iter().partition(planned);
        let own = done.last().copied()?;
        match goals.as_slice() {
            [goal] => Some((own, *goal, done.len() == 1)),
            [] => self.goal_of(own).map(|goal| (own, goal, false)),
            _ => None,
        }
    }

    /// The one amount of the paragraphs before that was to be reached under the name of another.
    fn goal_of(&self, own: usize) -> Option<usize> {
        let fact = self.get(own)?;
        let names = self.names_of(own)?;
        let intended = |f: &Fact| {
            let start = self.text.paragraphs().get(f.place.paragraph).map_or(f.range.start, |p| p.range.start);
            f.measure == Measure::Plan || self.text.words(start..f.range.start).mentions_any(&AIMS)
        };
        let alike = |f: &Fact| names.iter().map(|name| likeness(name, &f.label.key)).max().unwrap_or(0);
        let meant = |f: &Fact| {
            f.place.paragraph < fact.place.paragraph && can_be_reached(f, fact) && f.label.own && alike(f) >= 2
        };
        let mut goals = self.pick(own.saturating_sub(REACH)..own, |f| meant(f) && intended(f));
        let goal = goals.next()?;
        let value = self.base_value(goal);
        goals.all(|other| self.base_value(other) == value).then_some(goal)
    }

    /// What an amount is called: by its own words, those of the start of its movement, and the head of its paragraph.
    fn names_of(&self, id: usize) -> Option<Vec<String>> {
        let fact = self.get(id)?;
        let from =
            id.checked_sub(1).and_then(|f| self.get(f)).filter(|f| f.role == Role::From && fact.role == Role::To);
        let own = from.unwrap_or(fact).label.key.clone();
        let paragraph = self.text.paragraphs().get(fact.place.paragraph)?;
        let start = paragraph.range.start + paragraph.marker.map_or(0, |m| m.length);
        let words = self.text.words(start..fact.range.start);
        let head = words.split(['。', '：']).next().map(normalize).filter(|head| head.chars().count() <= 2 * NOUN);
        Some(std::iter::once(own).chain(head).filter(|name| name.chars().count() >= 3).gather())
    }
}

/// Whether an amount or a rate can be what a figure that tells how far it went beyond its goal is measured from.
fn can_be_reached(other: &Fact, fact: &Fact) -> bool {
    let stated = matches!(other.role, Role::Level | Role::To | Role::Rate | Role::Ratio | Role::Other | Role::Base);
    let kind = if matches!(fact.figure.unit.dimension, Dimension::Points | Dimension::Percent) {
        other.figure.unit.base == "%" && !other.left.ends_with("完成率")
    } else {
        other.is_amount() && other.is_like(fact)
    };
    stated && kind && !other.is_zero() && other.against_goal().is_none()
}
