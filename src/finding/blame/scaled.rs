//! A figure in the wrong unit or with its point in the wrong place (单位、小数点错位).

use super::{Court, diagnosed};
use crate::finding::Judged;
use crate::finding::number_text::{printed, with_unit};
use crate::number::Figure;
use crate::number::format::plain;
use crate::relation::{Equation, Values, fits, is_close};
use crate::report::Diagnosis;

/// By which powers of ten units differ: 元 and 万元, 万元 and 亿元. A 万 that is left out is likelier than one too many.
const UNITS: [i32; 2] = [4, -4];

/// By which powers of ten a point is misplaced.
const POINTS: [i32; 8] = [-4, -3, -2, -1, 1, 2, 3, 4];

impl Court<'_> {
    /// The one figure that makes a failing relation hold in another unit, else with its point elsewhere. A bound holds of anything that is made
    /// small, and a rate on nothing of anything that rounds to nothing.
    pub(super) fn scaled(&self, failing: &Judged) -> Option<Diagnosis> {
        match &failing.relation.equation {
            Equation::Order { .. } => return None,
            Equation::Rate { whole, .. } if Values::printed(self.facts).sum(whole)?.is_zero() => return None,
            _ => {}
        }
        let figures = || failing.facts.iter().filter_map(|id| Some((*id, &self.facts.get(*id)?.figure)));
        let in_unit = |by: i32, (id, figure): (usize, &Figure)| {
            let unit = other_unit(&figure.unit.name, by).filter(|_| self.mends(failing, id, by))?;
            let (old, new) = (with_unit(figure), printed(figure));
            let text = format!("若“{old}”为“{new}{unit}”，则算式成立，可能写错了单位");
            Some(diagnosed("unitSlip", text, id))
        };
        let moved = |(id, figure): (usize, &Figure)| {
            let by = POINTS.into_iter().find(|by| self.mends(failing, id, *by))?;
            let (old, new, unit) = (with_unit(figure), plain(figure.moved(by)?.value), &figure.unit.name);
            let text = format!("若“{old}”放大或缩小为{new}{unit}，则算式成立，可能是单位或小数点错位");
            Some(diagnosed("unitSlip", text, id))
        };
        let in_units = || UNITS.into_iter().find_map(|by| figures().find_map(|figure| in_unit(by, figure)));
        in_units().or_else(|| figures().find_map(moved))
    }

    /// Whether a figure so many powers of ten larger makes a relation hold. It leaves the digits as they are: coarse amounts make a rate fit much
    /// that is not so.
    fn mends(&self, failing: &Judged, id: usize, by: i32) -> bool {
        let equation = &failing.relation.equation;
        let changed =
            self.facts.get(id).and_then(|fact| fact.figure.moved(by)).filter(|changed| !changed.value.is_zero());
        let is_rate = matches!(equation, Equation::Rate { .. });
        changed.is_some_and(|changed| {
            let values = Values::with(self.facts, id, &changed);
            fits(equation, &values) && (!is_rate || is_close(equation, &values))
        })
    }
}

/// The unit that is ten thousand times as large as another, or as small: 万元 for 元, 亿元 for 万元.
fn other_unit(name: &str, by: i32) -> Option<String> {
    let (small, large) = (name.strip_prefix('万'), name.strip_prefix('亿'));
    match (by, small, large) {
        (4, Some(rest), _) => Some(["亿", rest].concat()),
        (4, None, None) if !name.starts_with(['十', '百', '千']) => Some(["万", name].concat()),
        (-4, Some(rest), _) if !rest.is_empty() => Some(rest.to_owned()),
        (-4, None, Some(rest)) => Some(["万", rest].concat()),
        _ => None,
    }
}
