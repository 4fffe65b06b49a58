//! L01, L02, L06: the whole of a form: its points, its score, its grade.

use super::relation;
use crate::catalog::score::{GRADE_NAMES, Grade, ON_TOP, grade_in};
use crate::fact::{Form, Part};
use crate::gather::Gather;
use crate::number::{Decimal, Dimension};
use crate::relation::{Equation, Kind, Relation, Term};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// How many cells behind the score of the whole its grade is looked for.
const NEAR: usize = 6;

/// A row with points and a score.
pub(super) struct Scored<'a> {
    form: &'a Form<'a>,
    pub name: String,
    points: usize,
    pub score: usize,
}

/// States what the row of the whole says of the rows above it, in all blocks of a table; the funds may stand in the table before.
pub(super) fn state(scope: &Scope, table: &[Form], before: &[Form], out: &mut Sink) {
    let mut rows = rows_of(table);
    let total = total(&rows).map(|at| rows.remove(at));
    if let Some(all) = &total
        && table.first().zip(before.last()).is_some_and(|(own, other)| own.is_behind(other))
    {
        let above = rows_of(before);
        let points = |rows: &[Scored]| -> Vec<usize> { rows.iter().map(|row| row.points).gather() };
        if scope.adds_up(&[points(&above), points(&rows)].concat(), all.points) {
            // What this table alone comes to is short of the whole by what stands above.
            let own = points(&rows).into_iter().map(Term::plus).gather();
            out.doubt(&Equation::Sum { parts: own, whole: vec![Term::plus(all.points)] });
            rows.splice(0..0, above);
        }
    }
    weights(scope, total.as_ref(), &rows, out);
    // 加分项 ‖ — ‖ 2: what is given on top without points is one more addend.
    let on_top = |form: &Form| {
        let mut more = form.rows().filter(|row| form.name(*row).mentions_any(&ON_TOP));
        more.any(|row| form.points_and_score(row).is_none() && form.plain(row, Part::Score).is_some())
    };
    if let Some(total) = total {
        if !table.iter().any(on_top) {
            scores(scope, &total, &rows, out);
        }
        points(scope, &total, &rows, out);
        grade(&total, out);
    }
}

/// The scores of the whole, each of a hundred points, that the rows above them make.
pub(super) fn totals(scope: &Scope, forms: &[Form]) -> Vec<usize> {
    let made = |table: &[Form]| {
        let mut rows = rows_of(table);
        let all = total(&rows).map(|at| rows.remove(at))?;
        let of_hundred = scope.facts.base_value(all.points) == Some(Decimal::ONE_HUNDRED);
        let scores: Vec<usize> = rows.iter().map(|row| row.score).gather();
        (of_hundred && scope.adds_up(&scores, all.score)).then_some(all.score)
    };
    forms.chunk_by(Form::is_beside).filter_map(made).gather()
}

/// The rows of all blocks of a table.
pub(super) fn rows_of<'a>(table: &'a [Form<'a>]) -> Vec<Scored<'a>> {
    let mut rows = Vec::new();
    for form in table {
        for (row, (points, score)) in form.rows().filter_map(|row| Some((row, form.points_and_score(row)?))) {
            rows.push(Scored { form, name: form.name(row), points, score });
        }
    }
    rows
}

/// The row of the whole: 总分, else the last one of 合计.
fn total(rows: &[Scored]) -> Option<usize> {
    let named = rows.iter().enumerate().filter(|(_, row)| row.name.contains("总分")).map(|(at, _)| at).single();
    // 合计 of the funds may stand above, with the points of the rate of execution.
    let last = rows.last().filter(|row| row.name.mentions_any(&["合计", "总计"]));
    named.or_else(|| last.map(|_| rows.len() - 1))
}

/// L01: the rows whose points make those of the whole are its addends, so that their scores make its score.
fn scores(scope: &Scope, total: &Scored, rows: &[Scored], out: &mut Sink) {
    let points: Vec<usize> = rows.iter().map(|row| row.points).gather();
    if rows.len() >= 2 && scope.adds_up(&points, total.points) {
        let parts = rows.iter().map(|row| Term::plus(row.score)).gather();
        let equation = Equation::Sum { parts, whole: vec![Term::plus(total.score)] };
        out.relation(relation(total.form, "L01", Kind::Sum, equation, "W23"));
    }
}

/// L06: the rows whose scores make that of the whole are its addends, so that their points make its points. A score of nothing
/// proves nothing, and points to be had on top are in no hundred.
fn points(scope: &Scope, total: &Scored, rows: &[Scored], out: &mut Sink) {
    let scores: Vec<usize> = rows.iter().map(|row| row.score).gather();
    let is_proof = |row: &Scored| {
        let is_points = total.form.get(row.points).is_some_and(|f| f.figure.unit.dimension != Dimension::Percent);
        is_points && !row.name.mentions_any(&ON_TOP) && scope.facts.get(row.score).is_some_and(|f| !f.is_zero())
    };
    let parts = rows.iter().map(|row| Term::plus(row.points)).gather();
    let equation = Equation::Sum { parts, whole: vec![Term::plus(total.points)] };
    let proven = scope.adds_up(&scores, total.score) || scope.fits(&equation);
    if rows.len() >= 3 && rows.iter().all(is_proof) && proven {
        out.relation(relation(total.form, "L06", Kind::Sum, equation, "W23"));
    }
}

/// L06: the points of all rows make a hundred. Less may be a part of a longer form; more is none.
fn weights(scope: &Scope, total: Option<&Scored>, rows: &[Scored], out: &mut Sink) {
    let hundred = |terms: Vec<Term>| Equation::Fixed { terms, least: 100, most: 100, closed: true };
    let extra = rows.iter().any(|row| row.name.mentions_any(&ON_TOP));
    let Some(form) = total.or(rows.first()).map(|row| row.form) else { return };
    let is_above = |id: usize| scope.facts.base_value(id) > Some(Decimal::ONE_HUNDRED);
    let (equation, stated) = match total {
        Some(all) => (hundred(vec![Term::plus(all.points)]), is_above(all.points)),
        // Rows of groups may hold the points of the rows below them, so that only a sum that fits is one.
        None => (hundred(rows.iter().map(|row| Term::plus(row.points)).gather()), false),
    };
    let is_points = |id: &usize| form.get(*id).is_some_and(|f| f.figure.unit.dimension != Dimension::Percent);
    if equation.all().iter().all(is_points) && (scope.fits(&equation) || stated && !extra) {
        out.relation(Relation { sure: false, ..relation(form, "L06", Kind::Sum, equation, "W23") });
    }
}

/// L02: 总分 88, and the cell behind it or the one behind 评价等级 says 良.
fn grade(total: &Scored, out: &mut Sink) {
    let Scored { form, score, .. } = *total;
    let out_of_hundred = form.get(score).is_some_and(|fact| fact.figure.value <= Decimal::ONE_HUNDRED);
    let cells: Vec<&str> = form.behind(score).take(NEAR).gather();
    let titled = |words: &str| words.trim_end_matches('：').ends_with_any(&GRADE_NAMES);
    let named = cells.iter().position(|words| titled(words)).map_or(0, |at| at + 1);
    let Some(Grade { least, most, .. }) = cells.get(named).and_then(|words| grade_in(words)) else { return };
    if out_of_hundred {
        let equation = Equation::Fixed { terms: vec![Term::plus(score)], least, most, closed: most == 100 };
        out.relation(relation(form, "L02", Kind::Bound, equation, "W23"));
    }
}
