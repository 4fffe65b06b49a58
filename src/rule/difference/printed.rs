//! C14: a change whose base is printed beside it and whose amount stands elsewhere: 比上年5,310.27万元增加518.36万元.
//!
//! Base and change together give the amount. Only an amount of the text that is just that, with digits enough, is taken.

use super::{movement, relation};
use crate::fact::{Fact, Role};
use crate::gather::{Gather, SortedMap};
use crate::number::Exact;
use crate::number::format::digits;
use crate::relation::Kind;
use crate::rule::{Scope, Sink};

/// How many amounts of an item are asked.
const MOST: usize = 40;

/// The levels of a text by their values in base units.
pub(super) struct Levels<'a>(SortedMap<((i128, u32), &'a str), Vec<usize>>);

impl<'a> Levels<'a> {
    /// All plain levels that have digits enough to be known by them.
    pub(super) fn of(scope: &Scope<'a>) -> Self {
        let mut levels: SortedMap<_, Vec<usize>> = SortedMap::new();
        for (id, fact) in scope.facts.list.iter().enumerate() {
            let telling = fact.is_level() && fact.figure.is_plain() && fact.figure.digits() >= 4;
            if let Some(base) = scope.facts.base_value(id).filter(|_| telling) {
                levels.entry((digits(base), fact.figure.unit.base.as_str())).or_default().push(id);
            }
        }
        Self(levels)
    }
}

/// Whether a change could be bound so.
pub(super) fn state(scope: &Scope, id: usize, levels: &Levels, out: &mut Sink) -> bool {
    let facts = scope.facts;
    let Some(fact) = facts.get(id).filter(|f| f.figure.is_plain() && f.direction != 0) else { return false };
    let Some(base) = base(scope, id, fact) else { return false };
    let amount = facts
        .base_value(base)
        .zip(facts.base_value(id))
        .and_then(|(b, c)| if fact.direction > 0 { b.plus(c) } else { b.minus(c) });
    let Some(amount) = amount else { return false };
    let current = |f: &Fact| !f.period.is_past(facts.year);
    let same = levels.0.get(&(digits(amount), fact.figure.unit.base.as_str())).into_iter().flatten();
    let nearest = same.filter(|s| **s != base && facts.get(**s).is_some_and(current)).min_by_key(|s| s.abs_diff(id));
    let meant = nearest.copied().or_else(|| called(scope, base, id));
    let Some((subject, own)) = meant.and_then(|s| Some((s, facts.get(s)?))) else { return false };
    let range = own.range.start.min(fact.range.start)..own.range.end.max(fact.range.end);
    out.relation(relation("C14", Kind::Difference, movement(subject, base, fact.direction, id), range, true));
    true
}

/// 公用支出163.53万元。公用支出上年为172.90万元，本年减少9.37万元: the only amount of the sentence before that bears the name of last year's right
/// before a change without a name.
fn called(scope: &Scope, base: usize, id: usize) -> Option<usize> {
    let facts = scope.facts;
    let (then, fact) = (facts.get(base).filter(|f| f.label.own && f.is_level())?, facts.get(id)?);
    let bare = base + 1 == id && fact.phrase.is_empty() && fact.changed().is_some_and(|name| name.is_empty());
    let name = then.left.trim_end_matches(['为', '是']).trim_end_matches(['上', '去', '年']);
    let own = |f: &Fact| f.is_level() && f.is_like(then) && f.figure.is_plain() && f.left.ends_with(name);
    let now = facts.pick(facts.in_sentence(then.place.sentence.checked_sub(1)?), own).single()?;
    let same =
        facts.get(now).is_some_and(|f| f.place.paragraph == then.place.paragraph && f.label.key == then.label.key);
    let named = name.chars().count() >= 2 && name.len() < then.left.len();
    (bare && same && named && !facts.get(now)?.period.is_past(facts.year)).then_some(now)
}

/// The base that is printed before a change, or behind it: 较上年减少3.66万元，上年为120.42万元; 上年预算152.86万元，今年增加22.65万元.
fn base(scope: &Scope, id: usize, fact: &Fact) -> Option<usize> {
    let facts = scope.facts;
    let like = |f: &Fact| f.is_amount() && f.is_like(fact) && f.figure.is_plain();
    let past = |f: &Fact| like(f) && f.is_level() && f.period.is_past(facts.year);
    // 年初预算412万元，决算少3万元
    let budget = |f: &Fact| like(f) && f.is_level() && f.measure.is_budget() && fact.left.starts_with("决算");
    let near = |other: &usize| facts.get(*other).is_some_and(|f| f.place.sentence == fact.place.sentence);
    facts.base_before(id).or_else(|| facts.base_behind(id, like)).or_else(|| {
        id.checked_sub(1)
            .filter(near)
            .filter(|b| facts.get(*b).is_some_and(|f| past(f) || like(f) && f.role == Role::Base || budget(f)))
    })
}

/// 较2021年度增加1.68万元: what another section gives for the year that a comparison names, where it makes the change to the last digit.
pub(super) fn elsewhere(scope: &Scope, id: usize, subject: usize) -> Option<usize> {
    let facts = scope.facts;
    let fact = facts.get(id)?;
    let compared = facts.comparison(id);
    // 全国发生32720起。…2008年发生26520起，比2007年减少6200起: of another name in its paragraph, with digits enough.
    let telling =
        |b: &usize| facts.get(*b).is_some_and(|f| f.figure.digits() >= 4 && f.place.paragraph == fact.place.paragraph);
    let named = facts.in_named_year(id, subject, &compared);
    let any = facts.in_year(id, subject, &compared).into_iter().filter(telling);
    // 2023年…公务接待费39.43万元。…公务接待费增加4.34万元: where no year is named, what another part of the text gives for the item.
    let own = facts.get(subject)?;
    let other = |b: &usize| {
        let like = |f: &Fact| f.is_level() && f.is_like(own) && f.figure.is_plain() && f.figure.digits() >= 3;
        *b != subject && facts.get(*b).is_some_and(|f| like(f) && f.period != own.period)
    };
    let asked = if compared.is_empty() { MOST } else { 0 };
    let item = facts.of_item(&own.label.key).iter().copied().take(asked).filter(other);
    named.into_iter().chain(any).chain(item).find(|base| scope.exact(&movement(subject, *base, fact.direction, id)))
}
