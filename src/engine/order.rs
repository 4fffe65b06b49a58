//! The order of figures. Facts of cells follow those of words inside the engine; in the report every figure stands where the
//! document has it.

use crate::finding::recipe;
use crate::report::{Finding, Report};

/// Puts figures and exclusions in document order and renumbers every reference to them.
pub(super) fn by_place(report: &mut Report) {
    crate::order::by_key(&mut report.excluded, |excluded| (excluded.start, excluded.end));
    if report.figures.is_sorted_by_key(|figure| figure.start) {
        return;
    }
    crate::order::by_key(&mut report.figures, |figure| (figure.start, figure.id));
    let mut number = vec![0u32; report.figures.len()];
    for (new, figure) in report.figures.iter_mut().enumerate() {
        if let Some(slot) = number.get_mut(figure.id as usize) {
            *slot = new as u32;
        }
        figure.id = new as u32;
    }
    renumber(report, &|id| *id = number.get(*id as usize).copied().unwrap_or(*id));
}

/// Gives every reference to a figure its new number; the figures themselves have theirs.
pub(super) fn renumber(report: &mut Report, renumber: &dyn Fn(&mut u32)) {
    for relation in &mut report.relations {
        relation.operands.iter_mut().chain(&mut relation.result).for_each(renumber);
        let rows = relation.working.iter_mut().flat_map(|working| &mut working.rows);
        rows.filter_map(|row| row.figure.as_mut()).for_each(renumber);
        if let Some(recipe) = &mut relation.recipe {
            *recipe = recipe::renumbered(recipe, renumber);
        }
    }
    for Finding { figures, diagnosis, .. } in &mut report.findings {
        figures.iter_mut().for_each(renumber);
        diagnosis.iter_mut().filter_map(|d| d.figure.as_mut()).for_each(renumber);
    }
    report.totals.iter_mut().for_each(|total| renumber(&mut total.figure));
    let inputs = report.indicators.iter_mut().flat_map(|indicator| &mut indicator.inputs);
    for input in inputs.chain(&mut report.inputs) {
        input.figure.iter_mut().chain(&mut input.figures).for_each(renumber);
    }
}
