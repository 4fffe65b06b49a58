//! What a stock is at the end, column by column, where the names of rows say so: 期初余额 + 收入 − 支出 = 期末余额, 收入 − 支出 = 本年收支结余.

use super::left::agree;
use crate::fact::{Lane, Layout, Row, RowKind};
use crate::gather::Gather;
use crate::relation::{Equation, Term};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// Names of what there was before; 2021年末余额 beside 2022年末余额 is that as well.
const OPENING: [&str; 6] = ["期初", "年初", "上年末", "上年结余", "上年结转", "上年滚存"];
/// Names of what there is in the end.
const CLOSING: [&str; 4] = ["期末", "年末", "年终", "滚存"];
/// How the names of the other rows end.
const MORE: [&str; 4] = ["收入", "收入合计", "发行额", "举借额"];
const LESS: [&str; 5] = ["支出", "支出合计", "还本额", "偿还额", "还本支出"];
const SURPLUS: [&str; 5] = ["收支结余", "本年结余", "本期结余", "当年结余", "当期结余"];

/// What moves no stock: interest is paid from other funds, a limit is none.
const IDLE: [&str; 3] = ["付息", "限额", "其中"];

/// The rows of a stock (期初、增加、减少、结余、期末).
struct Stock {
    opening: Option<u32>,
    more: Option<u32>,
    less: Option<u32>,
    surplus: Option<u32>,
    closing: Option<u32>,
    /// Other rows at the top that may move it.
    others: Vec<u32>,
}

/// States what such rows of a lane keep to.
pub(super) fn state(scope: &Scope, layout: &Layout, lane: &Lane, out: &mut Sink) {
    net(scope, layout, lane, out);
    let Some(stock) = Stock::of(&lane.rows) else { return };
    let mut told: Vec<(Vec<(i8, u32)>, u32)> = Vec::new();
    if let (Some(more), Some(less), Some(surplus)) = (stock.more, stock.less, stock.surplus) {
        told.push((vec![(1, more), (-1, less)], surplus));
    }
    if let (Some(opening), Some(closing)) = (stock.opening, stock.closing) {
        match (stock.surplus, stock.more, stock.less) {
            (Some(surplus), ..) => told.push((vec![(1, opening), (1, surplus)], closing)),
            (None, Some(more), Some(less)) => told.push((vec![(1, opening), (1, more), (-1, less)], closing)),
            _ => {}
        }
    }
    for (parts, whole) in told {
        // 上级补助 ‖ 上解 ‖ 提取基金 beside them move the stock as well: where one of them has an amount, only what holds is told.
        let (from, to) = parts
            .iter()
            .map(|(_, row)| *row)
            .chain([whole])
            .fold((whole, whole), |(a, b), row| (a.min(row), b.max(row)));
        let named = |row: u32| row == whole || parts.iter().any(|(_, own)| *own == row);
        let others: Vec<u32> =
            stock.others.iter().copied().filter(|row| (from..to).contains(row) && !named(*row)).gather();
        let moved = |column: u32| {
            let amount =
                |row: &u32| layout.at(*row, column).and_then(|id| scope.facts.get(id)).is_some_and(|f| !f.is_zero());
            others.iter().any(amount)
        };
        let equation = |column: &u32| {
            let whole = layout.at(whole, *column)?;
            let term = |(sign, row): &(i8, u32)| Some(Term { fact: layout.at(*row, *column)?, sign: *sign });
            let parts: Vec<Term> = parts.iter().map(term).gather_all()?;
            let equation = Equation::Sum { parts, whole: vec![Term::plus(whole)] };
            Some(equation).filter(|equation| !moved(*column) || scope.fits(equation))
        };
        agree(scope, lane.values.iter().filter_map(equation).gather(), out);
    }
}

/// 固定资产原值 ‖ 减：累计折旧 ‖ 固定资产净值: what is taken off leaves what is net.
fn net(scope: &Scope, layout: &Layout, lane: &Lane, out: &mut Sink) {
    let lines = |rows: &[Row]| {
        let [gross, less, net] = rows else { return Vec::new() };
        let equation = |column: &u32| {
            let at = |row: &Row| layout.at(row.row, *column);
            let parts = vec![Term::plus(at(gross)?), Term::minus(at(less)?)];
            Some(Equation::Sum { parts, whole: vec![Term::plus(at(net)?)] })
        };
        let told = less.words.starts_with("减：") && net.words.contains('净') && net.kind == RowKind::Item;
        lane.values.iter().filter(|_| told).filter_map(equation).gather()
    };
    agree(scope, lane.rows.windows(3).flat_map(lines).gather(), out);
}

impl Stock {
    /// The rows at the top of a lane that have these names, where none of them is there twice.
    fn of(rows: &[Row]) -> Option<Self> {
        let depth = rows.iter().filter_map(|row| row.depth).min();
        let own = |row: &&Row| row.kind != RowKind::OfWhich;
        let top: Vec<&Row> = rows.iter().filter(own).filter(|row| row.depth == depth).gather();
        // 三、本年收支结余 ‖ 上年结余 ‖ 四、年末滚存结余: one of them may have no mark, but not behind 其中.
        let mut listed = false;
        let bare: Vec<&Row> = rows
            .iter()
            .filter(|row| {
                listed = row.kind == RowKind::OfWhich || listed && row.depth.is_none();
                depth.is_some() && row.depth.is_none() && !listed
            })
            .gather();
        let only = |named: &dyn Fn(&Row) -> bool| {
            let one = |rows: &[&Row]| rows.iter().filter(|row| named(row)).single().map(|row| row.row);
            one(&top).or_else(|| one(&bare).filter(|_| !top.iter().any(|row| named(row))))
        };
        let surplus = only(&|row| row.words.ends_with_any(&SURPLUS));
        let ends = |row: &Row| {
            row.words.mentions_any(&CLOSING) && !row.words.mentions_any(&OPENING) && !row.words.contains("限额")
        };
        let stocks: Vec<&Row> = top.iter().copied().filter(|row| ends(row)).gather();
        // 2021年末债务余额 ‖ … ‖ 2022年末债务余额
        let (opening, closing) = match (only(&|row| row.words.mentions_any(&OPENING)), stocks.as_slice()) {
            (Some(opening), [closing]) => (Some(opening), Some(closing.row)),
            (None, [before, after]) if is_next(before, after) => (Some(before.row), Some(after.row)),
            _ => (None, None),
        };
        let more = only(&|row| row.words.ends_with_any(&MORE));
        let less = only(&|row| row.words.ends_with_any(&LESS));
        let found = surplus.is_some() || opening.is_some();
        let idle = |row: &&&Row| !row.words.mentions_any(&IDLE);
        let others = top.iter().chain(&bare).filter(idle).map(|row| row.row).gather();
        found.then_some(Self { opening, more, less, surplus, closing, others })
    }
}

/// Whether two names are alike but for the year, of which the second is the next.
fn is_next(before: &Row, after: &Row) -> bool {
    let year = |row: &Row| row.words.get(..4).and_then(|digits| digits.parse::<u32>().ok());
    // 余额实际数, 余额预计执行数
    let name = |row: &Row| row.words.get(4..).map(|name| name.split("余额").next().unwrap_or(name).to_owned());
    let years = year(before).zip(year(after));
    years.is_some_and(|(before, after)| before + 1 == after) && name(before) == name(after)
}
