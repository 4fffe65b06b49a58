//! L13: the funds of a form: 年度资金总额 is the sum of 财政拨款, 上年结转资金 and 其他资金; and again by what they are spent on, where that
//! stands beside them.

use super::relation;
use crate::fact::{Fact, Form, Part};
use crate::gather::Gather;
use crate::relation::{Equation, Kind, Relation, Term};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// Names of the whole.
const WHOLES: [&str; 6] = ["总金额", "资金总额", "资金总量", "预算总额", "资金合计", "总额"];
/// The sources that the usual forms name, which are all there are.
const SOURCES: [&str; 13] = [
    "财政拨款",
    "转移支付",
    "级支出",
    "级资金",
    "结转",
    "其他资金",
    "其它资金",
    "一般公共预算",
    "基金",
    "专户",
    "国有资本经营",
    "财政资金",
    "单位资金",
];
/// The columns of amounts.
const AMOUNTS: [Part; 3] = [Part::Opening, Part::Budget, Part::Spent];

/// States the sum in each column of amounts, where all rows below the whole are sources.
pub(super) fn state(scope: &Scope, form: &Form, out: &mut Sink) {
    let name = |row: u32| form.item(row).trim_end_matches(['：', ' ']);
    let mut rows = form.rows().skip_while(|row| !name(*row).ends_with_any(&WHOLES));
    let Some(whole) = rows.next() else { return };
    let is_source = |row: &u32| SOURCES.iter().any(|word| form.item(*row).contains(word));
    // 按收入性质分： ‖ 按支出性质分：: the row that heads both divisions has no amounts.
    let divides =
        |row: &u32| form.item(*row).starts_with('按') && AMOUNTS.iter().all(|part| form.plain(*row, *part).is_none());
    let below: Vec<u32> = rows.gather();
    if divided(scope, form, whole, &below, out) {
        return;
    }
    let end = below.iter().position(|row| !is_source(row) && !divides(row)).unwrap_or(below.len());
    let (rows, rest) = below.split_at(end);
    let rows: Vec<u32> = rows.iter().copied().filter(is_source).gather();
    // 其中：省级资金 ‖ 市级资金 ‖ 自筹: what is no source by its name may be one.
    let is_open = |part: Part| rest.first().is_some_and(|row| form.plain(*row, part).is_some());
    let totals: Vec<(Part, usize)> =
        AMOUNTS.iter().filter_map(|part| Some((*part, form.plain(whole, *part)?))).gather();
    let amounts = |part: Part| rows.iter().filter_map(|row| form.plain(*row, part)).gather();
    let told: Vec<Part> = AMOUNTS.into_iter().filter(|part| !amounts(*part).is_empty()).gather();
    // 按收入性质分： above 一般公共预算：2361.19: where each has one amount, it stands under no column, and is of the total that they make.
    if let ([part], true, true) = (told.as_slice(), totals.len() > 1, below.iter().any(divides)) {
        let inner = rows.iter().flat_map(|row| form.inner(*row)).gather();
        for parts in [amounts(*part), inner] {
            let made = totals.iter().find(|(_, whole)| scope.adds_up(&parts, *whole));
            made.iter().for_each(|(_, whole)| state_sum(scope, form, (parts.clone(), false), *whole, out));
        }
        return;
    }
    for (part, whole) in &totals {
        state_sum(scope, form, (amounts(*part), is_open(*part)), *whole, out);
    }
    // 其中：基本支出 ‖ 项目支出: as many amounts behind each name as the whole has.
    let spent: Vec<Vec<usize>> =
        rows.iter().map(|row| form.inner(*row)).filter(|ids| ids.len() == totals.len()).gather();
    for (at, (_, whole)) in totals.iter().enumerate() {
        state_sum(scope, form, (spent.iter().filter_map(|ids| ids.get(at).copied()).gather(), false), *whole, out);
    }
}

/// 按支出类型：基本支出 ‖ 项目支出 ‖ 按资金来源：财政拨款 ‖ 其他资金: divisions that begin with the name of how they divide, each of them all of the
/// whole; says whether there are any.
fn divided(scope: &Scope, form: &Form, whole: u32, below: &[u32], out: &mut Sink) -> bool {
    let opens = |row: u32| {
        form.item(row).starts_with('按')
            && form.item(row).split_once('：').is_some_and(|(_, name)| name.contains(char::is_alphabetic))
    };
    let known =
        |row: u32| ["支出", "资金", "拨款", "收入", "预算", "结转"].iter().any(|word| form.item(row).contains(word));
    let rows: Vec<u32> = below.iter().copied().take_while(|row| known(*row)).gather();
    if !rows.first().is_some_and(|row| opens(*row)) {
        return false;
    }
    for division in rows.chunk_by(|_, next| !opens(*next)) {
        for part in AMOUNTS {
            let parts: Vec<usize> = division.iter().filter_map(|row| form.plain(*row, part)).gather();
            form.plain(whole, part)
                .into_iter()
                .for_each(|whole| state_sum(scope, form, (parts.clone(), false), whole, out));
        }
    }
    true
}

fn state_sum(scope: &Scope, form: &Form, (parts, open): (Vec<usize>, bool), whole: usize, out: &mut Sink) {
    if parts.len() < 2 {
        return;
    }
    let equation = Equation::Sum { parts: parts.into_iter().map(Term::plus).gather(), whole: vec![Term::plus(whole)] };
    if open && !scope.fits(&equation) {
        return;
    }
    let zero = form.get(whole).is_some_and(Fact::is_zero);
    let sure = scope.fits(&equation) || zero || scope.is_stated_slip(&equation);
    out.relation(Relation { sure, ..relation(form, "L13", Kind::Sum, equation, "W01") });
}
