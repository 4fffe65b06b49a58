//! Words against forms: shares of the forms' totals (J17), procurement (J20).

use super::locate::column;
use super::sheet::{Set, Sheet};
use super::{relation, running};
use crate::catalog::form::{Form, Outlay, Stage, column_named, row_named};
use crate::catalog::identity::identity;
use crate::fact::{Fact, Measure, Role, RowKind};
use crate::gather::Gather;
use crate::relation::{Equation, Kind, Order, Term};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// States both, and what [`super::running`] does.
pub(super) fn state(scope: &Scope, sets: &[Set], out: &mut Sink) {
    // With the forms of several units nobody knows of which one the words speak.
    let mut accounts = sets.iter().filter(|set| set.stage == Some(Stage::Accounts));
    if let (Some(set), None) = (accounts.next(), accounts.next()) {
        shares(scope, set, out);
        running::state(scope, set, out);
    }
    procurement(scope, out);
}

/// An outturn of the year in words.
pub(super) fn is_stated(scope: &Scope, fact: &Fact) -> bool {
    let measure = matches!(fact.measure, Measure::Outturn | Measure::Unstated);
    fact.cell.is_none()
        && fact.is_level()
        && fact.figure.is_plain()
        && measure
        && !fact.period.is_past(scope.facts.year)
}

/// J17: shares for which the words themselves gave no total.
fn shares(scope: &Scope, set: &Set, out: &mut Sink) {
    let facts = scope.facts;
    for rate in facts.pick(0..facts.list.len(), |f| f.cell.is_none() && f.role == Role::Share && f.figure.is_plain()) {
        let Some(part) = rate.checked_sub(1).filter(|_| !out.computes(rate)) else { continue };
        let (Some(own), Some(share)) = (facts.get(part), facts.get(rate)) else { continue };
        if !is_stated(scope, own) || own.place.sentence != share.place.sentence {
            continue;
        }
        let whole = whole(set, &own.label.words, &share.phrase);
        let Some(whole) = whole.filter(|id| facts.get(*id).is_some_and(|f| f.is_like(own))) else { continue };
        let terms = |id| vec![Term::plus(id)];
        let equation = Equation::Rate { part: terms(part), whole: terms(whole), less_one: false, sign: 1, rate };
        let fits = scope.fits(&equation);
        if fits || scope.is_slip(&equation) {
            declare(scope, "J17", Kind::Share, equation, fits, out);
        }
    }
}

/// The total that an item is a share of, in the form that lists it.
fn whole(set: &Set, item: &str, phrase: &str) -> Option<usize> {
    const REVENUE: [&str; 6] = ["财政拨款收入", "上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入"];
    const SPENDING: [&str; 5] = ["基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出"];
    let is = |names: &[&str]| names.iter().filter_map(|name| column_named(name)).any(|c| c.is_named(item));
    let says = |word: &str| phrase.is_empty() || phrase.contains(word);
    if is(&REVENUE) && says("收入") {
        return total(set.sheets.get(&Form::Income)?, "本年收入合计");
    }
    if is(&SPENDING) && says("支出") {
        return total(set.sheets.get(&Form::Expenditure)?, "本年支出合计");
    }
    let outlay = Outlay::of(std::iter::once(item)).filter(|outlay| *outlay != Outlay::All && says("三公"))?;
    let part = set.sheets.get(&Form::ThreePublic)?.sides.first()?;
    // 购置费 is compared with vehicles as often as with all of 三公.
    let own = matches!(outlay, Outlay::Abroad | Outlay::Vehicles | Outlay::Reception);
    let line = part.lines.iter().find(|line| own && line.words == Outlay::All.name())?;
    line.cells.get(column(part, column_named("决算数")?)?).copied().flatten()
}

/// The total of a form in a column.
fn total(sheet: &Sheet, name: &str) -> Option<usize> {
    let part = sheet.sides.first()?;
    let row = row_named("合计")?;
    let line = part.lines.iter().find(|line| line.kind == RowKind::Total && row.is_named(&line.words))?;
    line.cells.get(column(part, column_named(name)?)?).copied().flatten()
}

/// J20: goods, works and services are all of them, and contracts with the smallest firms are a part of those with small ones.
fn procurement(scope: &Scope, out: &mut Sink) {
    let facts = scope.facts;
    let money = |f: &Fact| f.figure.unit.base == "元" && is_stated(scope, f);
    for total in facts.pick(0..facts.list.len(), |f| is_procurement(&f.label.words) && money(f)) {
        let Some(whole) = facts.get(total) else { continue };
        let rest = total + 1..facts.in_paragraph(whole.place.paragraph).end.max(total + 1);
        let find = |words: &[&str]| {
            let named = |f: &Fact| money(f) && words.iter().all(|word| f.label.words.contains(word));
            facts.pick(rest.clone(), named).single()
        };
        let kinds: Option<Vec<Term>> =
            ["货物", "工程", "服务"].iter().map(|kind| find(&[kind]).map(Term::plus)).gather_all();
        if let Some(parts) = kinds.filter(|_| out.sums_to(total).next().is_none()) {
            let equation = Equation::Sum { parts, whole: vec![Term::plus(total)] };
            let fits = scope.fits(&equation);
            if fits || scope.is_stated_slip(&equation) {
                declare(scope, "J20", Kind::Sum, equation, fits, out);
            }
        }
        if let Some((small, medium)) = find(&["授予", "小微企业"]).zip(find(&["授予", "中小企业"])) {
            let (left, right) = (vec![Term::plus(small)], vec![Term::plus(medium)]);
            declare(scope, "J20", Kind::Bound, Equation::Order { left, order: Order::AtMost, right }, true, out);
        }
    }
}

/// 政府采购支出总额, not that of 货物 alone.
fn is_procurement(words: &str) -> bool {
    words.ends_with_any(&["总额", "合计", "支出", "金额"])
        && words.mentions("政府采购")
        && !words.mentions_any(&["货物", "工程", "服务", "企业"])
}

pub(super) fn declare(scope: &Scope, code: &str, kind: Kind, equation: Equation, sure: bool, out: &mut Sink) {
    if let Some(identity) = identity(code)
        && let Some(stated) = relation(scope, identity, kind, equation, sure)
    {
        out.relation(stated);
    }
}
