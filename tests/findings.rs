//! One fault is one finding: what follows from it hangs under it, and every finding says what it rests on.
#![allow(clippy::unwrap_used, clippy::expect_used)] // a test stops at what is missing

use gouji::report::{Finding, Report, Severity};

/// One wrong figure (472.38 for 427.38) in a total, in the sum of its own parts and in its share.
const ONE_WRONG: &str = "2022年部门整体支出绩效自评报告\n\n\
2022年支出合计1069.03万元，其中：基本支出641.65万元，占支出合计的60.02%；项目支出472.38万元，占支出合计的39.98%。\
项目支出中，水利工程维修286.15万元，防汛物资储备141.23万元，项目支出共计427.38万元。\n";

/// Two wrong figures that have nothing to do with each other.
const TWO_WRONG: &str = "2022年部门整体支出绩效自评报告\n\n\
2022年支出合计1069.03万元，其中：基本支出641.65万元，项目支出472.38万元。\n\n\
年末在职人员57人，其中行政人员35人，事业人员21人。\n";

fn faults(report: &Report) -> Vec<&Finding> {
    report.findings.iter().filter(|f| f.severity != Severity::Note).collect()
}

fn text_of(report: &Report, figure: u32) -> &str {
    report.figures.get(figure as usize).map_or("", |f| f.text.as_str())
}

#[test]
fn what_follows_from_one_wrong_figure_hangs_under_one_finding() {
    let report = gouji::check(ONE_WRONG);
    let faults = faults(&report);
    assert!(faults.len() >= 3, "{faults:#?}");
    let (leads, dependent): (Vec<&Finding>, Vec<&Finding>) = faults.iter().partition(|f| f.cause.is_none());
    assert_eq!(leads.len(), 1, "{faults:#?}");
    let lead = leads[0];
    assert!(dependent.iter().all(|f| f.cause == Some(lead.id)), "{faults:#?}");
    assert!(dependent.iter().all(|f| f.severity >= lead.severity), "the gravest leads: {faults:#?}");
    let blamed = lead.diagnosis.as_ref().and_then(|d| d.figure).expect("a blamed figure");
    assert_eq!(text_of(&report, blamed), "472.38万元");
}

#[test]
fn faults_of_different_figures_do_not_hang_together() {
    let report = gouji::check(TWO_WRONG);
    let faults = faults(&report);
    assert_eq!(faults.len(), 2, "{faults:#?}");
    assert!(faults.iter().all(|f| f.cause.is_none()), "{faults:#?}");
}

#[test]
fn findings_are_numbered_in_their_order_and_stand_behind_their_cause() {
    for text in [ONE_WRONG, TWO_WRONG] {
        let report = gouji::check(text);
        for (at, finding) in report.findings.iter().enumerate() {
            assert_eq!(finding.id as usize, at);
            if let Some(cause) = finding.cause {
                let between = &report.findings[cause as usize..at];
                assert_eq!(between[0].cause, None, "a cause has none itself");
                assert!(between[1..].iter().all(|f| f.cause == Some(cause)), "behind its cause");
            }
        }
    }
}

#[test]
fn every_finding_says_what_it_rests_on_and_how_to_put_it_right() {
    let report = gouji::check(&format!("{ONE_WRONG}\n我局共有内设科室XX个。\n"));
    assert!(report.findings.iter().any(|f| f.severity == Severity::Note));
    for finding in &report.findings {
        let warning = gouji::catalog::warning::warning(&finding.code);
        assert_eq!((finding.basis.as_str(), finding.remedy.as_str()), (warning.basis, warning.remedy));
        assert!(finding.severity >= warning.severity, "never graver than the table: {finding:?}");
    }
}

#[test]
fn two_figures_that_would_mend_as_much_are_both_named() {
    let report = gouji::check("全年安排经费40.00万元，其中：培训费12.43万元，印刷费27.47万元。");
    let diagnosis = faults(&report).first().and_then(|f| f.diagnosis.clone()).expect("a diagnosis");
    assert!(diagnosis.text.contains("，或“"), "{}", diagnosis.text);
    let named = report.figures.iter().filter(|f| diagnosis.text.contains(&format!("“{}”为", f.text))).count();
    assert_eq!(named, 2, "{}", diagnosis.text);
}

#[test]
fn one_figure_that_mends_more_than_the_others_is_named_alone() {
    let report = gouji::check(ONE_WRONG);
    let lead = faults(&report).into_iter().find(|f| f.cause.is_none()).cloned().expect("a lead");
    let text = lead.diagnosis.map(|d| d.text).unwrap_or_default();
    assert!(text.contains("“472.38万元”") && !text.contains("，或“") && !text.contains("另有"), "{text}");
}

