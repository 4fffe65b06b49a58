//! The working of a relation (算式): rows, what they give, what is stated, the gap.

mod band;
mod compound;
mod conversion;

use super::number_text::{in_unit, printed, with_unit};
use crate::fact::Facts;
use crate::gather::Gather;
use crate::number::Exact;
use crate::number::format::{fixed, quotient};
use crate::number::{Allowance, Decimal, Interval, Unit};
use crate::relation::{Equation, Order, Term, Values, Verdict, rate_scale};
use crate::report::{Bounds, Working, WorkingRow};

/// A working in its three forms: one line, a table, and the bare results.
#[derive(Clone, Debug, Default)]
pub struct Worked {
    /// On one line: `5346.44 + 4460.52 = 9806.96`.
    pub formula: String,
    /// As computed.
    pub computed: Option<String>,
    /// As stated.
    pub stated: Option<String>,
    /// Stated − computed.
    pub gap: Option<String>,
    /// As a table.
    pub table: Option<Working>,
}

/// Works an equation out. `place` names where a fact stands.
#[must_use]
pub fn work(
    equation: &Equation,
    verdict: Verdict,
    allowance: Allowance,
    facts: &Facts,
    place: &dyn Fn(usize) -> String,
) -> Worked {
    let bench = Bench {
        facts,
        values: Values::printed(facts),
        allowance: if allowance == Allowance::Exact { Allowance::Document } else { allowance },
        verdict,
        place,
    };
    let worked = match equation {
        Equation::Sum { parts, whole } => bench.sum(parts, whole),
        Equation::Rate { part, whole, less_one, sign, rate } => bench.rate(part, whole, *less_one, *sign, *rate),
        Equation::Order { left, order, right } => bench.order(left, *order, right),
        Equation::Count { stated, listed, open } => bench.count(*stated, *listed, *open),
        Equation::Product { factors, per, result } => bench.product(factors, *per, *result),
        Equation::Band { part, whole, least, most } => bench.band(part, whole, *least, *most),
        Equation::Conversion { small, large, hundredths } => bench.conversion(*small, *large, *hundredths),
        Equation::Fixed { terms, least, most, closed } => bench.fixed(terms, *least, *most, *closed),
        Equation::Compound { start, rates, end } => bench.compound(*start, rates, *end),
        Equation::Score { score, points, done, due } => bench.score(*score, *points, *done, *due),
    };
    worked.unwrap_or_default()
}

struct Bench<'a> {
    facts: &'a Facts,
    values: Values<'a>,
    allowance: Allowance,
    verdict: Verdict,
    place: &'a dyn Fn(usize) -> String,
}

const MINUS: &str = "−";

