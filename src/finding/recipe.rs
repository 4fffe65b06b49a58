//! The working of a relation for a program (可重算的算式): the same arithmetic as [`super::working`], with figures by number.
//!
//! `(#3+#4)/10000 = #5/10000`: `#3` is the base value of figure 3. What is computed, how it should stand, what is stated, between
//! blanks. A workbook turns it into formulas; nothing here is computed.

use crate::fact::Facts;
use crate::gather::Gather;
use crate::number::format::plain;
use crate::number::{Decimal, Figure};
use crate::relation::{Equation, Term, all_fall, rate_scale};

/// How the two sides stand where it takes more than the two to say.
const UNSAID: &str = "?";

/// Writes an equation out; none where a figure is not there.
#[must_use]
pub fn recipe(equation: &Equation, facts: &Facts) -> Option<String> {
    let of = |id: usize| facts.get(id).map(|fact| &fact.figure);
    let scale = |terms: &[Term]| Some(of(terms.first()?.fact)?.unit.scale);
    let (computed, order, stated) = match equation {
        Equation::Sum { parts, whole } => {
            let scale = scale(whole)?;
            (over(&sum(parts), scale), "=", over(&sum(whole), scale))
        }
        Equation::Rate { part, whole, less_one, sign, rate } => {
            (quotient(&sum(part), &sum(whole), *less_one, *sign, of(*rate)?), "=", base(*rate))
        }
        Equation::Order { left, order, right } => {
            let scale = scale(right).or_else(|| scale(left))?;
            let right = if right.is_empty() { "0".to_owned() } else { over(&sum(right), scale) };
            (over(&sum(left), scale), order.sign(), right)
        }
        Equation::Count { stated, listed, open } => {
            (listed.to_string(), if *open { "≤" } else { "=" }, over(&base(*stated), of(*stated)?.unit.scale))
        }
        Equation::Product { factors, per, result } => {
            let scale = of(*result)?.unit.scale;
            let factors = factors.iter().map(|id| base(*id)).gather().join("*");
            let divisor = per.map(|id| format!("/#{id}")).unwrap_or_default();
            (over(&(factors + &divisor), scale), "=", over(&base(*result), scale))
        }
        Equation::Fixed { terms, least, most, .. } if least == most => {
            (least.to_string(), "=", over(&sum(terms), scale(terms)?))
        }
        // The nearer end of a band depends on the figures.
        Equation::Fixed { .. } | Equation::Band { .. } | Equation::Conversion { .. } => return None,
        Equation::Compound { start, rates, end } => compound(*start, rates, *end, &of)?,
        Equation::Score { score, points, done, due } => {
            let scale = of(*score)?.unit.scale;
            let wanted = due.map_or_else(|| Some(plain(rate_scale(of(*done)?))), |due| Some(base(due)))?;
            (over(&format!("MIN(#{points}*#{done}/{wanted},#{points})"), scale), "=", over(&base(*score), scale))
        }
    };
    Some([computed.as_str(), order, stated.as_str()].join(" "))
}

/// A recipe over figures that have new numbers.
#[must_use]
pub fn renumbered(recipe: &str, renumber: &dyn Fn(&mut u32)) -> String {
    let mut pieces = recipe.split('#');
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (digits, rest) = piece.split_at(piece.find(|c: char| !c.is_ascii_digit()).unwrap_or(piece.len()));
        let mut id: u32 = digits.parse().unwrap_or_default();
        renumber(&mut id);
        out.push('#');
        out.push_str(itoa::Buffer::new().format(id));
        out.push_str(rest);
    }
    out
}

fn base(id: usize) -> String {
    ["#", itoa::Buffer::new().format(id)].concat()
}

fn sum(terms: &[Term]) -> String {
    let mut out = String::new();
    for (i, term) in terms.iter().enumerate() {
        match (i, term.sign < 0) {
            (_, true) => out.push('-'),
            (0, false) => {}
            (_, false) => out.push('+'),
        }
        out.push('#');
        out.push_str(itoa::Buffer::new().format(term.fact));
    }
    out
}

/// In brackets, where it is more than one figure.
fn whole(sum: &str) -> String {
    let is_one = !sum.bytes().any(|byte| matches!(byte, b'+' | b'-' | b'*' | b'/'));
    if is_one { sum.to_owned() } else { ["(", sum, ")"].concat() }
}

/// In a unit of so many base units.
fn over(sum: &str, scale: Decimal) -> String {
    if scale == Decimal::ONE { sum.to_owned() } else { [&whole(sum), "/", &plain(scale)].concat() }
}

fn quotient(part: &str, base: &str, less_one: bool, sign: i8, rate: &Figure) -> String {
    let ratio = [&whole(part), "/", &whole(base)].concat();
    let (head, tail) = match (less_one, sign < 0) {
        (true, false) => ("(", "-1)"),
        (true, true) => ("(1-", ")"),
        (false, false) => ("", ""),
        (false, true) => ("-", ""),
    };
    let scale = rate_scale(rate);
    let times = if scale == Decimal::ONE { String::new() } else { ["*", &plain(scale)].concat() };
    [head, &ratio, tail, &times].concat()
}

fn compound<'f>(
    start: Option<usize>,
    rates: &[Term],
    end: usize,
    of: &dyn Fn(usize) -> Option<&'f Figure>,
) -> Option<(String, &'static str, String)> {
    let last = of(end)?;
    let mut factors: Vec<String> = start.map(base).into_iter().gather();
    for rate in rates {
        let sign = if rate.sign < 0 { '-' } else { '+' };
        factors.push(format!("(1{sign}#{}/{})", rate.fact, plain(rate_scale(of(rate.fact)?))));
    }
    let grown = factors.join("*");
    // Each rate is rounded, which the widths of the two ends do not show.
    Some(match start {
        Some(_) => (over(&grown, last.unit.scale), UNSAID, over(&base(end), last.unit.scale)),
        None if all_fall(rates, of) => (format!("(1-{grown})*{}", plain(rate_scale(last))), UNSAID, base(end)),
        None => (format!("({grown}-1)*{}", plain(rate_scale(last))), UNSAID, base(end)),
    })
}
