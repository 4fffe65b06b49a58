//! The whole that the bare shares of a paragraph agree on: 来信38件占61%，来访15件占24%，来电9件占15%.

use super::ratio;
use crate::fact::{Fact, Role};
use crate::gather::Gather;
use crate::relation::Multiplier;
use crate::rule::{Scope, Sink};

/// How many figures before the first of them their whole is looked for.
const REACH: usize = 40;
/// How many shares on either side of one are asked.
const BESIDE: usize = 10;

/// Bare shares beside one another, each with the amount right before it.
pub(super) struct Group {
    pairs: Vec<(usize, usize)>,
    /// What each of the shares makes of a whole.
    by: Vec<Option<Multiplier>>,
    /// The whole that all of them agree on, or all but one.
    pub(super) whole: Option<usize>,
}

impl Group {
    /// The bare shares around one; nothing where fewer than three of them could agree.
    pub(super) fn around(scope: &Scope, id: usize, part: usize) -> Option<Self> {
        let facts = scope.facts;
        let (rate, own) = (facts.get(id)?, facts.get(part)?);
        let share = |f: &Fact| {
            f.role == Role::Share
                && f.phrase == rate.phrase
                && f.figure.is_plain()
                && f.figure.unit == rate.figure.unit
                && f.place.depth == rate.place.depth
        };
        let level = |f: &Fact| f.is_level() && f.is_like(own) && f.figure.is_plain();
        let paragraph = facts.in_paragraph(rate.place.paragraph);
        let near = paragraph.start.max(id.saturating_sub(2 * BESIDE))..paragraph.end.min(id + 2 * BESIDE);
        let before = |id: usize| id.checked_sub(1).filter(|p| facts.get(*p).is_some_and(level));
        let pairs: Vec<(usize, usize)> = facts.pick(near, share).filter_map(|s| Some((before(s)?, s))).gather();
        if pairs.len() < 3 || !pairs.contains(&(part, id)) {
            return None;
        }
        let by = pairs.iter().map(|(_, rate)| scope.multiplier(*rate, false, 1)).gather();
        let mut group = Self { pairs, by, whole: None };
        group.whole = group.find(scope);
        Some(group)
    }

    /// How many of the shares are of a whole.
    pub(super) fn agreeing(&self, scope: &Scope, whole: usize) -> usize {
        self.pairs.len() - self.denying(scope, whole).count()
    }

    /// The shares that are not of a whole.
    fn denying(&self, scope: &Scope, whole: usize) -> impl Iterator<Item = (usize, usize)> {
        let makes = move |part: usize, by: Multiplier| part != whole && scope.makes(by, part, whole);
        let each = self.pairs.iter().zip(&self.by);
        each.filter(move |((part, _), by)| !by.is_some_and(|by| makes(*part, by))).map(|(pair, _)| *pair)
    }

    /// The whole that all of them agree on, or all but one: of many, or where the parts make it to the last digit.
    fn find(&self, scope: &Scope) -> Option<usize> {
        let facts = scope.facts;
        let (first, _) = *self.pairs.first()?;
        let own = facts.get(first)?;
        let like = |f: &Fact| f.is_level() && f.is_like(own) && f.figure.is_plain();
        // Two that deny an amount settle that it is not the one.
        let denied = |whole: usize| Some((self.denying(scope, whole).take(2).count(), whole)).filter(|(by, _)| *by < 2);
        let before = facts.pick(first.saturating_sub(REACH)..first, like).rev().filter_map(denied);
        let (missed, best) = before.min_by_key(|(missed, _)| *missed)?;
        let (agreeing, all) = (self.pairs.len() - missed, self.pairs.len());
        let parts: Vec<usize> = self.pairs.iter().map(|(part, _)| *part).gather();
        let most = agreeing >= 3 || agreeing >= 2 && scope.adds_up(&parts, best);
        (agreeing == all || most && agreeing + 1 == all).then_some(best)
    }

    /// Whether the parts make a whole to the last digit, and all shares but one are of it: then that one is as well, whatever else it fits.
    pub(super) fn is_divided(&self, scope: &Scope, whole: usize) -> bool {
        let parts: Vec<usize> = self.pairs.iter().map(|(part, _)| *part).gather();
        scope.adds_up(&parts, whole) && self.agreeing(scope, whole) + 1 >= self.pairs.len()
    }

    /// Whether, of at least three shares of the sentence, about half are of a whole, a slip aside, which may be in the whole itself, or all
    /// their parts make it.
    pub(super) fn bears(&self, scope: &Scope, id: usize, whole: usize, out: &Sink) -> bool {
        let sentence = |id: usize| scope.facts.get(id).map(|f| f.place.sentence);
        let here = |(_, rate): &(usize, usize)| sentence(*rate) == sentence(id);
        let parts: Vec<usize> = self.pairs.iter().filter(|pair| here(pair)).map(|(part, _)| *part).gather();
        if parts.len() < 3 || scope.adds_up(&parts, whole) {
            return true;
        }
        // What the parts of another list make is no slip, and slips take long to find.
        let proven = out.sums_to(whole).any(|sum| scope.exact(&sum.equation));
        let missed: Vec<(usize, usize)> = self.denying(scope, whole).filter(here).gather();
        let slip = |(part, rate): &&(usize, usize)| *part != whole && scope.is_stated_slip(&ratio(*part, whole, *rate));
        let wanted = (parts.len() / 2).saturating_sub(parts.len() - missed.len());
        let spare = missed.len().checked_sub(wanted);
        wanted == 0 || !proven && spare.is_some_and(|spare| missed.iter().filter(|p| !slip(p)).nth(spare).is_none())
    }

    /// Whether an amount has one of the shares itself: a sibling of the others, not their whole.
    pub(super) fn has(&self, part: usize) -> bool {
        self.pairs.iter().any(|(own, _)| *own == part)
    }
}