impl Bench<'_> {
    fn relation_sign(&self) -> &'static str {
        match self.verdict {
            Verdict::Inconsistent => "≠",
            Verdict::Exact => "=",
            _ => "≈",
        }
    }

    fn row(&self, sign: &str, term: Term) -> Option<WorkingRow> {
        let fact = self.facts.get(term.fact)?;
        let unit = &fact.figure.unit;
        let bounds = self.bounds(
            fact.figure.base()?,
            self.values.interval(term.fact, self.allowance)?,
            unit,
            fact.figure.places,
        );
        let sign = if term.sign < 0 && !sign.contains(['×', '÷']) { MINUS } else { sign };
        let label = if fact.label.words.is_empty() { fact.left.as_str().to_owned() } else { fact.label.words.clone() };
        Some(WorkingRow {
            sign: sign.to_owned(),
            label,
            value: bounds,
            unit: unit.name.clone(),
            place: (self.place)(term.fact),
            figure: Some(term.fact as u32),
        })
    }

    fn rows(&self, terms: &[Term]) -> Vec<WorkingRow> {
        terms.iter().enumerate().filter_map(|(i, t)| self.row(if i == 0 { "" } else { "+" }, *t)).gather()
    }

    fn bounds(&self, value: Decimal, interval: Interval, unit: &Unit, places: u32) -> Bounds {
        Bounds {
            value: in_unit(value, unit, places),
            least: in_unit(interval.least, unit, places),
            most: in_unit(interval.most, unit, places),
        }
    }

    /// Terms on one line; units are written where they differ.
    fn line(&self, terms: &[Term], units: bool) -> String {
        let mut out = String::new();
        for (i, term) in terms.iter().enumerate() {
            let Some(figure) = self.values.figure(term.fact) else { continue };
            match (i, term.sign < 0) {
                (0, false) => {}
                (0, true) => out.push_str(MINUS),
                (_, false) => out.push_str(" + "),
                (_, true) => out.push_str(" − "),
            }
            out.push_str(&if units { with_unit(figure) } else { printed(figure) });
        }
        out
    }

    fn mixed(&self, terms: &[&[Term]]) -> bool {
        let mut names =
            terms.iter().flat_map(|t| t.iter()).filter_map(|t| self.values.figure(t.fact)).map(|f| &f.unit.scale);
        let first = names.next();
        names.any(|n| Some(n) != first)
    }

    fn sum(&self, parts: &[Term], whole: &[Term]) -> Option<Worked> {
        let head = self.values.figure(whole.first()?.fact)?;
        let places = whole
            .iter()
            .chain(parts)
            .filter_map(|t| self.values.figure(t.fact))
            .filter(|f| f.unit == head.unit)
            .map(|f| f.places)
            .max()?;
        let (computed, stated) = (self.values.sum(parts)?, self.values.sum(whole)?);
        let unit = &head.unit;
        let mixed = self.mixed(&[parts, whole]);
        let name = if mixed { unit.name.as_str() } else { "" };
        let show = |base| format!("{}{name}", in_unit(base, unit, places));
        let gap = stated.minus(computed)?;
        let left = self.line(parts, mixed);
        let right = if whole.len() > 1 {
            format!("{} = {}", self.line(whole, mixed), show(stated))
        } else {
            self.line(whole, mixed)
        };
        let formula = if parts.len() > 1 && (self.verdict != Verdict::Exact || whole.len() > 1) {
            format!("{left} = {} {} {right}", show(computed), self.relation_sign())
        } else {
            format!("{left} {} {right}", self.relation_sign())
        };
        let table = Working {
            rows: self.rows(parts),
            computed: self.bounds(computed, self.values.sum_interval(parts, self.allowance)?, unit, places),
            stated: self.bounds(stated, self.values.sum_interval(whole, self.allowance)?, unit, places),
            gap: in_unit(gap, unit, places),
            unit: unit.name.clone(),
            allowance: self.allowance.word().to_owned(),
        };
        Some(done(formula, table))
    }

    fn rate(&self, part: &[Term], whole: &[Term], less_one: bool, sign: i8, rate: usize) -> Option<Worked> {
        let figure = self.values.figure(rate)?;
        let scale = rate_scale(figure);
        let offset = if less_one { Decimal::ONE } else { Decimal::ZERO };
        let direction = if sign < 0 { Decimal::NEGATIVE_ONE } else { Decimal::ONE };
        let of = |a: Decimal, b: Decimal| quotient(a, b)?.checked_sub(offset)?.times(scale)?.times(direction);
        let (dividend, divisor) = (self.values.sum(part)?, self.values.sum(whole)?);
        let places = figure.places + 2;
        let name = if figure.unit.name.is_empty() { "%" } else { figure.unit.name.as_str() };
        let mixed = self.mixed(&[part, whole]);
        let group = |terms: &[Term]| {
            if terms.len() > 1 { format!("({})", self.line(terms, mixed)) } else { self.line(terms, mixed) }
        };
        let quotient_line = format!("{} ÷ {}", group(part), group(whole));
        let line = match (less_one, sign < 0) {
            (true, false) => format!("{quotient_line} − 1"),
            (true, true) => format!("1 − {quotient_line}"),
            _ => quotient_line,
        };
        let stated = format!("{}{name}", printed(figure));
        let reach = Interval::around(figure.value, figure.printed_half());
        let (Some(value), Some(reach)) = (of(dividend, divisor), reach) else {
            // No base, or numbers that are too large to be computed with.
            let formula = if divisor.is_zero() { format!("{line}，基数为零 ≠ {stated}") } else { line };
            return Some(Worked { formula, stated: Some(stated), ..Worked::default() });
        };
        let exact = crate::number::format::round(value, figure.places) == value;
        let computed = format!("{}{name}", fixed(value, if exact { figure.places } else { places }));
        let formula = if self.verdict == Verdict::Inconsistent {
            format!("{line} = {computed} ≠ {stated}")
        } else if exact {
            format!("{line} = {stated}")
        } else {
            // A share off by more than rounding does, which closes a row.
            let closes = self.verdict == Verdict::Rounded && self.allowance == Allowance::Printed;
            let why = if closes { "（尾数凑整，各项合计相符）" } else { "" };
            format!("{line} = {computed} ≈ {stated}{why}")
        };
        let (a, b) =
            (self.values.sum_interval(part, self.allowance)?, self.values.sum_interval(whole, self.allowance)?);
        let ends = [of(a.least, b.most), of(a.most, b.least)].map(|v| v.unwrap_or(value));
        let mut rows = self.rows(part);
        rows.extend(whole.iter().enumerate().filter_map(|(i, t)| self.row(if i == 0 { "÷" } else { "+" }, *t)));
        let text = |v: Decimal| fixed(v, places);
        let table = Working {
            rows,
            computed: Bounds {
                value: text(value),
                least: text(ends[0].min(ends[1])),
                most: text(ends[0].max(ends[1])),
            },
            stated: Bounds {
                value: printed(figure),
                least: crate::number::format::plain(reach.least),
                most: crate::number::format::plain(reach.most),
            },
            gap: fixed(figure.value.minus(value)?, places),
            unit: name.to_owned(),
            allowance: self.allowance.word().to_owned(),
        };
        Some(done(formula, table))
    }

    fn order(&self, left: &[Term], order: Order, right: &[Term]) -> Option<Worked> {
        let head = self.values.figure(right.first().or(left.first())?.fact)?;
        let mixed = self.mixed(&[left, right]);
        let (a, b) = (self.values.sum(left)?, self.values.sum(right)?);
        let sign = if self.verdict == Verdict::Inconsistent { order.opposite() } else { order.sign() };
        let formula = format!("{} {sign} {}", self.line(left, mixed), self.line(right, mixed));
        let places = left.iter().chain(right).filter_map(|t| self.values.figure(t.fact)).map(|f| f.places).max()?;
        let table = Working {
            rows: self.rows(left),
            computed: self.bounds(a, self.values.sum_interval(left, self.allowance)?, &head.unit, places),
            stated: self.bounds(b, self.values.sum_interval(right, self.allowance)?, &head.unit, places),
            gap: in_unit(b.minus(a)?, &head.unit, places),
            unit: head.unit.name.clone(),
            allowance: self.allowance.word().to_owned(),
        };
        Some(done(formula, table))
    }

    fn count(&self, stated: usize, listed: u32, open: bool) -> Option<Worked> {
        let figure = self.values.figure(stated)?;
        let number = Decimal::from(listed);
        let sign = if self.verdict == Verdict::Inconsistent {
            "≠"
        } else if open && number != figure.value {
            "≤"
        } else {
            "="
        };
        let name = &figure.unit.name;
        let formula = format!("列出 {listed}{name} {sign} {}{name}", printed(figure));
        let bounds = |text: String| Bounds { value: text.clone(), least: text.clone(), most: text };
        let table = Working {
            rows: Vec::new(),
            computed: bounds(listed.to_string()),
            stated: bounds(printed(figure)),
            gap: crate::number::format::plain(figure.value.minus(number)?),
            unit: name.clone(),
            allowance: Allowance::Exact.word().to_owned(),
        };
        Some(done(formula, table))
    }

    fn product(&self, factors: &[usize], per: Option<usize>, result: usize) -> Option<Worked> {
        let figure = self.values.figure(result)?;
        let (mut product, mut interval) = (Decimal::ONE, Interval::exact(Decimal::ONE));
        let (mut line, mut rows) = (String::new(), Vec::new());
        for id in factors {
            product = product.times(self.values.base(*id)?)?;
            interval = interval.times(self.values.interval(*id, self.allowance)?)?;
            let sign = if rows.is_empty() { "" } else { "×" };
            line.push_str(&if rows.is_empty() { String::new() } else { format!(" {sign} ") });
            line.push_str(&with_unit(self.values.figure(*id)?));
            rows.extend(self.row(sign, Term::plus(*id)));
        }
        if let Some(id) = per {
            let divisor = self.values.base(id)?;
            product = quotient(product, divisor)?;
            interval = Interval { least: quotient(interval.least, divisor)?, most: quotient(interval.most, divisor)? };
            line.push_str(&format!(" ÷ {}", with_unit(self.values.figure(id)?)));
            rows.extend(self.row("÷", Term::plus(id)));
        }
        let computed = in_unit(product, &figure.unit, figure.places);
        let formula = format!("{line} = {computed}{} {} {}", figure.unit.name, self.relation_sign(), with_unit(figure));
        let stated = figure.base()?;
        let table = Working {
            rows,
            computed: self.bounds(product, interval, &figure.unit, figure.places),
            stated: self.bounds(stated, self.values.interval(result, self.allowance)?, &figure.unit, figure.places),
            gap: in_unit(stated.minus(product)?, &figure.unit, figure.places),
            unit: figure.unit.name.clone(),
            allowance: self.allowance.word().to_owned(),
        };
        Some(done(formula, table))
    }

    fn fixed(&self, terms: &[Term], least: u32, most: u32, closed: bool) -> Option<Worked> {
        let unit = &self.values.figure(terms.first()?.fact)?.unit;
        let places = terms.iter().filter_map(|t| self.values.figure(t.fact)).map(|f| f.places).max()?;
        let sum = self.values.sum(terms)?;
        let line = self.line(terms, false);
        let name = if unit.name == "%" { "%" } else { "" };
        let shown =
            if terms.len() > 1 { format!("{line} = {}{name}", in_unit(sum, unit, places)) } else { line + name };
        let fails = self.verdict == Verdict::Inconsistent;
        let formula = match (least == most, fails) {
            (true, _) => format!("{shown} {} {least}{name}", self.relation_sign()),
            (false, false) => format!("{least}{name} ≤ {shown} {} {most}{name}", if closed { "≤" } else { "<" }),
            (false, true) if sum < Decimal::from(least) => format!("{shown} < {least}{name}"),
            (false, true) => format!("{shown} {} {most}{name}", if closed { ">" } else { "≥" }),
        };
        let near = Decimal::from(if sum < Decimal::from(least) { least } else { most });
        let exact = |value: Decimal| self.bounds(value, Interval::exact(value), unit, places);
        let table = Working {
            rows: self.rows(terms),
            computed: exact(near),
            stated: exact(sum),
            gap: if fails { in_unit(sum.minus(near)?, unit, places) } else { in_unit(Decimal::ZERO, unit, places) },
            unit: unit.name.clone(),
            allowance: self.allowance.word().to_owned(),
        };
        Some(done(formula, table))
    }

    fn score(&self, score: usize, points: usize, reached: usize, due: Option<usize>) -> Option<Worked> {
        let figure = self.values.figure(score)?;
        let (full, stated) = (self.values.base(points)?, figure.base()?);
        let wanted = match due {
            Some(due) => self.values.base(due)?,
            None => rate_scale(self.values.figure(reached)?),
        };
        let computed = quotient(full.times(self.values.base(reached)?)?, wanted)?.min(full);
        let places = figure.places.max(2);
        let (a, b) = (with_unit(self.values.figure(points)?), with_unit(self.values.figure(reached)?));
        let divisor =
            due.and_then(|d| self.values.figure(d)).map(|d| format!(" ÷ {}", with_unit(d))).unwrap_or_default();
        let shown = in_unit(crate::number::format::round(computed, places), &figure.unit, 0);
        let cap = if computed == full { "（不超过分值）" } else { "" };
        let formula = format!("{a} × {b}{divisor}{cap} = {shown} {} {}", self.relation_sign(), printed(figure));
        let mut rows: Vec<WorkingRow> =
            [self.row("", Term::plus(points)), self.row("×", Term::plus(reached))].into_iter().flatten().gather();
        rows.extend(due.and_then(|d| self.row("÷", Term::plus(d))));
        let table = Working {
            rows,
            computed: self.bounds(computed, Interval::exact(computed), &figure.unit, places),
            stated: self.bounds(stated, Interval::exact(stated), &figure.unit, figure.places),
            gap: in_unit(stated.minus(computed)?, &figure.unit, places),
            unit: figure.unit.name.clone(),
            allowance: self.allowance.word().to_owned(),
        };
        Some(done(formula, table))
    }
}

fn done(formula: String, table: Working) -> Worked {
    Worked {
        formula,
        computed: Some(table.computed.value.clone()),
        stated: Some(table.stated.value.clone()),
        gap: Some(table.gap.clone()),
        table: Some(table),
    }
}
