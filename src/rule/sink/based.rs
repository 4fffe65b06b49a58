//! A rate that holds of another amount than the one it is of (基数). The figures alone speak for the amount that was found, and whoever divides by
//! the wrong one finds it too. What a rate of execution is of is laid down, and what one part of a list is a share of, all of them are: where
//! the text gives that amount and the rate is none of it, the rate is of it and fails.

use super::Sink;
use crate::fact::{Fact, Measure, Role};
use crate::gather::Gather;
use crate::number::Dimension;
use crate::relation::{Equation, Kind, Relation, ratio};
use crate::rule::Scope;
use crate::text::Mention;

/// How many figures back the budget of a rate of execution, and what a part came to before, are looked for.
const REACH: usize = 40;

/// How well words name an amount that bears their own name.
const NAMED: u8 = 3;

/// Words of a rate of execution that is of everything.
const GENERAL: [&str; 13] =
    ["全年", "年度", "部门", "整体", "总体", "总", "支出", "预算", "资金", "执行率", "完成率", "为", "达"];

/// States the rate of its own base, where it holds of another. As the figures speak against it, it is never more than a suspect.
pub(in crate::rule) fn settle(scope: &Scope, out: &mut Sink) {
    for at in 0..out.relations.len() {
        let Some(relation) = out.relations.get(at) else { continue };
        let Some(own) = own_base(scope, relation, out).filter(|own| !out.stated.contains_key(&own.equation)) else {
            continue;
        };
        out.stated.insert(own.equation.clone(), at);
        if let Some(relation) = out.relations.get_mut(at) {
            *relation = own;
        }
    }
}

/// The relation of a rate over its own base.
fn own_base(scope: &Scope, relation: &Relation, out: &Sink) -> Option<Relation> {
    let facts = scope.facts;
    let Equation::Rate { part, whole, less_one: false, sign: 1, rate } = &relation.equation else { return None };
    let ([part], [whole]) = (part.as_slice(), whole.as_slice()) else { return None };
    let (part, whole, id) = (part.fact, whole.fact, *rate);
    let rate = facts.get(id).filter(|f| f.cell.is_none() && f.figure.unit.dimension == Dimension::Percent)?;
    let found = || full_budget(scope, rate, (part, whole, id)).map(|base| (base, "completion", "E03", Kind::Ratio));
    let listed = || all_of_list(scope, rate, (part, whole, id), out).map(|base| (base, "share", "B02", Kind::Share));
    let alike = || named_alike(scope, rate, (whole, id), out).map(|base| (base, "share", "B01", Kind::Share));
    let (base, rule, cue, kind) = match relation.rule {
        "completion" | "quotient" | "share" => found().or_else(listed).or_else(alike)?,
        _ => return None,
    };
    let equation = ratio(part, base, id);
    let is_other = scope.fits(&relation.equation) && !scope.fits(&equation);
    let range = facts.span(&equation.all());
    is_other.then(|| Relation { rule, cue, kind, equation, range, sure: false, ..relation.clone() })
}

/// 年初预算1468万元，调整预算1655万元，执行率109%: the budget of the whole year, where a rate of execution that does not name the first one was
/// taken of that.
fn full_budget(scope: &Scope, rate: &Fact, (part, whole, id): (usize, usize, usize)) -> Option<usize> {
    let facts = scope.facts;
    let (spent, taken) = (facts.get(part)?, facts.get(whole)?);
    let is_first = taken.measure == Measure::InitialBudget && spent.measure != Measure::Supplement;
    if !is_first || !rate.phrase.is_empty() || !rate.left.mentions_any(&["执行率", "完成率"]) {
        return None;
    }
    // 基本支出预算执行率 is of an item's budget.
    let words = GENERAL.iter().fold(rate.left.as_str().to_owned(), |words, word| words.replace(word, ""));
    let like = |f: &Fact| f.is_level() && f.is_like(taken) && f.figure.is_plain() && f.cell.is_none();
    // 调整预算 behind 年初预算 is that of the same item, where no third budget stands between and nothing names another.
    let mut budgets = facts.pick(id.saturating_sub(REACH)..id, |f| like(f) && f.measure.is_budget()).rev();
    let last = budgets.next().filter(|_| words.is_empty())?;
    let is_same = |f: &Fact| !f.label.own || f.label.key == taken.label.key;
    let is_of_taken = |f: &Fact| f.place.paragraph == taken.place.paragraph && is_same(f);
    let is_full = facts.get(last).is_some_and(|f| f.measure == Measure::AdjustedBudget && is_of_taken(f));
    (is_full && last != part && budgets.next() == Some(whole)).then_some(last)
}

