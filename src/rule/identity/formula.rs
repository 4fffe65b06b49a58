//! Formulas of the catalog, read: `收支总表：本年收入合计 + 年初结转和结余? = 收入总计`.

use crate::catalog::form::{Form, Line, Outlay, column_named, row_named};
use crate::relation::Order;

/// A formula (公式).
pub(super) struct Formula {
    pub left: Vec<Operand>,
    pub order: Order,
    pub right: Vec<Operand>,
}

/// A place in a form, with its sign.
pub(super) struct Operand {
    pub form: Form,
    pub row: Place,
    pub column: Option<&'static Line>,
    pub sign: i8,
    /// Whether the form may lack it.
    pub optional: bool,
}

/// Which rows an operand means.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Every row, one relation each.
    Each,
    /// Every row of the side of expenditure.
    EachSpending,
    /// The row of a standard name, by its place in the catalog.
    Named(&'static str),
    /// The same fund among the opening balances.
    Opening(&'static str),
    /// The row of an economic account.
    Code(&'static str),
    /// The row of an item of 三公.
    Outlay(&'static str),
    /// The items above the total that the formula names first.
    Items,
    /// Accounts of three digits.
    Classes,
    /// Those of them that are not for staff.
    OtherClasses,
    /// Every account with accounts below it, one relation each.
    Account,
    /// The accounts below that account.
    Below,
}

impl Formula {
    /// Reads a formula; none where a name in it is not of the catalog.
    pub fn read(text: &'static str) -> Option<Self> {
        let (form, body) = match text.split_once('：') {
            Some((name, body)) => (Some(form(name)?), body),
            None => (None, text),
        };
        let (sign, order) = [("=", Order::Equal), ("≤", Order::AtMost)].into_iter().find(|(s, _)| body.contains(s))?;
        let (left, right) = body.split_once(sign)?;
        Some(Self { left: side(form, left)?, order, right: side(form, right)? })
    }

    /// All operands, those of the left side first.
    pub fn operands(&self) -> impl Iterator<Item = &Operand> {
        self.left.iter().chain(&self.right)
    }
}

fn form(name: &str) -> Option<Form> {
    Form::ALL.into_iter().find(|form| form.name() == name)
}

fn side(default: Option<Form>, text: &'static str) -> Option<Vec<Operand>> {
    let mut sign = 1;
    let mut out = Vec::new();
    for word in text.split_whitespace() {
        match word {
            "+" => sign = 1,
            "−" => sign = -1,
            _ => out.push(operand(default, word, sign)?),
        }
    }
    Some(out)
}

fn operand(default: Option<Form>, word: &'static str, sign: i8) -> Option<Operand> {
    let (word, optional) = word.strip_suffix('?').map_or((word, false), |word| (word, true));
    let (form, word) = match word.split_once('.') {
        Some((name, rest)) => (form(name)?, rest),
        None => (default?, word),
    };
    let (row, column) = match word.split_once('@') {
        Some((row, column)) => (row, Some(column_named(column)?)),
        None => (word, None),
    };
    Some(Operand { form, row: place(row)?, column, sign, optional })
}

fn place(name: &'static str) -> Option<Place> {
    let outlay = Outlay::ALL.iter().any(|outlay| outlay.name() == name);
    Some(match name {
        "" => Place::Each,
        "支出" => Place::EachSpending,
        "Σ各项" => Place::Items,
        "Σ类" => Place::Classes,
        "Σ其他类" => Place::OtherClasses,
        "科目" => Place::Account,
        "Σ下级" => Place::Below,
        _ if outlay => Place::Outlay(name),
        _ if name.bytes().all(|b| b.is_ascii_digit()) => Place::Code(name),
        _ if row_named(name).is_some() => Place::Named(name),
        _ => Place::Opening(name.strip_prefix("年初").filter(|fund| row_named(fund).is_some())?),
    })
}

#[cfg(test)]
mod tests {
    use super::Formula;
    use crate::catalog::identity::{Check, IDENTITIES};
    use crate::gather::Gather;

    #[test]
    fn every_formula_of_the_catalog_can_be_read() {
        let read = IDENTITIES.iter().filter(|identity| identity.check != Check::Words);
        let all: Vec<&str> = read.flat_map(|identity| identity.formulas).copied().gather();
        assert!(all.len() >= 40, "{all:?}");
        let unread: Vec<&&str> = all.iter().filter(|text| Formula::read(text).is_none()).gather();
        assert!(unread.is_empty(), "{unread:?}");
    }

    #[test]
    fn a_formula_with_an_unknown_name_is_none() {
        for text in
            ["收支总表：本年收入合计 = 别的项目", "别的表：本年收入合计 = 收入总计", "收支总表：本年收入合计 收入总计"]
        {
            assert!(Formula::read(text).is_none(), "{text}");
        }
    }
}
