//! C05: 支出742万元，执行率95%，结余38万元: what is left of the budget that the rate before it was found to be of.
//!
//! The budget stands elsewhere, in a table or under the item's name; the rule of differences looks only a little way for it.

use super::apart::difference;
use crate::fact::{Fact, Role};
use crate::relation::{Equation, Relation};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// Words of what was not spent.
const WORDS: [&str; 8] = ["结余", "剩余", "结转", "未支出", "未使用", "结转下年", "尚余", "尚未支出"];

/// Names of rates of what was spent of a budget.
const RATES: [&str; 5] = ["执行率", "支出率", "支付率", "支出进度", "执行进度"];

/// States what is left behind what was spent and its rate.
pub(super) fn state(scope: &Scope, id: usize, out: &mut Sink) {
    let facts = scope.facts;
    let Some((fact, spent)) = facts.get(id).filter(|f| is_left(f)).zip(id.checked_sub(2)) else { return };
    let rate = spent + 1;
    let beside = |f: &Fact| f.place.segment == fact.place.segment && f.place.depth == fact.place.depth;
    let named = |f: &Fact| f.left.trim_end_matches(['为', '达']).ends_with_any(&RATES) && beside(f);
    let own = |f: &Fact| f.is_level() && f.figure.is_plain() && f.is_like(fact) && beside(f);
    let told = facts.get(rate).is_some_and(named) && facts.get(spent).is_some_and(own);
    if !told || out.computes(id) {
        return;
    }
    let of_rate = |r: &&Relation| r.equation.all().contains(&rate) && scope.fits(&r.equation);
    let whole = out.rates_of(spent).find(of_rate).and_then(|r| match &r.equation {
        Equation::Rate { whole, less_one: false, .. } => match whole.as_slice() {
            [term] => Some(term.fact),
            _ => None,
        },
        _ => None,
    });
    let Some(whole) = whole else { return };
    let stated = difference(scope, "C05", (whole, spent), id);
    // 结转38万元、收回4万元: of several rests this is one, which only a slip of the pen tells from all of it.
    if scope.fits(&stated.equation) || scope.is_stated_slip(&stated.equation) {
        out.relation(Relation { range: facts.span(&[spent, rate, id]), ..stated });
    }
}

/// Whether an amount is called what was not spent, of this year and of everything.
fn is_left(fact: &Fact) -> bool {
    if !fact.is_amount() || !fact.figure.is_plain() || !fact.is_level() && fact.role != Role::Rest {
        return false;
    }
    let words = fact.left.trim_end_matches(['为', '约', '了', '资', '金']);
    WORDS.contains(&["年末", "年底", "期末"].iter().find_map(|day| words.strip_prefix(day)).unwrap_or(words))
}
