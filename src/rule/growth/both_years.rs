//! D01 where the text gives the amounts of both years apart from the rate: 上年甲300万元、乙160万元，两相对照，甲增长4%，乙增长10%; 甲18.4万元，
//! 下降8%，乙4.1万元，下降20%。上年两项分别为20万元和5.1万元.

use super::relation;
use crate::fact::{Fact, Role, normalize};
use crate::gather::Gather;
use crate::relation::{Digits, Equation, Term};
use crate::rule::{Scope, Sink};

/// How many characters make a name that no other amount of a paragraph has by chance.
const NAME: usize = 3;

/// How many figures back the two amounts are looked for.
const REACH: usize = 60;

/// States the rate of the two amounts that bear just its name, one of them last year's, or of the amount right before it and its place in the
/// row of last year's; whether it did.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) -> bool {
    let found = named(scope, id).or_else(|| in_row(scope, id));
    let stated = found.map(|(now, then)| grown(scope, id, now, then)).filter(|e| is_meant(scope, e));
    if let Some(equation) = stated {
        let range = scope.facts.span(&equation.all());
        out.relation(relation("D01", equation, range, true));
        return true;
    }
    false
}

fn grown(scope: &Scope, id: usize, now: usize, then: usize) -> Equation {
    let (part, whole) = (vec![Term::plus(now)], vec![Term::plus(then)]);
    let sign = scope.facts.get(id).map_or(1, |f| f.direction);
    Equation::Rate { part, whole, less_one: true, sign, rate: id }
}

/// Whether a rate holds, or a slip, the wrong way or the wrong one of the two amounts keeps it from that.
fn is_meant(scope: &Scope, equation: &Equation) -> bool {
    let Equation::Rate { part, whole, sign, rate, .. } = equation else { return false };
    let turn = |part: &[Term], whole: &[Term]| Equation::Rate {
        part: part.to_vec(),
        whole: whole.to_vec(),
        less_one: true,
        sign: -sign,
        rate: *rate,
    };
    let digits = scope.facts.get(*rate).and_then(|f| Digits::of(&f.figure)).map_or(0, Digits::count);
    let telling = digits >= 3;
    let other = || [turn(part, whole), turn(whole, part)].iter().any(|e| scope.fits(e));
    scope.fits(equation) || scope.is_stated_slip(equation) || telling && other()
}

/// The only two amounts of the paragraph before a rate that bear the name it speaks of: this year's and last year's.
fn named(scope: &Scope, id: usize) -> Option<(usize, usize)> {
    let facts = scope.facts;
    let rate = facts.get(id).filter(|f| f.phrase.is_empty() && f.place.depth == 0)?;
    let name = rate.changed().map(|words| normalize(&words)).filter(|name| name.chars().count() >= NAME)?;
    let bears = |f: &Fact| f.is_level() && f.figure.is_plain() && !f.is_zero() && f.label.own && f.label.key == name;
    let all: Vec<usize> =
        facts.pick(facts.in_paragraph(rate.place.paragraph).start.max(id.saturating_sub(REACH))..id, bears).gather();
    let past = |id: &usize| facts.get(*id).is_some_and(|f| f.period.is_past(facts.year));
    let (then, now): (Vec<usize>, Vec<usize>) = all.into_iter().partition(past);
    let ([now], [then]) = (now.as_slice(), then.as_slice()) else { return None };
    let (own, base) = (facts.get(*now)?, facts.get(*then)?);
    // 较上年…: what is compared with another year than the one told starts from no such amount.
    let beside = base.place.sentence == rate.place.sentence;
    (beside && own.is_like(base) && own.measure.is_budget() == base.measure.is_budget()).then_some((*now, *then))
}

/// The amount right before a rate and the one in its place of the row that the next sentence gives for last year.
fn in_row(scope: &Scope, id: usize) -> Option<(usize, usize)> {
    let facts = scope.facts;
    let rate = facts.get(id)?;
    let sentence = facts.in_sentence(rate.place.sentence);
    let next = facts.clauses.sentences().get(rate.place.sentence + 1)?;
    let opens = ["上年", "去年", "上一年"].iter().any(|w| facts.text.has(next.start, w));
    if !opens || sentence.len() > REACH {
        return None;
    }
    let level = |id: usize| facts.get(id).is_some_and(|f| f.is_level() && f.figure.is_plain() && f.place.depth == 0);
    let grows = |f: &Fact| f.role == Role::Growth && f.figure.is_plain();
    let pairs: Vec<usize> = facts.pick(sentence, grows).filter(|r| r.checked_sub(1).is_some_and(level)).gather();
    let at = pairs.iter().position(|pair| *pair == id).filter(|_| pairs.len() >= 2)?;
    let row = facts.pick(facts.in_sentence(rate.place.sentence + 1), |f| f.left.ends_with("分别为")).next()?;
    let row = facts.row(row);
    let then = row.start + at;
    let like = facts.get(id - 1)?.is_like(facts.get(then)?);
    let same = facts.get(then)?.place.paragraph == rate.place.paragraph;
    (like && same && row.len() == pairs.len() && !facts.get(then)?.is_zero()).then_some((id - 1, then))
}
