//! What a bare share is of that no amount before it bears out: the whole of its list or of the shares beside it, or one that a slip of the
//! pen keeps from it.

use super::State;
use crate::fact::{Fact, Role, normalize};
use crate::relation::{Equation, Reason};
use crate::rule::share::agreed::Group;
use crate::rule::share::called::taken_from;
use crate::rule::share::enumerated::are_apart;
use crate::rule::share::serial::siblings as row_of;
use crate::rule::share::{RULE, halves, ratio, siblings};
use crate::rule::{Scope, Sink};

/// How many characters back the words of a share are looked for; a bounded reach keeps time in proportion to the text.
const WORDS: usize = 400;

/// How many shares a row has at least that tell by all but one what they are of.
const ROW: usize = 3;

/// How many figures before a row the row of what it is of may begin; a bound keeps time in proportion to the text.
const REACH: usize = 80;

/// The whole of its list, the heads before it, and the whole of the item right before.
pub(super) type Wholes = (Option<usize>, [Option<usize>; 5], Option<usize>);

/// States what it is of, or that it was not checked.
pub(super) fn state(
    scope: &Scope,
    (id, part, phrase): (usize, usize, &str),
    (list, heads, item): Wholes,
    group: Option<&Group>,
    state: State,
    out: &mut Sink,
) {
    let facts = scope.facts;
    let (Some(rate), Some(own)) = (facts.get(id), facts.get(part)) else { return };
    if let Some(whole) = in_turn(scope, id, part) {
        return state("B02", whole, true, out);
    }
    let candidates = list.into_iter().chain(heads.into_iter().flatten()).filter(|w| *w != part);
    let [sentence, before, previous, paragraph, document] = heads;
    let within = |w: &usize| facts.get(*w).is_some_and(|f| f.place.segment == own.place.segment);
    // The whole of its own list is what a bare share is of; others only where shares beside it agree on them.
    let agreed_where = |near: &dyn Fn(&Fact) -> bool| stated_beside(scope, (rate, phrase), (part, own), near, out);
    let agreed = agreed_where(&|f| f.place.sentence == rate.place.sentence)
        .or_else(|| agreed_where(&|f| sentence.is_none() && f.place.paragraph == rate.place.paragraph))
        .or(item);
    let alone = |w: &usize| group.is_none_or(|g| !g.has(*w));
    let lone = sentence.filter(within).filter(|_| phrase.is_empty() && (candidates.count() <= 2 || sentence == before));
    // What most shares beside this one deny is no whole of theirs.
    let borne = |w: &usize| group.is_none_or(|g| g.bears(scope, id, *w, out));
    let beside = list
        .filter(|w| is_listed(scope, own, phrase, ratio(part, *w, id)) && !is_denied(scope, id, phrase, *w))
        .or(lone.filter(alone));
    let taken = taken_from(scope, id, part).or_else(|| agreed.filter(borne)).or_else(|| beside.filter(borne));
    if let Some(whole) = taken {
        return state("B02", whole, list == Some(whole) || agreed.is_some(), out);
    }
    let document = document.filter(|w| !is_of_another_kind(phrase, facts.get(*w)));
    let slip = slip(scope, (id, part), [list, sentence, before], [previous, paragraph, document]);
    // 结余2.05亿元，其中2所院校1.17亿元，占沉淀资金的57%: the one amount that the part is taken out of, by another name.
    let lone = sentence.filter(|w| before == Some(*w) && is_among(scope, own, &ratio(part, *w, id)));
    let of_none = |w: &usize| siblings::are_of_none(scope, (id, part), phrase, *w);
    match slip.or(lone).filter(borne).filter(|w| !of_none(w)) {
        Some(whole) => state("B02", whole, false, out),
        None if halves::state(scope, id, part, phrase, out) => {}
        None => out.unchecked(RULE.name, "B02", facts.span(&[part, id]), vec![id, part], Reason::NoBase),
    }
}

/// 营业收入1799.92亿元，占全部规上企业营收的80.9%: whether the words name a kind of amount that the head of the document, a 地区生产总值, is not.
fn is_of_another_kind(phrase: &str, whole: Option<&Fact>) -> bool {
    let told = |kind: &&str| phrase.contains(*kind);
    whole.is_some_and(|whole| KINDS.iter().any(|kind| told(kind) && !whole.left.contains(kind)))
}

/// Words of kinds of amounts.
const KINDS: [&str; 8] = ["收入", "营收", "支出", "产值", "投资", "税收", "利润", "余额"];

/// Whether the clause of an amount begins with 其中, and a slip keeps its share from holding.
fn is_among(scope: &Scope, own: &Fact, share: &Equation) -> bool {
    let clause = scope.facts.clauses.clauses().get(own.place.clause);
    clause.is_some_and(|c| scope.facts.text.has(c.start, "其中")) && scope.is_stated_slip(share)
}

