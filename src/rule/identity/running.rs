//! J19: 机关运行经费 in words against 公用经费 of the form.
//!
//! It is that of administrative units alone: equal to the form where a department has no other units, at most that where it has.
//! Which of the two is so only the words can say; while they do not, a smaller figure is neither right nor wrong.

use super::locate::main_column;
use super::sheet::Set;
use super::words::{declare, is_stated};
use crate::catalog::form::{Form, row_named};
use crate::catalog::identity::identity;
use crate::fact::{Fact, Facts};
use crate::relation::{Equation, Kind, Order, Reason, Term};
use crate::rule::{Scope, Sink};
use crate::text::Mention;

/// What units a department consists of (单位构成).
#[derive(Clone, Copy, PartialEq, Eq)]
enum Units {
    /// Administrative ones alone.
    Administrative,
    /// Institutions as well (事业单位).
    Mixed,
    /// The words do not say.
    Unsaid,
}

/// States it of every figure that the words give.
pub(super) fn state(scope: &Scope, set: &Set, out: &mut Sink) {
    let facts = scope.facts;
    let Some(cell) = public_costs(set) else { return };
    let (Some(amount), Some(identity)) = (facts.get(cell), identity("J19")) else { return };
    let named = |f: &Fact| f.label.words.mentions("机关运行经费") && is_stated(scope, f) && f.is_like(amount);
    for id in facts.pick(0..facts.list.len(), named) {
        let terms = |id| vec![Term::plus(id)];
        let equal = Equation::Sum { parts: terms(id), whole: terms(cell) };
        let within = Equation::Order { left: terms(id), order: Order::AtMost, right: terms(cell) };
        let (fits, is_within) = (scope.fits(&equal), scope.fits(&within));
        let units = units(facts);
        if fits || units == Units::Administrative || units == Units::Unsaid && scope.is_likely_slip(&equal) {
            declare(scope, identity.code, Kind::Equal, equal, true, out);
        } else if units == Units::Mixed || !is_within {
            declare(scope, identity.code, Kind::Bound, within, false, out);
        } else if let Some(fact) = facts.get(id) {
            let range = fact.range.clone();
            out.unchecked(super::RULE.name, identity.code, range, vec![id, cell], Reason::Units);
        }
    }
}

/// 公用经费合计 in the form of basic expenditure.
fn public_costs(set: &Set) -> Option<usize> {
    let row = row_named("公用经费合计")?;
    let part = set.sheets.get(&Form::Basic)?.sides.first()?;
    let line = part.lines.iter().find(|line| row.is_named(&line.words))?;
    line.cells.get(main_column(part)?).copied().flatten()
}

/// Words for institutions that take part. 行政事业单位 and 机关事业单位 in the names of accounts say nothing.
const INSTITUTIONS: [&str; 14] = [
    "所属事业单位",
    "下属事业单位",
    "直属事业单位",
    "二级事业单位",
    "拨款事业单位",
    "补助事业单位",
    "公益一类",
    "公益二类",
    "个事业单位",
    "家事业单位",
    "含事业单位",
    "和事业单位",
    "为事业单位",
    "事业编制",
];

/// Words for units below the department, behind words that there are none.
const BELOW: [&str; 6] = ["下属", "所属", "直属", "二级", "下级", "独立核算"];
const NONE: [&str; 3] = ["无", "没有", "未设"];

/// Words for the department's own office as the only unit.
const ALONE: [&str; 10] = [
    "仅包括本级",
    "只包括本级",
    "仅含本级",
    "只有本级",
    "仅为本级",
    "本部门为行政单位",
    "本单位为行政单位",
    "我局为行政单位",
    "本局为行政单位",
    "机关为行政单位",
];

fn units(facts: &Facts) -> Units {
    let text = &facts.text;
    let mut alone = false;
    for sentence in facts.clauses.sentences() {
        let words = text.words(sentence.clone());
        let none = |below: &str| NONE.iter().any(|none| words.contains(&[none, below].concat()));
        if words.mentions_any(&ALONE) || BELOW.iter().any(|below| none(below)) {
            alone = true;
        } else if words.mentions_any(&INSTITUTIONS) {
            return Units::Mixed;
        }
    }
    if alone { Units::Administrative } else { Units::Unsaid }
}
