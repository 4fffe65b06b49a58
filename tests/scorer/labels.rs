//! One line of a labels file.

use super::expression;
use super::value::{Printed, Values};
use rust_decimal::Decimal;

/// A place in the text: characters, end exclusive.
pub type Span = (usize, usize);

/// A relation that a text asserts.
pub struct Label {
    /// `sum`, `share` …
    pub kind: String,
    /// The operands as printed.
    pub operands: Vec<String>,
    /// The stated result as printed; for `bound` the wording.
    pub result: String,
    /// How the result follows from the operands.
    pub expression: String,
    /// Whether it holds.
    pub holds: bool,
    /// Where the operands stand.
    pub operand_spans: Vec<Span>,
    /// Where the result stands.
    pub result_span: Span,
}

impl Label {
    /// Reads `kind | operands | result | expr | holds|fails | note | spans`.
    pub fn read(file: &str, line: &str) -> Self {
        let fields: Vec<&str> = line.split(" | ").collect();
        let [kind, operands, result, expression, holds, _note, spans] = fields.as_slice() else {
            unreachable!("{file}: seven fields are wanted in {line:?}");
        };
        let (operand_spans, result_span) = spans.split_once('>').expect("the result's place stands after >");
        Self {
            kind: (*kind).to_owned(),
            operands: operands.split(';').map(unescape).collect(),
            result: unescape(result),
            expression: (*expression).to_owned(),
            holds: *holds == "holds",
            operand_spans: operand_spans.split(';').map(span).collect(),
            result_span: span(result_span),
        }
    }

    /// The values by which a report's relation is recognised. The names of a list and the wording of a bound are no values.
    pub fn values(&self) -> Values {
        let operands = if self.expression == "count" { &[] } else { self.operands.as_slice() };
        let result = (self.kind != "bound").then_some(&self.result);
        operands
            .iter()
            .chain(result)
            .filter_map(|text| Printed::read(text))
            .map(|printed| printed.value)
            .collect::<Values>()
            .without_zero()
    }

    /// Whether the figures as they stand violate the relation by more than `factor` times its rounding; `None` where that cannot be said.
    pub fn is_violated(&self, factor: u32) -> Option<bool> {
        self.is_violated_by(&self.operands, &self.result, factor)
    }

    /// The same with other figures in the places of its own.
    pub fn is_violated_by(&self, operands: &[String], result: &str, factor: u32) -> Option<bool> {
        let factor = Decimal::from(factor);
        if self.expression == "count" {
            return Some(Printed::read(result)?.value != Decimal::from(operands.len()));
        }
        let operands: Vec<Printed> = operands.iter().map(|text| Printed::read(text)).collect::<Option<_>>()?;
        if self.kind == "bound" {
            return self.is_bound_violated(&operands, result, factor);
        }
        let stated = Printed::read(result)?;
        let Some((least, most)) = expression::range(&self.expression, &operands) else {
            return Some(true); // a percentage on a base of 0
        };
        let exact = ["sum", "count", "difference", "equal", "product"].contains(&self.kind.as_str());
        let allowance = (most - least) / Decimal::TWO + if exact { stated.half } else { stated.rounding() };
        let gap = ((least + most) / Decimal::TWO - stated.value).abs();
        Some(gap > allowance * factor)
    }

    /// A bound fails where the figures do not stand as `expr` says, or where the wording says the contrary of `expr`.
    fn is_bound_violated(&self, operands: &[Printed], wording: &str, factor: Decimal) -> Option<bool> {
        let [a, b] = operands else { return None };
        let slack = if factor > Decimal::ONE { (a.half + b.half) * factor } else { Decimal::ZERO };
        let stands = match self.expression.as_str() {
            "a<b" => a.value < b.value + slack,
            "a>b" => a.value + slack > b.value,
            "a==b" => (a.value - b.value).abs() <= slack,
            _ => return None,
        };
        Some(!stands || !says(wording, &self.expression))
    }
}

/// Whether the wording states the direction.
fn says(wording: &str, expression: &str) -> bool {
    let wording: String = wording.split_whitespace().collect();
    let words: &[&str] = match expression {
        "a<b" => &["小于", "减少", "低于", "下降", "不超过", "控制", "缩短", "减产"],
        "a>b" => &["大于", "增加", "高于", "超出", "增长", "上升", "提高", "增产", "快于"],
        _ => &["持平", "等于", "一致"],
    };
    words.iter().any(|word| wording.contains(word))
}

fn unescape(text: &str) -> String {
    text.replace("\\n", "\n")
}

fn span(text: &str) -> Span {
    let (start, end) = text.split_once('-').expect("a span is start-end");
    (start.parse().expect("a span begins with a number"), end.parse().expect("a span ends with a number"))
}
