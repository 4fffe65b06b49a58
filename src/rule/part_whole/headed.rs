//! Headings with their total in a bracket: 一、中央资金（973万元）, with one amount in each numbered paragraph below; and headings that end with
//! an amount each: 查出问题金额2094万元。↵（一）预算编制不完整862万元。…↵（二）资金未上缴523万元。…

use super::{kind_of, relation, sum};
use crate::fact::Fact;
use crate::gather::Gather;
use crate::number::Dimension;
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// States every such total that its paragraphs make up, a slip aside.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    for paragraph in 0..facts.text.paragraphs().len() {
        sections(scope, paragraph, out);
        let Some(whole) = total(scope, paragraph).filter(|whole| !out.computes_sum(*whole)) else { continue };
        let parts = below(scope, paragraph, whole);
        let equation = sum(&parts, whole);
        let fits = scope.fits(&equation);
        if parts.len() >= 2 && (fits || scope.is_stated_slip(&equation)) {
            let range = facts.span(&equation.all());
            out.relation(relation("A09", kind_of(scope, whole), equation, range, fits));
        }
    }
}

/// Words of what all headings come to.
const ALL: [&str; 5] = ["共", "总", "合计", "累计", "查出"];

/// How many paragraphs a list of headings has at most.
const REACH: usize = 120;

/// How many headings with an amount tell that they are all there are.
const SECTIONS: usize = 3;

/// States an amount of a paragraph that the headings behind it make, those without an amount left out, a slip aside.
fn sections(scope: &Scope, paragraph: usize, out: &mut Sink) {
    let facts = scope.facts;
    let paragraphs = facts.text.paragraphs();
    let mark = |at: usize| paragraphs.get(at).and_then(|p| p.marker).map(|m| (m.level, m.ordinal));
    let Some((level, 1)) = mark(paragraph + 1) else { return };
    let mut last = 0;
    // Up to the next heading of a higher level, or the next list of this one.
    let own = (paragraph + 1..paragraphs.len()).take(REACH).take_while(|at| match mark(*at) {
        Some((l, ordinal)) if l == level => std::mem::replace(&mut last, ordinal) < ordinal,
        other => other.is_none_or(|(l, _)| l > level),
    });
    let heads: Vec<usize> = own.filter(|at| mark(*at).is_some_and(|(l, _)| l == level)).gather();
    let ends: Vec<usize> = heads.into_iter().filter_map(|at| ending(scope, at)).gather();
    let money = |f: &&Fact| f.figure.unit.dimension == Dimension::Money;
    let Some(first) = ends.iter().filter_map(|id| facts.get(*id)).find(money) else { return };
    let parts: Vec<usize> = ends.iter().copied().filter(|id| facts.get(*id).is_some_and(|f| f.is_like(first))).gather();
    if parts.len() < SECTIONS {
        return;
    }
    let level = |f: &Fact| f.is_level() && f.is_like(first) && f.figure.is_plain() && f.place.depth == 0;
    let wholes = || facts.pick(facts.in_paragraph(paragraph), level).filter(|whole| !out.computes_sum(*whole));
    let fits = wholes().find(|whole| scope.fits(&sum(&parts, *whole)));
    let called = |whole: &usize| facts.get(*whole).is_some_and(|f| f.left.mentions_any(&ALL));
    let slips = || wholes().filter(called).find(|whole| scope.is_stated_slip(&sum(&parts, *whole)));
    if let Some(whole) = fits.or_else(slips) {
        let equation = sum(&parts, whole);
        let range = facts.span(&equation.all());
        out.relation(relation("A10", kind_of(scope, whole), equation, range, fits.is_some()));
    }
}

/// The amount that ends the first sentence of a paragraph and is the only one in it.
fn ending(scope: &Scope, paragraph: usize) -> Option<usize> {
    let facts = scope.facts;
    let first = facts.in_paragraph(paragraph).start;
    let fact = facts.get(first).filter(|f| f.place.paragraph == paragraph && f.is_level() && f.figure.is_plain())?;
    let own = facts.text.paragraphs().get(paragraph)?;
    let start = own.range.start + own.marker.map_or(0, |m| m.length);
    let sentence = facts.clauses.sentences().get(fact.place.sentence)?;
    let heads = sentence.start <= start && fact.range.end + 1 >= sentence.end;
    (heads && facts.in_sentence(fact.place.sentence).end == first + 1).then_some(first)
}

/// The only amount of a numbered paragraph, in the bracket that ends it.
fn total(scope: &Scope, paragraph: usize) -> Option<usize> {
    let facts = scope.facts;
    let p = facts.text.paragraphs().get(paragraph)?;
    let ids = facts.in_paragraph(paragraph);
    let last = ids.end.checked_sub(1).filter(|last| ids.contains(last))?;
    let fact = facts.get(last)?;
    let ends = fact.range.end + 2 > p.range.end && facts.text.at(fact.range.end) == Some('）');
    let bare = fact.range.start.checked_sub(1).and_then(|at| facts.text.at(at)) == Some('（');
    let only = facts.pick(ids, Fact::is_amount).count() == 1;
    (p.marker.is_some() && ends && bare && only && fact.is_level() && fact.figure.is_plain()).then_some(last)
}

/// The first amounts of the paragraphs below a heading that are numbered one level deeper; none where one of them has none.
fn below(scope: &Scope, heading: usize, whole: usize) -> Vec<usize> {
    let facts = scope.facts;
    let paragraphs = facts.text.paragraphs();
    let level = |at: usize| paragraphs.get(at).and_then(|p| p.marker).map(|m| m.level);
    let (Some(total), Some(top)) = (facts.get(whole), level(heading)) else { return Vec::new() };
    let Some(items) = level(heading + 1).filter(|items| *items > top) else { return Vec::new() };
    let part = |f: &Fact| f.is_level() && f.is_like(total) && f.figure.is_plain() && f.place.depth == 0;
    let rest = heading + 1..paragraphs.len();
    let own = rest.take_while(|at| level(*at).is_none_or(|l| l > top)).filter(|at| level(*at) == Some(items));
    let heads: Option<Vec<usize>> = own.map(|at| facts.pick(facts.in_paragraph(at), part).next()).gather_all();
    heads.unwrap_or_default()
}
