//! B11: one amount in so many of another: 城镇居民45207元，农村居民22253元，城乡收入比为2.03, or 2.03∶1.

use super::{RULE, relation};
use crate::fact::Fact;
use crate::gather::Gather;
use crate::number::{Decimal, Dimension};
use crate::relation::{Equation, Kind, Reason};
use crate::rule::{Scope, Sink};
use crate::text::Mention;
use std::cmp::Ordering;

/// How many amounts back each of the two is looked for.
const NEAR: usize = 8;

/// What a ratio without a unit is named after: the words before 比.
fn name(fact: &Fact) -> Option<&str> {
    let unit = &fact.figure.unit;
    let bare = unit.dimension == Dimension::Bare && unit.scale == Decimal::ONE;
    let words = fact.left.trim_end_matches(['为', '是', '达', '约']).trim_end_matches('值');
    let words = words.strip_suffix('比').filter(|_| bare)?;
    let name = words.trim_end_matches('之');
    (name.chars().count() >= 2 && !name.ends_with(['占', '同', '环', '分', '对'])).then_some(name)
}

/// States the ratio of the two amounts before it, where the name speaks of both.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let Some(fact) = facts.get(id) else { return };
    let Some(name) = name(fact) else { return };
    let before = facts.in_sentence(fact.place.sentence).start..id;
    let amount = |f: &Fact| f.is_level() && f.figure.is_plain() && !f.is_zero();
    let mut levels: Vec<usize> = facts.pick(before, amount).gather();
    if levels.is_empty() {
        levels = told_before(scope, fact, name, amount);
    }
    let Some(written) = written(scope, id) else { return };
    if let Some(equation) = by_letters(scope, &written, name) {
        return out.relation(relation("B11", Kind::Ratio, equation.clone(), facts.span(&equation.all())));
    }
    let named = of_names(scope, id, name, &levels);
    if let Some(Named::Several) = named {
        return out.unchecked(RULE.name, "B11", facts.span(&levels), vec![id], Reason::Ambiguous);
    }
    if let Some(Named::Holds(equation)) = named {
        return out.relation(relation("B11", Kind::Ratio, equation.clone(), facts.span(&equation.all())));
    }
    let [.., first, second] = levels.as_slice() else { return };
    let (Some(a), Some(b)) = (facts.get(*first), facts.get(*second)) else { return };
    // 城镇84.29亿元，乡村28.54亿元，两者之比为2.95∶1: the two right before, in their order.
    let of_both = ["两者", "二者", "两项"].contains(&name);
    let spoken_of = |level: &Fact| of_both || name.chars().any(|c| level.left.contains(c));
    // 生师比 behind 教师 and 双师型 names the one thing of both, and the other nowhere here.
    let said = |level: &Fact| name.chars().filter(|c| level.left.contains(*c)).gather();
    let one_of_two = said(a).len() == 1 && said(a) == said(b);
    // 以农村为1: the words behind say what the other is measured by.
    let clause = facts.clauses.clauses().get(fact.place.clause).map_or(fact.range.end, |c| c.end);
    let measured = facts.text.words(fact.range.end..clause.max(fact.range.end)).mentions("为1");
    let Written { rate, to_one, from_one } = written;
    let product = |first, second| Equation::Product { factors: vec![rate, second], per: None, result: first };
    let (straight, turned) = (product(*first, *second), product(*second, *first));
    let (straight, turned) = if from_one { (turned, straight) } else { (straight, turned) };
    // 民警254名…辅助人员615名，辅警与民警之比为2.42∶1: the names say which comes first, else the one that holds.
    let as_named = if of_both && !scope.fits(&turned) { Ordering::Greater } else { order(name, a, b) };
    let free = as_named == Ordering::Equal && !scope.fits(&straight);
    let is_turned = as_named == Ordering::Less || free && scope.fits(&turned);
    let equation = if is_turned { turned } else { straight };
    let row = || facts.row(*first).contains(second);
    // 医生187人、护士266人、医技药剂74人，医护比: of three that bear the name the last two need not be meant.
    let several = levels.iter().filter(|l| facts.get(**l).is_some_and(spoken_of)).count() > 2 && !of_both;
    let open = (as_named == Ordering::Equal && !measured && !row() || several) && !scope.fits(&equation);
    let borne_out = || (to_one || from_one) && (scope.fits(&equation) || scope.is_likely_slip(&equation));
    // 城乡居民收入分别为3.7万元和1.9万元: the name stands before both.
    if !a.is_like(b) || one_of_two || !spoken_of(a) || !(spoken_of(b) || measured || row() || borne_out()) {
        return;
    }
    let range = a.range.start..facts.get(rate).map_or(fact.range.end, |f| f.range.end);
    if open {
        return out.unchecked(RULE.name, "B11", range, vec![id], Reason::Ambiguous);
    }
    out.relation(relation("B11", Kind::Ratio, equation, range));
}

/// The amounts of the sentence before, where all of the name but one character stands at them: 乡 is said of 农村.
fn told_before(scope: &Scope, ratio: &Fact, name: &str, amount: impl Fn(&Fact) -> bool + Copy) -> Vec<usize> {
    let facts = scope.facts;
    let Some(sentence) = ratio.place.sentence.checked_sub(1) else { return Vec::new() };
    let near = |f: &Fact| amount(f) && f.place.paragraph == ratio.place.paragraph;
    let levels: Vec<usize> = facts.pick(facts.in_sentence(sentence), near).gather();
    let borne = |c: &char| levels.iter().rev().take(2).filter_map(|l| facts.get(*l)).any(|f| f.left.contains(*c));
    let missing = name.chars().filter(|c| !borne(c)).count();
    if missing <= 1 { levels } else { Vec::new() }
}

