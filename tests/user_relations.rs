//! Relations that a person states: judged by the one judge, told apart, and without a word on what the document says itself.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use gouji::document::Document;
use gouji::report::{Claim, RelationKind, Report, Severity, Source, Verdict};

const TEXT: &str = "松岭县史志办公室2023年度工作报告\n一、收入\n全年拨入经费820万元。\n二、支出\n\
    修志支出310万元。\n展陈支出490万元。\n三、比例\n修志占38.75%。\n四、物资\n购入书柜约25个。\n全年支出800万元。\n";

fn stated(text: &str, kind: RelationKind, operands: &[&str], result: &str) -> Report {
    let bare = gouji::check(text);
    let place = |words: &str| {
        let figure = bare.figures.iter().find(|figure| figure.text == words).unwrap();
        (figure.start, figure.end)
    };
    let claim = Claim { kind, operands: operands.iter().map(|words| place(words)).collect(), result: place(result) };
    gouji::check_claims(&Document::of_text(text), &[claim])
}

/// The verdict and the working of what the person stated.
fn judged(report: &Report) -> Option<(Verdict, &str)> {
    let own = report.relations.iter().find(|relation| relation.source == Source::User)?;
    Some((own.verdict, own.formula.as_str()))
}

#[test]
fn each_kind_is_judged_by_the_one_judge() {
    use RelationKind::{Difference, Equal, Share, Sum};
    let of =
        |kind, operands: &[&str], result| judged(&stated(TEXT, kind, operands, result)).map(|(verdict, _)| verdict);
    assert_eq!(of(Sum, &["310万元", "490万元"], "800万元"), Some(Verdict::Exact));
    assert_eq!(of(Difference, &["800万元", "490万元"], "310万元"), Some(Verdict::Exact));
    assert_eq!(of(Share, &["310万元", "800万元"], "38.75%"), Some(Verdict::Exact));
    assert_eq!(of(Equal, &["820万元"], "800万元"), Some(Verdict::Inconsistent));
    assert_eq!(of(Sum, &["310万元", "490万元"], "820万元"), Some(Verdict::Inconsistent));
}

#[test]
fn what_makes_no_sense_of_the_figures_is_left_out_and_what_is_vague_is_unchecked() {
    use RelationKind::{Difference, Equal, Growth, Share, Sum};
    for (kind, operands, result) in [
        (Sum, &["310万元", "38.75%"][..], "800万元"),
        (Sum, &["310万元"], "800万元"),
        (Sum, &["310万元", "310万元"], "800万元"),
        (Sum, &["310万元", "800万元"], "800万元"),
        (Difference, &["800万元", "490万元"], "38.75%"),
        (Share, &["310万元", "800万元"], "490万元"),
        (Equal, &["310万元", "490万元"], "800万元"),
        (Growth, &["310万元", "800万元"], "38.75%"),
    ] {
        assert_eq!(judged(&stated(TEXT, kind, operands, result)), None, "{kind:?} {operands:?} {result}");
    }
    let vague = TEXT.replace("全年支出800万元", "全年支出约800万元");
    let report = stated(&vague, Sum, &["310万元", "490万元"], "800万元");
    let own = report.relations.iter().find(|relation| relation.source == Source::User).unwrap();
    assert_eq!((own.verdict, own.reason.is_some()), (Verdict::Unchecked, true));
}

#[test]
fn what_does_not_hold_is_a_finding_that_says_whose_it_is() {
    let report = stated(TEXT, RelationKind::Sum, &["310万元", "490万元"], "820万元");
    let own: Vec<_> = report.findings.iter().filter(|finding| finding.code == "W50").collect();
    assert_eq!((own.len(), own[0].severity, own[0].title.as_str()), (1, Severity::Suspect, "与自定关系不符"));
    assert!(own[0].message.contains("310 + 490") && own[0].message.contains("与自定关系不符"), "{}", own[0].message);
    let holds = stated(TEXT, RelationKind::Sum, &["310万元", "490万元"], "800万元");
    assert!(holds.findings.iter().all(|finding| finding.code != "W50"));
}

#[test]
fn nothing_changes_of_what_the_document_says_itself() {
    let text = format!("{TEXT}合计支出900万元，其中：修缮支出400万元，会议支出490万元。\n");
    let bare = gouji::check(&text);
    let with = stated(&text, RelationKind::Sum, &["310万元", "490万元"], "820万元");
    let own = |report: &Report| {
        let relations = report.relations.iter().filter(|r| r.source != Source::User);
        let findings = report
            .findings
            .iter()
            .filter(|f| f.code != "W50")
            .map(|f| (f.code.clone(), f.message.clone(), f.diagnosis.clone()));
        (
            relations.map(|r| (r.cue.clone(), r.formula.clone(), r.verdict)).collect::<Vec<_>>(),
            findings.collect::<Vec<_>>(),
        )
    };
    assert!(!bare.findings.is_empty());
    assert_eq!(own(&with), own(&bare));
    let coverage = with.coverage;
    assert_eq!(coverage.figures, coverage.verified + coverage.conflicting + coverage.single + coverage.unchecked);
}
