//! Evaluates the `expr` of a label, and finds the range its operands' rounding allows.

use super::value::Printed;
use rust_decimal::Decimal;

/// The least and the greatest value; `None` where a divisor is 0 or the expression is unknown.
pub fn range(expression: &str, operands: &[Printed]) -> Option<(Decimal, Decimal)> {
    if expression == "sum" {
        let total: Decimal = operands.iter().map(|operand| operand.value).sum();
        let half: Decimal = operands.iter().map(|operand| operand.half).sum();
        return Some((total - half, total + half));
    }
    let mut corners = Vec::new();
    for corner in 0..1_u32 << operands.len() {
        let values: Vec<Decimal> =
            operands
                .iter()
                .enumerate()
                .map(|(i, operand)| {
                    if corner >> i & 1 == 0 { operand.value - operand.slack() } else { operand.value + operand.slack() }
                })
                .collect();
        corners.push(evaluate(expression, &values)?);
    }
    Some((corners.iter().min().copied()?, corners.iter().max().copied()?))
}

/// The value of an expression over `a`, `b`, `c` …
pub fn evaluate(expression: &str, operands: &[Decimal]) -> Option<Decimal> {
    let tokens: Vec<char> = expression.chars().filter(|c| !c.is_whitespace()).collect();
    let mut parser = Parser { tokens, at: 0, operands };
    let value = parser.sum()?;
    (parser.at == parser.tokens.len()).then_some(value)
}

/// Recursive descent over `+ - * / ( )`, letters and whole numbers.
struct Parser<'a> {
    tokens: Vec<char>,
    at: usize,
    operands: &'a [Decimal],
}

impl Parser<'_> {
    fn take(&mut self, wanted: &[char]) -> Option<char> {
        let next = self.tokens.get(self.at).copied().filter(|c| wanted.contains(c))?;
        self.at += 1;
        Some(next)
    }

    fn sum(&mut self) -> Option<Decimal> {
        let mut value = self.product()?;
        while let Some(sign) = self.take(&['+', '-']) {
            let right = self.product()?;
            value = if sign == '+' { value.checked_add(right)? } else { value.checked_sub(right)? };
        }
        Some(value)
    }

    fn product(&mut self) -> Option<Decimal> {
        let mut value = self.factor()?;
        while let Some(sign) = self.take(&['*', '/']) {
            let right = self.factor()?;
            value = if sign == '*' { value.checked_mul(right)? } else { value.checked_div(right)? };
        }
        Some(value)
    }

    fn factor(&mut self) -> Option<Decimal> {
        if self.take(&['(']).is_some() {
            let value = self.sum()?;
            self.take(&[')'])?;
            return Some(value);
        }
        let first = self.tokens.get(self.at).copied()?;
        if first.is_ascii_lowercase() {
            self.at += 1;
            return self.operands.get(usize::try_from(u32::from(first) - u32::from('a')).ok()?).copied();
        }
        let digits: String = self.tokens.iter().skip(self.at).take_while(|c| c.is_ascii_digit()).collect();
        self.at += digits.len();
        digits.parse().ok()
    }
}