/// 占GDP比例为4.36%: what the words name, and neither an amount nor the paragraph before has but in a share of it, is the whole of no list, a slip
/// aside.
fn is_listed(scope: &Scope, part: &Fact, phrase: &str, share: Equation) -> bool {
    let start = scope.facts.text.paragraphs().get(part.place.paragraph).map_or(0, |p| p.range.start);
    let start = start.max(part.range.start.saturating_sub(WORDS));
    let words = scope.facts.text.words(start..part.range.start.max(start));
    let said = || words.match_indices(phrase).any(|(at, _)| !words.get(..at).is_some_and(|head| head.ends_with('占')));
    normalize(phrase).chars().count() < 2 || said() || scope.is_likely_slip(&share)
}

/// 石化24.0亿元，其中甲17.1亿元，占税收总额的56.5%，乙6.9亿元，占税收总额的22.8%: whether another share of the sentence with the same words, right behind
/// its part, is of something else.
fn is_denied(scope: &Scope, id: usize, phrase: &str, whole: usize) -> bool {
    let facts = scope.facts;
    let Some(rate) = facts.get(id) else { return false };
    let same =
        |f: &Fact| f.role == Role::Share && (f.phrase == phrase || f.phrase == rate.phrase) && f.range != rate.range;
    let others = facts.pick(facts.in_sentence(rate.place.sentence), same);
    let of = |other: usize| other.checked_sub(1).map(|part| ratio(part, whole, other));
    let named = normalize(phrase).chars().count() >= 2;
    let level = |other: usize| other.checked_sub(1).and_then(|part| facts.get(part)).is_some_and(Fact::is_level);
    named
        && others
            .into_iter()
            .any(|other| level(other) && of(other).is_some_and(|e| !scope.fits(&e) && !scope.is_slip(&e)))
}

/// The amount from which a slip keeps a share; one slip away counts for little from another part of the sentence or the far end of
/// a document.
fn slip(scope: &Scope, (id, part): (usize, usize), near: [Option<usize>; 3], far: [Option<usize>; 3]) -> Option<usize> {
    let segment = |fact: usize| scope.facts.get(fact).map(|f| f.place.segment);
    let near = near.into_iter().flatten().filter(|w| *w != part);
    let mut beside = near.clone().filter(|w| segment(*w) == segment(part));
    let mut far = near.chain(far.into_iter().flatten());
    let likely = beside.find(|w| scope.is_likely_slip(&ratio(part, *w, id)));
    likely.or_else(|| far.find(|w| scope.is_slip(&ratio(part, *w, id))))
}

/// The whole of the last share that holds, is worded alike and stands near.
fn stated_beside(
    scope: &Scope,
    (rate, phrase): (&Fact, &str),
    (part, own): (usize, &Fact),
    near: &dyn Fn(&Fact) -> bool,
    out: &Sink,
) -> Option<usize> {
    let facts = scope.facts;
    // 占全市的24.57%；…占18.76%: what follows leaves the whole out; 占18.76%；…占全年的24.57% names one of its own.
    let same = |f: &Fact| f.phrase == rate.phrase || f.phrase == phrase;
    out.relations.iter().rev().take(200).find_map(|r| match &r.equation {
        Equation::Rate { whole, less_one: false, rate: other, .. } if r.rule == RULE.name => {
            let near = facts.get(*other).is_some_and(|f| same(f) && near(f));
            let greater = |f: &Fact| f.is_like(own) && f.figure.base() >= own.figure.base();
            let like = |w: &usize| *w != part && facts.get(*w).is_some_and(greater);
            let [whole] = whole.as_slice() else { return None };
            Some(whole.fact).filter(|w| near && like(w) && !are_apart(scope, part, *w) && scope.fits(&r.equation))
        }
        _ => None,
    })
}

/// 净利润分别为126.8万元、211.8万元、177.8万元，补助分别为8.1万元、9.8万元、12.6万元，占比分别为6.42%、4.67%、7.13%: what stands in the place of the share in a
/// row of which all others hold.
fn in_turn(scope: &Scope, id: usize, part: usize) -> Option<usize> {
    let facts = scope.facts;
    let (rates, parts) = (facts.row(id), row_of(scope, id));
    let at = id.checked_sub(rates.start)?;
    if rates.len() < ROW || parts.len() != rates.len() || parts.get(at) != Some(&part) {
        return None;
    }
    let own = facts.get(part)?;
    let head = *parts.first()?;
    let start = facts.in_paragraph(own.place.paragraph).start.max(head.saturating_sub(REACH));
    let like = |f: &Fact| f.is_level() && f.is_like(own) && f.figure.is_plain();
    let holds = |first: usize| {
        let row = facts.row(first);
        let others = (0..rates.len()).filter(|n| *n != at);
        let each = |n: usize| parts.get(n).is_some_and(|part| scope.is_ratio(*part, first + n, rates.start + n));
        row.start == first && row.len() == rates.len() && others.into_iter().all(each)
    };
    facts.pick(start..head, like).rev().find(|first| holds(*first)).map(|first| first + at)
}
