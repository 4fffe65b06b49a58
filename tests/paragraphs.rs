//! Which line breaks of a text are soft.

use gouji::report::Verdict;
use gouji::text::LogicalText;

fn paragraphs(text: &str) -> Vec<String> {
    let logical = LogicalText::new(text);
    logical.paragraphs().iter().map(|p| logical.words(p.range.clone()).to_owned()).collect()
}

#[test]
fn a_title_before_a_blank_line_stands_alone() {
    let text = "2021年度部门整体支出绩效自评报告\n\n本年收入12万元，支出10万元，结余2万元。\n其中基本支出6万元，项目支出4万元。\n其中人员经费5万元，公用经费1万元。\n";
    assert_eq!(paragraphs(text).first().map(String::as_str), Some("2021年度部门整体支出绩效自评报告"));
    assert_eq!(paragraphs(text).len(), 4);
}

#[test]
fn wrapped_lines_are_one_paragraph() {
    let text = "    本年度部门整体支出一百二十三点五万元，其中基本支出八十\n一点二万元，项目支出四十二点三万元，均按批复的用途和进度使\n用，没有挪用和虚列的情况，年末结转已按规定上缴财政，并在部\n门网站公开。\n    下一年度将继续压减一般性支出。\n";
    assert_eq!(paragraphs(text).len(), 2);
}

#[test]
fn a_line_that_ends_inside_an_amount_goes_on() {
    let text = "一、基本情况\n项目支出226.45\n万元，人员经费402.3万元，\n公用经费86.5万元。\n二、绩效情况\n";
    assert_eq!(
        paragraphs(text),
        ["一、基本情况", "项目支出226.45万元，人员经费402.3万元，公用经费86.5万元。", "二、绩效情况"]
    );
}

#[test]
fn lines_that_end_with_amounts_are_items() {
    let items = "支出如下：\n  助学 1,462,000.00，731人次，人均2000.00\n  助医 1,280,500.00，394人次，人均3250.00\n";
    assert_eq!(paragraphs(items).len(), 3);
    let more = "管理费用138,640.75，占2.78%，没有超过上限。慈善活动支出相当于上年总收入的94.61%，高于规定的比例。结余滚存到下年使用。\n";
    assert_eq!(paragraphs(&[items, more, more].concat()).len(), 5);
    // A unit on the next line is that of the number.
    assert_eq!(paragraphs("本年支出226.45\n万元。").len(), 1);
}

#[test]
fn a_page_number_is_no_text() {
    assert_eq!(paragraphs("本年支出共\n- 12 -\n86万元。"), ["本年支出共", "86万元。"]);
}

#[test]
fn a_sentence_goes_on_behind_a_page_number() {
    for page in ["- 12 -", "—12—", "第12页", "第 12 页 共 30 页"] {
        let text = format!("本年支出86万元，其中基本支出\n\n{page}\n\n50万元、项目支出36万元。");
        assert_eq!(paragraphs(&text), ["本年支出86万元，其中基本支出50万元、项目支出36万元。"], "{page}");
        let whole = format!("本年支出86万元。\n{page}\n其中基本支出50万元。");
        assert_eq!(paragraphs(&whole).len(), 2, "{page}");
        let report = gouji::check(&text);
        assert!(report.relations.iter().any(|r| r.verdict == Verdict::Exact), "{page}");
        let shown = report.excluded.iter().find(|e| e.text.contains("12"));
        assert_eq!(shown.map(|e| e.reason.as_str()), Some("K12"), "{page}");
    }
}

#[test]
fn a_bare_page_number_parts_no_wrapped_paragraph() {
    let text = "    本年度部门整体支出一百二十三点五万元，其中基本支出八十\n一点二万元，项目支出四十二点三万元，均按批复的用途和进度使\n用，没有挪用和虚列的情况，公用经费较上年减少3.66万元，上年\n7\n120.42万元，年末结转已按规定上缴财政，并在部门网站公开。\n";
    assert_eq!(paragraphs(text).len(), 1);
    assert!(gouji::check(text).excluded.iter().any(|e| e.text == "7" && e.reason == "K12"));
    // Behind a finished sentence it may be the beginning of another.
    let list = text.replace("，上年\n7", "。\n7");
    assert_eq!(paragraphs(&list).len(), 2);
}

#[test]
fn list_marks_begin_paragraphs() {
    assert_eq!(paragraphs("1.会议费3.2万元\n2.培训费6.5万元").len(), 2);
}

#[test]
fn a_bracket_sets_the_path_of_a_place_apart_by_itself() {
    let report = gouji::check(
        "二、支出情况\n（四）项目支出\n全年项目支出12万元。\n1、购置\n全年购置支出3万元。\n三、结余\n年末结余2万元。\n",
    );
    let places: Vec<&str> = report.figures.iter().map(|figure| figure.place.as_str()).collect();
    assert_eq!(places, ["二（四）第1句", "二（四）1 第1句", "三 第1句"]);
}
