//! What a form lacks: the note under an empty one (J22), vehicles split into purchase and running (J14).

use super::sheet::{Set, Sheet};
use crate::catalog::form::{Form, Outlay};
use crate::rule::{Scope, Sink};
use crate::text::{Mention, Range};

/// Words that say that there is none of something.
const DENIALS: [&str; 6] = ["无", "没有", "未", "空表", "不涉及", "为零"];

/// Remarks on both.
pub(super) fn note(scope: &Scope, sets: &[Set], out: &mut Sink) {
    for set in sets {
        // A set without any amount is a blank form to be filled in.
        if set.sheets.values().all(|sheet| is_empty(scope, sheet)) {
            continue;
        }
        for (form, fund) in [(Form::Fund, "政府性基金"), (Form::Capital, "国有资本经营")] {
            let Some(sheet) = set.sheets.get(&form).filter(|sheet| is_empty(scope, sheet)) else { continue };
            if let Some(place) = title(scope, sheet).filter(|_| !is_explained(scope, fund)) {
                out.note("W49", Vec::new(), place);
            }
        }
        if let Some(sheet) = set.sheets.get(&Form::ThreePublic) {
            undivided(scope, sheet, out);
        }
    }
}

fn is_empty(scope: &Scope, sheet: &Sheet) -> bool {
    let facts = scope.facts;
    let tables = sheet.tables.iter().filter_map(|table| facts.tables.get(*table));
    tables.flat_map(|layout| layout.facts.values()).all(|id| facts.get(*id).is_some_and(crate::fact::Fact::is_zero))
}

/// Whether the document says anywhere that there is nothing of a fund.
fn is_explained(scope: &Scope, fund: &str) -> bool {
    let text = &scope.facts.text;
    text.paragraphs()
        .iter()
        .map(|p| text.words(p.range.clone()))
        .any(|words| words.contains(fund) && words.mentions_any(&DENIALS))
}

/// The characters of a form's title: the last paragraph with its words before the end of the table.
fn title(scope: &Scope, sheet: &Sheet) -> Option<Range> {
    let text = &scope.facts.text;
    let layout = scope.facts.tables.get(*sheet.tables.first()?)?;
    let end = text.span(&layout.range).end;
    let is_title =
        |range: &Range| text.span(range).start < end && text.words(range.clone()).trim() == layout.title.trim();
    let ranges = || text.paragraphs().iter().map(|p| p.range.clone());
    let found = ranges().filter(is_title).max_by_key(|range| text.span(range).start);
    found.or_else(|| ranges().find(|range| range.start == layout.range.start))
}

/// 公务用车购置及运行维护费 with an amount, but without its two parts.
fn undivided(scope: &Scope, sheet: &Sheet, out: &mut Sink) {
    let line = |outlay: Outlay| sheet.lines().find(|line| line.words == outlay.name());
    let parts = [Outlay::Purchase, Outlay::Running].into_iter().any(|outlay| line(outlay).is_some());
    let whole = line(Outlay::Vehicles).filter(|_| !parts);
    let spent = whole.into_iter().flat_map(|line| line.cells.iter().flatten().copied());
    for id in spent {
        if let Some(fact) = scope.facts.get(id).filter(|fact| !fact.is_zero() && !fact.measure.is_budget()) {
            out.note("W10", vec![id], fact.range.clone());
        }
    }
}