/// How a ratio is written: the number that says it, and whether it is to one, 2.03∶1, or from one, 1∶0.44.
struct Written {
    rate: usize,
    to_one: bool,
    from_one: bool,
}

/// How the ratio that begins with a number is written; none where neither side is one.
fn written(scope: &Scope, id: usize) -> Option<Written> {
    let facts = scope.facts;
    let fact = facts.get(id)?;
    let at = fact.range.end;
    if !facts.text.at(at).is_some_and(|c| matches!(c, '∶' | ':' | '：' | '比')) {
        return Some(Written { rate: id, to_one: false, from_one: false });
    }
    let one =
        |f: &Fact| f.figure.value == Decimal::ONE && f.figure.places == 0 && f.figure.unit.dimension == Dimension::Bare;
    let other = facts.get(id + 1).filter(|f| f.range.start == at + 1);
    match other {
        Some(other) if one(other) => Some(Written { rate: id, to_one: true, from_one: false }),
        Some(other) if one(fact) && other.figure.unit == fact.figure.unit => {
            Some(Written { rate: id + 1, to_one: false, from_one: true })
        }
        // The one may be read as no figure of its own.
        None if facts.text.at(at + 1) == Some('1') && !continues(facts.text.at(at + 2)) => {
            Some(Written { rate: id, to_one: true, from_one: false })
        }
        _ => None,
    }
}

/// Whether a character goes on with a number.
fn continues(c: Option<char>) -> bool {
    c.is_some_and(|c| c.is_ascii_digit() || c == '.')
}

/// What the two names of a ratio find, where more than one amount bears one of them.
enum Named {
    /// The ratio of the two of them that give it.
    Holds(Equation),
    /// None of them do.
    Several,
}

/// 在职296人，其中局机关84人，二级单位在职212人；退休203人，退休人员与在职人员之比0.69∶1: of several amounts that bear a name, those that
/// give the ratio are meant.
fn of_names(scope: &Scope, id: usize, name: &str, levels: &[usize]) -> Option<Named> {
    let (one, other) = name.split_once(['与', '和', '对'])?;
    let bears = |words: &str| {
        let stem: String = words.chars().take(2).collect();
        let named = levels.iter().rev().take(NEAR).copied();
        named.filter(|l| scope.facts.get(*l).is_some_and(|f| f.left.mentions(&stem))).gather()
    };
    let (first, second) = (bears(one), bears(other));
    let equation = |a: usize, b: usize| Equation::Product { factors: vec![id, b], per: None, result: a };
    let like = |a: &usize, b: &usize| {
        a != b && scope.facts.get(*a).zip(scope.facts.get(*b)).is_some_and(|(a, b)| a.is_like(b))
    };
    let pairs = || first.iter().flat_map(|a| second.iter().filter(|b| like(a, b)).map(|b| equation(*a, *b)));
    (pairs().count() > 1).then(|| pairs().find(|e| scope.fits(e)).map_or(Named::Several, Named::Holds))
}

/// Whether the two names of a ratio stand at two amounts in their order: greater, in the other: less. Without names for both they are its
/// first two characters, 城乡收入比, or else its first two words, 在职退休比.
fn order(name: &str, first: &Fact, second: &Fact) -> Ordering {
    let halves = name.split_once(['与', '和', '对']).map(|(a, b)| (a.to_owned(), b.to_owned()));
    let begins = |length: usize| {
        let word = |from: usize| name.chars().skip(from).take(length).collect::<String>();
        (word(0), word(length))
    };
    let borne = |fact: &Fact, name: &str| name.chars().filter(|c| fact.left.contains(*c)).count();
    let by = |(one, other): (String, String)| {
        let straight = borne(first, &one) + borne(second, &other);
        straight.cmp(&(borne(second, &one) + borne(first, &other)))
    };
    halves.map_or_else(|| by(begins(1)).then_with(|| by(begins(2))), by)
}

/// 在校生12860人，…专任教师702人，…，生师比18.32∶1: the amounts of the paragraph that the two letters of the name stand for, where the
/// figures bear it out.
fn by_letters(scope: &Scope, written: &Written, name: &str) -> Option<Equation> {
    let facts = scope.facts;
    let id = written.rate;
    let fact = facts.get(id).filter(|f| f.figure.digits() >= 3)?;
    let [one, other] = name.chars().gather()[..] else { return None };
    let before = || facts.in_paragraph(fact.place.paragraph).start..id;
    let bears =
        |letter: char| move |f: &Fact| f.is_level() && f.figure.is_plain() && !f.is_zero() && f.left.contains(letter);
    let equation = |first, second| {
        let (result, factor) = if written.from_one { (second, first) } else { (first, second) };
        Equation::Product { factors: vec![id, factor], per: None, result }
    };
    facts.pick(before(), bears(one)).rev().take(NEAR).find_map(|first| {
        let like = |f: &Fact| facts.get(first).is_some_and(|a| a.is_like(f));
        let seconds = facts.pick(before(), move |f| bears(other)(f) && like(f)).rev().take(NEAR);
        seconds.filter(|second| *second != first).map(|second| equation(first, second)).find(|e| scope.fits(e))
    })
}
