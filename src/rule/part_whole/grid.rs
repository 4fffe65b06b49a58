//! A table told in words: 项目86个，总投资95.66亿元。分区域看，城区项目49个，总投资56.80亿元；各县项目37个，总投资38.86亿元.
//!
//! That two kinds of amounts at once add up to what the sentence before tells is no chance: the items are all, and every kind should.

use super::{kind_of, relation, sum};
use crate::fact::Fact;
use crate::gather::Gather;
use crate::relation::Equation;
use crate::rule::{Scope, Sink};
use crate::text::{Mention, Range};

/// How many sentences a table's items may be.
const SENTENCES: usize = 4;

/// How many sentences before its items the totals may stand.
const REACH: usize = 2;

/// How many items and amounts of an item there are at most; what has more is no sentence of a table.
const MOST: usize = 12;

/// How many digits all amounts of a column have together at least that alone is no chance.
const TELLING: u32 = 12;

/// How many digits an amount has at least that chance hardly makes fit.
const DIGITS: u32 = 3;

/// States the sums of every kind of amount that all items and the totals have.
pub(super) fn state(scope: &Scope, out: &mut Sink) {
    let told: Vec<usize> = scope.levels(is_told).gather();
    let within = |range: Range| {
        let before = |end: usize| told.partition_point(|id| *id < end);
        told.get(before(range.start)..before(range.end)).unwrap_or_default()
    };
    for sentence in 1..scope.facts.clauses.sentences().len() {
        let own = scope.facts.in_sentence(sentence);
        if own.len() < 2 {
            continue;
        }
        let heads = within(scope.facts.in_sentence(sentence.saturating_sub(REACH)).start..own.start);
        let totals = heads.get(..REACH * MOST).unwrap_or(heads);
        let items =
            if totals.is_empty() { Vec::new() } else { groups(scope, within(own.clone()), |f| f.place.segment) };
        if items.len() >= 2 {
            of_items(scope, totals, &items, out);
        }
        // 甲…。乙…。: each sentence an item.
        let head = scope.facts.get(own.start).filter(|_| items.len() == 1);
        let Some(paragraph) = head.map(|f| f.place.paragraph) else { continue };
        let end = scope.facts.in_paragraph(paragraph).end;
        let mut items = groups(scope, within(own.start..end), |f| f.place.sentence);
        items.truncate(SENTENCES);
        while items.len() >= 2 && !of_items(scope, totals, &items, out) {
            items.pop();
        }
    }
}

/// Exact amounts that are told of something, put together where they have the same place, each group with two at least.
fn groups<'a>(scope: &Scope, told: &'a [usize], place: impl Fn(&Fact) -> usize) -> Vec<&'a [usize]> {
    let ids = told.get(..MOST * MOST).unwrap_or(told);
    let at = |id: &usize| scope.facts.get(*id).map(&place);
    let items = ids.chunk_by(|a, b| at(a) == at(b)).filter(|item| (2..=MOST).contains(&item.len()));
    items.take(MOST).gather()
}

/// States the columns of some items, where two of them add up to totals before them; whether they do.
fn of_items(scope: &Scope, totals: &[usize], items: &[&[usize]], out: &mut Sink) -> bool {
    let columns: Vec<(usize, Vec<usize>)> =
        totals.iter().filter_map(|total| Some((*total, column(scope, *total, items)?))).gather();
    if !columns.iter().any(|(total, column)| scope.adds_up(column, *total)) {
        return false;
    }
    let equations: Vec<Equation> = columns.iter().map(|(total, column)| sum(column, *total)).gather();
    let exact = equations.iter().filter(|e| scope.exact(e)).count();
    // 客运量2868万人、周转量229426万人公里: one that is rounded speaks as loudly where its digits are many.
    let telling =
        |e: &&Equation| e.all().into_iter().filter_map(|id| scope.facts.get(id)).all(|f| f.figure.digits() >= DIGITS);
    let near = equations.iter().filter(|e| scope.fits(e)).filter(telling).count();
    let told = exact >= 2 || exact >= 1 && near >= 2;
    // 受理1801件，结案894件: one kind alone tells as much where its digits are many.
    let digits =
        |e: &Equation| e.all().into_iter().filter_map(|id| scope.facts.get(id)).map(|f| f.figure.digits()).sum::<u32>();
    let strong = |e: &Equation| scope.exact(e) && digits(e) >= TELLING;
    for ((total, _), equation) in columns.iter().zip(equations).filter(|(_, e)| told || strong(e)) {
        let fits = scope.fits(&equation);
        if !out.computes_sum(*total) && (fits || scope.is_likely_slip(&equation)) {
            let range = scope.facts.span(&equation.all());
            out.relation(relation("A10", kind_of(scope, *total), equation, range, fits));
        }
    }
    told
}

/// Whether an exact amount is told of something.
fn is_told(fact: &Fact) -> bool {
    // 平均班额45人, 人均收入2.5万元: averages add up to nothing.
    let each = || fact.is_for_each() || fact.left.mentions("均");
    fact.place.depth == 0 && !each()
}

/// The amount of each item that is of the kind of a total: the only one of its unit, of its very name, or of a name like it.
fn column(scope: &Scope, total: usize, items: &[&[usize]]) -> Option<Vec<usize>> {
    let head = scope.facts.get(total).filter(|f| !f.is_zero())?;
    let of = |item: &&[usize]| {
        let only = |test: &dyn Fn(&Fact) -> bool| {
            let told = |id: &&usize| scope.facts.get(**id).is_some_and(|f| f.is_like(head) && test(f));
            item.iter().filter(told).single().copied()
        };
        only(&|_| true).or_else(|| only(&|f| f.left == head.left)).or_else(|| only(&|f| is_named_alike(head, f)))
    };
    items.iter().map(of).gather_all()
}

/// 概算总投资, 总投资; 年度计划投资, 年度计划; 项目86个, 49个项目: whether one of two names begins or ends as the other does, or stands behind its amount.
fn is_named_alike(head: &Fact, item: &Fact) -> bool {
    let (a, b) = (head.left.trim_start_matches('总'), item.left.trim_start_matches('总'));
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    let told = short.chars().count() >= 2 && (long.ends_with(short) || long.starts_with(short));
    let noun: String = item.right.chars().take(2).collect();
    told || noun.chars().count() == 2 && (head.left.ends_with(&noun) || head.right.starts_with(&noun))
}
