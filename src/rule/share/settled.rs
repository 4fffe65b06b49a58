//! Whether the whole that was found for a share is the one meant, or another that holds.

use super::agreed::Group;
use super::called::is_listed_by_name;
use super::whole::elsewhere;
use super::{ratio, relation};
use crate::fact::{Fact, Measure, normalize};
use crate::gather::Gather;
use crate::relation::{Equation, Kind, Relation};
use crate::rule::{Scope, Sink};

/// The whole that is meant: the one found, where it holds or a slip keeps it from that, and where the words name it, no more and no
/// less, in the sentence before at the most or as the only one of its paragraph, 占接待费的33%; else another one that holds.
pub(super) fn meant(
    scope: &Scope,
    (cue, phrase): (&str, &str),
    (id, part): (usize, usize),
    whole: usize,
    out: &Sink,
) -> usize {
    if let Some(other) = told_before(scope, (phrase, id), (part, whole), out) {
        return other;
    }
    let sentence = |id: usize| scope.facts.get(id).map_or(0, |f| f.place.sentence);
    let called = || scope.facts.naming(whole, phrase, id) == 3 || bears(scope, whole, phrase);
    let near = || sentence(whole) + 1 >= sentence(id) || is_only(scope, (whole, phrase), (id, part));
    let named = || cue == "B01" && called() && near();
    let share = ratio(part, whole, id);
    // （二）基本支出。共466万元: what a heading calls so is meant before what a slip would make it.
    let nameless = |other: &usize| scope.facts.get(*other).is_some_and(|f| !f.label.own);
    let headed = || elsewhere(scope, id, part).filter(|other| nameless(other) && is_headed(scope, *other, phrase));
    if let Some(other) = Some(cue).filter(|cue| *cue == "B01" && !scope.fits(&share)).and_then(|_| headed()) {
        return other;
    }
    // 预算24.6万元，…；支出决算21.35万元。…占“三公”经费的89.93%: of one item's budget and what was spent of it, the one that holds.
    if let Some(other) =
        Some(whole).filter(|whole| !scope.is_ratio(part, *whole, id)).and_then(|_| spent_of(scope, (id, part), whole))
    {
        return other;
    }
    let settled =
        scope.fits(&share) || scope.is_slip(&share) || named() || is_told_alike(scope, id, (phrase, whole), out);
    if settled { whole } else { elsewhere(scope, id, part).unwrap_or(whole) }
}

/// 甲占预算支出的24.65%。…乙占预算支出的10.58%: what a share worded alike was stated to be of, where the one that was found makes neither.
fn told_before(scope: &Scope, (phrase, id): (&str, usize), (part, whole): (usize, usize), out: &Sink) -> Option<usize> {
    let sentence = |id: usize| scope.facts.get(id).map(|f| f.place.sentence);
    if phrase.is_empty() || sentence(whole) == sentence(id) || scope.is_ratio(part, whole, id) {
        return None;
    }
    let of = |relation: &Relation| match &relation.equation {
        Equation::Rate { whole, rate, less_one: false, .. } => {
            let alike = scope.facts.get(*rate).is_some_and(|f| f.phrase == phrase) && scope.fits(&relation.equation);
            matches!(whole.as_slice(), [_]).then_some(whole).filter(|_| alike)?.first().map(|term| term.fact)
        }
        _ => None,
    };
    // An amount before the one that was found is of another year or another body.
    let nearer = |other: &usize| *other > whole && *other != part;
    out.stated_by("share").filter_map(of).filter(nearer).find(|other| scope.is_ratio(part, *other, id))
}

/// What was spent of a budget in the sentence itself, where a share of it holds.
fn spent_of(scope: &Scope, (id, part): (usize, usize), budget: usize) -> Option<usize> {
    let facts = scope.facts;
    let whole = facts.get(budget).filter(|f| f.measure.is_budget())?;
    let spent = |f: &Fact| {
        let same = f.label.key == whole.label.key || !f.label.own;
        f.is_level() && f.measure == Measure::Outturn && f.figure.is_plain() && !f.period.is_past(facts.year) && same
    };
    let behind = budget + 1..facts.in_sentence(whole.place.sentence).end;
    facts.pick(behind, spent).find(|other| *other != part && scope.is_ratio(part, *other, id))
}

/// How many paragraphs back other amounts by the same name are looked for.
const NEAR: usize = 2;

