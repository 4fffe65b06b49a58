//! Which figure is named first where several could be wrong: each test has one thing that tells them apart.
#![allow(clippy::unwrap_used, clippy::expect_used)] // a test stops at what is missing

use gouji::document::Document;
use gouji::fact::Facts;
use gouji::finding::{blame, judge_all};
use gouji::relation::{Equation, Kind, Relation, Source, Term};
use gouji::report::Severity;
use gouji::text::LogicalText;

/// The figure that the first fault of a text names.
fn blamed(text: &str) -> String {
    let report = gouji::check(text);
    let fault = report.findings.iter().find(|f| f.severity != Severity::Note).expect("a fault");
    let figure = fault.diagnosis.as_ref().and_then(|d| d.figure).expect("a blamed figure");
    report.figures.iter().find(|f| f.id == figure).expect("a figure of the report").text.clone()
}

#[test]
fn a_figure_that_exact_sums_rest_on_is_not_named_though_whole_numbers_might_be_rounded() {
    // 12.46 belongs to a sum that is exact, whole numbers among its parts; 12.06 stands alone.
    let text = "2022年部门支出说明\n\n全年追加资金1180.46万元，包括防汛物资12.46万元，河道整治640万元，水库加固528万元。\n\n\
        全年维修资金75.36万元，包括水闸维修40.30万元，堤防维修35.06万元。\n\n\
        防汛物资12.06万元已全部发放到位。\n";
    assert_eq!(blamed(text), "12.06万元");
}

#[test]
fn a_list_given_by_size_names_the_figure_that_is_out_of_order() {
    let ordered = |second: &str| {
        format!(
            "全年安排专项经费1034.07万元，其中：道路养护512.36万元，桥梁加固{second}万元，绿化管护126.41万元，标线施划81.05万元。"
        )
    };
    assert!(gouji::check(&ordered("314.25")).findings.is_empty());
    assert_eq!(blamed(&ordered("114.25")), "114.25万元");
}

#[test]
fn the_figure_after_which_the_printed_rate_follows_goes_before_one_that_rounding_must_help() {
    // From 48.37 follows 8.83%; from 48.32 follows 8.94%, and 8.93% only if both amounts were rounded.
    let text = "2022年执行数48.32万元，2023年预算安排52.64万元，比2022年执行数增长8.83%。";
    assert_eq!(blamed(text), "48.32万元");
    let diagnosis = gouji::check(text).findings.into_iter().find_map(|f| f.diagnosis).expect("a diagnosis");
    assert!(diagnosis.text.contains("若“48.32万元”为“48.37万元”"), "{}", diagnosis.text);
}

#[test]
fn a_short_figure_goes_before_a_long_one() {
    assert_eq!(blamed("全年救助困难群众1271人，其中：城市5人，农村1263人。"), "5人");
}

#[test]
fn no_wrong_unit_explains_a_rate_on_nothing() {
    for text in [
        "2023年会议费支出25.00万元，2022年会议费支出0.00万元，比2022年增长100.00%。",
        "2024年机关运行经费支出10.23万元，比2023年增加10.23万元，增长100.00%。",
    ] {
        let report = gouji::check(text);
        let fault = report.findings.iter().find(|f| f.code == "W05").expect("a rate on nothing");
        assert!(fault.diagnosis.as_ref().is_none_or(|d| d.kind != "unitSlip"), "{:?}", fault.diagnosis);
    }
}

/// 4.50 of 10,577 is 0.04 %, and 9.5 % with its point three places further left is 0.0095 %: rounding to a tenth would allow both.
#[test]
fn a_moved_point_moves_the_last_place_too() {
    let document = Document::of_text("全年支出10577.00万元，其中印刷费4.50万元，占9.5%。");
    let facts = Facts::of(LogicalText::of(&document.text, &document.blocks), &document.tables);
    let equation =
        Equation::Rate { part: vec![Term::plus(1)], whole: vec![Term::plus(0)], less_one: false, sign: 1, rate: 2 };
    let (kind, source) = (Kind::Share, Source::Asserted);
    let share = Relation { rule: "share", cue: "B02", kind, source, equation, range: 0..1, sure: true, warning: "W02" };
    let diagnoses = blame::diagnose(&judge_all(vec![share], &facts), &facts);
    let kinds: Vec<&str> = diagnoses.values().map(|d| d.kind.as_str()).collect();
    assert_eq!(kinds, ["unexplained"]);
}

/// A change whose direction alone is wrong is one fault, said of the words; twice the change is no gap.
#[test]
fn a_wrong_direction_is_said_of_the_words() {
    let report = gouji::check("会议费187.85万元，比上年196.20万元增加8.35万元，增长4.26%。");
    let turned: Vec<_> = report.findings.iter().filter(|f| f.code == "W04").collect();
    assert_eq!(turned.len(), 2, "{:?}", report.findings);
    assert!(turned.iter().all(|f| f.message.contains("方向相反") && !f.message.contains("差额")), "{turned:?}");
    assert_eq!(turned.iter().filter(|f| f.cause.is_some()).count(), 1, "{turned:?}");
}

/// Rates differ by points.
#[test]
fn a_gap_between_rates_is_in_points() {
    let report = gouji::check("计划培训20期，完成19期，完成率98%。");
    let message = report.findings.first().map(|f| f.message.as_str()).unwrap_or_default();
    assert!(message.starts_with("完成率：") && message.contains("差额+3.00个百分点"), "{message}");
}

