//! The report that the labels themselves would give: it shows that the scorer counts what it claims to count.

use super::Case;
use super::labels::Span;
use gouji::report::{Extent, Figure, FigureStatus, Finding, Relation, RelationKind, Report, Severity, Source, Verdict};

/// A report with one relation for each label, and an error for each that fails.
pub fn report(case: &Case) -> Report {
    let mut report = Report::default();
    for label in &case.labels {
        let listed = label.expression == "count";
        let operands: Vec<u32> = label
            .operand_spans
            .iter()
            .zip(&label.operands)
            .filter(|_| !listed)
            .map(|(span, text)| figure(&mut report, *span, text))
            .collect();
        let result = (label.kind != "bound").then(|| figure(&mut report, label.result_span, &label.result));
        let id = u32::try_from(report.relations.len()).unwrap_or_default();
        if !label.holds {
            let figures = operands.iter().copied().chain(result).collect();
            report.findings.push(error(id, figures));
        }
        report.relations.push(Relation {
            id,
            rule: String::new(),
            cue: String::new(),
            kind: serde_json::from_value(label.kind.as_str().into()).unwrap_or(RelationKind::Sum),
            source: Source::Asserted,
            operands,
            result,
            formula: String::new(),
            stated: None,
            computed: None,
            gap: None,
            verdict: if label.holds { Verdict::Exact } else { Verdict::Inconsistent },
            reason: None,
            start: 0,
            end: 0,
            recipe: None,
            working: None,
        });
    }
    report
}

/// A false error over every relation that holds.
pub fn wolves(report: &Report) -> Vec<Finding> {
    let holding = report.relations.iter().filter(|relation| relation.verdict == Verdict::Exact);
    holding
        .map(|relation| error(relation.id, relation.operands.iter().copied().chain(relation.result).collect()))
        .collect()
}

fn figure(report: &mut Report, (start, end): Span, text: &str) -> u32 {
    let id = u32::try_from(report.figures.len()).unwrap_or_default();
    report.figures.push(Figure {
        id,
        start: u32::try_from(start).unwrap_or_default(),
        end: u32::try_from(end).unwrap_or_default(),
        text: text.to_owned(),
        value: String::new(),
        unit: String::new(),
        places: 0,
        base_value: String::new(),
        base_unit: String::new(),
        extent: Extent::Plain,
        label: None,
        role: String::new(),
        measure: None,
        period: None,
        scope: None,
        status: FigureStatus::Single,
        place: String::new(),
    });
    id
}

fn error(relation: u32, figures: Vec<u32>) -> Finding {
    Finding {
        id: relation,
        code: String::new(),
        severity: Severity::Error,
        title: String::new(),
        message: String::new(),
        relation: Some(relation),
        figures,
        spans: Vec::new(),
        diagnosis: None,
        cause: None,
        basis: String::new(),
        remedy: String::new(),
    }
}