#[test]
fn a_context_warning_leaves_its_figures_as_they_are() {
    let report = gouji::check("公务接待费预算为2.00万元，支出决算为2.60万元，共接待来宾21批次、168人次。");
    assert!(report.findings.iter().any(|f| f.code == "W11"), "{:#?}", report.findings);
    assert_eq!(report.coverage.conflicting, 0);
    assert!(report.relations.iter().all(|r| r.verdict != gouji::report::Verdict::Inconsistent));
}

#[test]
fn an_item_is_said_once_and_what_follows_hangs_under_it() {
    let report = gouji::check(
        "项目支出年初预算80万元，年中追加120万元，项目支出共计200万元，主要用于河道整治。\n\n\
         公务接待费预算为2.00万元，支出决算为2.60万元。公务接待费支出决算为2.60万元，预算2.00万元。\n",
    );
    let of = |code: &str| report.findings.iter().filter(|f| f.code == code).collect::<Vec<_>>();
    assert_eq!((of("W11").len(), of("W11")[0].message.matches("130.00%").count()), (1, 1), "{:#?}", report.findings);
    let lead = of("W16")[0].id;
    assert_eq!((of("W17")[0].cause, of("W18")[0].cause), (Some(lead), Some(lead)), "{:#?}", report.findings);
}

#[test]
fn a_change_that_holds_but_for_its_direction_says_so() {
    let code =
        |text: &str| gouji::check(text).findings.iter().map(|f| f.code.clone()).find(|c| c != "W22" && c != "W15");
    let turned = ["会议费决算4.20万元，比上年的5.00万元增加0.80万元。", "会议费决算5.80万元，比上年5.00万元下降16%。"];
    assert_eq!(turned.map(code), [Some("W04".to_owned()), Some("W04".to_owned())]);
    let other = ["会议费决算4.20万元，比上年的5.00万元减少0.90万元。", "会议费决算5.80万元，比上年5.00万元下降18%。"];
    assert_eq!(other.map(code), [Some("W45".to_owned()), Some("W02".to_owned())]);
}

#[test]
fn staff_and_vehicles_have_warnings_of_their_own() {
    let codes = |text: &str| -> Vec<(String, Severity)> {
        gouji::check(text)
            .findings
            .iter()
            .filter(|f| f.severity != Severity::Note)
            .map(|f| (f.code.clone(), f.severity))
            .collect()
    };
    assert_eq!(
        codes("年末在职人员64人，其中行政人员41人、事业人员20人、工勤人员1人。"),
        [("W31".to_owned(), Severity::Suspect)]
    );
    assert_eq!(codes("在职人员经费64.50万元，其中工资41.20万元、奖金20.30万元。")[0].0, "W01");
    assert_eq!(codes("公车购置及运维费9.36万元，其中：公车购置费0万元，公车运维费9.63万元。")[0].0, "W10");
}

#[test]
fn parts_that_miss_one_whole_by_a_slip_are_not_held_against_another() {
    let report = gouji::check("年初预算450.00万元，支出372.00万元。其中基本支出200.00万元，项目支出171.00万元。");
    let faults: Vec<&str> = faults(&report).iter().map(|f| f.message.as_str()).collect();
    assert_eq!(faults.len(), 1, "{faults:#?}");
    assert!(faults[0].contains("372.00"), "{faults:#?}");
}

/// Where the amount stands in the sentence before and the paragraph begins with something else, the amount gives the name.
#[test]
fn a_rate_of_growth_is_named_by_what_has_grown() {
    let text = "按照上级通知的要求，现将决算说明如下。（一）群众文化117.72万元，主要用于文化馆免费开放。较2016年决算数减少2.2万元，减少3.9%。\n";
    let report = gouji::check(text);
    let messages: Vec<&str> = faults(&report).iter().map(|f| f.message.as_str()).collect();
    assert!(matches!(messages.as_slice(), [one] if one.starts_with("群众文化：2.2 ÷ (117.72 + 2.2)")), "{messages:?}");
}

#[test]
fn a_remark_on_a_change_says_which_way_it_went() {
    let report = gouji::check("2022年公务接待费支出1.26万元，比上年1.85万元减少0.59万元。\n");
    let remark = report.findings.iter().find(|f| f.code == "W14").expect("a change without a reason");
    assert!(remark.message.contains("公务接待费支出减少0.59万元"), "{}", remark.message);
}
