//! B09: averages that words call about so much, and those of all who are in office: 惠及83个、11926户，平均每个约144户; 在职129人。…人均公用经费1.72万元. Only
//! the pair that rounds to what is printed is stated.

use super::each::{is_each, is_one};
use super::relation;
use crate::catalog::per::Per;
use crate::fact::{Fact, agree, normalize};
use crate::gather::Gather;
use crate::number::{Dimension, Extent};
use crate::relation::{Digits, Equation, Kind};
use crate::rule::{Scope, Sink};
use crate::text::{Mention, Range};

/// How many digits an average has at least that hardly any pair gives by chance.
const DIGITS: usize = 2;

/// How many pairs are asked for an average of two digits; each digit more makes chance ten times rarer.
const PAIRS: usize = 4;

/// How many figures at the head of a document tell its staff.
const HEAD: usize = 80;

/// How many figures back an item is looked for.
const REACH: usize = 24;

/// States an average that words call about so much, of a count and a total of its part of the sentence.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let about = |f: &&Fact| f.figure.extent == Extent::About && f.is_level() && is_each(f) && !out.computes(id);
    let Some(fact) = facts.get(id).filter(about).filter(|f| f.cell.is_none()) else { return };
    let aside = |f: &Fact| f.place.bracket.is_some_and(|at| at >= fact.range.end && at <= fact.range.end + 4);
    let level = |f: &Fact| f.is_level() && f.figure.is_plain() && f.place.segment == fact.place.segment && !is_each(f);
    let within = |test: &dyn Fn(&Fact) -> bool| {
        let near = |f: &Fact| f.place.depth == fact.place.depth || aside(f);
        let range = facts.in_sentence(fact.place.sentence).start..id + 2;
        facts.pick(range, |f| level(f) && near(f) && test(f)).filter(|other| *other != id).gather()
    };
    let counts = within(&|f| f.figure.unit.dimension == Dimension::Count && !f.is_like(fact) && !is_one(f));
    let totals = within(&|f| f.is_like(fact) && f.figure.base() > fact.figure.base());
    only(scope, id, &counts, &totals, out);
}

/// 工资福利支出11608万元。…人均工资福利支出21.6万元: an item for each of those in office, whom the head of the document counts.
pub(super) fn of_staff(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let money = |f: &&Fact| f.is_level() && f.figure.unit.dimension == Dimension::Money && f.cell.is_none();
    let Some(fact) = facts.get(id).filter(money) else { return };
    let Some(item) = Per::of(&fact.left).filter(|per| per.each == "人").map(|per| normalize(per.item)) else { return };
    let people = |f: &Fact| {
        let named = f.left.mentions_any(&["在职", "实有", "在岗"]) && !f.left.mentions_any(&["编制", "退休", "其中"]);
        f.is_level() && f.figure.is_plain() && matches!(f.figure.unit.base.as_str(), "人" | "名") && named
    };
    let total = |f: &Fact| f.is_level() && f.figure.is_plain() && f.is_like(fact) && agree(&f.label.key, &item);
    let counts: Vec<usize> = facts.pick(0..id.min(HEAD), people).take(1).gather();
    let near: Range = id.saturating_sub(REACH)..id;
    if item.chars().count() >= 3 && fact.figure.digits() >= 3 {
        only(scope, id, &counts, &facts.pick(near, total).gather(), out);
    }
}

/// States the one count and the one total that give the average.
fn only(scope: &Scope, id: usize, counts: &[usize], totals: &[usize], out: &mut Sink) {
    let facts = scope.facts;
    let digits = facts.get(id).and_then(|f| Digits::of(&f.figure)).map_or(0, Digits::count);
    let limit = PAIRS * 10usize.saturating_pow(u32::try_from(digits.saturating_sub(DIGITS)).unwrap_or(0));
    if digits < DIGITS || counts.len() * totals.len() > limit {
        return;
    }
    let equation =
        |count: usize, total: usize| Equation::Product { factors: vec![id, count], per: None, result: total };
    let all = counts.iter().flat_map(|c| totals.iter().map(move |t| equation(*c, *t)));
    let mut fitting: Vec<Equation> = all.filter(|e| scope.is_rounded(e)).gather();
    let values = |e: &mut Equation| -> Vec<_> { e.all().into_iter().map(|id| facts.base_value(id)).gather() };
    fitting.dedup_by_key(values);
    if let [one] = fitting.as_slice() {
        let range = facts.span(&one.all());
        out.relation(relation("B09", Kind::Ratio, one.clone(), range));
    }
}
