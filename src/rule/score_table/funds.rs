//! L13: the funds of a form: 年度资金总额 is the sum of 财政拨款, 上年结转资金 and 其他资金.

use super::relation;
use crate::fact::{Form, Part};
use crate::relation::{Equation, Kind, Relation, Term};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// Names of the whole.
const WHOLES: [&str; 5] = ["资金总额", "资金总量", "预算总额", "资金合计", "总额"];
/// The sources that the usual form names, which are all there are.
const SOURCES: [&str; 4] = ["财政拨款", "结转", "其他资金", "其它资金"];

/// States the sum in each column of amounts, where all rows below the whole are sources.
pub(super) fn state(scope: &Scope, form: &Form, out: &mut Sink) {
    let mut rows = form.rows().skip_while(|row| !form.item(*row).ends_with_any(&WHOLES));
    let Some(whole) = rows.next() else { return };
    let is_source = |row: &u32| SOURCES.iter().any(|word| form.item(*row).contains(word));
    let sources: Vec<u32> = rows.take_while(is_source).collect();
    for part in [Part::Opening, Part::Budget, Part::Spent] {
        let parts: Vec<Term> = sources.iter().filter_map(|row| form.plain(*row, part)).map(Term::plus).collect();
        if let (Some(whole), 2..) = (form.plain(whole, part), parts.len()) {
            let equation = Equation::Sum { parts, whole: vec![Term::plus(whole)] };
            let sure = scope.fits(&equation)
                || form.get(whole).is_some_and(|fact| fact.is_zero())
                || scope.is_stated_slip(&equation);
            out.relation(Relation { sure, ..relation(form, "L13", Kind::Sum, equation, "W01") });
        }
    }
}