/// 项目支出466万元。按用途分：…，前两项307万元，占项目支出的66%: whether the paragraphs of a share have one amount by the very name of its
/// whole.
fn is_only(scope: &Scope, (whole, phrase): (usize, &str), (id, part): (usize, usize)) -> bool {
    let facts = scope.facts;
    let (Some(rate), Some(own)) = (facts.get(id), facts.get(part)) else { return false };
    let key = normalize(phrase);
    let long = key.chars().count() >= NAME;
    let called = |f: &Fact| long && f.label.own && f.label.key == key || f.left.ends_with(phrase);
    let start = facts.in_paragraph(rate.place.paragraph.saturating_sub(NEAR)).start;
    let mut bearing = facts.pick(start..id, |f| f.is_level() && f.figure.base() > own.figure.base() && called(f));
    // （三）项目支出。全年466万元: what a heading calls so is meant as well, and the figures choose it.
    let headed = || elsewhere(scope, id, part).is_some_and(|other| is_headed(scope, other, phrase));
    phrase.chars().count() >= NAME && bearing.next() == Some(whole) && bearing.next().is_none() && !headed()
}

/// Whether an amount is called by the very words of a share, its own or those of its heading.
fn is_headed(scope: &Scope, whole: usize, phrase: &str) -> bool {
    scope.facts.get(whole).is_some_and(|f| f.label.key == normalize(phrase))
}

/// How many characters make a name that no other amount has by chance.
const NAME: usize = 4;

/// 授予中小企业合同金额，占中小企业合同金额的: whether the words before an amount end with those of a share.
pub(super) fn bears(scope: &Scope, whole: usize, phrase: &str) -> bool {
    phrase.chars().count() >= 4 && scope.facts.get(whole).is_some_and(|f| f.left.ends_with(phrase))
}

/// 全年预算数587万元。…占全年预算数的47%: the only one of the amounts a share may be of that has its very words before it.
pub(super) fn only_bearing(scope: &Scope, phrase: &str, named: &[usize]) -> Option<usize> {
    named.iter().copied().filter(|w| bears(scope, *w, phrase)).single()
}

/// How many statements back a share of the same words is looked for.
const TOLD: usize = 24;

/// 甲占全部支出的54%，乙占18%: whether a share of the sentence with the same words holds of a whole.
pub(super) fn is_told_alike(scope: &Scope, id: usize, (phrase, whole): (&str, usize), out: &Sink) -> bool {
    let facts = scope.facts;
    let sentence = facts.get(id).map(|f| f.place.sentence);
    let same = |rate: usize| facts.get(rate).is_some_and(|f| Some(f.place.sentence) == sentence && f.phrase == phrase);
    let mut last = out.relations.iter().rev().take(TOLD);
    !phrase.is_empty()
        && last.any(|r| match &r.equation {
            Equation::Rate { whole: of, rate, .. } => {
                let of_whole = matches!(of.as_slice(), [term] if term.fact == whole);
                *rate != id && of_whole && same(*rate) && scope.fits(&r.equation)
            }
            _ => false,
        })
}

/// 甲占57%，乙占24%，丙占8%: what its list makes to the last digit is the whole of a share, and an amount elsewhere that it fits is not. States
/// a share that its list denies.
pub(super) fn denied(
    scope: &Scope,
    (id, part): (usize, usize),
    phrase: &str,
    group: Option<&Group>,
    out: &mut Sink,
) -> bool {
    let fits = |whole: &usize| scope.is_ratio(part, *whole, id);
    let divided = group.and_then(|g| g.whole.filter(|w| g.is_divided(scope, *w)));
    let listed: Vec<usize> = out.added_up(part).gather();
    let named = || listed.iter().copied().find(|w| phrase.is_empty() && is_listed_by_name(scope, (id, part), *w, out));
    let whole = divided.or_else(named).filter(|whole| !fits(whole) && !listed.iter().any(fits));
    if let Some(whole) = whole {
        let range = scope.facts.span(&[part, id]);
        out.relation(relation("B02", Kind::Share, ratio(part, whole, id), range, true));
    }
    whole.is_some()
}

/// 4月份总额27278亿元。…1-4月份，网上零售额14617亿元，占总额的12.9%: whether a whole of another sentence is told of other months than the part,
/// a slip aside.
pub(super) fn is_of_other_months(scope: &Scope, (part, whole): (usize, usize), share: &Equation) -> bool {
    let facts = scope.facts;
    let apart = facts.get(part).map(|f| f.place.sentence) != facts.get(whole).map(|f| f.place.sentence);
    apart && facts.months(part).differ(facts.months(whole)) && !scope.is_likely_slip(share)
}