/// Whoever looks the vouchers up wants to know which ones.
#[test]
fn the_figures_that_would_explain_as_much_are_named() {
    let diagnosis =
        |text: &str| gouji::check(text).findings.into_iter().find_map(|f| f.diagnosis).expect("a diagnosis");
    let three = diagnosis("全年维修资金51.83万元，其中：水闸维修30.52万元，堤防维修20.31万元。").text;
    for needle in
        ["“51.83万元”为“50.83万元”", "“30.52万元”为“31.52万元”", "“20.31万元”为“21.31万元”", "均仅一位数字不同）"]
    {
        assert!(three.contains(needle), "{needle} in {three}");
    }
    let six = "全年维修资金121.83万元，其中：水闸维修30.52万元，堤防维修20.31万元，渠道维修30.00万元，泵站维修20.00万元，涵洞维修20.00万元。";
    assert!(diagnosis(six).text.contains("；另有2个数据如此改动也可）"), "{}", diagnosis(six).text);
}

/// The kind of the diagnosis of the first fault of a text, and its words.
fn explained(text: &str) -> (String, String) {
    let report = gouji::check(text);
    let fault = report.findings.into_iter().find(|f| f.severity != Severity::Note).expect("a fault");
    fault.diagnosis.map(|d| (d.kind, d.text)).expect("a diagnosis")
}

fn assert_explained(text: &str, kind: &str, words: &str) {
    let (found, said) = explained(text);
    assert!(found == kind && said.contains(words), "{text}: {found}: {said}");
}

#[test]
fn what_is_cut_off_instead_of_rounded_is_said_to_be_and_is_no_error() {
    for (text, up) in [
        ("女性平均预期寿命84.7岁，男性78.1岁，女性比男性多6岁。", "“7岁”"),
        ("2023年会议费847.60万元，比上年的805.25万元增长5.2%。", "“5.3%”"),
    ] {
        let fault = gouji::check(text).findings.into_iter().find(|f| f.severity != Severity::Note).expect("a fault");
        assert_eq!(fault.severity, Severity::Suspect, "{text}");
        assert_explained(text, "truncated", up);
    }
    // More is missing than a place that the others have.
    let short = gouji::check("女性平均预期寿命84.7岁，男性78.1岁，女性比男性多4.6岁。");
    assert!(short.findings.iter().any(|f| f.severity == Severity::Error), "{:?}", short.findings);
}

#[test]
fn an_amount_in_the_wrong_unit_is_named_with_the_other_unit() {
    for (text, words) in [
        ("基本支出837.83万元。其中：人员支出697.33元，公用支出140.50万元。", "若“697.33元”为“697.33万元”"),
        ("公路支出1760.78元，较上年决算数减少735.77万元，下降29.47%。", "若“1760.78元”为“1760.78万元”"),
        ("支出合计12.40亿元，其中：教育支出7.15亿元，卫生支出5.25万元。", "若“5.25万元”为“5.25亿元”"),
        ("支出合计1240.5万元，其中：教育支出715.2万元，卫生支出52.53万元。", "若“52.53万元”放大或缩小为525.3万元"),
    ] {
        assert_explained(text, "unitSlip", words);
    }
}

#[test]
fn a_rate_on_another_base_names_it() {
    // 42.35 ÷ 847.60 = 5.00 %, of what it grew from 5.26 %.
    assert_explained("2023年会议费847.60万元，比上年的805.25万元增长5.00%。", "wrongBase", "若以“847.60万元”为基数");
    // The same, and the words of the wrong direction with it.
    assert_explained(
        "2023年客运量805.25万人次，上年847.60万人次，增长5.26%。",
        "wrongBase",
        "若以“805.25万人次”为基数",
    );
    // 617.54 ÷ 1173.80 = 52.61 %, of the outturn 61.50 %.
    assert_explained(
        "可用资金1173.80万元，支出合计1004.20万元，其中人员支出617.54万元、公用支出386.66万元。人员支出占支出合计的52.61%。",
        "wrongBase",
        "若以“1173.80万元”为基数",
    );
    // 617.54 of 1004.20 is 61.50 %, the rest 38.50 %.
    assert_explained(
        "支出合计1004.20万元，其中人员支出617.54万元，公用支出386.66万元。人员支出占支出合计的38.50%。",
        "wrongBase",
        "其余部分",
    );
}

#[test]
fn an_amount_of_another_year_or_of_the_item_before_names_where_it_came_from() {
    assert_explained(
        "2023年部门决算说明\n2022年培训费12.37万元。\n2023年支出合计42.95万元，由会议费8.40万元、培训费12.37万元、差旅费18.91万元三项组成。",
        "lastYear",
        "旧数",
    );
    assert_explained(
        "全年支出合计81.45万元，由道路养护31.26万元、桥梁加固31.26万元、标线施划10.14万元三项组成。",
        "copied",
        "31.26万元",
    );
    // Short numbers are often the same.
    let (kind, _) = explained("全年共检查93次，由企业12次、学校12次、市场20次三项组成。");
    assert_ne!(kind, "copied");
}

#[test]
fn a_rate_upside_down_and_a_rate_for_points_are_named() {
    // 520 ÷ 496 = 104.84 %.
    assert_explained("计划新建口袋公园520个，实际完成496个，完成率104.84%。", "wrongBase", "颠倒");
    // 7.2 of 16.8 is 42.86 %.
    assert_explained("漏损率由16.8%下降到9.6%，下降42.86个百分点。", "wrongBase", "百分点");
}
