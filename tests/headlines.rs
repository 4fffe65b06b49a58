//! The headline amounts (总体数据): what a reader looks for first is there where the text states it.

use gouji::report::Total;

fn totals(body: &str) -> Vec<Total> {
    let head = "云溪县水利局\n2023年度部门整体支出绩效自评报告\n\n一、基本情况\n";
    gouji::check(&[head, body, "\n"].concat()).totals
}

fn values(body: &str) -> Vec<(String, String, String)> {
    totals(body).into_iter().map(|total| (total.label, total.measure, total.value)).collect()
}

fn has(body: &str, label: &str, measure: &str, value: &str) {
    let all = values(body);
    assert!(all.contains(&(label.to_owned(), measure.to_owned(), value.to_owned())), "{label} {measure} in {all:?}");
}

#[test]
fn budgets_that_name_no_item_are_headline_amounts() {
    let text = "2023年年初预算数为1200.00万元，全年预算数为1350.50万元，全年总支出1300.25万元。";
    has(text, "总支出", "stated", "1300.25");
    has(text, "年初预算数", "initialBudget", "1200.00");
    has(text, "全年预算数", "adjustedBudget", "1350.50");
}

#[test]
fn what_a_quarter_took_is_no_headline_amount() {
    let text = "一季度支出210.40万元，二季度支出255.10万元，上半年支出465.50万元。其中基本支出640.00万元。";
    assert!(values(text).iter().all(|(label, ..)| label != "总支出"), "{:?}", values(text));
    has("一季度支出210.40万元。全年总支出1300.25万元。", "总支出", "stated", "1300.25");
}

#[test]
fn vehicles_procurement_and_appropriations_are_headline_amounts() {
    let text = "2023年财政拨款支出980.00万元。公务用车购置费18.00万元，公务用车运行维护费6.50万元。\
        政府采购预算数为45.00万元，实际政府采购金额为44.20万元。";
    has(text, "财政拨款支出", "stated", "980.00");
    has(text, "公务用车购置费", "stated", "18.00");
    has(text, "公务用车运行维护费", "stated", "6.50");
    has(text, "政府采购预算数", "budget", "45.00");
    has(text, "实际政府采购金额", "outturn", "44.20");
}

#[test]
fn no_figure_is_two_headline_amounts() {
    let text = "2023年总支出年初预算1200.00万元，全年总支出1300.25万元。“三公”经费预算12.00万元，决算9.00万元，其中公务用车购置及运行维护费决算6.00万元。";
    let mut figures: Vec<u32> = totals(text).iter().map(|total| total.figure).collect();
    let all = figures.len();
    figures.sort_unstable();
    figures.dedup();
    assert_eq!(figures.len(), all);
    assert!(all >= 4, "{:?}", values(text));
}

#[test]
fn a_part_has_its_share_of_the_whole() {
    let text = "2023年总支出1000.00万元，其中基本支出640.00万元，项目支出360.00万元。财政拨款支出900.00万元。";
    let share = |label: &str| totals(text).into_iter().find(|total| total.label == label).and_then(|total| total.share);
    assert_eq!(share("基本支出").as_deref(), Some("64.00"));
    assert_eq!(share("财政拨款支出").as_deref(), Some("90.00"));
    assert_eq!(share("总支出"), None);
}

#[test]
fn an_item_said_again_without_its_measure_is_one_headline_amount() {
    let text = "基本支出实际支出640.00万元。其中基本支出640.00万元，项目支出360.00万元。";
    let basic: Vec<_> = values(text).into_iter().filter(|(label, ..)| label == "基本支出").collect();
    assert_eq!(basic, [("基本支出".to_owned(), "outturn".to_owned(), "640.00".to_owned())]);
}

#[test]
fn what_is_not_checked_is_shown_as_what_it_would_have_been() {
    let report = gouji::check("全年办结案件1246件，同比增长19.44%。");
    let open = report.relations.iter().find(|r| r.reason.is_some()).map(|r| r.kind);
    assert_eq!(open, Some(gouji::report::RelationKind::Growth));
}