/// The wholes of other shares near one that are worded like it and hold.
fn called<'a>(scope: &'a Scope, id: usize, rate: &'a Fact, out: &'a Sink) -> impl Iterator<Item = usize> + 'a {
    let facts = scope.facts;
    let named = |f: &Fact| f.role == Role::Share && !f.phrase.is_empty() && f.phrase == rate.phrase;
    facts.pick(id.saturating_sub(REACH)..id + REACH, named).filter(move |other| *other != id).flat_map(move |other| {
        let rates = other.checked_sub(1).into_iter().flat_map(|part| out.rates_of(part));
        rates.filter_map(move |r| match &r.equation {
            Equation::Rate { whole: of, rate, .. } => {
                (*rate == other && of.len() == 1 && scope.fits(&r.equation)).then(|| of[0].fact)
            }
            _ => None,
        })
    })
}

/// 基本支出447万元，占总支出的87%。人员204万元，占总支出的40%: whether another share whose words name the same whole holds of it.
fn is_called_so(scope: &Scope, (whole, id): (usize, usize), rate: &Fact, out: &Sink) -> bool {
    called(scope, id, rate, out).any(|of| of == whole)
}

/// Names of what there is one of in a report.
const TOTALS: [&str; 6] = ["总支出", "总收入", "支出总额", "收入总额", "支出合计", "收入合计"];

/// 全年支出511万元。…人员204万元，占总支出的40%…；公用243万元，占总支出的54%, which is its share of another: what the same words of the paragraph name,
/// where nothing calls the other amount so.
fn named_alike(scope: &Scope, rate: &Fact, (whole, id): (usize, usize), out: &Sink) -> Option<usize> {
    let facts = scope.facts;
    let total = TOTALS.contains(&rate.phrase.as_str()) && facts.naming(whole, &rate.phrase, id) == 0;
    if !total || is_called_so(scope, (whole, id), rate, out) {
        return None;
    }
    let value = facts.base_value(whole);
    called(scope, id, rate, out).find(|of| facts.base_value(*of) != value)
}

/// 支出合计3597万元，基本支出3119万元，比重86.7%；项目支出478万元，比重15.4%: the whole of a list that adds up to it, of which another part has
/// its share, worded alike.
fn all_of_list(scope: &Scope, rate: &Fact, (part, whole, id): (usize, usize, usize), out: &Sink) -> Option<usize> {
    let facts = scope.facts;
    // What a part comes to may be told again where its share is.
    let again =
        |f: &Fact| facts.get(part).is_some_and(|own| f.is_level() && f.label.key == own.label.key && f.is_like(own));
    let told = facts
        .pick(part.saturating_sub(REACH)..part, again)
        .filter(|id| facts.base_value(*id) == facts.base_value(part));
    let told: Vec<usize> = told.chain([part]).gather();
    let sums = || told.iter().flat_map(|id| out.sums_over(*id)).filter(|(_, sum)| scope.exact(&sum.equation));
    let wholes = |sum: &Relation| match &sum.equation {
        Equation::Sum { whole, .. } => whole.first().map(|term| term.fact),
        _ => None,
    };
    // Of two lists that a part is in, either may be meant.
    let is_list_of =
        |id: usize| sums().any(|(_, sum)| wholes(sum).and_then(|w| facts.base_value(w)) == facts.base_value(id));
    let is_share = rate.role == Role::Share || rate.left.ends_with_any(&["占比", "比重", "所占比例"]);
    if !is_share || is_list_of(whole) || is_called_so(scope, (whole, id), rate, out) {
        return None;
    }
    let alike = |relation: &Relation, base: usize| match &relation.equation {
        Equation::Rate { whole, less_one: false, rate: other, .. } => {
            let of_base =
                whole.len() == 1 && whole.iter().all(|term| facts.base_value(term.fact) == facts.base_value(base));
            let worded = |f: &Fact| {
                let alike = (f.role, &f.phrase, &f.left) == (rate.role, &rate.phrase, &rate.left);
                alike && f.place.paragraph == rate.place.paragraph
            };
            of_base && facts.get(*other).is_some_and(worded) && scope.fits(&relation.equation)
        }
        _ => false,
    };
    sums().find_map(|(_, sum)| {
        let (base, all) = (wholes(sum)?, sum.equation.all());
        let mut others = all.iter().filter(|id| !told.contains(*id) && **id != base);
        // 占全部支出的59%: or that its words name, and do not name what it was taken of.
        let naming = |level: usize| facts.naming(level, &rate.phrase, id);
        let is_named = || naming(base) == NAMED && naming(whole) < NAMED;
        (is_named() || others.any(|id| out.rates_of(*id).any(|r| alike(r, base)))).then_some(base)
    })
}
