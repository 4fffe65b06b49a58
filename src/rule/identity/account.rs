//! J21: codes and names of economic accounts. Only the form of basic expenditure has them; digits of other domains are never
//! held against them.

use super::sheet::{Line, Set};
use crate::catalog::classification::{Match, compare, is_economic};
use crate::catalog::form::Form;
use crate::fact::RowKind;
use crate::gather::Gather;
use crate::rule::{Scope, Sink};

/// How many codes of one class must differ, and every how many-th, for the office to keep numbers of its own.
const OWN_NUMBERS: (usize, usize) = (3, 4);

/// Remarks on codes whose name belongs to another code.
pub(super) fn note(scope: &Scope, sets: &[Set], out: &mut Sink) {
    for sheet in sets.iter().filter_map(|set| set.sheets.get(&Form::Basic)) {
        let lines: Vec<(&Line, &str)> = sheet.lines().filter_map(coded).gather();
        let differs = |line: &Line, code: &str| compare(code, &line.words, scope.facts.year) == Match::Differs;
        let wrong: Vec<(&Line, &str)> = lines.iter().copied().filter(|(line, code)| differs(line, code)).gather();
        let of_class = |list: &[(&Line, &str)], own: &str| list.iter().filter(|(_, c)| class(c) == class(own)).count();
        let (least, part) = OWN_NUMBERS;
        let has_own_numbers = wrong.iter().any(|(_, code)| {
            let count = of_class(&wrong, code);
            count >= least && count * part >= of_class(&lines, code)
        });
        for (line, _) in wrong.iter().filter(|_| !has_own_numbers) {
            out.note("W39", line.cells.iter().flatten().copied().gather(), line.place.clone());
        }
    }
}

fn coded(line: &Line) -> Option<(&Line, &str)> {
    let code = line.code.as_deref().filter(|code| is_economic(code))?;
    (line.kind != RowKind::Total && !line.words.is_empty()).then_some((line, code))
}

fn class(code: &str) -> &str {
    code.get(..3).unwrap_or(code)
}
